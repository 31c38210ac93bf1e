// What is said of texts that are given up with age. Gives up none.
import type { Retention } from '../core/retention.ts'
import { formatBytes } from './bytes.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'

/** Before the figures of progress. */
export const RETAIN_LABEL = 'Textes allégés'

interface Counted {
  readonly articles: number
  readonly characters: number
}

export function retentionPlanLines(
  plan: { readonly byAge: Counted; readonly usedBytes: number; readonly bySize: Counted | undefined },
  { days, bytes }: Retention,
): readonly string[] {
  const size = french`Taille de la base : ${formatBytes(plan.usedBytes)}${bytes === undefined ? '' : `, pour ${formatBytes(bytes)} au plus`}.`
  return [
    size,
    days === undefined
      ? french`Aucun âge n’est fixé : rien ne partirait pour cette raison.`
      : french`Plus ${days === 1 ? 'd’un jour' : `de ${counted(days, 'jour')}`} : ${wouldGo(plan.byAge)}.`,
    ...(plan.bySize === undefined
      ? []
      : [
          french`La base est trop grande : les plus anciens de ${wouldGo(plan.bySize)}, jusqu’à ce qu’elle tienne.`,
        ]),
    STAYS,
  ]
}

function wouldGo({ articles, characters }: Counted): string {
  return `${counted(articles, 'texte')} (${formatBytes(characters)})`
}

/** What stays of each article. */
const STAYS = french`Restent dans tous les cas : titres, adresses, dates, personnes, rencontres et déclarations avec leur phrase, éditions publiées.`

export function retainedLine(count: number): string {
  return count === 0
    ? 'Aucun texte n’avait à partir.'
    : french`${counted(count, 'texte allégé', 'textes allégés')}. ${STAYS}`
}
