// Months as feeds write them: English or French, whole or cut, with or without their accents. Reads no date.
import { MONTHS } from '../french/months.ts'

const ENGLISH = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const FRENCH = MONTHS.map((month) => month.normalize('NFD').replaceAll(/\p{Mn}/gu, ''))

/** Fewer letters name no month. */
const SHORTEST = 3

/** 1 to 12, of a word in lower case without accents; undefined for no month, and for « jui », which is two. */
export function monthOf(word: string): number | undefined {
  if (word.length < SHORTEST) return undefined
  const months = FRENCH.flatMap((name, index) =>
    name.startsWith(word) || ENGLISH[index]?.startsWith(word) === true ? [index + 1] : [],
  )
  return months.length === 1 ? months[0] : undefined
}

/** Whether only French writes a month so: `fevr`, `aout`, not `nov`. */
export function isFrenchMonth(word: string): boolean {
  return FRENCH.some((name) => name.startsWith(word)) && !ENGLISH.some((name) => name.startsWith(word))
}

/** Where an accent was: nothing, a question mark, U+FFFD, or UTF-8 that was taken for windows-1252 (« Ã© », here « a© »). */
const LOST = '(?:a?[^a-z\\d\\s.,/:-]{1,3})?'

const DAMAGED: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\bf${LOST}v(?=r(?:ier)?\\b|\\b)`, 'g'), 'fev'],
  [new RegExp(`\\bd${LOST}c(?=embre\\b|\\b)`, 'g'), 'dec'],
  [new RegExp(`\\bao${LOST}t\\b`, 'g'), 'aout'],
  [/\bao(?:a?[^a-z\d\s.,/:-]{1,3})(?=[\s.])/g, 'aou'],
]

/** The months that have an accent, read where a wrong character set has broken it. In lower case. */
export function mendMonths(text: string): string {
  return DAMAGED.reduce((mended, [pattern, month]) => mended.replaceAll(pattern, month), text)
}
