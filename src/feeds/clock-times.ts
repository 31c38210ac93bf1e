// The time of day and its zone, as feeds write them after a day. Never knows which day it is.
import type { Zone } from '../core/calendar.ts'

export interface ClockTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** Minutes ahead of UTC; undefined when the zone is named by `zone` or not told at all. */
  readonly offsetMinutes?: number
  readonly zone?: Zone
  /** Written as in France: `10h30`. */
  readonly isFrench: boolean
}

/**
 * Zone names met in feeds, in minutes ahead of UTC. A summer name means summer time in any season: the feed says so.
 * RFC 822 § 5, Python feedparser's table (AT to PT are standard time there), and the names of continental Europe and of Africa.
 */
const OFFSETS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  tu: 0,
  wet: 0,
  west: 60,
  bst: 60,
  wat: 60,
  cet: 60,
  met: 60,
  mez: 60,
  hnec: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  haec: 120,
  eet: 120,
  cat: 120,
  eest: 180,
  eat: 180,
  msk: 180,
  nst: -210,
  ndt: -150,
  ast: -240,
  adt: -180,
  at: -240,
  est: -300,
  edt: -240,
  et: -300,
  hne: -300,
  hae: -240,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  ist: 330,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
}

/** UTC−12 to UTC+14 are in use; beyond a day is a mistake. In minutes. */
const FARTHEST_OFFSET = 24 * 60

const COLON_TIME =
  /(?<![\d:h])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?(?![\d:])(?:\s*([ap])\.?m\b\.?)?/
const FRENCH_TIME =
  /(?<!\d)(\d{1,2})\s?h(?:eures?)?(?![a-z])\s?(?:(\d{2})(?!\d)(?:\s?(?:mn|min|m|:)\s?(\d{2})(?!\d))?)?/
const DOTTED_TIME = /^[t\s,]*(\d{2})\.(\d{2})\.(\d{2})(?![\d.])/
const NOON = /\b(?:midi|noon)\b/
const COMPACT_TIME = /^t?(\d{2})(\d{2})(\d{2})?(?![\d:])/

/** The time in what follows a day; midnight without one; undefined when there is one that no clock shows. All in lower case. */
export function readClock(text: string): ClockTime | undefined {
  const colon = COLON_TIME.exec(text)
  const french = colon === null ? FRENCH_TIME.exec(text) : null
  const found = colon ?? french ?? DOTTED_TIME.exec(text) ?? COMPACT_TIME.exec(text) ?? NOON.exec(text)
  if (found === null && /\d:\d/.test(text)) return undefined
  const [matched = '', hour = '0', minute = '0', second = '0', fraction = '0', half = ''] = found ?? []
  const time = {
    hour: matched === '' ? 0 : NOON.test(matched) ? 12 : hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(second),
    millisecond: french === null ? Math.floor(Number(`0.${fraction}`) * 1000) : 0,
    isFrench: french !== null,
  }
  if (time.hour > 24 || time.minute > 59 || time.second > 60) return undefined
  const zone = readZone(text.slice((found?.index ?? 0) + matched.length))
  return zone === undefined ? undefined : { ...time, ...zone }
}

function hourOf(hour: number, half: string): number {
  if (half === 'p') return hour < 12 ? hour + 12 : hour
  return half === 'a' && hour === 12 ? 0 : hour
}

/** « Heure de Paris », or the city alone, as newspapers name a zone. */
const CITIES: readonly (readonly [RegExp, Zone])[] = [
  [/\bparis\b/, 'Europe/Paris'],
  [/\bbruxelles\b/, 'Europe/Brussels'],
  [/\b(?:geneve|lausanne|berne)\b/, 'Europe/Zurich'],
  [/\b(?:montreal|quebec)\b|heure de l[’']est\b/, 'America/Toronto'],
  [/\bdakar\b/, 'Africa/Dakar'],
]

/** Nothing told gives an empty object; undefined for an offset of more than a day. */
function readZone(text: string): Pick<ClockTime, 'offsetMinutes' | 'zone'> | undefined {
  const [, sign, hours = '0', minutes = '0'] =
    /^\s*\(?(?:gmt|utc|ut|tu|z)?\s?-?([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)/.exec(text) ?? []
  if (sign !== undefined) {
    const ahead = Number(hours) * 60 + Number(minutes)
    if (ahead > FARTHEST_OFFSET) return undefined
    return { offsetMinutes: sign === '-' ? -ahead : ahead }
  }
  const [zone] = /\b[a-z]+\/[a-z_+-]+\d*(?:\/[a-z_]+)?/.exec(text) ?? []
  if (zone !== undefined) return { zone }
  const city = CITIES.find(([name]) => name.test(text))
  if (city !== undefined) return { zone: city[1] }
  const name = text.match(/[a-z]+/g)?.find((word) => Object.hasOwn(OFFSETS, word))
  const offsetMinutes = name === undefined ? undefined : OFFSETS[name]
  return offsetMinutes === undefined ? {} : { offsetMinutes }
}
