// Title overlap: how much of a title some sentences say again. Never reads the rest of the article.
// Edmundson, «New Methods in Automatic Extracting», JACM 16(2), 1969: the title method, here weighted by rarity.
import { isTelling, type Words } from '../french/words.ts'
import type { Lexicon } from './lexicon.ts'
import { NumberTable } from './number-table.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words of the title looked at: one bit each. No title of a newspaper has as many content words. */
const MOST_TITLE_WORDS = 30

export interface TitleOverlap {
  /** Of each different word of the article, whether the title says that very word. */
  readonly isInTitle: Uint8Array
  /** Of each different word, the bit of the title's word that has its key; 0 for none. */
  readonly bits: Int32Array
  /** Words of the title that carry a subject, each once. */
  readonly titleWords: number
  /** Which words of the title each sentence says, one bit a word. */
  readonly said: Int32Array
  /** How many runs of two words each sentence has in common with the title, stop words included. */
  readonly pairs: Int32Array
  /** Share of the title's weight of the words in `bits`, 0 to 1; 0 for a title without content words. */
  shareOf(bits: number): number
}

/** Bits let the words that several sentences say together be counted once: `shareOf(said[0] | said[2])`. */
export function titleOverlap(
  words: Words,
  vocabulary: Vocabulary,
  title: Words,
  lexicon: Lexicon,
): TitleOverlap {
  const { keys, shares } = titleKeys(title, lexicon)
  const { isInTitle, bits } = wordsInTitle(words, vocabulary, title, keys)
  const titlePairs = pairsOf(title)
  const count = words.firsts.length - 1
  const [said, pairs] = [new Int32Array(count), new Int32Array(count)]
  for (let sentence = 0; sentence < count; sentence++) {
    let [all, common, isBeforeInTitle] = [0, 0, 0]
    const end = words.firsts[sentence + 1] ?? 0
    for (let word = words.firsts[sentence] ?? 0; word < end; word++) {
      const number = vocabulary.numbers[word] ?? 0
      const isIn = isInTitle[number] ?? 0
      all |= bits[number] ?? 0
      if ((isIn & isBeforeInTitle) !== 0 && titlePairs.has(pairAt(words, word))) common++
      isBeforeInTitle = isIn
    }
    said[sentence] = all
    pairs[sentence] = common
  }
  const shareOf = (some: number): number => {
    let sum = 0
    for (let at = 0; at < shares.length; at++) if (some & (1 << at)) sum += shares[at] ?? 0
    return sum
  }
  return { isInTitle, bits, titleWords: shares.length, said, pairs, shareOf }
}

/** The keys of the title, and the share of its weight that each has. */
function titleKeys(
  title: Words,
  lexicon: Lexicon,
): { readonly keys: NumberTable; readonly shares: readonly number[] } {
  const keys = new NumberTable(MOST_TITLE_WORDS)
  const weights: number[] = []
  for (let word = 0; word < title.count && weights.length < MOST_TITLE_WORDS; word++) {
    const key = title.keys[word] ?? 0
    if (isTelling(title, word) && keys.add(key) === weights.length) weights.push(lexicon.keyRarityOf(key))
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return { keys, shares: weights.map((weight) => weight / whole) }
}

function wordsInTitle(
  words: Words,
  vocabulary: Vocabulary,
  title: Words,
  keys: NumberTable,
): Pick<TitleOverlap, 'isInTitle' | 'bits'> {
  const { size, firstWords, keyNumbers } = vocabulary
  const hashes = NumberTable.of(title.hashes.subarray(0, title.count))
  const [isInTitle, bits] = [new Uint8Array(size), new Int32Array(size)]
  for (let number = 0; number < size; number++) {
    const word = firstWords[number] ?? 0
    isInTitle[number] = Number(hashes.numberOf(words.hashes[word] ?? 0) >= 0)
    const bit = (keyNumbers[number] ?? -1) < 0 ? -1 : keys.numberOf(words.keys[word] ?? 0)
    bits[number] = bit < 0 ? 0 : 1 << bit
  }
  return { isInTitle, bits }
}

/** The word and the one before it as one number, exact for 2⁵³ of the 2⁶⁴ pairs. */
const pairAt = ({ hashes }: Words, word: number): number =>
  (hashes[word - 1] ?? 0) * 2_097_152 + (hashes[word] ?? 0)

function pairsOf(title: Words): ReadonlySet<number> {
  const pairs = new Set<number>()
  for (let word = 1; word < title.count; word++) pairs.add(pairAt(title, word))
  return pairs
}
