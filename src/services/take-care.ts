// What each beat does besides news: tells administrators how their feeds fare, forgets what is too old. Makes no edition.
import { TRASH_TIME } from '../core/change.ts'
import { STORY_MEMORY } from '../core/story-shelf.ts'
import { TRACE_LIFE } from '../core/trace.ts'
import { tellFeedHealth } from './tell-health.ts'
import { tellWeek } from './tell-week.ts'

export async function takeCare(tools: Parameters<typeof tellFeedHealth>[0]): Promise<void> {
  await tellFeedHealth(tools)
  await tellWeek(tools)
  const { storage, clock } = tools
  const now = clock.now()
  await storage.memos.removeExpired(now)
  await storage.quotas.forgetBefore(now)
  await storage.feeds.forgetRemoved(now - TRASH_TIME)
  await storage.placements.forgetBefore(now - STORY_MEMORY)
  await storage.traces.removeBefore(now - TRACE_LIFE)
}
