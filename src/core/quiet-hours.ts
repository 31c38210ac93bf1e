// The hours in which nobody wants to be disturbed, by the clock on the wall. Never asks what time it is.
import { type Instant, MINUTE, type Zone, wallClock } from './calendar.ts'

export interface QuietHours {
  /** `HH:MM`; the first minute that is quiet. */
  readonly from: string
  /** `HH:MM`; the first minute that is not any more. Earlier than `from`: over midnight. */
  readonly to: string
}

/** A stretch of time: after the one, up to the other. */
export interface Stretch {
  readonly after: Instant
  readonly until: Instant
}

const DAY_MINUTES = 24 * 60

export function isQuiet({ from, to }: QuietHours, instant: Instant, zone: Zone): boolean {
  const [first, end, now] = [minutesOf(from), minutesOf(to), minuteOfDay(instant, zone)]
  return first <= end ? first <= now && now < end : first <= now || now < end
}

/** The last quiet hours that are over at `now`. Longer or shorter by an hour in the nights when clocks are changed. */
export function lastQuietHours({ from, to }: QuietHours, now: Instant, zone: Zone): Stretch {
  const until = lastTime(to, now, zone)
  return { after: lastTime(from, until - 1, zone), until }
}

/** The last instant, `now` at the latest, at which the clock showed this time. */
function lastTime(time: string, now: Instant, zone: Zone): Instant {
  const minute = Math.floor(now / MINUTE) * MINUTE
  const back = (minuteOfDay(minute, zone) - minutesOf(time) + DAY_MINUTES) % DAY_MINUTES
  const found = minute - back * MINUTE
  // Between the two the clocks may have been changed.
  const off = minutesOf(time) - minuteOfDay(found, zone)
  return found + (((off + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2) * MINUTE
}

function minuteOfDay(instant: Instant, zone: Zone): number {
  const { hour, minute } = wallClock(instant, zone)
  return hour * 60 + minute
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
