// The REST server of the fake Discord: reads requests, applies faults, tokens and rate limits, logs, answers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ApiError, invalidBody, refusal } from './api-error.ts'
import { BodyCheck } from './body-check.ts'
import type { FaultKind, Faults } from './faults.ts'
import { isRecord, textOf } from './json.ts'
import type { RateLimits } from './rate-limits.ts'
import { majorOf, type RestAnswer, type RestRequest, type Router, type UploadedFile } from './router.ts'
import type { SpecCheck } from './spec-check.ts'

const PREFIX = '/api/v10'

/** One request as it came and as it was answered. The bot's token is never in it. */
export interface LoggedRequest {
  /** Instant of the machine's clock. */
  readonly at: number
  readonly method: string
  /** Below `/api/v10`, without the query. */
  readonly path: string
  readonly query: string
  readonly body: unknown
  readonly files: readonly UploadedFile[]
  /** 0: the client got none (cut or hanging), or none yet. */
  status: number
  /** Whether the request was done, whatever the client saw of it. */
  isDone: boolean
  /** What the client was answered. */
  answer?: unknown
}

/** A body that Discord refuses, or a route that the fake does not know: always a mistake of the program. */
export interface Violation {
  readonly method: string
  readonly path: string
  readonly source: 'specification' | 'rules' | 'route'
  readonly problems: readonly string[]
}

export interface RestOptions {
  readonly router: Router
  readonly faults: Faults
  readonly limits: RateLimits
  readonly spec: SpecCheck | undefined
  readonly isToken: (token: string) => boolean
  readonly logLimit: number
}

export interface Rest {
  readonly server: Server
  readonly requests: LoggedRequest[]
  readonly violations: Violation[]
}

export function createRest(options: RestOptions): Rest {
  const requests: LoggedRequest[] = []
  const violations: Violation[] = []
  const server = createServer({ keepAlive: true }, (request, response) => {
    request.on('error', () => undefined)
    void serve(options, requests, violations, request, response).catch((error: unknown) => {
      // A mistake of the fake itself: loud, and never a timeout that hides it.
      violations.push({
        method: request.method ?? '',
        path: request.url ?? '',
        source: 'route',
        problems: [String(error)],
      })
      answer(response, { status: 500, body: { code: 0, message: `fake: ${String(error)}` } })
    })
  })
  // Longer than any pause of a test: a connection that ends by itself would look like a fault.
  server.keepAliveTimeout = 120_000
  return { server, requests, violations }
}

async function serve(
  options: RestOptions,
  requests: LoggedRequest[],
  violations: Violation[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const method = request.method ?? 'GET'
  // discord.js writes `@original` as `%40original`.
  const asked = url.pathname.replaceAll('%40', '@')
  const path = asked.startsWith(`${PREFIX}/`) ? asked.slice(PREFIX.length) : asked
  const read = await readBody(request)
  const entry: LoggedRequest = {
    at: Date.now(),
    method,
    path,
    query: url.search,
    body: read?.body,
    files: read?.files ?? [],
    status: 0,
    isDone: false,
  }
  requests.push(entry)
  if (requests.length > options.logLimit) requests.shift()
  const reply = (given: RestAnswer, headers: Readonly<Record<string, string>> = {}): void => {
    entry.status = given.status
    entry.answer = given.body
    answer(response, given, headers)
  }
  if (options.limits.isBanned()) return banned(reply)
  const fault = options.faults.meet(method, path)
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'cut-before') return cut(request)
  if (fault?.kind === 'status') return answerFault(fault, options.limits, reply)
  const { answered, headers } = handle(options, violations, request, { method, path, url, read })
  entry.isDone = answered.status < 400
  options.limits.countAnswer(answered.status, false)
  if (fault?.kind === 'hang-after') return
  if (fault?.kind === 'cut-after') return cut(request)
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
  if (fault?.kind === 'status-after')
    return reply({ status: fault.status, body: { code: 0, message: 'fault' } })
  reply(answered, headers)
}

interface Arrived {
  readonly method: string
  readonly path: string
  readonly url: URL
  readonly read: { readonly body: unknown; readonly files: readonly UploadedFile[] } | undefined
}

interface Handled {
  readonly answered: RestAnswer
  readonly headers: Readonly<Record<string, string>>
}

function handle(
  options: RestOptions,
  violations: Violation[],
  request: IncomingMessage,
  arrived: Arrived,
): Handled {
  const { method, path, url, read } = arrived
  let headers: Readonly<Record<string, string>> = {}
  let source: Violation['source'] = 'rules'
  try {
    const match = url.pathname.startsWith(`${PREFIX}/`) ? options.router(method, path) : undefined
    if (match === undefined) {
      violations.push({ method, path, source: 'route', problems: ['the fake Discord has no such route'] })
      throw refusal('not-found')
    }
    if (match.route.needsToken) checkToken(options, request)
    const verdict = options.limits.take(
      method,
      match.route.template,
      majorOf(match.params),
      isGlobalFree(path),
    )
    ;({ headers } = verdict)
    if (verdict.refused !== undefined) return { headers, answered: tooMany(verdict.refused) }
    if (read === undefined) throw refusal('invalid-json')
    const rest: RestRequest = { method, path, params: match.params, query: url.searchParams, ...read }
    match.route.check(rest)
    source = 'specification'
    checkAgainstSpec(options.spec, method, match.route.template, read.body)
    source = 'rules'
    const answered = match.route.handle(rest)
    return { headers, answered }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (isMistake(error)) violations.push({ method, path, source, problems: problemsOf(error) })
    return { headers, answered: { status: error.status, body: error.body } }
  }
}

