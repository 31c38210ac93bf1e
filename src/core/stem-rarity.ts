// How rare a stem is these days: what was seen lately, on top of the everyday French of news. Forgets nothing by itself.
import { RARE_STEM_SHARE, STEM_SHARES } from '../french/common-stems.ts'
import { hashText } from './story-words.ts'

export interface StemRarity {
  /** Counts an article's stems, each once. */
  add(stems: Uint32Array): void
  remove(stems: Uint32Array): void
  clear(): void
  /** Inverse document frequency, 0 or more, of a stem in what is remembered. */
  readonly rarityOf: (stem: number) => number
}

/** The everyday frequencies count like this many articles, next to those remembered; 500 to 2,000 do as well. */
const PRIOR_ARTICLES = 1000

const EVERYDAY: ReadonlyMap<number, number> = new Map(
  [...STEM_SHARES].map(([stem, share]) => [hashText(stem), PRIOR_ARTICLES * share]),
)
const EXPECTED_OF_RARE = PRIOR_ARTICLES * RARE_STEM_SHARE

export function createStemRarity(): StemRarity {
  const articlesByStem = new Map<number, number>()
  let articleCount = 0
  return {
    add(stems) {
      articleCount++
      for (const stem of stems) articlesByStem.set(stem, (articlesByStem.get(stem) ?? 0) + 1)
    },
    remove(stems) {
      articleCount--
      for (const stem of stems) {
        const count = (articlesByStem.get(stem) ?? 0) - 1
        if (count > 0) articlesByStem.set(stem, count)
        else articlesByStem.delete(stem)
      }
    },
    clear() {
      articlesByStem.clear()
      articleCount = 0
    },
    rarityOf(stem) {
      const articles = articlesByStem.get(stem) ?? 0
      const expected = EVERYDAY.get(stem) ?? EXPECTED_OF_RARE
      return Math.max(0, Math.log((articleCount + 1 + PRIOR_ARTICLES) / (articles + expected + 0.5)))
    },
  }
}
