// What people write in the configuration file, read one value at a time: hours, days, zones, addresses, channels.
import { isZone, type Zone } from '../core/calendar.ts'
import { PLATFORM_NAMES } from '../core/channel.ts'
import type { Mistake } from '../locale/configuration.ts'
import { WEEKDAYS } from '../locale/calendar.ts'
import { closestWord, foldWord, stripAccents } from './closest.ts'

/** Shown instead of a contact in the example; `doctor` asks to change it. */
export const EXAMPLE_CONTACT = 'votre-adresse@exemple.fr'

/** Hours outside are refused: node-cron and people both stumble over the hours that change (findings, time). */
const [EARLIEST_HOUR, LATEST_HOUR] = [5, 23]

/** A name becomes part of file names and message keys. */
const NAME = /^[a-z\d](?:[a-z\d-]{0,28}[a-z\d])?$/

export function readName(given: string): string | Mistake {
  if (NAME.test(given)) return given
  const slug = foldWord(given)
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return { code: 'name', given, closest: NAME.test(slug) ? slug : undefined }
}

/** An electronic or a web address that fits into an HTTP header: visible ASCII, RFC 9110, 5.5. */
export function readContact(given: string): string | Mistake {
  const isMail = /^[\x21-\x3f\x41-\x7e]+@[\w-]+(?:\.[\w-]+)+$/.test(given)
  return isMail || isWebAddress(given) ? given : { code: 'contact', given }
}

export function readAddress(given: string): string | Mistake {
  return isWebAddress(given) ? given : { code: 'address', given }
}

function isWebAddress(given: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/i.test(given) && URL.canParse(given)
}

/** `Europe/Paris`; offsets such as `+01:00` are refused, since they know no summer. */
export function readZone(given: string): Zone | Mistake {
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
export function readDays(given: string): readonly number[] | Mistake {
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
export function readHour(given: string): string | Mistake {
  const match = /^(\d{1,2})\s*(?:(?:h|heures?|:)\s*(\d{2})?)?$/i.exec(given)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  if (match === null || hour > 24 || minute > 59 || given.endsWith(':'))
    return { code: 'hour-unreadable', given }
  const isOffered = hour >= EARLIEST_HOUR && hour * 60 + minute <= LATEST_HOUR * 60
  if (!isOffered) return { code: 'hour-outside', given }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** `platform:channel`, the platform one that we know. */
export function readChannel(given: string): string | Mistake {
  const [, platform, channel] = /^([^:\s]+):(\S+)$/.exec(given) ?? []
  if (platform === undefined || channel === undefined) return { code: 'channel', given }
  if (PLATFORM_NAMES.some((name) => name === platform)) return given
  return { code: 'platform', given: platform, known: PLATFORM_NAMES }
}

/** A whole number between two bounds, both included; the schema adds the key. */
export function readNumber(least: number, most: number): (given: string) => number | Mistake {
  return (given) => {
    const isInside = /^\d+$/.test(given) && Number(given) >= least && Number(given) <= most
    return isInside ? Number(given) : { code: 'number-range', key: '', least, most }
  }
}

/** One of a few words, with or without accents; the schema adds the key. */
export function readChoice<Meaning extends string>(
  meanings: ReadonlyMap<string, Meaning>,
): (given: string) => Meaning | Mistake {
  return (given) =>
    meanings.get(foldWord(given)) ?? { code: 'choice', key: '', given, choices: [...meanings.keys()] }
}
