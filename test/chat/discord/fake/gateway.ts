// The gateway of the fake Discord, version 10 in plain JSON: hello, identify, heartbeat, resume, faults on demand.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { isRecord, numberOf, recordOf, textOf, type Json } from './json.ts'
import { fullMemberShape, guildCreateShape, userById } from './shapes.ts'
import { createSession, dispatch, forgetUntil, isOfShard, replay, seenBy, type Session } from './session.ts'
import { INTENT, type World } from './world.ts'

const OP = {
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalid: 9,
  hello: 10,
  ack: 11,
}

/** Close codes; discord-api-docs, topics/opcodes-and-status-codes. */
const CLOSE = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  badToken: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  rateLimited: [4008, 'Rate limited.'],
  badShard: [4010, 'Invalid shard.'],
  badVersion: [4012, 'Invalid API version.'],
  badIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const

/** Close codes after which a session cannot be resumed; same source. */
const SESSION_ENDING: ReadonlySet<number> = new Set([
  4003, 4004, 4005, 4007, 4008, 4009, 4010, 4011, 4012, 4013, 4014,
])

/** Payloads a client may send in a minute, and their size in bytes; discord-api-docs, events/gateway. */
const SENDS_A_MINUTE = 120
const PAYLOAD_BYTES = 4096
/** A cut session can be resumed this long, in milliseconds. Discord tells no figure; some minutes in practice. */
const RESUME_WINDOW_MS = 180_000
/** All bits of intents that version 10 knows. */
const KNOWN_INTENTS = 0b11_0011_0001_1111_1111_1111_1111

export interface GatewayOptions {
  readonly world: World
  readonly url: () => string
  readonly isToken: (token: string) => boolean
  readonly heartbeatIntervalMs: number
  /** Two identifies closer than this get op 9, as on Discord (5 s); 0: no such check. */
  readonly identifyIntervalMs: number
}

interface GatewayCounts {
  connections: number
  identifies: number
  resumes: number
  /** Resumes that were refused with op 9. */
  refusedResumes: number
  heartbeats: number
  /** What each identify that was let in said of its shard: its number, and how many there are. */
  readonly shards: (readonly [number, number])[]
}

export interface Gateway {
  readonly counts: GatewayCounts
  /** Sockets open now. */
  readonly openCount: () => number
  /** Cuts every socket without a goodbye. */
  readonly drop: () => void
  readonly closeAll: (code: number, reason: string) => void
  /** Op 7 to every client. */
  readonly requestReconnect: () => void
  /** Op 9 to every client; not resumable: the sessions are forgotten. */
  readonly invalidate: (isResumable: boolean) => void
  /** The sessions are forgotten, sockets stay: the next resume gets op 9. */
  readonly forgetSessions: () => void
  /** False: heartbeats stay without ack, as of a dead connection. */
  readonly setAcking: (isAcking: boolean) => void
  /** False: new connections are refused with 503. */
  readonly setOpen: (isOpen: boolean) => void
  /** Op 1 to every client: it must beat at once. */
  readonly requestHeartbeat: () => void
  readonly hasSession: () => boolean
  readonly stop: () => Promise<void>
}

interface Connection {
  readonly socket: WebSocket
  session: Session | undefined
  readonly sentAt: number[]
}

