// The clock of a scene: runs as the machine's does, and jumps when a test says so. The program and the fake share it.
import type { Instant } from '../../../src/core/calendar.ts'

export interface SceneClock {
  readonly now: () => Instant
  /** By how much it is ahead of the machine's clock, in milliseconds; never less than before. */
  ahead(): number
  /** Does nothing for an instant that has passed. */
  jumpTo(instant: Instant): void
}

export function createSceneClock(beginsAt: Instant): SceneClock {
  let ahead = beginsAt - Date.now()
  const now = (): Instant => Date.now() + ahead
  return {
    now,
    ahead: () => ahead,
    jumpTo: (instant) => {
      ahead += Math.max(0, instant - now())
    },
  }
}
