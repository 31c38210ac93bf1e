// Who uses the database when: one writer after the other, and everything else now and then. Asks nothing itself.

export interface Queue {
  /** Resolves when everybody before has left; gives the way to leave. */
  take(): Promise<() => void>
}

export function createQueue(): Queue {
  let last: Promise<void> = Promise.resolve()
  return {
    take: async () => {
      const before = last
      const { promise, resolve } = Promise.withResolvers<undefined>()
      last = promise.then(() => undefined)
      await before
      return () => resolve(undefined)
    },
  }
}

/**
 * How long queries may follow each other before everything else gets its turn, in milliseconds. They answer at once, so
 * that whoever awaits one after the other holds the event loop: 500 digests looked at in one beat kept a command
 * waiting for three seconds.
 */
const LONGEST_STRETCH = 8

export interface Stretch {
  /** Resolves at once, or after a turn of the event loop when queries have had it for long. */
  rest(): Promise<void>
}

export function createStretch(): Stretch {
  let turnAt = performance.now()
  return {
    rest: async () => {
      if (performance.now() - turnAt <= LONGEST_STRETCH) return
      await new Promise(setImmediate)
      turnAt = performance.now()
    },
  }
}
