// Fills the shelf of stories from storage, so that what is read next joins what was read before.
import type { Instant } from '../core/calendar.ts'
import { STORY_MEMORY, type StoryShelf } from '../core/story-shelf.ts'
import type { Storage } from '../ports.ts'
import { tellingTime } from './telling-time.ts'

/** Does nothing to a shelf that holds articles already; `now` says how far back to look, and no further than it. */
export async function restoreShelf(storage: Storage, shelf: StoryShelf, now: Instant): Promise<void> {
  if (shelf.size > 0) return
  shelf.restore(await storage.articles.seenBetween(now - STORY_MEMORY, now))
}

/** The same for a program that runs: what it stored while its clock was ahead counts as well. */
export async function restoreRunningShelf(storage: Storage, shelf: StoryShelf, now: Instant): Promise<void> {
  if (shelf.size > 0) return
  const until = await tellingTime(storage, now)
  shelf.restore(await storage.articles.seenBetween(now - STORY_MEMORY, until))
}
