// A reply of ours as calls to Slack. Asks the inbox nothing, and never rejects: what fails is in the log.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../core/calendar.ts'
import { ExplainedError } from '../../core/failures.ts'
import type { Form } from '../../core/form.ts'
import { attachmentsOf, type Block, type MessageText } from '../../core/message.ts'
import type { ChatReply } from '../../core/request.ts'
import { sentenceMessage } from '../../locale/blocks.ts'
import { fileInPrivate, lateMistakes, SHARE_UNSURE, SLACK_LOG } from '../../locale/slack.ts'
import type { Log } from '../../ports.ts'
import type { FormOrigin } from './form-origin.ts'
import type { Pace } from './pace.ts'
import { type Patience, patiently } from './patience.ts'
import { troubleOf } from './post-failures.ts'
import { type Post, quiet } from './post.ts'
import { contextChannel, isPrivate, type Place } from './received.ts'
import { renderForm } from './render-form.ts'
import { renderHome } from './render-home.ts'
import { type Piece, renderMessage } from './render.ts'
import { shareFile } from './share-files.ts'
import { AnswerRefused, openResponseUrl } from './response-url.ts'
import { scrubbed } from './sdk-log.ts'
import { postMessage, type WebClient } from './web-client.ts'

export interface ReplyTools {
  readonly client: () => Promise<WebClient>
  readonly post: Post
  readonly pace: Pace
  readonly log: Log
  readonly now: () => Instant
}

/** To whom, where, and what it was about if it was a form. */
export interface Addressee {
  readonly person: string
  readonly place: Place
  readonly target?: string
}

export async function giveReply(tools: ReplyTools, to: Addressee, reply: ChatReply): Promise<void> {
  try {
    switch (reply.kind) {
      case 'message':
        return await giveMessage(tools, to, reply.message, reply.audience === 'channel')
      case 'replacement':
        return await giveReplacement(tools, to, reply.message)
      case 'form':
        return await openForm(tools, to, reply.form, reply.instead)
      case 'mistakes':
        return await giveMessage(tools, to, lateMistakes(Object.values(reply.mistakes)), false)
      case 'home':
        return await showHome(tools, to.person, reply.blocks)
      case 'suggestions':
      case 'nothing':
        return
      default:
        return reply satisfies never
    }
  } catch (error) {
    tools.log.warn(SLACK_LOG.replyFailed, { reply: reply.kind, error: scrubbed(error) })
  }
}

async function giveMessage(
  tools: ReplyTools,
  to: Addressee,
  message: MessageText,
  isForAll: boolean,
): Promise<void> {
  const { place } = to
  if (place.event !== undefined && (isForAll || isPrivate(place.conversation)))
    return postReply(tools, to, message, place.event)
  const pieces = renderMessage(withNotice(message, place, isForAll), isForAll ? 'everybody' : 'one')
  await givePieces(tools, to, pieces, isForAll)
  await giveFiles(tools, to, message, isForAll)
}

/** Nobody but the person sees the words of a private reply in a channel; a file is seen by all of it, or in private. */
function withNotice(message: MessageText, { conversation }: Place, isForAll: boolean): MessageText {
  const [file] = attachmentsOf(message)
  if (isForAll || isPrivate(conversation) || file === undefined) return message
  return { ...message, blocks: [...message.blocks, fileInPrivate(file.mediaType)] }
}

/** What cannot be shown is told: the words of a picture or a file hold what it shows. */
async function giveFiles(
  tools: ReplyTools,
  { place, person }: Addressee,
  message: MessageText,
  isForAll: boolean,
): Promise<void> {
  const files = attachmentsOf(message)
  if (files.length === 0) return
  const { conversation, thread } = place
  const isHere = isForAll || isPrivate(conversation)
  const client = await tools.client()
  const target = isHere && conversation !== '' ? conversation : await openPrivate(client, person)
  for (const file of files) {
    try {
      await patiently(PATIENCE, () => shareFile(client, target, isHere ? thread : undefined, file))
    } catch (error) {
      tools.log.warn(SLACK_LOG.fileFailed, { error: scrubbed(error) })
      const told = renderMessage(sentenceMessage(file.alternativeText))
      await postPieces(
        tools,
        { conversation: target, ...(isHere && thread !== undefined && { thread }) },
        told,
      )
    }
  }
}

async function openPrivate(client: WebClient, person: string): Promise<string> {
  const opened = await patiently(PATIENCE, () => client.conversations.open({ users: person }))
  return opened.channel?.id ?? ''
}

async function givePieces(
  tools: ReplyTools,
  { place, person }: Addressee,
  pieces: readonly Piece[],
  isForAll: boolean,
): Promise<void> {
  const { left, isDoubtful } = await respondAll(tools, place, pieces, { isForAll, isReplacement: false })
  if (left.length === 0) return
  if (isForAll && isDoubtful) return whisper(tools, person, place, renderMessage(SHARE_UNSURE, 'one'))
  if (isForAll && place.conversation !== '') return postPieces(tools, place, left)
  await whisper(tools, person, place, left)
}

/** On a message that everybody sees, everybody sees the new words as well. */
async function giveReplacement(tools: ReplyTools, to: Addressee, message: MessageText): Promise<void> {
  const { place, person } = to
  const readers = place.isForOne === true || isPrivate(place.conversation) ? 'one' : 'everybody'
  const flags = { isForAll: false, isReplacement: true }
  const { left } = await respondAll(tools, place, renderMessage(message, readers), flags)
  if (left.length > 0) await whisper(tools, person, place, left)
}

interface ResponseFlags {
  readonly isForAll: boolean
  readonly isReplacement: boolean
}

