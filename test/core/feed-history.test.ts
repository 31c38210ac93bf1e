import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/core/calendar.ts'
import {
  articlesPerDay,
  type FeedHistory,
  HISTORY_DAYS,
  newHistory,
  withFailure,
  withReading,
} from '../../src/core/feed-history.ts'
import { publishing } from './feed-weeks.ts'

const NOW = Date.parse('2026-03-17T20:00:00Z')

describe('articles of a feed', () => {
  it.each<[readonly (Instant | undefined)[], Instant | undefined, readonly number[], string]>([
    [[NOW - 3 * DAY, NOW - DAY, NOW - DAY], undefined, [1, 2, 0], 'a first reading: by their dates'],
    [[undefined, undefined], undefined, [0], 'a first reading without dates says nothing'],
    [[NOW + DAY], undefined, [0], 'nor does a date to come'],
    [[NOW - 300 * DAY], NOW - HOUR, [1], 'new now, whatever date it bears'],
    [[undefined], NOW - HOUR, [1], 'new now and without a date'],
    [[NOW - DAY, NOW], NOW - 2 * DAY, [1, 1], 'what came out while we were away, on its day'],
  ])('published %j are counted as %j: %s', (publishedAt, lastSuccessAt, counts, _why) => {
    const { days } = withReading(newHistory(NOW), { now: NOW, publishedAt, lastSuccessAt })
    expect(days.map(({ articles }) => articles)).toEqual(counts)
  })

  it('are forgotten with their days', () => {
    const history = publishing({ days: 200, until: NOW, articles: () => 3 })
    expect(history.days.length).toBeLessThanOrEqual(HISTORY_DAYS)
    expect(articlesPerDay(history, NOW)).toBeCloseTo(3, 0)
  })

  it('are more at once when a feed wakes up, and fewer little by little', () => {
    const waking = publishing({ days: 56, until: NOW, articles: (day) => (day < 49 ? 1 : 10) })
    const resting = publishing({ days: 56, until: NOW, articles: (day) => (day < 49 ? 10 : 1) })
    expect(articlesPerDay(waking, NOW)).toBeCloseTo(10, 0)
    expect(articlesPerDay(resting, NOW)).toBeGreaterThan(8)
  })

  it('are unknown before a day has passed', () => {
    expect(articlesPerDay(newHistory(NOW), NOW)).toBeUndefined()
  })
})

describe('the items of the document', () => {
  const after = (counts: readonly (number | undefined)[]): FeedHistory =>
    counts.reduce<FeedHistory>(
      (history, itemCount, at) => withReading(history, { now: NOW + at * HOUR, itemCount, publishedAt: [] }),
      newHistory(NOW),
    )

  it.each<[readonly (number | undefined)[], Instant | undefined, string]>([
    [[20, 0], NOW + HOUR, 'empty since now'],
    [[20, 0, 0, undefined], NOW + HOUR, '«unchanged» is as empty as before'],
    [[20, 0, 3], undefined, 'filled again'],
    [[0, 0], undefined, 'never had any: it is new, not broken'],
  ])('%j: empty since %s, %s', (counts, since, _why) => expect(after(counts).emptySince).toBe(since))
})

const answering = (seconds: readonly number[]): FeedHistory =>
  seconds.reduce<FeedHistory>(
    (history, took, at) => withReading(history, { now: NOW + at * MINUTE, seconds: took, publishedAt: [] }),
    newHistory(NOW),
  )

describe('the time of an answer', () => {
  it.each<[readonly number[], boolean, string]>([
    [[0.3, 0.2, 0.4], false, 'a feed as most are'],
    [[0.3, 19, 0.3], false, 'one slow answer'],
    [[0.3, 15, 15, 15, 15, 15], true, 'slow for an hour'],
    [[15, 15, 6, 6, 6], true, 'a little better is not well: it does not flap'],
    [[15, 15, 1, 1, 1, 1, 1, 1], false, 'quick again'],
  ])('%j s: slow %s, %s', (seconds, isSlow, _why) =>
    expect(answering(seconds).slowSince !== undefined).toBe(isSlow),
  )

  it('is remembered at its slowest, day by day', () => {
    expect(answering([0.3, 19, 2]).days.map(({ slowestSeconds }) => slowestSeconds)).toEqual([19])
  })
})

it('counts failures apart from readings', () => {
  const [day] = withFailure(withReading(newHistory(NOW), { now: NOW, publishedAt: [] }), NOW).days
  expect(day).toMatchObject({ readings: 1, failures: 1 })
})
