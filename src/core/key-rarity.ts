// How rare a word is these days: what was seen lately, on top of the everyday French of news. Forgets nothing by itself.
import { RANKER_WEIGHTS } from './ranker-weights.ts'
import { STORY_KEYS, storyKey } from './story-words.ts'

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

/** By key, how many of those articles say it: a list of all keys, as each is looked up for each article. */
const EVERYDAY = everyday()

function everyday(): Float32Array {
  const expected = new Float32Array(STORY_KEYS).fill(PRIOR_ARTICLES * RARE_SHARE)
  const { keys, keyRarity } = RANKER_WEIGHTS.lexicon.lists
  for (const [place, key] of keys.entries()) {
    const share = Math.exp(-(keyRarity[place] ?? 0))
    if (share > RARE_SHARE) expected[storyKey(key)] = PRIOR_ARTICLES * share
  }
  return expected
}

export function createKeyRarity(): KeyRarity {
  const articlesByKey = new Uint32Array(STORY_KEYS)
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
      articlesByKey.fill(0)
      articleCount = 0
    },
    rarityOf(key) {
      const articles = (articlesByKey[key] ?? 0) + (EVERYDAY[key] ?? 0)
      return Math.max(0, Math.log((articleCount + 1 + PRIOR_ARTICLES) / (articles + 0.5)))
    },
  }
}

function count(articlesByKey: Uint32Array, keys: Uint32Array, by: number): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0
    articlesByKey[key] = (articlesByKey[key] ?? 0) + by
  }
}
