// How alike the sentences of an article are, by the words that they share. Ranks nothing.
import { isTelling, type Words } from '../french/words.ts'
import type { Lexicon } from './lexicon.ts'

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
  { keyRarity, unknownRarity }: Pick<Lexicon, 'keyRarity' | 'unknownRarity'>,
  most: number,
): SentenceLikeness {
  const count = Math.min(words.firsts.length - 1, most)
  const products = new Float64Array(count * count)
  // Keys numbered as they come, each with a chain of sentences back from its last one: few allocations. -1 ends a chain.
  const numbers = new Map<number, number>()
  const [squares, lasts]: [number[], number[]] = [[], []]
  const [sentences, befores]: [number[], number[]] = [[], []]
  for (let sentence = 0; sentence < count; sentence++) {
    for (let word = words.firsts[sentence] ?? 0; word < (words.firsts[sentence + 1] ?? 0); word++) {
      if (!isTelling(words, word)) continue
      const key = words.keys[word] ?? 0
      let number = numbers.get(key)
      if (number === undefined) {
        const weight = keyRarity.get(key) ?? unknownRarity
        number = squares.push(weight * weight) - 1
        numbers.set(key, number)
        lasts.push(-1)
      }
      const last = lasts[number] ?? -1
      if (last >= 0 && sentences[last] === sentence) continue
      lasts[number] = sentences.push(sentence) - 1
      befores.push(last)
      for (let place = lasts[number] ?? -1; place >= 0; place = befores[place] ?? -1) {
        const at = (sentences[place] ?? 0) * count + sentence
        products[at] = (products[at] ?? 0) + (squares[number] ?? 0)
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
