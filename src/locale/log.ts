// Lines of the log that are no failures: what was dropped, postponed, left out. French, short.
import type { Instant } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition } from '../core/edition.ts'
import type { FeedWarning } from '../ports.ts'
import { formatDay, formatHour } from './calendar.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'
import { explainWarning } from './warnings.ts'

export function droppedSlot(digest: Digest, slotAt: Instant): string {
  const { zone } = digest.schedule
  const slot = french`${formatDay(slotAt, zone)} à ${formatHour(slotAt, zone)}`
  return french`Édition « ${digest.name} » du ${slot} abandonnée : trop tard pour la publier. Ses articles iront dans la suivante.`
}

export function editionsMade(count: number): string {
  return counted(count, 'édition composée', 'éditions composées')
}

export function editionMade({ title, stories }: Pick<Edition, 'title' | 'stories'>): string {
  return french`Édition « ${title} » composée : ${counted(stories.length, 'sujet')}.`
}

export function editionArchived({ title }: Pick<Edition, 'title'>): string {
  return french`Édition « ${title} » archivée.`
}

export const PAGE_UNREAD = 'La page de l’article n’a pas pu être lue. L’article garde ce que le flux en dit.'

/** Another process knew one of the articles sooner. */
export const KEPT_IN_TURN = 'Des articles préparés à l’avance sont repris à leur tour.'

/** What one transaction could not hold, with the error in the details. */
export function keptOneByOne(count: number): string {
  return french`${counted(count, 'article')} n’ont pas pu être gardés ensemble. Je les garde un par un.`
}

export const SENDING = 'Envoi commencé.'
export const SENT = 'Envoi réussi.'
export const SENT_ELSEWHERE = 'Un autre Pressoir se charge de cet envoi.'
export const REQUEST_REPLIED = 'Demande traitée.'

export function deliveryAbandoned(
  edition: Pick<Edition, 'title' | 'slotAt' | 'zone'>,
  channel: string,
): string {
  const day = formatDay(edition.slotAt, edition.zone)
  return french`L’édition « ${edition.title} » du ${day} n’a pas pu être publiée dans « ${channel} » en un jour. J’y renonce.`
}

export function alertRaised(title: string, publisherCount: number): string {
  return french`L’alerte « ${title} » sonne : ${counted(publisherCount, 'éditeur indépendant', 'éditeurs indépendants')}.`
}

export function alertAbandoned(title: string, channel: string): string {
  return french`L’alerte « ${title} » n’a pas pu être publiée dans « ${channel} » à temps. J’y renonce.`
}

export function alertTakenAway(title: string): string {
  return french`Un message de l’alerte « ${title} » a été supprimé. Je n’en publie pas d’autre.`
}

/** What was mended in a feed that was read. */
export function feedWarned(feedTitle: string, warning: FeedWarning): string {
  return french`Flux « ${feedTitle} » : ${explainWarning(warning)}`
}

export function feedMoved(feedTitle: string, address: string): string {
  return french`Le flux « ${feedTitle} » a changé d’adresse. Remplacez-la par ${address}`
}

export function feedAnswersAgain(feedTitle: string): string {
  return french`Le flux « ${feedTitle} » répond de nouveau.`
}

export function feedBroughtArchive(feedTitle: string, count: number): string {
  return french`Le flux « ${feedTitle} » apporte ${counted(count, 'article')} d’archives. Je les garde sans les annoncer.`
}

export const UNEXPECTED_ERROR = french`Erreur inattendue. Je continue ; le détail suit.`
