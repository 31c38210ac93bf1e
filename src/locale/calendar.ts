// Instants and days in French words. Never asks what time it is: `now` is an argument.
import { dayOf, daysBetween, type Instant, wallClock, type Zone } from '../core/calendar.ts'
import { MONTHS } from '../french/months.ts'
import { WEEKDAYS } from '../french/weekdays.ts'
import { NO_BREAK_SPACE } from './sentence.ts'

/** «mardi 17 mars 2026», «dimanche 1er mars 2026»; the number never parts from its month. */
export function formatDay(instant: Instant, zone: Zone): string {
  return `${dayInYear(instant, zone)} ${wallClock(instant, zone).year}`
}

/** «8 h», «8 h 05», «0 h 30», without a break. */
export function formatHour(instant: Instant, zone: Zone): string {
  const { hour, minute } = wallClock(instant, zone)
  const parts = minute === 0 ? [hour, 'h'] : [hour, 'h', String(minute).padStart(2, '0')]
  return parts.join(NO_BREAK_SPACE)
}

/**
 * «aujourd’hui à 8 h 05», «hier à 18 h 05», «demain à 9 h», else «mardi 17 mars à 9 h», with the year when it is
 * not that of `now`. Days are those of the zone.
 */
export function formatMoment(instant: Instant, now: Instant, zone: Zone): string {
  const named = NAMED_DAYS.get(daysBetween(dayOf(now, zone), dayOf(instant, zone)))
  const isThisYear = wallClock(instant, zone).year === wallClock(now, zone).year
  const day = named ?? (isThisYear ? dayInYear(instant, zone) : formatDay(instant, zone))
  return `${day} à ${formatHour(instant, zone)}`
}

const NAMED_DAYS: ReadonlyMap<number, string> = new Map([
  [-1, 'hier'],
  [0, 'aujourd’hui'],
  [1, 'demain'],
])

/** «mardi 17 mars», «dimanche 1er mars». */
export function dayInYear(instant: Instant, zone: Zone): string {
  const { weekday, day, month } = wallClock(instant, zone)
  return `${WEEKDAYS[weekday]} ${day === 1 ? '1er' : day}${NO_BREAK_SPACE}${MONTHS[month - 1]}`
}
