// The routes of the fake Discord for messages in channels: post, read, edit, delete. Knows no interaction.
import { ApiError, refusal } from './api-error.ts'
import { isLater } from './clock.ts'
import { numberOf, recordOf, textOf, type Json } from './json.ts'
import { checkMessage } from './message-check.ts'
import type { NonceBook } from './nonces.ts'
import { demand, may, visibleChannel } from './permissions.ts'
import { changeOf, partsOf } from './posts.ts'
import { change, erase, store } from './posting.ts'
import { noContent, ok, withToken, type RestRequest, type Route } from './router.ts'
import { messageShape } from './shapes.ts'
import { wakeThread } from './threads.ts'
import { CHANNEL_TYPE, historyOf, isThread } from './world.ts'
import type { FakeChannel, StoredMessage, World } from './world.ts'

const CHANNEL = '/channels/{channel_id}'
const MESSAGE = `${CHANNEL}/messages/{message_id}`

/** Messages that one answer of the history holds; discord-api-docs, resources/message. */
const HISTORY = { usual: 50, most: 100 }
const REPLY_TYPE = 19

export function messageRoutes(world: World, nonces: NonceBook): readonly Route[] {
  const stored = (request: RestRequest): StoredMessage => {
    const message = world.messages.get(param(request, 'message_id'))
    if (message === undefined || message.isDeleted || message.ephemeralTo !== undefined)
      throw refusal('unknown-message')
    if (message.channelId !== param(request, 'channel_id')) throw refusal('unknown-message')
    return message
  }
  const checkEdit = (request: RestRequest): void => {
    const before = world.messages.get(param(request, 'message_id'))
    if (before !== undefined) checkMessage(recordOf(request.body), 'edit', request.files.length, before)
  }
  return [
    withToken('POST', `${CHANNEL}/messages`, (request) => post(world, nonces, request), checkPost),
    withToken('GET', `${CHANNEL}/messages`, (request) => ok(readHistory(world, request))),
    withToken('GET', MESSAGE, (request) => {
      const channel = visibleChannel(world, param(request, 'channel_id'))
      if (!may(world, channel, 'READ_MESSAGE_HISTORY')) throw refusal('missing-access')
      return ok(shown(world, stored(request)))
    }),
    withToken(
      'PATCH',
      MESSAGE,
      (request) => {
        const channel = visibleChannel(world, param(request, 'channel_id'))
        const message = stored(request)
        if (message.authorId !== world.botId) throw refusal('not-your-message')
        if (!wakeThread(world, channel)) throw refusal('thread-archived')
        change(world, message, changeOf(request, message))
        return ok(shown(world, message))
      },
      checkEdit,
    ),
    withToken('DELETE', MESSAGE, (request) => {
      const channel = visibleChannel(world, param(request, 'channel_id'))
      const message = stored(request)
      if (message.authorId !== world.botId) demand(world, channel, 'MANAGE_MESSAGES')
      erase(world, message)
      return noContent
    }),
    withToken('POST', `${CHANNEL}/typing`, (request) => {
      demand(world, visibleChannel(world, param(request, 'channel_id')), 'SEND_MESSAGES')
      return noContent
    }),
  ]
}

const checkPost = (request: RestRequest): void =>
  checkMessage(recordOf(request.body), 'post', request.files.length)

export const param = (request: RestRequest, name: string): string => request.params[name] ?? ''

/** As the app sees it: what others wrote is blank without the privileged intent. */
function shown(world: World, message: StoredMessage): Json {
  const isDirect = world.channels.get(message.channelId)?.guildId === undefined
  const isOpen = world.grantedIntents.has('messageContent') || isDirect || message.authorId === world.botId
  const full = messageShape(world, message)
  const mentions = full['mentions']
  const isMentioned = Array.isArray(mentions) && mentions.some((user) => recordOf(user)['id'] === world.botId)
  return isOpen || isMentioned ? full : messageShape(world, message, false)
}

