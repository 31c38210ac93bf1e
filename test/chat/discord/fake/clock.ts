// The clock of the fake Discord and the ids that it deals. Moves with the machine's clock plus what a test adds.

/** Milliseconds of Discord's epoch, the first instant of 2015; discord-api-docs, reference, snowflakes. */
const DISCORD_EPOCH_MS = 1_420_070_400_000

export interface FakeClock {
  /** Instant, milliseconds since 1970. */
  readonly now: () => number
  /** Jumps ahead: tokens of interactions age, nonces are forgotten, days pass. Never waits. */
  readonly advance: (milliseconds: number) => void
  /** A new id, later than every id before it. */
  readonly nextId: () => string
}

export function createClock(source: () => number): FakeClock {
  let ahead = 0
  let last = 0n
  const now = (): number => source() + ahead
  return {
    now,
    advance: (milliseconds) => {
      ahead += milliseconds
    },
    nextId: () => {
      const fresh = BigInt(Math.floor(now()) - DISCORD_EPOCH_MS) << 22n
      last = fresh > last ? fresh : last + 1n
      return last.toString()
    },
  }
}

/** Ids sort by time, so as whole numbers, never as texts. */
export const isLater = (id: string, other: string): boolean => BigInt(id) > BigInt(other)
