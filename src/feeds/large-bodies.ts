// Few large bodies at once, so that many servers that pour together cannot fill the memory. Never reads one.

/**
 * More than this of one body is large, in decoded bytes: the largest of the real French feeds of the development set has
 * 138 kB. Of hundreds of bodies that wait to grow, each holds up to twice as much.
 */
export const LARGE_BYTES = 192 * 1024

/** Large bodies read at once: of 10 MB each, while they are put together, twice that. */
const LARGE_AT_ONCE = 2

/** Resolves when a body may grow beyond `LARGE_BYTES`; what it gives is called once when that body is done with. */
export type EnterLarge = () => Promise<() => void>

/** First come, first served. */
export function createLargeBodies(): EnterLarge {
  const waiting: (() => void)[] = []
  let free = LARGE_AT_ONCE
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return async () => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return leave
  }
}
