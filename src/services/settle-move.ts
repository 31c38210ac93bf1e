// Writes down where a feed has moved, once its redirects have led there for some days. Reads no feed, tells no administrator.
import type { Instant } from '../core/calendar.ts'
import { newChange } from '../core/change.ts'
import { settledAddress } from '../core/feed-move.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import type { Storage } from '../ports.ts'

/** Who stands in the log for what the program does by itself. */
const OURSELVES = { person: '', personName: 'Pressoir', channel: '' } as const

/**
 * The state with the new address, which every workspace that follows the feed finds in its list and in its log. The feed
 * keeps its id, so that its articles keep theirs. Where another feed is read there already, nothing is written: the
 * redirect goes on leading there. Inside a transaction.
 */
export async function settleMove(
  storage: Storage,
  feed: Feed,
  state: FeedState,
  now: Instant,
): Promise<FeedState> {
  const to = settledAddress(state.move, now)
  if (to === undefined) return state
  const others = (await storage.feeds.list()).filter(({ id }) => id !== feed.id)
  if (others.some(({ url }) => url === to)) return state
  const followings = (await storage.followings.list()).filter(({ feedId }) => feedId === feed.id)
  for (const before of followings) {
    const after = { ...before, url: to }
    await storage.followings.save(after, now)
    const author = { ...OURSELVES, workspaceId: before.workspaceId }
    await storage.changes.add(newChange(author, { kind: 'following', before, after }, now))
  }
  return { ...state, move: { written: { to, at: now } } }
}
