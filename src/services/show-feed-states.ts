// How the feeds of a workspace fare, worst first, and one of them with its last weeks. Reads no feed, changes nothing.
import { conditionOf, WORST_FIRST } from '../core/feed-condition.ts'
import { articlesPerDay } from '../core/feed-history.ts'
import { addressOf } from '../core/feed-move.ts'
import { articlesByDay } from '../core/feed-silence.ts'
import type { Instant } from '../core/calendar.ts'
import type { FeedState } from '../core/feed.ts'
import type { MessageText } from '../core/message.ts'
import type { ChatContext } from '../core/request.ts'
import { feedState, feedStates, type StatedFeed } from '../locale/feed-states.ts'
import type { DeskTools } from './desk-tools.ts'
import { pageOf, type WantedPage } from './list-pages.ts'
import { mayManageHere } from './rights.ts'
import { type FollowedFeed, followedFeeds, settingsOf, statesOf } from './visible-feeds.ts'

/** Two lines each on a telephone. */
const FEEDS_A_PAGE = 8

/** Days that are drawn: two weeks, so that weekends show. */
const DAYS_DRAWN = 14

/** A feed with all that is known of it. `followedSince` stands in for what never happened. */
export function stateFeed(
  { feed, following }: FollowedFeed,
  state: FeedState | undefined,
  followedSince: Instant,
  now: Instant,
): StatedFeed {
  const since = following?.addedAt ?? followedSince
  if (state === undefined)
    return {
      feed,
      address: feed.url,
      condition: { kind: 'waiting', since },
      suspendedAt: following?.suspendedAt,
    }
  const { history, lastReadAt, nextReadAt } = state
  const isPaused = following?.suspendedAt !== undefined
  return {
    feed,
    address: addressOf(feed, state),
    condition: conditionOf(feed, state, since, now),
    suspendedAt: following?.suspendedAt,
    history,
    perDay: history && articlesPerDay(history, now),
    lastReadAt,
    nextReadAt: isPaused ? undefined : nextReadAt,
  }
}

/** Worst first; what rests comes last; alike ones in the order given. */
export function worstFirst(stated: readonly StatedFeed[]): readonly StatedFeed[] {
  return stated.toSorted((one, other) => rankOf(one) - rankOf(other))
}

function rankOf({ condition, suspendedAt }: StatedFeed): number {
  return suspendedAt === undefined ? WORST_FIRST.indexOf(condition.kind) : WORST_FIRST.length
}

async function statedFeeds({ storage, clock }: DeskTools, from: ChatContext): Promise<readonly StatedFeed[]> {
  const now = clock.now()
  const joinedAt = (await storage.workspaces.get(from.workspaceId))?.joinedAt ?? now
  const followed = await followedFeeds(storage, from.workspaceId)
  const states = await statesOf(storage, followed)
  return worstFirst(followed.map((one) => stateFeed(one, states.get(one.feed.id), joinedAt, now)))
}

export async function feedStatesPage(
  tools: DeskTools,
  from: ChatContext,
  wanted: WantedPage,
): Promise<MessageText> {
  const items = await statedFeeds(tools, from)
  const page = await pageOf(tools, from, {
    items,
    kind: { of: 'feed-states', perPage: FEEDS_A_PAGE },
    wanted,
  })
  const { zone } = await settingsOf(tools.storage, from.workspaceId)
  return feedStates(page, items, { now: tools.clock.now(), zone })
}

export async function feedStateMessage(
  tools: DeskTools,
  from: ChatContext,
  feedId: string,
): Promise<MessageText | undefined> {
  const stated = (await statedFeeds(tools, from)).find(({ feed }) => feed.id === feedId)
  if (stated === undefined) return undefined
  const now = tools.clock.now()
  const byDay = stated.history === undefined ? [] : articlesByDay(stated.history, now, DAYS_DRAWN)
  const { zone } = await settingsOf(tools.storage, from.workspaceId)
  return feedState(stated, byDay, { now, zone }, await mayManageHere(tools.storage, from))
}
