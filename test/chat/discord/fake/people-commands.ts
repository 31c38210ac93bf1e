// Slash commands as people call them on the fake Discord: only what is registered, with the options that it takes.
import type { UserAction } from './action.ts'
import { INTERACTION_TYPE } from './interactions.ts'
import { isRecord, recordsOf, textOf, type Json } from './json.ts'
import { interact, placeOf, type Actor, type Stage } from './people.ts'
import { PERMISSION, permissionsIn } from './permissions.ts'
import { optionsUnder, type CommandBook } from './routes-commands.ts'
import { channelShape, fullMemberShape, roleShape, userById } from './shapes.ts'
import type { World } from './world.ts'

type OptionValue = string | number | boolean

export interface CommandOptions extends Actor {
  /** Without the slash. */
  readonly name: string
  readonly group?: string
  readonly subcommand?: string
  /** By name; users, channels and roles by their id. */
  readonly options?: Readonly<Record<string, OptionValue>>
}

export interface AutocompleteOptions extends CommandOptions {
  /** The option being typed; its text so far is in `options`. */
  readonly focused: string
}

const OPTION = { user: 6, channel: 7, role: 8, string: 3, integer: 4, boolean: 5, number: 10 } as const

/** Calls a command. Throws when a person could not: unknown, not permitted, an option missing or too long. */
export function command(stage: Stage, commands: CommandBook, options: CommandOptions): UserAction {
  const { registered, definitions } = lookUp(stage.world, commands, options)
  const given = Object.entries(options.options ?? {}).map(([name, value]) =>
    checked(definitions, name, value),
  )
  const missing = definitions.find(
    (definition) =>
      definition['required'] === true && options.options?.[textOf(definition['name'])] === undefined,
  )
  if (missing !== undefined) throw new Error(`/${options.name} needs the option ${textOf(missing['name'])}`)
  const data = { ...dataOf(registered, options, given), ...resolvedOf(stage.world, options, given) }
  return interact(stage, options, INTERACTION_TYPE.command, { data, commandName: fullName(options) })
}

/** Types in an option with autocomplete; the choices are in what is seen. */
export function autocomplete(stage: Stage, commands: CommandBook, options: AutocompleteOptions): UserAction {
  const { registered, definitions } = lookUp(stage.world, commands, options)
  const definition = definitions.find(({ name }) => name === options.focused)
  if (definition?.['autocomplete'] !== true)
    throw new Error(`The option ${options.focused} has no autocomplete`)
  const values = { [options.focused]: '', ...options.options }
  const given = Object.entries(values).map(([name, value]) => ({
    name,
    type: definitions.find((candidate) => candidate['name'] === name)?.['type'] ?? OPTION.string,
    value,
    ...(name === options.focused ? { focused: true } : {}),
  }))
  const data = dataOf(registered, options, given)
  return interact(stage, options, INTERACTION_TYPE.autocomplete, { data, commandName: fullName(options) })
}

const fullName = ({ name, group, subcommand }: CommandOptions): string =>
  [name, group, subcommand].filter((part) => part !== undefined).join(' ')

interface LookedUp {
  readonly registered: Json
  readonly definitions: readonly Json[]
}

function lookUp(world: World, commands: CommandBook, options: CommandOptions): LookedUp {
  const channel = placeOf(world, options)
  const registered = commands.find(options.name, channel.guildId)
  if (registered === undefined) throw new Error(`No command /${options.name} is registered`)
  if (channel.guildId !== undefined && world.guilds.get(channel.guildId)?.hasBot !== true)
    throw new Error('The bot is no longer in this guild: its commands are gone')
  const contexts = registered['contexts']
  const isDirect = channel.guildId === undefined
  if (
    Array.isArray(contexts)
      ? !contexts.includes(isDirect ? 1 : 0)
      : isDirect && registered['dm_permission'] === false
  )
    throw new Error(`/${options.name} is not offered here`)
  const needed = registered['default_member_permissions']
  const held = options.memberPermissions ?? permissionsIn(world, channel, options.user)
  if (!isDirect && typeof needed === 'string' && !holds(held, BigInt(needed)))
    throw new Error(`/${options.name} is not shown to this person: permissions are missing`)
  const path = [options.group, options.subcommand].filter((part) => part !== undefined)
  const definitions = optionsUnder(registered, path)
  if (definitions === undefined)
    throw new Error(`/${options.name} has no such subcommand, or needs one: ${path.join(' ')}`)
  return { registered, definitions }
}

