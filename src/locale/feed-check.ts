// What the command line says of feeds that were asked, and of those that are followed: a table, then the counts.
import type { Instant, Zone } from '../core/calendar.ts'
import type { Failure } from '../core/failures.ts'
import type { FeedFinding } from '../core/feed-finding.ts'
import { formatMoment } from './calendar.ts'
import { failureCause } from './feed-health.ts'
import { counted } from './plural.ts'
import { capitalised, french } from './sentence.ts'
import { explainWarning } from './warnings.ts'

/** One word a feed, as the table shows it and the counts count it. */
export type CheckWord =
  | 'répond'
  | 'vide'
  | 'lent'
  | 'déplacé'
  | 'bloqué'
  | 'réservé'
  | 'ne répond pas'
  | 'illisible'

/** Whether a feed may be followed as it is: that it is empty or slow prevents nothing. */
export const ANSWERING: ReadonlySet<CheckWord> = new Set(['répond', 'vide', 'lent', 'déplacé'])

export function checkWord(finding: FeedFinding): CheckWord {
  if (finding.kind === 'failed') return failureWord(finding.failure)
  if (finding.itemCount === 0) return 'vide'
  if (finding.movedTo !== undefined) return 'déplacé'
  return finding.isSlow ? 'lent' : 'répond'
}

/** Refusals that are meant for us: who is asking, or how often. */
const REFUSALS = new Set([401, 402, 403, 407, 429, 451])

function failureWord(failure: Failure): CheckWord {
  if (failure.code === 'fetch-reserved') return 'réservé'
  if (failure.code === 'fetch-status') return REFUSALS.has(failure.status) ? 'bloqué' : 'ne répond pas'
  return failure.code.startsWith('feed-') ||
    failure.code === 'fetch-too-large' ||
    failure.code === 'fetch-damaged'
    ? 'illisible'
    : 'ne répond pas'
}

/** «20 articles, le dernier hier à 9 h» or what went wrong, then what was mended. */
export function checkDetail(finding: FeedFinding, now: Instant, zone: Zone): string {
  if (finding.kind === 'failed') return capitalised(failureCause(finding.failure))
  const { itemCount, newestAt, movedTo, warnings } = finding
  const newest =
    newestAt === undefined || itemCount === 0 ? '' : french`, le dernier ${formatMoment(newestAt, now, zone)}`
  return [
    itemCount === 0 ? 'Aucun article' : `${counted(itemCount, 'article')}${newest}`,
    ...(movedTo === undefined ? [] : [french`nouvelle adresse : ${movedTo}`]),
    ...warnings.map(explainWarning).map((sentence) => sentence.replace(/\.$/u, '')),
  ].join('. ')
}

export interface TableRow {
  readonly cells: readonly string[]
}

/**
 * Columns side by side, the last one as long as it is. Titles are cut where they would push the rest away; columns that
 * are `whole`, counted from 0, say something of our own and never are.
 */
export function tableLines(rows: readonly TableRow[], whole: readonly number[] = []): readonly string[] {
  const widths: number[] = []
  const cut = rows.map(({ cells }) =>
    cells.map((cell, at) =>
      at === cells.length - 1 || whole.includes(at) || cell.length <= WIDEST_CELL
        ? cell
        : `${cell.slice(0, WIDEST_CELL - 1)}…`,
    ),
  )
  for (const cells of cut)
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  return cut.map((cells) =>
    cells
      .map((cell, at) => (at === cells.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const WIDEST_CELL = 40

/** «16 flux : 12 répondent, 2 vides, 1 bloqué, 1 ne répond pas.» */
export function checkTotals(words: readonly CheckWord[]): string {
  const counts = Map.groupBy(words, (word) => word)
  const parts = ORDER.flatMap((word) => {
    const count = counts.get(word)?.length ?? 0
    return count === 0 ? [] : [`${count} ${count < 2 ? word : PLURALS[word]}`]
  })
  return words.length === 0
    ? 'Aucun flux à vérifier.'
    : french`${counted(words.length, 'flux', 'flux')} : ${parts.join(', ')}.`
}

const PLURALS: Readonly<Record<CheckWord, string>> = {
  répond: 'répondent',
  vide: 'vides',
  lent: 'lents',
  déplacé: 'déplacés',
  bloqué: 'bloqués',
  réservé: 'réservés',
  illisible: 'illisibles',
  'ne répond pas': 'ne répondent pas',
}

const ORDER: readonly CheckWord[] = [
  'répond',
  'déplacé',
  'lent',
  'vide',
  'bloqué',
  'réservé',
  'illisible',
  'ne répond pas',
]

/** Where not one of many sites can be reached. */
export const OWN_OUTAGE = french`Aucun site n’est joignable : c’est sans doute votre propre réseau qui est en panne.`

export const CHECK_LABEL = 'Flux interrogés'
export const IMPORT_FEEDS_LABEL = 'Flux ajoutés'
export const NO_FEED_FOLLOWED = 'Aucun flux n’est suivi.'

/** How to declare a list, for whoever gave no workspace. */
export function howToDeclare(configuration: string): string {
  return french`Ajoutez cette ligne à ${configuration} pour suivre ces flux partout, ou donnez un espace avec --workspace.`
}

export function exportedLine(count: number, path: string): string {
  return french`${counted(count, 'flux écrit', 'flux écrits')} dans ${path}.`
}

/** What a list brought to a workspace. */
export function importedFeedsLine(count: number, minutes: number): string {
  if (count === 0) return french`Rien à ajouter : ces flux sont déjà suivis.`
  return french`${counted(count, 'flux ajouté', 'flux ajoutés')}. Le robot les lira peu à peu, en ${minutes}\u00A0${minutes < 2 ? 'minute' : 'minutes'} environ.`
}

/** A pack in one row: its name, how many feeds, who is in it. */
export function packRow(name: string, count: number, publishers: readonly string[]): TableRow {
  return { cells: [name, counted(count, 'flux', 'flux'), publishers.join(', ')] }
}
