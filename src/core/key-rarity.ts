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

/** Articles are counted in parts of this size, as the everyday ones are shares: whole numbers come and go exactly. */
const PARTS = 1024

/** By key, how many articles say it: the everyday ones. A list of all keys, since each is looked up for each article. */
function everyday(): Uint32Array {
  const expected = new Uint32Array(STORY_KEYS).fill(Math.round(PARTS * PRIOR_ARTICLES * RARE_SHARE))
  const { keys, keyRarity } = RANKER_WEIGHTS.lexicon.lists
  for (const [place, key] of keys.entries()) {
    const share = Math.exp(-(keyRarity[place] ?? 0))
    if (share > RARE_SHARE) expected[storyKey(key)] = Math.round(PARTS * PRIOR_ARTICLES * share)
  }
  return expected
}

export function createKeyRarity(): KeyRarity {
  let partsByKey = everyday()
  let articleCount = 0
  return {
    add(keys) {
      articleCount++
      count(partsByKey, keys, PARTS)
    },
    remove(keys) {
      articleCount--
      count(partsByKey, keys, -PARTS)
    },
    clear() {
      partsByKey = everyday()
      articleCount = 0
    },
    rarityOf(key) {
      const articles = (partsByKey[key] ?? 0) / PARTS
      return Math.max(0, Math.log((articleCount + 1 + PRIOR_ARTICLES) / (articles + 0.5)))
    },
  }
}

function count(partsByKey: Uint32Array, keys: Uint32Array, by: number): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0
    partsByKey[key] = (partsByKey[key] ?? 0) + by
  }
}