/** Our own rules have spoken by now: this is for what only the specification refuses. */
function checkAgainstSpec(
  spec: SpecCheck | undefined,
  method: string,
  template: string,
  body: unknown,
): void {
  if (spec === undefined || body === undefined) return
  const check = new BodyCheck()
  for (const { path, message } of spec.problems(method, template, body))
    check.add(path, 'SPECIFICATION', message)
  if (check.problems.length > 0) throw invalidBody(check.tree())
}

/** Codes that tell of a body which should never have been sent. */
const isMistake = (error: ApiError): boolean => [50_035, 50_006, 50_109, 30_032, 40_060].includes(error.code)

/** Leaves of the tree as `embeds.0.title: Must be 256 or fewer in length.` */
function problemsOf(error: ApiError): readonly string[] {
  const leaves = (node: unknown, path: string): readonly string[] => {
    if (Array.isArray(node)) return node.filter(isRecord).map((leaf) => `${path}: ${textOf(leaf['message'])}`)
    if (!isRecord(node)) return []
    return Object.entries(node).flatMap(([key, value]) =>
      leaves(value, key === '_errors' ? path : path === '' ? key : `${path}.${key}`),
    )
  }
  return error.errors === undefined ? [error.message] : leaves(error.errors, '')
}

function checkToken(options: RestOptions, request: IncomingMessage): void {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme !== 'Bot' || token === undefined || !options.isToken(token)) throw refusal('unauthorised')
}

/** Answers to interactions are not bound by the overall limit; discord-api-docs, topics/rate-limits. */
const isGlobalFree = (path: string): boolean =>
  path.startsWith('/interactions/') || path.startsWith('/webhooks/')

const tooMany = (refused: {
  readonly retryAfterSeconds: number
  readonly isGlobal: boolean
}): RestAnswer => ({
  status: 429,
  body: {
    message: 'You are being rate limited.',
    retry_after: Number(refused.retryAfterSeconds.toFixed(3)),
    global: refused.isGlobal,
  },
})

function answerFault(
  fault: Extract<FaultKind, { kind: 'status' }>,
  limits: RateLimits,
  reply: (given: RestAnswer, headers?: Readonly<Record<string, string>>) => void,
): void {
  limits.countAnswer(fault.status, fault.isShared === true)
  if (fault.status !== 429)
    return reply({ status: fault.status, body: fault.body ?? { code: 0, message: 'fault' } })
  const retryAfterSeconds = fault.retryAfterSeconds ?? 1
  const isGlobal = fault.isGlobal === true
  reply(tooMany({ retryAfterSeconds, isGlobal }), {
    'retry-after': `${retryAfterSeconds}`,
    'x-ratelimit-scope': isGlobal ? 'global' : fault.isShared === true ? 'shared' : 'user',
    ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
  })
}

const banned = (reply: (given: RestAnswer, headers: Readonly<Record<string, string>>) => void): void =>
  reply(
    { status: 403, body: '<html><title>Access denied</title>error code: 1015</html>' },
    { server: 'cloudflare' },
  )

function cut(request: IncomingMessage): void {
  request.socket.destroy()
}

function answer(
  response: ServerResponse,
  given: RestAnswer,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed || response.headersSent) return
  const isPage = typeof given.body === 'string'
  response.writeHead(given.status, {
    ...headers,
    ...(given.body === undefined ? {} : { 'content-type': isPage ? 'text/html' : 'application/json' }),
  })
  response.end(given.body === undefined ? undefined : isPage ? given.body : JSON.stringify(given.body))
}

/** The JSON of a request, alone or as `payload_json` beside files; undefined when it cannot be read. */
async function readBody(request: IncomingMessage): Promise<Arrived['read']> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const bytes = Buffer.concat(chunks)
  if (bytes.length === 0) return { body: undefined, files: [] }
  const type = request.headers['content-type'] ?? ''
  try {
    if (!type.startsWith('multipart/form-data'))
      return { body: JSON.parse(bytes.toString('utf8')) as unknown, files: [] }
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const payload = form.get('payload_json')
    const files = [...form.values()].filter((value) => typeof value !== 'string')
    return {
      body: typeof payload === 'string' ? (JSON.parse(payload) as unknown) : {},
      files: files.map((file) => ({ name: file.name, size: file.size, contentType: file.type })),
    }
  } catch {
    return undefined
  }
}
