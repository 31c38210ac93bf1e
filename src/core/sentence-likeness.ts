// How alike the sentences of an article are, by the words that they share. Ranks nothing.
import type { Words } from '../french/words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface SentenceLikeness {
  /** How many sentences were compared. */
  readonly count: number
  /** The cosine of sentences i and j, 0 to 1, at `i * count + j`; 0 on the diagonal. */
  readonly cosines: Float64Array
}

/**
 * Compares the first `most` sentences, pair by pair, word by word: most pairs share none. A word repeated in one
 * sentence counts once: news seldom repeats a word for weight.
 */
export function sentenceLikeness(
  words: Words,
  { numbers, keyNumbers, keys, keyCount }: Vocabulary,
  lexicon: Lexicon,
  most: number,
): SentenceLikeness {
  const count = Math.min(words.firsts.length - 1, most)
  const products = new Float64Array(count * count)
  const squares = new Float64Array(keyCount)
  for (let key = 0; key < keyCount; key++) squares[key] = lexicon.keyRarityOf(keys[key] ?? 0) ** 2
  // Of each key a chain of sentences back from its last one, in lists made once. -1 ends a chain.
  const lasts = new Int32Array(keyCount).fill(-1)
  const [sentences, befores] = [new Int32Array(words.count), new Int32Array(words.count)]
  let used = 0
  for (let sentence = 0; sentence < count; sentence++) {
    const end = words.firsts[sentence + 1] ?? 0
    for (let word = words.firsts[sentence] ?? 0; word < end; word++) {
      const key = keyNumbers[numbers[word] ?? 0] ?? -1
      if (key < 0) continue
      const last = lasts[key] ?? -1
      if (last >= 0 && sentences[last] === sentence) continue
      sentences[used] = sentence
      befores[used] = last
      lasts[key] = used
      const square = squares[key] ?? 0
      for (let place = used++; place >= 0; place = befores[place] ?? -1) {
        const at = (sentences[place] ?? 0) * count + sentence
        products[at] = (products[at] ?? 0) + square
      }
    }
  }
  return { count, cosines: cosinesOf(products, count) }
}

/** From products above the diagonal and squared lengths on it to cosines on both sides. */
function cosinesOf(products: Float64Array, count: number): Float64Array {
  const cosines = new Float64Array(count * count)
  for (let row = 0; row < count; row++) {
    for (let column = row + 1; column < count; column++) {
      const product = products[row * count + column] ?? 0
      if (product === 0) continue
      const lengths = (products[row * count + row] ?? 0) * (products[column * count + column] ?? 0)
      const cosine = product / Math.sqrt(lengths)
      cosines[row * count + column] = cosine
      cosines[column * count + row] = cosine
    }
  }
  return cosines
}
