// Slack's own installer over our database: addresses, states that come back once, tokens that are renewed. Serves no page.
import { createHash, randomBytes } from 'node:crypto'
import type { AuthorizeResult, Logger } from '@slack/bolt'
import {
  InstallProvider,
  type InstallURLOptions,
  InvalidStateError,
  SlackOAuthError,
  type StateStore,
} from '@slack/oauth'
import { MINUTE, type Instant } from '../../core/calendar.ts'
import type { InstallationStore, Log } from '../../ports.ts'
import { REDIRECT_PATH } from './install-paths.ts'
import type { Installed } from './installed.ts'
import { BOT_SCOPES } from './scopes.ts'
import { createSdkLog } from './sdk-log.ts'
import { clientOptions } from './web-client.ts'

/** How long somebody may take to choose a workspace and to read what is asked. */
const STATE_LIFE: Instant = 10 * MINUTE

/** 256 bits: nobody guesses one. */
const STATE_OCTETS = 32

export interface InstallerOptions {
  readonly clientId: string
  readonly clientSecret: string
  /** `https://revue.exemple.fr`. */
  readonly publicAddress: string
  readonly apiUrl?: string | undefined
  readonly store: InstallationStore
  readonly installed: Installed
  readonly renderInstallPage: (address: string) => string
  readonly log: Log
  readonly now: () => Instant
}

export interface Installer {
  readonly provider: InstallProvider
  readonly urlOptions: InstallURLOptions
  /** A token that is good now, and whom it makes us. Throws AccessRefused, or what Slack's client throws. */
  authorize(teamId: string): Promise<AuthorizeResult>
}

export async function createInstaller(options: InstallerOptions): Promise<Installer> {
  const { LogLevel } = await import('@slack/bolt')
  const { clientId, clientSecret, publicAddress, apiUrl, installed, renderInstallPage, log } = options
  const logger = quietened(createSdkLog(log, LogLevel.INFO))
  const urlOptions: InstallURLOptions = {
    scopes: [...BOT_SCOPES],
    redirectUri: `${publicAddress}${REDIRECT_PATH}`,
  }
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateStore: createStates(options, urlOptions),
    stateCookieExpirationSeconds: STATE_LIFE / 1000,
    installationStore: installed,
    installUrlOptions: urlOptions,
    renderHtmlForInstallPath: renderInstallPage,
    logger,
    clientOptions: clientOptions(apiUrl, logger),
    ...(apiUrl === undefined ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
  })
  return { provider, urlOptions, authorize: (teamId) => authorize(provider, teamId) }
}

/** Of somebody who comes back without an installation our own page tells, and our own line: it is no trouble of Slack's. */
function quietened(logger: Logger): Logger {
  return {
    ...logger,
    error: (...values: readonly unknown[]) => {
      if (!values.some((value) => value instanceof SlackOAuthError)) logger.error(...values)
    },
  }
}

/** In the database, so that any process may hear the answer; and by its digest, so that whoever reads it there has none. */
function createStates({ store, now }: InstallerOptions, urlOptions: InstallURLOptions): StateStore {
  return {
    async generateStateParam() {
      const state = randomBytes(STATE_OCTETS).toString('base64url')
      await store.addState({ digest: digestOf(state), expiresAt: now() + STATE_LIFE }, now())
      return state
    },
    async verifyStateParam(_now, state) {
      if (await store.takeState(digestOf(state), now())) return urlOptions
      throw new InvalidStateError('a state that was used, that expired, or that is none of ours')
    },
  }
}

function digestOf(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}

/**
 * Where the module cannot renew a token it gives the one that there is, and says why in the log: that one has two hours
 * left at first, and in the end Slack says that it has expired.
 */
async function authorize(provider: InstallProvider, teamId: string): Promise<AuthorizeResult> {
  try {
    return await provider.authorize({ teamId, enterpriseId: undefined, isEnterpriseInstall: false })
  } catch (error) {
    throw originalOf(error)
  }
}

/** The module wraps whatever happened. */
function originalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('original' in error)) return error
  return error.original ?? error
}
