// The faults that a test switches on: for the next requests that match, or for a while. Answers nothing itself.
import type { Json } from './json.ts'

/** What happens to a request that a fault meets. */
export type FaultKind =
  /** An answer of the machinery: the request is not done. 429 takes `retryAfterSeconds` (default 1). */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: Json
      readonly retryAfterSeconds?: number
      readonly isGlobal?: boolean
      readonly isShared?: boolean
    }
  /** No answer ever; the request is not done. */
  | { readonly kind: 'hang' }
  /** Done, and no answer ever. */
  | { readonly kind: 'hang-after' }
  /** The connection is cut, the request is not done. */
  | { readonly kind: 'cut-before' }
  /** The connection is cut, the request is done: a message stands. */
  | { readonly kind: 'cut-after' }
  /** Done, and answered late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Done, and answered with this status in place of the true one. */
  | { readonly kind: 'status-after'; readonly status: number }

interface FaultScope {
  /** Any method when absent. */
  readonly method?: string
  /** Met by the path below `/api/v10`, without the query; a text must be contained in it. */
  readonly path?: RegExp | string
  /** How many requests it meets; by default 1. */
  readonly times?: number
  /** Ends by itself after so many milliseconds of the machine's clock; `times` is then without end. */
  readonly forMs?: number
  /** Lets so many matching requests pass first. */
  readonly after?: number
}

export type FaultOptions = FaultKind & FaultScope

export interface Fault {
  /** Requests met so far. */
  readonly hits: () => number
  readonly stop: () => void
}

export interface Faults {
  readonly add: (options: FaultOptions) => Fault
  /** The fault that meets this request, counted. */
  readonly meet: (method: string, path: string) => FaultKind | undefined
  readonly clear: () => void
}

export function createFaults(): Faults {
  interface Armed {
    readonly options: FaultOptions
    readonly endsAt: number
    toSkip: number
    left: number
    hits: number
  }
  const armed = new Set<Armed>()
  return {
    add: (options) => {
      const endsAt = options.forMs === undefined ? Number.POSITIVE_INFINITY : Date.now() + options.forMs
      const unbounded = options.forMs === undefined ? 1 : Number.POSITIVE_INFINITY
      const fault: Armed = {
        options,
        endsAt,
        toSkip: options.after ?? 0,
        left: options.times ?? unbounded,
        hits: 0,
      }
      armed.add(fault)
      return { hits: () => fault.hits, stop: () => armed.delete(fault) }
    },
    meet: (method, path) => {
      for (const fault of armed) {
        if (fault.left <= 0 || fault.endsAt <= Date.now()) armed.delete(fault)
        else if (isMet(fault.options, method, path)) {
          if (fault.toSkip > 0) fault.toSkip -= 1
          else {
            fault.left -= 1
            fault.hits += 1
            return fault.options
          }
        }
      }
      return undefined
    },
    clear: () => armed.clear(),
  }
}

function isMet(scope: FaultScope, method: string, path: string): boolean {
  if (scope.method !== undefined && scope.method !== method) return false
  if (scope.path === undefined) return true
  return typeof scope.path === 'string' ? path.includes(scope.path) : scope.path.test(path)
}
