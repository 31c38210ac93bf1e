// The misfortunes that a test orders for the next calls. Causes none by itself.

export type FaultKind =
  /** An HTTP status without Slack's JSON; with 429, `Retry-After` (1 second unless told). */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** `{ ok: false, error }` with HTTP 200, such as `internal_error` or `fatal_error`. */
  | { readonly kind: 'error'; readonly error: string }
  /** Never answered, and nothing done. */
  | { readonly kind: 'hang' }
  /** Done, and never answered. */
  | { readonly kind: 'hang-after' }
  /** The connection is cut, and nothing was done. */
  | { readonly kind: 'cut-before' }
  /** Done, and the connection is cut before the answer: the message stands. */
  | { readonly kind: 'cut-after' }
  /** Done, and answered with this HTTP status in place of the true answer: a message stands. */
  | { readonly kind: 'status-after'; readonly status: number }
  /** Done and answered, late. */
  | { readonly kind: 'slow'; readonly delayMs: number }

export type Fault = FaultKind & {
  /** A method, `response_url`, or `*` for everything. */
  readonly method: string
  /** Only calls about this channel. */
  readonly channel?: string
  /** Calls that pass first; none unless told. */
  readonly skip?: number
  /** How many calls are hit; one unless told, all of them with `forMs`. */
  readonly times?: number
  /** How long, by the fake's clock, in milliseconds. */
  readonly forMs?: number
}

export interface Faults {
  /** Switches one on; gives the way to mend it. */
  add(fault: Fault): () => void
  /** What hits this call, if anything; counts it. */
  take(method: string, channel: string | undefined): FaultKind | undefined
}

interface Order {
  readonly fault: Fault
  readonly until: number
  skip: number
  times: number
}

export function createFaults(now: () => number): Faults {
  let orders: readonly Order[] = []
  return {
    add(fault) {
      const hasPeriod = fault.forMs !== undefined
      const order: Order = {
        fault,
        until: hasPeriod ? now() + fault.forMs : Number.POSITIVE_INFINITY,
        skip: fault.skip ?? 0,
        times: fault.times ?? (hasPeriod ? Number.POSITIVE_INFINITY : 1),
      }
      orders = [...orders, order]
      return () => {
        orders = orders.filter((each) => each !== order)
      }
    },
    take(method, channel) {
      orders = orders.filter((order) => order.times > 0 && now() < order.until)
      const order = orders.find(
        ({ fault }) =>
          (fault.method === '*' || fault.method === method) &&
          (fault.channel === undefined || fault.channel === channel),
      )
      if (order === undefined) return undefined
      if (order.skip > 0) {
        order.skip--
        return undefined
      }
      order.times--
      return order.fault
    },
  }
}
