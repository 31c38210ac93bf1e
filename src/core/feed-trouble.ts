// In which way a feed fails, as far as that changes what people can do about it. Says nothing about how long.
import type { Failure } from './failures.ts'

/**
 * `missing` may be a mistake of the site that is mended on Monday, `gone` is its own last word; `unreached` never came
 * as far as the site.
 */
export type Trouble = 'gone' | 'missing' | 'blocked' | 'reserved' | 'unreached' | 'failing'

/** Refusals of RFC 9110 and 7725: a name and a password, a payment, a right, the law. */
const REFUSED_STATUSES: ReadonlySet<number> = new Set([401, 402, 403, 451])

export function troubleOf(failure: Failure): Trouble {
  if (failure.code === 'fetch-reserved') return 'reserved'
  if (failure.code === 'fetch-unreachable') return failure.reason === 'certificate' ? 'failing' : 'unreached'
  if (failure.code === 'fetch-timeout') return failure.hasBegun === true ? 'failing' : 'unreached'
  if (failure.code !== 'fetch-status') return 'failing'
  if (failure.status === 410) return 'gone'
  if (failure.status === 404) return 'missing'
  return REFUSED_STATUSES.has(failure.status) ? 'blocked' : 'failing'
}
