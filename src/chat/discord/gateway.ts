// The gateway connection on discord.js: what happens on Discord, raw and as soon as it comes. Answers nothing itself.
import { setTimeout } from 'node:timers/promises'
import {
  type ClientOptions,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type Guild,
  type IShardingStrategy,
  Options,
  SimpleShardingStrategy,
  type WebSocketOptions,
  WebSocketShardStatus,
} from 'discord.js'
import { ExplainedError } from '../../core/failures.ts'
import type { Shards } from '../../core/shards.ts'
import { isTokenRefused } from './api-errors.ts'
import type { Server } from './permissions.ts'
import { withoutSecrets } from './post-failures.ts'
import { restOptions } from './rest-options.ts'
import { catchStrayRejections } from './stray-rejections.ts'

/** What is told about the connection and about Discord, in the order in which it comes. */
export interface GatewayEvents {
  readonly onReady: (applicationId: string) => void
  readonly onInteraction: (payload: unknown) => void
  readonly onMessage: (payload: unknown) => void
  readonly onJoined: (serverId: string, name: string) => void
  readonly onLeft: (serverId: string, name: string) => void
  /** A connection is lost and is looked for again; true when all that we want stand. */
  readonly onConnected: (isConnected: boolean) => void
  /** Discord lets us in no more, and discord.js gives up. */
  readonly onRefused: () => void
  /** discord.js has lost its way between two cuts: this connection will not come back by itself. */
  readonly onStray: (error: Error) => void
}

export interface Gateway {
  /** Settled with the first connection. Rejects with ExplainedError as `ChatPlatform.start`. */
  readonly ready: Promise<void>
  /** `''` before the first connection. */
  botId(): string
  /** Undefined for a server that we are not in, or that Discord has not told yet. */
  server(id: string): (Server & { readonly name: string }) | undefined
  /** The server of a channel; undefined for a private one, and for one that is in none of ours. */
  serverOf(channelId: string): string | undefined
  /** The channel of a thread; undefined when the channel is not known, itself when it is no thread. */
  parentOf(channelId: string): string | undefined
  close(): Promise<void>
}

interface GatewayOptions {
  readonly token: string
  readonly apiUrl: string | undefined
  readonly shards?: Shards | undefined
  readonly events: GatewayEvents
}

/** None of them is privileged: what is said to us comes with its words, what is said to others without. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

/** What the attempts to connect go by. */
interface Life {
  isClosed: boolean
  /** By the shard's number: each has a connection of its own. */
  readonly links: ReadonlyMap<number, Link>
  strategy?: IShardingStrategy
}

interface Link {
  isUp: boolean
  /** Connections lost, and attempts that failed, since one stood. */
  failures: number
  /** The next question for a session begins an attempt; all others come with what is received. */
  isBetweenAttempts: boolean
}

function newLife(shards: Shards | undefined): Life {
  const ids = shards?.ids ?? [0]
  return {
    isClosed: false,
    links: new Map(ids.map((id) => [id, { isUp: false, failures: 0, isBetweenAttempts: false }])),
  }
}

export function openGateway({ token, apiUrl, shards, events }: GatewayOptions): Gateway {
  const life = newLife(shards)
  const client = new Client({
    ...memoryOptions(),
    ...(shards === undefined ? {} : { shards: [...shards.ids], shardCount: shards.count }),
    intents: INTENTS,
    rest: restOptions(apiUrl),
    ws: { buildStrategy: (manager) => (life.strategy = strategyOf(manager, life)) },
  })
  listen(client, life, events)
  const endCatching = catchStrayRejections(events.onStray)
  return {
    ready: client.login(token.trim()).then(
      () => undefined,
      (error: unknown) => {
        throw connectionFailure(error)
      },
    ),
    botId: () => client.user?.id ?? '',
    server: (id) => readServer(client.guilds.cache.get(id)),
    serverOf: (channelId) => {
      const channel = client.channels.cache.get(channelId)
      return channel === undefined || channel.isDMBased() ? undefined : channel.guildId
    },
    parentOf: (channelId) => {
      const channel = client.channels.cache.get(channelId)
      if (channel === undefined) return undefined
      return channel.isThread() ? (channel.parentId ?? channelId) : channelId
    },
    close: async () => {
      life.isClosed = true
      const leaving = settled(life.strategy).then(() => client.destroy())
      await Promise.race([leaving, pause(LEAVING_TIME)])
      endCatching()
    },
  }
}

type SessionManager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0]

/** Every attempt to connect begins with the question for a session: unanswered, it is the end of them. */
function strategyOf(manager: SessionManager, life: Life): IShardingStrategy {
  const { options } = manager
  const ask = options.retrieveSessionInfo.bind(options)
  options.retrieveSessionInfo = async (shardId) => {
    const link = life.links.get(shardId)
    if (link !== undefined) {
      const hasToWait = link.isBetweenAttempts && link.failures > 1
      link.isBetweenAttempts = false
      if (hasToWait) await pause(waitAfter(link.failures), { isWorthWaitingFor: false })
    }
    return life.isClosed ? NEVER : ask(shardId)
  }
  return new SimpleShardingStrategy(manager)
}

