// Finds the route of a request by method and path. Knows no route itself.

export interface UploadedFile {
  readonly name: string
  readonly size: number
  readonly contentType: string
}

export interface RestRequest {
  readonly method: string
  /** Below `/api/v10`, without the query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly UploadedFile[]
}

export interface RestAnswer {
  readonly status: number
  readonly body?: unknown
}

export interface Route {
  readonly method: string
  /** As the OpenAPI file writes it: `/channels/{channel_id}/messages`. */
  readonly template: string
  /** False: the address itself carries the token of a webhook or interaction. */
  readonly needsToken: boolean
  /** Refuses the body (`ApiError`) before anything is done; runs before the specification has its say. */
  readonly check: (request: RestRequest) => void
  /** May throw `ApiError`. */
  readonly handle: (request: RestRequest) => RestAnswer
}

export type Handle = Route['handle']
type Check = Route['check']

const unchecked: Check = () => undefined

export const withToken = (method: string, template: string, handle: Handle, check = unchecked): Route => ({
  method,
  template,
  needsToken: true,
  check,
  handle,
})

export const withoutToken = (method: string, template: string, handle: Handle, check = unchecked): Route => ({
  method,
  template,
  needsToken: false,
  check,
  handle,
})

export const ok = (body: unknown, status = 200): RestAnswer => ({ status, body })
export const noContent: RestAnswer = { status: 204 }

interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

export type Router = (method: string, path: string) => Match | undefined

/** The first route that fits: those with `@me` and `@original` stand before those with a parameter there. */
export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route) => ({
    route,
    names: [...route.template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
    pattern: new RegExp(`^${route.template.replace(/\{\w+\}/g, '([^/]+)')}$`),
  }))
  return (method, path) => {
    for (const { route, names, pattern } of compiled) {
      const found = route.method === method ? pattern.exec(path) : null
      if (found !== null) {
        const entries = names.map((name, place) => [name, decodeURIComponent(found[place + 1] ?? '')])
        return { route, params: Object.fromEntries(entries) }
      }
    }
    return undefined
  }
}

/** The channel, guild, webhook or interaction that a bucket of requests belongs to; discord-api-docs, topics/rate-limits. */
export const majorOf = (params: Readonly<Record<string, string>>): string =>
  params['channel_id'] ??
  params['guild_id'] ??
  params['interaction_id'] ??
  (params['webhook_id'] === undefined ? '' : `${params['webhook_id']}/${params['webhook_token'] ?? ''}`)
