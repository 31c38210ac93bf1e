// Where a browser comes to install the app, and comes back to. Keeps nothing itself, and shows nobody a secret.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Installation as Tokens } from '@slack/oauth'
import { createCallRate } from '../../core/call-rate.ts'
import type { Instant } from '../../core/calendar.ts'
import {
  installedPage,
  type InstallRefusal,
  installPage,
  type PageText,
  refusalPage,
} from '../../locale/installation.ts'
import { SLACK_LOG } from '../../locale/slack.ts'
import type { Log } from '../../ports.ts'
import { INSTALL_PATH, REDIRECT_PATH } from './install-paths.ts'
import type { Installer } from './installer.ts'
import { announcePage, renderPage, showPage } from './page.ts'
import { scrubbed } from './sdk-log.ts'

/** Ours, of both pages and of all callers: each leaves a state in the database for ten minutes. */
const PAGES_A_MINUTE = 300

/** A state takes 43 letters, a code of Slack's some 80. */
const LONGEST_ADDRESS = 2000

export interface InstallRoomTools {
  readonly installer: Installer
  /** Whose token it was: it is given back. */
  readonly giveBack: (token: string) => Promise<void>
  /** The workspace is there from now on. */
  readonly welcome: (teamId: string, teamName: string, botUser: string) => Promise<void>
  readonly log: Log
  readonly now: () => Instant
}

/** The page behind the link: Slack's address in our words. */
export function renderInstallPage(address: string): string {
  return renderPage(installPage(address))
}

export function createInstallRoom(tools: InstallRoomTools): RequestListener {
  const rate = createCallRate(PAGES_A_MINUTE, tools.now)
  return (request, response) => {
    answer(tools, rate, request, response).catch((error: unknown) => {
      tools.log.warn(SLACK_LOG.requestFailed, { error: scrubbed(error) })
      if (!response.headersSent) refuse(response, 500, 'failed')
      response.end()
    })
  }
}

async function answer(
  tools: InstallRoomTools,
  isWithinRate: (caller: string) => boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = request.url ?? ''
  const [path] = address.split('?', 1)
  if (path !== INSTALL_PATH && path !== REDIRECT_PATH) return end(response, 404)
  if (request.method !== 'GET') {
    response.setHeader('allow', 'GET')
    return end(response, 405)
  }
  if (address.length > LONGEST_ADDRESS) return end(response, 414)
  if (!isWithinRate('')) return refuse(response, 429, 'crowded')
  announcePage(response)
  const { provider, urlOptions } = tools.installer
  if (path === INSTALL_PATH) return provider.handleInstallPath(request, response, undefined, urlOptions)
  await provider.handleCallback(request, response, {
    afterInstallation: (tokens) => isOfOneWorkspace(tools, tokens, response),
    successAsync: async (tokens) => {
      const { id = '', name = '' } = tokens.team ?? {}
      await tools.welcome(id, name, tokens.bot?.userId ?? '')
      showPage(response, 200, installedPage(name, `https://app.slack.com/client/${id}`))
    },
    failure: (error) => {
      const [status, refusal] = REFUSED.get(reasonOf(error, address)) ?? [502, 'failed']
      const level = refusal === 'failed' ? 'warn' : 'info'
      tools.log[level](SLACK_LOG.notInstalled, { reason: refusal, error: scrubbed(error) })
      refuse(response, status, refusal)
    },
  })
}

/** By the module's codes (@slack/oauth 4.0, errors); whoever declines comes back with a word of RFC 6749, 4.1.2.1. */
const REFUSED: ReadonlyMap<string, readonly [status: number, refusal: InstallRefusal]> = new Map([
  ['access_denied', [200, 'declined']],
  ['slack_oauth_missing_state', [400, 'stale']],
  ['slack_oauth_invalid_state', [400, 'stale']],
  ['slack_oauth_missing_code', [400, 'stale']],
])

function reasonOf(error: { readonly code: string }, address: string): string {
  const told = URL.parse(address, 'http://localhost')?.searchParams.get('error')
  return told === 'access_denied' ? told : error.code
}

/** One that we cannot serve leaves no token behind. */
async function isOfOneWorkspace(
  tools: InstallRoomTools,
  tokens: Tokens,
  response: ServerResponse,
): Promise<boolean> {
  const { bot, team, isEnterpriseInstall } = tokens
  if (bot !== undefined && team !== undefined && isEnterpriseInstall !== true) return true
  if (bot !== undefined) await tools.giveBack(bot.token)
  refuse(response, 400, isEnterpriseInstall === true ? 'organisation' : 'failed')
  return false
}

function refuse(response: ServerResponse, status: number, refusal: InstallRefusal): void {
  const text: PageText = refusalPage(refusal, INSTALL_PATH)
  showPage(response, status, text)
}

function end(response: ServerResponse, status: number): void {
  announcePage(response)
  response.removeHeader('content-type')
  response.writeHead(status)
  response.end()
}
