// Where one feed stands among all, so that what falls due together is spread over time. Holds no chance: the same in every life.

/** From 0 to 1, 1 excluded; even over many names. FNV-1a, Fowler, Noll and Vo 1991, with a last mixing of the bits. */
export function placeOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
