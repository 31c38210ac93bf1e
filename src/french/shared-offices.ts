// Several offices in one phrase: «les chefs de la diplomatie russe et américaine», «les maires de Paris et de Lyon». Says
// nothing of who holds them.
import { countryOfAdjective } from './demonyms.ts'
import type { OfficePhrase } from './office-phrases.ts'
import { officeKeyOf } from './office-keys.ts'
import { opensRole, roleAt } from './office-roles.ts'
import { ARTICLES, isTitleAdjective, OF } from './office-words.ts'
import { wordAt, type Word } from './phrase-words.ts'
import type { Span } from './sentences.ts'

/** The span is that of all of them, behind the article. */
export interface SharedOffices extends Span {
  /** Two or more, in the singular: `chef de la diplomatie russe`. */
  readonly offices: readonly Pick<OfficePhrase, 'text' | 'key'>[]
}

/** Words of such a phrase at most. */
const MOST_WORDS = 24

/** Undefined where `at`, an article or the role itself, opens no such phrase. */
export function sharedOfficesAt(text: string, at: number, limit = text.length): SharedOffices | undefined {
  const words = wordsAt(text, behindArticles(text, at), limit)
  const singular = words.map(({ key }) => singularOf(key))
  const role = roleAt(singular)
  const first = words[0]
  if (role === undefined || first === undefined || singular[0] === first.key) return undefined
  const head = words.slice(0, role.words.length)
  const shared = readShares(text, words, role.words.length)
  if (shared.shares.length < 2) return undefined
  const headText = joined(textOf(text, head).map(singularText))
  const offices = shared.shares.flatMap((share) => {
    const key = officeKeyOf([
      ...role.words,
      ...keysOf(share.isFirst ? [share.words, shared.complement] : [shared.complement, share.words]),
    ])
    const parts = (
      share.isFirst ? [share.words, shared.complement] : [shared.complement, share.words]
    ).flatMap((one) => textOf(text, one))
    return key === undefined ? [] : [{ text: joined([headText, ...parts]), key }]
  })
  return offices.length < 2 ? undefined : { start: first.start, end: shared.end, offices }
}

const singularOf = (key: string): string => (key.length > 3 ? key.replace(/s$/u, '') : key)
const singularText = (word: string): string => (word.length > 3 ? word.replace(/s$/u, '') : word)

const keysOf = (lists: readonly (readonly Word[])[]): readonly string[] => lists.flat().map(({ key }) => key)

/** The words as they stand, with one blank between them. */
const textOf = (text: string, words: readonly Word[]): readonly string[] =>
  words.map(({ start, end }) => text.slice(start, end))

/** `d’ État` has no blank. */
const joined = (parts: readonly string[]): string => parts.join(' ').replaceAll(/(?<=['’]) /gu, '')

function behindArticles(text: string, at: number): number {
  let start = at
  for (let step = 0; step < 2; step++) {
    const word = wordAt(text, start)
    if (word === undefined || !(ARTICLES.has(word.key) || PLURAL.has(word.key))) return start
    start = word.isElided ? word.end : word.end + 1
  }
  return start
}
const PLURAL: ReadonlySet<string> = new Set(['deux', 'trois', 'quatre'])

/** Behind one blank, an apostrophe or a comma. */
function wordsAt(text: string, start: number, limit: number): readonly Word[] {
  const words: Word[] = []
  let at = start
  while (words.length < MOST_WORDS) {
    const word = wordAt(text, at)
    if (word === undefined || word.end > limit) break
    words.push(word)
    const gap = /^(?:, |[ \u00A0\u202F])/u.exec(text.slice(word.end, word.end + 2))
    if (gap === null && !word.isElided) break
    at = word.end + (gap?.[0].length ?? 0)
  }
  return words
}

interface Share {
  readonly words: readonly Word[]
  /** Before the complement: `ministres russe et turc de la Défense`. */
  readonly isFirst: boolean
}

interface Shares {
  readonly shares: readonly Share[]
  readonly complement: readonly Word[]
  readonly end: number
}

function readShares(text: string, words: readonly Word[], from: number): Shares {
  const before = adjectivesAt(words, from)
  const complement =
    before.length > 1 || before.length === 0 ? complementAt(words, from + spanOf(before)) : []
  const behind = before.length === 0 ? adjectivesAt(words, from + complement.length) : []
  const adjectives = before.length > 0 ? before : behind
  if (adjectives.length > 1) {
    const last = before.length > 0 && complement.length > 0 ? complement.at(-1) : adjectives.at(-1)
    const shares = adjectives.map((word) => ({ words: [word], isFirst: before.length > 0 }))
    return { shares, complement, end: last?.end ?? 0 }
  }
  const places = placesAt(text, words, from)
  return {
    shares: places.map((place) => ({ words: place, isFirst: true })),
    complement: [],
    end: places.at(-1)?.at(-1)?.end ?? 0,
  }
}

/** Words that the adjectives take, «et» among them. */
const spanOf = (adjectives: readonly Word[]): number => (adjectives.length === 0 ? 0 : adjectives.length + 1)

/** `russe, turc et iranien`: as many as stand in a row. */
function adjectivesAt(words: readonly Word[], from: number): readonly Word[] {
  const found: Word[] = []
  for (let at = from; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) break
    if (word.key === 'et' && found.length > 0) continue
    if (countryOfAdjective(word.key) === undefined || word.isCapital) break
    found.push(word)
    if (words[at - 1]?.key === 'et') break
  }
  return found
}

/** `de la diplomatie`, `des Affaires étrangères`. */
function complementAt(words: readonly Word[], from: number): readonly Word[] {
  let at = from
  if (!OF.has(words[at]?.key ?? '')) return []
  while (ARTICLES.has(words[at]?.key ?? '')) at++
  at++
  while (at < words.length && isPlainAdjective(words[at])) at++
  return words.slice(from, at)
}

const isPlainAdjective = (word: Word | undefined): boolean =>
  word !== undefined &&
  countryOfAdjective(word.key) === undefined &&
  isTitleAdjective(word.key, word.isCapital)

/** `de Paris et de Lyon`, `de Paris, Lyon et Marseille`: each with its «de». */
function placesAt(text: string, words: readonly Word[], from: number): readonly (readonly Word[])[] {
  const places: Word[][] = []
  let place: Word[] = []
  for (let at = from; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) break
    if (word.key === 'et') continue
    if (ARTICLES.has(word.key) && !word.isCapital) place.push(word)
    else if (!word.isCapital) break
    else {
      const isNext = place.length === 0
      const before = words[at - 1]
      const isListed =
        before !== undefined &&
        (before.key === 'et' || (places.length > 0 && text.charAt(before.end) === ','))
      if (isNext && !isListed) break
      places.push([...(isNext ? (places[0]?.slice(0, -1) ?? []) : place), word])
      place = []
      if (places.length > 1 && words[at - 1]?.key === 'et') break
    }
  }
  return places
}

/** Whether a folded word may open such a phrase: the plural of a role. */
export const opensRoles = (word: string): boolean => word.endsWith('s') && opensRole(singularOf(word))
