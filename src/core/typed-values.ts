// What people write, one value at a time, in the file or in the chat: days, hours, zones, whole numbers.
// Decides nothing about what they belong to.
import { WEEKDAYS } from '../french/weekdays.ts'
import { isZone, type Zone } from './calendar.ts'
import { closestWord, foldWord, stripAccents } from './closest.ts'
import type { QuietHours } from './quiet-hours.ts'

/** What cannot be read, as it was given; the French sentence is in locale/configuration.ts. */
export type ValueMistake =
  | { readonly code: 'number-range'; readonly key: string; readonly least: number; readonly most: number }
  | { readonly code: 'zone'; readonly given: string; readonly closest?: string | undefined }
  | { readonly code: 'day'; readonly given: string; readonly closest?: string | undefined }
  | { readonly code: 'hour-unreadable'; readonly given: string }
  | { readonly code: 'hour-outside'; readonly given: string }
  | { readonly code: 'quiet-hours'; readonly given: string }

/** Hours outside are refused: node-cron and people both stumble over the hours that change (findings, time). */
const [EARLIEST_HOUR, LATEST_HOUR] = [5, 23]

/** `Europe/Paris`; offsets such as `+01:00` are refused, since they know no summer. */
export function readZone(given: string): Zone | ValueMistake {
  if (isNamedZone(given)) return given
  return { code: 'zone', given, closest: closestZone(given) }
}

function isNamedZone(given: string): boolean {
  return /^[a-z]/i.test(given) && isZone(given)
}

function closestZone(given: string): Zone | undefined {
  const plain = stripAccents(given).trim().replaceAll(/\s+/g, '_')
  const zones = Intl.supportedValuesOf('timeZone')
  const byTown = new Map(zones.map((zone) => [zone.slice(zone.lastIndexOf('/') + 1), zone]))
  if (isNamedZone(plain)) return plain
  const town = plain.includes('/') ? undefined : closestWord(plain, byTown.keys())
  return (town === undefined ? undefined : byTown.get(town)) ?? closestWord(plain, zones)
}

/** Days of the week, 0 is Sunday: `lundi`, `lundis`, `en semaine`, `week-end`, `tous les jours`. */
export function readDays(given: string): readonly number[] | ValueMistake {
  const folded = foldWord(given).replace(/^le /, '')
  const days = DAYS.get(folded) ?? DAYS.get(folded.replace(/s$/, ''))
  return days ?? { code: 'day', given, closest: closestWord(given, DAYS.keys()) }
}

const DAYS: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...WEEKDAYS.map((name, day) => [name, [day]] as const),
  ['en semaine', [1, 2, 3, 4, 5]],
  ['week end', [0, 6]],
  ['weekend', [0, 6]],
  ['tous les jours', [0, 1, 2, 3, 4, 5, 6]],
  ['chaque jour', [0, 1, 2, 3, 4, 5, 6]],
])

/** `08:00`, `8:00`, `8h`, `8 h 30`, `8 heures`, `8` become `HH:MM`. */
export function readHour(given: string): string | ValueMistake {
  const match = /^(\d{1,2})\s*(?:(?:h|heures?|:)\s*(\d{2})?)?$/i.exec(given)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  if (match === null || hour > 24 || minute > 59 || given.endsWith(':'))
    return { code: 'hour-unreadable', given }
  const isOffered = hour >= EARLIEST_HOUR && hour * 60 + minute <= LATEST_HOUR * 60
  if (!isOffered) return { code: 'hour-outside', given }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** `22:00-07:00`, `22 h - 7 h`, `de 22 h à 7 h 30`; `aucune` or `non`: there are none. */
export function readQuietHours(given: string): QuietHours | 'none' | ValueMistake {
  const folded = foldWord(given.replaceAll(/[-–—]/gu, ' à '))
  if (/^(?:aucune?|non|jamais|0)$/.test(folded)) return 'none'
  const [, ...parts] = QUIET.exec(folded) ?? []
  const [fromHour, fromMinute, toHour, toMinute] = parts.map((part) => Number(part ?? 0))
  const [from, to] = [timeOf(fromHour, fromMinute), timeOf(toHour, toMinute)]
  return from === undefined || to === undefined || from === to ? { code: 'quiet-hours', given } : { from, to }
}

const TIME = String.raw`(\d{1,2})\s*(?:(?:h|heures?|:)\s*(\d{2})?)?`
const QUIET = new RegExp(`^(?:de )?${TIME} a ${TIME}$`)

function timeOf(hour = 24, minute = 0): string | undefined {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A whole number between two bounds, both included; whoever asks adds the key. */
export function readNumber(least: number, most: number): (given: string) => number | ValueMistake {
  return (given) => {
    const isInside = /^\d+$/.test(given) && Number(given) >= least && Number(given) <= most
    return isInside ? Number(given) : { code: 'number-range', key: '', least, most }
  }
}
