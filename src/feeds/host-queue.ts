// How politely we call on a host: few requests at once, none while it asked for rest. Never sends a request itself.
import { type Instant, MINUTE } from '../core/calendar.ts'
import type { Failure } from '../core/failures.ts'

/** Requests at once to one host. RFC 9110 asks for restraint; browsers take six, a reader of feeds needs no more than two. */
const REQUESTS_AT_ONCE = 2

export interface HostQueue {
  /** Runs `work` when its turn comes, first come first served on each host. Failures of `work` pass through. */
  run<T>(host: string, work: () => Promise<T>): Promise<T>
  /** Hosts with work running or waiting; 0 when all is quiet. */
  busyHosts(): number
}

interface Lane {
  running: number
  readonly waiting: (() => void)[]
}

export function createHostQueue(atOnce: number = REQUESTS_AT_ONCE): HostQueue {
  const lanes = new Map<string, Lane>()

  function leave(host: string, lane: Lane): void {
    const next = lane.waiting.shift()
    // The place passes from hand to hand, so a newcomer cannot jump the queue in between.
    if (next !== undefined) return next()
    lane.running -= 1
    if (lane.running === 0) lanes.delete(host)
  }

  async function run<T>(host: string, work: () => Promise<T>): Promise<T> {
    const lane = lanes.get(host) ?? { running: 0, waiting: [] }
    lanes.set(host, lane)
    if (lane.running < atOnce) lane.running += 1
    else await new Promise<void>((resolve) => lane.waiting.push(resolve))
    try {
      return await work()
    } finally {
      leave(host, lane)
    }
  }

  return { run, busyHosts: () => lanes.size }
}

/** Why and until when a host is left alone. */
interface Rest {
  readonly status: number
  readonly retryAt: Instant
}

export interface HostRests {
  /** Leaves the host alone until `rest.retryAt`; a longer rest already noted stays. */
  note(host: string, rest: Rest): void
  /** The rest that still lasts at `now`. */
  current(host: string, now: Instant): Rest | undefined
}

export function createHostRests(): HostRests {
  const rests = new Map<string, Rest>()
  return {
    note(host, rest) {
      const known = rests.get(host)
      if (known === undefined || known.retryAt < rest.retryAt) rests.set(host, rest)
    },
    current(host, now) {
      const rest = rests.get(host)
      if (rest === undefined || rest.retryAt > now) return rest
      rests.delete(host)
      return undefined
    },
  }
}

/** Answers of a host that did not come in time, one after the other, until no more are waited for. */
const SLOW_ANSWERS = 3

/** How long it is left alone then, in milliseconds: what else was to be asked is given up at once, and asked at the next reading. */
const SLOW_REST: Instant = 2 * MINUTE

/** Hosts remembered as late; a feed may name new ones for ever. */
const SLOW_HOSTS_AT_MOST = 1000

/** How long was waited in vain. */
type Timeout = Extract<Failure, { readonly code: 'fetch-timeout' }>

export interface SlowHosts {
  /** One answer more: late, or undefined when it came in time. */
  note(host: string, timeout: Timeout | undefined, now: Instant): void
  /** Why its answers are not waited for at `now`: sixty pages that drip would keep all others waiting. */
  current(host: string, now: Instant): Timeout | undefined
}

export function createSlowHosts(): SlowHosts {
  const late = new Map<string, { readonly count: number; readonly timeout: Timeout; readonly at: Instant }>()
  return {
    note(host, timeout, at) {
      const count = (late.get(host)?.count ?? 0) + 1
      late.delete(host)
      if (timeout === undefined) return
      late.set(host, { count, timeout, at })
      const [oldest = host] = late.keys()
      if (late.size > SLOW_HOSTS_AT_MOST) late.delete(oldest)
    },
    current(host, now) {
      const known = late.get(host)
      if (known === undefined) return undefined
      if (now - known.at < SLOW_REST) return known.count < SLOW_ANSWERS ? undefined : known.timeout
      late.delete(host)
      return undefined
    },
  }
}
