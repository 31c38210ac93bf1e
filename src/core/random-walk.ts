// Where a walker along weighted edges is most often found: PageRank over a small graph. Knows not what its points are.
// Brin & Page, «The Anatomy of a Large-Scale Hypertextual Web Search Engine», WWW 1998.

/** Chance of following an edge rather than starting anywhere: what PageRank, LexRank and TextRank take. */
const DAMPING = 0.85
/** The walk stops when no score moves by more than this share of the mean, or after this many rounds. */
const TOLERANCE = 1e-2
const MOST_ROUNDS = 30

/** A score for each of `count` points; they sum to 1. `edges`, 0 or more, stand at `from * count + to`. */
export function walkGraph(edges: Float64Array, count: number): readonly number[] {
  const chances = normalised(edges, count)
  let scores = new Float64Array(count).fill(1 / count)
  let next = new Float64Array(count)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    walk(chances, scores, next)
    let moved = 0
    for (let at = 0; at < count; at++) moved = Math.max(moved, Math.abs((next[at] ?? 0) - (scores[at] ?? 0)))
    const before = scores
    scores = next
    next = before
    if (moved * count < TOLERANCE) break
  }
  return Array.from(scores)
}

/** Each row divided by its sum; a point without edges leads everywhere alike. */
function normalised(edges: Float64Array, count: number): Float64Array {
  const chances = new Float64Array(edges)
  for (let start = 0; start < chances.length; start += count) {
    let sum = 0
    for (let at = start; at < start + count; at++) sum += chances[at] ?? 0
    if (sum === 0) chances.fill(1 / count, start, start + count)
    else for (let at = start; at < start + count; at++) chances[at] = (chances[at] ?? 0) / sum
  }
  return chances
}

/** One step of the walk, from `scores` to `next`. */
function walk(chances: Float64Array, scores: Float64Array, next: Float64Array): void {
  const count = scores.length
  next.fill((1 - DAMPING) / count)
  for (let row = 0; row < count; row++) {
    const flow = DAMPING * (scores[row] ?? 0)
    const start = row * count
    for (let column = 0; column < count; column++) {
      next[column] = (next[column] ?? 0) + flow * (chances[start + column] ?? 0)
    }
  }
}
