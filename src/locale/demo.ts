// What the demo says around the digest: what was read, what was folded, what to type next.
import type { Article } from '../core/article.ts'
import type { Instant } from '../core/calendar.ts'
import type { Edition } from '../core/edition.ts'
import type { Feed } from '../core/feed.ts'
import { archivePath } from './archive.ts'
import { formatDay, formatHour } from './calendar.ts'
import { titled } from './guillemets.ts'
import { counted } from './plural.ts'
import { capitalised, enumerate, french } from './sentence.ts'

export const PROGRESS_LABEL = 'Lecture des flux'

/** A question that the demo's press review answers. */
const EXAMPLE_QUESTION = 'qui a rencontré Marković'

/** What a round of readings left behind, as the service reports it. */
interface Round {
  readonly feeds: readonly { readonly kind: string }[]
  readonly articles: { readonly added: readonly unknown[]; readonly updated: readonly unknown[] }
}

interface PlacedTitle extends Pick<Article, 'id' | 'title' | 'publisher'> {
  readonly placement: { readonly duplicateOf?: string }
}

export function opening(feeds: readonly Feed[]): string {
  const publishers = new Set(feeds.map(({ publisher }) => publisher)).size
  return french`Une presse inventée, servie sur cette machine : ${counted(publishers, 'éditeur')}, ${counted(feeds.length, 'flux', 'flux')}. Ni réseau ni jeton.`
}

/** «Mardi 17 mars 2026, 6 h 30 : première lecture». */
export function roundTitle(at: Instant, zone: string, round: number): string {
  const name = round === 0 ? 'première lecture' : 'lecture suivante'
  return french`\n${capitalised(formatDay(at, zone))}, ${formatHour(at, zone)} : ${name}`
}

export function roundSummary({ feeds, articles }: Round): string {
  const count = (kind: string): number => feeds.filter((feed) => feed.kind === kind).length
  const parts = [
    counted(articles.added.length, 'article nouveau', 'articles nouveaux'),
    counted(articles.updated.length, 'mise à jour', 'mises à jour'),
    counted(count('unchanged'), 'flux inchangé', 'flux inchangés'),
    counted(count('failed'), 'flux en panne', 'flux en panne'),
  ]
  return `  ${parts.join(' · ')}`
}

export function detail(line: string): string {
  return `  – ${line}`
}

/** A feed that was read all the same, with what had to be mended: «« Stade » : le flux est mal formé…». */
export function mended(feedTitle: string, warning: string): string {
  return french`« ${feedTitle} » : ${warning.charAt(0).toLocaleLowerCase('fr')}${warning.slice(1)}`
}

export function updated(feedTitle: string, title: string): string {
  return french`« ${feedTitle} » a retouché ${titled(title)}. C’est une mise à jour, pas un nouvel article.`
}

/** One line for each dispatch that others reprinted. */
export function foldedLines(articles: readonly PlacedTitle[]): readonly string[] {
  const reprints = Map.groupBy(
    articles.filter(({ placement }) => placement.duplicateOf !== undefined),
    ({ placement }) => placement.duplicateOf,
  )
  const lines = [...reprints].map(([originalId, copies]) => {
    const original = articles.find(({ id }) => id === originalId)
    const publishers = enumerate([...new Set(copies.map(({ publisher }) => publisher))])
    return detail(
      french`${titled(original?.title ?? '')} (${original?.publisher ?? ''}), repris par ${publishers}`,
    )
  })
  return [french`\nReprises repliées : ${lines.length === 0 ? 'aucune' : ''}`.trimEnd(), ...lines, '']
}

/** Where the edition is kept, and what to type next. */
export function closing(
  edition: Pick<Edition, 'slotAt' | 'zone' | 'digestName'>,
  demo: { readonly archiveFolder: string; readonly database: string },
): string {
  const path = `${demo.archiveFolder}/${archivePath(edition)}`
  return [
    french`\nÉdition archivée : ${path}.md et ${path}.json`,
    french`Posez maintenant une question : npm run --silent pressoir -- ask "${EXAMPLE_QUESTION}" --database ${demo.database}`,
  ].join('\n')
}