/** Servers, their roles and channels stay in memory; what comes by the thousand does not. */
function memoryOptions(): Pick<ClientOptions, 'makeCache' | 'sweepers'> {
  const none = 0
  return {
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: none,
      AutoModerationRuleManager: none,
      BaseGuildEmojiManager: none,
      DMMessageManager: none,
      EntitlementManager: none,
      GuildBanManager: none,
      GuildEmojiManager: none,
      GuildInviteManager: none,
      GuildMemberManager: { maxSize: none, keepOverLimit: ({ id, client }) => id === client.user.id },
      GuildMessageManager: none,
      GuildScheduledEventManager: none,
      GuildStickerManager: none,
      PresenceManager: none,
      ReactionManager: none,
      ReactionUserManager: none,
      StageInstanceManager: none,
      ThreadMemberManager: none,
      UserManager: { maxSize: none, keepOverLimit: ({ id, client }) => id === client.user.id },
      VoiceStateManager: none,
    }),
    // One thread a digest and day; put away, it is forgotten within the hour. Seconds.
    sweepers: { ...Options.DefaultSweeperSettings, threads: { interval: 3600, lifetime: 3600 } },
  }
}

function listen(client: Client, life: Life, events: GatewayEvents): void {
  const note = (shardId: number, isUp: boolean): void => {
    const link = life.links.get(shardId)
    if (link !== undefined)
      Object.assign(link, { isUp, failures: isUp ? 0 : link.failures + 1, isBetweenAttempts: !isUp })
    events.onConnected([...life.links.values()].every((each) => each.isUp))
  }
  const told = new Set<string>()
  // A server that Discord cannot show yet has no name, and is told when it is there; an outage later is no news.
  const join = ({ id, name, available }: Guild): void => {
    if (!available || !client.isReady() || told.has(id)) return
    told.add(id)
    events.onJoined(id, name)
  }
  // Raw, before discord.js makes its own objects of them: an acknowledgement has three seconds.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: unknown) => events.onInteraction(payload))
  client.ws.on(GatewayDispatchEvents.MessageCreate, (payload: unknown) => events.onMessage(payload))
  client.on(Events.ClientReady, (ready) => {
    events.onReady(ready.application.id)
    for (const guild of ready.guilds.cache.values()) join(guild)
  })
  client.on(Events.GuildCreate, join)
  client.on(Events.GuildAvailable, join)
  // An outage of Discord is no goodbye: discord.js tells it by another event.
  client.on(Events.GuildDelete, ({ id, name }) => {
    told.delete(id)
    events.onLeft(id, name)
  })
  client.on(Events.ShardReady, (shardId) => note(shardId, true))
  client.on(Events.ShardResume, (shardId) => note(shardId, true))
  client.on(Events.ShardReconnecting, (shardId) => note(shardId, false))
  client.on(Events.ShardDisconnect, () => events.onRefused())
  // Each is followed by one of those above; without a listener they would end the process.
  client.on(Events.ShardError, () => undefined)
  client.on(Events.Error, () => undefined)
}

function readServer(guild: Guild | undefined): ReturnType<Gateway['server']> {
  if (guild === undefined) return undefined
  const roles = guild.roles.cache.map(({ id, permissions }) => [id, permissions.bitfield] as const)
  return { id: guild.id, name: guild.name, ownerId: guild.ownerId, roles: new Map(roles) }
}

/** discord.js tries again twice a second: from the second failure on we make it wait. Milliseconds. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000

function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT * 2 ** Math.min(failures - 2, 10), LONGEST_WAIT)
}

const NEVER = new Promise<never>(() => undefined)

/** How long a goodbye may take before nobody waits for it, and how often we look. Milliseconds. */
const LEAVING_TIME = 3000
const LOOK_TIME = 50

/** discord.js must not be told to stop while it connects: it would go on, or fail where nobody listens any more. */
async function settled(strategy: IShardingStrategy | undefined): Promise<void> {
  const isConnecting = async (): Promise<boolean> =>
    [...((await strategy?.fetchStatus()) ?? new Map<number, unknown>()).values()].includes(
      WebSocketShardStatus.Connecting,
    )
  while (await isConnecting()) await pause(LOOK_TIME, { isWorthWaitingFor: false })
}

/** Whether the process stays alive for the end of the pause alone. */
async function pause(
  milliseconds: number,
  { isWorthWaitingFor } = { isWorthWaitingFor: true },
): Promise<void> {
  await setTimeout(milliseconds, undefined, { ref: isWorthWaitingFor })
}

function connectionFailure(error: unknown): ExplainedError {
  const message = error instanceof Error ? error.message : ''
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const isToken = code === 'TokenInvalid' || message === 'Authentication failed' || isTokenRefused(error)
  const isIntent = /^Used (?:disallowed|invalid) intents$/u.test(message)
  const failure = isToken ? 'token-refused' : isIntent ? 'intents-refused' : 'platform-unreachable'
  return new ExplainedError({ code: failure, platform: 'discord' }, { cause: withoutSecrets(error) })
}
