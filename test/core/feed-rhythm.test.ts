import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/core/calendar.ts'
import type { Failure } from '../../src/core/failures.ts'
import {
  afterFailure,
  afterOwnOutage,
  afterSuccess,
  intervalOf,
  readingBefore,
} from '../../src/core/feed-rhythm.ts'
import type { FeedState } from '../../src/core/feed.ts'
import { publishing } from './feed-weeks.ts'

const NOW = Date.parse('2026-03-17T07:00:00Z')
const URL = 'https://lecourrier.example/flux'
const TIMEOUT: Failure = { code: 'fetch-timeout', url: URL, seconds: 20 }

function state(failureCount: number, more: Partial<FeedState> = {}): FeedState {
  return {
    feedId: 'courrier',
    validators: { etag: '"1"' },
    nextReadAt: NOW,
    failureCount,
    lastReadAt: NOW - HOUR,
    lastSuccessAt: NOW - DAY,
    ...more,
  }
}

/** Names as feeds have them. */
const IDS = Array.from({ length: 2000 }, (_, number) => `flux-${number}`)

function busiestMinute(instants: readonly Instant[]): number {
  const byMinute = Map.groupBy(instants, (at) => Math.floor(at / MINUTE))
  return Math.max(...[...byMinute.values()].map(({ length }) => length))
}

describe('the interval of a feed', () => {
  it.each<[number, Instant, string]>([
    [400, 5 * MINUTE, 'an agency: never more often than every five minutes'],
    [48, 7.5 * MINUTE, 'a big paper'],
    [12, 30 * MINUTE, 'a regional one'],
    [1, 6 * HOUR, 'one article a day: four readings'],
    [1 / 7, DAY, 'a weekly: never less often than once a day'],
    [0, DAY, 'nothing in weeks: still read every day'],
  ])('with %f articles a day is %i ms: %s', (perDay, interval, _why) => {
    const history = publishing({
      days: 56,
      until: NOW,
      articles: (day) => Math.floor(perDay * (day + 1)) - Math.floor(perDay * day),
    })
    expect(intervalOf(history, NOW) / MINUTE).toBeCloseTo(interval / MINUTE, -1)
  })

  it.each<[number, Instant, string]>([
    [1, 15 * MINUTE, 'while it is not known, never less often than before'],
    [400, 5 * MINUTE, 'what comes fast is believed at once'],
  ])('with %i articles on its first two days is %i ms: %s', (articles, interval, _why) => {
    const history = publishing({ days: 2, until: NOW, articles: () => articles })
    expect(intervalOf(history, NOW)).toBe(interval)
  })
})

describe('after a reading that worked', () => {
  it.each<[Instant | undefined, Instant, Instant, string]>([
    [undefined, 7.5 * MINUTE, 15 * MINUTE, 'the usual interval, or half of it'],
    [NOW + 5 * MINUTE, 7.5 * MINUTE, 15 * MINUTE, 'a server that allows more often changes nothing'],
    [NOW + 2 * HOUR, 2 * HOUR, 2 * HOUR + 10 * MINUTE, 'a server that asks for more rest gets it'],
    [NOW + 9 * DAY, DAY, DAY, 'but never more than a day'],
  ])('with notBefore %s reads again after %i to %i ms: %s', (notBefore, from, until, _why) => {
    for (const feedId of IDS.slice(0, 100)) {
      const next = afterSuccess(state(0, { feedId }), NOW, { validators: {}, notBefore })
      expect(next.nextReadAt - NOW).toBeGreaterThanOrEqual(from)
      expect(next.nextReadAt - NOW).toBeLessThanOrEqual(until)
    }
  })

  it('forgets the failures and keeps the new validators', () => {
    const failed = state(4, { lastFailure: TIMEOUT, failingSince: NOW - DAY, troubleSince: NOW - HOUR })
    const next = afterSuccess(failed, NOW, { validators: { etag: '"2"' } })
    expect(next).toMatchObject({ failureCount: 0, lastSuccessAt: NOW, validators: { etag: '"2"' } })
    expect(next).toMatchObject({ answeringSince: NOW })
    for (const forgotten of ['lastFailure', 'failingSince', 'troubleSince'])
      expect(next).not.toHaveProperty(forgotten)
  })

  it('says since when it answers', () => {
    const first = afterSuccess(state(2), NOW, { validators: {} })
    const second = afterSuccess(first, NOW + HOUR, { validators: {} })
    expect(second.answeringSince).toBe(NOW)
  })

  it('keeps no more of a plea for rest than a day', () => {
    const next = afterSuccess(state(0), NOW, { validators: {}, restUntil: NOW + 9 * DAY })
    expect(next.restUntil).toBe(NOW + DAY)
  })
})

describe('after a reading of a feed whose hub will tell of what is new', () => {
  it.each<[number, Instant, Instant, string]>([
    [400, 45 * MINUTE, 90 * MINUTE, 'an agency is read for safety alone'],
    [12, 45 * MINUTE, 90 * MINUTE, 'a regional paper too'],
    [1, 3 * HOUR, 6 * HOUR, 'what was read seldom is read no more often'],
  ])('with %i articles a day: %i to %i ms, %s', (perDay, earliest, latest, _why) => {
    const history = publishing({ days: 56, until: NOW, articles: () => perDay })
    for (const feedId of IDS.slice(0, 50)) {
      const reading = { validators: {}, isPushExpected: true }
      const { nextReadAt } = afterSuccess({ ...state(0), feedId, history }, NOW, reading)
      expect(nextReadAt - NOW).toBeGreaterThanOrEqual(earliest * 0.95)
      expect(nextReadAt - NOW).toBeLessThanOrEqual(latest * 1.05)
    }
  })
})

