import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant } from '../../src/core/calendar.ts'
import { conditionOf, mayBeInTrouble, toldAfter, WORST_FIRST } from '../../src/core/feed-condition.ts'
import { newHistory } from '../../src/core/feed-history.ts'
import { moveAfter, settledAddress } from '../../src/core/feed-move.ts'
import type { Failure } from '../../src/core/failures.ts'
import type { Feed, FeedState } from '../../src/core/feed.ts'

const NOW = Date.parse('2026-03-17T07:00:00Z')
const URL = 'https://lecourrier.example/flux'
const status = (code: number): Failure => ({ code: 'fetch-status', url: URL, status: code })

const READ: FeedState = {
  feedId: 'f',
  validators: {},
  nextReadAt: NOW,
  failureCount: 0,
  lastReadAt: NOW,
  lastSuccessAt: NOW,
}

/** Fails since `failing`, in this way since `trouble`. */
function failed(failure: Failure, failing: Instant, trouble: Instant = failing): FeedState {
  return {
    ...READ,
    failureCount: 3,
    lastFailure: failure,
    lastSuccessAt: failing - HOUR,
    failingSince: failing,
    troubleSince: trouble,
  }
}

const history = (more: object): FeedState => ({
  ...READ,
  history: { ...newHistory(NOW - 60 * DAY), ...more },
})

describe('the condition of a feed', () => {
  it.each<[Partial<Feed>, FeedState, string, Instant, string]>([
    [
      {},
      { feedId: 'f', validators: {}, nextReadAt: NOW, failureCount: 0 },
      'waiting',
      NOW - 9 * DAY,
      'nobody has read it yet',
    ],
    [{}, { ...READ, answeringSince: NOW - DAY }, 'healthy', NOW - DAY, 'it answers'],
    [{}, failed(status(503), NOW - HOUR), 'failing', NOW - HOUR, 'down for an hour'],
    [{}, failed(status(410), NOW - HOUR), 'gone', NOW - HOUR, 'the site’s own last word'],
    [{}, failed(status(404), NOW - DAY), 'failing', NOW - DAY, 'sites lose an address for a night'],
    [{}, failed(status(404), NOW - 2 * DAY), 'gone', NOW - 2 * DAY, 'for two days it is gone'],
    [
      {},
      failed(status(403), NOW - 5 * DAY, NOW - HOUR),
      'blocked',
      NOW - HOUR,
      'was down, and forbids us since an hour',
    ],
    [{}, failed(status(451), NOW - HOUR), 'blocked', NOW - HOUR, 'for a reason of law'],
    [
      {},
      failed({ code: 'fetch-reserved', url: URL, by: 'tdm' }, NOW - HOUR),
      'reserved',
      NOW - HOUR,
      'by TDMRep',
    ],
    [
      {},
      failed({ code: 'feed-is-html', url: URL }, NOW - HOUR),
      'failing',
      NOW - HOUR,
      'a page in its place',
    ],
    [{}, history({ emptySince: NOW - DAY }), 'empty', NOW - DAY, 'alive and empty'],
    [{}, history({ silentSince: NOW - 9 * DAY }), 'silent', NOW - 9 * DAY, 'alive and silent'],
    [{}, history({ slowSince: NOW - DAY, usualSeconds: 12 }), 'slow', NOW - DAY, 'alive and slow'],
    [{}, history({ slowSince: NOW - DAY, emptySince: NOW - HOUR }), 'empty', NOW - HOUR, 'the worse of two'],
    [
      { origin: 'file' },
      { ...READ, move: { written: { to: 'https://ailleurs.example/flux', at: NOW - 40 * DAY } } },
      'moved',
      NOW - 40 * DAY,
      'the file still has the old address',
    ],
    [
      {},
      { ...READ, move: { written: { to: 'https://ailleurs.example/flux', at: NOW - 40 * DAY } } },
      'healthy',
      NOW,
      'of the chat, long ago: nobody has to do anything',
    ],
  ])('%o %o is %s since %i: %s', (more, state, kind, since, _why) => {
    const feed = { origin: 'chat', ...more } as const
    expect(conditionOf(feed, state, NOW - 9 * DAY, NOW)).toMatchObject({ kind, since })
    expect(mayBeInTrouble(state)).toBe(!['waiting', 'healthy'].includes(kind) || state.move !== undefined)
  })

  it('is in the order of what to look at first, each once', () => {
    expect(new Set(WORST_FIRST).size).toBe(10)
  })

  it.each<[Failure, Instant, string]>([
    [status(503), 3 * DAY, 'servers are down for a weekend'],
    [status(403), DAY, 'waiting will not mend it'],
    [{ code: 'feed-is-html', url: URL }, DAY, 'nor will it mend that'],
  ])('%o is told after %i ms: %s', (failure, wait, _why) => {
    expect(toldAfter(conditionOf({ origin: 'chat' }, failed(failure, NOW), NOW, NOW))).toBe(wait)
  })
})

describe('a move', () => {
  const TO = 'https://ailleurs.example/flux'
  const BEYOND = 'https://plus-loin.example/flux'
  type Steps = readonly (string | undefined)[]
  /** A reading a day. */
  const after = (steps: Steps) =>
    steps.reduce<ReturnType<typeof moveAfter>>(
      (move, to, day) => moveAfter(move, to, NOW + day * DAY),
      undefined,
    )

  it.each<[Steps, string | undefined, string]>([
    [[TO], undefined, 'a site that is being rebuilt says 301 of many places'],
    [[TO, TO, TO], undefined, 'not even for two days'],
    [[TO, TO, TO, TO], TO, 'three days of the same'],
    [[TO, undefined, TO, TO], undefined, 'taken back meanwhile'],
    [[TO, TO, BEYOND, BEYOND], undefined, 'to another place meanwhile'],
  ])('by redirects to %j is written down as %s: %s', (steps, to, _why) => {
    expect(settledAddress(after(steps), NOW + (steps.length - 1) * DAY)).toBe(to)
  })

  it('that is written down stays, and may be followed by another', () => {
    const written = { to: TO, at: NOW }
    expect(moveAfter({ written }, undefined, NOW)).toEqual({ written })
    expect(moveAfter({ written }, BEYOND, NOW)).toEqual({ written, seen: { to: BEYOND, since: NOW } })
  })
})
