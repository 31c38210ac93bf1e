// Instants as the command line writes them: ISO 8601 and nothing else.
import type { Instant } from '../core/calendar.ts'

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i

/**
 * Undefined for anything that is not ISO 8601, and for days and hours that do not exist. A day alone is its noon in
 * Paris or thereabouts (11:00 UTC), so that no French-speaking zone reads another day; an hour without a zone is UTC.
 */
export function readInstant(text: string): Instant | undefined {
  const match = ISO.exec(text.trim())
  if (match === null) return undefined
  const [, day = '', time = '11:00', zone = 'Z'] = match
  if (!isDay(day)) return undefined
  const instant = Date.parse(`${day}T${time}${zone.toUpperCase()}`)
  return Number.isNaN(instant) ? undefined : instant
}

/** 31 February is none, although the engine reads it as 3 March. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
}
