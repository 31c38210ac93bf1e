// Makes and removes the guilds, channels, roles and members of the fake Discord, and tells the gateway. Posts nothing.
import { ALL_PERMISSIONS, permissionBits, USUAL_PERMISSIONS, type PermissionName } from './permissions.ts'
import { channelShape, fullMemberShape, guildCreateShape, roleShape } from './shapes.ts'
import { CHANNEL_TYPE, expectIn, INTENT, isThread } from './world.ts'
import type { FakeChannel, FakeGuild, FakeMember, FakeRole, FakeUser, World } from './world.ts'

export interface RoleOptions {
  readonly id?: string
  readonly name: string
  /** By default none beyond those of everyone. */
  readonly permissions?: readonly PermissionName[]
  readonly isMentionable?: boolean
}

export interface MemberOptions {
  readonly id?: string
  readonly name: string
  /** Names or ids of roles of the guild. */
  readonly roles?: readonly string[]
}

export interface ChannelOptions {
  readonly id?: string
  readonly name: string
  readonly type?: 'text' | 'news' | 'forum' | 'voice'
}

export interface GuildOptions {
  readonly id?: string
  readonly name: string
  readonly roles?: readonly RoleOptions[]
  readonly members?: readonly MemberOptions[]
  readonly channels?: readonly ChannelOptions[]
  /** What the bot's own role grants, beside what everyone may; by default the usual permissions. */
  readonly botPermissions?: readonly PermissionName[]
  /** What everyone may; by default the usual permissions. */
  readonly everyonePermissions?: readonly PermissionName[]
}

/** Ids by name. */
export interface AddedGuild {
  readonly id: string
  readonly ownerId: string
  readonly channels: Readonly<Record<string, string>>
  readonly members: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
}

export function addUser(world: World, name: string, id: string = world.clock.nextId()): FakeUser {
  const user = world.users.get(id) ?? { id, name, isBot: false, acceptsDirectMessages: true }
  world.users.set(id, user)
  return user
}

function makeRole(
  world: World,
  guild: FakeGuild,
  options: RoleOptions,
  permissions: bigint,
  isManaged = false,
): FakeRole {
  const role: FakeRole = {
    id: options.id ?? world.clock.nextId(),
    name: options.name,
    permissions,
    isMentionable: options.isMentionable ?? false,
    position: guild.roles.size,
    isManaged,
  }
  guild.roles.set(role.id, role)
  return role
}

function makeChannel(world: World, guildId: string, options: ChannelOptions): FakeChannel {
  const channel: FakeChannel = {
    id: options.id ?? world.clock.nextId(),
    type: CHANNEL_TYPE[options.type ?? 'text'],
    guildId,
    name: options.name,
    position: [...world.channels.values()].filter((other) => other.guildId === guildId).length,
    overwrites: new Map(),
  }
  world.channels.set(channel.id, channel)
  return channel
}

function makeMember(world: World, guild: FakeGuild, userId: string, roles: readonly string[]): FakeMember {
  const roleIds = roles.map((named) => {
    const role = [...guild.roles.values()].find(({ id, name }) => id === named || name === named)
    if (role === undefined) throw new Error(`The guild ${guild.name} has no role ${named}`)
    return role.id
  })
  const member: FakeMember = { userId, roleIds, joinedAt: world.clock.now() }
  guild.members.set(userId, member)
  return member
}

/** Makes a guild with the bot in it and tells the sessions (GUILD_CREATE). */
export function addGuild(world: World, options: GuildOptions): AddedGuild {
  const id = options.id ?? world.clock.nextId()
  const owner = addUser(world, `Propriétaire de ${options.name}`)
  const guild: FakeGuild = {
    id,
    name: options.name,
    ownerId: owner.id,
    roles: new Map(),
    members: new Map(),
    hasBot: true,
    isUnavailable: false,
  }
  world.guilds.set(id, guild)
  const everyone = options.everyonePermissions
  makeRole(
    world,
    guild,
    { id, name: '@everyone' },
    everyone === undefined ? USUAL_PERMISSIONS : permissionBits(everyone),
  )
  const botBits =
    options.botPermissions === undefined ? USUAL_PERMISSIONS : permissionBits(options.botPermissions)
  const botRole = makeRole(world, guild, { name: 'Pressoir' }, botBits, true)
  makeMember(world, guild, world.botId, [botRole.id])
  makeMember(world, guild, owner.id, [])
  const roles = (options.roles ?? []).map((role) =>
    makeRole(world, guild, role, permissionBits(role.permissions ?? [])),
  )
  const members = (options.members ?? []).map((member) => {
    const user = addUser(world, member.name, member.id)
    makeMember(world, guild, user.id, member.roles ?? [])
    return user
  })
  const channels = (options.channels ?? [{ name: 'général' }]).map((channel) =>
    makeChannel(world, id, channel),
  )
  emitGuildCreate(world, guild)
  return { id, ownerId: owner.id, channels: byName(channels), members: byName(members), roles: byName(roles) }
}

const byName = (named: readonly { readonly id: string; readonly name: string }[]): Record<string, string> =>
  Object.fromEntries(named.map(({ id, name }) => [name, id]))

function emitGuildCreate(world: World, guild: FakeGuild): void {
  world.emit({
    name: 'GUILD_CREATE',
    data: guildCreateShape(world, guild),
    guildId: guild.id,
    intent: INTENT.guilds,
  })
}

/** The bot is removed from the guild: GUILD_DELETE, then 50001 and 10004. */
export function removeGuild(world: World, guildId: string): void {
  const guild = expectIn(world.guilds, guildId, 'guild')
  world.emit({ name: 'GUILD_DELETE', data: { id: guildId }, guildId, intent: INTENT.guilds })
  guild.hasBot = false
}

