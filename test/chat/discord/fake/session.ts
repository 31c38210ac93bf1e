// One session of the fake gateway: its numbered events and what is replayed after a cut. Opens no connection.
import { isRecord, type Json } from './json.ts'
import { may } from './permissions.ts'
import { messageShape } from './shapes.ts'
import { INTENT, type World, type WorldEvent } from './world.ts'

/** Events that a session keeps for a client that comes back; older ones are lost and the session with them. */
const BACKLOG_EVENTS = 20_000

export interface Session {
  readonly id: string
  readonly intents: number
  readonly shard: readonly [number, number]
  sequence: number
  /** Payloads already numbered, for replay. */
  readonly backlog: { readonly sequence: number; readonly payload: string }[]
  /** Undefined: cut off, waiting for a resume. */
  send: ((payload: string) => void) | undefined
  /** Instant of the cut. */
  cutAt: number | undefined
}

export function createSession(id: string, intents: number, shard: readonly [number, number]): Session {
  return { id, intents, shard, sequence: 0, backlog: [], send: undefined, cutAt: undefined }
}

export function dispatch(session: Session, name: string, data: Json): void {
  session.sequence += 1
  const payload = JSON.stringify({ op: 0, t: name, s: session.sequence, d: data })
  session.backlog.push({ sequence: session.sequence, payload })
  if (session.backlog.length > BACKLOG_EVENTS) session.backlog.shift()
  session.send?.(payload)
}

/** A heartbeat tells what has arrived: that is never replayed. */
export function forgetUntil(session: Session, sequence: number): void {
  const first = session.backlog.findIndex((event) => event.sequence > sequence)
  session.backlog.splice(0, first === -1 ? session.backlog.length : first)
}

/** Sends again what came after `sequence`, in order; false when that is no longer known. */
export function replay(session: Session, sequence: number, send: (payload: string) => void): boolean {
  const first = session.backlog[0]?.sequence ?? session.sequence + 1
  if (sequence > session.sequence || sequence < first - 1) return false
  session.send = send
  session.cutAt = undefined
  for (const event of session.backlog) if (event.sequence > sequence) send(event.payload)
  return true
}

/** What a session gets to see of an event; undefined: nothing. */
export function seenBy(world: World, session: Session, event: WorldEvent): Json | undefined {
  if (event.intent !== 0 && (session.intents & event.intent) === 0) return undefined
  if (!isOfShard(session, event.guildId)) return undefined
  if (event.guildId !== undefined && world.guilds.get(event.guildId)?.hasBot !== true) return undefined
  const { message } = event
  if (message === undefined) return event.data
  const channel = world.channels.get(message.channelId)
  if (channel === undefined || !may(world, channel, 'VIEW_CHANNEL')) return undefined
  if ((session.intents & INTENT.messageContent) !== 0) return event.data
  if (isReadableWithoutIntent(world, event)) return event.data
  return { ...event.data, content: '', embeds: [], attachments: [], components: [] }
}

/** Guilds are spread over shards by their id; private messages go to the first. */
export function isOfShard(session: Session, guildId: string | undefined): boolean {
  const [place, count] = session.shard
  return guildId === undefined ? place === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === place
}

/** Private messages, the bot's own and those that mention it are never blanked. */
function isReadableWithoutIntent(world: World, event: WorldEvent): boolean {
  const { message } = event
  if (message === undefined || message.authorId === world.botId) return true
  if (world.channels.get(message.channelId)?.guildId === undefined) return true
  const mentions = messageShape(world, message)['mentions']
  return Array.isArray(mentions) && mentions.some((user) => isRecord(user) && user['id'] === world.botId)
}
