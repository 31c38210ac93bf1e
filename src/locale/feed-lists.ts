// Lists of feeds in French: what an OPML brings, what is refused of it and why, the packs. Reads no list.
import type { ChangeSubject } from '../core/change.ts'
import type { OutlineRefusal, OutlineWarning, RefusedOutline } from '../core/outline.ts'
import { titled } from './guillemets.ts'
import { counted, formatNumber } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { type SentenceTable, tell } from './sentence-table.ts'
import { typeset } from './typography.ts'

type ManyFollowings = Extract<ChangeSubject, { readonly kind: 'followings' }>

/** «1 998 flux de la liste « Mes flux »». */
export function listedFeeds(subject: ManyFollowings): string {
  const from = subject.list === '' ? '' : french` de la liste ${titled(subject.list)}`
  return `${feedCount(countOf(subject))}${from}`
}

function countOf({ before, after }: ManyFollowings): number {
  return (after ?? before ?? []).length
}

export function feedCount(count: number): string {
  return counted(count, 'flux', 'flux')
}

/** As the words of one change: see `changes.ts`. */
export function listWords(subject: ManyFollowings): {
  readonly ask: string
  readonly done: (name: string) => string
  readonly log: string
} {
  const isOne = countOf(subject) < 2
  if (subject.after === undefined) {
    const done = isOne ? 'n’est plus suivi' : 'ne sont plus suivis'
    return {
      ask: 'Ne plus suivre',
      done: (name) => `${name} ${done}. Les articles déjà lus restent.`,
      log: 'a retiré',
    }
  }
  return { ask: 'Suivre', done: (name) => `${name} ${isOne ? 'est suivi' : 'sont suivis'}.`, log: 'a ajouté' }
}

/** «Rubriques : Régions (12), Sport (3), sans rubrique (2) et 4 autres.» */
export function rubricsLine(rubrics: readonly { readonly rubric: string; readonly count: number }[]): string {
  const told = rubrics.slice(0, MOST_RUBRICS)
  const names = told.map(
    ({ rubric, count }) =>
      french`${rubric === '' ? 'sans rubrique' : typeset(rubric)} (${formatNumber(count)})`,
  )
  const more = rubrics.length - told.length
  const all = more === 0 ? names : [...names, counted(more, 'autre')]
  return french`${rubrics.length === 1 ? 'Rubrique' : 'Rubriques'} : ${enumerate(all)}.`
}

/** Rubrics that a telephone shows on three lines. */
const MOST_RUBRICS = 8

export function alreadyLine(count: number): string {
  return count === 1 ? 'Un flux est déjà suivi.' : `${feedCount(count)} sont déjà suivis.`
}

export function repeatedLine(count: number): string {
  return count === 1
    ? 'Une adresse est donnée deux fois : elle compte une fois.'
    : french`${counted(count, 'adresse')} sont données plusieurs fois : chacune compte une fois.`
}

/** «3 lignes refusées :» before some of them. */
export function refusedTitle(count: number): string {
  return french`${counted(count, 'ligne refusée', 'lignes refusées')} :`
}

/** «ligne 12, « Le Quai » : elle n’a pas d’adresse». */
export function refusedLine({ line, title, given, reason }: RefusedOutline): string {
  const name =
    title !== ''
      ? `, ${titled(title)}`
      : reason === 'password' || given === ''
        ? ''
        : `, ${given.slice(0, 80)}`
  return french`ligne\u00A0${line}${name} : ${REFUSALS[reason]}`
}

const REFUSALS: Readonly<Record<OutlineRefusal, string>> = {
  'address-missing': 'elle n’a pas d’adresse',
  'address-unreadable': 'son adresse ne se lit pas',
  scheme: 'son adresse n’est pas celle d’un site web',
  private: 'son adresse est celle d’une machine privée',
  password: 'son adresse contient un mot de passe, que tout le monde verrait ici',
  scraped: 'c’est une page que votre lecteur découpe lui-même, et non un flux',
  list: 'c’est l’adresse d’une autre liste',
  'too-many': 'la liste est trop longue',
}

/** One sentence about «la liste». */
export function explainOutlineWarning(warning: OutlineWarning): string {
  return tell(WARNINGS, warning)
}

const WARNINGS: SentenceTable<OutlineWarning> = {
  'encoding-lies': ({ declared, used }) =>
    french`La liste se dit codée en ${declared.toUpperCase()} ; elle l’est en ${used.toUpperCase()}, et c’est ainsi qu’elle a été lue.`,
  mended: ({ count }) =>
    french`La liste est mal formée : ${counted(count, 'ligne a été réparée', 'lignes ont été réparées')}.`,
  truncated: () => french`La liste s’arrête en route : la fin manque.`,
  'entities-refused': () =>
    french`La liste définit ses propres entités XML ; par sécurité, elles n’ont pas été lues.`,
}
