// Dates as feeds and pages write them, read as instants. Never asks what time it is, nor in which zone the server stands.
import { isZone, wallClock, type Instant, type Zone } from '../core/calendar.ts'
import { readClock, type ClockTime } from './clock-times.ts'
import { isFrenchMonth, mendMonths, monthOf } from './month-words.ts'
import { decodeReferences } from './references.ts'

/** The zone of a date that a French hand wrote without one. */
const FRENCH_ZONE: Zone = 'Europe/Paris'

interface WrittenDay {
  readonly year: number
  readonly month: number
  readonly day: number
  /** What follows the day: time and zone. */
  readonly rest: string
  /** Written for people, in French: `3 février 2025`, `03/02/2025`. */
  readonly isFrench: boolean
}

/**
 * The instant that a date in a feed means; undefined when there is none in it, or an impossible one (30 February).
 * Reads RFC 822 and its damages, ISO 8601 and W3CDTF, asctime, French dates, `03/02/2025` as 3 February, Unix times.
 * Without a zone: the given one; else Europe/Paris for what is written in French, UTC for what a machine wrote.
 */
export function readDate(text: string, options: { readonly zone?: Zone } = {}): Instant | undefined {
  if (text.length > 10 * LONGEST_DATE) return undefined
  const folded = fold(text)
  if (folded.length > LONGEST_DATE) return undefined
  const unix = readUnixTime(folded)
  if (unix !== undefined) return unix
  const written = withoutWeekday(folded)
  const found = readIsoDay(written) ?? readNumericDay(written) ?? readDayInWords(written)
  if (found === undefined || !isPossible(found)) return undefined
  const day = FRENCH_HAND.test(folded) ? { ...found, isFrench: true } : found
  const time = readClock(day.rest)
  if (time === undefined) return undefined
  return instantOf(day, time, options.zone)
}

/** No date is longer, in characters; JavaScript's own `toString` in French has 75. */
const LONGEST_DATE = 120

/** Lower case, without accents nor what is left of them, ordinary spaces. */
function fold(text: string): string {
  const folded = decodeReferences(text.slice(0, LONGEST_DATE * 2))
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[\s\u200E\u200F]+/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .toLowerCase()
  return mendMonths(folded)
}

/** A weekday that only French has, or « à » before the hour: « mar. » may be March. */
const FRENCH_HAND = /^(?:le )?(?:lun|mer|jeu|ven|sam|dim|mardi)|\ba \d/

/** Seconds (ten digits: 2001 to 2286), decimals or not, or milliseconds since 1970. */
function readUnixTime(text: string): Instant | undefined {
  if (/^[1-9]\d{9}(?:\.\d+)?$/.test(text)) return Math.floor(Number(text) * 1000)
  return /^[1-9]\d{12}$/.test(text) ? Number(text) : undefined
}

const WEEKDAY =
  /^(?:le )?(?:lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[.,]*\s*(?=\S)/

function withoutWeekday(text: string): string {
  const rest = text.replace(WEEKDAY, '')
  // « mar. » is mardi or mars: without another month behind it, it is the month.
  return /^mar\b/.test(text) && !/[a-z]{3}|^\d+[/-]\d+[/-]/.test(rest) ? text : rest
}

/** Years first, as ISO 8601 and W3CDTF have it; each pattern gives year, month, day. */
const ISO_DAYS: readonly RegExp[] = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
  /^(\d{4})(\d{2})(\d{2})(?=$|[t\s\dz+-])/,
  /^(\d{2})-(\d{2})-(\d{2})(?!\d)/,
  /^(\d{2})(\d{2})(\d{2})$/,
  /^(\d{4})-(\d{2})$/,
  /^(\d{4})$/,
  /^-(\d{2})-?(\d{2})$/,
]

function readIsoDay(text: string): WrittenDay | undefined {
  for (const pattern of ISO_DAYS) {
    const [matched, year = '', month = '1', day = '1'] = pattern.exec(text) ?? []
    if (matched === undefined) continue
    const read = { year: wholeYear(year), month: Number(month), day: Number(day) }
    if (year.length === 4 || isPossible(read))
      return { ...read, rest: text.slice(matched.length), isFrench: false }
  }
  const [matched, year = '', dayOfYear = ''] = /^(\d{4}|\d{2})-?(\d{3})(?!\d)/.exec(text) ?? []
  if (matched === undefined || Number(dayOfYear) < 1 || Number(dayOfYear) > 366) return undefined
  const date = new Date(Date.UTC(wholeYear(year), 0, Number(dayOfYear)))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    rest: text.slice(matched.length),
    isFrench: false,
  }
}

