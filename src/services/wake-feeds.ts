// Has the feeds of an edition read shortly before its hour, however seldom they are read otherwise. Reads none itself.
import { BEFORE_EDITION, readingBefore } from '../core/feed-rhythm.ts'
import type { Instant } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import type { Feed } from '../core/feed.ts'
import type { Clock, Storage } from '../ports.ts'
import { visibleFeeds } from './visible-feeds.ts'

interface WakeTools {
  readonly storage: Storage
  readonly clock: Clock
}

/** Brings forward what would come too late for the next editions of these digests. */
export async function wakeFeeds({ storage, clock }: WakeTools, digests: readonly Digest[]): Promise<void> {
  const now = clock.now()
  const wanted = await wantedAt(storage, digests, now)
  if (wanted.size === 0) return
  await storage.inTransaction(async ({ feeds }) => {
    for (const state of await feeds.states([...wanted.keys()])) {
      const slotAt = wanted.get(state.feedId)
      const at = slotAt === undefined ? undefined : readingBefore(slotAt, state, now)
      if (at !== undefined) await feeds.saveState({ ...state, nextReadAt: at })
    }
  })
}

/** The next edition that tells of each feed, of those that are near. */
async function wantedAt(
  storage: Storage,
  digests: readonly Digest[],
  now: Instant,
): Promise<ReadonlyMap<string, Instant>> {
  const slots = await storage.editions.nextSlots()
  const wanted = new Map<string, Instant>()
  // Of thousands of digests at eight, several are of one workspace.
  const known = new Map<string | undefined, Promise<readonly Feed[]>>()
  const feedsOf = (workspaceId: Digest['workspaceId']): Promise<readonly Feed[]> => {
    const feeds = known.get(workspaceId) ?? visibleFeeds(storage, workspaceId)
    known.set(workspaceId, feeds)
    return feeds
  }
  for (const { name, workspaceId, feeds: titles, rubrics } of digests) {
    const slotAt = slots.get(name)
    if (slotAt === undefined || slotAt <= now || slotAt > now + BEFORE_EDITION) continue
    for (const { id, title, rubric } of await feedsOf(workspaceId)) {
      const isMeant =
        (titles.length === 0 || titles.includes(title)) && (rubrics.length === 0 || rubrics.includes(rubric))
      if (isMeant) wanted.set(id, Math.min(slotAt, wanted.get(id) ?? Infinity))
    }
  }
  return wanted
}