interface Responded {
  readonly left: readonly Piece[]
  /** The first of those that are left may stand all the same. */
  readonly isDoubtful: boolean
}

/** As many pieces as the address takes. */
async function respondAll(
  { log }: ReplyTools,
  { responseUrl, thread }: Place,
  pieces: readonly Piece[],
  { isForAll, isReplacement }: ResponseFlags,
): Promise<Responded> {
  if (responseUrl === undefined) return { left: pieces, isDoubtful: false }
  const address = openResponseUrl(responseUrl)
  for (const [index, piece] of pieces.entries()) {
    if (address.usesLeft() === 0) return { left: pieces.slice(index), isDoubtful: false }
    try {
      await address.respond({ piece, isForAll, isReplacement: isReplacement && index === 0, thread })
    } catch (error) {
      log.warn(SLACK_LOG.replyFailed, { error: scrubbed(error) })
      const isRefused = error instanceof AnswerRefused || troubleOf(error, 0).reason === 'unreachable'
      return { left: pieces.slice(index), isDoubtful: !isRefused }
    }
  }
  return { left: [], isDoubtful: false }
}

/** For one person's eyes: where they asked, or in private where the bot may not speak. */
async function whisper(
  tools: ReplyTools,
  person: string,
  place: Place,
  pieces: readonly Piece[],
): Promise<void> {
  const { conversation, thread } = place
  const client = await tools.client()
  let left = pieces
  try {
    while (!isPrivate(conversation)) {
      const [piece, ...more] = left
      if (piece === undefined) return
      const { mrkdwn: _mrkdwn, ...words } = quiet(piece)
      const where = { channel: conversation, ...(thread === undefined ? {} : { thread_ts: thread }) }
      await client.chat.postEphemeral({ ...where, user: person, ...words })
      left = more
    }
  } catch (error) {
    tools.log.debug(SLACK_LOG.replyFailed, { error: scrubbed(error) })
  }
  await postPieces(tools, { conversation: await openPrivate(client, person) }, left)
}

async function postPieces(
  tools: ReplyTools,
  { conversation, thread }: Place,
  pieces: readonly Piece[],
): Promise<void> {
  const client = await tools.client()
  for (const piece of pieces) {
    const where = { channel: conversation, ...(thread === undefined ? {} : { thread_ts: thread }) }
    await patiently(PATIENCE, () =>
      tools.pace.call(conversation, () => postMessage(client, { ...where, ...quiet(piece) })),
    )
  }
}

/** Waits before another attempt, unless Slack says how long; who asked is still looking. */
const REPLY_WAITS: readonly Instant[] = [1000, 5000]
const LONGEST_REPLY_WAIT: Instant = 20_000
const PATIENCE: Patience = { mostWaits: REPLY_WAITS.length, longestWait: LONGEST_REPLY_WAIT }

/** Under a message that everybody sees: with a key, so that an event that comes twice is answered once. */
async function postReply(
  { post, now }: ReplyTools,
  { place, person }: Addressee,
  message: MessageText,
  event: NonNullable<Place['event']>,
): Promise<void> {
  const channel = contextChannel(place, person).slice('slack:'.length)
  let doubtfulSince = event.isRetry ? event.saidAt : undefined
  for (const wait of [...REPLY_WAITS, undefined]) {
    try {
      await post(channel, {
        ...message,
        key: `r.${event.id}`.slice(0, 22),
        ...(place.thread === undefined ? {} : { replyTo: place.thread }),
        ...(doubtfulSince === undefined ? {} : { doubtfulSince }),
      })
      return
    } catch (error) {
      const pause = pauseOf(error, now())
      if (wait === undefined || pause > LONGEST_REPLY_WAIT || !isPassing(error)) throw error
      doubtfulSince ??= event.saidAt
      await sleep(Math.max(wait, pause))
    }
  }
}

function pauseOf(error: unknown, now: Instant): Instant {
  const failure = error instanceof ExplainedError ? error.failure : undefined
  return failure?.code === 'post-failed' && failure.retryAt !== undefined ? failure.retryAt - now : 0
}

const PASSING = new Set<unknown>(['rate-limited', 'platform-failing', 'timed-out', 'cut', 'unreachable'])

function isPassing(error: unknown): boolean {
  const failure = error instanceof ExplainedError ? error.failure : undefined
  return failure?.code === 'post-failed' && PASSING.has(failure.reason)
}

/** `instead` where the trigger has come too late: it lives three seconds. */
async function openForm(tools: ReplyTools, to: Addressee, form: Form, instead: MessageText): Promise<void> {
  const { place } = to
  try {
    if (place.triggerId === undefined) throw new Error('no trigger')
    const client = await tools.client()
    await client.views.open({
      trigger_id: place.triggerId,
      view: renderForm(form, originOf(place, form.target)),
    })
  } catch (error) {
    tools.log.warn(SLACK_LOG.formFailed, { error: scrubbed(error) })
    await giveMessage(tools, to, instead, false)
  }
}

export function originOf({ conversation, thread, isHome }: Place, target: string): FormOrigin {
  return {
    target,
    conversation: isHome === true ? '' : conversation,
    ...(thread === undefined ? {} : { thread }),
  }
}

async function showHome(tools: ReplyTools, person: string, blocks: readonly Block[]): Promise<void> {
  try {
    const client = await tools.client()
    await patiently(PATIENCE, () => client.views.publish({ user_id: person, view: renderHome(blocks) }))
  } catch (error) {
    tools.log.warn(SLACK_LOG.homeFailed, { error: scrubbed(error) })
  }
}
