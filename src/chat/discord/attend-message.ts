// Answers what was said to the bot, below it and where it was said. Knows no interactions.
import type { ChatContext, ChatReply } from '../../core/request.ts'
import type { MessageText } from '../../core/message.ts'
import { formMistakes } from '../../locale/discord.ts'
import type { Inbox } from '../../ports.ts'
import type { DiscordApi } from './api.ts'
import { postBody, requestOf } from './bodies.ts'
import type { Gateway } from './gateway.ts'
import { channelSchema, type ReceivedMessage } from './payloads.ts'
import { isAdministrator, serverPermissions } from './permissions.ts'
import { personalContext, serverContext, THREAD_TYPES } from './receive.ts'
import { renderMessage } from './render.ts'

interface MessageDesk {
  readonly api: DiscordApi
  readonly gateway: Pick<Gateway, 'server' | 'parentOf'>
  readonly inbox: Inbox
}

/** Throws as the API. */
export async function attendMessage(
  desk: MessageDesk,
  message: ReceivedMessage,
  text: string,
): Promise<void> {
  const from = await contextOf(desk, message)
  const answer = wordsOf(await desk.inbox({ from, kind: 'mention', text }))
  if (answer === undefined) return
  // The id of a message is a key of its own: an event that comes twice is answered once.
  for (const [index, piece] of renderMessage(answer, message.id).entries()) {
    const body = postBody(piece, index === 0 ? message.id : undefined)
    await desk.api.call('POST', `/channels/${message.channel_id}/messages`, requestOf(piece, body))
  }
}

async function contextOf({ api, gateway }: MessageDesk, message: ReceivedMessage): Promise<ChatContext> {
  const { guild_id: serverId, author, member, channel_id: channelId } = message
  if (serverId === undefined) return personalContext(author)
  const server = gateway.server(serverId)
  const parent = gateway.parentOf(channelId) ?? (await askParent(api, channelId))
  const context = serverContext(serverId, server?.name ?? '', parent, author, member)
  const bits = server === undefined ? 0n : serverPermissions(server, { id: author.id, roles: context.roles })
  return { ...context, isAdministrator: isAdministrator(bits) }
}

/** A thread that was put away before we came, and woke. */
async function askParent(api: DiscordApi, channelId: string): Promise<string> {
  const channel = channelSchema.parse(await api.call('GET', `/channels/${channelId}`))
  return THREAD_TYPES.includes(channel.type) ? (channel.parent_id ?? channelId) : channelId
}

/** What was asked before everybody is answered before everybody; a form needs a button or a command. */
function wordsOf(reply: ChatReply): MessageText | undefined {
  switch (reply.kind) {
    case 'message':
    case 'replacement':
      return reply.message
    case 'form':
      return reply.instead
    case 'mistakes':
      return formMistakes(Object.values(reply.mistakes))
    case 'suggestions':
    case 'home':
    case 'nothing':
      return undefined
    default:
      return reply satisfies never
  }
}
