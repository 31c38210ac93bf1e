// HTTP mode: payloads POSTed to the app's address, signed as Slack signs them — or wrongly, when a test asks so.
import { createHmac } from 'node:crypto'
import type { Attempt, Envelope, Retry, Transport } from './delivery.ts'
import { parseJson, type Json } from './json.ts'
import type { State } from './state.ts'

/** A raw POST to the app, honest or forged. */
export interface RawPost {
  readonly body: string
  readonly contentType?: string
  /** `wrong` signs with another secret, `missing` leaves the header out. */
  readonly signature?: 'right' | 'wrong' | 'missing'
  /** How old the timestamp is, in seconds; apps refuse more than 300. */
  readonly ageSeconds?: number
  readonly headers?: Readonly<Record<string, string>>
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** Rejects when nobody answers within `timeoutMs`. */
export async function postSigned(
  state: State,
  targetUrl: string,
  post: RawPost,
  timeoutMs: number,
): Promise<RawAnswer> {
  // The app compares with its own clock, so this one is the machine's, not the fake's.
  const timestamp = String(Math.floor(Date.now() / 1000) - (post.ageSeconds ?? 0))
  const secret = post.signature === 'wrong' ? 'another-secret' : state.signingSecret
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${post.body}`).digest('hex')
  const response = await fetch(targetUrl, {
    method: 'POST',
    headers: {
      'content-type': post.contentType ?? 'application/json',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      ...(post.signature === 'missing' ? {} : { 'x-slack-signature': `v0=${signature}` }),
      ...post.headers,
    },
    body: post.body,
    signal: AbortSignal.timeout(timeoutMs),
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

/** The body of an envelope as Slack encodes it: JSON for events, a form for the rest. */
function encodeEnvelope({ kind, payload }: Envelope): Pick<RawPost, 'body' | 'contentType'> {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' }
  const contentType = 'application/x-www-form-urlencoded'
  if (kind === 'interactive') {
    return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), contentType }
  }
  return { body: new URLSearchParams(formOf(payload)).toString(), contentType }
}

function formOf(payload: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))
}

export function createSignedHttp(state: State, targetUrl: string, acknowledgeMs: number): Transport {
  return {
    async deliver(envelope: Envelope, retry: Retry | undefined): Promise<Attempt> {
      const headers: Record<string, string> =
        retry === undefined
          ? {}
          : { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
      try {
        const answer = await postSigned(
          state,
          targetUrl,
          { ...encodeEnvelope(envelope), headers },
          acknowledgeMs,
        )
        const wantsNoRetry = answer.headers.get('x-slack-no-retry') === '1'
        if (answer.status === 200) return { isAcked: true, payload: payloadOf(answer.body) }
        return { isAcked: false, error: 'http_error', reason: 'http_error', wantsNoRetry }
      } catch (error) {
        const isTimeout = error instanceof Error && error.name === 'TimeoutError'
        return isTimeout
          ? { isAcked: false, error: 'operation_timeout', reason: 'http_timeout' }
          : { isAcked: false, error: 'dispatch_failed', reason: 'connection_failed' }
      }
    },
  }
}

/** An empty body says nothing, another one is JSON or the text of a message. */
function payloadOf(body: string): unknown {
  return body === '' ? undefined : (parseJson(body) ?? { text: body })
}
