// Which sentences share which words, and how alike that makes them. Ranks nothing.
import { visitWordKeys } from '../french/word-keys.ts'

export interface SharedWords {
  /** How many sentences were compared. */
  readonly count: number
  /** The cosine of sentences i and j, 0 to 1, at `i * count + j`; 0 on the diagonal. */
  readonly cosines: Float64Array
  /** Positions of the sentences that hold the word of a key, last first; any sentence, compared or not. */
  positionsOf(key: number): readonly number[]
}

/**
 * Compares the first `most` sentences, pair by pair, word by word: most pairs share none. A word repeated in one
 * sentence counts once: news seldom repeats a word for weight.
 */
export function sharedWords(sentences: readonly string[], most: number): SharedWords {
  const count = Math.min(sentences.length, most)
  const products = new Float64Array(count * count)
  // Words numbered as they come, each with a chain of places back from its last one: few allocations. -1 ends a chain.
  const numbers = new Map<number, number>()
  const [squares, lasts]: [number[], number[]] = [[], []]
  const [positions, befores]: [number[], number[]] = [[], []]
  let position = 0
  const visit = (key: number, weigh: () => number): void => {
    let word = numbers.get(key)
    if (word === undefined) {
      const weight = weigh()
      word = squares.push(weight * weight) - 1
      numbers.set(key, word)
      lasts.push(-1)
    }
    const last = lasts[word] ?? -1
    if (last >= 0 && positions[last] === position) return
    const square = squares[word] ?? 0
    lasts[word] = positions.push(position) - 1
    befores.push(last)
    if (position >= count) return
    for (let place = lasts[word] ?? -1; place >= 0; place = befores[place] ?? -1) {
      const at = (positions[place] ?? 0) * count + position
      products[at] = (products[at] ?? 0) + square
    }
  }
  for (; position < sentences.length; position++) visitWordKeys(sentences[position] ?? '', visit)
  const positionsOf = (key: number): readonly number[] => {
    const found: number[] = []
    let place = lasts[numbers.get(key) ?? -1] ?? -1
    for (; place >= 0; place = befores[place] ?? -1) found.push(positions[place] ?? 0)
    return found
  }
  return { count, cosines: cosinesOf(products, count), positionsOf }
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