/** The bot comes back to a guild from which it was removed. */
export function returnToGuild(world: World, guildId: string): void {
  const guild = expectIn(world.guilds, guildId, 'guild')
  guild.hasBot = true
  emitGuildCreate(world, guild)
}

/** An outage of the guild: GUILD_DELETE with `unavailable`, later GUILD_CREATE. The configuration must survive it. */
export function setGuildAvailable(world: World, guildId: string, isAvailable: boolean): void {
  const guild = expectIn(world.guilds, guildId, 'guild')
  guild.isUnavailable = !isAvailable
  if (isAvailable) emitGuildCreate(world, guild)
  else
    world.emit({
      name: 'GUILD_DELETE',
      data: { id: guildId, unavailable: true },
      guildId,
      intent: INTENT.guilds,
    })
}

export function addChannel(world: World, guildId: string, options: ChannelOptions): string {
  expectIn(world.guilds, guildId, 'guild')
  const channel = makeChannel(world, guildId, options)
  emitChannel(world, channel, 'CHANNEL_CREATE')
  return channel.id
}

/** Deletes a channel with its threads and messages: 10003 from now on. */
export function deleteChannel(world: World, channelId: string): void {
  const channel = expectIn(world.channels, channelId, 'channel')
  const threads = [...world.channels.values()].filter(({ parentId }) => parentId === channelId)
  const data = channelShape(world, channel)
  for (const { id } of [channel, ...threads]) {
    world.channels.delete(id)
    for (const message of world.history.get(id) ?? []) message.isDeleted = true
    world.history.delete(id)
  }
  const name = isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE'
  world.emit({
    name,
    data,
    intent: INTENT.guilds,
    ...(channel.guildId === undefined ? {} : { guildId: channel.guildId }),
  })
}

export function emitChannel(world: World, channel: FakeChannel, name: string): void {
  const { guildId } = channel
  world.emit({
    name,
    data: channelShape(world, channel),
    intent: INTENT.guilds,
    ...(guildId === undefined ? {} : { guildId }),
  })
}

/** Takes permissions of the bot away in a channel, or gives them back; `isTold` false: its cache stays stale. */
export function setBotPermissions(
  world: World,
  channelId: string,
  names: readonly PermissionName[],
  isAllowed: boolean,
  isTold = true,
): void {
  const channel = expectIn(world.channels, channelId, 'channel')
  const overwrite = channel.overwrites.get(world.botId) ?? {
    id: world.botId,
    kind: 'member',
    allow: 0n,
    deny: 0n,
  }
  const bits = permissionBits(names)
  overwrite.deny = isAllowed ? overwrite.deny & ~bits : overwrite.deny | bits
  overwrite.allow = isAllowed ? overwrite.allow | bits : overwrite.allow & ~bits
  channel.overwrites.set(world.botId, overwrite)
  if (isTold) emitChannel(world, channel, 'CHANNEL_UPDATE')
}

export function addRole(world: World, guildId: string, options: RoleOptions): string {
  const guild = expectIn(world.guilds, guildId, 'guild')
  const role = makeRole(world, guild, options, permissionBits(options.permissions ?? []))
  emitRole(world, guild, role, 'GUILD_ROLE_CREATE')
  return role.id
}

/** Replaces what a role grants; `ADMINISTRATOR` grants all. */
export function setRolePermissions(
  world: World,
  guildId: string,
  roleId: string,
  names: readonly PermissionName[],
): void {
  const guild = expectIn(world.guilds, guildId, 'guild')
  const role = expectIn(guild.roles, roleId, 'role')
  role.permissions = names.includes('ADMINISTRATOR') ? ALL_PERMISSIONS : permissionBits(names)
  emitRole(world, guild, role, 'GUILD_ROLE_UPDATE')
}

export function deleteRole(world: World, guildId: string, roleId: string): void {
  const guild = expectIn(world.guilds, guildId, 'guild')
  guild.roles.delete(roleId)
  for (const member of guild.members.values()) member.roleIds = member.roleIds.filter((id) => id !== roleId)
  const data = { guild_id: guildId, role_id: roleId }
  world.emit({ name: 'GUILD_ROLE_DELETE', data, guildId, intent: INTENT.guilds })
}

function emitRole(world: World, guild: FakeGuild, role: FakeRole, name: string): void {
  const data = { guild_id: guild.id, role: roleShape(role, guild.id) }
  world.emit({ name, data, guildId: guild.id, intent: INTENT.guilds })
}

export function addMember(world: World, guildId: string, options: MemberOptions): string {
  const guild = expectIn(world.guilds, guildId, 'guild')
  const user = addUser(world, options.name, options.id)
  const member = makeMember(world, guild, user.id, options.roles ?? [])
  const data = { ...fullMemberShape(world, member), guild_id: guildId }
  world.emit({ name: 'GUILD_MEMBER_ADD', data, guildId, intent: INTENT.members })
  return user.id
}

/** The private channel between the bot and a user, made at the first need. */
export function directChannel(world: World, userId: string): FakeChannel {
  const known = [...world.channels.values()].find(({ recipientId }) => recipientId === userId)
  if (known !== undefined) return known
  const channel: FakeChannel = {
    id: world.clock.nextId(),
    type: CHANNEL_TYPE.direct,
    recipientId: userId,
    name: '',
    position: 0,
    overwrites: new Map(),
  }
  world.channels.set(channel.id, channel)
  return channel
}
