// One GET or one form sent to one address, guarded and bounded in time and size. Never follows a redirect, never waits its turn.
import { Agent, type Dispatcher } from 'undici'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Validators } from '../core/feed.ts'
import { withoutCredentials } from '../core/web-address.ts'
import { createConnector, type ResolveHost, type Route } from './addresses.ts'
import { conditionalHeaders, type Headers, retryAfter, type Terms, termsOf, validatorsOf } from './caching.ts'
import { DeadlineError, explainNetworkError } from './network-failures.ts'
import { createLargeBodies, type EnterLarge } from './large-bodies.ts'
import { readBody } from './read-body.ts'
import { isRefusal, refusalWords } from './refusal-words.ts'

/** How long we wait at most, in seconds, counted anew for each hop of a redirect. */
interface Patience {
  /** For a name, a connection and a handshake. undici counts it in half seconds. */
  readonly connectSeconds: number
  /** For the headers, connection included. */
  readonly headersSeconds: number
  /** For everything, to the last byte of the body. */
  readonly totalSeconds: number
}

/** Miniflux waits 20 s for feeds; we wait as long for headers, and let 10 MB come in over a line of 1.5 Mbit/s. */
const DEFAULT_PATIENCE: Patience = { connectSeconds: 10, headersSeconds: 20, totalSeconds: 60 }

export interface WebVisitorOptions extends Partial<Patience> {
  /** The whole header, `Pressoir/1.0 (+mailto:…)`. */
  readonly userAgent: string
  readonly now: () => Instant
  /** Host names dialled at a given address, loopback included: the demo, the replay and the tests, nobody else. */
  readonly routes?: ReadonlyMap<string, Route>
  /** How names become addresses; the system's resolver when absent. */
  readonly resolve?: ResolveHost
}

export interface VisitRequest {
  readonly validators?: Validators
  /** Of decoded bytes. */
  readonly limitBytes: number
  /** The Accept header. */
  readonly accept: string
  /** Gives the first `limitBytes` of a longer body, `isTruncated`, instead of failing. */
  readonly isCutAtLimit?: boolean
  /** Looks at the beginning of a large body, decoded; what it throws is what comes of the visit. */
  readonly checkHead?: (head: readonly Uint8Array[]) => void
  /** Sent by POST; without it the request is a GET. */
  readonly form?: Readonly<Record<string, string>>
}

interface Answered extends Terms {
  /** From the request to the last byte, in seconds; the turn on the host's queue not counted. */
  readonly seconds?: number
}

export interface UnchangedAnswer extends Answered {
  readonly kind: 'unchanged'
  readonly validators: Validators
}

export interface BodyAnswer extends Answered {
  readonly kind: 'body'
  /** Where the body came from, after redirects. */
  readonly url: string
  /** As sent, those about compression included. */
  readonly headers: Headers
  /** Decompressed. */
  readonly body: Uint8Array
  /** Whether the end of the body is missing. Then there are no validators: a 304 would hide the rest for ever. */
  readonly isTruncated: boolean
  readonly validators: Validators
}

interface RedirectAnswer {
  readonly kind: 'redirect'
  readonly to: URL
  readonly isPermanent: boolean
  /** Whether what was sent is to be sent there too: 307 and 308 alone say so for certain (RFC 9110, 15.4). */
  readonly isSameMethod: boolean
}

export type VisitAnswer = UnchangedAnswer | BodyAnswer | RedirectAnswer

export interface WebVisitor {
  /** Throws ExplainedError `fetch-*`. */
  visit(url: URL, request: VisitRequest): Promise<VisitAnswer>
  /** Ends everything, requests under way included; they fail. */
  close(): Promise<void>
}

/** The address that we really ask for: http or https, no credentials, no fragment. Throws `fetch-scheme`. */
export function webAddress(address: string, base?: string): URL {
  const url = URL.parse(address, base)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    const scheme = url?.protocol.slice(0, -1) ?? ''
    throw new ExplainedError({ code: 'fetch-scheme', url: withoutCredentials(address), scheme })
  }
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

/** A refusal of the server, or our own in its name; `words` is what it says to that, `''` for nothing. */
export function statusError(url: URL, status: number, retryAt?: Instant, words = ''): ExplainedError {
  return new ExplainedError({
    code: 'fetch-status',
    url: url.href,
    status,
    ...(retryAt !== undefined && { retryAt }),
    ...(words !== '' && { words }),
  })
}

function flatten(headers: Dispatcher.ResponseData['headers']): Headers {
  const flat = Object.entries(headers).map(([name, value = '']): [string, string] => [
    name,
    typeof value === 'string' ? value : value.join(', '),
  ])
  return Object.fromEntries(flat)
}

/** Headers arrive as Latin-1; servers write accented addresses in raw UTF-8. */
function readLocation(location: string): string {
  const utf8 = Buffer.from(location, 'latin1').toString('utf8')
  return utf8.includes('\uFFFD') ? location : utf8
}

function redirectOf(status: number, headers: Headers, url: URL): RedirectAnswer | undefined {
  const location = headers['location']
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined
  const to = webAddress(readLocation(location), url.href)
  const isPermanent = status === 301 || status === 308
  return { kind: 'redirect', to, isPermanent, isSameMethod: status >= 307 }
}