/** Throws what Discord answers when the bot may not write there. */
function demandPosting(world: World, channel: FakeChannel, body: Json, fileCount: number): void {
  if (channel.type === CHANNEL_TYPE.forum || channel.type === CHANNEL_TYPE.category)
    throw refusal('not-a-text-channel')
  if (channel.type === CHANNEL_TYPE.direct) {
    if (world.users.get(channel.recipientId ?? '')?.acceptsDirectMessages !== true)
      throw refusal('user-refuses')
    return
  }
  demand(world, channel, isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES')
  if (Array.isArray(body['embeds']) && body['embeds'].length > 0) demand(world, channel, 'EMBED_LINKS')
  if (fileCount > 0) demand(world, channel, 'ATTACH_FILES')
}

function post(world: World, nonces: NonceBook, request: RestRequest): ReturnType<Route['handle']> {
  const channel = visibleChannel(world, param(request, 'channel_id'))
  const body = recordOf(request.body)
  demandPosting(world, channel, body, request.files.length)
  const reference = referenceOf(world, channel, body)
  const nonce = nonceOf(body)
  const known = nonces.find(channel.id, nonce, body['enforce_nonce'] === true)
  if (known !== undefined) return ok({ ...messageShape(world, known), nonce: body['nonce'] })
  if (!wakeThread(world, channel)) throw refusal('thread-archived')
  const message = store(world, {
    channel,
    authorId: world.botId,
    ...partsOf(body, request.files),
    ...(reference === undefined ? {} : { referenceId: reference, type: REPLY_TYPE }),
    ...(nonce === undefined ? {} : { nonce }),
  })
  if (nonce !== undefined) nonces.note(nonce, message)
  return ok({ ...messageShape(world, message), ...(nonce === undefined ? {} : { nonce: body['nonce'] }) })
}

const nonceOf = (body: Json): string | undefined => {
  const nonce = body['nonce']
  return typeof nonce === 'number' || (typeof nonce === 'string' && nonce !== '') ? String(nonce) : undefined
}

/** The message that a post answers. A missing one refuses the post unless `fail_if_not_exists` is false. */
function referenceOf(world: World, channel: FakeChannel, body: Json): string | undefined {
  if (body['message_reference'] === undefined || body['message_reference'] === null) return undefined
  const reference = recordOf(body['message_reference'])
  if (!may(world, channel, 'READ_MESSAGE_HISTORY')) throw refusal('reply-without-history')
  const id = textOf(reference['message_id'])
  const target = world.messages.get(id)
  if (target !== undefined && !target.isDeleted && target.channelId === channel.id) return id
  if (reference['fail_if_not_exists'] === false) return undefined
  throw new ApiError(400, 50_035, 'Invalid Form Body', {
    message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
  })
}

/** Newest first. Without READ_MESSAGE_HISTORY there is nothing to read; no message ever tells its nonce here. */
function readHistory(world: World, request: RestRequest): readonly Json[] {
  const channel = visibleChannel(world, param(request, 'channel_id'))
  if (!may(world, channel, 'READ_MESSAGE_HISTORY')) return []
  const asked = numberOf(request.query.get('limit') ?? undefined, HISTORY.usual)
  if (asked < 1 || asked > HISTORY.most)
    throw new ApiError(400, 50_035, 'Invalid Form Body', {
      limit: {
        _errors: [
          { code: 'NUMBER_TYPE_RANGE', message: `int value should be between 1 and ${HISTORY.most}.` },
        ],
      },
    })
  const all = historyOf(world, channel.id)
  return cutOut(all, request.query, asked)
    .toReversed()
    .map((message) => shown(world, message))
}

function cutOut(
  all: readonly StoredMessage[],
  query: URLSearchParams,
  limit: number,
): readonly StoredMessage[] {
  const [before, after, around] = ['before', 'after', 'around'].map((key) => query.get(key))
  if (typeof before === 'string') return all.filter(({ id }) => isLater(before, id)).slice(-limit)
  if (typeof after === 'string') return all.filter(({ id }) => isLater(id, after)).slice(0, limit)
  if (typeof around !== 'string') return all.slice(-limit)
  const half = Math.floor(limit / 2)
  const older = all.filter(({ id }) => isLater(around, id)).slice(-half)
  return [...older, ...all.filter(({ id }) => !isLater(around, id)).slice(0, limit - older.length)]
}
