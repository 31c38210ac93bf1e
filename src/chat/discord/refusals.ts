// How near Discord is to banning our address, and until when nothing more is sent for it. Counts nothing itself.
import type { Instant } from '../../core/calendar.ts'

/** Of the refusals that ban an address, 10,000 within ten minutes (topics/rate-limits): room for what is under way. */
const MOST_REFUSALS = 8000

export interface Refusals {
  /** What discord.js counts, over all of its clients in this process; the count ends after `remainingTime`. */
  note(count: number, remainingTime: Instant): void
  /** Throws while nothing may be sent, with the pause as discord.js gives it. */
  check(): void
}

/** `onMany` hears of every count that is noted. */
export function createRefusals(now: () => Instant, onMany: (count: number) => void): Refusals {
  let shutUntil = 0
  return {
    note: (count, remainingTime) => {
      onMany(count)
      if (count >= MOST_REFUSALS) shutUntil = now() + remainingTime
    },
    check: () => {
      const pause = shutUntil - now()
      if (pause > 0) throw new TooManyRefusals(pause)
    },
  }
}

/** Read as any pause that is too long to wait for: what was to be sent is put off. */
class TooManyRefusals extends Error {
  override readonly name = 'TooManyRefusals'
  readonly retryAfter: Instant
  readonly timeToReset: Instant

  constructor(pause: Instant) {
    super('Discord has refused too much: nothing is sent for a while')
    this.retryAfter = pause
    this.timeToReset = pause
  }
}
