// The tokens of workspaces that installed the app: sealed in the database, renewed by one process at a time. Serves no page.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Installation as Tokens, InstallationQuery, InstallationStore as TokenStore } from '@slack/oauth'
import { z } from 'zod'
import { HOUR, type Instant, MINUTE } from '../../core/calendar.ts'
import type { Installation } from '../../core/installation.ts'
import type { WorkspaceId } from '../../core/workspace.ts'
import type { InstallationStore } from '../../ports.ts'
import { AccessRefused } from './access-refused.ts'
import type { Keyring } from './seal.ts'

/** The module renews two hours before the end (@slack/oauth 4.0, EXPIRY_WINDOW); a minute of ours, for clocks. */
const RENEWED_BEFORE_END: Instant = 2 * HOUR + MINUTE

/** Longer than Slack may take to answer (`CALL_TIMEOUT`); then another process may try. */
const LENT_FOR: Instant = 30_000

/** How often somebody who has no good token looks whether another process has renewed it. */
const LOOK_AGAIN_AFTER: Instant = 250

export interface InstalledTools {
  readonly store: InstallationStore
  readonly keyring: Keyring
  readonly now: () => Instant
}

/** What the module keeps and asks for, as it wants it; plus what a start of the program does. */
export interface Installed extends TokenStore {
  storeInstallation(tokens: Tokens): Promise<void>
  /** Throws AccessRefused. */
  fetchInstallation(query: InstallationQuery<boolean>): Promise<Tokens>
  teamIds(): Promise<readonly string[]>
  /** When the workspace installed the app, the last time; undefined when it has not. */
  installedAt(teamId: string): Promise<Instant | undefined>
  remove(teamId: string): Promise<void>
  /** Seals with the current key what an older one sealed; gives the workspaces that none of our keys opens. */
  sealAgain(): Promise<readonly WorkspaceId[]>
}

export function createInstalled(tools: InstalledTools): Installed {
  const { store, keyring } = tools
  return {
    storeInstallation: (tokens) => keep(tools, tokens),
    fetchInstallation: (query) => fetchTokens(tools, query.teamId ?? ''),
    teamIds: async () => (await store.list()).map(({ workspaceId }) => teamOf(workspaceId)),
    installedAt: async (teamId) => (await store.get(workspaceOf(teamId)))?.installedAt,
    remove: (teamId) => store.remove(workspaceOf(teamId)),
    async sealAgain() {
      const closed: WorkspaceId[] = []
      for (const installation of await store.list()) {
        const { workspaceId, keyId } = installation
        const text = keyring.open(installation, workspaceId)
        if (text === undefined) closed.push(workspaceId)
        else if (keyId !== keyring.currentId)
          await store.replace(installation, { ...installation, ...keyring.seal(text, workspaceId) })
      }
      return closed
    },
  }
}

const PREFIX = 'slack:'

const workspaceOf = (teamId: string): WorkspaceId => `${PREFIX}${teamId}`
const teamOf = (workspaceId: WorkspaceId): string => workspaceId.slice(PREFIX.length)

/** What travels with tokens that are being renewed, and comes back with the new ones. */
const originSchema = z.object({
  sealed: z.string(),
  keyId: z.string(),
  installedAt: z.number(),
  renewedAt: z.number(),
})

/** Tokens that were renewed take the place of those that were read; others are of a workspace that comes in. */
async function keep({ store, keyring, now }: InstalledTools, tokens: Tokens): Promise<void> {
  const { metadata, ...kept } = tokens
  const workspaceId = workspaceOf(tokens.team?.id ?? '')
  const sealed = keyring.seal(JSON.stringify(kept), workspaceId)
  const renewedAt = now()
  if (metadata === undefined) return store.save({ workspaceId, ...sealed, installedAt: renewedAt, renewedAt })
  const origin = originSchema.parse(JSON.parse(metadata))
  // Somebody removed the app meanwhile, or installed it again: that counts.
  await store.replace({ workspaceId, ...origin }, { workspaceId, ...origin, ...sealed, renewedAt })
}

async function fetchTokens(tools: InstalledTools, teamId: string): Promise<Tokens> {
  const { store, now } = tools
  const startedAt = now()
  for (;;) {
    const installation = await found(tools, teamId)
    const tokens = read(tools, installation)
    const left = (tokens.bot?.expiresAt ?? Infinity) * 1000 - now()
    if (left > RENEWED_BEFORE_END) return tokens
    const { workspaceId, ...origin } = installation
    if (await store.lendRenewal(workspaceId, now(), now() + LENT_FOR)) {
      // Another process may have renewed it between our look and our turn.
      const again = await store.get(workspaceId)
      if (again?.sealed === installation.sealed) return { ...tokens, metadata: JSON.stringify(origin) }
      continue
    }
    if (left > 0 || now() - startedAt > LENT_FOR) return unrenewed(tokens)
    await sleep(LOOK_AGAIN_AFTER)
  }
}

/** Without what the module would renew it by. */
function unrenewed(tokens: Tokens): Tokens {
  if (tokens.bot === undefined) return tokens
  const { refreshToken: _refresh, expiresAt: _end, ...bot } = tokens.bot
  return { ...tokens, bot }
}

async function found({ store }: InstalledTools, teamId: string): Promise<Installation> {
  const installation = await store.get(workspaceOf(teamId))
  if (installation === undefined) throw new AccessRefused('not-installed')
  return installation
}

function read({ keyring }: InstalledTools, installation: Installation): Tokens {
  const text = keyring.open(installation, installation.workspaceId)
  if (text === undefined) throw new AccessRefused('token-unreadable')
  // Only `keep` writes it.
  const tokens: Tokens = JSON.parse(text)
  return tokens
}
