// Slack as a chat platform: connects, posts, stops. Understands no payload and writes no block.
import type { Instant } from '../../core/calendar.ts'
import { ExplainedError } from '../../core/failures.ts'
import type { WorkspaceId } from '../../core/workspace.ts'
import type { Door, Room } from '../../door.ts'
import type { ChatPlatform, InstallationStore, Log } from '../../ports.ts'
import { connectSlack } from './connect.ts'
import type { Desk } from './desk.ts'
import { createDesks, type Desks } from './desks.ts'
import { entranceFailure } from './identity.ts'
import { type InstallKeys, openInstalling } from './installing.ts'
import { noteJoining } from './membership.ts'
import type { PaceLimits } from './pace.ts'
import { postFailure } from './post-failures.ts'
import { createSeenEvents } from './seen-events.ts'
import type { Connection } from './socket.ts'
import { within } from './within.ts'

/** Ours: whoever stops the program wants it to end; what is not posted then is in the ledger. */
const LONGEST_GOODBYE: Instant = 10_000

export interface SlackOptions {
  /** `xoxb-…`, of one workspace; others install the app by themselves. */
  readonly botToken?: string | undefined
  /** `xapp-…`, for Socket Mode. */
  readonly appToken?: string | undefined
  /** For signed requests, where there is no app token. */
  readonly signingSecret?: string | undefined
  /** What lets workspaces install the app by themselves; through the door. */
  readonly install?: (InstallKeys & { readonly store: InstallationStore }) | undefined
  /** Where signed requests come in. */
  readonly door?: Door | undefined
  /** Anything but the real Slack is for tests. */
  readonly apiUrl?: string | undefined
  /** Slack's own pace unless told. */
  readonly pace?: PaceLimits | undefined
  readonly log: Log
  readonly now: () => Instant
}

export function createSlackPlatform(options: SlackOptions): ChatPlatform {
  const { log, now, install } = options
  const installing = install && openInstalling({ ...options, ...install })
  const desks = createDesks({ ...options, ...(installing === undefined ? {} : { installing }) })
  const seen = createSeenEvents(now)
  const busy = new Set<Promise<void>>()
  let connection: Connection | undefined
  let pages: Room | undefined
  const close = async (): Promise<void> => {
    await connection?.close()
    connection = undefined
    await pages?.close()
    pages = undefined
  }
  return {
    async start(inbox) {
      await close()
      try {
        const own = await desks.own?.meet()
        const reception = { desks, inbox, log, now, seen, installing }
        pages = await installing?.open(reception, options.door)
        connection = await connectSlack(options, reception, busy)
        if (own !== undefined) await noteJoining(inbox, own)
      } catch (error) {
        throw entranceFailure(error)
      }
    },
    post: (channel, message) =>
      atDesk(desks, message.workspaceId, channel, now, (desk) => desk.post(channel, message)),
    edit: (channel, handle, message) =>
      atDesk(desks, message.workspaceId, channel, now, (desk) => desk.edit(channel, handle, message)),
    isConnected: () => connection?.isOpen() ?? false,
    async stop() {
      await close()
      await within(LONGEST_GOODBYE, Promise.all([...busy, desks.settle()]))
    },
  }
}

/** A dead token of the environment closes Slack to us; one of a workspace that installed the app closes that workspace. */
async function atDesk<Result>(
  desks: Desks,
  workspaceId: WorkspaceId | undefined,
  channel: string,
  now: () => Instant,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  let desk: Desk | undefined
  try {
    desk = await desks.ofMessage(workspaceId)
    return await work(desk)
  } catch (error) {
    const failure = postFailure(channel, error, now())
    if (desk === desks.own || failure.failure.code !== 'post-failed') throw failure
    if (failure.failure.reason !== 'token-refused') throw failure
    throw new ExplainedError({ ...failure.failure, reason: 'not-installed' }, { cause: failure })
  }
}
