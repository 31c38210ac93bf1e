// What a method of the Web API is, and the questions that many of them ask. Carries none out.
import { textArgument, type Json } from './json.ts'
import { Refusal } from './refusal.ts'
import type { State } from './state.ts'
import { directConversation, type Conversation } from './workspace.ts'

export interface ApiCall {
  readonly state: State
  readonly method: string
  readonly args: Json
}

export interface ApiMethod {
  readonly token: 'bot' | 'app'
  /** What it takes; another argument is a violation, though Slack ignores it. */
  readonly takes: readonly string[]
  /** What it needs before it looks at anything; further ones depend on the channel. */
  readonly scopes: readonly string[]
  /** The answer without `ok`; throws a `Refusal`. */
  run(call: ApiCall): Json
}

export type ApiMethods = Readonly<Record<string, ApiMethod>>

/** Throws `missing_scope` as Slack does, with what is needed and what there is. */
export function requireScope(state: State, scope: string): void {
  if (state.scopes.has(scope)) return
  throw new Refusal('missing_scope', { needed: scope, provided: [...state.scopes].join(',') })
}

const SCOPE_PREFIX = { public: 'channels', private: 'groups', direct: 'im' } as const

/** The scope for one kind of conversation, such as `groups:history`. */
export function requireKindScope(state: State, conversation: Conversation, right: 'read' | 'history'): void {
  requireScope(state, `${SCOPE_PREFIX[conversation.kind]}:${right}`)
}

/** The conversation of an argument, for reading; a private one that the bot is not in does not exist for it. */
export function conversationOf({ state, args }: ApiCall, name = 'channel'): Conversation {
  const { workspace } = state
  const conversation = workspace.conversations.get(textArgument(args, name) ?? '')
  if (conversation === undefined) throw new Refusal('channel_not_found')
  if (conversation.kind === 'private' && !conversation.members.has(workspace.botUserId)) {
    throw new Refusal('channel_not_found')
  }
  return conversation
}

/** The conversation of a post; a person's id opens the private one. */
export function postingConversation(call: ApiCall): Conversation {
  const { workspace, scopes } = call.state
  const id = textArgument(call.args, 'channel') ?? ''
  const person = workspace.people.get(id)
  if (person !== undefined) {
    if (person.isBot || person.isDeactivated) throw new Refusal('channel_not_found')
    return directConversation(workspace, id)
  }
  const conversation = conversationOf(call)
  if (conversation.isArchived) throw new Refusal('is_archived')
  const mayPostAnywhere = conversation.kind === 'public' && scopes.has('chat:write.public')
  if (!conversation.members.has(workspace.botUserId) && !mayPostAnywhere) throw new Refusal('not_in_channel')
  if (conversation.isRestricted) throw new Refusal('restricted_action')
  return conversation
}

/** Throws unless the thread is there; a reply's `ts` is not a thread. */
export function checkThread(conversation: Conversation, threadTs: string | undefined): void {
  if (threadTs === undefined) return
  if (!/^\d{10}\.\d{6}$/u.test(threadTs)) {
    throw new Refusal('invalid_thread_ts', {
      response_metadata: { messages: [`[ERROR] ${threadTs} is not a valid thread_ts`] },
    })
  }
  const parent = conversation.messages.get(threadTs)
  if (parent === undefined) throw new Refusal('thread_not_found')
  if (parent.threadTs !== undefined && parent.threadTs !== threadTs) {
    throw new Refusal('cannot_reply_to_message')
  }
}
