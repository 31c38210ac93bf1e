// How often an alert would have rung over what is known already. Rings nothing, and reads no clock.
import type { Alert } from './alert.ts'
import { HOUR, type Instant, MINUTE } from './calendar.ts'
import { type PlacedArticle, rankSources } from './importance.ts'
import { type PastAlert, raiseAlerts, watchedSince } from './raise-alerts.ts'

export interface RehearsedAlert {
  readonly at: Instant
  /** Of the article that tells its first story best. */
  readonly title: string
  readonly storyCount: number
  readonly publisherCount: number
  readonly isLate: boolean
  /** The most that a day may have was reached with it. */
  readonly isLast: boolean
}

interface Rehearsal {
  /** In order of sight, of the time and of the hours before it. */
  readonly articles: readonly PlacedArticle[]
  readonly originals: ReadonlyMap<string, Instant>
  readonly since: Instant
  readonly until: Instant
}

/** How often is looked; the program itself looks every minute. */
const STEP: Instant = 5 * MINUTE

/** A week takes a second where there are thousands of articles: others have their turn between two steps. */
const STEPS_AT_ONCE = 24

/** What is told may be told again after three days at most (core/alert). */
const REMEMBERED: Instant = 73 * HOUR

/** In order of time. Stories are taken as they are known in the end: what became one counts as one from the start. */
export function* rehearseInSteps(
  alert: Alert,
  { articles, originals, since, until }: Rehearsal,
): Generator<undefined, readonly RehearsedAlert[], undefined> {
  const rung: RehearsedAlert[] = []
  let past: readonly PastAlert[] = []
  let [first, end, count] = [0, 0, 0]
  let known = -1
  let wasSilent = true
  for (let now = since + STEP; now < until + STEP; now += STEP) {
    if (count++ % STEPS_AT_ONCE === 0) yield undefined
    const from = watchedSince(alert, now)
    while ((articles[end]?.firstSeenAt ?? Infinity) <= now) end++
    while (first < end && (articles[first]?.firstSeenAt ?? 0) <= from) first++
    // In the morning the articles of the night are looked at again.
    while (first > 0 && (articles[first - 1]?.firstSeenAt ?? 0) > from) first--
    const isSilent = from === now - alert.minutes * MINUTE
    const isSame = end === known && isSilent === wasSilent
    wasSilent = isSilent
    known = end
    if (isSame) continue
    const news = { articles: articles.slice(first, end), originals, raised: past, muted: NONE, now }
    for (const { storyIds, publisherCount, isTogether, isLate, isLast, articles: told } of raiseAlerts(
      alert,
      news,
    )) {
      past = past
        .filter(({ raisedAt }) => now - raisedAt < REMEMBERED)
        .concat({
          storyIds,
          isTogether,
          isOwn: true,
          raisedAt: now,
        })
      const tellers = told.filter(({ placement }) => placement.storyId === storyIds[0])
      const title = rankSources(tellers)[0]?.title ?? ''
      rung.push({ at: now, title, storyCount: storyIds.length, publisherCount, isLate, isLast })
    }
  }
  return rung
}

const NONE: ReadonlySet<string> = new Set()
