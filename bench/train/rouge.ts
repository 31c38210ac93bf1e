// ROUGE of a brief against the abstract, on words as numbers: what the trees learn to foresee. Measures nothing final.
// Lin, «ROUGE: A Package for Automatic Evaluation of Summaries», ACL workshop 2004.

export interface Rouge {
  /** F1 of words, of pairs of neighbours and of the longest common subsequence, 0 to 100. */
  readonly one: number
  readonly two: number
  readonly longest: number
}

export function rougeOf(brief: Int32Array, abstract: Int32Array): Rouge {
  const words = brief.length + abstract.length
  return {
    one: f1(countCommon(brief, abstract, wordAt), words),
    two: f1(countCommon(brief.subarray(1), abstract.subarray(1), pairAt), words - 2),
    longest: f1(longestCommon(brief, abstract), words),
  }
}

const f1 = (common: number, parts: number): number => (parts > 0 ? (200 * common) / parts : 0)

type Key = (words: Int32Array, at: number) => number
const wordAt: Key = (words, at) => words[at] ?? 0
/** The word and the one before it, which a subarray from 1 still has behind it. */
const pairAt: Key = (words, at) => {
  const before = new Int32Array(words.buffer, words.byteOffset - 4, words.length + 1)
  return (before[at] ?? 0) * 2_097_152 + (before[at + 1] ?? 0)
}

function countCommon(one: Int32Array, other: Int32Array, keyAt: Key): number {
  const left = new Map<number, number>()
  for (let at = 0; at < other.length; at++) {
    const key = keyAt(other, at)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  let common = 0
  for (let at = 0; at < one.length; at++) {
    const key = keyAt(one, at)
    const count = left.get(key) ?? 0
    if (count === 0) continue
    left.set(key, count - 1)
    common++
  }
  return common
}

function longestCommon(one: Int32Array, other: Int32Array): number {
  let above = new Uint16Array(other.length + 1)
  let row = new Uint16Array(other.length + 1)
  for (const word of one) {
    for (let at = 1; at <= other.length; at++) {
      row[at] = word === other[at - 1] ? (above[at - 1] ?? 0) + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0)
    }
    const before = above
    above = row
    row = before
  }
  return above[other.length] ?? 0
}
