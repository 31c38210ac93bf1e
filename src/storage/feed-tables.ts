// What the tables about feeds hold, beside the others in tables.ts. Instants are milliseconds, nothing is `undefined`.
import type { Generated } from 'kysely'
import type { Day, Instant } from '../core/calendar.ts'
import type { Feed } from '../core/feed.ts'
import type { WorkspaceId } from '../core/workspace.ts'

export interface FeedRow {
  id: string
  url: string
  title: string
  publisher: string
  rubric: string
  origin: Feed['origin']
  /** 0 or 1. */
  is_quoted: Generated<number>
}

export interface FeedStateRow {
  feed_id: string
  etag: string | null
  last_modified: string | null
  last_read_at: Instant | null
  last_success_at: Instant | null
  next_read_at: Instant
  failure_count: number
  /** A `Failure` as JSON. */
  last_failure: string | null
  failing_since: Instant | null
  trouble_since: Instant | null
  answering_since: Instant | null
  rest_until: Instant | null
  /** A `FeedHistory` as storage/feed-histories.ts writes it. */
  history: string | null
  /** A `FeedMove` as JSON. */
  move: string | null
  /** 1 unless the state says that nothing is wrong: of a state that an older program wrote nobody knows. */
  may_be_in_trouble: Generated<number>
}

/** What is kept of a feed that was removed. */
export interface RemovedFeedRow {
  feed_id: string
  removed_at: Instant
  /** A `FeedStateRow` as JSON. */
  state: string
}

/** The last weekly report that was told in a workspace, or left out there. */
export interface HealthReportRow {
  workspace_id: WorkspaceId
  week: Day
}
