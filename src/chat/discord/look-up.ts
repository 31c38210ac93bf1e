// Finds out which pieces of a doubtful message stand in a channel already. Sends nothing.
import type { Instant } from '../../core/calendar.ts'
import { LOOK_UP_MARGIN } from '../../core/sending.ts'
import type { DiscordApi } from './api.ts'
import { codeOf } from './api-errors.ts'
import { isOfKey } from './buttons.ts'
import { DISCORD_LIMITS } from './limits.ts'
import { type MessagePayload, messagesSchema } from './payloads.ts'
import type { Piece } from './render.ts'
import { snowflakeAt } from './snowflake.ts'

interface LookUp {
  readonly api: DiscordApi
  readonly botId: string
  readonly doubtfulSince: Instant
  readonly signal: AbortSignal
  /** Messages that are known to be of other keys, whatever they say. */
  readonly isOfAnother: (messageId: string, key: string) => boolean
}

/** More than 10,000 messages since the first attempt: whoever says that it is not there has read them all. */
const MOST_PAGES = 100

/** Unknown channel: a thread that was never made holds nothing. topics/opcodes-and-status-codes, JSON. */
const UNKNOWN_CHANNEL = 10_003

/** Their ids by the keys of the pieces. `channelIds` in the order of likelihood; one that is no more holds nothing. */
export async function findPieces(
  lookUp: LookUp,
  channelIds: readonly string[],
  pieces: readonly Piece[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const [index, channelId] of channelIds.entries()) {
    const messages = await ownMessages(lookUp, channelId, index < channelIds.length - 1)
    const free = new Set(messages)
    for (const piece of pieces.filter(({ key }) => !found.has(key))) {
      const message = [...free].find((candidate) => isPiece(candidate, piece, lookUp))
      if (message === undefined) continue
      free.delete(message)
      found.set(piece.key, message.id)
    }
  }
  return found
}

/** Oldest first. */
async function ownMessages(
  lookUp: LookUp,
  channelId: string,
  mayBeMissing: boolean,
): Promise<readonly MessagePayload[]> {
  const own: MessagePayload[] = []
  let after = snowflakeAt(lookUp.doubtfulSince - LOOK_UP_MARGIN)
  for (let page = 0; page < MOST_PAGES; page++) {
    const messages = await readPage(lookUp, channelId, after, mayBeMissing)
    own.push(...messages.filter(({ author }) => author?.id === lookUp.botId))
    const last = messages.at(-1)
    if (last === undefined || messages.length < DISCORD_LIMITS.historyMessages) return own
    after = last.id
  }
  throw new Error(`More than ${MOST_PAGES} pages of messages since a doubtful one`)
}

async function readPage(
  { api, signal }: LookUp,
  channelId: string,
  after: string,
  mayBeMissing: boolean,
): Promise<readonly MessagePayload[]> {
  const query = { after, limit: String(DISCORD_LIMITS.historyMessages) }
  try {
    const answer = await api.call('GET', `/channels/${channelId}/messages`, { query, signal })
    return messagesSchema.parse(answer).toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
  } catch (error) {
    if (mayBeMissing && codeOf(error) === UNKNOWN_CHANNEL) return []
    throw error
  }
}

/** By the nonce where Discord gives it, else by the buttons, else by the words. */
function isPiece(message: MessagePayload, piece: Piece, { isOfAnother }: LookUp): boolean {
  if (isOfAnother(message.id, piece.key)) return false
  if (message.nonce !== undefined && message.nonce !== null) return String(message.nonce) === piece.key
  const ids = message.components.flatMap(({ components }) =>
    components.map(({ custom_id }) => custom_id ?? ''),
  )
  if (piece.rows.length > 0 || ids.length > 0) return ids.some((id) => isOfKey(id, piece.key))
  return words(message.content) === words(piece.content)
}

function words(content: string): string {
  return content.replaceAll(/\s+/gu, ' ').trim()
}
