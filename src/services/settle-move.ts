// Writes down where a feed has moved, once its redirects have led there for some days. Reads no feed, posts nothing itself.
import { newAuditEntry } from '../core/audit.ts'
import type { Instant } from '../core/calendar.ts'
import { newChange } from '../core/change.ts'
import { addressOf, settledAddress } from '../core/feed-move.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import { newNotice } from '../core/notice.ts'
import { sameAddressMessage } from '../locale/feeds-meeting.ts'
import type { Storage } from '../ports.ts'
import { channelFor, presentWorkspaces, watchedFeeds } from './watched-feeds.ts'

/** Who stands in the log for what the program does by itself. */
const OURSELVES = { person: '', personName: 'Pressoir', channel: '' } as const

/**
 * The state with the new address, which every workspace that follows the feed finds in its list and in its log. The feed
 * keeps its id, so that its articles keep theirs. Where another feed is read there already, nothing is written: the
 * redirect goes on leading there, and whoever follows both is told once. Inside a transaction.
 */
export async function settleMove(
  storage: Storage,
  feed: Feed,
  state: FeedState,
  now: Instant,
): Promise<FeedState> {
  const to = settledAddress(state.move, now)
  if (to === undefined || to === addressOf(feed, state)) return state
  const there = await readThere(storage, feed, to)
  if (there.size > 0) {
    await tellSameAddress(storage, { feed, there, to }, now)
    return state
  }
  const followings = await storage.followings.list([feed.id])
  for (const before of followings) {
    const after = { ...before, url: to }
    await storage.followings.save(after, now)
    const author = { ...OURSELVES, workspaceId: before.workspaceId }
    await storage.changes.add(newChange(author, { kind: 'following', before, after }, now))
  }
  if (feed.origin === 'file') {
    const event = { kind: 'feed-moved', title: feed.title, from: addressOf(feed, state), to } as const
    await storage.audit.add(newAuditEntry({ origin: 'program', actor: '' }, event, now))
  }
  return { ...state, move: { written: { to, at: now } } }
}

/** Ids of the other feeds that are read at an address: given there, or moved there before. */
async function readThere({ feeds }: Storage, { id }: Feed, address: string): Promise<ReadonlySet<string>> {
  const states = new Map((await feeds.states()).map((state) => [state.feedId, state]))
  const others = (await feeds.list()).filter((other) => {
    const state = states.get(other.id)
    return other.id !== id && (state === undefined ? other.url : addressOf(other, state)) === address
  })
  return new Set(others.map((other) => other.id))
}

/** Each workspace hears of feeds of its own alone; the same two are one occasion, however often they are read. */
async function tellSameAddress(
  storage: Storage,
  { feed, there, to }: { readonly feed: Feed; readonly there: ReadonlySet<string>; readonly to: string },
  now: Instant,
): Promise<void> {
  const watched = await watchedFeeds(storage, await presentWorkspaces(storage), [feed.id, ...there])
  for (const moved of watched.filter((one) => one.feed.id === feed.id)) {
    const { workspace } = moved
    const other = watched.find((one) => one.workspace.id === workspace.id && there.has(one.feed.id))
    const channel = channelFor(moved)
    if (other === undefined || channel === undefined) continue
    const message = sameAddressMessage(moved.feed, other.feed, to)
    const occasion = `same-address ${feed.id} ${other.feed.id} ${to}`
    await storage.notices.add(newNotice(workspace.id, channel, occasion, message, now))
  }
}
