// What to know of a feed before following it, in French. Judges no feed.
import type { Instant, Zone } from '../core/calendar.ts'
import type { FeedConcern } from '../core/feed-preview.ts'
import { formatDay } from './calendar.ts'
import { failureCause } from './feed-health.ts'
import { french } from './sentence.ts'
import { explainWarning } from './warnings.ts'

/** One sentence; `zone` is the reader's. */
export function explainConcern(concern: FeedConcern, zone: Zone): string {
  switch (concern.kind) {
    case 'empty':
      return 'Ce flux ne contient aucun article pour l’instant.'
    case 'silent':
      return silentSince(concern.since, zone)
    case 'moved':
      return french`Ce flux a déménagé. C’est sa nouvelle adresse qui sera suivie : ${concern.to}`
    case 'reserved':
      return RESERVED[concern.by]
    case 'pages-refused':
      return french`Le site refuse ses pages à Pressoir (HTTP ${String(concern.status)}) : seuls les titres et les résumés du flux seront lus.`
    case 'paywall':
      return concern.isPartial
        ? french`Une partie des articles est réservée aux abonnés : seul leur début sera lu.`
        : french`Les articles sont réservés aux abonnés : seul leur début sera lu.`
    case 'abstracts-only':
      return 'Ni le flux ni les pages ne donnent le texte des articles. Les citations viendront des résumés.'
    case 'pages-unread':
      return french`Les pages des articles n’ont pas pu être lues cette fois-ci : l’une d’elles ${failureCause(concern.failure)}.`
    case 'no-dates':
      return 'Les articles n’ont pas de date. Ils prendront celle de leur découverte.'
    case 'mended':
      return explainWarning(concern.warning)
    default:
      return concern satisfies never
  }
}

const RESERVED = {
  robots: french`L’éditeur refuse que des robots lisent ses pages : seuls les titres et les résumés du flux seront lus.`,
  tdm: french`L’éditeur réserve ses droits sur ses pages : seuls les titres et les résumés du flux seront lus.`,
} as const

function silentSince(since: Instant, zone: Zone): string {
  return `Ce flux n’a rien publié depuis le ${formatDay(since, zone)}. Il est peut-être à l’abandon.`
}
