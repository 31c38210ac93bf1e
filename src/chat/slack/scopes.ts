// What the app asks of Slack, once for the manifest, for `doctor` and for tests. Asks for nothing itself.

/** The rights of the bot, each with what it is for; docs.slack.dev, reference/scopes. */
const SCOPES = {
  /** Mentions in channels and threads. */
  'app_mentions:read': 'app_mention',
  /** Looking for a doubtful message before it is sent again; so are the three other histories. */
  'channels:history': 'conversations.history',
  /** Whether a channel is there, archived, and ours; so is groups:read. */
  'channels:read': 'conversations.info',
  'chat:write': 'chat.postMessage',
  commands: 'slash commands and forms',
  /** Pictures. */
  'files:write': 'files.completeUploadExternal',
  'groups:history': 'conversations.history',
  'groups:read': 'conversations.info',
  'im:history': 'message.im and conversations.history',
  /** A subscription comes as a private message. */
  'im:write': 'conversations.open',
  'mpim:history': 'conversations.history',
  /** Names, and who is an administrator. */
  'users:read': 'users.info',
} as const

export const BOT_SCOPES: readonly string[] = Object.keys(SCOPES)

/** docs.slack.dev, reference/events. */
export const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'member_joined_channel',
  'message.im',
  'tokens_revoked',
] as const
