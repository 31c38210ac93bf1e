// The Web API: rights, speed, faults and the method itself, in the order in which Slack looks. Opens no socket.
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { requireScope, type ApiMethod, type ApiMethods } from './api-method.ts'
import { CHAT_METHODS } from './chat-methods.ts'
import { CONVERSATION_METHODS } from './conversation-methods.ts'
import type { FaultKind } from './faults.ts'
import { FILE_METHODS } from './file-methods.ts'
import type { LoggedRequest } from './journal.ts'
import { textArgument, type Json } from './json.ts'
import { Refusal } from './refusal.ts'
import type { State } from './state.ts'
import { WORKSPACE_METHODS } from './workspace-methods.ts'

const METHODS: ApiMethods = {
  ...CHAT_METHODS,
  ...CONVERSATION_METHODS,
  ...FILE_METHODS,
  ...WORKSPACE_METHODS,
}

/** What goes back over HTTP. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json | string
}

/** Bolt names the workspace with every call of a listener's client. */
const ALWAYS_TAKEN = new Set(['token', 'team_id'])

/** Refusals that the world causes, not the app. */
const NOBODYS_FAULT = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'user_not_found',
  'user_not_in_channel',
  'message_not_found',
  'thread_not_found',
  'not_found',
  'hash_conflict',
  'token_revoked',
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'internal_error',
  'fatal_error',
])

const CONTENT_REFUSALS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'invalid_metadata_format',
  'metadata_too_large',
  'invalid_arguments',
  'view_too_large',
])

/** Handles one call of `/api/METHOD`, faults included; may cut the connection or never answer. */
export async function handleApiCall(
  state: State,
  method: string,
  args: Json,
  headers: IncomingHttpHeaders,
  response: ServerResponse,
): Promise<void> {
  const request: LoggedRequest = { at: state.workspace.now(), method, args, httpStatus: 0 }
  state.journal.requests.push(request)
  await withFaults(state, request, response, () => answerCall(state, request, headers))
}

/** Runs `answer` between the faults that a test ordered, and sends it. Also for response addresses. */
export async function withFaults(
  state: State,
  request: LoggedRequest,
  response: ServerResponse,
  answer: () => HttpAnswer,
): Promise<void> {
  const { method, args } = request
  const fault = state.faults.take(method, textArgument(args, 'channel'))
  request.fault = fault?.kind
  const instead = insteadOf(fault)
  if (instead !== undefined) {
    send(state, request, response, instead)
    return
  }
  if (fault?.kind === 'cut-before') response.destroy()
  if (fault?.kind === 'hang' || fault?.kind === 'cut-before') return
  if (fault?.kind === 'slow') await sleep(fault.delayMs)
  const given = answer()
  state.journal.carriedOut(request)
  if (fault?.kind === 'hang-after') return
  if (fault?.kind === 'cut-after') {
    response.destroy()
    return
  }
  send(state, request, response, fault?.kind === 'status-after' ? failing(fault.status) : given)
}

function insteadOf(fault: FaultKind | undefined): HttpAnswer | undefined {
  if (fault?.kind === 'error') return { status: 200, headers: {}, body: { ok: false, error: fault.error } }
  if (fault?.kind !== 'status') return undefined
  return fault.status === 429 ? tooMany(fault.retryAfterSeconds ?? 1) : failing(fault.status)
}

function failing(status: number): HttpAnswer {
  return { status, headers: {}, body: 'upstream connect error' }
}

function tooMany(retryAfterSeconds: number): HttpAnswer {
  return {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: { ok: false, error: 'ratelimited' },
  }
}

function send(state: State, request: LoggedRequest, response: ServerResponse, answer: HttpAnswer): void {
  const { body, status, headers } = answer
  request.httpStatus = status
  if (typeof body !== 'string' && typeof body['error'] === 'string') request.error = body['error']
  if (status === 429) {
    const place = textArgument(request.args, 'channel') ?? request.method
    const { rateLimited } = state.journal
    rateLimited.set(place, (rateLimited.get(place) ?? 0) + 1)
  }
  if (response.destroyed) return
  const type = typeof body === 'string' ? 'text/plain' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function answerCall(state: State, request: LoggedRequest, headers: IncomingHttpHeaders): HttpAnswer {
  const { method, args } = request
  const api = METHODS[method]
  const scopeHeaders = {
    'x-oauth-scopes': [...state.scopes].join(','),
    'x-accepted-oauth-scopes': api?.scopes.join(',') ?? '',
  }
  try {
    if (api === undefined) throw new Refusal('unknown_method', { req_method: method })
    authenticate(state, api, tokenOf(args, headers))
    blameUnknownArguments(state, request, api)
    const wait = state.rates.take(method, textArgument(args, 'channel'))
    if (wait !== undefined) {
      if (wait.isImpatient) {
        state.journal.blame({
          kind: 'retry-after-ignored',
          method,
          detail: JSON.stringify(args['channel'] ?? ''),
        })
      }
      return tooMany(wait.retryAfterSeconds)
    }
    for (const scope of api.scopes) requireScope(state, scope)
    return { status: 200, headers: scopeHeaders, body: { ok: true, ...api.run({ state, method, args }) } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    blameRefusal(state, method, error)
    return { status: 200, headers: scopeHeaders, body: { ok: false, error: error.code, ...error.details } }
  }
}

function tokenOf(args: Json, headers: IncomingHttpHeaders): string {
  return headers.authorization?.replace(/^Bearer /u, '') ?? textArgument(args, 'token') ?? ''
}

function authenticate(state: State, api: ApiMethod, token: string): void {
  if (token === '') throw new Refusal('not_authed')
  const isBot = token === state.botToken
  if (!isBot && token !== state.appToken) throw new Refusal('invalid_auth')
  if (isBot !== (api.token === 'bot')) throw new Refusal('not_allowed_token_type')
  if (state.tokenError !== undefined) throw new Refusal(state.tokenError)
}

function blameUnknownArguments(state: State, { method, args }: LoggedRequest, api: ApiMethod): void {
  for (const name of Object.keys(args)) {
    if (ALWAYS_TAKEN.has(name) || api.takes.includes(name)) continue
    state.journal.blame({ kind: 'unknown-argument', method, detail: name })
  }
}

/** Notes what the app itself did wrong. */
export function blameRefusal(state: State, method: string, { code, details }: Refusal): void {
  if (NOBODYS_FAULT.has(code)) return
  const kind = CONTENT_REFUSALS.has(code) ? 'refused-content' : 'refused-call'
  state.journal.blame({ kind, method, detail: `${code} ${JSON.stringify(details['errors'] ?? [])}` })
}
