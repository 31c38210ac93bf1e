// Whether a feed is silent beyond its own habits: by weekday, never by the clock alone. Judges no feed that it hardly knows.
import { type Day, dayAfter, dayOf, daysBetween, type Instant, USUAL_ZONE } from './calendar.ts'
import type { FeedDay, FeedHistory } from './feed-history.ts'

/** Days on which the feed was read, before its habits are known: three of each weekday. */
const KNOWN_AFTER_DAYS = 21

/** Days with an article among them: fewer in three weeks are no rhythm. */
const KNOWN_AFTER_ARTICLES = 4

/**
 * Days with an article that have failed to come, before a silence is told: a daily feed misses three whole days, a weekly
 * one three weeks. One is a holiday, two are a holiday and the bridge after it.
 */
const MISSED_DAYS = 3

/** How much longer than the longest silence that is remembered it has to be. */
const BEYOND_HABIT = 2

/**
 * Since when the feed is unusually silent: the instant of its last article. Undefined while it keeps to its habits, or
 * while they are not known. Time is counted in days with an article that were to be expected: a Sunday counts for
 * nothing in a feed that never publishes on Sundays. Today, which is not over, counts for nothing either, nor does a
 * day without a single answer: nobody knows what came out then.
 */
export function silentSince(history: FeedHistory, now: Instant): Instant | undefined {
  const { lastArticleAt } = history
  if (lastArticleAt === undefined) return undefined
  const today = dayOf(now, USUAL_ZONE)
  const observed = history.days.filter(
    ({ on, readings }) => readings > 0 && on >= dayOf(history.since, USUAL_ZONE) && on < today,
  )
  const lastDay = dayOf(lastArticleAt, USUAL_ZONE)
  const before = observed.filter(({ on }) => on <= lastDay)
  const active = before.filter(({ articles }) => articles > 0)
  if (before.length < KNOWN_AFTER_DAYS || active.length < KNOWN_AFTER_ARTICLES) return undefined
  const chances = chancesByWeekday(before)
  const missed = observed.filter(({ on }) => on > lastDay).reduce((sum, { on }) => sum + chances(on), 0)
  const isSilent = missed >= MISSED_DAYS && missed >= BEYOND_HABIT * longestSilence(before, chances)
  return isSilent ? lastArticleAt : undefined
}

type Chances = (day: Day) => number

/** How often a day of this weekday had an article, from 0 to 1. */
function chancesByWeekday(days: readonly FeedDay[]): Chances {
  const shares = Array.from({ length: 7 }, (_, weekday) => {
    const such = days.filter(({ on }) => weekdayOf(on) === weekday)
    return such.length === 0 ? 0 : such.filter(({ articles }) => articles > 0).length / such.length
  })
  return (day) => shares[weekdayOf(day)] ?? 0
}

/** The expected days with an article in the longest run of days without one. */
function longestSilence(days: readonly FeedDay[], chances: Chances): number {
  let longest = 0
  let running = 0
  for (const { on, articles } of days) {
    running = articles > 0 ? 0 : running + chances(on)
    longest = Math.max(longest, running)
  }
  return longest
}

/** 0 is Sunday: 4 January 1970 was one. */
function weekdayOf(day: Day): number {
  return ((daysBetween('1970-01-04', day) % 7) + 7) % 7
}

/** Articles of each of the last `count` days, today the last; undefined where the feed was not read. */
export function articlesByDay(
  { days }: FeedHistory,
  now: Instant,
  count: number,
): readonly (number | undefined)[] {
  const today = dayOf(now, USUAL_ZONE)
  const known = new Map(days.map((day) => [day.on, day]))
  return Array.from({ length: count }, (_, index) => {
    const day = known.get(dayAfter(today, index + 1 - count))
    return day === undefined || (day.readings === 0 && day.articles === 0) ? undefined : day.articles
  })
}