const NUMERIC_DAYS: readonly RegExp[] = [
  /^(?:[a-z][a-z’': ]{0,40} )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/,
  /^(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)/,
]

/** Day first, as in France; month first only when the day cannot be first. A few words may stand before: « Publié le ». */
function readNumericDay(text: string): WrittenDay | undefined {
  const written = NUMERIC_DAYS.map((pattern) => pattern.exec(text)).find((found) => found !== null)
  const [matched, first = '', second = '', year = ''] = written ?? []
  if (matched === undefined) return undefined
  const isAmerican = Number(second) > 12
  const [day, month] = isAmerican ? [second, first] : [first, second]
  return {
    year: wholeYear(year),
    month: Number(month),
    day: Number(day),
    rest: text.slice(matched.length),
    isFrench: !isAmerican,
  }
}

/** Three digits are the years since 1900 that old JavaScript counts: 125. */
const YEAR_DIGITS = new Set([2, 3, 4])

const isAlone = (parts: readonly string[]): boolean => parts.length === 2 && parts[1]?.length === 4

const CLOCK_START = /\d{1,2}\s?(?::|h(?![a-z])|heures?\b)|\d{2}\.\d{2}\.\d{2}\b|\b(?:midi|noon)\b/

/** `3 Feb 2025`, `Feb 3, 2025`, `1er février 2025`, `3-Feb-25`, `Feb 3 10:00:00 CET 2025`. */
function readDayInWords(text: string): WrittenDay | undefined {
  const clockAt = text.search(CLOCK_START)
  const [head, rest] = clockAt < 0 ? [text, ''] : [text.slice(0, clockAt), text.slice(clockAt)]
  const lateYear = /(?:^|[^\d:+-])((?:19|20)\d{2})\b/.exec(rest)?.[1]
  const parts = (lateYear === undefined ? head : `${head} ${lateYear}`).match(/[a-z]+|\d+/g) ?? []
  const monthAt = parts.findIndex((part) => monthOf(part) !== undefined)
  const word = parts[monthAt] ?? ''
  const numbers = parts.filter((part) => /^\d+$/.test(part))
  const yearAt = numbers.findIndex((part) => part.length === 4)
  const year = numbers[yearAt >= 0 ? yearAt : 1]
  const month = monthOf(word)
  // « Février 2025 » stands for its first day.
  const day = isAlone(parts) ? '1' : numbers[yearAt === 0 ? 1 : 0]
  if (month === undefined || year === undefined || day === undefined || !YEAR_DIGITS.has(year.length))
    return undefined
  return { year: wholeYear(year), month, day: Number(day), rest, isFrench: isFrenchMonth(word) }
}

/** Two digits: 70 to 99 are of the last century, as POSIX reads them. */
function wholeYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 3) return 1900 + year
  if (digits.length > 3) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function isPossible({ year, month, day }: Pick<WrittenDay, 'year' | 'month' | 'day'>): boolean {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function instantOf(day: WrittenDay, time: ClockTime, zone: Zone | undefined): Instant {
  const local =
    Date.UTC(day.year, day.month - 1, day.day, time.hour, time.minute, time.second) + time.millisecond
  if (time.offsetMinutes !== undefined) return local - time.offsetMinutes * 60_000
  const isFrench = day.isFrench || time.isFrench
  const named = time.zone !== undefined && isZone(time.zone) ? time.zone : undefined
  const localZone = named ?? zone ?? (isFrench ? FRENCH_ZONE : undefined)
  return localZone === undefined ? local : local - offsetAt(local - offsetAt(local, localZone), localZone)
}

/** How far the wall clock of a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Instant, zone: Zone): number {
  const wall = wallClock(instant, zone)
  const minute = Math.floor(instant / 60_000) * 60_000
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - minute
}
