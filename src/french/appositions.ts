// What is said of somebody right behind the name: «(PS)», «, 52 ans,», «, ministre de la Défense,». Reads no name.
import { isHeadAt, keyAt, type NamedWords, opensNameAt } from './named-words.ts'
import { headBehind, officeWords } from './noun-heads.ts'
import { isPluralRoleHead } from './party-words.ts'
import { phraseEnd } from './phrase-ends.ts'
import { wordSet } from './word-set.ts'

export interface Apposition {
  /** Index of the first word behind it and the comma that closes it. */
  readonly next: number
  readonly office?: string
}

/** `at` is the index behind a name. */
export function appositionAt(sentence: NamedWords, at: number): Apposition | undefined {
  const key = keyAt(sentence, at)
  if (key === '(') return bracketAt(sentence, at)
  if (key !== ',') return undefined
  if (!isAgeAt(sentence, at + 1)) return apposedOffice(sentence, at + 1)
  const behindAge = at + 3
  if (keyAt(sentence, behindAge) !== ',') return undefined
  return startsOffice(sentence, behindAge + 1)
    ? apposedOffice(sentence, behindAge + 1)
    : { next: behindAge + 1 }
}

/** How many words a bracket holds at most. */
const MOST_BRACKETED = 7

/** «(PS)», «(Les Républicains)» */
function bracketAt({ words }: NamedWords, at: number): Apposition | undefined {
  const close = words.slice(at + 1, at + 1 + MOST_BRACKETED).findIndex(({ key }) => key === ')')
  return close < 0 ? undefined : { next: at + close + 2 }
}

/** «52 ans» */
const isAgeAt = (sentence: NamedWords, at: number): boolean =>
  /^\p{N}+$/u.test(keyAt(sentence, at)) && keyAt(sentence, at + 1) === 'ans'

const startsOffice = (sentence: NamedWords, at: number): boolean =>
  isHeadAt(sentence, ARTICLES.has(keyAt(sentence, at)) ? at + 1 : at)

const ARTICLES = wordSet("le la l'")

/** «ministre de la Défense,», «alors maire de Valmy.», «le patron de Valmy,» */
function apposedOffice(sentence: NamedWords, at: number): Apposition | undefined {
  const from = keyAt(sentence, at) === 'alors' ? at + 1 : at
  const hasArticle = ARTICLES.has(keyAt(sentence, from))
  const head = headBehind(sentence, hasArticle ? from + 1 : from)
  if (!isHeadAt(sentence, head) || isPluralRoleHead(keyAt(sentence, head))) return undefined
  const end = phraseEnd(sentence, head)
  if (opensNameAt(sentence, end) || !CLOSINGS.has(keyAt(sentence, end))) return undefined
  const isBeforeComma = keyAt(sentence, end) === ','
  // «le Premier ministre, Dupré, le ministre des Transports, Valmy, et…»: the next in a list.
  if (isBeforeComma && hasArticle && opensNameAt(sentence, end + 1)) return undefined
  return { next: isBeforeComma ? end + 1 : end, office: officeWords(sentence, from, end) }
}

/** `''` is the end of the sentence. */
const CLOSINGS: ReadonlySet<string> = new Set([',', '.', ';', ''])
