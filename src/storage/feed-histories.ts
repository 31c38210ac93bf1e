// The history of a feed in few octets: the state of every feed is read at each beat. Knows nothing of what it means.
import { type Day, dayAfter, daysBetween } from '../core/calendar.ts'
import type { FeedDay, FeedHistory } from '../core/feed-history.ts'

/** Days are counted from here. */
const FIRST_DAY: Day = '1970-01-01'

/** A day as five numbers: its place, readings, failures, articles, and the slowest answer in hundredths of a second. */
type PackedDay = readonly [number, number, number, number, number]

type PackedHistory = Omit<FeedHistory, 'days'> & { readonly days: readonly PackedDay[] }

export function writeHistory(history: FeedHistory): string {
  return JSON.stringify({ ...history, days: history.days.map(packed) } satisfies PackedHistory)
}

/** Of what `writeHistory` wrote. */
export function readHistory(json: string): FeedHistory {
  const history: PackedHistory = JSON.parse(json)
  return { ...history, days: history.days.map(unpacked) }
}

function packed({ on, readings, failures, articles, slowestSeconds }: FeedDay): PackedDay {
  return [daysBetween(FIRST_DAY, on), readings, failures, articles, Math.round(slowestSeconds * 100)]
}

function unpacked([place, readings, failures, articles, slowest]: PackedDay): FeedDay {
  return { on: dayAtPlace(place), readings, failures, articles, slowestSeconds: slowest / 100 }
}

/** All histories speak of the same few weeks: naming each day anew took two thirds of the time of reading them. */
const knownDays = new Map<number, Day>()

function dayAtPlace(place: number): Day {
  const known = knownDays.get(place)
  if (known !== undefined) return known
  const day = dayAfter(FIRST_DAY, place)
  knownDays.set(place, day)
  return day
}
