// Title overlap: how much of a title some sentences say again. Never reads the rest of the article.
// Edmundson, «New Methods in Automatic Extracting», JACM 16(2), 1969: the title method, here weighted by rarity.
import { isTelling, type Words } from '../french/words.ts'
import type { Lexicon } from './lexicon.ts'

/** Words of the title looked at: one bit each. No title of a newspaper has as many content words. */
const MOST_TITLE_WORDS = 30

export interface TitleOverlap {
  /** Which words of the title each sentence says, one bit a word. */
  readonly said: Int32Array
  /** How many runs of two words each sentence has in common with the title, stop words included. */
  readonly pairs: Int32Array
  /** Share of the title's weight of the words in `bits`, 0 to 1; 0 for a title without content words. */
  shareOf(bits: number): number
}

/** Bits let the words that several sentences say together be counted once: `shareOf(said[0] | said[2])`. */
export function titleOverlap(words: Words, title: Words, lexicon: Lexicon): TitleOverlap {
  const { bits, shares } = titleBits(title, lexicon)
  const titlePairs = pairsOf(title)
  const count = words.firsts.length - 1
  const [said, pairs] = [new Int32Array(count), new Int32Array(count)]
  for (let sentence = 0; sentence < count; sentence++) {
    const first = words.firsts[sentence] ?? 0
    let [all, common] = [0, 0]
    for (let word = first; word < (words.firsts[sentence + 1] ?? 0); word++) {
      if (isTelling(words, word)) all |= bits.get(words.keys[word] ?? 0) ?? 0
      if (word > first && titlePairs.has(pairAt(words, word))) common++
    }
    said[sentence] = all
    pairs[sentence] = common
  }
  const shareOf = (some: number): number => {
    let sum = 0
    for (let at = 0; at < shares.length; at++) if (some & (1 << at)) sum += shares[at] ?? 0
    return sum
  }
  return { said, pairs, shareOf }
}

/** A bit for each key of the title, and its share of the title's weight. */
function titleBits(
  title: Words,
  { keyRarity, unknownRarity }: Lexicon,
): { readonly bits: ReadonlyMap<number, number>; readonly shares: readonly number[] } {
  const bits = new Map<number, number>()
  const weights: number[] = []
  for (let word = 0; word < title.count && weights.length < MOST_TITLE_WORDS; word++) {
    const key = title.keys[word] ?? 0
    if (!isTelling(title, word) || bits.has(key)) continue
    bits.set(key, 1 << weights.length)
    weights.push(keyRarity.get(key) ?? unknownRarity)
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return { bits, shares: weights.map((weight) => weight / whole) }
}

/** The word and the one before it as one number, exact for 2⁵³ of the 2⁶⁴ pairs. */
const pairAt = ({ hashes }: Words, word: number): number =>
  (hashes[word - 1] ?? 0) * 2_097_152 + (hashes[word] ?? 0)

function pairsOf(title: Words): ReadonlySet<number> {
  const pairs = new Set<number>()
  for (let word = 1; word < title.count; word++) pairs.add(pairAt(title, word))
  return pairs
}
