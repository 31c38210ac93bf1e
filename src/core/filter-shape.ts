// The plain shape of a filter: one way to say each, whoever made it, so that what is told back reads back the same.
// Asks no article.
import { contentStems } from '../french/stems.ts'
import type { Filter } from './filter.ts'
import { operatorOf, QUOTES } from './filter-tokens.ts'

/** All of them; what must not be there stands last, in one place. */
export function allOf(filters: readonly Filter[]): Filter {
  const flat = filters.flatMap((filter) => (filter.kind === 'all' ? filter.filters : [filter]))
  const unwanted = flat.flatMap((filter) => (filter.kind === 'none' ? filter.filters : []))
  const wanted = flat.filter(({ kind }) => kind !== 'none')
  return joined('all', unwanted.length === 0 ? wanted : [...wanted, noneOf(unwanted)])
}

export function anyOf(filters: readonly Filter[]): Filter {
  return joined(
    'any',
    filters.flatMap((filter) => (filter.kind === 'any' ? filter.filters : [filter])),
  )
}

export function noneOf(filters: readonly Filter[]): Filter {
  const flat = filters.flatMap((filter) => (filter.kind === 'any' ? filter.filters : [filter]))
  const [only] = flat
  // What must not be missing must be there.
  if (only?.kind === 'none' && flat.length === 1) return anyOf(only.filters)
  return { kind: 'none', filters: flat }
}

function joined(kind: 'all' | 'any', filters: readonly Filter[]): Filter {
  const [only] = filters
  return only !== undefined && filters.length === 1 ? only : { kind, filters }
}

/** The same filter in its plain shape. */
export function plainFilter(filter: Filter): Filter {
  switch (filter.kind) {
    case 'all':
      return allOf(filter.filters.map(plainFilter))
    case 'any':
      return anyOf(filter.filters.map(plainFilter))
    case 'none':
      return noneOf(filter.filters.map(plainFilter))
    case 'words':
      return { ...filter, words: plainWords(filter.words) }
    case 'phrase':
      return { ...filter, words: plainQuoted(filter.words) }
    case 'person':
    case 'place':
    case 'publisher':
    case 'rubric':
    case 'feed':
      return { ...filter, name: plainQuoted(filter.name) }
    case 'pattern':
    case 'language':
      return filter
    default:
      return filter satisfies never
  }
}

const SIGNS = new RegExp(String.raw`[\s()/*${QUOTES},;:]+`, 'gu')

/** Words without signs that mean something in a line, and without «et» and «ou»; `''` when they say nothing. */
export function plainWords(text: string): string {
  const words = text
    .normalize('NFC')
    .split(SIGNS)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '' && operatorOf(word) === undefined)
  const plain = words.join(' ')
  return contentStems(plain).length === 0 ? '' : plain
}

const MARKS = new RegExp(String.raw`[\s${QUOTES}]+`, 'gu')

/** A phrase or a name without quotation marks; `''` without a letter or a figure. */
export function plainQuoted(text: string): string {
  const plain = text.normalize('NFC').replaceAll(MARKS, ' ').trim()
  return /[\p{L}\p{N}]/u.test(plain) ? plain : ''
}
