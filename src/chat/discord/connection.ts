// The life of the connection: begun, found again when Discord shut us out for a while, ended. Receives nothing itself.
import { type Instant, MINUTE } from '../../core/calendar.ts'
import { ExplainedError } from '../../core/failures.ts'
import { hasFirst, type Shards } from '../../core/shards.ts'
import { DISCORD_LOG } from '../../locale/discord.ts'
import type { Inbox, Log } from '../../ports.ts'
import type { DiscordApi } from './api.ts'
import { applicationCommands } from './commands.ts'
import type { Gateway, GatewayEvents } from './gateway.ts'
import { createReception, type Reception } from './reception.ts'
import { registerCommands } from './register.ts'

export interface ConnectionOptions {
  readonly token: string
  readonly apiUrl: string | undefined
  /** Which part of Discord is received; all of it when undefined. */
  readonly shards?: Shards | undefined
  readonly log: Log
  readonly api: DiscordApi
  readonly interactionApi: Pick<DiscordApi, 'call'>
}

export interface Connection {
  /** As `ChatPlatform.start`. */
  start(inbox: Inbox): Promise<void>
  isOpen(): boolean
  stop(): Promise<void>
}

/** Whoever starts the program waits so long; after it the connection is still looked for. */
const FIRST_CONNECTION_TIME: Instant = MINUTE / 2

/** One shard identifies itself every five seconds (discord-api-docs, gateway, rate limiting). */
const SHARD_TIME: Instant = 5000

/** After Discord has shut us out: a token that is refused again and again gets our address banned. */
const SHUT_OUT_TIME: Instant = 10 * MINUTE

/** Before a connection that lost its way is begun anew: Discord allows a thousand such beginnings a day. */
const NEW_START_TIME: Instant = 5000

interface State {
  readonly options: ConnectionOptions
  readonly reception: Reception
  gateway?: Gateway | undefined
  /** Absent: nobody wants to be connected. */
  inbox?: Inbox | undefined
  retry?: NodeJS.Timeout | undefined
  /** Before the first connection whoever starts is told how it went, and says so. */
  link: 'never' | 'up' | 'lost'
}

export function createConnection(options: ConnectionOptions): Connection {
  const state: State = {
    options,
    link: 'never',
    reception: createReception({
      ...options,
      gateway: () => state.gateway ?? NO_GATEWAY,
      inbox: async (request) => (await state.inbox?.(request)) ?? { kind: 'nothing' },
    }),
  }
  return {
    start: async (inbox) => {
      state.inbox = inbox
      clearTimeout(state.retry)
      await connect(state)
    },
    isOpen: () => state.gateway !== undefined && state.link === 'up',
    stop: async () => {
      state.inbox = undefined
      await leave(state)
    },
  }
}

/** A connection that is still looked for is waited for again. */
async function connect(state: State): Promise<void> {
  const { openGateway } = await import('./gateway.ts')
  if (state.inbox === undefined) return
  const gateway = (state.gateway ??= openGateway({ ...state.options, events: eventsOf(state) }))
  gateway.ready.catch(() => {
    if (state.gateway === gateway) state.gateway = undefined
  })
  await inFirstTime(gateway.ready, state.options.shards)
}

async function leave(state: State): Promise<void> {
  clearTimeout(state.retry)
  const { gateway } = state
  state.gateway = undefined
  if (state.link === 'up') state.link = 'lost'
  await gateway?.close()
}

/** Leaves what there is of a connection, and begins another one after a while. */
function returnAfter(state: State, time: Instant): void {
  if (state.inbox === undefined) return
  void leave(state).catch(() => undefined)
  state.retry = setTimeout(() => {
    connect(state).catch(() => returnAfter(state, SHUT_OUT_TIME))
  }, time).unref()
}

const NO_GATEWAY: Pick<Gateway, 'botId' | 'server' | 'serverOf' | 'parentOf'> = {
  botId: () => '',
  server: () => undefined,
  serverOf: () => undefined,
  parentOf: () => undefined,
}

function eventsOf(state: State): GatewayEvents {
  const { reception } = state
  const { api, log, shards } = state.options
  return {
    onReady: (applicationId) => {
      // Once for all processes.
      if (hasFirst(shards)) void register(api, applicationId, log)
    },
    onInteraction: (payload) => void reception.receiveInteraction(payload),
    onMessage: (payload) => void reception.receiveMessage(payload),
    onJoined: (serverId, name) => void reception.receiveMembership(serverId, name, true),
    onLeft: (serverId, name) => void reception.receiveMembership(serverId, name, false),
    onConnected: (isConnected) => {
      // Each attempt is told: only a change is news.
      if (isConnected && state.link === 'lost') log.info(DISCORD_LOG.connected)
      if (!isConnected && state.link === 'up') log.info(DISCORD_LOG.disconnected)
      if (isConnected || state.link === 'up') state.link = isConnected ? 'up' : 'lost'
    },
    onRefused: () => {
      if (state.link === 'never') return
      log.error(DISCORD_LOG.refused)
      returnAfter(state, SHUT_OUT_TIME)
    },
    onStray: ({ message }) => {
      log.warn(DISCORD_LOG.startedAnew, { error: message })
      returnAfter(state, NEW_START_TIME)
    },
  }
}

async function register(api: DiscordApi, applicationId: string, log: Log): Promise<void> {
  try {
    const hasWritten = await registerCommands(api, applicationId, applicationCommands())
    if (hasWritten) log.info(DISCORD_LOG.commandsRegistered)
  } catch (error) {
    log.warn(DISCORD_LOG.commandsFailed, { name: error instanceof Error ? error.name : typeof error })
  }
}

async function inFirstTime(ready: Promise<void>, shards: Shards | undefined): Promise<void> {
  const overdue = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => overdue.reject(new ExplainedError({ code: 'platform-unreachable', platform: 'discord' })),
    FIRST_CONNECTION_TIME + ((shards?.ids.length ?? 1) - 1) * SHARD_TIME,
  )
  try {
    await Promise.race([ready, overdue.promise])
  } finally {
    clearTimeout(timer)
  }
}
