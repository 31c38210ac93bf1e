// What people make of a story: hidden for a while, useful or not. Changes no ranking by itself.
import { DAY, type Instant } from './calendar.ts'
import type { WorkspaceId } from './workspace.ts'

/** A story that is hidden comes back after this: by then it is another story. */
export const MUTE_TIME: Instant = 14 * DAY

export interface Mute {
  /** `platform:@person` for one person, `platform:channel` for a channel. */
  readonly audience: string
  readonly storyId: string
  readonly until: Instant
}

export interface Rating {
  readonly workspaceId: WorkspaceId
  /** `platform:@person`. */
  readonly person: string
  readonly storyId: string
  readonly isUseful: boolean
  readonly ratedAt: Instant
}
