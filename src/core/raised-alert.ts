// One message of an alert: written down before it is sent, edited as its story grows, left alone in the end. Sends nothing.
import { type Alert, coolDownOf } from './alert.ts'
import { HOUR, type Instant, MINUTE, type Zone } from './calendar.ts'
import type { EditionStory } from './edition.ts'
import type { Failure } from './failures.ts'
import type { Raising } from './raise-alerts.ts'
import { natureOf, type Sending } from './sending.ts'
import { shortKey } from './short-key.ts'
import type { WorkspaceId } from './workspace.ts'

export interface RaisedAlert extends Sending {
  /** 22 characters, of the alert, the story and the episode. */
  readonly id: string
  readonly alertName: string
  readonly title: string
  readonly zone: Zone
  readonly workspaceId?: WorkspaceId
  /** The story that was first when it rang. */
  readonly storyId: string
  /** How often the alert had told this story before. */
  readonly episode: number
  readonly raisedAt: Instant
  readonly told: ToldAlert
  /** 1 at first; each growth adds one. */
  readonly revision: number
  /** The revision that stands in the channel; 0 while nobody knows. */
  readonly shownRevision: number
  readonly editAttempts: number
  /** No edit before this instant. */
  readonly nextEditAt: Instant
  /** Whether it is still edited, or why not. */
  readonly edits: 'open' | 'ended' | 'gone'
}

/** What the message says, as an edition does: sentences are offsets into stored articles. */
export interface ToldAlert {
  readonly stories: readonly EditionStory[]
  /** Stories that there would be besides. */
  readonly moreCount: number
  /** Independent publishers of all its stories. */
  readonly publisherCount: number
  /** All its stories, also those that it does not show. */
  readonly storyIds: readonly string[]
  /** Articles before this instant are none of it. */
  readonly startedAt: Instant
  readonly reachedAt: Instant
  /** When this was composed. */
  readonly toldAt: Instant
  readonly isLate: boolean
  readonly isTogether: boolean
  readonly isLast: boolean
}

/** A story grows for some hours; then it is another one, and nobody scrolls back so far. */
const GROWING_TIME: Instant = 6 * HOUR

/** At most six edits an hour: whoever looks at the message sees it still. */
const EDIT_SPACING: Instant = 10 * MINUTE

/** What could not be told for so long is no news any more: the next digest has it. */
const TOLD_WITHIN: Instant = 3 * HOUR

/** How long an edit belongs to the process that began it, as a posting does (core/sending). */
const EDITING_TIME: Instant = 2 * MINUTE

const FIRST_WAIT: Instant = MINUTE
const LONGEST_WAIT: Instant = HOUR

export function newRaisedAlert(
  alert: Pick<Alert, 'name' | 'title' | 'zone' | 'channel' | 'workspaceId'>,
  { storyIds: [storyId = ''] }: Pick<Raising, 'storyIds'>,
  told: ToldAlert,
  episode: number,
  now: Instant,
): RaisedAlert {
  const { name, title, zone, channel, workspaceId } = alert
  return {
    id: shortKey(`alert\n${name}\n${storyId}\n${episode}`),
    alertName: name,
    title,
    zone,
    ...(workspaceId === undefined ? {} : { workspaceId }),
    storyId,
    episode,
    raisedAt: now,
    told,
    revision: 1,
    shownRevision: 0,
    editAttempts: 0,
    nextEditAt: now,
    edits: 'open',
    channel,
    state: 'pending',
    attempts: 0,
    nextAttemptAt: now,
  }
}

/** Whether it may still change. Not beyond its cool-down: then the story has a message of its own again. */
export function isGrowing(
  { edits, raisedAt, state }: RaisedAlert,
  alert: Pick<Alert, 'coolDownHours'>,
  now: Instant,
): boolean {
  const until = raisedAt + Math.min(GROWING_TIME, coolDownOf(alert))
  return edits === 'open' && state !== 'abandoned' && now < until
}

/** What may stand in the channel already is asked about all the same. */
export function isStale({ raisedAt, doubtfulSince }: RaisedAlert, now: Instant): boolean {
  return doubtfulSince === undefined && now - raisedAt > TOLD_WITHIN
}

export function withGrowth(raised: RaisedAlert, told: ToldAlert): RaisedAlert {
  return { ...raised, told, revision: raised.revision + 1 }
}

/** Noted before the platform is called. */
export function beginEdit(raised: RaisedAlert, now: Instant): RaisedAlert {
  return { ...raised, editAttempts: raised.editAttempts + 1, nextEditAt: now + EDITING_TIME }
}

export function closeEdit(raised: RaisedAlert, now: Instant): RaisedAlert {
  return { ...raised, editAttempts: 0, shownRevision: raised.revision, nextEditAt: now + EDIT_SPACING }
}

/**
 * After a failed edit; `failure` undefined: nobody foresaw it. A message that somebody took away stays away, and one that
 * the platform finds wrong stays as it is.
 */
export function postponeEdit(raised: RaisedAlert, failure: Failure | undefined, now: Instant): RaisedAlert {
  const reason = failure?.code === 'post-failed' ? failure.reason : undefined
  if (reason === 'message-gone') return { ...raised, edits: 'gone' }
  if (reason === 'invalid') return { ...raised, edits: 'ended' }
  const retryAt = failure?.code === 'post-failed' ? failure.retryAt : undefined
  if (retryAt !== undefined) return { ...raised, nextEditAt: Math.max(retryAt, now) }
  const wait = Math.min(FIRST_WAIT * 2 ** Math.min(raised.editAttempts - 1, 10), LONGEST_WAIT)
  const leastWait = failure === undefined ? 0 : natureOf(failure).leastWait
  return { ...raised, nextEditAt: now + Math.max(wait, leastWait) }
}
