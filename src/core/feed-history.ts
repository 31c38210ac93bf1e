// What the last weeks of a feed were like, day by day: readings, failures, articles. Bounded; never reads a feed or a clock.
import { DAY, type Day, dayOf, daysBetween, type Instant, USUAL_ZONE } from './calendar.ts'
import { silentSince } from './feed-silence.ts'

/**
 * Days that are remembered: eight of each weekday. Fewer than four of one weekday tell a habit from chance badly, and
 * more would keep last season's habits.
 */
export const HISTORY_DAYS = 56

/** How much the last answer weighs in the usual time of an answer: one slow answer is forgotten after ten others. */
const LATEST_WEIGHT = 0.2

/** Beyond this a feed is slow, in seconds: a reader gives up after twenty, so it is half way to failing. */
const SLOW_FROM_SECONDS = 8

/** Below this it is so no more, in seconds: between the two nothing changes, so that it does not flap. */
const SLOW_UNTIL_SECONDS = 5

/** One calendar day of USUAL_ZONE. */
export interface FeedDay {
  readonly on: Day
  /** Attempts that were answered by a feed, or by «unchanged». */
  readonly readings: number
  readonly failures: number
  /** Articles that were new in this feed, by the day on which they came out. */
  readonly articles: number
  /** The slowest answer, in seconds. */
  readonly slowestSeconds: number
}

export interface FeedHistory {
  /** The first attempt that is remembered. */
  readonly since: Instant
  /** Oldest first, at most HISTORY_DAYS back; days on which nothing happened are not there. */
  readonly days: readonly FeedDay[]
  /** When the newest article came out, as far as we can tell. */
  readonly lastArticleAt?: Instant
  /** Items in the document that was read last; undefined while none was. */
  readonly itemCount?: number
  /** Since when the document holds no item, although it used to. */
  readonly emptySince?: Instant
  /** A moving mean of the time that answers take, in seconds; undefined while there is none. */
  readonly usualSeconds?: number
  readonly slowSince?: Instant
  /** The last article of a feed that fell silent; until the next one, however long that takes. */
  readonly silentSince?: Instant
}

/** An attempt that the feed answered. */
export interface AnsweredReading {
  readonly now: Instant
  /** How long the answer took; undefined when nobody measured. */
  readonly seconds?: number | undefined
  /** Undefined when nothing has changed since the last reading. */
  readonly itemCount?: number | undefined
  /** When the articles that are new in this feed were published; undefined for those without a date. */
  readonly publishedAt: readonly (Instant | undefined)[]
  /** The success before this one; undefined for the first. */
  readonly lastSuccessAt?: Instant | undefined
}

export function newHistory(now: Instant): FeedHistory {
  return { since: now, days: [] }
}

/** The history after an answer. */
export function withReading(history: FeedHistory, reading: AnsweredReading): FeedHistory {
  const { now, seconds } = reading
  const cameOut = reading.publishedAt.flatMap((at) => outAt(at, reading) ?? [])
  const today = { readings: 1, slowestSeconds: seconds ?? 0 }
  const counted = cameOut.reduce((days, at) => counting(days, at, { articles: 1 }), history.days)
  const lastArticleAt = Math.max(history.lastArticleAt ?? 0, ...cameOut)
  const after: FeedHistory = {
    since: history.since,
    days: recent(counting(counted, now, today), now),
    ...(lastArticleAt > 0 && { lastArticleAt }),
    ...itemsOf(history, reading),
    ...(seconds === undefined ? speedOf(history) : withSeconds(history, seconds, now)),
  }
  // What made the silence unusual is forgotten after some weeks; the silence goes on.
  const isStillSilent = history.silentSince !== undefined && history.silentSince === after.lastArticleAt
  const silent = isStillSilent ? history.silentSince : silentSince(after, now)
  return silent === undefined ? after : { ...after, silentSince: silent }
}

/** The history after an attempt that failed. */
export function withFailure(history: FeedHistory, now: Instant): FeedHistory {
  return { ...history, days: recent(counting(history.days, now, { failures: 1 }), now) }
}

/**
 * When an article came out. What is new since the last reading came out after it, whatever date it bears: some feeds
 * give all their articles the date of their launch. At the first reading nothing else than the date is known, so that
 * a burst of old items is no rhythm, and one without a date says nothing.
 */
