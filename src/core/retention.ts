// Which articles keep their texts. Gives up none itself.
import { DAY, type Instant } from './calendar.ts'

export interface Retention {
  /** Texts older than this go; of any age when undefined. */
  readonly days: number | undefined
  /** Beyond this size of the database the oldest texts go; of any size when undefined. */
  readonly bytes: number | undefined
}

/** What editions, stories and their sequels read again, and a day: it stays whatever the size. */
const LEAST_AGE: Instant = 8 * DAY

/** Texts of articles first seen before this go for their age; undefined when none do. */
export function tooOldBefore({ days }: Retention, now: Instant): Instant | undefined {
  return days === undefined ? undefined : now - Math.max(days * DAY, LEAST_AGE)
}

/** Texts of articles first seen before this go while the database is too large. */
export function largeBefore({ bytes }: Retention, usedBytes: number, now: Instant): Instant | undefined {
  return bytes === undefined || usedBytes <= bytes ? undefined : now - LEAST_AGE
}
