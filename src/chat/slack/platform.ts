// Slack as a chat platform: connects, posts, stops. Understands no payload and writes no block.
import type { Instant } from '../../core/calendar.ts'
import type { Door } from '../../door.ts'
import type { ChatPlatform, Inbox, Log } from '../../ports.ts'
import type { AttendTools } from './attend.ts'
import { connectSlack } from './connect.ts'
import { createEdit } from './edit.ts'
import { entranceFailure, type Identity, readIdentity } from './identity.ts'
import { createPace, type PaceLimits } from './pace.ts'
import { createPeople } from './people.ts'
import { createPost } from './post.ts'
import { createSeenEvents } from './seen-events.ts'
import type { Connection } from './socket.ts'
import { openWebClient } from './web-client.ts'
import { within } from './within.ts'

/** Ours: whoever stops the program wants it to end; what is not posted then is in the ledger. */
const LONGEST_GOODBYE: Instant = 10_000

export interface SlackOptions {
  /** `xoxb-…`. */
  readonly botToken: string
  /** `xapp-…`, for Socket Mode. */
  readonly appToken?: string | undefined
  /** For signed requests, where there is no app token. */
  readonly signingSecret?: string | undefined
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
  const { log, now } = options
  const pace = createPace(options.pace)
  const client = once(() => openWebClient(options))
  let known: Identity | undefined
  const identity = async (): Promise<Identity> => (known ??= await readIdentity(await client()))
  const posting = { client, identity, pace, now }
  const post = createPost(posting)
  const people = createPeople(client, now, log)
  const seen = createSeenEvents(now)
  const busy = new Set<Promise<void>>()
  let connection: Connection | undefined
  return {
    async start(inbox) {
      await connection?.close()
      connection = undefined
      try {
        known = await readIdentity(await client())
        const tools: AttendTools = { client, post, pace, log, now, inbox, identity: known, people, seen }
        connection = await connectSlack(options, tools, busy)
        await announce(inbox, known)
      } catch (error) {
        throw entranceFailure(error)
      }
    },
    post,
    edit: createEdit(posting),
    isConnected: () => connection?.isOpen() ?? false,
    async stop() {
      await connection?.close()
      connection = undefined
      await within(LONGEST_GOODBYE, Promise.all([...busy, pace.settle()]))
    },
  }
}

/** The workspace itself, each time we come in: its name may have changed, and the bot may have been away. */
async function announce(inbox: Inbox, { teamId, teamName, botUser }: Identity): Promise<void> {
  await inbox({
    kind: 'joined',
    from: {
      workspaceId: `slack:${teamId}`,
      workspaceName: teamName,
      channel: `slack:@${botUser}`,
      person: '',
      personName: '',
      isAdministrator: false,
      roles: [],
    },
  })
}

/** Asked for once, by whoever comes first; what failed is asked for again. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
