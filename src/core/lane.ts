// Lanes in which processes share work: what must come in order, or must not press one host, goes in one lane. Does no work.

/** Ours: enough for some ten processes, few enough to be looked at each minute. */
export const LANES = 64

/** The lane of a name, the same in every process and for ever: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
export function laneOf(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0
  // The low bits of FNV mix least.
  return ((hash ^ (hash >>> 16)) >>> 0) % LANES
}

/** One host in one lane: whoever has it sees to it that no more than two requests are on their way there. */
export function laneOfAddress(url: string): number {
  return laneOf(URL.parse(url)?.host ?? url)
}
