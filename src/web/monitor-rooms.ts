// What answers whoever watches the program: alive, ready, and its metrics. Finds nothing out itself.
import type { RequestListener, ServerResponse } from 'node:http'
import type { Pulse } from '../core/pulse.ts'
import type { Lack } from '../core/readiness.ts'
import { REQUEST_FAILED } from '../locale/hubs.ts'
import { BEAT_OVERDUE, explainLack } from '../locale/readiness.ts'
import type { Log } from '../ports.ts'

export interface Watched {
  /** Undefined while no beat is to be expected; instants of a clock that nobody sets. */
  readonly pulse: () => Pulse | undefined
  readonly lacks: () => Promise<readonly Lack[]>
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>
}

/** Each path with what answers there; what cannot be found out is said in the log, and answered with 500. */
export function monitorRooms(
  { pulse, lacks, metrics }: Watched,
  log: Log,
): ReadonlyMap<string, RequestListener> {
  const reading = (answer: () => Promise<Answer>): RequestListener => readingBy(answer, log)
  return new Map<string, RequestListener>([
    ['/healthz', reading(async () => healthOf(pulse()))],
    ['/readyz', reading(async () => readinessOf(await lacks()))],
    [
      '/metrics',
      reading(async () => {
        const { contentType, text } = await metrics()
        return { status: 200, contentType, text }
      }),
    ],
  ])
}

interface Answer {
  readonly status: 200 | 503
  readonly contentType: string
  readonly text: string
}

function healthOf(pulse: Pulse | undefined): Answer {
  const isAlive = pulse?.kind !== 'stuck'
  return json(isAlive, { alive: isAlive, ...(isAlive ? {} : { message: BEAT_OVERDUE }) })
}

function readinessOf(lacks: readonly Lack[]): Answer {
  const isReady = lacks.length === 0
  const missing = lacks.map((lack) => ({ ...lack, message: explainLack(lack) }))
  return json(isReady, { ready: isReady, missing })
}

function json(isWell: boolean, body: object): Answer {
  return {
    status: isWell ? 200 : 503,
    contentType: 'application/json; charset=utf-8',
    text: `${JSON.stringify(body)}\n`,
  }
}

/** Only for reading, by whoever asks. That nothing of it is kept and no page may show it, the door says. */
function readingBy(answer: () => Promise<Answer>, log: Log): RequestListener {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', connection: 'close' }).end()
      return
    }
    answer().then(
      (given) => give(response, given),
      (error: unknown) => {
        log.warn(REQUEST_FAILED, { error: String(error) })
        response.writeHead(500).end()
      },
    )
    request.resume()
  }
}

function give(response: ServerResponse, { status, contentType, text }: Answer): void {
  response.writeHead(status, { 'content-type': contentType })
  response.end(text)
}
