// How rare a word is these days: what was seen lately, on top of the everyday French of news. Forgets nothing by itself.
import { RANKER_WEIGHTS } from './ranker-weights.ts'
import { storyKey, STORY_KEYS } from './story-words.ts'

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
  for (const [key, rarity] of RANKER_WEIGHTS.lexicon.keyRarity) {
    const share = Math.exp(-rarity)
    if (share > RARE_SHARE) expected.set(storyKey(key), PRIOR_ARTICLES * share)
  }
  return expected
}

export function createKeyRarity(): KeyRarity {
  // One number for each key that there can be: bounded, and nothing to look up.
  const articlesByKey = new Int32Array(STORY_KEYS)
  let articleCount = 0
  return {
    add(keys) {
      articleCount++
      for (const key of keys) articlesByKey[key] = (articlesByKey[key] ?? 0) + 1
    },
    remove(keys) {
      articleCount--
      for (const key of keys) articlesByKey[key] = (articlesByKey[key] ?? 0) - 1
    },
    clear() {
      articlesByKey.fill(0)
      articleCount = 0
    },
    rarityOf(key) {
      const articles = articlesByKey[key] ?? 0
      const expected = EVERYDAY.get(key) ?? PRIOR_ARTICLES * RARE_SHARE
      return Math.max(0, Math.log((articleCount + 1 + PRIOR_ARTICLES) / (articles + expected + 0.5)))
    },
  }
}
