// Slack as an app sees it that several workspaces install: OAuth v2, tokens that expire, one Web API for all. Knows nothing of Pressoir.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from './fake-slack.ts'
import { readArguments, textArgument, type Json } from './json.ts'
import { listenOnLoopback } from './loopback.ts'
import { readBody } from './request-listener.ts'

export interface AppDirectoryOptions {
  readonly teams: readonly string[]
  readonly scopes: readonly string[]
  /** Seconds that a bot token is good for; tokens never expire without it (token rotation, docs.slack.dev). */
  readonly tokenSeconds?: number
  readonly slack?: FakeSlackOptions
}

interface Token {
  readonly teamId: string
  readonly expiresAt: number
}

export interface AppDirectory {
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly signingSecret: string
  team(teamId: string): FakeSlack
  /** Somebody says yes on Slack's page: the address that the browser is sent to. Throws for a question that Slack refuses. */
  approve(authorizeUrl: string, teamId: string, isForOrganisation?: boolean): string
  decline(authorizeUrl: string): string
  /** The app is taken away: its tokens die, and it is told twice, as Slack does. */
  uninstall(teamId: string, secondsAgo?: number): Promise<void>
  /** The tokens of a workspace that are good now. */
  liveTokens(teamId: string): readonly string[]
  /** From now on new tokens are good for so many seconds. */
  setTokenSeconds(seconds: number): void
  /** Answers of `oauth.v2.access` by what they answered: `code`, `refresh`, or Slack's code of a refusal. */
  readonly exchanges: readonly string[]
  /** Before a renewal is answered. */
  slowRenewals(milliseconds: number): void
  close(): Promise<void>
}

const CLIENT = { id: '11.22', secret: 'le-secret-du-client' }

export async function startAppDirectory(options: AppDirectoryOptions): Promise<AppDirectory> {
  const teams = new Map<string, FakeSlack>()
  for (const [index, teamId] of options.teams.entries()) {
    const slack = await startFakeSlack({
      scopes: options.scopes,
      rateLimits: 'off',
      // No two workspaces call two things the same.
      idsFrom: (index + 1) * 1000,
      ...options.slack,
      teamId,
    })
    teams.set(teamId, slack)
  }
  const team = (teamId: string): FakeSlack => {
    const found = teams.get(teamId)
    if (found === undefined) throw new Error(`No workspace ${teamId}`)
    return found
  }
  const state = {
    team,
    codes: new Map<string, { teamId: string; redirectUri: string; isForOrganisation: boolean }>(),
    tokens: new Map<string, Token>(),
    refreshTokens: new Map<string, string>(),
    exchanges: [] as string[],
    tokenSeconds: options.tokenSeconds,
    renewalDelay: 0,
    scopes: options.scopes,
    issued: 0,
  }
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) => {
      response.writeHead(500).end(`The fake failed: ${String(error)}`)
    })
  })
  const origin = await listenOnLoopback(server)
  return {
    apiUrl: `${origin}/api/`,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    signingSecret: 'un-secret-de-signature',
    team,
    approve(authorizeUrl, teamId, isForOrganisation = false) {
      const { redirectUri, question } = readQuestion(state, authorizeUrl)
      const code = `code-${crypto.randomUUID()}`
      state.codes.set(code, { teamId, redirectUri, isForOrganisation })
      return `${redirectUri}?${new URLSearchParams({ code, state: question }).toString()}`
    },
    decline(authorizeUrl) {
      const { redirectUri, question } = readQuestion(state, authorizeUrl)
      return `${redirectUri}?${new URLSearchParams({ error: 'access_denied', state: question }).toString()}`
    },
    async uninstall(teamId, secondsAgo = 0) {
      for (const [token, { teamId: its }] of state.tokens) if (its === teamId) state.tokens.delete(token)
      for (const [token, its] of state.refreshTokens) if (its === teamId) state.refreshTokens.delete(token)
      const slack = team(teamId)
      const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [slack.botUserId] } }
      for (const event of [revoked, { type: 'app_uninstalled' }])
        await slack.event(event, undefined, { secondsAgo }).acked
    },
    liveTokens: (teamId) =>
      [...state.tokens].filter(([, token]) => token.teamId === teamId).map(([token]) => token),
    setTokenSeconds: (seconds) => {
      state.tokenSeconds = seconds
    },
    exchanges: state.exchanges,
    slowRenewals: (milliseconds) => {
      state.renewalDelay = milliseconds
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      for (const slack of teams.values()) await slack.close()
    },
  }
}

interface Directory {
  readonly team: (teamId: string) => FakeSlack
  readonly codes: Map<string, { teamId: string; redirectUri: string; isForOrganisation: boolean }>
  readonly tokens: Map<string, Token>
  /** Single use, with the workspace that each is of. */
  readonly refreshTokens: Map<string, string>
  readonly exchanges: string[]
  readonly scopes: readonly string[]
  tokenSeconds: number | undefined
  renewalDelay: number
  issued: number
}

