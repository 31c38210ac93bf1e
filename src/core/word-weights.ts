// The words of a text that carry a subject, each with its rarity in news. Compares nothing.
import { isTelling, readWords } from '../french/words.ts'
import { RANKER_WEIGHTS } from './ranker-weights.ts'

/** A word that hardly any article says weighs no more than this: names would drown all else. */
const MOST_RARITY = 5.8

/** In order, repeats included: the key that inflections share, and the logarithm of one over the share of articles. */
export function visitTellingWords(text: string, visit: (key: number, rarity: number) => void): void {
  const { lexicon } = RANKER_WEIGHTS
  const words = readWords([text])
  for (let word = 0; word < words.count; word++) {
    if (!isTelling(words, word)) continue
    const key = words.keys[word] ?? 0
    visit(key, Math.min(MOST_RARITY, lexicon.keyRarityOf(key)))
  }
}
