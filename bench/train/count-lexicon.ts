// Counts words over articles: how many say each, and how many of their abstracts say it too. Keeps numbers, no text.
import { packLogarithms, unpackLogarithms } from '../../src/core/logarithms.ts'
import { Lexicon } from '../../src/core/lexicon.ts'
import type { Words } from '../../src/french/words.ts'

/** Words that fewer articles say are known to be rare, and that is all: their odds would be chance. */
const FEWEST_ARTICLES = 8

/** Odds are drawn towards those of any word, as if four more articles had said it. */
const PRIOR_ARTICLES = 4

/** An abstract says one word in eleven of those that its article says: counted over 9,000 articles. */
const PRIOR_SHARE = 0.09

export interface CountedArticle {
  readonly words: Words
  readonly abstract: Words
}

/** What `count` articles teach about words, rounded as it will be packed. */
export function countLexicon(articles: readonly CountedArticle[]): Lexicon {
  const [said, saidTwice, keys] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ]
  for (const { words, abstract } of articles) {
    const again = new Set(abstract.hashes.subarray(0, abstract.count))
    for (const hash of new Set(words.hashes.subarray(0, words.count))) {
      raise(said, hash)
      if (again.has(hash)) raise(saidTwice, hash)
    }
    for (const key of new Set(words.keys.subarray(0, words.count))) raise(keys, key)
  }
  const rarityOf = (count: number): number => rounded(Math.log((articles.length + 1) / (count + 1)))
  const [knownWords, knownKeys] = [frequent(said), frequent(keys)]
  return new Lexicon({
    words: Int32Array.from(knownWords, ([hash]) => hash),
    odds: Float64Array.from(knownWords, ([hash, count]) => oddsOf(saidTwice.get(hash) ?? 0, count)),
    rarity: Float64Array.from(knownWords, ([, count]) => rarityOf(count)),
    keys: Int32Array.from(knownKeys, ([key]) => key),
    keyRarity: Float64Array.from(knownKeys, ([, count]) => rarityOf(count)),
    unknownOdds: oddsOf(0, 0),
    unknownRarity: rarityOf(1),
  })
}

/** In the order of their hashes, so that the same articles give the same file. */
function frequent(counts: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...counts].filter(([, count]) => count >= FEWEST_ARTICLES).toSorted(([one], [other]) => one - other)
}

function oddsOf(saidTwice: number, said: number): number {
  const yes = saidTwice + PRIOR_ARTICLES * PRIOR_SHARE
  const no = said - saidTwice + PRIOR_ARTICLES * (1 - PRIOR_SHARE)
  return rounded(Math.log(yes / no))
}

/** To the step in which it is packed: trees learn from what they will be given. */
const rounded = (logarithm: number): number => unpackLogarithms(packLogarithms([logarithm]))[0] ?? 0

function raise(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
