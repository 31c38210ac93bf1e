// Who may do what in a channel of the fake Discord, computed as Discord documents it. Changes nothing.
import { refusal } from './api-error.ts'
import { isThread, type FakeChannel, type FakeGuild, type World } from './world.ts'

/** Bits; discord-api-docs, topics/permissions. */
export const PERMISSION = {
  KICK_MEMBERS: 1n << 1n,
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  MANAGE_ROLES: 1n << 28n,
  MANAGE_WEBHOOKS: 1n << 29n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const

export type PermissionName = keyof typeof PERMISSION

export const permissionBits = (names: readonly PermissionName[]): bigint =>
  names.reduce((bits, name) => bits | PERMISSION[name], 0n)

export const ALL_PERMISSIONS = permissionBits(['ADMINISTRATOR']) | ((1n << 53n) - 1n)

/** What a member of a new guild may do; bots are invited with the same in most tests. */
export const USUAL_PERMISSIONS = permissionBits([
  'ADD_REACTIONS',
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'USE_APPLICATION_COMMANDS',
  'CREATE_PUBLIC_THREADS',
  'SEND_MESSAGES_IN_THREADS',
])

/** The permissions of a member over the whole guild; none for one who is not in it. */
function guildPermissions(guild: FakeGuild, userId: string): bigint {
  if (guild.ownerId === userId) return ALL_PERMISSIONS
  const member = guild.members.get(userId)
  if (member === undefined) return 0n
  const bits = [guild.id, ...member.roleIds].reduce(
    (sum, roleId) => sum | (guild.roles.get(roleId)?.permissions ?? 0n),
    0n,
  )
  return (bits & PERMISSION.ADMINISTRATOR) === 0n ? bits : ALL_PERMISSIONS
}

/** The permissions of a user in a channel, overwrites applied; a thread has those of its parent. */
export function permissionsIn(world: World, channel: FakeChannel, userId: string): bigint {
  if (channel.guildId === undefined) return USUAL_PERMISSIONS
  const guild = world.guilds.get(channel.guildId)
  if (guild === undefined) return 0n
  const base = guildPermissions(guild, userId)
  if (base === ALL_PERMISSIONS) return base
  const place = isThread(channel) ? world.channels.get(channel.parentId ?? '') : channel
  const roleIds = guild.members.get(userId)?.roleIds ?? []
  const overwrites = [...(place?.overwrites.values() ?? [])]
  const apply = (bits: bigint, chosen: typeof overwrites): bigint => {
    const deny = chosen.reduce((sum, overwrite) => sum | overwrite.deny, 0n)
    const allow = chosen.reduce((sum, overwrite) => sum | overwrite.allow, 0n)
    return (bits & ~deny) | allow
  }
  const forAll = apply(
    base,
    overwrites.filter((overwrite) => overwrite.id === guild.id),
  )
  const forRoles = apply(
    forAll,
    overwrites.filter((overwrite) => overwrite.kind === 'role' && roleIds.includes(overwrite.id)),
  )
  return apply(
    forRoles,
    overwrites.filter((overwrite) => overwrite.kind === 'member' && overwrite.id === userId),
  )
}

export const may = (world: World, channel: FakeChannel, name: PermissionName): boolean =>
  (permissionsIn(world, channel, world.botId) & PERMISSION[name]) !== 0n

/** The channel, if the bot can see it: 10003 when it is gone, 50001 when hidden or the bot was removed. */
export function visibleChannel(world: World, channelId: string): FakeChannel {
  const channel = world.channels.get(channelId)
  if (channel === undefined) throw refusal('unknown-channel')
  if (channel.guildId !== undefined && world.guilds.get(channel.guildId)?.hasBot !== true)
    throw refusal('missing-access')
  if (!may(world, channel, 'VIEW_CHANNEL')) throw refusal('missing-access')
  return channel
}

/** Throws 50013 unless the bot may. */
export function demand(world: World, channel: FakeChannel, name: PermissionName): void {
  if (!may(world, channel, name)) throw refusal('missing-permissions')
}
