// Which sentences share which words, and how alike that makes them. Ranks nothing.
import { visitWordKeys } from '../french/word-keys.ts'

/** Who holds a word: positions of sentences, ascending, each once. */
interface Holders {
  readonly weight: number
  readonly rows: number[]
}

export interface SharedWords {
  readonly count: number
  readonly holders: ReadonlyMap<number, Holders>
  /** Length of each sentence as a vector of weights. */
  readonly norms: Float64Array
}

/** A word repeated in one sentence counts once: news seldom repeats a word for weight. */
export function sharedWords(sentences: readonly string[]): SharedWords {
  const holders = new Map<number, Holders>()
  const norms = new Float64Array(sentences.length)
  for (const [row, sentence] of sentences.entries()) {
    let square = 0
    visitWordKeys(sentence, (key, weigh) => {
      let holder = holders.get(key)
      if (holder === undefined) {
        holder = { weight: weigh(), rows: [] }
        holders.set(key, holder)
      } else if (holder.rows[holder.rows.length - 1] === row) return
      holder.rows.push(row)
      square += holder.weight * holder.weight
    })
    norms[row] = Math.sqrt(square)
  }
  return { count: sentences.length, holders, norms }
}

/** A square table, row by row. */
export interface Likenesses {
  readonly count: number
  /** The cosine of sentences i and j, 0 to 1, at `i * count + j`; 0 on the diagonal. */
  readonly cosines: Float64Array
}

/** How alike the first `most` sentences are, pair by pair. Goes word by word: most pairs share none. */
export function likenesses({ count: all, holders, norms }: SharedWords, most: number): Likenesses {
  const count = Math.min(all, most)
  const cosines = new Float64Array(count * count)
  for (const { weight, rows } of holders.values()) {
    const square = weight * weight
    for (let first = 0; first < rows.length; first++) {
      const one = rows[first] ?? 0
      for (let second = first + 1; second < rows.length; second++) {
        const other = rows[second] ?? 0
        if (other >= count) break
        const at = one * count + other
        cosines[at] = (cosines[at] ?? 0) + square / ((norms[one] ?? 1) * (norms[other] ?? 1))
      }
    }
  }
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < row; column++)
      cosines[row * count + column] = cosines[column * count + row] ?? 0
  }
  return { count, cosines }
}
