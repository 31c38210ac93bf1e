// Posts messages, each of them once, in order. Retries nothing: what may have landed is looked for at the next attempt.
import type { Instant } from '../../core/calendar.ts'
import { ExplainedError } from '../../core/failures.ts'
import { attachmentsOf, type OutgoingMessage } from '../../core/message.ts'
import { natureOf } from '../../core/sending.ts'
import type { Identity } from './identity.ts'
import { CHANNEL_SPACING, LONGEST_TURN } from './limits.ts'
import { isParentGone, lookUp, metadataOf } from './look-up.ts'
import { type Pace, TurnRefused } from './pace.ts'
import { withPermalinks } from './permalink.ts'
import { pauseOf, postFailure } from './post-failures.ts'
import { type Piece, renderMessage } from './render.ts'
import { shareFile } from './share-files.ts'
import { postMessage, type WebClient } from './web-client.ts'

export interface Posting {
  readonly client: () => Promise<WebClient>
  readonly identity: () => Promise<Identity>
  readonly pace: Pace
  readonly now: () => Instant
}

/** Posts to a channel, or to a person behind an `@`; gives the `ts` of the first piece. Throws `post-failed`. */
export type Post = (channel: string, message: OutgoingMessage) => Promise<string>

export function createPost(posting: Posting): Post {
  const conversations = createConversations(posting.pace)
  return (channel, message) => {
    const askedAt = performance.now()
    return posting.pace.inOrder(channel, async () => {
      try {
        // Behind a long line: the ledger lends a message for two minutes only.
        if (performance.now() - askedAt > LONGEST_TURN) throw new TurnRefused(CHANNEL_SPACING)
        posting.pace.mind(channel)
        const client = await posting.client()
        const conversation = await conversations(client, channel)
        return await postPieces(posting, { client, channel, conversation, message })
      } catch (error) {
        throw failureOf(posting, channel, error)
      }
    })
  }
}

/** Ours: people whose private conversation is remembered; an id takes some 50 octets. */
const MOST_PRIVATES = 5000

/** The conversation behind a channel: itself, or the private one with a person, which never changes. */
export function createConversations(pace: Pace): (client: WebClient, channel: string) => Promise<string> {
  const privates = new Map<string, string>()
  return (client, channel) => openConversation(pace, client, privates, channel)
}

async function openConversation(
  pace: Pace,
  client: WebClient,
  privates: Map<string, string>,
  channel: string,
): Promise<string> {
  if (!channel.startsWith('@')) return channel
  const known = privates.get(channel)
  if (known !== undefined) return known
  const { channel: opened } = await pace.callTier3('conversations.open', channel, () =>
    client.conversations.open({ users: channel.slice(1) }),
  )
  const id = opened?.id ?? ''
  if (id === '') throw new Error('Slack opened a conversation without an id')
  if (privates.size >= MOST_PRIVATES) privates.clear()
  privates.set(channel, id)
  return id
}

interface Errand {
  readonly client: WebClient
  readonly channel: string
  readonly conversation: string
  readonly message: OutgoingMessage
}

async function postPieces(posting: Posting, errand: Errand): Promise<string> {
  const { channel, conversation, message } = errand
  const isDoubtful = message.doubtfulSince !== undefined
  const landed = isDoubtful ? await findLanded(posting, errand) : new Map<string, string>()
  let first: string | undefined
  const shown = await withPermalinks(message, conversation, posting.identity)
  for (const [index, piece] of renderMessage(shown).entries()) {
    const key = index === 0 ? message.key : `${message.key}.${index}`
    try {
      const handle = landed.get(key) ?? (await postPiece(posting, errand, piece, key))
      first ??= handle
    } catch (error) {
      throw first === undefined ? error : afterPart(failureOf(posting, channel, error))
    }
  }
  // Of what was doubtful and stands, the file may stand too: rather none than two.
  if (landed.size === 0) await postFiles(posting, errand)
  return first ?? ''
}

async function postFiles(
  posting: Posting,
  { client, channel, conversation, message }: Errand,
): Promise<void> {
  for (const file of attachmentsOf(message)) {
    try {
      await posting.pace.call(channel, () => shareFile(client, conversation, message.replyTo, file))
    } catch (error) {
      throw afterPart(failureOf(posting, channel, error))
    }
  }
}

/** A part stands in the channel: whatever stopped us, the message has to be looked for before another attempt. */
function afterPart(error: ExplainedError): ExplainedError {
  const { failure } = error
  if (failure.code !== 'post-failed' || natureOf(failure).mayHaveLanded) return error
  const { reason: _reason, ...rest } = failure
  return new ExplainedError(rest, { cause: error })
}

async function findLanded(posting: Posting, errand: Errand): Promise<ReadonlyMap<string, string>> {
  const { client, channel, conversation, message } = errand
  try {
    const { botId, botUser } = await posting.identity()
    return await lookUp({
      client,
      pace: posting.pace,
      channel,
      conversation,
      thread: message.replyTo,
      since: message.doubtfulSince ?? posting.now(),
      botId,
      botUser,
    })
  } catch (error) {
    const failure = failureOf(posting, channel, error)
    throw isTelling(failure) ? failure : uncheckable(channel, error)
  }
}

/** What stops the look-up would stop the post as well, or passes by itself: that is the better reason. */
function isTelling({ failure }: ExplainedError): boolean {
  return failure.code !== 'post-failed' || !UNTELLING.has(failure.reason)
}

/** That we may not read says nothing about posting; neither does a code that nobody knows. */
const UNTELLING = new Set<unknown>([undefined, 'forbidden', 'invalid'])

function uncheckable(channel: string, cause: unknown): ExplainedError {
  return new ExplainedError(
    { code: 'post-failed', channel: `slack:${channel}`, reason: 'cannot-check' },
    { cause },
  )
}

async function postPiece(posting: Posting, errand: Errand, piece: Piece, key: string): Promise<string> {
  const { client, channel, conversation, message } = errand
  const send = (thread: string | undefined): Promise<string> =>
    posting.pace.call(channel, () =>
      postMessage(client, {
        channel: conversation,
        ...quiet(piece),
        metadata: metadataOf(key),
        ...(thread === undefined ? {} : { thread_ts: thread }),
      }),
    )
  try {
    return await send(message.replyTo)
  } catch (error) {
    // The message above was deleted: rather alone in the channel than nowhere.
    if (message.replyTo === undefined || !isParentGone(error)) throw error
    return send(undefined)
  }
}

/** Nothing in it calls anybody, and no preview is shown. */
export function quiet({ text, blocks }: Piece) {
  return {
    text,
    blocks,
    mrkdwn: false,
    parse: 'none',
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  } as const
}

/** In our words; what Slack asks to wait is remembered for the channel. */
export function failureOf({ pace, now }: Posting, channel: string, error: unknown): ExplainedError {
  if (error instanceof TurnRefused) {
    const retryAt = now() + error.waitMilliseconds
    return new ExplainedError({
      code: 'post-failed',
      channel: `slack:${channel}`,
      reason: 'rate-limited',
      retryAt,
    })
  }
  const pause = pauseOf(error)
  if (pause !== undefined) pace.pause(channel, pause)
  return postFailure(channel, error, now())
}
