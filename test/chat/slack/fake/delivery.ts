// How a payload reaches the app: the shape of an envelope, what became of it, and the retries. Knows no transport.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Json } from './json.ts'

export interface Envelope {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive'
  readonly payload: Json
}

/** What Slack tells with a delivery that is not the first one. */
export interface Retry {
  readonly attempt: number
  readonly reason: 'timeout' | 'http_timeout' | 'http_error' | 'connection_failed'
}

export type Attempt =
  | { readonly isAcked: true; readonly payload: unknown }
  | {
      readonly isAcked: false
      /** What the person reads: `dispatch_failed` when nobody listens, `operation_timeout` after 3 seconds. */
      readonly error: 'dispatch_failed' | 'operation_timeout' | 'http_error'
      readonly reason: Retry['reason']
      /** The app asked for no retry (`X-Slack-No-Retry: 1`). */
      readonly wantsNoRetry?: boolean
    }

export interface Transport {
  /** Once, to one listener. */
  deliver(envelope: Envelope, retry: Retry | undefined): Promise<Attempt>
}

export interface Acknowledgement {
  readonly isAcked: boolean
  /** From the first delivery on, in milliseconds. */
  readonly afterMs: number
  /** What the app answered: nothing, a message, options, a `response_action`. */
  readonly payload: unknown
  readonly attempts: number
  readonly error?: string
}

/**
 * Delivers, and again when nobody acknowledged: Slack repeats events, never commands and buttons. `retryDelaysMs` lie
 * between the end of one attempt and the next.
 */
export async function deliver(
  transport: Transport,
  envelope: Envelope,
  options: { readonly retryDelaysMs: readonly number[]; readonly firstRetry?: Retry | undefined },
): Promise<Acknowledgement> {
  const startedAt = performance.now()
  const delays = envelope.kind === 'events_api' ? options.retryDelaysMs : []
  let retry = options.firstRetry
  for (let attempts = 1; ; attempts++) {
    const attempt = await transport.deliver(envelope, retry)
    const afterMs = performance.now() - startedAt
    if (attempt.isAcked) return { isAcked: true, afterMs, payload: attempt.payload, attempts }
    const delayMs = delays[attempts - 1]
    if (delayMs === undefined || attempt.wantsNoRetry === true) {
      return { isAcked: false, afterMs, payload: undefined, attempts, error: attempt.error }
    }
    await sleep(delayMs, undefined, { ref: false })
    retry = { attempt: (retry?.attempt ?? 0) + 1, reason: attempt.reason }
  }
}
