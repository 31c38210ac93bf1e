// conversations.* and users.conversations: what stands in channels, and which there are. Posts nothing.
import {
  conversationOf,
  requireKindScope,
  requireScope,
  type ApiCall,
  type ApiMethods,
} from './api-method.ts'
import { flagArgument, numberArgument, textArgument, type Json } from './json.ts'
import { Refusal } from './refusal.ts'
import { conversationForm, messageForm } from './stored-form.ts'
import { directConversation, repliesOf, type Conversation, type StoredMessage } from './workspace.ts'

const PAGE = ['limit', 'cursor']
const WINDOW = ['channel', 'oldest', 'latest', 'inclusive', 'include_all_metadata', ...PAGE]

export const CONVERSATION_METHODS: ApiMethods = {
  'conversations.history': {
    token: 'bot',
    takes: WINDOW,
    scopes: [],
    run(call) {
      const conversation = readableConversation(call)
      const messages = [...conversation.messages.values()]
        .filter(({ ts, threadTs, isBroadcast }) => threadTs === undefined || threadTs === ts || isBroadcast)
        .filter(inWindow(call.args))
        .toSorted((left, right) => (left.ts < right.ts ? 1 : -1))
      return messagePage(call, messages)
    },
  },
  'conversations.replies': {
    token: 'bot',
    takes: [...WINDOW, 'ts'],
    scopes: [],
    run(call) {
      const conversation = readableConversation(call)
      const asked = conversation.messages.get(textArgument(call.args, 'ts') ?? '')
      const parent = asked?.threadTs === undefined ? asked : conversation.messages.get(asked.threadTs)
      if (parent === undefined) throw new Refusal('thread_not_found')
      const replies = repliesOf(conversation, parent.ts).filter(inWindow(call.args))
      return messagePage(call, [parent, ...replies])
    },
  },
  'conversations.info': {
    token: 'bot',
    takes: ['channel', 'include_num_members', 'include_locale'],
    scopes: [],
    run(call) {
      const conversation = conversationOf(call)
      requireKindScope(call.state, conversation, 'read')
      return { channel: conversationForm(call.state.workspace, conversation) }
    },
  },
  'conversations.open': {
    token: 'bot',
    takes: ['users', 'channel', 'return_im', 'prevent_creation'],
    scopes: ['im:write'],
    run({ state, args }) {
      const id = textArgument(args, 'users') ?? ''
      if (id.includes(',')) throw new Refusal('method_not_supported_for_channel_type')
      const person = state.workspace.people.get(id)
      if (person === undefined) throw new Refusal('user_not_found')
      if (person.isBot) throw new Refusal('cannot_dm_bot')
      if (person.isDeactivated) throw new Refusal('user_disabled')
      const conversation = directConversation(state.workspace, id)
      const hasAll = flagArgument(args, 'return_im') === true
      return { channel: hasAll ? conversationForm(state.workspace, conversation) : { id: conversation.id } }
    },
  },
  'conversations.list': {
    token: 'bot',
    takes: ['types', 'exclude_archived', 'team_id', ...PAGE],
    scopes: [],
    run: (call) => conversationPage(call, isVisible),
  },
  'users.conversations': {
    token: 'bot',
    takes: ['types', 'exclude_archived', 'team_id', 'user', ...PAGE],
    scopes: [],
    run: (call) => conversationPage(call, isOfBot),
  },
}

/** The bot reads where it is a member. */
function readableConversation(call: ApiCall): Conversation {
  const conversation = conversationOf(call)
  requireKindScope(call.state, conversation, 'history')
  if (!conversation.members.has(call.state.workspace.botUserId)) throw new Refusal('not_in_channel')
  return conversation
}

/** Between `oldest` and `latest`, both left out unless `inclusive`. */
function inWindow(args: Json): (message: StoredMessage) => boolean {
  const oldest = numberArgument(args, 'oldest') ?? 0
  const latest = numberArgument(args, 'latest') ?? Number.POSITIVE_INFINITY
  const isInclusive = flagArgument(args, 'inclusive') ?? false
  return ({ ts }) => {
    const at = Number(ts)
    return isInclusive ? at >= oldest && at <= latest : at > oldest && at < latest
  }
}

function messagePage(call: ApiCall, messages: readonly StoredMessage[]): Json {
  const hasMetadata = flagArgument(call.args, 'include_all_metadata') ?? false
  const { page, next } = pageOf(call.args, messages)
  return {
    messages: page.map((message) => messageForm(call.state.workspace, message, hasMetadata)),
    has_more: next !== '',
    pin_count: 0,
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  }
}

/** docs.slack.dev: 100 unless told, fewer than 1,000. */
function pageOf<Item>(
  args: Json,
  all: readonly Item[],
): { readonly page: readonly Item[]; readonly next: string } {
  const limit = numberArgument(args, 'limit') ?? 100
  if (limit < 1 || limit > 999) throw new Refusal('invalid_limit')
  const cursor = textArgument(args, 'cursor') ?? ''
  const start =
    cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString('utf8').replace('next:', ''))
  if (!Number.isInteger(start)) throw new Refusal('invalid_cursor')
  const end = start + limit
  const next = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { page: all.slice(start, end), next }
}

const KINDS = { public_channel: 'public', private_channel: 'private', im: 'direct' } as const

function conversationPage(
  call: ApiCall,
  isShown: (call: ApiCall, conversation: Conversation) => boolean,
): Json {
  const { state, args } = call
  const types = (textArgument(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim())
  const known = Object.entries(KINDS).filter(([type]) => types.includes(type))
  if (known.length < types.filter((type) => type !== 'mpim').length) throw new Refusal('invalid_types')
  const scopeOf = { public: 'channels:read', private: 'groups:read', direct: 'im:read' } as const
  for (const [, kind] of known) requireScope(state, scopeOf[kind])
  const hasArchived = flagArgument(args, 'exclude_archived') !== true
  const shown = [...state.workspace.conversations.values()]
    .filter(({ kind }) => known.some(([, each]) => each === kind))
    .filter(({ isArchived }) => hasArchived || !isArchived)
    .filter((conversation) => isShown(call, conversation))
  const { page, next } = pageOf(args, shown)
  return {
    channels: page.map((conversation) => conversationForm(state.workspace, conversation)),
    response_metadata: { next_cursor: next },
  }
}

function isVisible({ state }: ApiCall, conversation: Conversation): boolean {
  return conversation.kind === 'public' || conversation.members.has(state.workspace.botUserId)
}

function isOfBot(call: ApiCall, conversation: Conversation): boolean {
  const user = textArgument(call.args, 'user') ?? call.state.workspace.botUserId
  return isVisible(call, conversation) && conversation.members.has(user)
}
