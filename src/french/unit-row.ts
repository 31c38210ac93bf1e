// A sentence as a row of phrases for people and of other words, and how to look at it. Knows no verb and no list.
import type { Party } from './party.ts'
import type { SentenceWord } from './sentence-words.ts'
import { wordSet } from './word-set.ts'

export type Unit = { readonly party: Party } | { readonly word: SentenceWord }

/** In the order of the sentence; several units may share one span: «les ministres russe et turc». */
export type Row = readonly Unit[]

export function wordAt(row: Row, at: number): SentenceWord | undefined {
  const unit = row[at]
  return unit !== undefined && 'word' in unit ? unit.word : undefined
}

export function partyAt(row: Row, at: number): Party | undefined {
  const unit = row[at]
  return unit !== undefined && 'party' in unit ? unit.party : undefined
}

/** Folded, as in `SentenceWord`; `''` for a phrase and beyond the ends. */
export const keyOfUnit = (row: Row, at: number): string => wordAt(row, at)?.key ?? ''

/** The same in small letters with its accents. */
export const lowerOfUnit = (row: Row, at: number): string => wordAt(row, at)?.lower ?? ''

/** Offsets in the text; 0 beyond the ends of the row. */
export const startOf = (row: Row, at: number): number => spanAt(row, at)?.start ?? 0
export const endOf = (row: Row, at: number): number => spanAt(row, at)?.end ?? 0
export const rowEnd = (row: Row): number => endOf(row, row.length - 1)

const spanAt = (row: Row, at: number): Party | SentenceWord | undefined => partyAt(row, at) ?? wordAt(row, at)

/** Another statement begins with the word at `at`: «que», «mais», «;». */
export const isBreak = (row: Row, at: number): boolean => {
  const word = wordAt(row, at)
  // «ou» joins, «où» breaks; both have the key `ou`.
  return word !== undefined && word.lower !== 'ou' && BREAKS.has(word.key)
}

const BREAKS = wordSet(
  "que qu' dont ou mais car lorsque lorsqu' quand tandis alors puisque puisqu' si s'il comme ; : ? ! …",
)

/** Whether nothing that is told together goes on at `at`: another statement, or the end of the sentence. */
export const isClauseEnd = (row: Row, at: number): boolean => isBreak(row, at) || keyOfUnit(row, at) === '.'

/** Index of the last break before `at`, else 0. */
export function clauseStart(row: Row, at: number): number {
  for (let index = at - 1; index > 0; index--)
    // «comme X et Y» breaks no clause of a noun.
    if (isBreak(row, index) && keyOfUnit(row, index) !== 'comme') return index
  return 0
}