describe('after a reading that failed', () => {
  it.each([
    [0, 15 * MINUTE, 'first failure'],
    [1, 30 * MINUTE, 'second'],
    [4, 4 * HOUR, 'fifth'],
    [50, DAY, 'never given up: once a day for ever'],
  ])('with %i failures before waits %i ms, an eighth less at most: %s', (failureCount, wait, _why) => {
    const next = afterFailure(state(failureCount), NOW, TIMEOUT)
    expect(next).toMatchObject({ failureCount: failureCount + 1, lastFailure: TIMEOUT })
    expect(next.nextReadAt - NOW).toBeLessThanOrEqual(wait)
    expect(next.nextReadAt - NOW).toBeGreaterThanOrEqual((wait * 7) / 8)
  })

  it('keeps the validators and the last success: nothing was learned about them', () => {
    expect(afterFailure(state(0), NOW, TIMEOUT)).toMatchObject({
      validators: { etag: '"1"' },
      lastSuccessAt: NOW - DAY,
    })
  })

  it('waits as long as the server asks, and a little longer', () => {
    const busy: Failure = { code: 'fetch-status', url: URL, status: 429, retryAt: NOW + 3 * HOUR }
    const next = afterFailure(state(0), NOW, busy)
    expect(next.restUntil).toBe(NOW + 3 * HOUR)
    expect(next.nextReadAt - NOW - 3 * HOUR).toBeGreaterThanOrEqual(0)
    expect(next.nextReadAt - NOW - 3 * HOUR).toBeLessThanOrEqual(10 * MINUTE)
  })

  it.each<[Partial<FeedState>, Instant, Instant, string]>([
    [{ failureCount: 0 }, NOW, NOW, 'the first of all'],
    [
      { failingSince: NOW - 2 * DAY, troubleSince: NOW - DAY, lastFailure: TIMEOUT },
      NOW - 2 * DAY,
      NOW - DAY,
      'the same again',
    ],
    [
      { failingSince: NOW - 2 * DAY, lastFailure: { code: 'fetch-status', url: URL, status: 403 } },
      NOW - 2 * DAY,
      NOW,
      'in another way',
    ],
    [
      { failingSince: NOW - 9 * DAY, lastReadAt: NOW - 5 * DAY, lastFailure: TIMEOUT },
      NOW,
      NOW,
      'when we were not there to see it fail',
    ],
  ])('after %o fails since %i, in this way since %i: %s', (more, failingSince, troubleSince, _why) => {
    expect(afterFailure(state(3, more), NOW, TIMEOUT)).toMatchObject({ failingSince, troubleSince })
  })
})

describe('two thousand feeds', () => {
  it.each<[string, (feedId: string) => FeedState, number]>([
    [
      'read in one minute, after a start',
      (feedId) => afterSuccess(state(0, { feedId }), NOW, { validators: {} }),
      350,
    ],
    [
      'of one server, which gives all the same term',
      (feedId) => afterSuccess(state(0, { feedId }), NOW, { validators: {}, notBefore: NOW + 2 * HOUR }),
      250,
    ],
    [
      'that were not reached when our own network was down',
      (feedId) => afterOwnOutage(state(0, { feedId }), NOW),
      800,
    ],
    ['that failed together', (feedId) => afterFailure(state(5, { feedId }), NOW, TIMEOUT), 60],
  ])('%s do not fall due together', (_why, after, most) => {
    expect(busiestMinute(IDS.map((id) => after(id).nextReadAt))).toBeLessThan(most)
  })
})

describe('an edition that is near', () => {
  const slotAt = NOW + 14 * MINUTE
  it.each<[Partial<FeedState>, boolean, string]>([
    [{ nextReadAt: NOW + 5 * HOUR }, true, 'read four times a day, and published half an hour ago'],
    [{ nextReadAt: NOW + 5 * MINUTE }, false, 'it is read in time anyway'],
    [{ nextReadAt: NOW + 5 * HOUR, lastReadAt: NOW - 30_000 }, false, 'it was read in time'],
    [{ nextReadAt: NOW + 5 * HOUR, restUntil: NOW + HOUR }, false, 'the server asked for rest'],
    [{ nextReadAt: NOW + 5 * HOUR, failureCount: 3 }, true, 'it may have come back'],
  ])('with %o has the feed read before: %s, %s', (more, isRead, _why) => {
    const at = readingBefore(slotAt, state(0, more), NOW)
    expect(at !== undefined).toBe(isRead)
    if (at === undefined) return
    expect(at).toBeGreaterThanOrEqual(NOW)
    expect(at).toBeLessThan(slotAt - MINUTE)
  })

  it('has two thousand feeds read one after the other', () => {
    const asked = IDS.map((feedId) =>
      readingBefore(NOW + 15 * MINUTE, state(0, { feedId, nextReadAt: NOW + DAY }), NOW),
    )
    expect(busiestMinute(asked.filter((at) => at !== undefined))).toBeLessThan(250)
  })
})
