// The life of what is sent to a channel: written before sending, closed after, put off in between. Never sends anything.
import { HOUR, MINUTE, type Instant } from './calendar.ts'
import type { Failure, PostFailureReason } from './failures.ts'

/** One message on its way to one channel. */
export interface Sending {
  /** `platform:channel`. */
  readonly channel: string
  readonly state: 'pending' | 'sending' | 'posted' | 'abandoned'
  readonly attempts: number
  readonly nextAttemptAt: Instant
  /** When the first attempt began that may have reached the channel; the platform is asked before another one. */
  readonly doubtfulSince?: Instant | undefined
  /** What the platform calls the posted message. */
  readonly handle?: string | undefined
}

/** First wait after a failed posting; it doubles each time. */
const FIRST_WAIT: Instant = MINUTE
const LONGEST_WAIT: Instant = HOUR

/** A morning digest that comes the next day helps nobody: after this long a sending is given up, and said. */
const GIVEN_UP_AFTER: Instant = 24 * HOUR

/**
 * How long a message belongs to the process that began to send it, in milliseconds: another one that finds it `sending`
 * must not post it too while the first is still at it. A posting takes seconds, and a minute when Slack asks for a pause.
 */
const SENDING_TIME: Instant = 2 * MINUTE

/** What a posting may take of that, from the moment at which the platform is called on. */
const POSTING_TIME: Instant = 1.5 * MINUTE

/**
 * How far before the first doubtful attempt the platform is asked, in milliseconds: its clock is its own, and ours may be
 * ahead by an hour, as after a change of season that one machine did not make, and by minutes besides.
 */
export const LOOK_UP_MARGIN: Instant = 2 * HOUR

/** Attempts after which a message that the platform finds wrong in itself is given up: it will not mend. */
const INVALID_ATTEMPTS = 3

/** How far a failure reaches: what else is not worth trying before this one is. */
export type FailureScope = 'message' | 'channel' | 'platform'

interface FailureNature {
  readonly scope: FailureScope
  /** Whether the message may stand in the channel all the same. */
  readonly mayHaveLanded: boolean
  /** Wait longer than the first failures would: trying sooner mends nothing, and refusals are counted against us. */
  readonly leastWait: Instant
}

/** Of every reason that a platform gives; what gives none is taken for the worst of each. */
const NATURES: Readonly<Record<PostFailureReason, FailureNature>> = {
  'disk-full': { scope: 'platform', mayHaveLanded: true, leastWait: 0 },
  unwritable: { scope: 'platform', mayHaveLanded: true, leastWait: 0 },
  'rate-limited': { scope: 'channel', mayHaveLanded: false, leastWait: 0 },
  'platform-failing': { scope: 'message', mayHaveLanded: true, leastWait: 0 },
  'timed-out': { scope: 'message', mayHaveLanded: true, leastWait: 0 },
  cut: { scope: 'message', mayHaveLanded: true, leastWait: 0 },
  unreachable: { scope: 'platform', mayHaveLanded: false, leastWait: 0 },
  'token-refused': { scope: 'platform', mayHaveLanded: false, leastWait: 10 * MINUTE },
  'channel-archived': { scope: 'channel', mayHaveLanded: false, leastWait: HOUR },
  'channel-missing': { scope: 'channel', mayHaveLanded: false, leastWait: HOUR },
  'not-a-member': { scope: 'channel', mayHaveLanded: false, leastWait: HOUR },
  forbidden: { scope: 'channel', mayHaveLanded: false, leastWait: HOUR },
  'person-unreachable': { scope: 'channel', mayHaveLanded: false, leastWait: HOUR },
  'not-installed': { scope: 'channel', mayHaveLanded: false, leastWait: HOUR },
  'workspace-unclear': { scope: 'channel', mayHaveLanded: false, leastWait: HOUR },
  'token-unreadable': { scope: 'channel', mayHaveLanded: false, leastWait: 10 * MINUTE },
  'cannot-check': { scope: 'channel', mayHaveLanded: true, leastWait: 10 * MINUTE },
  'message-gone': { scope: 'message', mayHaveLanded: false, leastWait: 0 },
  invalid: { scope: 'message', mayHaveLanded: false, leastWait: 0 },
}

/** Every reason that a platform may give. */
export const POST_FAILURE_REASONS: readonly string[] = Object.keys(NATURES)

const UNKNOWN: FailureNature = { scope: 'message', mayHaveLanded: true, leastWait: 0 }

export function natureOf(failure: Failure): FailureNature {
  if (failure.code === 'platform-absent')
    return { scope: 'platform', mayHaveLanded: false, leastWait: MINUTE }
  return failure.code === 'post-failed' && failure.reason !== undefined ? NATURES[failure.reason] : UNKNOWN
}

/** Noted before the platform is called, so that a crash leaves a trace, and nobody else sends it meanwhile. */
export function beginAttempt<Sent extends Sending>(sending: Sent, now: Instant): Sent {
  return {
    ...sending,
    state: 'sending',
    attempts: sending.attempts + 1,
    nextAttemptAt: now + SENDING_TIME,
    doubtfulSince: sending.doubtfulSince ?? now,
  }
}

/**
 * Whether there is time for the posting before another process takes it for a crash. There is none where noting the attempt
 * took long: a connection to the database that fell silent and came back.
 */
export function isTimely({ nextAttemptAt }: Sending, now: Instant): boolean {
  return nextAttemptAt - now >= POSTING_TIME
}

export function closeSending<Sent extends Sending>(sending: Sent, handle: string): Sent {
  return { ...sending, state: 'posted', handle }
}

/** When what was to be said is old, and what became of the attempt. `failure` undefined: nobody foresaw it. */
interface Setback {
  readonly now: Instant
  readonly dueAt: Instant
  readonly failure: Failure | undefined
}

/**
 * After a failed attempt. What cannot have landed is as doubtful as it was `before` the attempt; a pause that the
 * platform asked for counts as no attempt.
 */
export function postpone<Sent extends Sending>(before: Sent, attempt: Sent, setback: Setback): Sent {
  const { now, dueAt, failure } = setback
  const nature = failure === undefined ? UNKNOWN : natureOf(failure)
  const known = nature.mayHaveLanded ? attempt : withDoubtOf(before, attempt)
  if (now - dueAt > GIVEN_UP_AFTER || isHopeless(known, failure)) return { ...known, state: 'abandoned' }
  const retryAt = failure?.code === 'post-failed' ? failure.retryAt : undefined
  if (retryAt !== undefined)
    return { ...known, attempts: before.attempts, nextAttemptAt: Math.max(retryAt, now) }
  const wait = Math.min(FIRST_WAIT * 2 ** Math.min(known.attempts - 1, 10), LONGEST_WAIT)
  return { ...known, nextAttemptAt: now + Math.max(wait, nature.leastWait) }
}

/** What may stand already is asked about all the same, whatever its age. */
export function isTooLate({ doubtfulSince }: Sending, dueAt: Instant, now: Instant): boolean {
  return doubtfulSince === undefined && now - dueAt > GIVEN_UP_AFTER
}

function withDoubtOf<Sent extends Sending>(before: Sent, attempt: Sent): Sent {
  return { ...attempt, state: 'pending', doubtfulSince: before.doubtfulSince }
}

function isHopeless({ attempts }: Sending, failure: Failure | undefined): boolean {
  return failure?.code === 'post-failed' && failure.reason === 'invalid' && attempts >= INVALID_ATTEMPTS
}