export function createGateway(server: Server, options: GatewayOptions): Gateway {
  const { world } = options
  const sockets = new WebSocketServer({ noServer: true })
  const sessions = new Map<string, Session>()
  const connections = new Set<Connection>()
  const counts: GatewayCounts = {
    connections: 0,
    identifies: 0,
    resumes: 0,
    refusedResumes: 0,
    heartbeats: 0,
    shards: [],
  }
  let isAcking = true
  let isOpen = true
  let identifiedAt = Number.NEGATIVE_INFINITY

  const close = (connection: Connection, kind: keyof typeof CLOSE): void => {
    const [code, reason] = CLOSE[kind]
    if (connection.session !== undefined) sessions.delete(connection.session.id)
    connection.socket.close(code, reason)
  }
  const send = (connection: Connection, payload: Json): void =>
    connection.socket.send(JSON.stringify({ t: null, s: null, ...payload }))
  const sender = (connection: Connection) => (payload: string) => connection.socket.send(payload)

  const isResumable = ({ cutAt }: Session): boolean =>
    cutAt === undefined || world.clock.now() - cutAt < RESUME_WINDOW_MS

  /** The session waits for a resume, on this socket or another. */
  const detach = (connection: Connection): Session | undefined => {
    const { session } = connection
    connection.session = undefined
    if (session === undefined) return undefined
    session.send = undefined
    session.cutAt = world.clock.now()
    return session
  }

  const identify = (connection: Connection, data: Json): void => {
    counts.identifies += 1
    if (connection.session !== undefined) return close(connection, 'alreadyAuthenticated')
    if (!options.isToken(textOf(data['token']))) return close(connection, 'badToken')
    const intents = data['intents']
    if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0)
      return close(connection, 'badIntents')
    if (privilegesBeyond(world, intents)) return close(connection, 'disallowedIntents')
    const shard = shardOf(data['shard'])
    if (shard === undefined) return close(connection, 'badShard')
    const now = world.clock.now()
    if (now - identifiedAt < options.identifyIntervalMs) return send(connection, { op: OP.invalid, d: false })
    identifiedAt = now
    counts.shards.push(shard)
    start(connection, createSession(randomBytes(16).toString('hex'), intents, shard))
  }

  const start = (connection: Connection, session: Session): void => {
    sessions.set(session.id, session)
    connection.session = session
    session.send = sender(connection)
    const guilds = [...world.guilds.values()].filter((guild) => guild.hasBot && isOfShard(session, guild.id))
    dispatch(session, 'READY', {
      v: 10,
      user: userById(world, world.botId),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: options.url(),
      shard: session.shard,
      application: { id: world.applicationId, flags: 0 },
    })
    for (const guild of guilds) {
      const event = {
        name: 'GUILD_CREATE',
        data: guildCreateShape(world, guild),
        guildId: guild.id,
        intent: INTENT.guilds,
      }
      const data = guild.isUnavailable ? undefined : seenBy(world, session, event)
      if (data !== undefined) dispatch(session, 'GUILD_CREATE', data)
    }
  }

  const resume = (connection: Connection, data: Json): void => {
    counts.resumes += 1
    if (!options.isToken(textOf(data['token']))) return close(connection, 'badToken')
    const session = sessions.get(textOf(data['session_id']))
    if (
      session === undefined ||
      !isResumable(session) ||
      !replay(session, numberOf(data['seq']), sender(connection))
    ) {
      counts.refusedResumes += 1
      if (session !== undefined) sessions.delete(session.id)
      return send(connection, { op: OP.invalid, d: false })
    }
    connection.session = session
    dispatch(session, 'RESUMED', {})
  }

  const tellMembers = (session: Session, data: Json): void => {
    const guild = world.guilds.get(textOf(data['guild_id']))
    if (guild === undefined) return
    const ids = data['user_ids'] === undefined ? undefined : [data['user_ids']].flat().map(String)
    const members = [...guild.members.values()].filter(
      ({ userId }) => ids === undefined || ids.includes(userId),
    )
    dispatch(session, 'GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: members.map((member) => fullMemberShape(world, member)),
      chunk_index: 0,
      chunk_count: 1,
      not_found: (ids ?? []).filter((id) => !guild.members.has(id)),
      ...(typeof data['nonce'] === 'string' ? { nonce: data['nonce'] } : {}),
    })
  }

  const receive = (connection: Connection, payload: Json): void => {
    const data = recordOf(payload['d'])
    switch (payload['op']) {
      case OP.heartbeat:
        counts.heartbeats += 1
        if (connection.session !== undefined) forgetUntil(connection.session, numberOf(payload['d']))
        return isAcking ? send(connection, { op: OP.ack }) : undefined
      case OP.identify:
        return identify(connection, data)
      case OP.resume:
        return connection.session === undefined
          ? resume(connection, data)
          : close(connection, 'alreadyAuthenticated')
      case OP.members:
        return connection.session === undefined
          ? close(connection, 'notAuthenticated')
          : tellMembers(connection.session, data)
      case OP.presence:
      case OP.voice:
        return connection.session === undefined ? close(connection, 'notAuthenticated') : undefined
      default:
        return close(connection, 'unknownOpcode')
    }
  }

  const isTooFast = (connection: Connection): boolean => {
    const now = Date.now()
    connection.sentAt.push(now)
    while ((connection.sentAt[0] ?? now) < now - 60_000) connection.sentAt.shift()
    return connection.sentAt.length > SENDS_A_MINUTE
  }

  const welcome = (socket: WebSocket, request: IncomingMessage): void => {
    const connection: Connection = { socket, session: undefined, sentAt: [] }
    connections.add(connection)
    counts.connections += 1
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      connections.delete(connection)
      const session = detach(connection)
      // A client that says goodbye ends its session; discord-api-docs, events/gateway.
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id)
    })
    socket.on('message', (bytes: Buffer) => {
      if (isTooFast(connection)) return close(connection, 'rateLimited')
      const payload = bytes.length > PAYLOAD_BYTES ? undefined : parsed(bytes)
      return payload === undefined ? close(connection, 'decodeError') : receive(connection, payload)
    })
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams
    if (query.get('v') !== '10') return close(connection, 'badVersion')
    if (query.get('encoding') !== 'json' || query.has('compress')) return close(connection, 'decodeError')
    send(connection, { op: OP.hello, d: { heartbeat_interval: options.heartbeatIntervalMs } })
  }

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => undefined)
    if (!isOpen) socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
    else sockets.handleUpgrade(request, socket, head, (client) => welcome(client, request))
  }
  server.on('upgrade', upgrade)

  const stopListening = world.listen((event) => {
    for (const session of sessions.values()) {
      if (!isResumable(session)) sessions.delete(session.id)
      const data = seenBy(world, session, event)
      if (data !== undefined) dispatch(session, event.name, data)
    }
  })
  const toAll = (act: (connection: Connection) => void): void => {
    for (const connection of connections) act(connection)
  }

  return {
    counts,
    openCount: () => connections.size,
    drop: () => toAll(({ socket }) => socket.terminate()),
    closeAll: (code, reason) => {
      if (SESSION_ENDING.has(code)) sessions.clear()
      toAll(({ socket }) => socket.close(code, reason))
    },
    requestReconnect: () => toAll((connection) => send(connection, { op: OP.reconnect, d: null })),
    invalidate: (mayResume) => {
      if (!mayResume) sessions.clear()
      toAll((connection) => {
        detach(connection)
        send(connection, { op: OP.invalid, d: mayResume })
      })
    },
    forgetSessions: () => sessions.clear(),
    setAcking: (value) => {
      isAcking = value
    },
    setOpen: (value) => {
      isOpen = value
    },
    requestHeartbeat: () => toAll((connection) => send(connection, { op: OP.heartbeat, d: null })),
    hasSession: () => [...sessions.values()].some((session) => session.send !== undefined),
    stop: async () => {
      stopListening()
      server.off('upgrade', upgrade)
      toAll(({ socket }) => socket.terminate())
      await new Promise<void>((resolve) => sockets.close(() => resolve()))
    },
  }
}

/** Two whole numbers, the first below the second; without any, the only one. */
function shardOf(given: unknown): readonly [number, number] | undefined {
  if (given === undefined) return [0, 1]
  const [place, count, ...more] = Array.isArray(given) ? given.map(Number) : []
  if (place === undefined || count === undefined || more.length > 0) return undefined
  return Number.isInteger(place) && Number.isInteger(count) && place >= 0 && place < count
    ? [place, count]
    : undefined
}

function parsed(bytes: Buffer): Json | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function privilegesBeyond(world: World, intents: number): boolean {
  const privileged = ['members', 'presences', 'messageContent'] as const
  return privileged.some((name) => (intents & INTENT[name]) !== 0 && !world.grantedIntents.has(name))
}