/** What Slack's page checks before it shows anything: docs.slack.dev, installing with OAuth. */
function readQuestion(
  { scopes }: Directory,
  authorizeUrl: string,
): { readonly redirectUri: string; readonly question: string } {
  const url = new URL(authorizeUrl)
  const told = (name: string): string => url.searchParams.get(name) ?? ''
  if (url.pathname !== '/oauth/v2/authorize') throw new Error(`no page of Slack's: ${url.pathname}`)
  if (told('client_id') !== CLIENT.id) throw new Error('invalid_client_id')
  const asked = told('scope').split(',')
  if (asked.some((scope) => !scopes.includes(scope))) throw new Error(`invalid_scope: ${told('scope')}`)
  if (!told('redirect_uri').startsWith('https://')) throw new Error('bad_redirect_uri')
  return { redirectUri: told('redirect_uri'), question: told('state') }
}

async function answer(
  directory: Directory,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://slack.test')
  const body = await readBody(request)
  const method = url.pathname.replace('/api/', '')
  if (method === 'oauth.v2.access') {
    const args = readArguments(body.toString('utf8'), request.headers['content-type'] ?? '')
    return sendJson(response, await exchange(directory, args))
  }
  const token = request.headers.authorization?.replace(/^Bearer /u, '') ?? ''
  const known = directory.tokens.get(token)
  if (known === undefined) return sendJson(response, { ok: false, error: 'token_revoked' })
  if (known.expiresAt <= Date.now()) return sendJson(response, { ok: false, error: 'token_expired' })
  if (method === 'auth.revoke') {
    directory.tokens.delete(token)
    return sendJson(response, { ok: true, revoked: true })
  }
  const slack = directory.team(known.teamId)
  const forwarded = await fetch(`${slack.apiUrl}${method}${url.search}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${slack.botToken}`,
      'content-type': request.headers['content-type'] ?? 'application/x-www-form-urlencoded',
    },
    body,
  })
  response.writeHead(forwarded.status, {
    'content-type': forwarded.headers.get('content-type') ?? 'application/json',
    'x-oauth-scopes': forwarded.headers.get('x-oauth-scopes') ?? '',
  })
  response.end(await forwarded.text())
}

/** docs.slack.dev, oauth.v2.access and token rotation. */
async function exchange(directory: Directory, args: Json): Promise<Json> {
  const refuse = (error: string): Json => {
    directory.exchanges.push(error)
    return { ok: false, error }
  }
  if (textArgument(args, 'client_id') !== CLIENT.id) return refuse('invalid_client_id')
  if (textArgument(args, 'client_secret') !== CLIENT.secret) return refuse('bad_client_secret')
  if (textArgument(args, 'grant_type') === 'refresh_token') {
    const refresh = textArgument(args, 'refresh_token') ?? ''
    const teamId = directory.refreshTokens.get(refresh)
    if (teamId === undefined) return refuse('invalid_refresh_token')
    directory.refreshTokens.delete(refresh)
    await new Promise((resolve) => {
      setTimeout(resolve, directory.renewalDelay)
    })
    directory.exchanges.push('refresh')
    return { ok: true, ...issue(directory, teamId), token_type: 'bot' }
  }
  const code = directory.codes.get(textArgument(args, 'code') ?? '')
  if (code === undefined) return refuse('invalid_code')
  directory.codes.delete(textArgument(args, 'code') ?? '')
  if (textArgument(args, 'redirect_uri') !== code.redirectUri) return refuse('bad_redirect_uri')
  directory.exchanges.push('code')
  const slack = directory.team(code.teamId)
  return {
    ok: true,
    ...issue(directory, code.teamId),
    token_type: 'bot',
    app_id: slack.appId,
    bot_user_id: slack.botUserId,
    team: code.isForOrganisation ? null : { id: code.teamId, name: `Rédaction de ${code.teamId}` },
    enterprise: code.isForOrganisation ? { id: 'E0ORGANISATION', name: 'Le Groupe' } : null,
    is_enterprise_install: code.isForOrganisation,
    authed_user: { id: 'U0INSTALLE' },
  }
}

function issue(directory: Directory, teamId: string): Json {
  directory.issued++
  const { tokenSeconds, issued, scopes } = directory
  const isRotating = tokenSeconds !== undefined
  const token = isRotating ? `xoxe.xoxb-1-${teamId}-${issued}` : `xoxb-${teamId}-${issued}`
  directory.tokens.set(token, {
    teamId,
    expiresAt: isRotating ? Date.now() + tokenSeconds * 1000 : Infinity,
  })
  if (!isRotating) return { access_token: token, scope: scopes.join(',') }
  const refresh = `xoxe-1-${teamId}-${issued}`
  directory.refreshTokens.set(refresh, teamId)
  return {
    access_token: token,
    scope: scopes.join(','),
    refresh_token: refresh,
    expires_in: tokenSeconds,
  }
}

function sendJson(response: ServerResponse, body: Json): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}
