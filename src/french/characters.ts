// Kinds of characters and short looks around an offset. Every look is bounded, so readers built on it stay linear.

/** Longest word looked at around an offset, in UTF-16 code units: longer runs of letters are no French word. */
const LONGEST_WORD = 30

const UPPER = /^[\p{Lu}\p{Lt}]/u
const LOWER = /^\p{Ll}/u
const LETTER = /^[\p{L}\p{M}]/u
const isAsciiLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
const DIGIT = /^\p{Nd}/u
const BLANK = /^\s/u

export const isUpper = (character: string): boolean =>
  (character >= 'A' && character <= 'Z') || UPPER.test(character)
export const isLower = (character: string): boolean => LOWER.test(character)
export const isLetter = (character: string): boolean =>
  isAsciiLetter(character.charCodeAt(0)) || LETTER.test(character)
export const isDigit = (character: string): boolean => DIGIT.test(character)
export const isBlank = (character: string): boolean => character === ' ' || BLANK.test(character)
export const isApostrophe = (character: string): boolean => character === "'" || character === '’'

const isLetterAt = (text: string, at: number): boolean =>
  isAsciiLetter(text.charCodeAt(at)) || LETTER.test(text.charAt(at))

/** The letters that end just before `end`: `''` when there are none. */
export function lettersBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < LONGEST_WORD && isLetterAt(text, start - 1)) start--
  return text.slice(start, end)
}

/** The letters that begin at `start`: `''` when there are none. */
export function lettersAfter(text: string, start: number): string {
  let end = start
  while (end < text.length && end - start < LONGEST_WORD && isLetterAt(text, end)) end++
  return text.slice(start, end)
}

/** The first offset from `at` on that holds no blank. */
export function skipBlanks(text: string, at: number): number {
  let next = at
  while (next < text.length && isBlank(text.charAt(next))) next++
  return next
}
