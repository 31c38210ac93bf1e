// LexRank: a sentence counts as much as the sentences that resemble it. Knows nothing of titles and positions.
// Erkan & Radev, «LexRank: Graph-based Lexical Centrality as Salience in Text Summarization», JAIR 22, 2004;
// the continuous variant, with the cosine itself as the weight of an edge.
import type { SharedWords } from './shared-words.ts'

/** Chance of following an edge rather than starting anywhere; section 3.2 of the paper takes 0.85 as PageRank does. */
const DAMPING = 0.85
/** The walk stops when no score moves by more than this share of the mean, or after this many rounds. */
const TOLERANCE = 1e-2
const MOST_ROUNDS = 30

/** Centrality of each sentence, in order; the scores sum to 1. An empty table gives an empty list. */
export function lexRank({ count, cosines }: SharedWords): readonly number[] {
  const edges = normalised(cosines, count)
  let scores = new Float64Array(count).fill(1 / count)
  let next = new Float64Array(count)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    walk(edges, scores, next)
    let moved = 0
    for (let at = 0; at < count; at++) moved = Math.max(moved, Math.abs((next[at] ?? 0) - (scores[at] ?? 0)))
    const before = scores
    scores = next
    next = before
    if (moved * count < TOLERANCE) break
  }
  return Array.from(scores)
}

/** Each row divided by its sum; a sentence that resembles none points at all alike. */
function normalised(cosines: Float64Array, count: number): Float64Array {
  const edges = new Float64Array(cosines)
  for (let start = 0; start < edges.length; start += count) {
    let sum = 0
    for (let at = start; at < start + count; at++) sum += edges[at] ?? 0
    if (sum === 0) edges.fill(1 / count, start, start + count)
    else for (let at = start; at < start + count; at++) edges[at] = (edges[at] ?? 0) / sum
  }
  return edges
}

/** One step of the walk, from `scores` to `next`. */
function walk(edges: Float64Array, scores: Float64Array, next: Float64Array): void {
  const count = scores.length
  next.fill((1 - DAMPING) / count)
  for (let row = 0; row < count; row++) {
    const flow = DAMPING * (scores[row] ?? 0)
    const start = row * count
    for (let column = 0; column < count; column++) {
      next[column] = (next[column] ?? 0) + flow * (edges[start + column] ?? 0)
    }
  }
}
