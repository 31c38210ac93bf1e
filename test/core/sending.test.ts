import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { Failure, PostFailureReason } from '../../src/core/failures.ts'
import { beginAttempt, closeSending, natureOf, postpone, type Sending } from '../../src/core/sending.ts'

const DUE = Date.parse('2026-03-17T07:00:00Z')

const PLANNED: Sending = { channel: 'slack:C1', state: 'pending', attempts: 0, nextAttemptAt: DUE }

function failed(reason?: PostFailureReason, retryAt?: number): Failure {
  return {
    code: 'post-failed',
    channel: 'slack:C1',
    ...(reason === undefined ? {} : { reason }),
    ...(retryAt === undefined ? {} : { retryAt }),
  }
}

function after(before: Sending, failure: Failure | undefined, now = DUE): Sending {
  return postpone(before, beginAttempt(before, now), { now, dueAt: DUE, failure })
}

describe('an attempt', () => {
  it('is counted and dated before the platform is called', () => {
    expect(beginAttempt(PLANNED, DUE)).toMatchObject({ state: 'sending', attempts: 1, doubtfulSince: DUE })
  })

  it('belongs for two minutes to whoever began it', () => {
    expect(beginAttempt(PLANNED, DUE).nextAttemptAt).toBe(DUE + 2 * MINUTE)
  })

  it('keeps the date of the first doubt', () => {
    const again = beginAttempt(beginAttempt(PLANNED, DUE), DUE + HOUR)
    expect(again).toMatchObject({ attempts: 2, doubtfulSince: DUE })
  })

  it('that worked keeps the handle', () => {
    expect(closeSending(beginAttempt(PLANNED, DUE), '42')).toMatchObject({ state: 'posted', handle: '42' })
  })
})

describe('a failure', () => {
  it.each([
    [0, MINUTE, 'a first failure waits a minute'],
    [1, 2 * MINUTE, 'the wait doubles'],
    [4, 16 * MINUTE, 'and doubles again'],
    [30, HOUR, 'and never passes an hour'],
  ])('after %i earlier attempts waits %i ms: %s', (attempts, wait, _why) => {
    const now = DUE + HOUR
    expect(after({ ...PLANNED, attempts }, failed(), now).nextAttemptAt).toBe(now + wait)
  })

  it.each<[PostFailureReason | undefined, boolean, string]>([
    [undefined, true, 'a platform that does not say why may have accepted'],
    ['platform-failing', true, 'a 503 may come after the message stands'],
    ['timed-out', true, 'the answer was on its way'],
    ['cut', true, 'the line was cut after acceptance'],
    ['cannot-check', true, 'what was doubtful still is'],
    ['unreachable', false, 'nobody answered the call'],
    ['rate-limited', false, 'refused before it was read'],
    ['token-refused', false, 'refused before it was read'],
    ['not-installed', false, 'there is no token to send it with'],
    ['workspace-unclear', false, 'there is no token to send it with'],
    ['token-unreadable', false, 'there is no token to send it with'],
    ['forbidden', false, 'refused'],
    ['invalid', false, 'refused'],
  ])('%s leaves a doubt: %s, %s', (reason, isDoubtful, _why) => {
    const postponed = after(PLANNED, failed(reason))
    expect(postponed.doubtfulSince !== undefined).toBe(isDoubtful)
    expect(postponed.state).toBe(isDoubtful ? 'sending' : 'pending')
  })

  it('that cannot have landed takes no earlier doubt away', () => {
    const doubtful = after(PLANNED, failed('cut'))
    expect(after(doubtful, failed('rate-limited', DUE + HOUR), DUE + MINUTE).doubtfulSince).toBe(DUE)
  })

  it('with a pause asked for waits until then, and counts as no attempt', () => {
    const postponed = after(PLANNED, failed('rate-limited', DUE + 31_000))
    expect(postponed).toMatchObject({ state: 'pending', attempts: 0, nextAttemptAt: DUE + 31_000 })
  })

  it.each<[PostFailureReason, number, string]>([
    ['channel-archived', HOUR, 'somebody has to unarchive it'],
    ['channel-missing', HOUR, 'it may only be hidden from us'],
    ['not-a-member', HOUR, 'somebody has to invite us'],
    ['forbidden', HOUR, 'refusals count against us'],
    ['token-refused', 10 * MINUTE, 'somebody has to change the token'],
    ['not-installed', HOUR, 'somebody has to install the app again'],
    ['workspace-unclear', HOUR, 'somebody has to say whose channel it is'],
    ['token-unreadable', 10 * MINUTE, 'somebody has to bring the key back'],
  ])('%s is not tried again for %i ms: %s', (reason, wait, _why) => {
    expect(after(PLANNED, failed(reason)).nextAttemptAt).toBe(DUE + wait)
  })

  it('is given up after a day, not before', () => {
    expect(after(PLANNED, failed(), DUE + 24 * HOUR).state).toBe('sending')
    expect(after(PLANNED, failed(), DUE + 24 * HOUR + 1).state).toBe('abandoned')
  })

  it('of the message itself is given up after three attempts: it will not mend', () => {
    expect(after({ ...PLANNED, attempts: 1 }, failed('invalid')).state).toBe('pending')
    expect(after({ ...PLANNED, attempts: 2 }, failed('invalid')).state).toBe('abandoned')
  })

  it('of an absent platform holds its other channels back as well', () => {
    expect(natureOf({ code: 'platform-absent', channel: 'slack:C1' }).scope).toBe('platform')
  })
})
