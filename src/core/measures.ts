// What is measured of the program at one instant, and how feeds are counted for it. Asks nobody.
import { type Instant, MINUTE } from './calendar.ts'
import { conditionOf, type ConditionKind } from './feed-condition.ts'
import type { Feed, FeedState } from './feed.ts'
import type { QueueState } from './task.ts'
import type { Turn } from './waiting-draft.ts'

export interface Measures {
  readonly takenAt: Instant
  readonly feeds: FeedCounts
  /** Drafts that wait to be read. */
  readonly drafts: Readonly<Record<Turn, { readonly count: number; readonly since?: Instant }>>
  /** Messages neither posted nor given up. */
  readonly open: { readonly deliveries: number; readonly notices: number; readonly alerts: number }
  readonly late: LateEditions
  /** What processes share on a server. */
  readonly tasks: readonly QueueState[]
  /** Undefined before the first. */
  readonly lastBeatAt: Instant | undefined
  readonly lastBackupAt: Instant | undefined
  readonly databaseBytes: number
}

export type FeedCounts = Readonly<Record<ConditionKind, number>>

interface LateEditions {
  /** Their slot has come, and there is no edition. */
  readonly making: number
  /** The edition is there, and some part of it in no channel that it was for. */
  readonly delivering: number
}

/** The heartbeat comes once a minute and an edition takes less: beyond this delay its making is late. */
const MAKING_IS_LATE_AFTER: Instant = 5 * MINUTE

/** Five hundred channels of one platform take a quarter of an hour (services/heart): beyond it, delivering is late. */
export const DELIVERING_IS_LATE_AFTER: Instant = 15 * MINUTE

/** Every condition with its number, naught included: a series that comes and goes cannot be told from one that is lost. */
export function countConditions(
  feeds: readonly { readonly feed: Pick<Feed, 'origin'>; readonly state: FeedState }[],
  now: Instant,
): FeedCounts {
  const kinds = feeds.map(({ feed, state }) => conditionOf(feed, state, now, now).kind)
  const counts = Map.groupBy(kinds, (kind) => kind)
  return countsBy((kind) => counts.get(kind)?.length ?? 0)
}

export function addCounts(one: FeedCounts, other: FeedCounts): FeedCounts {
  const sum = (kind: ConditionKind): number => one[kind] + other[kind]
  return countsBy(sum)
}

function countsBy(count: (kind: ConditionKind) => number): FeedCounts {
  return {
    gone: count('gone'),
    blocked: count('blocked'),
    reserved: count('reserved'),
    failing: count('failing'),
    empty: count('empty'),
    silent: count('silent'),
    slow: count('slow'),
    moved: count('moved'),
    waiting: count('waiting'),
    healthy: count('healthy'),
  }
}

/** How many of these digests have a slot that came too long ago to be without its edition. */
export function countLateSlots(
  digestNames: readonly string[],
  nextSlots: ReadonlyMap<string, Instant>,
  now: Instant,
): number {
  return digestNames.filter((name) => (nextSlots.get(name) ?? now) < now - MAKING_IS_LATE_AFTER).length
}
