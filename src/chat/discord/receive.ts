// Discord's interactions and messages as requests that every platform makes. Pure: answers nothing, asks nobody.
import { COMMANDS, type CommandAction } from '../../core/command.ts'
import type { TypedCommand } from '../../core/typed-command.ts'
import type { FormName, FormValues } from '../../core/form.ts'
import type { ChatContext, ChatRequest } from '../../core/request.ts'
import { actionOf } from './buttons.ts'
import type {
  CommandPayload,
  InteractionPayload,
  MemberPayload,
  OptionPayload,
  UserPayload,
} from './payloads.ts'
import { isAdministrator } from './permissions.ts'
import { readFormId, readTypedField } from './render-form.ts'

/** Threads of all kinds; resources/channel, types. */
export const THREAD_TYPES: readonly number[] = [10, 11, 12]

/** Types of options that hold others; interactions/application-commands. */
const SUBCOMMAND = 1

/** Types of components; components/reference. */
const CHANNEL_SELECT = 8

/** In place of a channel of another server, or of none: nobody takes it for one. */
const NO_CHANNEL = '?'

/** What is known of the server where something is asked. */
export interface Place {
  /** `''` where Discord has not told it yet. */
  readonly serverName: string
  /** Whatever a client claims, nobody may name the channel of another server. */
  readonly hasChannel: (channelId: string) => boolean
}

/** Undefined for what is none of ours any more: an older button, command or form. */
export function readInteraction(payload: InteractionPayload, place: Place): ChatRequest | undefined {
  const from = contextOf(payload, place.serverName)
  if (from === undefined) return undefined
  switch (payload.type) {
    case 2: {
      const typed = readCommand(payload.data, place)
      return typed === undefined ? undefined : { from, kind: 'command', ...typed }
    }
    case 3: {
      const action = actionOf(payload.data.custom_id)
      return action === undefined ? undefined : { from, kind: 'press', action }
    }
    case 4:
      return readSuggestion(payload.data, from)
    case 5:
      return readSubmission(payload.data, from, place)
    default:
      return payload satisfies never
  }
}

/** In a server the channel is the one to which a thread belongs; in private it is the person. */
function contextOf(payload: InteractionPayload, workspaceName: string): ChatContext | undefined {
  const { guild_id: serverId, member, channel } = payload
  const user = member?.user ?? payload.user
  if (user === undefined) return undefined
  if (serverId === undefined) return personalContext(user)
  const isThread = channel !== undefined && THREAD_TYPES.includes(channel.type)
  const channelId = (isThread ? channel.parent_id : undefined) ?? channel?.id ?? payload.channel_id ?? ''
  return {
    ...serverContext(serverId, workspaceName, channelId, user, member),
    isAdministrator: isAdministrator(BigInt(member?.permissions ?? 0)),
  }
}

/** Outside of any server everybody is their own master. */
export function personalContext(user: UserPayload): ChatContext {
  const personal = `discord:@${user.id}`
  return {
    workspaceId: personal,
    workspaceName: '',
    channel: personal,
    person: user.id,
    personName: nameOf(user),
    isAdministrator: true,
    roles: [],
  }
}

/** Without a word on rights, which interactions bring along and messages do not. */
export function serverContext(
  serverId: string,
  workspaceName: string,
  channelId: string,
  user: UserPayload,
  member: MemberPayload | undefined,
): Omit<ChatContext, 'isAdministrator'> {
  return {
    workspaceId: `discord:${serverId}`,
    workspaceName,
    channel: `discord:${channelId}`,
    person: user.id,
    personName: member?.nick ?? nameOf(user),
    // @everyone is a role as well: it has the server's id, and no member lists it.
    roles: [serverId, ...(member?.roles ?? [])],
  }
}

function nameOf({ global_name: shown, username }: UserPayload): string {
  return shown ?? username
}

function readCommand({ name, options, resolved }: CommandPayload, place: Place): TypedCommand | undefined {
  const found = findAction(name, options)
  if (found === undefined) return undefined
  const { command, action, given } = found
  const values = action.options.flatMap(({ name: option, kind }) => {
    const value = String(given.find((candidate) => candidate.name === option)?.value ?? '').trim()
    if (value === '') return []
    if (kind === 'channel') return [[option, ownChannel(value, place)] as const]
    // A file is where Discord keeps it for a while; one that it does not name is none.
    const file = kind === 'file' ? resolved?.attachments[value]?.url : value
    return file === undefined ? [] : [[option, file] as const]
  })
  return { command, action: action.name, options: Object.fromEntries(values) }
}

function ownChannel(id: string, { hasChannel }: Place): string {
  return hasChannel(id) ? id : NO_CHANNEL
}

interface FoundAction {
  readonly command: TypedCommand['command']
  readonly action: CommandAction
  readonly given: readonly OptionPayload[]
}

function findAction(name: string, options: CommandPayload['options']): FoundAction | undefined {
  const command = COMMANDS.find((candidate) => candidate.name === name)
  const subcommand = options.find(({ type }) => type === SUBCOMMAND)
  const action = command?.actions.find((candidate) => candidate.name === (subcommand?.name ?? ''))
  if (command === undefined || action === undefined) return undefined
  return { command: command.name, action, given: subcommand?.options ?? options }
}

function readSuggestion({ name, options }: CommandPayload, from: ChatContext): ChatRequest | undefined {
  const found = findAction(name, options)
  const focused = found?.given.find((option) => option.focused)
  const suggests = found?.action.options.find((option) => option.name === focused?.name)?.suggests
  if (suggests === undefined) return undefined
  return { from, kind: 'suggestion', suggests, typed: String(focused?.value ?? '') }
}

const FORM_NAMES: readonly FormName[] = [
  'question',
  'add-feed',
  'replace-feed',
  'digest',
  'subscription',
  'settings',
]

type SubmissionPayload = Extract<InteractionPayload, { readonly type: 5 }>['data']

function readSubmission(data: SubmissionPayload, from: ChatContext, place: Place): ChatRequest | undefined {
  const id = readFormId(data.custom_id)
  const form = FORM_NAMES.find((name) => name === id?.name)
  if (id === undefined || form === undefined) return undefined
  const answers = data.components.flatMap(({ component, components }) => [
    ...(component === undefined ? [] : [component]),
    ...components,
  ])
  const fields = answers.map(({ type, custom_id: customId = '', value, values }) => {
    if (values === undefined) return readTypedField(customId, value ?? '')
    const isChannel = type === CHANNEL_SELECT
    return { name: customId, values: isChannel ? values.map((given) => ownChannel(given, place)) : values }
  })
  const filled = fields.filter(({ values }) => values.length > 0)
  const values: FormValues = Object.fromEntries(filled.map(({ name, values: given }) => [name, given]))
  return { from, kind: 'submission', form, target: id.target, values }
}
