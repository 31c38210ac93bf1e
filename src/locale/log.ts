// Lines of the log that are no failures: what was dropped, postponed, left out. French, short.
import type { Instant } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition } from '../core/edition.ts'
import { formatDay, formatHour } from './calendar.ts'

export function droppedSlot(digest: Digest, slotAt: Instant): string {
  const { zone } = digest.schedule
  return `Édition « ${digest.name} » du ${formatDay(slotAt, zone)} à ${formatHour(slotAt, zone)} abandonnée : trop tard pour la publier.`
}

export function deliveryAbandoned(edition: Pick<Edition, 'title' | 'slotAt' | 'zone'>, channel: string): string {
  const day = formatDay(edition.slotAt, edition.zone)
  return `« ${edition.title} » du ${day} n’a pas pu être publiée dans « ${channel} » en un jour. J’y renonce.`
}

export const UNEXPECTED_ERROR = 'Erreur inattendue. Je continue, et le détail est dans le journal.'
