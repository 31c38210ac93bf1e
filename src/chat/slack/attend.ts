// One request from Slack, from what was received to what is answered. Acknowledges nothing, opens no connection.
import type { ChatReply, ChatRequest } from '../../core/request.ts'
import { FOREIGN_PERSON, OLD_BUTTON, SLACK_LOG, unknownAction } from '../../locale/slack.ts'
import type { Inbox } from '../../ports.ts'
import type { Identity } from './identity.ts'
import type { People } from './people.ts'
import type { Asked, Received } from './received.ts'
import { type Addressee, giveReply, type ReplyTools } from './replies.ts'
import { scrubbed } from './sdk-log.ts'
import type { SeenEvents } from './seen-events.ts'
import { contextOf } from './sender.ts'

export interface AttendTools extends ReplyTools {
  readonly inbox: Inbox
  readonly identity: Identity
  readonly people: People
  readonly seen: SeenEvents
}

/** Understands, asks and answers. Never rejects. What came before is passed over. */
export async function attend(tools: AttendTools, received: Received): Promise<void> {
  if (received.kind === 'ignored' || !tools.seen.isNew(received.ids)) return
  const to = addresseeOf(received)
  if (received.kind === 'refused') {
    const { why } = received
    const message = why.kind === 'old-button' ? OLD_BUTTON : unknownAction(why.command)
    return giveReply(tools, to, { kind: 'message', audience: 'person', message })
  }
  const reply = await replyTo(tools, received)
  await giveReply(tools, to, reply)
  // What was changed from the bot's own page shows there at once.
  const mayHaveChanged = received.content.kind !== 'home' && reply.kind !== 'form'
  if (received.place.isHome === true && mayHaveChanged) await refreshHome(tools, received)
}

/** What the inbox says to it; people of another workspace get one sentence. Never rejects. */
export async function replyTo(tools: AttendTools, asked: Asked): Promise<ChatReply> {
  try {
    const from = await contextOf(asked, tools.identity, tools.people)
    if (from === undefined) return foreignReply(asked)
    const request: ChatRequest = { from, ...asked.content }
    return await tools.inbox(request)
  } catch (error) {
    tools.log.warn(SLACK_LOG.requestFailed, { request: asked.content.kind, error: scrubbed(error) })
    return { kind: 'nothing' }
  }
}

/** Who asks for something is told; what a workspace tells by itself is passed over. */
function foreignReply({ content }: Asked): ChatReply {
  const isAsking = ASKING.has(content.kind)
  return isAsking ? { kind: 'message', audience: 'person', message: FOREIGN_PERSON } : { kind: 'nothing' }
}

const ASKING = new Set<Asked['content']['kind']>(['command', 'press', 'submission', 'mention'])

export async function refreshHome(tools: AttendTools, { sender, ids }: Asked): Promise<void> {
  const place = { conversation: '', isHome: true } as const
  const asked: Asked = { kind: 'request', sender, place, content: { kind: 'home' }, ids }
  await giveReply(tools, addresseeOf(asked), await replyTo(tools, asked))
}

export function addresseeOf({ sender, place }: Pick<Asked, 'sender' | 'place'>): Addressee {
  return { person: sender.id, place }
}
