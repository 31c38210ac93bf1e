// Tries an alert over the last days, before or after it is set up. Saves nothing.
import type { Alert } from '../core/alert.ts'
import { DAY, HOUR, type Instant } from '../core/calendar.ts'
import type { PlacedArticle } from '../core/importance.ts'
import { type RehearsedAlert, rehearseInSteps } from '../core/rehearse-alert.ts'
import type { Storage } from '../ports.ts'
import { inTurns } from './in-turns.ts'
import { createRecall, watchedArticles } from './watched-articles.ts'

/** A week shows weekdays and a weekend. */
const REHEARSED: Instant = 7 * DAY

/** Before the time itself: what the first minutes look back to, a night and a day at most. */
const LEAD: Instant = 36 * HOUR

export interface AlertRehearsal {
  readonly rung: readonly RehearsedAlert[]
  /** Undefined in an empty database. */
  readonly since: Instant | undefined
  /** Articles that say what is watched. */
  readonly articleCount: number
}

/** Articles of a day are read at once, so that a week never stands in memory with all its texts. */
export async function rehearseAlert(
  storage: Storage,
  alert: Alert,
  until: Instant,
  lasting: Instant = REHEARSED,
): Promise<AlertRehearsal> {
  const oldestSeenAt = await storage.articles.oldestSeenAt()
  if (oldestSeenAt === undefined) return { rung: [], since: undefined, articleCount: 0 }
  const since = Math.max(until - lasting, oldestSeenAt - 1)
  const recall = createRecall()
  const articles: PlacedArticle[] = []
  const originals = new Map<string, Instant>()
  for (let from = since - LEAD; from < until; from += DAY) {
    const seen = await storage.articles.seenBetween(from, Math.min(from + DAY, until))
    const watched = await watchedArticles(storage, alert, seen, recall)
    articles.push(...watched.articles)
    for (const [id, at] of watched.originals) originals.set(id, at)
  }
  // Set up or suspended when it will: over the past it is tried as if it had always been there.
  const { since: _since, suspendedAt: _suspendedAt, ...running } = alert
  const rung = await inTurns(rehearseInSteps(running, { articles, originals, since, until }))
  return { rung, since, articleCount: articles.filter(({ firstSeenAt }) => firstSeenAt > since).length }
}
