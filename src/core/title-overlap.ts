// Title overlap: how much of a title some sentences say again. Never reads the rest of the article.
// Edmundson, «New Methods in Automatic Extracting», JACM 16(2), 1969: the title method, here weighted by rarity.
import { visitWordKeys } from '../french/word-keys.ts'
import type { SharedWords } from './shared-words.ts'

/** Words of the title looked at: one bit each. No title of a newspaper has as many content words. */
const MOST_TITLE_WORDS = 30

export interface TitleOverlap {
  /** Which words of the title each sentence says, one bit a word. */
  readonly said: Int32Array
  /** Share of the title's weight of the words in `bits`, 0 to 1; 0 for a title without content words. */
  shareOf(bits: number): number
}

/** Bits let the words that several sentences say together be counted once: `shareOf(said[0] | said[2])`. */
export function titleOverlap(words: SharedWords, sentenceCount: number, title: string): TitleOverlap {
  const weights = new Map<number, number>()
  visitWordKeys(title, (key, weigh) => {
    if (weights.size < MOST_TITLE_WORDS && !weights.has(key)) weights.set(key, weigh())
  })
  const said = new Int32Array(sentenceCount)
  const shares: number[] = []
  const whole = weights.values().reduce((sum, weight) => sum + weight, 0)
  for (const [key, weight] of weights) {
    for (const at of words.positionsOf(key)) said[at] = (said[at] ?? 0) | (1 << shares.length)
    shares.push(weight / whole)
  }
  const shareOf = (bits: number): number => {
    let sum = 0
    for (let at = 0; at < shares.length; at++) if (bits & (1 << at)) sum += shares[at] ?? 0
    return sum
  }
  return { said, shareOf }
}
