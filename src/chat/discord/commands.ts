// The neutral commands as Discord's application commands, described in French. Registers none.
import { COMMANDS, type Command, type CommandAction, type CommandOption } from '../../core/command.ts'
import { actionDescription, commandDescription, optionDescription } from '../../locale/commands.ts'

/** As the API takes it and gives it back; interactions/application-commands. */
export interface ApplicationCommand {
  readonly name: string
  readonly type: 1
  readonly description: string
  readonly options: readonly CommandParameter[]
  /** Where it can be used: servers and private messages with the bot. */
  readonly contexts: readonly number[]
  /** Installed in servers only. */
  readonly integration_types: readonly number[]
}

interface CommandParameter {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly channel_types?: readonly number[]
  readonly options?: readonly CommandParameter[]
}

const SUBCOMMAND = 1

/** Types of options; interactions/application-commands. */
const OPTION_TYPES = {
  text: 3,
  'whole-number': 4,
  person: 6,
  channel: 7,
  role: 8,
  file: 11,
} as const satisfies Readonly<Record<CommandOption['kind'], number>>

/** Text and announcement channels; resources/channel, types. */
const POSTABLE_CHANNELS = [0, 5] as const

/** Interaction contexts: a server, the private messages of the bot. */
const CONTEXTS = [0, 1] as const
const SERVER_INSTALLATION = [0] as const

export function applicationCommands(): readonly ApplicationCommand[] {
  return COMMANDS.map((command) => ({
    name: command.name,
    type: 1,
    description: commandDescription(command.name),
    options: command.actions.flatMap((action) =>
      action.name === '' ? parameters(command, action) : [subcommand(command, action)],
    ),
    contexts: CONTEXTS,
    integration_types: SERVER_INSTALLATION,
  }))
}

function subcommand(command: Command, action: CommandAction): CommandParameter {
  return {
    type: SUBCOMMAND,
    name: action.name,
    description: actionDescription(command.name, action.name),
    options: parameters(command, action),
  }
}

/** Required ones first: Discord wants it so. */
function parameters(command: Command, action: CommandAction): readonly CommandParameter[] {
  return action.options
    .toSorted((one, other) => Number(other.isRequired) - Number(one.isRequired))
    .map((option) => ({
      type: OPTION_TYPES[option.kind],
      name: option.name,
      description: optionDescription(command.name, action.name, option.name),
      required: option.isRequired,
      ...(option.suggests === undefined ? {} : { autocomplete: true }),
      ...(option.kind === 'channel' ? { channel_types: POSTABLE_CHANNELS } : {}),
    }))
}
