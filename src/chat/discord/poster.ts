// Posts a message once: looks for what may stand already, sends the pieces that do not, in a thread where there is one.
import type { Instant } from '../../core/calendar.ts'
import { ExplainedError, type PostFailureReason } from '../../core/failures.ts'
import type { OutgoingMessage } from '../../core/message.ts'
import type { DiscordApi } from './api.ts'
import { codeOf } from './api-errors.ts'
import { messageBody, postBody, requestOf } from './bodies.ts'
import { createBoundedMap } from './bounded-map.ts'
import { createDirectChannels } from './direct-channels.ts'
import { findPieces } from './look-up.ts'
import { createMessageLinks, type LinkEarlier } from './message-links.ts'
import { createdSchema, selfSchema } from './payloads.ts'
import { type FailedAttempt, lookUpFailure, postFailure, withoutSecrets } from './post-failures.ts'
import { type Piece, renderMessage } from './render.ts'
import { isSnowflake } from './snowflake.ts'
import { createThreads } from './threads.ts'

export interface Poster {
  /** The id of the first piece. Throws ExplainedError `post-failed`. */
  post(channel: string, message: OutgoingMessage, signal: AbortSignal): Promise<string>
  /** By the id that posting gave. Throws as `post` does. */
  edit(channel: string, id: string, message: OutgoingMessage, signal: AbortSignal): Promise<void>
}

/** Ids of messages of which the key is known: two messages of one hour may say the same words. */
const REMEMBERED = 5000

interface Kit {
  readonly api: DiscordApi
  readonly now: () => Instant
  readonly botId: () => Promise<string>
  readonly directChannel: ReturnType<typeof createDirectChannels>
  readonly threads: ReturnType<typeof createThreads>
  readonly linkEarlier: LinkEarlier
  readonly keys: ReturnType<typeof createBoundedMap<string>>
}

/** A thread that is gone, put away, locked or shut to us; topics/opcodes-and-status-codes, JSON. */
const CLOSED_THREAD = new Set<unknown>([10_003, 50_001, 50_013, 50_083, 160_005])

/** One message on its way. */
interface Job {
  readonly message: OutgoingMessage
  readonly pieces: readonly Piece[]
  readonly channelId: string
  readonly isPrivate: boolean
  readonly signal: AbortSignal
  /** The ids of those that stand, by their keys. */
  readonly landed: Map<string, string>
}

export function createPoster(api: DiscordApi, now: () => Instant): Poster {
  const kit: Kit = {
    api,
    now,
    botId: rememberedId(api),
    directChannel: createDirectChannels(api),
    threads: createThreads(api, now),
    linkEarlier: createMessageLinks(api),
    keys: createBoundedMap<string>(REMEMBERED),
  }
  return {
    post: (channel, message, signal) => postMessage(kit, channel, message, signal),
    edit: (channel, id, message, signal) => editMessage(kit, { channel, id, message, signal }),
  }
}