/** A command that asks for 0 is for administrators alone. */
const holds = (held: bigint, needed: bigint): boolean =>
  (held & PERMISSION.ADMINISTRATOR) !== 0n || (needed !== 0n && (held & needed) === needed)

function checked(definitions: readonly Json[], name: string, value: OptionValue): Json {
  const definition = definitions.find((candidate) => candidate['name'] === name)
  if (definition === undefined) throw new Error(`There is no option ${name}`)
  const { type } = definition
  const choices = recordsOf(definition['choices'])
  if (choices.length > 0 && choices.every((choice) => choice['value'] !== value))
    throw new Error(`${String(value)} is no choice of ${name}`)
  const isNumber = type === OPTION.integer || type === OPTION.number
  if (isNumber !== (typeof value === 'number') || (type === OPTION.boolean) !== (typeof value === 'boolean'))
    throw new Error(`The option ${name} takes another type than ${typeof value}`)
  if (typeof value === 'string' && type === OPTION.string) {
    const max = Number(definition['max_length'] ?? 6000)
    if (value.length > max || value.length < Number(definition['min_length'] ?? 0))
      throw new Error(`The option ${name} refuses a text of ${value.length} characters`)
  }
  if (typeof value === 'number')
    if (
      value < Number(definition['min_value'] ?? -Infinity) ||
      value > Number(definition['max_value'] ?? Infinity)
    )
      throw new Error(`The option ${name} refuses ${value}`)
  return { name, type, value }
}

function dataOf(registered: Json, options: CommandOptions, given: readonly Json[]): Json {
  const nested = [options.group, options.subcommand]
    .filter((part) => part !== undefined)
    .reduceRight<readonly Json[]>(
      (inner, name) => [{ name, type: name === options.group ? 2 : 1, options: inner }],
      given,
    )
  return {
    id: registered['id'],
    name: registered['name'],
    type: 1,
    options: nested,
    ...(isRecord(registered) && registered['guild_id'] !== undefined
      ? { guild_id: registered['guild_id'] }
      : {}),
  }
}

const entries = (all: readonly string[], shape: (id: string) => Json | undefined): Json =>
  Object.fromEntries(all.map((id) => [id, shape(id)]).filter(([, value]) => value !== undefined))

/** Whole objects behind the ids that options name. */
function resolvedOf(world: World, options: CommandOptions, given: readonly Json[]): Json {
  const guild = world.guilds.get(placeOf(world, options).guildId ?? '')
  const ids = (type: number): readonly string[] =>
    given.filter((option) => option['type'] === type).map((option) => textOf(option['value']))
  const users = ids(OPTION.user)
  const member = (id: string): Json | undefined => {
    const found = guild?.members.get(id)
    return found === undefined
      ? undefined
      : { ...fullMemberShape(world, found), user: undefined, permissions: '0' }
  }
  const channel = (id: string): Json | undefined => {
    const found = world.channels.get(id)
    return found === undefined
      ? undefined
      : { ...channelShape(world, found), permissions: permissionsIn(world, found, options.user).toString() }
  }
  const role = (id: string): Json | undefined => {
    const found = guild?.roles.get(id)
    return found === undefined || guild === undefined ? undefined : roleShape(found, guild.id)
  }
  const resolved = {
    ...(users.length === 0
      ? {}
      : { users: entries(users, (id) => userById(world, id)), members: entries(users, member) }),
    ...(ids(OPTION.channel).length === 0 ? {} : { channels: entries(ids(OPTION.channel), channel) }),
    ...(ids(OPTION.role).length === 0 ? {} : { roles: entries(ids(OPTION.role), role) }),
  }
  return Object.keys(resolved).length === 0 ? {} : { resolved }
}
