// Whether words of an answer are those that a case expects, accents, case, quotes and thousands apart.
import { PEOPLE, type PersonKey } from './people.ts'

export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('ı', 'i')
    .replaceAll(/[^\p{L}\p{N}%.,]+/gu, ' ')
    .replaceAll(/(?<=\d)[ .](?=\d{3}(?!\d))/gu, '')
    .replaceAll(/[.,](?!\d)/gu, ' ')
    .replaceAll(/ +/gu, ' ')
    .trim()
}

/** Whole words only: «Oslo» is not in «Osloïte». */
export function holds(text: string, words: string): boolean {
  const looked = folded(words)
  return looked !== '' && ` ${folded(text)} `.includes(` ${looked} `)
}

const CIVILITY = /^(?:m|mm|mme|dr|me|le|la|les|des|une?) /u

/** A sentence that has the name somewhere names nobody; in words. */
const LONGEST_NAME = 10

/** The whole name or a spelling of it within the answer, or the surname alone where it is nobody else’s. */
export function isNamed(text: string, key: PersonKey): boolean {
  const { name, spellings = [], surname } = PEOPLE[key]
  if (folded(text).split(' ').length > LONGEST_NAME) return false
  if ([name, ...spellings].some((known) => holds(text, known))) return true
  return surname !== undefined && folded(text).replace(CIVILITY, '') === folded(surname)
}
