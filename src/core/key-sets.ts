// Sets of numbers, sorted, each once. Knows nothing of what a number stands for.

/** Sorted, each once. */
export function keySet(list: readonly number[]): Uint32Array {
  return list.length === 0 ? NONE : distinct(new Uint32Array(list))
}
const NONE = new Uint32Array()

/** The same numbers, sorted, each once. What was given is sorted too. */
export function distinct(given: Uint32Array): Uint32Array {
  given.sort()
  let last = 0
  for (let at = 1; at < given.length; at++) {
    const key = given[at] ?? 0
    if (given[last] !== key) given[++last] = key
  }
  return given.slice(0, Math.min(given.length, last + 1))
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
