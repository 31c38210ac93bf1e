// What is said of anything that people name by its title, when it cannot be found or changed. The same of each kind.
import { titled } from './guillemets.ts'
import { french } from './sentence.ts'
import { shorten } from './blocks.ts'

interface TitledThing {
  /** «La revue». */
  readonly the: string
  /** «Aucune revue». */
  readonly no: string
  /** «Plusieurs revues». */
  readonly several: string
  /** Which follows «Pour» and «Choisissez-». */
  readonly pronoun: 'la' | 'le'
  readonly settled: 'fixé' | 'fixée'
  /** The command that lists them. */
  readonly list: string
}

const DIGEST: TitledThing = {
  the: 'La revue',
  no: 'Aucune revue',
  several: 'Plusieurs revues',
  pronoun: 'la',
  settled: 'fixée',
  list: '/programme lister',
}
const ALERT: TitledThing = {
  the: 'L’alerte',
  no: 'Aucune alerte',
  several: 'Plusieurs alertes',
  pronoun: 'la',
  settled: 'fixée',
  list: '/alerte lister',
}
const FEED: TitledThing = {
  the: 'Le flux',
  no: 'Aucun flux',
  several: 'Plusieurs flux',
  pronoun: 'le',
  settled: 'fixé',
  list: '/flux lister',
}

export const DIGEST_SENTENCES = sentencesOf(DIGEST)
export const ALERT_SENTENCES = sentencesOf(ALERT)
export const FEED_SENTENCES = sentencesOf(FEED)

function sentencesOf({ the, no, several, pronoun, settled, list }: TitledThing) {
  return {
    /** Why the chat changes nothing there. */
    readOnly: (title: string): string =>
      french`${the} ${titled(title)} est ${settled} par la configuration de Pressoir. Pour ${pronoun} modifier, adressez-vous à la personne qui s’en occupe.`,
    unknown: (given: string, closest: string | undefined): string =>
      closest === undefined
        ? french`${no} ne s’appelle « ${shorten(given, 80)} » ici. Voyez la liste avec ${list}.`
        : french`${no} ne s’appelle « ${shorten(given, 80)} » ; vouliez-vous dire ${titled(closest)} ?`,
    ambiguous: (given: string, titles: readonly string[]): string => {
      const named = titles.slice(0, 5).map(titled)
      return french`${several} répondent à « ${shorten(given, 80)} » : ${named.join(', ')}. Choisissez-${pronoun} dans la liste proposée, ou donnez le titre entier.`
    },
    untouched: (title: string, isSuspended: boolean): string =>
      isSuspended
        ? french`${the} ${titled(title)} est déjà en pause.`
        : french`${the} ${titled(title)} n’est pas en pause.`,
  }
}
