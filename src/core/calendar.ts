// Instants, days and zones. Knows the arithmetic of time; never asks what time it is.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type Day = string

/** An IANA zone name such as `Europe/Paris`. */
export type Zone = string

/** Most French-speaking papers are written by this clock or one an hour away. */
export const USUAL_ZONE: Zone = 'Europe/Paris'

export const MINUTE: Instant = 60_000
export const HOUR: Instant = 60 * MINUTE
export const DAY: Instant = 24 * HOUR

/** What a clock on a wall in some zone shows. `month` and `day` start at 1; `weekday` 0 is Sunday. */
export interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly weekday: number
}

const formatters = new Map<Zone, Intl.DateTimeFormat>()

function formatterOf(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

/** The wall clock of `zone` at an instant. Throws RangeError for a zone that does not exist. */
export function wallClock(instant: Instant, zone: Zone): WallClock {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const read = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  const [year, month, day] = [read('year'), read('month'), read('day')]
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return { year, month, day, hour: read('hour'), minute: read('minute'), weekday }
}

/** The calendar day in `zone` at an instant. */
export function dayOf(instant: Instant, zone: Zone): Day {
  return dayAt(wallClock(instant, zone))
}

/** The calendar day that a clock shows. */
export function dayAt({ year, month, day }: WallClock): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Calendar days from one to the other, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** The day so many days later. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** ISO 8601 with the offset of the zone, to the second: `2026-03-17T08:00:00+01:00`. Its first ten characters are the day there. */
export function isoIn(instant: Instant, zone: Zone): string {
  const { year, month, day, hour, minute } = wallClock(instant, zone)
  const seconds = Math.floor(instant / 1000) % 60
  const offset = Math.round((Date.UTC(year, month - 1, day, hour, minute, seconds) - instant) / MINUTE)
  const sign = offset < 0 ? '-' : '+'
  const shift = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return `${dayOf(instant, zone)}T${two(hour)}:${two(minute)}:${two(seconds)}${shift}`
}

/** Whether Intl knows the zone: `Europe/Paris` yes, `Paris` no. */
export function isZone(name: string): boolean {
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}
