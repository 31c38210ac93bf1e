// Discord's REST API on discord.js: one attempt more after a cut connection, and no call with a token that was refused.
import type { REST, RequestData } from 'discord.js'
import type { MessageFile } from './bodies.ts'
import { type Instant, MINUTE } from '../../core/calendar.ts'
import { isCut, isTokenRefused } from './api-errors.ts'
import type { Refusals } from './refusals.ts'
import { restOptions } from './rest-options.ts'

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const

type Method = keyof typeof VERBS

export interface DiscordApi {
  /** The answer, read by nobody yet. Throws what discord.js throws. */
  call(method: Method, path: `/${string}`, request?: CallRequest): Promise<unknown>
  /** Lets calls through again after a refused token. */
  forgive(): void
}

interface CallRequest {
  readonly body?: unknown
  /** Sent beside the body, which then travels as one part of several. */
  readonly files?: readonly MessageFile[] | undefined
  readonly query?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

interface ApiOptions {
  readonly apiUrl: string | undefined
  /** Until a request has failed, in milliseconds. */
  readonly requestTime?: number | undefined
  readonly refusals: Refusals
}

interface TokenOptions extends ApiOptions {
  readonly token: string
  readonly now: () => Instant
  /** Of the 50 that Discord bears over all (topics/rate-limits). */
  readonly requestsPerSecond: number
}

/** How long a refused token is not tried again: refusals are counted against our address (topics/rate-limits). */
const REFUSAL_TIME: Instant = 10 * MINUTE

/** Loads discord.js at the first call. */
export function createDiscordApi(options: TokenOptions): DiscordApi {
  const openRest = lazyRest(options, options)
  let refusal: { readonly error: unknown; readonly until: Instant } | undefined
  return {
    call: async (method, path, request = {}) => {
      if (refusal !== undefined && options.now() < refusal.until) throw refusal.error
      options.refusals.check()
      const rest = await openRest()
      // discord.js forgets a token that was refused once.
      rest.setToken(options.token)
      try {
        return await callTwice(rest, method, path, requestData(request))
      } catch (error) {
        if (isTokenRefused(error)) refusal = { error, until: options.now() + REFUSAL_TIME }
        throw error
      }
    },
    forgive: () => {
      refusal = undefined
    },
  }
}

/**
 * For answers to interactions: their addresses hold a token of their own, and they do not count among our 50 requests
 * a second (interactions/receiving-and-responding), so that a digest going out delays none.
 */
export function createInteractionApi(options: ApiOptions): Pick<DiscordApi, 'call'> {
  const openRest = lazyRest(options)
  return {
    call: async (method, path, request = {}) => {
      options.refusals.check()
      return callTwice(await openRest(), method, path, { ...requestData(request), auth: false })
    },
  }
}

function lazyRest({ apiUrl, requestTime, refusals }: ApiOptions, limits?: TokenOptions): () => Promise<REST> {
  let opening: Promise<REST> | undefined
  const open = async (): Promise<REST> => {
    const { REST: Rest, RESTEvents } = await import('discord.js')
    const pace = limits === undefined ? {} : { globalRequestsPerSecond: limits.requestsPerSecond }
    const rest = new Rest({ ...restOptions(apiUrl, requestTime), ...pace })
    rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) =>
      refusals.note(count, remainingTime),
    )
    return rest
  }
  return () => (opening ??= open())
}

/** A connection that was kept open is cut when the other side is tired of it: the request is sent once more. */
async function callTwice(
  rest: REST,
  method: Method,
  path: `/${string}`,
  request: RequestData,
): Promise<unknown> {
  const verb = VERBS[method]
  try {
    return await rest[verb](path, request)
  } catch (error) {
    if (!isCut(error) || request.signal?.aborted === true) throw error
    return rest[verb](path, request)
  }
}

function requestData({ body, files, query, signal }: CallRequest): RequestData {
  return {
    ...(files === undefined
      ? {}
      : { files: files.map((file) => ({ ...file, data: Buffer.from(file.data) })) }),
    ...(body === undefined ? {} : { body }),
    ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
    ...(signal === undefined ? {} : { signal }),
  }
}