function headersOf({ accept, validators = {}, form }: VisitRequest, userAgent: string): Headers {
  return {
    'user-agent': userAgent,
    accept,
    'accept-language': 'fr, *;q=0.5',
    'accept-encoding': 'gzip, br, deflate',
    ...conditionalHeaders(validators),
    ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
  }
}

function methodOf({ form }: VisitRequest): Pick<Dispatcher.RequestOptions, 'method' | 'body'> {
  return form === undefined
    ? { method: 'GET' }
    : { method: 'POST', body: new URLSearchParams(form).toString() }
}

interface Reception {
  readonly now: Instant
  readonly enterLarge: EnterLarge
}

async function answerOf(
  url: URL,
  request: VisitRequest,
  { statusCode: status, headers: received, body }: Dispatcher.ResponseData,
  { now, enterLarge }: Reception,
): Promise<VisitAnswer> {
  const headers = flatten(received)
  const { validators = {}, limitBytes, isCutAtLimit = false, checkHead } = request
  const terms = termsOf(headers, now)
  if (status === 304 && (validators.etag ?? validators.lastModified) !== undefined) {
    return { kind: 'unchanged', validators: validatorsOf(headers, validators), ...terms }
  }
  const redirect = redirectOf(status, headers, url)
  if (redirect !== undefined) return redirect
  if (status >= 300) {
    const words = isRefusal(status) ? await refusalWords(body, headers) : ''
    throw statusError(url, status, retryAfter(headers, now), words)
  }
  // Said in advance, and sent bytes count as decoded ones do: not one of them need be fetched.
  if (!isCutAtLimit && Number(headers['content-length']) > limitBytes)
    throw new ExplainedError({ code: 'fetch-too-large', url: url.href, limitBytes })
  const bounds = { limitBytes, isCutAtLimit, enterLarge, checkHead }
  const read = await readBody(body, {
    url: url.href,
    contentEncoding: headers['content-encoding'],
    ...bounds,
  })
  return {
    kind: 'body',
    url: url.href,
    headers,
    body: read.bytes,
    isTruncated: read.isTruncated,
    validators: read.isTruncated ? {} : validatorsOf(headers),
    ...terms,
  }
}

/** Of a body that nobody takes yet; hundreds may wait, each with four times as much if undici had its way. */
const WAITING_BYTES = 16 * 1024

interface Deadline {
  readonly controller: AbortController
  /** Whether the headers have come. */
  hasBegun: boolean
}

function abortAfter(deadline: Deadline, seconds: number): NodeJS.Timeout {
  const abort = (): void => deadline.controller.abort(new DeadlineError(seconds, deadline.hasBegun))
  return setTimeout(abort, seconds * 1000)
}

function createAgent(options: WebVisitorOptions, connectSeconds: number): Agent {
  return new Agent({
    connect: createConnector({ ...options, connectSeconds }),
    // A connection a request: a reused one may be closed under our feet, and we seldom ask a host twice in a row.
    pipelining: 0,
    // undici rounds these up to the next second and counts only silence; our own deadlines do neither.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}

/** Throws what the network throws. */
type Send = (url: URL, request: VisitRequest, deadline: Deadline) => Promise<VisitAnswer>

function createSend(agent: Agent, options: WebVisitorOptions, headersSeconds: number): Send {
  const enterLarge = createLargeBodies()
  return async (url, request, deadline) => {
    const headersTimer = abortAfter(deadline, headersSeconds)
    const response = await agent
      .request({
        origin: url.origin,
        path: url.pathname + url.search,
        ...methodOf(request),
        signal: deadline.controller.signal,
        headers: headersOf(request, options.userAgent),
        highWaterMark: WAITING_BYTES,
      })
      .finally(() => clearTimeout(headersTimer))
    deadline.hasBegun = true
    // A body that nobody reads is destroyed below, and says so in an event that would otherwise end the process.
    response.body.on('error', () => {})
    try {
      return await answerOf(url, request, response, { now: options.now(), enterLarge })
    } finally {
      response.body.destroy()
    }
  }
}

export function createWebVisitor(options: WebVisitorOptions): WebVisitor {
  const patience = { ...DEFAULT_PATIENCE, ...options }
  const agent = createAgent(options, patience.connectSeconds)
  const send = createSend(agent, options, patience.headersSeconds)

  async function visit(url: URL, request: VisitRequest): Promise<VisitAnswer> {
    const deadline = { controller: new AbortController(), hasBegun: false }
    const { signal } = deadline.controller
    const timer = abortAfter(deadline, patience.totalSeconds)
    const startedAt = options.now()
    try {
      const answer = await send(url, request, deadline)
      if (answer.kind === 'redirect') return answer
      return { ...answer, seconds: Math.max(0, options.now() - startedAt) / 1000 }
    } catch (error) {
      // The abort may surface under another name; what matters is who pulled the plug.
      const cause: unknown = signal.aborted ? signal.reason : error
      throw explainNetworkError(cause, url.href, patience.connectSeconds)
    } finally {
      clearTimeout(timer)
    }
  }

  return { visit, close: () => agent.destroy() }
}
