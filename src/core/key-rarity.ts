// How rare a word is these days: what was seen lately, on top of the everyday French of news. Forgets nothing by itself.
import { RANKER_WEIGHTS } from './ranker-weights.ts'
import { storyKey } from './story-words.ts'

export interface KeyRarity {
  /** Counts an article's keys, each once. */
  add(keys: Uint32Array): void
  remove(keys: Uint32Array): void
  clear(): void
  /** Inverse document frequency, 0 or more, of a key in what is remembered. */
  readonly rarityOf: (key: number) => number
}

/** The everyday frequencies count like this many articles, next to those remembered; 500 to 2,000 do as well. */
const PRIOR_ARTICLES = 1000

/** Share of articles that a word counts for at least, be it known or not. */
const RARE_SHARE = 0.0005

const EVERYDAY = everyday()

function everyday(): ReadonlyMap<number, number> {
  const expected = new Map<number, number>()
  const { keys, keyRarity } = RANKER_WEIGHTS.lexicon.lists
  for (const [place, key] of keys.entries()) {
    const share = Math.exp(-(keyRarity[place] ?? 0))
    if (share > RARE_SHARE) expected.set(storyKey(key), PRIOR_ARTICLES * share)
  }
  return expected
}

export function createKeyRarity(): KeyRarity {
  const articlesByKey = new Map<number, number>()
  let articleCount = 0
  return {
    add(keys) {
      articleCount++
      count(articlesByKey, keys, 1)
    },
    remove(keys) {
      articleCount--
      count(articlesByKey, keys, -1)
    },
    clear() {
      articlesByKey.clear()
      articleCount = 0
    },
    rarityOf(key) {
      const articles = articlesByKey.get(key) ?? 0
      const expected = EVERYDAY.get(key) ?? PRIOR_ARTICLES * RARE_SHARE
      return Math.max(0, Math.log((articleCount + 1 + PRIOR_ARTICLES) / (articles + expected + 0.5)))
    },
  }
}

function count(articlesByKey: Map<number, number>, keys: Uint32Array, by: number): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0
    const articles = (articlesByKey.get(key) ?? 0) + by
    if (articles > 0) articlesByKey.set(key, articles)
    else articlesByKey.delete(key)
  }
}
