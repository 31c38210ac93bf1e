// Which workspace of Slack a request is from and a message is for, and the desk that serves it. Receives and posts nothing.
import type { AuthorizeResult } from '@slack/bolt'
import type { WorkspaceId } from '../../core/workspace.ts'
import { AccessRefused } from './access-refused.ts'
import { createDesk, type Desk, type DeskOptions } from './desk.ts'
import type { Installed } from './installed.ts'
import type { Installer } from './installer.ts'
import { openWebClient, type WebClient } from './web-client.ts'

export interface Desks {
  /** Of the token of the environment; undefined without one. */
  readonly own: Desk | undefined
  /** Throws AccessRefused, or what Slack's client throws. */
  ofTeam(teamId: string): Promise<Desk>
  /** Without a workspace it is a channel of the file's. Throws as `ofTeam`. */
  ofMessage(workspaceId: WorkspaceId | undefined): Promise<Desk>
  /** What Bolt asks before it hands anything on. Throws as `ofTeam`. */
  authorize(teamId: string): Promise<AuthorizeResult>
  /** The desk of a workspace that is there no more. */
  forget(teamId: string): void
  /** All work begun is done. */
  settle(): Promise<unknown>
}

export interface DesksOptions extends Omit<DeskOptions, 'client'> {
  readonly botToken?: string | undefined
  readonly apiUrl?: string | undefined
  /** Where workspaces install the app by themselves. */
  readonly installing?: { readonly installed: Installed; readonly installer: () => Promise<Installer> }
}

export function createDesks(options: DesksOptions): Desks {
  const { botToken, installing } = options
  const own =
    botToken === undefined ? undefined : createDesk({ ...options, client: onceClient(options, botToken) })
  const installedDesks = installing && createInstalledDesks(options, installing)
  const isOwn = async (teamId: string): Promise<boolean> =>
    own !== undefined && (installedDesks === undefined || (await own.identity()).teamId === teamId)
  const ofTeam = async (teamId: string): Promise<Desk> => {
    if (own !== undefined && (await isOwn(teamId))) return own
    if (installedDesks === undefined) throw new AccessRefused('not-installed')
    return installedDesks.of(teamId)
  }
  return {
    own,
    ofTeam,
    async ofMessage(workspaceId) {
      if (own !== undefined && (workspaceId === undefined || installing === undefined)) return own
      return ofTeam(
        workspaceId === undefined
          ? await onlyTeam(installing?.installed)
          : workspaceId.slice('slack:'.length),
      )
    },
    async authorize(teamId) {
      if (own === undefined || !(await isOwn(teamId))) {
        if (installing === undefined) throw new AccessRefused('not-installed')
        return (await installing.installer()).authorize(teamId)
      }
      const { botUser: botUserId, botId, teamId: ownTeam } = await own.identity()
      return { ...(botToken === undefined ? {} : { botToken }), botId, botUserId, teamId: ownTeam }
    },
    forget: (teamId) => installedDesks?.forget(teamId),
    settle: () => Promise.all([own?.pace.settle(), installedDesks?.settle()]),
  }
}

/** Where one workspace alone is served, a channel can be of no other. */
async function onlyTeam(installed: Installed | undefined): Promise<string> {
  const [only, ...others] = (await installed?.teamIds()) ?? []
  if (only === undefined) throw new AccessRefused('not-installed')
  if (others.length > 0) throw new AccessRefused('workspace-unclear')
  return only
}

interface InstalledDesks {
  of(teamId: string): Promise<Desk>
  forget(teamId: string): void
  settle(): Promise<unknown>
}

/** A workspace that was away and came back may know us under another name: it gets another desk. */
function createInstalledDesks(
  options: DesksOptions,
  { installed, installer }: NonNullable<DesksOptions['installing']>,
): InstalledDesks {
  const desks = new Map<string, { readonly desk: Desk; readonly installedAt: number }>()
  return {
    async of(teamId) {
      const installedAt = await installed.installedAt(teamId)
      if (installedAt === undefined) throw new AccessRefused('not-installed')
      const known = desks.get(teamId)
      if (known?.installedAt === installedAt) return known.desk
      const desk = createDesk({ ...options, client: renewedClient(options, teamId, installer) })
      desks.set(teamId, { desk, installedAt })
      return desk
    },
    forget: (teamId) => void desks.delete(teamId),
    settle: () => Promise.all([...desks.values()].map(({ desk }) => desk.pace.settle())),
  }
}

/** With the token that is good now; the same client as long as the token is the same. */
function renewedClient(
  options: DesksOptions,
  teamId: string,
  installer: () => Promise<Installer>,
): () => Promise<WebClient> {
  let last: { readonly token: string; readonly client: WebClient } | undefined
  return async () => {
    const { botToken: token = '' } = await (await installer()).authorize(teamId)
    if (last?.token !== token) last = { token, client: await openWebClient({ ...options, botToken: token }) }
    return last.client
  }
}

/** Asked for once, by whoever comes first; what failed is asked for again. */
function onceClient(options: DesksOptions, botToken: string): () => Promise<WebClient> {
  let made: Promise<WebClient> | undefined
  return () =>
    (made ??= openWebClient({ ...options, botToken }).catch((error: unknown) => {
      made = undefined
      throw error
    }))
}
