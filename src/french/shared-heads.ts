// The offices that one plural noun names: «les ministres russe et turc» are two. Reads the words of one phrase only.
import { isCountry } from './complements.ts'
import type { NamedWords } from './named-words.ts'
import { isPluralRoleHead } from './party-words.ts'

/**
 * «chefs de la diplomatie russe et américaine», «présidents du Tchad, du Niger et du Mali» give one office each; undefined
 * for anything else. The phrase goes from its noun at `head` to the index `end`.
 */
export function officesOfSharedHead(
  { text, words }: NamedWords,
  head: number,
  end: number,
): readonly string[] | undefined {
  const noun = words[head]
  if (noun === undefined || !isPluralRoleHead(noun.key)) return undefined
  const singular = text.slice(noun.start, noun.end).replace(/s$/u, '')
  const phrase = text.slice(noun.end, words[end - 1]?.end ?? noun.end)
  const adjectives = SHARED_ADJECTIVES.exec(phrase)
  const [, middle = '', list = ''] = adjectives ?? SHARED_COUNTRIES.exec(phrase) ?? []
  const parts = list.split(/, | et /u).map((part) => part.trim())
  if (parts.length < 2) return undefined
  if (adjectives !== null && !parts.every((part) => isCountry(part))) return undefined
  return parts.map((part) => `${singular}${middle} ${part}`.replace(/ {2,}/gu, ' '))
}

/** « de la diplomatie russe et américaine»: a complement, which the offices share, and the list of adjectives. */
const SHARED_ADJECTIVES =
  /^((?: de [^,]{2,40}?| d['’][^,]{2,40}?| du [^,]{2,40}?)?) ((?:\p{L}+(?:-\p{L}+)*, )*\p{L}+(?:-\p{L}+)* et \p{L}+(?:-\p{L}+)*)$/u

/** « du Tchad, du Niger et du Mali»: nothing shared, and the list of countries. */
const SHARED_COUNTRIES =
  /^()((?: ?(?:du|de la|de l['’]|des|de|d['’]) ?\p{Lu}[\p{L}-]+,?)+ et (?:du |de la |de l['’]|des |de |d['’])\p{Lu}[\p{L}-]+)$/u
