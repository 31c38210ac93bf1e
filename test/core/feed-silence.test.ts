// Invented weeks, and whether a reader would find the silence at their end unusual.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant, wallClock } from '../../src/core/calendar.ts'
import { type FeedHistory, withReading } from '../../src/core/feed-history.ts'
import { articlesByDay } from '../../src/core/feed-silence.ts'
import { publishing } from './feed-weeks.ts'

/** A Thursday evening. */
const THURSDAY = Date.parse('2026-03-19T21:00:00+01:00')

const weekdayOf = (instant: Instant): number => wallClock(instant, 'Europe/Paris').weekday
const isWorkday = (noon: Instant): boolean => ![0, 6].includes(weekdayOf(noon))

/** Read twice a day after its last article. */
function silentFor(history: FeedHistory, days: number): FeedHistory {
  let now = THURSDAY
  let after = history
  for (const end = THURSDAY + days * DAY; now < end; now += 12 * HOUR)
    after = withReading(after, { now, publishedAt: [], lastSuccessAt: now - 12 * HOUR })
  return after
}

type Articles = (day: number, noon: Instant) => number

/** The last day is a Thursday, the number of the day before the end. */
const weeks = (days: number, articles: Articles, until: Instant = THURSDAY): FeedHistory =>
  publishing({ days, until, articles })

const DAILY: Articles = () => 12
const WORKDAYS: Articles = (_, noon) => (isWorkday(noon) ? 5 : 0)
const THURSDAYS: Articles = (_, noon) => (weekdayOf(noon) === 4 ? 1 : 0)
/** 1, 0, 1, 1, 0, 0 and so on: a hobby. */
const NOW_AND_THEN: Articles = (day) => ([0, 2, 3, 7, 8, 12].includes(day % 14) ? 1 : 0)
const IN_BURSTS: Articles = (day) => (day % 20 === 19 ? 30 : 0)

describe('a silence', () => {
  it.each<[string, Articles, number, number, boolean, string]>([
    ['a daily paper', DAILY, 56, 1, false, 'one day is a holiday'],
    ['a daily paper', DAILY, 56, 3, false, 'the third is not over'],
    ['a daily paper', DAILY, 56, 4, true, 'three whole days'],
    ['a feed of workdays', WORKDAYS, 56, 3, false, 'Sunday: it never publishes at weekends'],
    ['a feed of workdays', WORKDAYS, 56, 5, false, 'Good Friday and Easter Monday'],
    ['a feed of workdays', WORKDAYS, 56, 8, true, 'a week later'],
    ['a weekly', THURSDAYS, 56, 6, false, 'day six'],
    ['a weekly', THURSDAYS, 56, 8, false, 'one issue missed'],
    ['a weekly', THURSDAYS, 56, 20, false, 'two issues missed'],
    ['a weekly', THURSDAYS, 56, 23, true, 'three issues missed'],
    ['a hobby', NOW_AND_THEN, 56, 6, false, 'as now and then'],
    ['a hobby', NOW_AND_THEN, 56, 30, true, 'a month is another thing'],
    ['a feed of bursts', IN_BURSTS, 56, 40, false, 'too few days with articles are no rhythm'],
    ['a new feed', DAILY, 10, 20, false, 'too little is known of it'],
    ['a feed without an article', () => 0, 56, 20, false, 'nothing is usual there'],
  ])(
    'of %s after %o and %i days lasts %i days: unusual %s, %s',
    (_name, articles, days, silence, isUnusual, _why) => {
      expect(silentFor(weeks(days, articles), silence).silentSince !== undefined).toBe(isUnusual)
    },
  )

  it('is told from its last article on, for as long as it lasts, and ends with the next one', () => {
    const silent = silentFor(weeks(56, DAILY), 200)
    expect(silent.silentSince).toBe(silent.lastArticleAt)
    const now = THURSDAY + 200 * DAY
    const woken = withReading(silent, { now, publishedAt: [now], lastSuccessAt: now - DAY })
    expect(woken.silentSince).toBeUndefined()
  })

  it('that nobody was there to hear is none', () => {
    const history = publishing({ days: 56, until: THURSDAY, articles: DAILY, isUnread: (day) => day > 30 })
    const now = THURSDAY
    expect(
      withReading(history, { now, publishedAt: [], lastSuccessAt: now - 25 * DAY }).silentSince,
    ).toBeUndefined()
  })
})

it('tells the last days one by one, unread ones apart', () => {
  const history = publishing({
    days: 10,
    until: THURSDAY,
    articles: (day) => day,
    isUnread: (day) => day === 7,
  })
  expect(articlesByDay(history, THURSDAY, 4)).toEqual([6, undefined, 8, 9])
})
