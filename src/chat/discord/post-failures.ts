// Why Discord did not take a message, as a failure that says what to do next. Retries nothing.
import type { Instant } from '../../core/calendar.ts'
import { ExplainedError, type Failure, type PostFailureReason } from '../../core/failures.ts'
import { natureOf } from '../../core/sending.ts'
import { codeOf, isCut, isTimeOut, isTokenRefused, isUnreachable, pauseOf, statusOf } from './api-errors.ts'

type PostFailure = Extract<Failure, { readonly code: 'post-failed' }>

/** Discord's codes, before its statuses; topics/opcodes-and-status-codes, JSON. */
const CODES: ReadonlyMap<number | undefined, PostFailureReason> = new Map([
  [10_003, 'channel-missing'],
  [10_013, 'person-unreachable'],
  [40_003, 'rate-limited'],
  [50_001, 'not-a-member'],
  // A channel where nobody can write: a forum, a category.
  [50_008, 'channel-missing'],
  [50_024, 'channel-missing'],
  [50_007, 'person-unreachable'],
  [50_013, 'forbidden'],
  [50_033, 'person-unreachable'],
  [50_083, 'channel-archived'],
  [50_278, 'person-unreachable'],
  [160_005, 'forbidden'],
])

const STATUSES: ReadonlyMap<number | undefined, PostFailureReason> = new Map([
  [401, 'token-refused'],
  [403, 'forbidden'],
  [404, 'channel-missing'],
  [429, 'rate-limited'],
])

/** Undefined when nobody foresaw the error: then it is taken for the worst. */
function reasonOf(error: unknown): PostFailureReason | undefined {
  const status = statusOf(error)
  const known = CODES.get(codeOf(error)) ?? STATUSES.get(status)
  if (known !== undefined) return known
  if (isTokenRefused(error)) return 'token-refused'
  if (status !== undefined) return status >= 500 ? 'platform-failing' : 'invalid'
  if (pauseOf(error) !== undefined) return 'rate-limited'
  if (isTimeOut(error)) return 'timed-out'
  if (isCut(error)) return 'cut'
  if (isUnreachable(error)) return 'unreachable'
  // An answer that is no JSON: something stands between Discord and us.
  return error instanceof SyntaxError ? 'platform-failing' : undefined
}

/** Where an attempt was when it failed. */
export interface FailedAttempt {
  /** `discord:channel`. */
  readonly channel: string
  readonly now: Instant
  /** A piece of the message stands, or may stand, in the channel. */
  readonly hasBegun: boolean
}

export function postFailure(error: unknown, attempt: FailedAttempt): ExplainedError {
  const [reason, pause] = [reasonOf(error), pauseOf(error)]
  const failure: PostFailure = {
    code: 'post-failed',
    channel: attempt.channel,
    ...(reason === undefined ? {} : { reason }),
    ...(pause === undefined ? {} : { retryAt: attempt.now + pause }),
  }
  const isDoubtful = attempt.hasBegun && !natureOf(failure).mayHaveLanded
  // A message of which a part stands must be looked for, whatever stopped the rest.
  return new ExplainedError(isDoubtful ? { ...failure, reason: 'cut' } : failure, {
    cause: withoutSecrets(error),
  })
}

/** Nothing is sent when it is unknown what stands already. */
export function lookUpFailure(error: unknown, attempt: FailedAttempt): ExplainedError {
  const isClosed = [400, 403].includes(statusOf(error) ?? 0)
  if (!isClosed) return postFailure(error, attempt)
  return new ExplainedError(
    { code: 'post-failed', channel: attempt.channel, reason: 'cannot-check' },
    { cause: withoutSecrets(error) },
  )
}

/** What discord.js throws holds the request and its address, in which a token may stand: only its words go on. */
export function withoutSecrets(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  const words = new Error(error.message)
  words.name = error.name
  return words
}
