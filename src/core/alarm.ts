// Something that a workspace was told is wrong, until it is told that it is well again. Tells nobody.
import type { Instant } from './calendar.ts'
import type { ConditionKind } from './feed-condition.ts'
import type { WorkspaceId } from './workspace.ts'

export interface Alarm {
  readonly workspaceId: WorkspaceId
  readonly subject: AlarmSubject
  /** Since when it is broken, not since when it was told. */
  readonly since: Instant
  /** Of a feed: what was told of it. Alarms of older versions have none: the feed failed. */
  readonly condition?: ConditionKind
}

/**
 * `feed:` and the feed's id, or `channel:` and the channel. `network` is our own way out, for all workspaces: its
 * workspace is `''`.
 */
type AlarmSubject = `feed:${string}` | `channel:${string}` | 'network' | UpkeepSubject

/** Of the program itself: the backup of the day, work of several processes that was given up. */
export type UpkeepSubject = 'upkeep:backup' | 'upkeep:tasks'
