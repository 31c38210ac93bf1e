// That a story goes on from an earlier edition, in words that stay true when they are read later. Never says «hier».
import { dayOf, daysBetween, type Instant, wallClock, type Zone } from '../core/calendar.ts'
import { WEEKDAYS } from '../french/weekdays.ts'
import { dayInYear, formatDay } from './calendar.ts'

/** Within so many days a weekday names one day only. */
const DAYS_OF_A_WEEK = 7

/**
 * «Suite de l’édition de mardi», «de ce matin» on the same day, «du mardi 3 mars» after a week, with the year where it is
 * another one. Days are those of the zone.
 */
export function sequelWords(earlierSlotAt: Instant, slotAt: Instant, zone: Zone): string {
  return `Suite de l’édition ${dayWords(earlierSlotAt, slotAt, zone)}`
}

function dayWords(earlierSlotAt: Instant, slotAt: Instant, zone: Zone): string {
  const days = daysBetween(dayOf(earlierSlotAt, zone), dayOf(slotAt, zone))
  const { hour, weekday, year } = wallClock(earlierSlotAt, zone)
  if (days === 0) return `de ${partOfDay(hour)}`
  if (days > 0 && days < DAYS_OF_A_WEEK) return `de ${WEEKDAYS[weekday]}`
  const isThisYear = year === wallClock(slotAt, zone).year
  return `du ${isThisYear ? dayInYear(earlierSlotAt, zone) : formatDay(earlierSlotAt, zone)}`
}

function partOfDay(hour: number): string {
  return hour < 12 ? 'ce matin' : hour < 18 ? 'cet après-midi' : 'ce soir'
}
