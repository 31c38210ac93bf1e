// The time of a scene that several processes share: begins somewhere, runs as fast as told, and jumps. Waits for nobody.
import type { Instant } from '../src/core/calendar.ts'

export const SECOND: Instant = 1000

export interface SceneTime {
  readonly beginsAt: Instant
  /** On the machine's clock. */
  readonly bornAt: number
  /** Seconds of the scene in a second of the machine; at 1 nothing of the program's patience is out of proportion. */
  readonly speed: number
  /** What was jumped over so far, in milliseconds of the scene. */
  readonly jumped: number
}

export function sceneNow({ beginsAt, bornAt, speed, jumped }: SceneTime): Instant {
  return Math.round(beginsAt + (Date.now() - bornAt) * speed + jumped)
}
