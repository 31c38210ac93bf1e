import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { Failure } from '../../src/core/failures.ts'
import { afterFailure, afterSuccess } from '../../src/core/feed-rhythm.ts'
import type { FeedState } from '../../src/core/feed.ts'

const NOW = Date.parse('2026-03-17T07:00:00Z')
const URL = 'https://lecourrier.example/flux'
const TIMEOUT: Failure = { code: 'fetch-timeout', url: URL, seconds: 20 }

function state(failureCount: number): FeedState {
  return {
    feedId: 'courrier',
    validators: { etag: '"1"' },
    nextReadAt: NOW,
    failureCount,
    lastSuccessAt: NOW - DAY,
  }
}

describe('after a reading that worked', () => {
  it.each([
    [undefined, 15 * MINUTE, 'the usual interval'],
    [NOW + 5 * MINUTE, 15 * MINUTE, 'a server that allows more often changes nothing'],
    [NOW + 2 * HOUR, 2 * HOUR, 'a server that asks for more rest gets it'],
    [NOW + 9 * DAY, DAY, 'but never more than a day'],
  ])('with notBefore %s reads again after %i ms: %s', (notBefore, wait, _why) => {
    const next = afterSuccess(state(0), NOW, { validators: {}, notBefore })
    expect(next.nextReadAt).toBe(NOW + wait)
  })

  it('forgets the failures and keeps the new validators', () => {
    const next = afterSuccess({ ...state(4), lastFailure: TIMEOUT }, NOW, { validators: { etag: '"2"' } })
    expect(next).toMatchObject({ failureCount: 0, lastSuccessAt: NOW, validators: { etag: '"2"' } })
    expect(next.lastFailure).toBeUndefined()
  })
})

describe('after a reading that failed', () => {
  it.each([
    [0, 15 * MINUTE, 'first failure'],
    [1, 30 * MINUTE, 'second'],
    [4, 4 * HOUR, 'fifth'],
    [50, DAY, 'never given up: once a day for ever'],
  ])('with %i failures before waits %i ms: %s', (failureCount, wait, _why) => {
    expect(afterFailure(state(failureCount), NOW, TIMEOUT)).toMatchObject({
      nextReadAt: NOW + wait,
      failureCount: failureCount + 1,
      lastFailure: TIMEOUT,
    })
  })

  it('keeps the validators and the last success: nothing was learned about them', () => {
    expect(afterFailure(state(0), NOW, TIMEOUT)).toMatchObject({
      validators: { etag: '"1"' },
      lastSuccessAt: NOW - DAY,
    })
  })

  it('waits as long as the server asks', () => {
    const busy: Failure = { code: 'fetch-status', url: URL, status: 429, retryAt: NOW + 3 * HOUR }
    expect(afterFailure(state(0), NOW, busy).nextReadAt).toBe(NOW + 3 * HOUR)
  })
})
