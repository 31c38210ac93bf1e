// What the command line says: its frame in French, and one line for each thing that a verb did.
import type { Feed, FeedState } from '../core/feed.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import { formatMoment } from './calendar.ts'
import { explainFeed } from './failures.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'

/** Commander's own headings. */
export const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Verbes :',
  'Global Options:': 'Options générales :',
}

export const HELP_OPTION = 'montre cette aide'
export const VERSION_OPTION = 'montre la version'
export const PROGRAM_DESCRIPTION = 'La revue de presse des équipes francophones.'

/** Commander's usage errors by code; `name` is the option, argument or verb concerned. */
const USAGE_ERRORS: Readonly<Record<string, (name: string) => string>> = {
  'commander.unknownOption': (name) => french`L’option ${name} n’existe pas.`,
  'commander.unknownCommand': (name) => french`Le verbe « ${name} » n’existe pas.`,
  'commander.missingArgument': (name) => french`Il manque l’argument ${name}.`,
  'commander.missingMandatoryOptionValue': (name) => french`Il manque l’option ${name}.`,
  'commander.optionMissingArgument': (name) => french`L’option ${name} attend une valeur.`,
  'commander.invalidArgument': (name) => french`La valeur de ${name} ne convient pas.`,
  'commander.excessArguments': () => 'Il y a trop d’arguments.',
}

/** One line for a mistake in the command. */
export function explainUsage(code: string, message: string): string {
  const name = /'([^']+)'/.exec(message)?.[1] ?? ''
  // What our own parsers say stands after commander's English half.
  const reason = /is invalid\. (.+)$/s.exec(message)?.[1]
  const sentence = USAGE_ERRORS[code]?.(name) ?? 'Cette commande n’est pas comprise.'
  return [sentence, reason, 'L’option --help montre ce qui existe.'].filter(Boolean).join(' ')
}

export const QUESTION_MISSING = 'Il manque la question. Écrivez-la entre guillemets après « ask ».'

export function importedLine(report: { readonly added: number; readonly updated: number; readonly folded: number }): string {
  const parts = [
    counted(report.added, 'article ajouté', 'articles ajoutés'),
    counted(report.folded, 'reprise repliée', 'reprises repliées'),
    counted(report.updated, 'mise à jour', 'mises à jour'),
  ]
  return `${enumerate(parts)}.`
}

export function alreadyMade(digestName: string): string {
  return french`La revue « ${digestName} » a déjà une édition à cet instant. Rien n’a été publié.`
}

export function beganLine(started: { readonly feeds: readonly Feed[]; readonly digests: readonly Digest[] }): string {
  const digests = counted(started.digests.length, 'revue')
  return french`Pressoir est prêt : ${counted(started.feeds.length, 'flux', 'flux')}, ${digests}.`
}

export const ENDING_LINE = 'Arrêt demandé. Je termine ce qui est en cours.'
export const ENDED_LINE = 'Pressoir est arrêté.'

export function healthLine(lastBeatAt: Instant | undefined, now: Instant, zone: Zone): string {
  if (lastBeatAt === undefined) return 'Le robot n’a encore jamais tourné sur cette base.'
  return french`Dernier battement : ${formatMoment(lastBeatAt, now, zone)}.`
}

export function articleCountLine(count: number): string {
  return french`Articles gardés : ${counted(count, 'article')}.`
}

/** One line a feed that fails, then one for all the others. */
export function feedLines(
  feeds: readonly { readonly feed: Feed; readonly state: FeedState }[],
  now: Instant,
  zone: Zone,
): readonly string[] {
  const failing = feeds.filter(({ state }) => state.lastFailure !== undefined)
  const healthy = feeds.length - failing.length
  const lines = failing.map(({ feed, state: { lastFailure, nextReadAt } }) =>
    lastFailure === undefined ? '' : explainFeed(feed.title, lastFailure, { at: nextReadAt, now, zone }),
  )
  return [french`Flux sans incident : ${counted(healthy, 'flux', 'flux')} sur ${feeds.length}.`, ...lines]
}
