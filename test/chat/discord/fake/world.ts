// What stands on the fake Discord: users, guilds, channels, threads, messages. Speaks no protocol.
import type { FakeClock } from './clock.ts'
import type { Json } from './json.ts'

export interface FakeUser {
  readonly id: string
  readonly name: string
  readonly isBot: boolean
  /** False: posts to this user are refused with 50007. */
  acceptsDirectMessages: boolean
}

export interface FakeRole {
  readonly id: string
  name: string
  permissions: bigint
  isMentionable: boolean
  readonly position: number
  readonly isManaged: boolean
}

export interface FakeMember {
  readonly userId: string
  roleIds: readonly string[]
  readonly joinedAt: number
}

/** A permission overwrite of a channel, of a role or of a member. */
interface FakeOverwrite {
  readonly id: string
  readonly kind: 'role' | 'member'
  allow: bigint
  deny: bigint
}

export interface FakeThread {
  isArchived: boolean
  isLocked: boolean
  autoArchiveMinutes: number
  changedAt: number
  readonly createdAt: number
  readonly ownerId: string
}

export interface FakeChannel {
  readonly id: string
  /** `CHANNEL_TYPE`. */
  readonly type: number
  readonly guildId?: string
  readonly parentId?: string
  readonly recipientId?: string
  readonly position: number
  name: string
  readonly overwrites: Map<string, FakeOverwrite>
  readonly thread?: FakeThread
  lastMessageId?: string
}

export interface FakeGuild {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly roles: Map<string, FakeRole>
  readonly members: Map<string, FakeMember>
  /** False once the bot was removed: its channels answer 50001, the guild 10004. */
  hasBot: boolean
  isUnavailable: boolean
}

export interface StoredMessage {
  readonly id: string
  readonly channelId: string
  readonly authorId: string
  /** 0 ordinary, 19 reply, 20 answer to a command, 21 head of a thread. */
  readonly type: number
  readonly createdAt: number
  content: string
  embeds: readonly Json[]
  components: readonly Json[]
  attachments: readonly Json[]
  flags: number
  editedAt?: number
  nonce?: string
  /** Of the post, or of the last edit that brought words. */
  allowedMentions: Json | undefined
  readonly referenceId?: string
  readonly interaction?: {
    readonly id: string
    readonly type: number
    readonly userId: string
    readonly commandName?: string
  }
  /** Present: shown to this user alone, and never in the history of the channel. */
  readonly ephemeralTo?: string
  isDeleted: boolean
}

/** An event of the gateway on its way to the sessions that may see it. */
export interface WorldEvent {
  readonly name: string
  readonly data: Json
  readonly guildId?: string
  /** The intent that a session needs; 0: none. */
  readonly intent: number
  /** The message behind the event: its content is blanked for sessions that may not read it. */
  readonly message?: StoredMessage
}

export interface World {
  readonly clock: FakeClock
  readonly applicationId: string
  readonly botId: string
  readonly users: Map<string, FakeUser>
  readonly guilds: Map<string, FakeGuild>
  readonly channels: Map<string, FakeChannel>
  /** By channel, oldest first; ephemeral and deleted messages are not in it. */
  readonly history: Map<string, StoredMessage[]>
  readonly messages: Map<string, StoredMessage>
  /** True: the developer portal grants this privileged intent. */
  readonly grantedIntents: Set<PrivilegedIntent>
  /** Of the developer portal; set, the gateway hears of no interaction. */
  interactionsUrl?: string | undefined
  readonly emit: (event: WorldEvent) => void
  readonly listen: (listener: (event: WorldEvent) => void) => () => void
}

export const CHANNEL_TYPE = {
  text: 0,
  direct: 1,
  voice: 2,
  category: 4,
  news: 5,
  newsThread: 10,
  thread: 11,
  privateThread: 12,
  forum: 15,
} as const

/** Bits of gateway intents; discord-api-docs, events/gateway. */
export const INTENT = {
  guilds: 1 << 0,
  members: 1 << 1,
  presences: 1 << 8,
  messages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const

export type PrivilegedIntent = 'members' | 'presences' | 'messageContent'

export function createWorld(clock: FakeClock, granted: readonly PrivilegedIntent[], botName: string): World {
  const listeners = new Set<(event: WorldEvent) => void>()
  const botId = clock.nextId()
  const bot: FakeUser = { id: botId, name: botName, isBot: true, acceptsDirectMessages: false }
  return {
    clock,
    // An app of today has the id of its bot.
    applicationId: botId,
    botId,
    users: new Map([[botId, bot]]),
    guilds: new Map(),
    channels: new Map(),
    history: new Map(),
    messages: new Map(),
    grantedIntents: new Set(granted),
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** For what a test names: throws a plain error, since the mistake is the test's. */
export function expectIn<Value>(map: ReadonlyMap<string, Value>, id: string, noun: string): Value {
  const value = map.get(id)
  if (value === undefined) throw new Error(`The fake Discord has no ${noun} ${id}`)
  return value
}

export const isThread = (channel: FakeChannel): boolean => channel.thread !== undefined

/** The messages of a channel that stand, oldest first. */
export const historyOf = (world: World, channelId: string): readonly StoredMessage[] =>
  world.history.get(channelId) ?? []

/** The thread that hangs on a message: it has the message's id. */
export const threadOf = (world: World, message: StoredMessage): FakeChannel | undefined => {
  const thread = world.channels.get(message.id)
  return thread !== undefined && isThread(thread) ? thread : undefined
}
