// Where hubs call us, in HTTP: WebSub § 5.3 and § 7. Reads no article: a call only says that there is something to read.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Instant } from '../core/calendar.ts'
import type { HubDesk } from '../hub-ports.ts'
import { REQUEST_FAILED } from '../locale/hubs.ts'
import type { Log } from '../ports.ts'
import { createCallRate, type CallRate } from '../core/call-rate.ts'
import { openSeal, type Seal } from './signature.ts'

/** Below the public address. The doctor asks for it, hubs call below it. */
export const HUB_PATH = '/websub'

/** What stands at `HUB_PATH` itself, so that the doctor knows us again. */
export const HUB_GREETING = 'Pressoir'

/** The largest call that is read, in bytes: what a feed may have, since hubs send whole feeds. */
const CALL_LIMIT_BYTES = 10_000_000

/** Calls of one subscription; a beat reads the feed once however many there were. */
const CALLS_A_MINUTE = 12

/** Tokens of ours, and nothing else that people put into an address. */
const ID = /^[\w-]{20,64}$/

/** A challenge is a few random letters; 1,000 would be a text that somebody wants to see on our site. */
const CHALLENGE_LIMIT = 1000

export interface HubRoomTools {
  readonly desk: HubDesk
  readonly log: Log
  readonly now: () => Instant
}

export function createHubRoom(tools: HubRoomTools): RequestListener {
  const rate = createCallRate(CALLS_A_MINUTE, tools.now)
  return (request, response) => {
    answer(tools, rate, request, response).catch((error: unknown) => {
      tools.log.warn(REQUEST_FAILED, { error: error instanceof Error ? error.message : String(error) })
      say(response, 500)
    })
  }
}

async function answer(
  tools: HubRoomTools,
  rate: CallRate,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? '', 'http://localhost')
  const id = url?.pathname.slice(HUB_PATH.length + 1) ?? ''
  if (request.method === 'GET' && id === '') return say(response, 200, HUB_GREETING)
  if (url === null || !ID.test(id)) return say(response, 404)
  if (request.method === 'GET') return answerQuestion(tools, id, url.searchParams, response)
  if (request.method === 'POST') return answerCall(tools, rate, id, request, response)
  response.setHeader('allow', 'GET, POST')
  say(response, 405)
}

/** Whether we mean it; only what we asked for is given its challenge back. */
async function answerQuestion(
  { desk }: HubRoomTools,
  id: string,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const told = (name: string): string => query.get(`hub.${name}`) ?? ''
  const mode = told('mode')
  if (mode === 'denied') {
    const isOurs = await desk.deny(id, told('topic'), told('reason'))
    return say(response, isOurs ? 200 : 404)
  }
  const challenge = told('challenge')
  const isQuestion = (mode === 'subscribe' || mode === 'unsubscribe') && challenge !== ''
  if (!isQuestion || challenge.length > CHALLENGE_LIMIT) return say(response, 404)
  const seconds = /^\d{1,12}$/.test(told('lease_seconds')) ? Number(told('lease_seconds')) : undefined
  const lease = seconds === undefined ? {} : { leaseSeconds: seconds }
  const isMeant = await desk.confirm(id, { mode, topic: told('topic'), ...lease })
  say(response, isMeant ? 200 : 404, isMeant ? challenge : '')
}

/** Whoever signs wrongly is told the same as whoever signs rightly: § 8 asks for it. */
async function answerCall(
  { desk }: HubRoomTools,
  rate: CallRate,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const secret = await desk.secretOf(id)
  // Gone for good: the hub may stop calling.
  if (secret === undefined) return dismiss(response, 410)
  if (!rate(id)) {
    response.setHeader('retry-after', '60')
    return dismiss(response, 429)
  }
  const signature = header(request, 'x-hub-signature')
  const seal = openSeal(signature, secret)
  const size = await readThrough(request, seal)
  if (size === 'cut') return
  if (size === 'too-large') return dismiss(response, 413)
  if (seal?.isRight() === true) await desk.push(id)
  else await desk.ignore(id, signature === '' ? 'unsigned' : 'wrong-signature')
  say(response, 202)
}

/** The whole body past the seal; none of it is kept. */
async function readThrough(
  request: IncomingMessage,
  seal: Seal | undefined,
): Promise<'whole' | 'too-large' | 'cut'> {
  if (Number(header(request, 'content-length')) > CALL_LIMIT_BYTES) return 'too-large'
  let size = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes: Uint8Array = chunk
      size += bytes.length
      if (size > CALL_LIMIT_BYTES) return 'too-large'
      seal?.update(bytes)
    }
    return 'whole'
  } catch {
    return 'cut'
  }
}

/** Without reading what else they send: the connection ends with the answer. */
function dismiss(response: ServerResponse, status: number): void {
  response.setHeader('connection', 'close')
  say(response, status)
}

function say(response: ServerResponse, status: number, text = ''): void {
  if (response.headersSent) return
  // Plain text whatever it says: a challenge must never become a page of ours, and the door forbids guessing.
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(text)
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name] ?? ''
  return typeof value === 'string' ? value : (value[0] ?? '')
}
