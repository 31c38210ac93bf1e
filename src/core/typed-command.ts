// A command as somebody typed it: its action and what was given, out of plain words. Carries none out.
import {
  type ActionName,
  type CommandAction,
  type CommandName,
  type CommandOption,
  type OptionName,
  COMMANDS,
} from './command.ts'

/** A command as it was typed, whatever the platform. */
export interface TypedCommand {
  readonly command: CommandName
  readonly action: ActionName
  /** Trimmed, never empty; people, roles and channels by the platform's ids. */
  readonly options: Readonly<Partial<Record<OptionName, string>>>
}

/**
 * Reads what follows a command on a platform where it is plain text: «ajouter https://… rubrique:Sport». Words before
 * the first `name:` belong to the first option. Undefined when the first word is no action of a command that has some.
 */
export function readTypedCommand(name: CommandName, words: string): TypedCommand | undefined {
  const actions = COMMANDS.find((command) => command.name === name)?.actions ?? []
  const [first] = actions
  const typed = words.trim()
  if (first === undefined) return undefined
  if (first.name === '') return { command: name, action: '', options: readOptions(first, typed) }
  if (typed === '') return { command: name, action: first.name, options: {} }
  const [word = ''] = typed.split(/\s/u, 1)
  const action = actions.find((candidate) => candidate.name === plain(word))
  if (action === undefined) return undefined
  return { command: name, action: action.name, options: readOptions(action, typed.slice(word.length).trim()) }
}

/** «Régler» is «regler»: names have neither accents nor capitals. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

function readOptions({ options }: CommandAction, words: string): TypedCommand['options'] {
  const [first] = options
  if (first === undefined || words === '') return {}
  // A question may hold a colon of its own: it is never cut.
  if (options.length === 1) return { [first.name]: words }
  // A filter has colons of its own: it takes all that follows its name.
  const filter = options.some(({ name }) => name === 'filtre') ? FILTER.exec(words) : null
  if (filter !== null) {
    const others = options.filter(({ name }) => name !== 'filtre')
    const value = words.slice(filter.index + filter[0].length).trim()
    const found = readNamed(others, words.slice(0, filter.index))
    return value === '' ? found : { ...found, filtre: value }
  }
  return readNamed(options, words)
}

const FILTER = /(?:^|\s)filtre\s?:\s?/iu

function readNamed(options: readonly CommandOption[], words: string): TypedCommand['options'] {
  const [first] = options
  if (first === undefined || words.trim() === '') return {}
  const names = options.map(({ name }) => name).join('|')
  const [before = '', ...named] = words.split(new RegExp(String.raw`(?:^|\s)(${names})\s?:\s?`, 'giu'))
  const found: Partial<Record<OptionName, string>> =
    before.trim() === '' ? {} : { [first.name]: before.trim() }
  for (let position = 0; position + 1 < named.length; position += 2) {
    const option = options.find(({ name }) => name === plain(named[position] ?? ''))
    const value = named[position + 1]?.trim() ?? ''
    if (option !== undefined && value !== '') found[option.name] = value
  }
  return found
}
