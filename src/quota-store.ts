// The part of storage that counts what workspaces have used. Knows no database and no limit.
import type { Instant } from './core/calendar.ts'
import type { QuotaPeriod } from './core/quota.ts'
import type { WorkspaceId } from './core/workspace.ts'

export interface QuotaStore {
  /** One use more, unless there are `most` already in this stretch of time: then false, and nothing is counted. */
  take(workspaceId: WorkspaceId, period: QuotaPeriod, most: number): Promise<boolean>
  /** One use less: it came to nothing. */
  giveBack(workspaceId: WorkspaceId, period: QuotaPeriod): Promise<void>
  forgetBefore(now: Instant): Promise<void>
}
