// When a feed is read next. Knows intervals and back-off; never reads a clock and never gives a feed up.
import { DAY, MINUTE, type Instant } from './calendar.ts'
import type { Failure } from './failures.ts'
import type { FeedState, Validators } from './feed.ts'

/** Between two readings of a healthy feed. Most French news feeds declare a ttl of 10 to 30 minutes. */
const INTERVAL: Instant = 15 * MINUTE

/** The longest wait, after many failures or at a server's wish: a feed is never given up (findings, wishes 3). */
const LONGEST_WAIT: Instant = DAY

/** The state after a reading that worked; `notBefore` is what the server asked for. */
export function afterSuccess(
  state: FeedState,
  now: Instant,
  reading: { readonly validators: Validators; readonly notBefore?: Instant | undefined },
): FeedState {
  return {
    feedId: state.feedId,
    validators: reading.validators,
    lastReadAt: now,
    lastSuccessAt: now,
    nextReadAt: bounded(now, Math.max(now + INTERVAL, reading.notBefore ?? 0)),
    failureCount: 0,
  }
}

/** The state after a reading that failed: the wait doubles with each failure, from one interval to a day. */
export function afterFailure(state: FeedState, now: Instant, failure: Failure): FeedState {
  const failureCount = state.failureCount + 1
  const backOff = INTERVAL * 2 ** Math.min(failureCount - 1, 10)
  const asked = failure.code === 'fetch-status' ? (failure.retryAt ?? 0) : 0
  return {
    ...state,
    lastReadAt: now,
    nextReadAt: bounded(now, Math.max(now + backOff, asked)),
    failureCount,
    lastFailure: failure,
  }
}

function bounded(now: Instant, at: Instant): Instant {
  return Math.min(at, now + LONGEST_WAIT)
}
