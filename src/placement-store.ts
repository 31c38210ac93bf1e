// The log of placements: what every process that places articles must know of the others. A part of the ports.
import type { Instant } from './core/calendar.ts'
import type { Placement } from './core/story.ts'

export interface PlacementStore {
  /** The position of the newest placement; 0 when there never was one. */
  last(): Promise<number>
  /** At most `limit` placements behind a position, in the order in which they were made. `articles.add` writes them. */
  after(position: number, limit: number): Promise<readonly LoggedPlacement[]>
  /** Forgets placements made before this instant, but never the newest. */
  forgetBefore(instant: Instant): Promise<void>
}

export interface LoggedPlacement {
  /** Grows with each placement, whoever makes it. */
  readonly position: number
  readonly placement: Placement
}
