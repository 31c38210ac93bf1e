// What a change is about as it stands now, and the change put into storage. Asks nobody and writes no log.
import type { Instant } from '../core/calendar.ts'
import { type ChangeSubject, isSameData } from '../core/change.ts'
import type { Alert } from '../core/alert.ts'
import type { Digest } from '../core/digest.ts'
import type { Following } from '../core/following.ts'
import { firstReadings } from '../core/first-readings.ts'
import { nextSlot } from '../core/schedule.ts'
import { DEFAULT_SETTINGS, type WorkspaceId, type WorkspaceSettings } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'
import { settingsOf } from './visible-feeds.ts'

/**
 * The change as it can still be made: undefined when what it goes out from is there no more. Of many feeds, those that
 * somebody has changed meanwhile are left as they are.
 */
export async function stillFitting(
  storage: Storage,
  workspaceId: WorkspaceId,
  subject: ChangeSubject,
): Promise<ChangeSubject | undefined> {
  if (subject.kind === 'followings') return fittingFollowings(storage, workspaceId, subject)
  return isSameData(await currentOf(storage, workspaceId, subject), subject.before) ? subject : undefined
}

type ManyFollowings = Extract<ChangeSubject, { readonly kind: 'followings' }>

async function fittingFollowings(
  { followings }: Storage,
  workspaceId: WorkspaceId,
  { before, after, ...subject }: ManyFollowings,
): Promise<ManyFollowings | undefined> {
  const current = new Map(
    (await followings.of(workspaceId)).map((following) => [following.feedId, following]),
  )
  const going = before?.filter((following) => isSameData(current.get(following.feedId), following)) ?? []
  const coming = after?.filter(({ feedId }) => !current.has(feedId)) ?? []
  if (going.length + coming.length === 0) return undefined
  return {
    ...subject,
    ...(going.length === 0 ? {} : { before: going }),
    ...(coming.length === 0 ? {} : { after: coming }),
  }
}

/** What has to equal `before`; undefined where there is nothing. */
async function currentOf(
  storage: Storage,
  workspaceId: WorkspaceId,
  subject: Exclude<ChangeSubject, ManyFollowings>,
): Promise<Following | Digest | Alert | WorkspaceSettings | undefined> {
  switch (subject.kind) {
    case 'following':
      return currentFollowing(storage, workspaceId, subject)
    case 'digest':
      return currentDigest(storage, workspaceId, subject)
    case 'alert':
      return storage.alerts.get((subject.before ?? subject.after)?.name ?? '')
    case 'settings':
      return settingsOf(storage, workspaceId)
    default:
      return subject satisfies never
  }
}

/** Somebody who has a digest of their own already gets no second one. */
async function currentDigest(
  { digests }: Storage,
  workspaceId: WorkspaceId,
  { before, after }: ChangeSubject & { readonly kind: 'digest' },
): Promise<Digest | undefined> {
  const current = await digests.get((before ?? after)?.name ?? '')
  if (current !== undefined || after?.owner === undefined) return current
  return (await digests.of(workspaceId)).find(({ owner }) => owner === after.owner)
}

/** A new address that is followed already is in the way as well. */
async function currentFollowing(
  storage: Storage,
  workspaceId: WorkspaceId,
  { before, after }: ChangeSubject & { readonly kind: 'following' },
): Promise<Following | undefined> {
  const feedId = (before ?? after)?.feedId ?? ''
  const current = await storage.followings.get(workspaceId, feedId)
  if (after === undefined || after.feedId === feedId) return current
  return (await storage.followings.get(workspaceId, after.feedId)) ?? current
}

/** Inside a transaction. `onFeed` hears how many of many feeds are done. */
export async function applyChange(
  storage: Storage,
  workspaceId: WorkspaceId,
  subject: ChangeSubject,
  now: Instant,
  onFeed: (done: number) => void = () => undefined,
): Promise<void> {
  switch (subject.kind) {
    case 'following':
      return applyFollowing(storage, workspaceId, subject, now)
    case 'followings':
      return applyFollowings(storage, workspaceId, subject, { now, onFeed })
    case 'digest':
      return applyDigest(storage, subject, now)
    case 'alert':
      return applyAlert(storage, subject)
    case 'settings':
      return applySettings(storage, workspaceId, subject.after, now)
    default:
      return subject satisfies never
  }
}

/** A feed that is to be read where it was before its move begins anew there. */
async function applyFollowing(
  { followings, feeds }: Storage,
  workspaceId: WorkspaceId,
  { before, after }: ChangeSubject & { readonly kind: 'following' },
  now: Instant,
): Promise<void> {
  if (before !== undefined && before.feedId !== after?.feedId)
    await followings.remove(workspaceId, before.feedId)
  if (after !== undefined) await followings.save(after, now)
  if (before === undefined || before.feedId !== after?.feedId || before.url === after.url) return
  const moved = (await feeds.states([after.feedId])).find(({ move }) => move !== undefined)
  if (moved === undefined) return
  const { move: _move, ...state } = moved
  await feeds.saveState({ ...state, validators: {}, nextReadAt: now })
}

/** What comes is read for the first time little by little: 2,000 feeds at once would hold up all others. */
async function applyFollowings(
  { followings }: Storage,
  workspaceId: WorkspaceId,
  { before = [], after = [] }: ManyFollowings,
  { now, onFeed }: { readonly now: Instant; readonly onFeed: (done: number) => void },
): Promise<void> {
  let done = 0
  for (const { feedId } of before) {
    await followings.remove(workspaceId, feedId)
    onFeed(++done)
  }
  for (const { item, at } of firstReadings(after, now)) {
    await followings.save(item, at)
    onFeed(++done)
  }
}

/** The next slot is announced anew: hours that nobody announced are never caught up on. */
async function applyDigest(
  { digests, editions }: Storage,
  { before, after }: ChangeSubject & { readonly kind: 'digest' },
  now: Instant,
): Promise<void> {
  if (before !== undefined && before.name !== after?.name) await digests.remove(before.name)
  if (after === undefined) return
  await digests.save(after)
  if (after.suspendedAt === undefined) await editions.saveNextSlot(after.name, nextSlot(after.schedule, now))
}

async function applyAlert(
  { alerts }: Storage,
  { before, after }: ChangeSubject & { readonly kind: 'alert' },
): Promise<void> {
  if (before !== undefined && before.name !== after?.name) await alerts.remove(before.name)
  if (after !== undefined) await alerts.save(after)
}

async function applySettings(
  { workspaces }: Storage,
  id: WorkspaceId,
  settings: WorkspaceSettings,
  now: Instant,
): Promise<void> {
  const known = await workspaces.get(id)
  const workspace = known ?? { id, name: '', joinedAt: now, settings: DEFAULT_SETTINGS }
  await workspaces.save({ ...workspace, settings })
}
