// What verbs say of what they did: one line for each thing. Mistakes and help have files of their own.
import type { Feed, FeedState } from '../core/feed.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import type { Pulse } from '../core/pulse.ts'
import type { Edition } from '../core/edition.ts'
import { archivePath } from './archive.ts'
import { formatMoment } from './calendar.ts'
import { explainFeed } from './failures.ts'
import { counted, formatNumber } from './plural.ts'
import { enumerate, french } from './sentence.ts'

/** Before the figures of an import's progress. */
export const IMPORT_LABEL = 'Articles versés'

/** «Articles versés : 300 sur 1249», for a log where no bar can be drawn. */
export function progressLine(label: string, done: number, total: number): string {
  return french`${label} : ${formatNumber(done)} sur ${formatNumber(total)}`
}

/** `ligne 3` of a file that could not be read, with why. */
export function unreadLine(path: string, lineNumber: number, reason: string): string {
  return `${french`${path}, ligne\u00A0${lineNumber} : `}${reason}`
}

export interface ImportTally {
  /** Of them, `folded` repeat an article that was there before. */
  readonly added: number
  readonly folded: number
  readonly updated: number
  /** In the file, readable or not. */
  readonly lines: number
  readonly unread: number
}

/** «12 articles ajoutés, dont 3 reprises repliées ; 1 article mis à jour. 2 lignes n’ont pas pu être lues.» */
export function importedLine({ added, folded, updated, lines, unread }: ImportTally): string {
  const among = folded === 0 ? '' : `, dont ${counted(folded, 'reprise repliée', 'reprises repliées')}`
  const parts = [
    ...(added === 0 ? [] : [`${counted(added, 'article ajouté', 'articles ajoutés')}${among}`]),
    ...(updated === 0 ? [] : [counted(updated, 'article mis à jour', 'articles mis à jour')]),
  ]
  const done = parts.length === 0 ? nothingImported(lines - unread) : `${parts.join('\u202F; ')}.`
  return unread === 0 ? done : `${done} ${unreadCount(unread)}`
}

function nothingImported(articleCount: number): string {
  if (articleCount === 0) return 'Aucun article à ajouter.'
  return articleCount === 1
    ? 'Rien de nouveau. Cet article est déjà dans la base.'
    : french`Rien de nouveau. Ces ${counted(articleCount, 'article')} sont déjà dans la base.`
}

function unreadCount(count: number): string {
  return `${counted(count, 'ligne')} ${count < 2 ? 'n’a' : 'n’ont'} pas pu être ${count < 2 ? 'lue' : 'lues'}.`
}

export function alreadyMade(digestName: string): string {
  return french`La revue « ${digestName} » a déjà une édition à cet instant. Rien n’a été publié.`
}

/** A digest that keeps quiet when there is nothing to say. */
export function keptQuiet(digestName: string): string {
  return french`Rien de marquant : la revue « ${digestName} » se tait, comme sa configuration le demande.`
}

export function archivedLine(
  edition: Pick<Edition, 'slotAt' | 'zone' | 'digestName'>,
  folder: string,
): string {
  const path = `${folder}/${archivePath(edition)}`
  return french`Édition archivée : ${path}.md et ${path}.json`
}

export function unarchivedLine(folder: string): string {
  return french`L’édition n’a pas pu être archivée dans ${folder}. Le robot réessaiera quand il tournera.`
}

/** The channels that an edition has not reached; the bot tries again by itself. */
export function undeliveredLine(channels: readonly string[]): string {
  const named = channels.map((channel) => french`« ${channel} »`)
  return french`L’édition n’est pas parvenue dans ${enumerate(named)}. Le robot réessaiera quand il tournera.`
}

export function beganLine(started: {
  readonly feeds: readonly Feed[]
  readonly digests: readonly Digest[]
}): string {
  const digests = counted(started.digests.length, 'revue')
  return french`Pressoir est prêt : ${counted(started.feeds.length, 'flux', 'flux')}, ${digests}.`
}

export const ENDING_LINE = 'Arrêt demandé. Je termine ce qui est en cours.'
export const ENDED_LINE = 'Pressoir est arrêté.'
export const STOPPED_SHORT = french`Ce qui était en cours ne s’est pas terminé à temps. Pressoir s’arrête quand même ; rien n’est perdu, la suite viendra au prochain démarrage.`

/** Before the details of an error that nobody foresaw. */
export const UNEXPECTED_END = french`Erreur inattendue de Pressoir. Voici de quoi la signaler :`

export function healthLine(pulse: Pulse, now: Instant, zone: Zone): string {
  if (pulse.kind === 'never')
    return french`Le robot n’a encore jamais tourné sur cette base. Lancez-le avec « pressoir run ».`
  const beat = french`dernier battement ${formatMoment(pulse.lastBeatAt, now, zone)}`
  if (pulse.kind === 'alive') return french`Le robot tourne : ${beat}.`
  if (pulse.kind === 'ahead')
    return french`L’horloge a reculé, ou le robot en a une autre : ${beat}. Réglez l’horloge.`
  return french`Le robot ne tourne plus : ${beat}. Relancez-le, puis lisez son journal.`
}

export function articleCountLine(count: number): string {
  return french`Articles gardés : ${formatNumber(count)}.`
}

/** One line for all the feeds, then one for each that fails. */
export function feedLines(
  feeds: readonly { readonly feed: Feed; readonly state: FeedState }[],
  now: Instant,
  zone: Zone,
): readonly string[] {
  if (feeds.length === 0) return ['Aucun flux n’est suivi.']
  const failing = feeds.flatMap(({ feed, state: { lastFailure, nextReadAt } }) => {
    // A program that stands still has missed its hour: no promise about it.
    const retry = nextReadAt > now ? { at: nextReadAt, now, zone } : undefined
    return lastFailure === undefined ? [] : [explainFeed(feed.title, lastFailure, retry)]
  })
  const healthy = feeds.length - failing.length
  return [french`Flux sans incident : ${healthy} sur ${feeds.length}.`, ...failing]
}
