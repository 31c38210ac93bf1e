// The French sentence of every mistake in how a command is written. Reads the library's message for its names only.
import { french } from './sentence.ts'

/** What the library of commands says of a mistake: its code, and its English sentence with the names concerned. */
export interface UsageMistake {
  readonly code: string
  readonly message: string
}

/** One line for a mistake in the command. */
export function explainUsage({ code, message }: UsageMistake): string {
  const sentence = SENTENCES[code]?.(message) ?? 'Cette commande ne se comprend pas.'
  return `${sentence} ${HELP_HINT}`
}

const HELP_HINT = 'L’option --help montre ce qui existe.'

const SENTENCES: Readonly<Record<string, (message: string) => string>> = {
  'commander.unknownOption': (message) =>
    french`L’option ${named(message)} n’existe pas${suggested(message)}`,
  'commander.unknownCommand': (message) =>
    french`Le verbe « ${named(message)} » n’existe pas${suggested(message)}`,
  'commander.missingArgument': (message) => french`Il manque l’argument <${named(message)}>.`,
  'commander.missingMandatoryOptionValue': (message) => french`Il manque l’option ${named(message)}.`,
  'commander.optionMissingArgument': (message) =>
    french`L’option ${optionOf(named(message))} attend une valeur.`,
  'commander.invalidArgument': (message) => {
    const [, option = '', given = '', reason = ''] =
      /^error: option '(.*?)' argument '(.*)' is invalid\. ?(.*)$/s.exec(message) ?? []
    return `${french`La valeur « ${given} » ne convient pas à l’option ${optionOf(option)}.`} ${reason}`.trimEnd()
  },
  'commander.excessArguments': (message) => {
    const surplus = /but got \d+: (.+)\.$/s.exec(message)?.[1] ?? ''
    return french`Cette commande a des mots en trop : ${surplus}.`
  },
}

/** The name between the outer quotes of the first line; it may hold quotes itself. */
function named(message: string): string {
  return /'(.*)'/.exec(message)?.[1] ?? ''
}

/** `--max-words` of `--max-words <nombre>`. */
function optionOf(flags: string): string {
  return flags.replace(/ .*$/, '')
}

/** The end of a sentence, with what may have been meant. */
function suggested(message: string): string {
  const meant = /Did you mean (?:one of )?(.+)\?\)$/s.exec(message)?.[1]
  return meant === undefined ? '.' : french` ; vouliez-vous dire ${meant.replace(/, (?=[^,]+$)/, ' ou ')} ?`
}
