// Stretches of days that French names: months and their parts, seasons, decades, weeks. Reads no text.

/** A day as its number since 1 January 1970. */
export type DayNumber = number

/** Both days are included. */
export interface DayRange {
  readonly first: DayNumber
  readonly last: DayNumber
}

const DAY_MILLISECONDS = 86_400_000

/** Months from 0 on; what lies beyond a month or a year runs into the next. */
export const dayNumber = (year: number, month: number, day: number): DayNumber => {
  // Years under 100 mean themselves, not 1900 and more.
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return Math.round(date.getTime() / DAY_MILLISECONDS)
}

export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number
}

export function calendarDay(day: DayNumber): CalendarDay {
  const date = new Date(day * DAY_MILLISECONDS)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
}

/** `YYYY-MM-DD`. */
export const dayText = (day: DayNumber): string => new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10)

/** Undefined for what is no day. */
export function dayOfText(text: string): DayNumber | undefined {
  const time = Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
  return Number.isFinite(time) ? Math.round(time / DAY_MILLISECONDS) : undefined
}

export const oneDay = (day: DayNumber): DayRange => ({ first: day, last: day })
export const fromTo = (first: DayNumber, last: DayNumber): DayRange => ({ first, last })

export const monthRange = (year: number, month: number): DayRange =>
  fromTo(dayNumber(year, month, 1), dayNumber(year, month + 1, 0))
export const yearRange = (year: number): DayRange => fromTo(dayNumber(year, 0, 1), dayNumber(year, 11, 31))
export const yearsRange = (first: number, last: number): DayRange =>
  fromTo(dayNumber(first, 0, 1), dayNumber(last, 11, 31))

/** Monday to Sunday of the week of a day, or of one before or after. */
export function weekRange(day: DayNumber, weeksAway = 0): DayRange {
  const monday = day - ((calendarDay(day).weekday + 6) % 7) + 7 * weeksAway
  return fromTo(monday, monday + 6)
}

const PARTS = ['début', 'mi', 'fin'] as const
export type Part = (typeof PARTS)[number]

/** The first ten days, the next ten, the rest. */
export function partOfMonth(year: number, month: number, part: Part): DayRange {
  const { first, last } = monthRange(year, month)
  if (part === 'début') return fromTo(first, first + 9)
  return part === 'mi' ? fromTo(first + 10, first + 19) : fromTo(first + 20, last)
}

/** Four months each. */
export function partOfYear(year: number, part: Part): DayRange {
  const month = 4 * PARTS.indexOf(part)
  return fromTo(dayNumber(year, month, 1), dayNumber(year, month + 4, 0))
}

/** Years 0 to 3, 4 to 6, 7 to 9. */
export function partOfDecade(firstYear: number, part: Part): DayRange {
  if (part === 'début') return yearsRange(firstYear, firstYear + 3)
  return part === 'mi' ? yearsRange(firstYear + 4, firstYear + 6) : yearsRange(firstYear + 7, firstYear + 9)
}

/** The nineteenth is 1801 to 1900; its parts are thirds. */
export function centuryRange(century: number, part?: Part): DayRange {
  const before = 100 * (century - 1)
  if (part === undefined) return yearsRange(before + 1, before + 100)
  if (part === 'début') return yearsRange(before + 1, before + 33)
  return part === 'mi' ? yearsRange(before + 34, before + 66) : yearsRange(before + 67, before + 100)
}

const SEASONS = ['printemps', 'été', 'automne', 'hiver'] as const
export type Season = (typeof SEASONS)[number]

/** The winter of a year begins in its December. */
export function seasonRange(year: number, season: Season): DayRange {
  switch (season) {
    case 'printemps':
      return fromTo(dayNumber(year, 2, 21), dayNumber(year, 5, 20))
    case 'été':
      return fromTo(dayNumber(year, 5, 21), dayNumber(year, 8, 22))
    case 'automne':
      return fromTo(dayNumber(year, 8, 23), dayNumber(year, 11, 20))
    case 'hiver':
      return fromTo(dayNumber(year, 11, 21), dayNumber(year + 1, 2, 20))
    default:
      return season satisfies never
  }
}

const UNITS = ['jour', 'semaine', 'mois', 'an', 'décennie', 'siècle'] as const
export type Unit = (typeof UNITS)[number]

/** The same day so many units later, earlier where negative; the last of a shorter month. */
export function shifted(day: DayNumber, count: number, unit: Unit): DayNumber {
  if (unit === 'jour') return day + count
  if (unit === 'semaine') return day + 7 * count
  const { year, month, day: own } = calendarDay(day)
  const months = unit === 'mois' ? count : 12 * count * (unit === 'an' ? 1 : unit === 'décennie' ? 10 : 100)
  const there = month + Math.round(months)
  return Math.min(dayNumber(year, there, own), dayNumber(year, there + 1, 0))
}

/** How far a range is from a day, in days; 0 where it holds it. */
const distance = ({ first, last }: DayRange, day: DayNumber): number => Math.max(0, first - day, day - last)

/** Of several ranges the one nearest to a day; of equal ones the first. */
export function nearest(ranges: readonly DayRange[], day: DayNumber): DayRange | undefined {
  let best: DayRange | undefined
  for (const range of ranges)
    if (best === undefined || distance(range, day) < distance(best, day)) best = range
  return best
}
