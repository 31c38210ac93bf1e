// Kinds of characters and short looks around an offset. Every look is bounded, so readers built on it stay linear.

/** Longest word looked at around an offset, in UTF-16 code units: longer runs of letters are no French word. */
const LONGEST_WORD = 30

const [UPPER, LOWER, LETTER, DIGIT, BLANK] = [1, 2, 4, 8, 16]
const EXPRESSIONS: readonly (readonly [kind: number, expression: RegExp])[] = [
  [UPPER, /[\p{Lu}\p{Lt}]/u],
  [LOWER, /\p{Ll}/u],
  [LETTER, /[\p{L}\p{M}]/u],
  [DIGIT, /\p{Nd}/u],
  // Marks of no width that editors leave behind stand where a blank stands; joiners hold an emoji together.
  [BLANK, /[\s\u200B\u200E\u200F\u202A-\u202E\u2060]/u],
]

const kindsByExpression = (code: number): number => {
  const character = String.fromCharCode(code)
  return EXPRESSIONS.reduce((kinds, [kind, expression]) => kinds | (expression.test(character) ? kind : 0), 0)
}

const UNKNOWN = 255
/** The kinds of every code, found at its first use: looking them up is faster than any expression. */
const KINDS = new Uint8Array(0x10000).fill(UNKNOWN)

/** No kind for half of a surrogate pair, and none for NaN, beyond the end of a text. */
function kindsOf(code: number): number {
  const known = KINDS[code] ?? 0
  if (known !== UNKNOWN) return known
  const kinds = kindsByExpression(code)
  KINDS[code] = kinds
  return kinds
}

export const isUpper = (character: string): boolean => (kindsOf(character.charCodeAt(0)) & UPPER) !== 0
export const isLower = (character: string): boolean => (kindsOf(character.charCodeAt(0)) & LOWER) !== 0
export const isLetter = (character: string): boolean => (kindsOf(character.charCodeAt(0)) & LETTER) !== 0
export const isDigit = (character: string): boolean => (kindsOf(character.charCodeAt(0)) & DIGIT) !== 0
export const isBlank = (character: string): boolean => (kindsOf(character.charCodeAt(0)) & BLANK) !== 0
export const isApostrophe = (character: string): boolean => character === "'" || character === '’'

const isLetterAt = (text: string, at: number): boolean => (kindsOf(text.charCodeAt(at)) & LETTER) !== 0
const isBlankAt = (text: string, at: number): boolean => (kindsOf(text.charCodeAt(at)) & BLANK) !== 0

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

/** The first offset from `at` on that holds no blank, `end` when there is none. */
export function skipBlanks(text: string, at: number, end = text.length): number {
  let next = at
  while (next < end && isBlankAt(text, next)) next++
  return next
}

/** The offset behind the last character before `end` that is no blank; `start` when there is none. */
export function skipBlanksBefore(text: string, start: number, end: number): number {
  let last = end
  while (last > start && isBlankAt(text, last - 1)) last--
  return last
}
