// The JSON in which Discord shows users, members, guilds, channels and messages. Changes nothing.
import { recordsOf, type Json } from './json.ts'
import { pingsOf } from './pings.ts'
import { permissionsIn } from './permissions.ts'
import { CHANNEL_TYPE, historyOf, isThread, threadOf } from './world.ts'
import type { FakeChannel, FakeGuild, FakeMember, FakeRole, FakeUser, StoredMessage, World } from './world.ts'

const moment = (instant: number): string => new Date(instant).toISOString()

const userShape = (user: FakeUser): Json => ({
  id: user.id,
  username: user.name.toLowerCase().replaceAll(' ', '_'),
  global_name: user.isBot ? null : user.name,
  discriminator: user.isBot ? '0001' : '0',
  avatar: null,
  bot: user.isBot,
  public_flags: 0,
  flags: 0,
})

export const userById = (world: World, id: string): Json => {
  const user = world.users.get(id)
  return user === undefined ? { id, username: 'inconnu', discriminator: '0', avatar: null } : userShape(user)
}

/** A member without its user, as events carry it beside the author. */
export const memberShape = (member: FakeMember): Json => ({
  nick: null,
  avatar: null,
  roles: member.roleIds,
  joined_at: moment(member.joinedAt),
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  communication_disabled_until: null,
})

export const fullMemberShape = (world: World, member: FakeMember): Json => ({
  ...memberShape(member),
  user: userById(world, member.userId),
})

export const roleShape = (role: FakeRole, guildId: string): Json => ({
  id: role.id,
  name: role.name,
  permissions: role.permissions.toString(),
  mentionable: role.isMentionable,
  position: role.position,
  managed: role.isManaged,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
  ...(role.isManaged && role.id !== guildId ? { tags: {} } : {}),
})

export function channelShape(world: World, channel: FakeChannel): Json {
  const last = channel.lastMessageId ?? null
  if (channel.type === CHANNEL_TYPE.direct)
    return {
      id: channel.id,
      type: channel.type,
      last_message_id: last,
      flags: 0,
      recipients: [userById(world, channel.recipientId ?? '')],
    }
  const shared = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    last_message_id: last,
    rate_limit_per_user: 0,
    flags: 0,
  }
  if (isThread(channel)) return { ...shared, ...threadShape(world, channel) }
  return {
    ...shared,
    position: channel.position,
    topic: null,
    nsfw: false,
    permission_overwrites: [...channel.overwrites.values()].map((overwrite) => ({
      id: overwrite.id,
      type: overwrite.kind === 'role' ? 0 : 1,
      allow: overwrite.allow.toString(),
      deny: overwrite.deny.toString(),
    })),
    ...(channel.type === CHANNEL_TYPE.forum ? { available_tags: [], default_reaction_emoji: null } : {}),
  }
}

function threadShape(world: World, channel: FakeChannel): Json {
  const { thread } = channel
  if (thread === undefined) return {}
  const count = historyOf(world, channel.id).filter((message) => message.type !== 21).length
  return {
    owner_id: thread.ownerId,
    message_count: count,
    total_message_sent: count,
    member_count: 1,
    thread_metadata: {
      archived: thread.isArchived,
      locked: thread.isLocked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: moment(thread.changedAt),
      create_timestamp: moment(thread.createdAt),
    },
    member: { id: channel.id, user_id: world.botId, join_timestamp: moment(thread.createdAt), flags: 1 },
  }
}

const channelsOf = (world: World, guildId: string): readonly FakeChannel[] =>
  [...world.channels.values()].filter((channel) => channel.guildId === guildId)

export const plainChannelsOf = (world: World, guildId: string): readonly FakeChannel[] =>
  channelsOf(world, guildId).filter((channel) => !isThread(channel))

export const activeThreadsOf = (world: World, guildId: string): readonly FakeChannel[] =>
  channelsOf(world, guildId).filter((channel) => channel.thread?.isArchived === false)

export const guildShape = (guild: FakeGuild): Json => ({
  id: guild.id,
  name: guild.name,
  owner_id: guild.ownerId,
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  features: [],
  emojis: [],
  stickers: [],
  roles: [...guild.roles.values()].map((role) => roleShape(role, guild.id)),
  afk_channel_id: null,
  afk_timeout: 300,
  application_id: null,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  preferred_locale: 'fr',
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  public_updates_channel_id: null,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  vanity_url_code: null,
  verification_level: 0,
  widget_enabled: false,
  widget_channel_id: null,
})

