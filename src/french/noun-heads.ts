// The head of a noun phrase for people and what stands before it: article, «ancien», figures. Knows nothing of its end.
import { isArticleAt, isNameAt, keyAt, type NamedWords } from './named-words.ts'
import { BEFORE_NOUN } from './party-words.ts'

/** Index behind «ancien», «nouvelle», «150» from `at` on. */
export function headBehind(sentence: NamedWords, at: number): number {
  let head = at
  while (isBeforeNoun(sentence, head)) head++
  return head
}

/** The same behind an article, where the noun may open a quotation: «les « anciens ministres »». */
export function quotedHeadBehind(sentence: NamedWords, at: number): number {
  let head = at
  while (isBeforeNoun(sentence, head) || OPENING_QUOTES.has(keyAt(sentence, head))) head++
  return head
}

const OPENING_QUOTES: ReadonlySet<string> = new Set(['"', '«', '“'])

function isBeforeNoun(sentence: NamedWords, at: number): boolean {
  const key = keyAt(sentence, at)
  return (BEFORE_NOUN.has(key) || /^\p{N}+$/u.test(key)) && !isNameAt(sentence, at)
}

/** The words from `at` up to the index `end`, without an article at `at`. */
export function officeWords(sentence: NamedWords, at: number, end: number): string {
  const { text, words } = sentence
  const start = words[isArticleAt(sentence, at) ? at + 1 : at]?.start ?? 0
  return text.slice(start, words[end - 1]?.end ?? start)
}
