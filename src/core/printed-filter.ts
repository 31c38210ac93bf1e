// A filter as one line that reads back to the same filter. Shortens nothing.
import type { Condition, Filter, FilterLanguage } from './filter.ts'
import { plainFilter } from './filter-shape.ts'

/** In its plain shape: «(Lavrov OU "cessez-le-feu") SAUF titre:sport». */
export function printFilter(filter: Filter): string {
  const plain = plainFilter(filter)
  return plain.kind === 'none' ? `SAUF ${within(plain.filters)}` : print(plain)
}

/** One condition: `personne:"Sergueï Lavrov"`. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'words':
      return inTitle(
        condition,
        condition.words.includes(' ') ? `(${condition.words})` : condition.words,
        condition.words,
      )
    case 'phrase':
      return inTitle(condition, `"${condition.words}"`)
    case 'pattern':
      return inTitle(condition, `/${condition.source}/`)
    case 'person':
      return inTitle(condition, `personne:${nameOf(condition.name)}`)
    case 'place':
      return inTitle(condition, `lieu:${nameOf(condition.name)}`)
    case 'publisher':
      return `éditeur:${nameOf(condition.name)}`
    case 'rubric':
      return `rubrique:${nameOf(condition.name)}`
    case 'feed':
      return `flux:${nameOf(condition.name)}`
    case 'language':
      return `langue:${LANGUAGE_WORDS[condition.language] ?? condition.language}`
    default:
      return condition satisfies never
  }
}

const LANGUAGE_WORDS: Readonly<Partial<Record<FilterLanguage, string>>> = { foreign: 'étrangère' }

function inTitle(
  { where }: Extract<Condition, { readonly where: unknown }>,
  scoped: string,
  free: string = scoped,
): string {
  return where === 'title' ? `titre:${scoped}` : free
}

/** A name of one word that means nothing else stands without quotes. */
function nameOf(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}'’.-]*$/u.test(name) && !OPERATOR.test(name) ? name : `"${name}"`
}
const OPERATOR = /^(?:et|ou|où|sauf|non|and|or|not|sans|pas)$/iu

/** Where one condition or a group may stand. */
function print(filter: Filter): string {
  switch (filter.kind) {
    case 'all':
      return printAll(filter.filters)
    case 'any':
      return filter.filters.map((one) => (one.kind === 'all' ? `(${print(one)})` : print(one))).join(' OU ')
    case 'none':
      return `NON ${within(filter.filters)}`
    case 'words':
    case 'phrase':
    case 'pattern':
    case 'person':
    case 'place':
    case 'publisher':
    case 'rubric':
    case 'feed':
    case 'language':
      return printCondition(filter)
    default:
      return filter satisfies never
  }
}

/** «A ET B SAUF C». */
function printAll(filters: readonly Filter[]): string {
  const wanted = filters.flatMap((one) =>
    one.kind === 'none' ? [] : [one.kind === 'any' ? `(${print(one)})` : print(one)],
  )
  const unwanted = filters.flatMap((one) => (one.kind === 'none' ? [within(one.filters)] : []))
  return [wanted.join(' ET '), ...unwanted].join(' SAUF ')
}

/** One of these: behind «NON» and «SAUF». */
function within(filters: readonly Filter[]): string {
  const [only] = filters
  if (only === undefined || filters.length > 1) return `(${print({ kind: 'any', filters })})`
  return 'filters' in only || isSeveralWords(only) ? `(${print(only)})` : print(only)
}

/** «NON vol fraude» is read as it is meant, but not by people. */
const isSeveralWords = (filter: Filter): boolean => filter.kind === 'words' && filter.words.includes(' ')
