// What a filter would have kept and left out lately: for looking before it is saved. Looks at nothing itself.
import { DAY, type Instant } from './calendar.ts'
import type { Finding } from './filter.ts'

/** How far a trial looks back. */
export const TRIAL_TIME: Instant = 7 * DAY

/** Articles of either kind that a trial lists; it counts them all. */
export const MOST_TRIED_LISTED = 200

export interface TriedArticle {
  readonly articleId: string
  readonly isKept: boolean
  readonly because: readonly Finding[]
}

export interface FilterTrial {
  readonly keptCount: number
  readonly droppedCount: number
  /** The newest of each, newest first; the kept ones before the others. */
  readonly tried: readonly TriedArticle[]
  /** Articles seen from here on were looked at. */
  readonly since: Instant
  /** There were too many: the older ones were not looked at. */
  readonly isCut: boolean
}
