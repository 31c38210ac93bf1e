// Whether a program is alive, by its last heartbeat. Asks no clock.
import { type Instant, MINUTE } from './calendar.ts'

/** How the program is: it never ran, it beats, its last beat is too long ago, or it is still to come. */
export type Pulse =
  | { readonly kind: 'never' }
  | { readonly kind: 'alive' | 'stuck' | 'ahead'; readonly lastBeatAt: Instant }

/** A beat comes every minute and waits for slow feeds at most one: beyond five the program is stuck. */
const BEAT_IS_LATE_AFTER: Instant = 5 * MINUTE

export function pulseOf(lastBeatAt: Instant | undefined, now: Instant): Pulse {
  if (lastBeatAt === undefined) return { kind: 'never' }
  if (lastBeatAt - now > BEAT_IS_LATE_AFTER) return { kind: 'ahead', lastBeatAt }
  return { kind: now - lastBeatAt <= BEAT_IS_LATE_AFTER ? 'alive' : 'stuck', lastBeatAt }
}
