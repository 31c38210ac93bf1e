// Which articles a filter keeps, and why. A filter is data: conditions, and what of them must be there. Reads no line
// that people type; filter-line.ts does.
import { foldTitle } from './find-titled.ts'
import type { FilterReading, Where } from './filter-reading.ts'
import { preparePerson } from './named-person.ts'
import { preparePlace } from './named-place.ts'
import { preparePattern } from './pattern.ts'
import { phraseIn, subjectsOf } from '../french/worded-text.ts'
import type { NamedLanguage } from '../french/language.ts'

export type Filter = Condition | Combination

interface Combination {
  readonly kind: 'all' | 'any' | 'none'
  readonly filters: readonly Filter[]
}

/** One thing to look for. Accents, capitals and endings never matter. */
export type Condition =
  /** All of these words, in any order. */
  | { readonly kind: 'words'; readonly words: string; readonly where: Where }
  /** These words one behind the other. */
  | { readonly kind: 'phrase'; readonly words: string; readonly where: Where }
  /** A regular expression as RE2 reads it, on text without accents. */
  | { readonly kind: 'pattern'; readonly source: string; readonly where: Where }
  | { readonly kind: 'person'; readonly name: string; readonly where: Where }
  | { readonly kind: 'place'; readonly name: string; readonly where: Where }
  | { readonly kind: 'publisher'; readonly name: string }
  | { readonly kind: 'rubric'; readonly name: string }
  | { readonly kind: 'feed'; readonly name: string }
  | { readonly kind: 'language'; readonly language: FilterLanguage }

/** `foreign` is any but French. A text that is too short to tell counts as French. */
export type FilterLanguage = NamedLanguage | 'foreign'

interface Verdict {
  readonly isKept: boolean
  /** The conditions that decided; empty where something unwanted was looked for and is not there. */
  readonly because: readonly Finding[]
}

export interface Finding {
  readonly condition: Condition
  readonly isThere: boolean
}

/** Asked once for each article. */
export type PreparedFilter = (article: FilterReading) => Verdict

/** Everything that a filter needs of itself is read here, once. `undefined` keeps all. */
export function prepareFilter(filter: Filter | undefined): PreparedFilter {
  if (filter === undefined) return () => ({ isKept: true, because: [] })
  switch (filter.kind) {
    case 'all':
      return prepareAll(filter.filters.map(prepareFilter))
    case 'any':
      return negate(prepareAll(filter.filters.map(prepareFilter).map(negate)))
    case 'none':
      return prepareAll(filter.filters.map(prepareFilter).map(negate))
    case 'words':
    case 'phrase':
    case 'pattern':
    case 'person':
    case 'place':
    case 'publisher':
    case 'rubric':
    case 'feed':
    case 'language':
      return prepareCondition(filter)
    default:
      return filter satisfies never
  }
}

/** The first that refuses decides alone; where none does, all have decided together. */
function prepareAll(filters: readonly PreparedFilter[]): PreparedFilter {
  return (article) => {
    const because: Finding[] = []
    for (const ask of filters) {
      const verdict = ask(article)
      if (!verdict.isKept) return verdict
      because.push(...verdict.because)
    }
    return { isKept: true, because }
  }
}

function negate(ask: PreparedFilter): PreparedFilter {
  return (article) => {
    const { isKept, because } = ask(article)
    return { isKept: !isKept, because }
  }
}

function prepareCondition(condition: Condition): PreparedFilter {
  const isMet = prepareTest(condition)
  const [there, missing]: readonly Verdict[] = [true, false].map((isThere) => ({
    isKept: isThere,
    because: [{ condition, isThere }],
  }))
  return (article) => (isMet(article) ? there : missing) ?? { isKept: false, because: [] }
}

type Test = (article: FilterReading) => boolean

function prepareTest(condition: Condition): Test {
  switch (condition.kind) {
    case 'words': {
      const subjects = subjectsOf(condition.words)
      return ({ words }) => subjects.length > 0 && subjects.every((isIn) => isIn(words(condition.where)))
    }
    case 'phrase': {
      const isIn = phraseIn(condition.words)
      return ({ words, plain }) => isIn?.(words(condition.where), plain(condition.where)) === true
    }
    case 'pattern': {
      const matches = preparePattern(condition.source)
      return ({ plain }) => matches(plain(condition.where))
    }
    case 'person':
      return preparePerson(condition.name, condition.where)
    case 'place':
      return preparePlace(condition.name, condition.where)
    case 'publisher':
    case 'rubric':
    case 'feed':
      return prepareOrigin(condition)
    case 'language':
      return prepareLanguage(condition.language)
    default:
      return condition satisfies never
  }
}

function prepareOrigin({ kind, name }: Extract<Condition, { kind: 'publisher' | 'rubric' | 'feed' }>): Test {
  const wanted = bareTitle(name)
  const isWanted = (own: string): boolean => bareTitle(own) === wanted
  switch (kind) {
    case 'publisher':
      return ({ article }) => isWanted(article.publisher)
    case 'rubric':
      return ({ article }) => article.rubrics.some(isWanted)
    case 'feed':
      return ({ article }) => article.feeds.some((own) => own === name || isWanted(own))
    default:
      return kind satisfies never
  }
}

/** «Monde» is «Le Monde». */
export const bareTitle = (title: string): string => foldTitle(title).replace(/^(?:(?:le|la|les) |l')/u, '')

function prepareLanguage(wanted: FilterLanguage): Test {
  return ({ language }) => {
    const own = language()
    if (wanted === 'foreign') return own !== 'fr' && own !== undefined
    return wanted === 'fr' ? own === 'fr' || own === undefined : own === wanted
  }
}