/** GUILD_CREATE: of the members only the bot, as without the intents for members and presences. */
export const guildCreateShape = (world: World, guild: FakeGuild): Json => ({
  ...guildShape(guild),
  joined_at: moment(guild.members.get(world.botId)?.joinedAt ?? 0),
  large: false,
  unavailable: false,
  member_count: guild.members.size,
  members: [guild.members.get(world.botId)]
    .filter((member) => member !== undefined)
    .map((member) => fullMemberShape(world, member)),
  channels: plainChannelsOf(world, guild.id).map((channel) => channelShape(world, channel)),
  threads: activeThreadsOf(world, guild.id).map((channel) => channelShape(world, channel)),
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
})

/** How a message is shown to the bot. `isReadable` false: content, embeds, files and components are blank. */
export function messageShape(
  world: World,
  message: StoredMessage,
  isReadable = true,
  isNested = false,
): Json {
  const channel = world.channels.get(message.channelId)
  const pings = pingsOf(message.content, message.allowedMentions)
  const thread = threadOf(world, message)
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userById(world, message.authorId),
    content: isReadable ? message.content : '',
    embeds: isReadable ? message.embeds : [],
    attachments: isReadable ? message.attachments : [],
    components: isReadable ? message.components : [],
    timestamp: moment(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : moment(message.editedAt),
    flags: message.flags,
    mention_everyone: pings.everyone,
    mentions: mentionedUsers(world, message, pings.users),
    mention_roles: pings.roles,
    pinned: false,
    tts: false,
    ...(message.authorId === world.botId && message.interaction !== undefined
      ? {
          application_id: world.applicationId,
          webhook_id: world.applicationId,
          ...interactionShape(world, message),
        }
      : {}),
    ...(isNested ? {} : referenceShape(world, message, channel?.guildId, isReadable)),
    ...(thread === undefined ? {} : { thread: channelShape(world, thread) }),
  }
}

/** Whom a message mentions: those who are pinged, and the author that a reply answers. */
function mentionedUsers(world: World, message: StoredMessage, ids: readonly string[]): readonly Json[] {
  const answered = world.messages.get(message.referenceId ?? '')
  const isAnswering = message.type === 19 && message.allowedMentions?.['replied_user'] !== false
  const all = isAnswering && answered !== undefined ? [...ids, answered.authorId] : ids
  return [...new Set(all)].filter((id) => world.users.has(id)).map((id) => userById(world, id))
}

function interactionShape(world: World, message: StoredMessage): Json {
  const { interaction } = message
  if (interaction === undefined) return {}
  return {
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user: userById(world, interaction.userId),
      authorizing_integration_owners: {},
      ...(interaction.commandName === undefined ? {} : { name: interaction.commandName }),
    },
  }
}

function referenceShape(
  world: World,
  message: StoredMessage,
  guildId: string | undefined,
  isReadable: boolean,
): Json {
  if (message.referenceId === undefined) return {}
  const target = world.messages.get(message.referenceId)
  return {
    message_reference: {
      type: 0,
      message_id: message.referenceId,
      channel_id: target?.channelId ?? message.channelId,
      guild_id: guildId,
    },
    referenced_message:
      target === undefined || target.isDeleted
        ? null
        : messageShape(world, target, isReadable || target.authorId === world.botId, true),
  }
}

/** A member as an interaction carries it: with its user and its permissions in the channel. */
export function interactionMember(
  world: World,
  channel: FakeChannel,
  userId: string,
  permissions?: bigint,
): Json {
  const guild = world.guilds.get(channel.guildId ?? '')
  const member = guild?.members.get(userId)
  if (member === undefined) throw new Error(`The fake Discord has no member ${userId} in this guild`)
  return {
    ...fullMemberShape(world, member),
    permissions: (permissions ?? permissionsIn(world, channel, userId)).toString(),
  }
}

/** Components get ids in reading order, as Discord deals them to those that have none. */
export function numberComponents(components: readonly Json[]): readonly Json[] {
  let next = 0
  const number = (component: Json): Json => {
    next += 1
    const id = typeof component['id'] === 'number' && component['id'] > 0 ? component['id'] : next
    return {
      ...component,
      id,
      ...(component['components'] === undefined
        ? {}
        : { components: recordsOf(component['components']).map((child) => number(child)) }),
      ...(component['accessory'] === undefined
        ? {}
        : { accessory: recordsOf([component['accessory']]).map((child) => number(child))[0] }),
    }
  }
  return components.map((component) => number(component))
}
