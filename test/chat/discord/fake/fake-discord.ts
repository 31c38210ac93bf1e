// The fake Discord: REST API v10 and gateway on loopback, for the real discord.js client. Mocks nothing in the client.
import { randomBytes } from 'node:crypto'
import type { UserAction } from './action.ts'
import { createClock } from './clock.ts'
import { createFaults, type Fault, type FaultOptions } from './faults.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createInteractionBook } from './interactions.ts'
import type { Json } from './json.ts'
import { createNonceBook } from './nonces.ts'
import { press, say, submitModal, type PressOptions, type SayOptions, type SubmitOptions } from './people.ts'
import { autocomplete, command, type AutocompleteOptions, type CommandOptions } from './people-commands.ts'
import type { PermissionName } from './permissions.ts'
import * as population from './population.ts'
import { erase } from './posting.ts'
import { createRateLimits, type RateOptions } from './rate-limits.ts'
import { createRest, type LoggedRequest, type Violation } from './rest.ts'
import { createRouter } from './router.ts'
import { channelRoutes, guildRoutes } from './routes-channels.ts'
import { createCommandBook } from './routes-commands.ts'
import { interactionRoutes } from './routes-interactions.ts'
import { messageRoutes } from './routes-messages.ts'
import { loadSpecCheck } from './spec-check.ts'
import { changeThread, createThread, type ThreadChange } from './threads.ts'
import { seenChannel, seenMessage, type SeenMessage } from './view.ts'
import { createWorld, expectIn, historyOf, type PrivilegedIntent, type World } from './world.ts'

export interface FakeDiscordOptions {
  /** 0 or absent: any free one. */
  readonly port?: number
  /** Absent: dealt by chance. A fake that must survive a restart of itself takes the same again. */
  readonly token?: string
  readonly botName?: string
  /** Privileged intents that the developer portal grants; by default none. */
  readonly grantedIntents?: readonly PrivilegedIntent[]
  readonly rates?: RateOptions
  /** Milliseconds; by default 41,250 as on Discord. */
  readonly heartbeatIntervalMs?: number
  /** Two identifies closer than this get op 9 (Discord: 5,000); by default no such check. */
  readonly identifyIntervalMs?: number
  /** Shards that may identify at once; 1, as for most bots. */
  readonly maxConcurrency?: number
  /** Milliseconds within which an interaction must be acknowledged; by default 3,000. */
  readonly acknowledgeMs?: number
  /** How long nonces are remembered, milliseconds; by default three minutes. */
  readonly nonceWindowMs?: number
  /** The clock, milliseconds since 1970; by default the machine's. */
  readonly now?: () => number
  /** Discord's OpenAPI file; by default beside the project. */
  readonly specPath?: string
  /** Requests that `requests` keeps; older ones go. By default 20,000. */
  readonly logLimit?: number
}

export type FakeDiscord = Awaited<ReturnType<typeof startFakeDiscord>>

/** Listens on loopback until `close`. `new Client({ rest: { api: fake.apiUrl } })` is all that a client needs. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}) {
  const world = createWorld(
    createClock(options.now ?? Date.now),
    options.grantedIntents ?? [],
    options.botName ?? 'Pressoir',
  )
  const machine = startMachine(world, options)
  const port = await listen(machine.rest.server, options.port ?? 0)
  machine.setPort(port)
  return {
    ...machine.api,
    ...peopleApi(world, machine),
    ...worldApi(world),
    /** For the option `rest.api` of discord.js. */
    apiUrl: `http://127.0.0.1:${port}/api`,
    port,
    applicationId: world.applicationId,
    botId: world.botId,
  }
}

type Machine = ReturnType<typeof startMachine>

