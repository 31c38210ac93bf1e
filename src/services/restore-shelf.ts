// Fills the shelf of stories from storage, so that what is read next joins what was read before, whoever read it.
import { HOUR, type Instant } from '../core/calendar.ts'
import { STORY_MEMORY, type StoryShelf } from '../core/story-shelf.ts'
import type { LoggedPlacement, Storage } from '../ports.ts'
import { letOthersIn } from './map-concurrently.ts'
import { tellingTime } from './telling-time.ts'

/** Does nothing to a shelf that holds articles already; `now` says how far back to look, and no further than it. */
export async function restoreShelf(storage: Storage, shelf: StoryShelf, now: Instant): Promise<void> {
  if (shelf.size > 0) return
  await restoreSeen(storage, shelf, now - STORY_MEMORY, now)
}

/**
 * The same for a program that runs: what it stored while its clock was ahead counts as well. A shelf that holds articles
 * gets what other processes have placed since. In a transaction nothing is placed meanwhile.
 */
export async function restoreRunningShelf(storage: Storage, shelf: StoryShelf, now: Instant): Promise<void> {
  if (shelf.size > 0) return catchUp(storage, shelf)
  // What is placed while the shelf is being filled is caught up with: nothing is put on it twice.
  const position = await storage.placements.last()
  const until = await tellingTime(storage, now)
  await restoreSeen(storage, shelf, now - STORY_MEMORY, until)
  // Of a process whose clock is ahead of ours.
  shelf.restore(await storage.articles.seenBetween(until, Number.MAX_SAFE_INTEGER))
  shelf.position = position
}

/** Placements of the log read at once: of one beat of another process. */
const CAUGHT_UP_AT_ONCE = 200

async function catchUp(storage: Storage, shelf: StoryShelf): Promise<void> {
  let logged: readonly LoggedPlacement[]
  do {
    logged = await storage.placements.after(shelf.position, CAUGHT_UP_AT_ONCE)
    // Nearly always one's own.
    const placements = new Map(
      logged.flatMap(({ placement }) =>
        shelf.has(placement.articleId) ? [] : [[placement.articleId, placement] as const],
      ),
    )
    if (placements.size > 0) {
      const articles = await storage.articles.get([...placements.keys()])
      shelf.restore(
        articles.flatMap((article) => {
          const placement = placements.get(article.id)
          return placement === undefined ? [] : [{ ...article, placement }]
        }),
      )
    }
    shelf.position = logged.at(-1)?.position ?? shelf.position
  } while (logged.length === CAUGHT_UP_AT_ONCE)
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
