// Fills the shelf of stories from storage, so that what is read next joins what was read before.
import { HOUR, type Instant } from '../core/calendar.ts'
import { STORY_MEMORY, type StoryShelf } from '../core/story-shelf.ts'
import type { Storage } from '../ports.ts'
import { letOthersIn } from './map-concurrently.ts'
import { tellingTime } from './telling-time.ts'

/** Does nothing to a shelf that holds articles already; `now` says how far back to look, and no further than it. */
export async function restoreShelf(storage: Storage, shelf: StoryShelf, now: Instant): Promise<void> {
  if (shelf.size > 0) return
  await restoreSeen(storage, shelf, now - STORY_MEMORY, now)
}

/** The same for a program that runs: what it stored while its clock was ahead counts as well. */
export async function restoreRunningShelf(storage: Storage, shelf: StoryShelf, now: Instant): Promise<void> {
  if (shelf.size > 0) return
  await restoreSeen(storage, shelf, now - STORY_MEMORY, await tellingTime(storage, now))
}

/** Read at once: of five hundred articles a day, 250. */
const READ_AT_ONCE: Instant = 12 * HOUR

/** Placed before others get their turn: one takes a millisecond. */
const PLACED_AT_ONCE = 10

/** A fortnight of five hundred articles a day takes seven seconds: in pieces, so that nobody waits for all of it. */
async function restoreSeen(
  storage: Storage,
  shelf: StoryShelf,
  since: Instant,
  until: Instant,
): Promise<void> {
  const oldestAt = await storage.articles.oldestSeenAt()
  if (oldestAt === undefined) return
  try {
    for (let start = Math.max(since, oldestAt - 1); start < until; start += READ_AT_ONCE) {
      const seen = await storage.articles.seenBetween(start, Math.min(start + READ_AT_ONCE, until))
      for (let first = 0; first < seen.length; first += PLACED_AT_ONCE) {
        shelf.restore(seen.slice(first, first + PLACED_AT_ONCE))
        await letOthersIn()
      }
    }
  } catch (error) {
    // Half a shelf would be taken for a whole one.
    shelf.clear()
    throw error
  }
}
