// Reads what discord.js throws, by its shape: this file must not load discord.js. Explains nothing.

/** The HTTP status; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined
}

/** Discord's own code of what is wrong (topics/opcodes-and-status-codes, JSON); undefined when it gave none. */
export function codeOf(error: unknown): number | undefined {
  if (statusOf(error) === undefined || !(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'number' ? error.code : undefined
}

/** A pause that discord.js would not wait for, in milliseconds. */
export function pauseOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('retryAfter' in error) || !('timeToReset' in error)) return undefined
  const pauses = [error.retryAfter, error.timeToReset].filter((pause) => typeof pause === 'number')
  return pauses.length === 0 ? undefined : Math.max(...pauses.filter(Number.isFinite), 0)
}

const CUTS = new Set<unknown>(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])
const UNREACHABLE = new Set<unknown>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
])
const TIME_OUTS = new Set<unknown>(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])

/** A token that holds no more, or of which no header can be made. */
export function isTokenRefused(error: unknown): boolean {
  return statusOf(error) === 401 || networkCodesOf(error).includes('UND_ERR_INVALID_ARG')
}

/** The connection broke when the request was under way: nobody knows whether it arrived. */
export function isCut(error: unknown): boolean {
  return networkCodesOf(error).some((code) => CUTS.has(code))
}

/** No connection came about: the request cannot have arrived. */
export function isUnreachable(error: unknown): boolean {
  return networkCodesOf(error).some((code) => UNREACHABLE.has(code))
}

export function isTimeOut(error: unknown): boolean {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return true
  return networkCodesOf(error).some((code) => TIME_OUTS.has(code))
}

/** Of Node and undici, of an error and of what is behind it. */
function networkCodesOf(error: unknown): readonly unknown[] {
  if (!(error instanceof Error) || statusOf(error) !== undefined) return []
  return ['code' in error ? error.code : undefined, ...networkCodesOf(error.cause)]
}