function startMachine(world: World, options: FakeDiscordOptions) {
  let token =
    options.token ??
    `${Buffer.from(world.botId).toString('base64url')}.${randomBytes(4).toString('hex')}.${randomBytes(20).toString('hex')}`
  const given = token
  let port = 0
  let sessionStartsLeft = 1000
  const url = (): string => `ws://127.0.0.1:${port}/gateway`
  const isToken = (candidate: string): boolean => candidate === token
  const faults = createFaults()
  const limits = createRateLimits(options.rates ?? {}, Date.now)
  const interactions = createInteractionBook(world, options.acknowledgeMs)
  const commands = createCommandBook(world)
  const spec = loadSpecCheck(options.specPath)
  const router = createRouter([
    ...guildRoutes(world, {
      url,
      sessionStartsLeft: () => sessionStartsLeft,
      maxConcurrency: options.maxConcurrency ?? 1,
    }),
    ...commands.routes,
    ...interactionRoutes(world, interactions),
    ...channelRoutes(world),
    ...messageRoutes(world, createNonceBook(world.clock, options.nonceWindowMs)),
  ])
  const rest = createRest({ router, faults, limits, spec, isToken, logLimit: options.logLimit ?? 20_000 })
  const gateway = createGateway(rest.server, {
    world,
    url,
    isToken,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    identifyIntervalMs: options.identifyIntervalMs ?? 0,
  })
  return {
    rest,
    interactions,
    commands,
    setPort: (value: number) => {
      port = value
    },
    api: {
      /** The bot's token. */
      token: given,
      /** Whether bodies are checked against Discord's OpenAPI file. */
      isSpecChecked: spec !== undefined,
      /** All requests, oldest first. */
      requests: rest.requests as readonly LoggedRequest[],
      /** Bodies that Discord refuses, routes that the fake lacks: a test ends with none. */
      violations: rest.violations as readonly Violation[],
      ...gatewayApi(gateway),
      /** Switches a fault on; see `FaultKind`. */
      fault: (fault: FaultOptions): Fault => faults.add(fault),
      clearFaults: faults.clear,
      /** Answers 401, 403 and 429 of the last ten minutes. */
      invalidCount: limits.invalidCount,
      /** All 429 so far. */
      rateLimitedCount: limits.rateLimitedCount,
      isBanned: limits.isBanned,
      /** Bans the address as Cloudflare does, or lifts it. */
      ban: limits.ban,
      /** The token no longer holds: 401, and 4004 on the gateway. */
      revokeToken: () => {
        token = randomBytes(20).toString('hex')
        gateway.closeAll(4004, 'Authentication failed.')
      },
      restoreToken: () => {
        token = given
      },
      /** What GET /gateway/bot tells of sessions that may still be started today. */
      setSessionStartsLeft: (left: number) => {
        sessionStartsLeft = left
      },
      /** Moves the fake's clock: tokens of interactions (15 min), nonces, creations a day. */
      advanceClock: world.clock.advance,
      /** The fake's clock, milliseconds since 1970. */
      now: world.clock.now,
      /** Empties the logs of requests and violations. */
      forgetRequests: () => {
        rest.requests.length = 0
        rest.violations.length = 0
      },
      close: async (): Promise<void> => {
        await gateway.stop()
        rest.server.closeAllConnections()
        await new Promise<void>((resolve) => {
          rest.server.close(() => resolve())
        })
      },
    },
  }
}

const gatewayApi = (gateway: Gateway) => ({
  /** Counts and switches of the gateway. */
  gateway,
  /** Cuts the sockets without a goodbye. */
  dropGateway: gateway.drop,
  /** Op 9; not resumable by default: the sessions are forgotten. */
  invalidateSession: (isResumable = false): void => gateway.invalidate(isResumable),
  /** Op 7. */
  requestReconnect: gateway.requestReconnect,
})

