// What a change is about as it stands now, and the change put into storage. Asks nobody and writes no log.
import type { Instant } from '../core/calendar.ts'
import type { ChangeSubject } from '../core/change.ts'
import type { Digest } from '../core/digest.ts'
import type { Following } from '../core/following.ts'
import { nextSlot } from '../core/schedule.ts'
import { DEFAULT_SETTINGS, type WorkspaceId, type WorkspaceSettings } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'
import { settingsOf } from './visible-feeds.ts'

/** What has to equal `before`; undefined where there is nothing. */
export async function currentOf(
  storage: Storage,
  workspaceId: WorkspaceId,
  subject: ChangeSubject,
): Promise<Following | Digest | WorkspaceSettings | undefined> {
  switch (subject.kind) {
    case 'following':
      return currentFollowing(storage, workspaceId, subject)
    case 'digest':
      return currentDigest(storage, workspaceId, subject)
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

/** Inside a transaction. */
export async function applyChange(
  storage: Storage,
  workspaceId: WorkspaceId,
  subject: ChangeSubject,
  now: Instant,
): Promise<void> {
  switch (subject.kind) {
    case 'following':
      return applyFollowing(storage, workspaceId, subject, now)
    case 'digest':
      return applyDigest(storage, subject, now)
    case 'settings':
      return applySettings(storage, workspaceId, subject.after, now)
    default:
      return subject satisfies never
  }
}

async function applyFollowing(
  { followings }: Storage,
  workspaceId: WorkspaceId,
  { before, after }: ChangeSubject & { readonly kind: 'following' },
  now: Instant,
): Promise<void> {
  if (before !== undefined && before.feedId !== after?.feedId)
    await followings.remove(workspaceId, before.feedId)
  if (after !== undefined) await followings.save(after, now)
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
