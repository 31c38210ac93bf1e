// How feeds and late editions are counted for whoever watches the program.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import { afterFailure } from '../../src/core/feed-rhythm.ts'
import type { Feed, FeedState } from '../../src/core/feed.ts'
import { countConditions, countLateSlots } from '../../src/core/measures.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const URL = 'https://vigie.example/rss'

const NEW: FeedState = { feedId: 'a', validators: {}, nextReadAt: NOW, failureCount: 0 }
const READ: FeedState = { ...NEW, lastReadAt: NOW - HOUR, lastSuccessAt: NOW - HOUR }

const of = (state: FeedState, origin: Feed['origin'] = 'file') => ({ feed: { origin }, state })

it('counts feeds by how they fare, each condition with its number', () => {
  const failing = afterFailure(READ, NOW - HOUR, { code: 'fetch-timeout', url: URL, seconds: 20 })
  const gone = afterFailure(READ, NOW - 3 * DAY, { code: 'fetch-status', url: URL, status: 410 })
  expect(countConditions([of(NEW), of(READ), of(READ, 'chat'), of(failing), of(gone)], NOW)).toEqual({
    gone: 1,
    blocked: 0,
    reserved: 0,
    failing: 1,
    empty: 0,
    silent: 0,
    slow: 0,
    moved: 0,
    waiting: 1,
    healthy: 2,
  })
})

describe('a slot without its edition', () => {
  it.each([
    [5 * MINUTE, 0, 'the heartbeat may still be at it'],
    [5 * MINUTE + 1, 1, 'too long for a heartbeat'],
    [-HOUR, 0, 'to come'],
  ])('of %i ms ago counts as late: %i', (age, expected, _why) => {
    expect(countLateSlots(['matin', 'neuf'], new Map([['matin', NOW - age]]), NOW)).toBe(expected)
  })

  it('of a digest that is no more is nobody’s', () => {
    expect(countLateSlots(['soir'], new Map([['matin', NOW - DAY]]), NOW)).toBe(0)
  })
})
