// Reads of JSON of unknown shape, for the fake Discord. Never throws: what is missing reads as empty.
export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {})

export const recordsOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter((item) => isRecord(item)) : []

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((item) => typeof item === 'string')

/** A whole number or a numeral (`"25"`); anything else is `fallback`. */
export function numberOf(value: unknown, fallback = 0): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value)
  return fallback
}
