// Sparse vectors over numbered words: keys ascend, each once. Knows nothing of what a key stands for.

export interface Vector {
  readonly keys: Uint32Array
  /** One weight a key, 0 or more. */
  readonly weights: Float32Array
}

/** Keys with the number of times that each was counted. */
export interface Counted {
  readonly keys: Uint32Array
  readonly counts: Uint16Array
}

/** Sorted, each once, counted up to 65,535. */
export function countKeys(list: readonly number[]): Counted {
  const keys = new Uint32Array(list).toSorted()
  const counts = new Uint16Array(keys.length)
  let last = -1
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0
    if (last < 0 || keys[last] !== key) keys[++last] = key
    counts[last] = Math.min(0xffff, (counts[last] ?? 0) + 1)
  }
  return { keys: keys.slice(0, last + 1), counts: counts.slice(0, last + 1) }
}

/** Sorted, each once. */
export function keySet(list: readonly number[]): Uint32Array {
  return distinct(new Uint32Array(list))
}

/** The same keys, sorted, each once. */
export function distinct(given: Uint32Array): Uint32Array {
  const keys = given.toSorted()
  let last = 0
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at] ?? 0
    if (keys[last] !== key) keys[++last] = key
  }
  return keys.slice(0, Math.min(keys.length, last + 1))
}

/** The sum over common keys of what `join` makes of the two weights. */
function sumShared(one: Vector, other: Vector, join: (left: number, right: number) => number): number {
  const { keys, weights } = one
  const { keys: otherKeys, weights: otherWeights } = other
  let total = 0
  let i = 0
  let j = 0
  while (i < keys.length && j < otherKeys.length) {
    const left = keys[i] ?? 0
    const right = otherKeys[j] ?? 0
    if (left === right) total += join(weights[i++] ?? 0, otherWeights[j++] ?? 0)
    else if (left < right) i++
    else j++
  }
  return total
}

/** The sum of the products of common keys: the cosine of two vectors of length 1. */
export function dot(one: Vector, other: Vector): number {
  // A loop of its own: a comparison of two articles is seven of these.
  const { keys, weights } = one
  const { keys: otherKeys, weights: otherWeights } = other
  let total = 0
  let i = 0
  let j = 0
  while (i < keys.length && j < otherKeys.length) {
    const left = keys[i] ?? 0
    const right = otherKeys[j] ?? 0
    if (left === right) total += (weights[i++] ?? 0) * (otherWeights[j++] ?? 0)
    else if (left < right) i++
    else j++
  }
  return total
}

/** The greatest of the lesser weights of common keys, 0 without any. */
export function greatestCommon(one: Vector, other: Vector): number {
  let greatest = 0
  sumShared(one, other, (left, right) => (greatest = Math.max(greatest, Math.min(left, right))))
  return greatest
}

/** Share of the weight of `part` whose keys stand in `whole`, 0 to 1. 1 when `part` weighs nothing. */
export function coverage(part: Vector, whole: Vector): number {
  const all = sum(part.weights)
  return all === 0 ? 1 : sumShared(part, whole, (left) => left) / all
}

/** Share of the first set that stands in the second, 0 to 1; 0 when the first is empty. */
export function containment(part: Uint32Array, whole: Uint32Array): number {
  if (part.length === 0) return 0
  let common = 0
  let i = 0
  let j = 0
  while (i < part.length && j < whole.length) {
    const left = part[i] ?? 0
    const right = whole[j] ?? 0
    if (left <= right) i++
    if (right <= left) j++
    if (left === right) common++
  }
  return common / part.length
}

/** Weights of `keys` as they stand in `known`, 0 for a key that it lacks. */
export function weightsAmong(keys: Uint32Array, known: Vector): Float32Array {
  const weights = new Float32Array(keys.length)
  let j = 0
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0
    while (j < known.keys.length && (known.keys[j] ?? 0) < key) j++
    if (known.keys[j] === key) weights[at] = known.weights[j] ?? 0
  }
  return weights
}

/** Of length 1, unless it weighs nothing. */
export function normalise({ keys, weights }: Vector): Vector {
  let squares = 0
  for (let at = 0; at < weights.length; at++) squares += (weights[at] ?? 0) ** 2
  if (squares === 0) return { keys, weights }
  const length = Math.sqrt(squares)
  const scaled = new Float32Array(weights.length)
  for (let at = 0; at < scaled.length; at++) scaled[at] = (weights[at] ?? 0) / length
  return { keys, weights: scaled }
}

function sum(weights: Float32Array): number {
  let total = 0
  for (let at = 0; at < weights.length; at++) total += weights[at] ?? 0
  return total
}
