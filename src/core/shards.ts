// Which part of a platform's events one process receives: «0-3/8». Knows no platform.

/** Shards are counted from 0; Discord spreads its servers over all of them by their ids. */
export interface Shards {
  /** Ascending, at least one. */
  readonly ids: readonly number[]
  /** Of how many in all, the same for every process. */
  readonly count: number
}

/** Ours: Discord asks for one shard a thousand servers, so this is a million of them. */
const MOST_SHARDS = 1000

/** `0-3/8`, `2/8`, `0,4-5/8`; undefined for anything else, and for a shard that is beyond the last. */
export function readShards(given: string): Shards | undefined {
  const [, list = '', total = ''] = /^([\d,\s-]+)\/\s*(\d{1,4})$/u.exec(given.trim()) ?? []
  const count = Number(total)
  const ranges = list.split(',').map((range) => /^\s*(\d{1,4})(?:\s*-\s*(\d{1,4}))?\s*$/u.exec(range))
  const ids = new Set<number>()
  for (const range of ranges) {
    if (range === null) return undefined
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])]
    if (from > to || to >= count || count > MOST_SHARDS) return undefined
    for (let id = from; id <= to; id++) ids.add(id)
  }
  return { ids: [...ids].toSorted((one, other) => one - other), count }
}

/** The first shard receives what is said in private, and the commands are registered by its process alone. */
export function hasFirst(shards: Shards | undefined): boolean {
  return shards === undefined || shards.ids.includes(0)
}
