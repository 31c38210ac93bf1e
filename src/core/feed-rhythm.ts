// When a feed is read next, and how it stands after a reading. Never reads a clock and never gives a feed up.
import { DAY, MINUTE, type Instant } from './calendar.ts'
import type { Failure } from './failures.ts'
import { articlesPerDay, type FeedHistory, newHistory, withFailure, withReading } from './feed-history.ts'
import { moveAfter } from './feed-move.ts'
import { troubleOf } from './feed-trouble.ts'
import type { FeedState, Validators } from './feed.ts'
import { placeOf } from './spread.ts'

/** The shortest wait between two readings, whatever a server allows (issue 6). */
const SHORTEST_WAIT: Instant = 5 * MINUTE

/** The longest wait, after many failures or at a server's wish: a feed is never given up (findings, wishes 3). */
const LONGEST_WAIT: Instant = DAY

/** While a feed's rhythm is not known. Most French news feeds declare a ttl of 10 to 30 minutes. */
const FIRST_INTERVAL: Instant = 15 * MINUTE

/** At least, while a hub tells us of what is new: readings for safety alone, one an hour or so. ADR 0029. */
const ANNOUNCED_INTERVAL: Instant = 90 * MINUTE

/** So long a feed is not read less often, whatever the dates of its first items say. */
const KNOWN_AFTER: Instant = 3 * DAY

/** Readings between two articles, at least: an article is seen after an eighth of the usual gap, on average. */
const READINGS_AN_ARTICLE = 4

/** The most that feeds with one and the same term from their server are spread over. */
const LONGEST_DELAY: Instant = 10 * MINUTE

/** A feed is tried once a day at least: after twice as long it was we who were not there, and what failed begins anew. */
const UNWATCHED_AFTER: Instant = 2 * LONGEST_WAIT

/** Where it is not the feed that failed, it is tried again after two to five minutes. */
const [SOON_FROM, SOON_UNTIL]: readonly [Instant, Instant] = [2 * MINUTE, 5 * MINUTE]

/** What an attempt brought. */
export interface Reading {
  readonly validators: Validators
  /** Not before this instant again, at the server's wish: ttl, Cache-Control or Retry-After. */
  readonly notBefore?: Instant | undefined
  /** As much of that as counts when readers wait for an edition. */
  readonly restUntil?: Instant | undefined
  readonly seconds?: number | undefined
  readonly itemCount?: number | undefined
  /** When the articles that are new in this feed were published; undefined for those without a date. */
  readonly publishedAt?: readonly (Instant | undefined)[]
  readonly movedTo?: string | undefined
  /** Whether a hub will tell us of what is new. */
  readonly isPushExpected?: boolean | undefined
}

/** The state after a reading that worked. */
export function afterSuccess(state: FeedState, now: Instant, reading: Reading): FeedState {
  const { validators, restUntil, publishedAt = [] } = reading
  const { lastSuccessAt } = state
  const history = withReading(state.history ?? newHistory(now), {
    ...reading,
    publishedAt,
    now,
    lastSuccessAt,
  })
  const move = moveAfter(state.move, reading.movedTo, now)
  const isStillAnswering = state.failureCount === 0 && lastSuccessAt !== undefined
  return {
    feedId: state.feedId,
    validators,
    lastReadAt: now,
    lastSuccessAt: now,
    nextReadAt: nextReading(state.feedId, history, now, reading),
    failureCount: 0,
    answeringSince: isStillAnswering ? (state.answeringSince ?? lastSuccessAt) : now,
    ...(restUntil !== undefined && { restUntil: bounded(now, restUntil) }),
    history,
    ...(move !== undefined && { move }),
  }
}

/** The state of a feed that was failing and answered somebody who tried it: it fails no more, and is read at once. */
export function afterTrial(state: FeedState, now: Instant): FeedState {
  const { lastFailure: _failure, failingSince: _failing, troubleSince: _trouble, ...kept } = state
  return { ...kept, failureCount: 0, answeringSince: now, nextReadAt: Math.min(state.nextReadAt, now) }
}

