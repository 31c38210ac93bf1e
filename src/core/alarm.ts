// When a feed's or a channel's failure is worth telling people, and that it is over. Tells nobody.
import { DAY, type Instant } from './calendar.ts'
import type { Failure } from './failures.ts'
import type { FeedState } from './feed.ts'
import type { WorkspaceId } from './workspace.ts'

/** Something that a workspace was told is broken, until it is told that it works again. */
export interface Alarm {
  readonly workspaceId: WorkspaceId
  readonly subject: AlarmSubject
  /** Since when it is broken, not since when it was told. */
  readonly since: Instant
}

/** `feed:` and the feed's id, or `channel:` and the channel. */
type AlarmSubject = `feed:${string}` | `channel:${string}`

/**
 * A feed that fails for this long is told. Servers are down for a night, and a weekend passes without a reader: three
 * days is what administrators ask for in the trackers (findings, wishes 3).
 */
const SILENT_AFTER: Instant = 3 * DAY

/** A feed that says that it is gone for good, or not for us, is told after this. */
const REFUSED_AFTER: Instant = DAY

export interface Breakdown {
  readonly since: Instant
  readonly failure: Failure
  readonly hasEverWorked: boolean
}

/**
 * Since when a feed is broken, if that is worth telling; undefined for a feed that works or fails for a short while.
 * `followedSince` stands in for the last success of a feed that never had one.
 */
export function brokenSince(state: FeedState, followedSince: Instant, now: Instant): Breakdown | undefined {
  const { lastFailure: failure } = state
  if (failure === undefined || state.failureCount === 0) return undefined
  const since = state.lastSuccessAt ?? followedSince
  return now - since >= (isRefusal(failure) ? REFUSED_AFTER : SILENT_AFTER)
    ? { since, failure, hasEverWorked: state.lastSuccessAt !== undefined }
    : undefined
}

/** The server's own no: waiting alone will not mend it. */
function isRefusal(failure: Failure): boolean {
  if (failure.code === 'fetch-status') return [401, 403, 404, 410, 451].includes(failure.status)
  return ['fetch-reserved', 'feed-is-html', 'fetch-private-address'].includes(failure.code)
}
