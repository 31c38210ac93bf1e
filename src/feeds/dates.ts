// Dates as feeds and pages write them, read as instants. Never asks what time it is, nor in which zone the server stands.
import { isZone, wallClock, type Instant, type Zone } from '../core/calendar.ts'
import { readClock, type ClockTime } from './clock-times.ts'

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
  const folded = fold(text)
  if (folded.length > LONGEST_DATE) return undefined
  const unix = readUnixTime(folded)
  if (unix !== undefined) return unix
  const written = withoutWeekday(folded)
  const day = readIsoDay(written) ?? readNumericDay(written) ?? readDayInWords(written)
  if (day === undefined || !isPossible(day)) return undefined
  const time = readClock(day.rest)
  if (time === undefined) return undefined
  return instantOf(day, time, options.zone)
}

/** No date is longer, in characters; JavaScript's own `toString` in French has 75. */
const LONGEST_DATE = 120

/** Lower case, without accents, ordinary spaces. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[\s\u200E\u200F]+/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .toLowerCase()
}

/** Seconds (ten digits: 2001 to 2286) or milliseconds since 1970. */
function readUnixTime(text: string): Instant | undefined {
  if (/^[1-9]\d{9}$/.test(text)) return Number(text) * 1000
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

/** Day first, as in France; month first only when the day cannot be first. */
function readNumericDay(text: string): WrittenDay | undefined {
  const [matched, first = '', second = '', year = ''] =
    /^(?:le )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/.exec(text) ?? []
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

/** Months by their first letters, English then French; French ones that English has too are no sign of French. */
const ENGLISH_MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FRENCH_MONTHS = [
  'janv',
  'fev',
  'mars',
  'avr',
  'mai',
  'juin',
  'juil',
  'aou',
  'septe',
  'octo',
  'nove',
  'dece',
]
const FULL_MONTHS =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|fev|avr|juil|aou|sept|[a-z]{3})$/
const FRENCH_SIGN = /^(?:janv|fev|mars$|avr|mai$|juin|juil|aou|septembre|octobre|novembre|decembre)/

function monthOf(word: string): number | undefined {
  if (!FULL_MONTHS.test(word)) return undefined
  const french = FRENCH_MONTHS.findIndex((month) => word.startsWith(month))
  if (french >= 0) return french + 1
  return ENGLISH_MONTH.test(word) ? ENGLISH_MONTHS.indexOf(word.slice(0, 3)) + 1 : undefined
}

const CLOCK_START = /\d{1,2}\s?(?::|h(?![a-z])|heures?\b)/

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
  const day = numbers[yearAt === 0 ? 1 : 0]
  const month = monthOf(word)
  if (month === undefined || year === undefined || day === undefined || ![2, 4].includes(year.length))
    return undefined
  return { year: wholeYear(year), month, day: Number(day), rest, isFrench: FRENCH_SIGN.test(word) }
}

/** Two digits: 70 to 99 are of the last century, as POSIX reads them. */
function wholeYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
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
