// Messages, people and channels as Slack's Web API and its payloads show them. Reads the workspace, changes nothing.
import { isRecord, type Json } from './json.ts'
import { repliesOf, type Conversation, type Person, type StoredMessage, type Workspace } from './workspace.ts'

/** Slack keeps texts with its three control characters escaped, plain texts too (slackapi/bolt-python#513). */
function escapeStored(text: string): string {
  return text.replaceAll(/&(?!(?:amp|lt|gt);)/gu, '&amp;').replaceAll(/<(?![@#!]|[a-z]+:)/giu, '&lt;')
}

function escapePlain(text: string): string {
  return text
    .replaceAll(/&(?!(?:amp|lt|gt);)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Blocks as they come back: the plain texts in them escaped. */
export function storedBlocks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storedBlocks)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, storedBlocks(inner)] as const)
  const copy = Object.fromEntries(entries)
  if (value['type'] === 'plain_text' && typeof value['text'] === 'string') {
    copy['text'] = escapePlain(value['text'])
  }
  return copy
}

export function messageForm(workspace: Workspace, message: StoredMessage, hasMetadata: boolean): Json {
  const conversation = workspace.conversations.get(message.channel)
  const replies = conversation === undefined ? [] : repliesOf(conversation, message.ts)
  const lastReply = replies.at(-1)
  return {
    type: 'message',
    ...(message.isTombstone ? { subtype: 'tombstone' } : {}),
    user: message.isTombstone ? 'USLACKBOT' : message.user,
    ts: message.ts,
    ...(message.isFromBot ? { bot_id: workspace.botId, app_id: workspace.appId } : {}),
    text: escapeStored(message.text),
    team: workspace.teamId,
    ...(message.blocks.length > 0 ? { blocks: storedBlocks(message.blocks) } : {}),
    ...(message.isEdited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(lastReply === undefined
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map(({ user }) => user))],
          latest_reply: lastReply.ts,
        }),
    ...(hasMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }
}

export function conversationForm(workspace: Workspace, conversation: Conversation): Json {
  const isMember = conversation.members.has(workspace.botUserId)
  const common = {
    id: conversation.id,
    is_archived: conversation.isArchived,
    is_mpim: false,
    is_member: isMember,
  }
  if (conversation.kind === 'direct') {
    const user = [...conversation.members].find((each) => each !== workspace.botUserId)
    return {
      ...common,
      is_im: true,
      is_channel: false,
      is_group: false,
      is_private: true,
      user,
      is_open: true,
    }
  }
  return {
    ...common,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_private: conversation.kind === 'private',
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    num_members: conversation.members.size,
    context_team_id: workspace.teamId,
  }
}

export function personForm(workspace: Workspace, person: Person): Json {
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    real_name: person.name,
    deleted: person.isDeactivated,
    tz: person.timeZone,
    profile: { real_name: person.name, display_name: person.name, team: person.teamId },
    is_admin: person.isAdmin,
    is_owner: person.isOwner,
    is_primary_owner: false,
    is_restricted: person.isRestricted,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    ...(person.teamId === workspace.teamId ? {} : { is_stranger: true }),
  }
}