function outAt(
  publishedAt: Instant | undefined,
  { now, lastSuccessAt }: AnsweredReading,
): Instant | undefined {
  if (lastSuccessAt === undefined)
    return publishedAt === undefined || publishedAt > now ? undefined : publishedAt
  return Math.min(now, Math.max(publishedAt ?? now, lastSuccessAt))
}

function itemsOf(
  history: FeedHistory,
  { itemCount, now }: AnsweredReading,
): Pick<FeedHistory, 'itemCount' | 'emptySince'> {
  const { itemCount: before, emptySince } = history
  if (itemCount === undefined)
    return {
      ...(before !== undefined && { itemCount: before }),
      ...(emptySince !== undefined && { emptySince }),
    }
  const wasFull = before !== undefined && before > 0
  const since = itemCount > 0 ? undefined : (emptySince ?? (wasFull ? now : undefined))
  return { itemCount, ...(since !== undefined && { emptySince: since }) }
}

function speedOf({ usualSeconds, slowSince }: FeedHistory): Pick<FeedHistory, 'usualSeconds' | 'slowSince'> {
  return {
    ...(usualSeconds !== undefined && { usualSeconds }),
    ...(slowSince !== undefined && { slowSince }),
  }
}

function withSeconds(
  { usualSeconds, slowSince }: FeedHistory,
  seconds: number,
  now: Instant,
): Pick<FeedHistory, 'usualSeconds' | 'slowSince'> {
  const usual = usualSeconds === undefined ? seconds : usualSeconds + LATEST_WEIGHT * (seconds - usualSeconds)
  const isSlow = usual >= (slowSince === undefined ? SLOW_FROM_SECONDS : SLOW_UNTIL_SECONDS)
  const rounded = Math.round(usual * 100) / 100
  return { usualSeconds: rounded, ...(isSlow && { slowSince: slowSince ?? now }) }
}

type Happened = Partial<Omit<FeedDay, 'on'>>

/** The days with what happened at an instant; a day that is not there yet is put in its place. */
function counting(days: readonly FeedDay[], at: Instant, happened: Happened): readonly FeedDay[] {
  const on = dayOf(at, USUAL_ZONE)
  const { readings = 0, failures = 0, articles = 0, slowestSeconds = 0 } = happened
  const known = days.find((day) => day.on === on)
  const day: FeedDay = {
    on,
    readings: (known?.readings ?? 0) + readings,
    failures: (known?.failures ?? 0) + failures,
    articles: (known?.articles ?? 0) + articles,
    slowestSeconds: Math.max(known?.slowestSeconds ?? 0, slowestSeconds),
  }
  return known === undefined
    ? [...days, day].toSorted((one, other) => (one.on < other.on ? -1 : 1))
    : days.map((other) => (other === known ? day : other))
}

function recent(days: readonly FeedDay[], now: Instant): readonly FeedDay[] {
  const today = dayOf(now, USUAL_ZONE)
  return days.filter(({ on }) => daysBetween(on, today) < HISTORY_DAYS)
}

/**
 * Articles a day: of the last week or of all that is remembered, whichever is more. A feed that wakes up is read more
 * often at once, and one that falls silent less often little by little. Undefined while less than a day is known.
 */
export function articlesPerDay(history: FeedHistory, now: Instant): number | undefined {
  const today = dayOf(now, USUAL_ZONE)
  const [first] = history.days
  const knownDays =
    first === undefined ? 0 : Math.max(daysBetween(first.on, today), (now - history.since) / DAY)
  if (knownDays < 1) return undefined
  const rateOver = (span: number): number => {
    const within = history.days.filter(({ on }) => daysBetween(on, today) <= span)
    return within.reduce((sum, { articles }) => sum + articles, 0) / Math.min(span, knownDays)
  }
  return Math.max(rateOver(7), rateOver(HISTORY_DAYS))
}

/** Articles that came out in [from, until[, days of USUAL_ZONE. */
export function articlesBetween({ days }: FeedHistory, from: Day, until: Day): number {
  return days.reduce((sum, { on, articles }) => sum + (on >= from && on < until ? articles : 0), 0)
}