async function postMessage(
  kit: Kit,
  channel: string,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<string> {
  const landed = new Map<string, string>()
  const attempt = (): FailedAttempt => ({
    channel: `discord:${channel}`,
    now: kit.now(),
    hasBegun: landed.size > 0,
  })
  const isPrivate = channel.startsWith('@')
  if (!isSnowflake(isPrivate ? channel.slice(1) : channel))
    throw new ExplainedError({
      code: 'post-failed',
      channel: attempt().channel,
      reason: isPrivate ? 'person-unreachable' : 'channel-missing',
    })
  let explain = postFailure
  try {
    const channelId = isPrivate ? await kit.directChannel(channel.slice(1), signal) : channel
    const linked = await kit.linkEarlier(message, { channelId, isPrivate }, signal)
    const job: Job = {
      message,
      pieces: renderMessage(linked, message.key),
      channelId,
      isPrivate,
      signal,
      landed,
    }
    explain = lookUpFailure
    if (message.doubtfulSince !== undefined) await noteLanded(kit, job, message.doubtfulSince)
    explain = postFailure
    return await sendMissing(kit, job)
  } catch (error) {
    throw explain(error, attempt())
  }
}

/** Discord's words for a message that was deleted, or that is not ours; topics/opcodes-and-status-codes, JSON. */
const GONE = new Set<unknown>([10_008, 50_005])

interface EditJob {
  readonly channel: string
  readonly id: string
  readonly message: OutgoingMessage
  readonly signal: AbortSignal
}

async function editMessage(kit: Kit, { channel, id, message, signal }: EditJob): Promise<void> {
  const isPrivate = channel.startsWith('@')
  const failed = (reason: PostFailureReason, cause?: unknown): ExplainedError =>
    new ExplainedError({ code: 'post-failed', channel: `discord:${channel}`, reason }, { cause })
  try {
    const channelId = isPrivate ? await kit.directChannel(channel.slice(1), signal) : channel
    const linked = await kit.linkEarlier(message, { channelId, isPrivate }, signal)
    const [piece, ...more] = renderMessage(linked, message.key)
    if (piece === undefined || more.length > 0) throw failed('invalid')
    if (!isSnowflake(id)) throw failed('message-gone')
    const request = requestOf(piece, messageBody(piece))
    await kit.api.call('PATCH', `/channels/${channelId}/messages/${id}`, { ...request, signal })
  } catch (error) {
    if (error instanceof ExplainedError) throw error
    if (GONE.has(codeOf(error))) throw failed('message-gone', withoutSecrets(error))
    throw postFailure(error, { channel: `discord:${channel}`, now: kit.now(), hasBegun: false })
  }
}

/** A reply stands in the thread of its lead, or in the channel where there could be none. */
async function noteLanded(kit: Kit, job: Job, doubtfulSince: Instant): Promise<void> {
  const { message, channelId, isPrivate, signal, pieces, landed } = job
  const lead = isPrivate ? undefined : message.replyTo
  const lookUp = {
    api: kit.api,
    botId: await kit.botId(),
    doubtfulSince,
    signal,
    isOfAnother: (id: string, key: string) => ![undefined, key].includes(kit.keys.get(id)),
  }
  const found = await findPieces(lookUp, lead === undefined ? [channelId] : [lead, channelId], pieces)
  for (const [key, id] of found) landed.set(key, id)
}

interface Place {
  readonly channelId: string
  /** The message that is answered, where no thread says so. */
  readonly replyTo: string | undefined
  readonly isThread: boolean
}

async function sendMissing(kit: Kit, job: Job): Promise<string> {
  const missing = job.pieces.filter(({ key }) => !job.landed.has(key))
  let place = missing.length === 0 ? beside(job) : await findPlace(kit, job)
  for (const piece of missing) place = await sendPiece(kit, job, piece, place)
  const handle = job.landed.get(job.message.key) ?? ''
  if (job.message.replyTo === undefined) kit.threads.noteLead(handle, job.message.summary)
  return handle
}

async function findPlace(kit: Kit, job: Job): Promise<Place> {
  const { message, channelId, isPrivate, signal } = job
  if (message.replyTo === undefined || isPrivate) return beside(job)
  const hasThread = await kit.threads.open(channelId, message.replyTo, signal)
  return hasThread ? { channelId: message.replyTo, replyTo: undefined, isThread: true } : beside(job)
}

/** In the channel itself, pointing at the lead if there is one. */
function beside({ channelId, message }: Job): Place {
  return { channelId, replyTo: message.replyTo, isThread: false }
}

/** Gives the place for what follows. */
async function sendPiece(kit: Kit, job: Job, piece: Piece, place: Place): Promise<Place> {
  const request = requestOf(piece, postBody(piece, place.replyTo))
  try {
    const answer = await kit.api.call('POST', `/channels/${place.channelId}/messages`, {
      ...request,
      signal: job.signal,
    })
    const { id } = createdSchema.parse(answer)
    job.landed.set(piece.key, id)
    kit.keys.set(id, piece.key)
    return place
  } catch (error) {
    if (!place.isThread || !CLOSED_THREAD.has(codeOf(error))) throw error
    kit.threads.close(job.message.replyTo ?? '')
    return sendPiece(kit, job, piece, beside(job))
  }
}

function rememberedId(api: DiscordApi): () => Promise<string> {
  let botId: string | undefined
  return async () => (botId ??= selfSchema.parse(await api.call('GET', '/users/@me')).id)
}
