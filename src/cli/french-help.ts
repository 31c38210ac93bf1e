// Commander's help in French: it has no translations, so each of its own words is replaced here.
import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander'
import { ANY_OPTION, ANY_VERB, HELP_TITLES, standingAlone, withDefault } from '../locale/help.ts'
import { NARROW_SPACE, NO_BREAK_SPACE } from '../locale/sentence.ts'

/** Handed to every command: commander asks it for each part of a page. */
export const FRENCH_HELP: HelpConfiguration = {
  showGlobalOptions: false,
  styleTitle: (title) => HELP_TITLES[title] ?? title,
  commandUsage,
  commandDescription: (command) => standingAlone(command.description()),
  subcommandTerm: (command) => [command.name(), ...ownWords(command)].join(' '),
  argumentTerm,
  argumentDescription: ({ description }) => description,
  optionDescription,
  boxWrap: (text, width) => unguarded(new Help().boxWrap(guarded(text), width)),
}

/** `pressoir digest [option…] <nom>` */
function commandUsage(command: Command): string {
  const names: string[] = []
  for (let one: Command | null = command; one !== null; one = one.parent) names.unshift(one.name())
  const options = command.options.length > 0 ? [ANY_OPTION] : []
  return [...names, ...options, ...ownWords(command)].join(' ')
}

/** What stands after the name of a command: its verbs, or its arguments. */
function ownWords(command: Command): readonly string[] {
  return command.commands.length > 0 ? [ANY_VERB] : command.registeredArguments.map(argumentTerm)
}

function argumentTerm(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}…` : argument.name()
  return argument.required ? `<${name}>` : `[${name}]`
}

function optionDescription({ description, defaultValue }: Option): string {
  return defaultValue === undefined ? description : withDefault(description, String(defaultValue))
}

/** Commander breaks lines at any space, also at those that must not break: they are hidden from it. */
const GUARDS = [
  [NO_BREAK_SPACE, '\uE000'],
  [NARROW_SPACE, '\uE001'],
] as const

function guarded(text: string): string {
  return GUARDS.reduce((current, [space, guard]) => current.replaceAll(space, guard), text)
}

function unguarded(text: string): string {
  return GUARDS.reduce((current, [space, guard]) => current.replaceAll(guard, space), text)
}
