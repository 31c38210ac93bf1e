// Reading JSON and forms that came from outside. Judges nothing.

export type Json = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The records of a list; empty for what is no list. */
export function recordsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Nothing for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** The arguments of a call: a form, whose values may be JSON, or a JSON object. */
export function readArguments(body: string, contentType: string): Json {
  if (contentType.includes('json')) {
    const value = parseJson(body)
    return isRecord(value) ? value : {}
  }
  return Object.fromEntries(new URLSearchParams(body))
}

/** An argument that is JSON wherever it came from; `undefined` when absent, `NOT_JSON` when broken. */
export function jsonArgument(args: Json, name: string): unknown {
  const value = args[name]
  if (typeof value !== 'string') return value
  const parsed = parseJson(value)
  return parsed === undefined ? NOT_JSON : parsed
}

export const NOT_JSON = Symbol('not JSON')

export function textArgument(args: Json, name: string): string | undefined {
  const value = args[name]
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

export function flagArgument(args: Json, name: string): boolean | undefined {
  const value = args[name]
  if (value === undefined) return undefined
  return value === true || value === 'true' || value === '1'
}

export function numberArgument(args: Json, name: string): number | undefined {
  const value = args[name]
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}