const peopleApi = (world: World, machine: Machine) => {
  const stage = { world, interactions: machine.interactions }
  return {
    press: (options: PressOptions): UserAction => press(stage, options),
    submitModal: (options: SubmitOptions): UserAction => submitModal(stage, options),
    say: (options: SayOptions): UserAction => say(stage, options),
    command: (options: CommandOptions): UserAction => command(stage, machine.commands, options),
    autocomplete: (options: AutocompleteOptions): UserAction =>
      autocomplete(stage, machine.commands, options),
    /** Registered commands: the global ones, or those of a guild. */
    commands: (guildId?: string): readonly Json[] => machine.commands.list(guildId),
    /** A channel or thread as people see it, oldest first. */
    messages: (channelId: string): readonly SeenMessage[] => seenChannel(world, channelId),
    /** One message, ephemeral ones too. */
    message: (id: string): SeenMessage => seenMessage(world, expectIn(world.messages, id, 'message')),
    /** The private channel of a person with the bot: its messages. */
    directMessages: (userId: string): readonly SeenMessage[] =>
      seenChannel(world, population.directChannel(world, userId).id),
    /** A person with rights deletes a message. */
    deleteMessage: (id: string): void => erase(world, expectIn(world.messages, id, 'message')),
    /** Posts of the bot that stand, over all channels: for counts of thousands. */
    postedCount: (): number =>
      [...world.history.keys()]
        .flatMap((id) => historyOf(world, id))
        .filter(({ authorId, type }) => authorId === world.botId && type !== 21).length,
  }
}

const worldApi = (world: World) => ({
  /** As in the developer portal; undefined takes it away. */
  setInteractionsUrl: (url: string | undefined): void => {
    world.interactionsUrl = url
  },
  addGuild: (options: population.GuildOptions): population.AddedGuild => population.addGuild(world, options),
  removeGuild: (guildId: string): void => population.removeGuild(world, guildId),
  returnToGuild: (guildId: string): void => population.returnToGuild(world, guildId),
  setGuildAvailable: (guildId: string, isAvailable: boolean): void =>
    population.setGuildAvailable(world, guildId, isAvailable),
  addChannel: (guildId: string, options: population.ChannelOptions): string =>
    population.addChannel(world, guildId, options),
  deleteChannel: (channelId: string): void => population.deleteChannel(world, channelId),
  addRole: (guildId: string, options: population.RoleOptions): string =>
    population.addRole(world, guildId, options),
  setRolePermissions: (guildId: string, roleId: string, names: readonly PermissionName[]): void =>
    population.setRolePermissions(world, guildId, roleId, names),
  deleteRole: (guildId: string, roleId: string): void => population.deleteRole(world, guildId, roleId),
  addMember: (guildId: string, options: population.MemberOptions): string =>
    population.addMember(world, guildId, options),
  /** A user without a guild. */
  addUser: (name: string): string => population.addUser(world, name).id,
  /** False: private messages to this user are refused with 50007. */
  setAcceptsDirectMessages: (userId: string, accepts: boolean): void => {
    expectIn(world.users, userId, 'user').acceptsDirectMessages = accepts
  },
  /** Takes permissions of the bot away in a channel; `isTold` false: no CHANNEL_UPDATE, its cache stays stale. */
  deny: (channelId: string, names: readonly PermissionName[], isTold = true): void =>
    population.setBotPermissions(world, channelId, names, false, isTold),
  allow: (channelId: string, names: readonly PermissionName[], isTold = true): void =>
    population.setBotPermissions(world, channelId, names, true, isTold),
  /** A person opens a thread on a message. */
  startThread: (messageId: string, name: string, userId: string): string => {
    const starter = expectIn(world.messages, messageId, 'message')
    const parent = expectIn(world.channels, starter.channelId, 'channel')
    return createThread(world, { parent, starter, name, ownerId: userId }).id
  },
  /** Archives a thread; a locked one refuses posts with 50083, an archived one wakes. */
  archiveThread: (threadId: string, isLocked = false): void =>
    changeThread(world, expectIn(world.channels, threadId, 'thread'), { isArchived: true, isLocked }),
  changeThread: (threadId: string, changes: ThreadChange): void =>
    changeThread(world, expectIn(world.channels, threadId, 'thread'), changes),
  /** The developer portal grants a privileged intent, or takes it back. */
  grantIntent: (intent: PrivilegedIntent, isGranted: boolean): void => {
    if (isGranted) world.grantedIntents.add(intent)
    else world.grantedIntents.delete(intent)
  },
})

async function listen(server: Machine['rest']['server'], port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The fake Discord has no port')
  return address.port
}
