// The words of a sentence and the names of people among them, before its phrases are read. Decides where no phrase ends.
import { DETERMINERS, JOINED_PREPOSITIONS, isPartyHead, PREPOSITIONS } from './party-words.ts'
import type { PersonName } from './people.ts'
import { CIVILITIES } from './roles.ts'
import type { SentenceWord } from './sentence-words.ts'

export interface NamedWords {
  readonly text: string
  readonly words: readonly SentenceWord[]
  /** By their first offset in the text. */
  readonly names: ReadonlyMap<number, PersonName>
}

/** `''` beyond the ends. */
export const keyAt = ({ words }: NamedWords, at: number): string => words[at]?.key ?? ''

/** Whether a name begins with the word at `at`. */
export const isNameAt = ({ words, names }: NamedWords, at: number): boolean =>
  names.has(words[at]?.start ?? -1)

export const isHeadAt = (sentence: NamedWords, at: number): boolean => isPartyHead(keyAt(sentence, at))

/** «le ministre», «du ministre» */
export const isArticleAt = (sentence: NamedWords, at: number): boolean =>
  DETERMINERS.has(keyAt(sentence, at)) || JOINED_PREPOSITIONS.has(keyAt(sentence, at))

/** Index of the first word behind the name at `at`. */
export function indexBehindName({ words, names }: NamedWords, at: number): number {
  const end = names.get(words[at]?.start ?? -1)?.end ?? words[at]?.end ?? 0
  let next = at
  while (next < words.length && (words[next]?.start ?? end) < end) next++
  return next
}

/** The preposition before the phrase that begins at `at`; of «du» and «aux» themselves. */
export function prepositionBefore(sentence: NamedWords, at: number): string | undefined {
  const own = JOINED_PREPOSITIONS.get(keyAt(sentence, at))
  if (own !== undefined) return own
  const before = sentence.words[at - 1]
  // «a» without an accent is a verb.
  return before?.lower === 'a' ? undefined : PREPOSITIONS.get(before?.key ?? '')
}

/** Index behind «M.», «MM.», «Mme», «le général»; undefined where none stands at `at`. */
export function civilityEnd(sentence: NamedWords, at: number): number | undefined {
  const word = sentence.words[at]
  if (word === undefined) return undefined
  if (SHORT_CIVILITIES.has(word.key) && keyAt(sentence, at + 1) === '.') return at + 2
  if (word.key.startsWith('m.') && isNameAt(sentence, at + 1)) return at + 1
  // «me» is a pronoun more often than «maître».
  return CIVILITIES.has(word.key) && word.key !== 'me' ? at + 1 : undefined
}
const SHORT_CIVILITIES = new Set(['m', 'mm', 'dr', 'pr'])

/** Index of a name at `at`, with or without a civility before it: «Jean Dupré», «M. Dupré». */
export function nameFrom(sentence: NamedWords, at: number): number | undefined {
  if (isNameAt(sentence, at)) return at
  const behind = civilityEnd(sentence, at)
  return behind !== undefined && isNameAt(sentence, behind) ? behind : undefined
}

/** Whether a name begins at `at`, or the civility of one: «Jean Dupré», «M.». */
export const opensNameAt = (sentence: NamedWords, at: number): boolean =>
  isNameAt(sentence, at) || civilityEnd(sentence, at) !== undefined
