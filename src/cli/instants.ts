// Instants as the command line writes them: ISO 8601 and nothing else.
import type { Instant } from '../core/calendar.ts'

const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Undefined for anything that is not ISO 8601. A day alone is its noon in Paris or thereabouts (11:00 UTC), so that
 * no French-speaking zone reads another day; an hour without a zone is UTC.
 */
export function readInstant(text: string): Instant | undefined {
  if (!ISO.test(text)) return undefined
  const whole = text.length === 10 ? `${text}T11:00:00Z` : /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) ? text : `${text}Z`
  const instant = Date.parse(whole)
  return Number.isNaN(instant) ? undefined : instant
}
