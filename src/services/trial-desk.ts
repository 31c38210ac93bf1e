// /programme essayer, and what stands below a proposal that changes a filter: the trial and its pages. Saves no digest.
import { isSameData } from '../core/change.ts'
import type { TypedCommand } from '../core/typed-command.ts'
import { digestFilter } from '../core/digest-filter.ts'
import type { Digest } from '../core/digest.ts'
import type { FilterTrial } from '../core/filter-trial.ts'
import type { Block, MessageText } from '../core/message.ts'
import type { MemoContent } from '../core/memo.ts'
import { readFilterField } from '../core/read-definition.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { MESSAGE_TOO_OLD } from '../locale/questions.ts'
import { filterGuide } from '../locale/filter-guide.ts'
import { NAMED_OF_EACH, trialBlocks, trialMessage, trialPage } from '../locale/filter-trial.ts'
import { explainDefinitionMistake } from '../locale/definition.ts'
import { knownNames } from './definition-desk.ts'
import { type DeskTools, privately, replacing } from './desk-tools.ts'
import { digestMeant } from './find-digest.ts'
import { findMemo, keepMemo } from './keep-memo.ts'
import { workspaceOf } from './scope.ts'
import { showTried, type TriedDigest, tryFilter } from './try-filter.ts'
import { settingsOf } from './visible-feeds.ts'

const TRIED_A_PAGE = 10

/** Without a filter it says how one is written. */
export async function replyWithTrial(
  tools: DeskTools,
  from: ChatContext,
  { options }: Pick<TypedCommand, 'options'>,
): Promise<ChatReply> {
  if (options.filtre === undefined) return privately(filterGuide())
  const workspaceId = await workspaceOf(tools.storage, from)
  // All feeds are looked at when no digest was named.
  const { revue } = options
  const digest = revue === undefined ? undefined : await digestMeant(tools, { ...from, workspaceId }, revue)
  if (typeof digest === 'string') return privately(digest)
  const known = await knownNames(tools.storage, workspaceId, digest)
  const filter = readFilterField([options.filtre], known)
  if (filter === undefined) return privately(filterGuide())
  if ('mistake' in filter) return privately(explainDefinitionMistake(filter.mistake))
  const { feeds, rubrics } = digest ?? { feeds: [], rubrics: [] }
  const tried = { feeds, rubrics, withWords: [], withoutWords: [], filter, workspaceId }
  return privately(trialMessage(filter, await trialOf(tools, from, tried)))
}

/** For below the question whether a digest is to be so; nothing when no other articles come of it. */
export async function trialOfChange(
  tools: DeskTools,
  from: ChatContext,
  before: Digest | undefined,
  after: Digest,
): Promise<readonly Block[]> {
  if (digestFilter(after) === undefined) return []
  if (before !== undefined && isSameData(wishesOf(before), wishesOf(after))) return []
  return trialOf(tools, from, after)
}

const wishesOf = (digest: Digest) => [digest.feeds, digest.rubrics, digestFilter(digest)]

async function trialOf(tools: DeskTools, from: ChatContext, digest: TriedDigest): Promise<readonly Block[]> {
  const trial = await tryFilter(tools, digest)
  const newest = [true, false].flatMap((isKept) =>
    trial.tried.filter((one) => one.isKept === isKept).slice(0, NAMED_OF_EACH),
  )
  const memoId = await keepMemo(tools, from, { kind: 'trial', trial })
  const { zone } = await settingsOf(tools.storage, from.workspaceId)
  return trialBlocks(trial, await showTried(tools.storage, newest), memoId, { now: tools.clock.now(), zone })
}

/** A page of all that was tried: in a message of its own first, then turned in its place. */
export async function listTrial(tools: DeskTools, from: ChatContext, memoId: string): Promise<ChatReply> {
  const memo = await findMemo(tools, from, memoId)
  if (memo?.kind !== 'trial') return privately(MESSAGE_TOO_OLD)
  return privately(await pageOfTrial(tools, memo.trial, memoId, 0))
}

export async function turnTrial(
  tools: DeskTools,
  { trial }: Extract<MemoContent, { readonly kind: 'trial' }>,
  { memoId, page }: { readonly memoId: string; readonly page: number },
): Promise<ChatReply> {
  return replacing(await pageOfTrial(tools, trial, memoId, page))
}

async function pageOfTrial(
  tools: DeskTools,
  trial: FilterTrial,
  memoId: string,
  wanted: number,
): Promise<MessageText> {
  const total = trial.tried.length
  const pageCount = Math.max(1, Math.ceil(total / TRIED_A_PAGE))
  const page = Math.min(Math.max(0, wanted), pageCount - 1)
  const own = trial.tried.slice(page * TRIED_A_PAGE, (page + 1) * TRIED_A_PAGE)
  return trialPage({ items: await showTried(tools.storage, own), page, pageCount, total, memoId }, trial)
}
