// Whether a workspace may go on: counts what it uses, and says in a sentence when it may not. Limits nobody outside the chat.
import type { ChangeSubject } from '../core/change.ts'
import { splitChannel } from '../core/channel.ts'
import type { Digest } from '../core/digest.ts'
import { newNotice } from '../core/notice.ts'
import {
  DEFAULT_QUOTAS,
  editionPeriod,
  feedsBrought,
  isQuestion,
  questionPeriod,
  type Quotas,
  secondsToNextMinute,
} from '../core/quota.ts'
import type { Instant } from '../core/calendar.ts'
import type { ChatRequest } from '../core/request.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import { editionUsedUp, feedsUsedUp, questionsUsedUp } from '../locale/quotas.ts'
import type { Storage } from '../ports.ts'
import type { DeskTools } from './desk-tools.ts'
import { settingsOf } from './visible-feeds.ts'

/** A sentence where the workspace has asked enough for this minute. The terminal is its operator's. */
export async function questionRefused(
  { storage, clock, quotas = DEFAULT_QUOTAS }: DeskTools,
  request: ChatRequest,
): Promise<string | undefined> {
  const { from } = request
  if (!isQuestion(request) || splitChannel(from.channel).platform === 'console') return undefined
  const now = clock.now()
  const { questionsAMinute: most } = quotas
  if (await storage.quotas.take(from.workspaceId, questionPeriod(now), most)) return undefined
  return questionsUsedUp(most, secondsToNextMinute(now))
}

/** A sentence where a change would bring more feeds than there is room for. */
export async function feedsRefused(
  { followings }: Storage,
  workspaceId: WorkspaceId,
  subject: ChangeSubject,
  { feeds: most }: Quotas = DEFAULT_QUOTAS,
): Promise<string | undefined> {
  const brought = feedsBrought(subject)
  if (brought === 0) return undefined
  const followed = (await followings.of(workspaceId)).length
  return followed + brought <= most ? undefined : feedsUsedUp(most, followed, brought)
}

/** One edition of a digest of the chat, and how to say that it came to nothing. */
export interface EditionUse {
  giveBack(): Promise<void>
}

const UNLIMITED: EditionUse = { giveBack: () => Promise.resolve() }

/** Undefined where the workspace has had enough today: then its readers are told, once a digest and day. */
export async function useEdition(
  storage: Storage,
  { name, title, workspaceId, channels, schedule }: Digest,
  { slotAt, now }: { readonly slotAt: Instant; readonly now: Instant },
  { editionsADay: most }: Quotas = DEFAULT_QUOTAS,
): Promise<EditionUse | undefined> {
  if (workspaceId === undefined) return UNLIMITED
  const { zone } = await settingsOf(storage, workspaceId)
  const period = editionPeriod(now, zone)
  if (await storage.quotas.take(workspaceId, period, most))
    return { giveBack: () => storage.quotas.giveBack(workspaceId, period) }
  const message = editionUsedUp(title, most, { slotAt, now, zone: schedule.zone })
  for (const channel of channels)
    await storage.notices.add(
      newNotice(workspaceId, channel, `quota ${period.name} ${name} ${channel}`, message, now),
    )
  return undefined
}