/** The state after a reading that failed: the wait doubles with each failure, from one interval to a day. */
export function afterFailure(state: FeedState, now: Instant, failure: Failure): FeedState {
  const { answeringSince: _answering, restUntil: _rest, ...kept } = state
  const failureCount = state.failureCount + 1
  const backOff = Math.min(FIRST_INTERVAL * 2 ** Math.min(failureCount - 1, 10), LONGEST_WAIT)
  const asked = failure.code === 'fetch-status' ? failure.retryAt : undefined
  const goesOn = state.failureCount > 0 && now - (state.lastReadAt ?? now) <= UNWATCHED_AFTER
  const isSame =
    goesOn && state.lastFailure !== undefined && troubleOf(state.lastFailure) === troubleOf(failure)
  const waited = now + backOff * (1 - placeOf(state.feedId) / 8)
  return {
    ...kept,
    lastReadAt: now,
    nextReadAt: bounded(now, Math.max(waited, delayed(state.feedId, now, asked))),
    failureCount,
    lastFailure: failure,
    failingSince: goesOn ? (state.failingSince ?? state.lastSuccessAt ?? now) : now,
    troubleSince: isSame ? (state.troubleSince ?? state.lastSuccessAt ?? now) : now,
    ...(asked !== undefined && { restUntil: bounded(now, asked) }),
    history: withFailure(state.history ?? newHistory(now), now),
  }
}

/** The state after an attempt that says nothing of the feed: it is tried again soon, and all that is known stays. */
export function afterOwnOutage(state: FeedState, now: Instant): FeedState {
  const wait = SOON_FROM + placeOf(state.feedId) * (SOON_UNTIL - SOON_FROM)
  return { ...state, nextReadAt: Math.round(now + wait) }
}

/** The longest time between two readings while all is well, from five minutes to a day: four readings an article. */
export function intervalOf(history: FeedHistory, now: Instant): Instant {
  const rate = articlesPerDay(history, now)
  if (rate === undefined) return FIRST_INTERVAL
  const own = Math.min(Math.max(DAY / (rate * READINGS_AN_ARTICLE), SHORTEST_WAIT), LONGEST_WAIT)
  return now - history.since < KNOWN_AFTER ? Math.min(own, FIRST_INTERVAL) : own
}

/**
 * From half an interval to a whole one: each feed has moments of its own, two in an interval, whenever it was read last.
 * Feeds that were read together, after a start or a long outage, part at once.
 */
function nextReading(
  feedId: string,
  history: FeedHistory,
  now: Instant,
  { notBefore, isPushExpected = false }: Reading,
): Instant {
  const own = intervalOf(history, now)
  const step = (isPushExpected ? Math.max(own, ANNOUNCED_INTERVAL) : own) / 2
  const earliest = now + Math.max(SHORTEST_WAIT, step)
  const place = placeOf(feedId) * step
  const planned = Math.ceil((earliest - place) / step) * step + place
  return bounded(now, Math.max(planned, delayed(feedId, now, notBefore)))
}

/** A server's term and a little more, so that all feeds of one server do not come at the same second. */
function delayed(feedId: string, now: Instant, term: Instant | undefined): Instant {
  if (term === undefined || term <= now) return now
  return term + placeOf(feedId) * Math.min((term - now) / 10, LONGEST_DELAY)
}

/**
 * How long before an edition the feeds that it tells of are read: long enough for 2,000 feeds in their turn, short enough
 * for what came out half an hour before.
 */
export const BEFORE_EDITION: Instant = 15 * MINUTE

/** The last moment at which such a reading is begun, before the edition. */
const IN_TIME: Instant = 3 * MINUTE

/**
 * When a feed is to be read for an edition at `slotAt`, at most BEFORE_EDITION ahead. Undefined when it was or will be
 * read in time anyway, or when the server asked for rest until then.
 */
export function readingBefore(slotAt: Instant, state: FeedState, now: Instant): Instant | undefined {
  const { feedId, lastReadAt, nextReadAt, restUntil = 0 } = state
  const from = slotAt - BEFORE_EDITION
  if (lastReadAt === undefined || lastReadAt >= from || nextReadAt <= slotAt - IN_TIME) return undefined
  const own = from + placeOf(feedId) * (BEFORE_EDITION - IN_TIME)
  const at = Math.round(Math.max(own, now, lastReadAt + SHORTEST_WAIT, restUntil))
  return at < slotAt ? at : undefined
}

function bounded(now: Instant, at: Instant): Instant {
  return Math.round(Math.min(at, now + LONGEST_WAIT))
}
