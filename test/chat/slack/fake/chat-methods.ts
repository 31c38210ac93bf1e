// chat.*: posting, changing and deleting messages. Knows no transport, keeps no limit of speed.
import {
  checkThread,
  conversationOf,
  postingConversation,
  type ApiCall,
  type ApiMethods,
} from './api-method.ts'
import { POST_TEXT_CHARACTERS, UPDATE_TEXT_CHARACTERS } from './block-limits.ts'
import { withIdentifiers } from './block-check.ts'
import { checkContent, checkHasSomething, type Content } from './content-check.ts'
import { flagArgument, textArgument, type Json } from './json.ts'
import { Refusal } from './refusal.ts'
import { messageForm } from './stored-form.ts'
import { addMessage, removeMessage, type StoredMessage } from './workspace.ts'

const CONTENT = [
  'channel',
  'text',
  'blocks',
  'thread_ts',
  'link_names',
  'parse',
  'unfurl_links',
  'unfurl_media',
]

export const CHAT_METHODS: ApiMethods = {
  'chat.postMessage': {
    token: 'bot',
    takes: [...CONTENT, 'metadata', 'reply_broadcast', 'mrkdwn'],
    scopes: ['chat:write'],
    run: postMessage,
  },
  'chat.postEphemeral': {
    token: 'bot',
    takes: [...CONTENT, 'user'],
    scopes: ['chat:write'],
    run: postEphemeral,
  },
  'chat.update': {
    token: 'bot',
    takes: [...CONTENT, 'ts', 'metadata', 'reply_broadcast'],
    scopes: ['chat:write'],
    run: updateMessage,
  },
  'chat.delete': { token: 'bot', takes: ['channel', 'ts'], scopes: ['chat:write'], run: deleteMessage },
  'chat.getPermalink': {
    token: 'bot',
    takes: ['channel', 'message_ts'],
    scopes: [],
    run(call) {
      const conversation = conversationOf(call)
      const ts = textArgument(call.args, 'message_ts') ?? ''
      if (!conversation.messages.has(ts)) throw new Refusal('message_not_found')
      const permalink = `https://essai.slack.com/archives/${conversation.id}/p${ts.replace('.', '')}`
      return { channel: conversation.id, permalink }
    },
  },
}

function postMessage(call: ApiCall): Json {
  const { args, state } = call
  const conversation = postingConversation(call)
  const content = checkContent(args, POST_TEXT_CHARACTERS)
  checkHasSomething(content)
  blameMissingText(call, content)
  const threadTs = textArgument(args, 'thread_ts')
  checkThread(conversation, threadTs)
  const message = addMessage(state.workspace, {
    channel: conversation.id,
    user: state.workspace.botUserId,
    isFromBot: true,
    text: content.text ?? '',
    blocks: content.blocks ?? [],
    metadata: content.metadata,
    threadTs,
    isBroadcast: flagArgument(args, 'reply_broadcast') ?? false,
    unfurlsLinks: flagArgument(args, 'unfurl_links') ?? true,
    unfurlsMedia: flagArgument(args, 'unfurl_media') ?? true,
    linksNames: linksNames(args),
  })
  tell(call, message, undefined, false)
  const shown = messageForm(state.workspace, message, true)
  return { channel: conversation.id, ts: message.ts, message: shown }
}

function postEphemeral(call: ApiCall): Json {
  const { args, state } = call
  const { workspace } = state
  const conversation = postingConversation(call)
  const user = textArgument(args, 'user') ?? ''
  const content = checkContent(args, POST_TEXT_CHARACTERS)
  checkHasSomething(content)
  blameMissingText(call, content)
  if (!conversation.members.has(user)) throw new Refusal('user_not_in_channel')
  const threadTs = textArgument(args, 'thread_ts')
  checkThread(conversation, threadTs)
  const ephemeral = {
    ts: workspace.nextTs(),
    channel: conversation.id,
    user,
    text: content.text ?? '',
    blocks: withIdentifiers(content.blocks ?? []),
    threadTs,
  }
  workspace.ephemerals.push(ephemeral)
  tell(call, ephemeral, user, false)
  return { message_ts: ephemeral.ts }
}

function ownMessage(call: ApiCall, refusal: string): StoredMessage {
  const message = conversationOf(call).messages.get(textArgument(call.args, 'ts') ?? '')
  if (message === undefined || message.isTombstone) throw new Refusal('message_not_found')
  if (!message.isFromBot) throw new Refusal(refusal)
  return message
}

/** What is left out stays as it was; an empty array takes the blocks away. */
function updateMessage(call: ApiCall): Json {
  const { args, state } = call
  const message = ownMessage(call, 'cant_update_message')
  if (conversationOf(call).isArchived) throw new Refusal('is_archived')
  const content = checkContent(args, UPDATE_TEXT_CHARACTERS)
  if (content.text === undefined && content.blocks === undefined) throw new Refusal('no_text')
  const blocks = content.blocks === undefined ? message.blocks : withIdentifiers(content.blocks)
  const text = content.text ?? message.text
  checkHasSomething({ text, blocks, metadata: undefined })
  message.text = text
  message.blocks = blocks
  message.metadata = content.metadata ?? message.metadata
  message.isEdited = true
  blameMissingText(call, { ...content, text, blocks })
  tell(call, message, undefined, true)
  return {
    channel: message.channel,
    ts: message.ts,
    text,
    message: messageForm(state.workspace, message, true),
  }
}

function deleteMessage(call: ApiCall): Json {
  const message = ownMessage(call, 'cant_delete_message')
  const conversation = conversationOf(call)
  removeMessage(conversation, message.ts)
  call.state.journal.tell({ kind: 'deleted', interaction: undefined, ts: message.ts })
  return { channel: conversation.id, ts: message.ts }
}

function linksNames(args: Json): boolean {
  return flagArgument(args, 'link_names') === true || textArgument(args, 'parse') === 'full'
}

function blameMissingText({ state, method }: ApiCall, { text, blocks }: Content): void {
  if ((text ?? '').trim() !== '' || blocks === undefined) return
  state.journal.blame({ kind: 'no-fallback-text', method, detail: 'blocks without text' })
}

function tell(
  { state, method }: ApiCall,
  message: Pick<StoredMessage, 'channel' | 'ts' | 'threadTs' | 'text' | 'blocks'>,
  onlyFor: string | undefined,
  isReplacement: boolean,
): void {
  const via = method === 'chat.postEphemeral' || method === 'chat.update' ? method : 'chat.postMessage'
  const { channel, ts, threadTs, text, blocks } = message
  state.journal.tell({
    kind: 'message',
    via,
    interaction: undefined,
    channel,
    onlyFor,
    ts,
    threadTs,
    text,
    blocks,
    isReplacement,
  })
}
