// Puts together what lets workspaces install the app by themselves: keys, database, Slack's installer, pages. No rule of its own.
import type { Instant } from '../../core/calendar.ts'
import type { TokenKeys } from '../../core/installation.ts'
import type { Door, Room } from '../../door.ts'
import { SLACK_LOG } from '../../locale/slack.ts'
import type { Inbox, InstallationStore, Log } from '../../ports.ts'
import type { Desks } from './desks.ts'
import { createInstalled, type Installed } from './installed.ts'
import { INSTALL_PATH, REDIRECT_PATH } from './install-paths.ts'
import { createInstaller, type Installer } from './installer.ts'
import { createInstallRoom, renderInstallPage } from './install-room.ts'
import { noteJoining, noteLeaving } from './membership.ts'
import { openKeyring } from './seal.ts'
import { scrubbed } from './sdk-log.ts'
import { openWebClient } from './web-client.ts'

export interface InstallKeys {
  readonly clientId: string
  readonly clientSecret: string
  readonly publicAddress: string
  readonly keys: TokenKeys
}

interface InstallingOptions extends InstallKeys {
  readonly store: InstallationStore
  readonly apiUrl?: string | undefined
  readonly log: Log
  readonly now: () => Instant
}

export interface WelcomeTools {
  readonly desks: Desks
  readonly inbox: Inbox
}

export interface Installing {
  readonly installed: Installed
  readonly installer: () => Promise<Installer>
  /** Brings the seals up to date, then opens the pages where there is a door. */
  open(tools: WelcomeTools, door: Door | undefined): Promise<Room>
  /** The workspace took the app away: its tokens go at once. Of an installation before the present one, nothing. */
  leave(tools: WelcomeTools, teamId: string, at: Instant): Promise<void>
}

export function openInstalling(options: InstallingOptions): Installing {
  const { log } = options
  const keyring = openKeyring(options.keys)
  const installed = createInstalled({ ...options, keyring })
  let made: Promise<Installer> | undefined
  const installer = (): Promise<Installer> =>
    (made ??= createInstaller({ ...options, installed, renderInstallPage }))
  return {
    installed,
    installer,
    async open(welcoming, door) {
      const closed = await installed.sealAgain()
      if (closed.length > 0) log.error(SLACK_LOG.tokensUnreadable, { workspaces: closed })
      return door === undefined
        ? { close: () => Promise.resolve() }
        : openRooms(options, await installer(), welcoming, door)
    },
    async leave({ desks, inbox }, teamId, at) {
      const installedAt = await installed.installedAt(teamId)
      if (installedAt !== undefined && at < installedAt) return
      await installed.remove(teamId)
      desks.forget(teamId)
      await noteLeaving(inbox, teamId)
      // Slack tells it twice: that the tokens are dead, and that the app is gone.
      if (installedAt !== undefined) log.info(SLACK_LOG.removed, { workspace: `slack:${teamId}` })
    },
  }
}

async function openRooms(
  options: InstallingOptions,
  installer: Installer,
  { desks, inbox }: WelcomeTools,
  door: Door,
): Promise<Room> {
  const { log, now } = options
  const room = createInstallRoom({
    installer,
    giveBack: (token) => giveBack(options, token),
    async welcome(teamId, teamName, botUser) {
      desks.forget(teamId)
      await noteJoining(inbox, { teamId, teamName, botUser })
      log.info(SLACK_LOG.installed, { workspace: `slack:${teamId}` })
    },
    log,
    now,
  })
  const rooms = [await door.serve(INSTALL_PATH, room), await door.serve(REDIRECT_PATH, room)]
  return {
    async close() {
      for (const each of rooms) await each.close()
    },
  }
}

/** As good as it goes: one that cannot be given back is kept nowhere either. */
async function giveBack({ apiUrl, log }: InstallingOptions, token: string): Promise<void> {
  try {
    const client = await openWebClient({ botToken: token, apiUrl, log })
    await client.auth.revoke({})
  } catch (error) {
    log.warn(SLACK_LOG.requestFailed, { error: scrubbed(error) })
  }
}
