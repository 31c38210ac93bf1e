// Few large bodies at once, so that many servers that pour together cannot fill the memory. Never reads one.

/**
 * More than this of one body is large, in decoded bytes: the largest of the real French feeds of the development set has
 * 138 kB. Of hundreds of bodies that wait to grow, each holds up to twice as much.
 */
export const LARGE_BYTES = 160 * 1024

/** Large bodies read at once, each in a room of its own of at most 10 MB. */
const LARGE_AT_ONCE = 2

/** Where one large body is put together. */
export interface LargeRoom {
  /** At least as long as was asked for; holds what the body before left. */
  readonly bytes: Uint8Array
  /** To be called once, when nothing in `bytes` is needed any more. */
  readonly leave: () => void
}

/** Resolves when a body of at most so many bytes may grow beyond `LARGE_BYTES`. */
export type EnterLarge = (limitBytes: number) => Promise<LargeRoom>

/**
 * First come, first served. Whoever leaves hands the bytes to the next: a new room for each of a hundred bodies that pour
 * would wait for the collector of garbage, up to 64 MB of it before it even begins.
 */
export function createLargeBodies(): EnterLarge {
  const waiting: ((bytes: Uint8Array) => void)[] = []
  let free = LARGE_AT_ONCE
  const leave = (bytes: Uint8Array): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next(bytes)
  }
  return async (limitBytes) => {
    let bytes: Uint8Array = new Uint8Array()
    if (free > 0) free -= 1
    else bytes = await new Promise<Uint8Array>((resolve) => waiting.push(resolve))
    const room = bytes.length < limitBytes ? Buffer.allocUnsafeSlow(limitBytes) : bytes
    return { bytes: room, leave: () => leave(room) }
  }
}
