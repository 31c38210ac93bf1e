// Invented weeks of a feed, for tests of what is found in them: a reading each morning and evening.
import { DAY, HOUR, type Instant } from '../../src/core/calendar.ts'
import { type FeedHistory, newHistory, withReading } from '../../src/core/feed-history.ts'

interface Weeks {
  readonly days: number
  /** The last evening. */
  readonly until: Instant
  /** Articles of a day, by its number; the first day is 0. */
  readonly articles: (day: number, noon: Instant) => number
  /** Days on which nobody reads it. */
  readonly isUnread?: (day: number) => boolean
}

/** Articles come out at noon and are seen in the evening. */
export function publishing({ days, until, articles, isUnread = () => false }: Weeks): FeedHistory {
  const start = until - days * DAY
  let lastSuccessAt: Instant | undefined = start
  let history = withReading(newHistory(start), { now: start, itemCount: 20, publishedAt: [] })
  for (let day = 0; day < days; day++) {
    if (isUnread(day)) continue
    const now: Instant = start + (day + 1) * DAY - HOUR
    const noon = now - 8 * HOUR
    const publishedAt = Array.from({ length: articles(day, noon) }, () => noon)
    history = withReading(history, { now, itemCount: 20, publishedAt, lastSuccessAt })
    lastSuccessAt = now
  }
  return history
}
