// How a feed fares, in one word with its since-when, found from its state and history. Tells nobody.
import { DAY, HOUR, type Instant } from './calendar.ts'
import type { Failure } from './failures.ts'
import { troubleOf } from './feed-trouble.ts'
import type { Feed, FeedState } from './feed.ts'

export type FeedCondition =
  /** Never read yet. */
  | { readonly kind: 'waiting'; readonly since: Instant }
  | { readonly kind: 'healthy'; readonly since: Instant }
  /** Answers, and takes its time; `seconds` is usual now. */
  | { readonly kind: 'slow'; readonly since: Instant; readonly seconds: number }
  /** Answers and brings nothing, for longer than its habits; since its last article. */
  | { readonly kind: 'silent'; readonly since: Instant }
  /** Answers with a document without any item, and used to have some. */
  | { readonly kind: 'empty'; readonly since: Instant }
  /** Read at another address than the one that was given; of the file until that is changed there, else for a week. */
  | { readonly kind: 'moved'; readonly since: Instant; readonly to: string }
  | BrokenCondition

/** `lastSuccessAt` is undefined for a feed that never worked. */
interface BrokenCondition {
  readonly kind: 'failing' | 'blocked' | 'reserved' | 'gone'
  readonly since: Instant
  readonly failure: Failure
  readonly lastSuccessAt?: Instant
}

export type ConditionKind = FeedCondition['kind']

/** Worst first: what never comes back by itself, then what may. */
export const WORST_FIRST: readonly ConditionKind[] = [
  'gone',
  'blocked',
  'reserved',
  'failing',
  'empty',
  'silent',
  'slow',
  'moved',
  'waiting',
  'healthy',
]

/** «Not found» is believed after this: sites lose an address for a night. «Gone» (410) is believed at once. */
const MISSING_UNTIL: Instant = 2 * DAY

/**
 * How long a condition has to last before people hear of it. Servers are down for a night, and a weekend passes without
 * a reader: three days is what administrators ask for in the trackers (findings, wishes 3). What waiting alone will not
 * mend is told after a day. What counts in days by itself is told at once.
 */
const TOLD_AFTER: Readonly<Record<Exclude<ConditionKind, 'healthy' | 'waiting'>, Instant>> = {
  gone: DAY,
  blocked: DAY,
  reserved: DAY,
  failing: 3 * DAY,
  empty: DAY,
  silent: 0,
  slow: 3 * DAY,
  moved: 0,
}

/** How long a move that asks nobody for anything is shown. */
const MOVE_SHOWN: Instant = 7 * DAY

/** Failures that waiting alone will not mend, although the site refuses nothing. */
const NEVER_MENDED: ReadonlySet<Failure['code']> = new Set(['feed-is-html', 'fetch-private-address'])

/** A feed that works again is told after it has done so for this long: one lucky answer in ten is no return. */
export const RETURN_AFTER: Instant = HOUR

/** `followedSince` stands in for what never happened: a first reading, a success. */
export function conditionOf(
  { origin }: Pick<Feed, 'origin'>,
  state: FeedState,
  followedSince: Instant,
  now: Instant,
): FeedCondition {
  if (state.lastReadAt === undefined) return { kind: 'waiting', since: followedSince }
  const { lastFailure: failure, history } = state
  if (state.failureCount > 0 && failure !== undefined) return brokenBy(failure, state, followedSince, now)
  if (history?.emptySince !== undefined) return { kind: 'empty', since: history.emptySince }
  if (history?.silentSince !== undefined) return { kind: 'silent', since: history.silentSince }
  if (history?.slowSince !== undefined)
    return { kind: 'slow', since: history.slowSince, seconds: history.usualSeconds ?? 0 }
  const written = state.move?.written
  const isNews = origin === 'file' || now - (written?.at ?? 0) < MOVE_SHOWN
  if (written !== undefined && isNews) return { kind: 'moved', since: written.at, to: written.to }
  return { kind: 'healthy', since: state.answeringSince ?? state.lastSuccessAt ?? state.lastReadAt }
}

/**
 * Whether anybody who follows the feed, whenever they began to, may find anything but `healthy` or `waiting`. Few feeds of
 * many are: the others need not be looked at.
 */
export function mayBeInTrouble({ lastReadAt, failureCount, history, move }: FeedState): boolean {
  if (lastReadAt === undefined) return false
  const since = history?.emptySince ?? history?.silentSince ?? history?.slowSince
  return failureCount > 0 || since !== undefined || move?.written !== undefined
}

function brokenBy(failure: Failure, state: FeedState, followedSince: Instant, now: Instant): BrokenCondition {
  const failingSince = state.failingSince ?? state.lastSuccessAt ?? followedSince
  const trouble = troubleOf(failure)
  // A feed that was down for two days and forbids us since this morning is down no more.
  const since = state.troubleSince ?? failingSince
  const told = { failure, ...(state.lastSuccessAt !== undefined && { lastSuccessAt: state.lastSuccessAt }) }
  switch (trouble) {
    case 'gone':
    case 'blocked':
    case 'reserved':
      return { kind: trouble, since, ...told }
    case 'missing':
      return now - since >= MISSING_UNTIL
        ? { kind: 'gone', since, ...told }
        : { kind: 'failing', since: failingSince, ...told }
    case 'failing':
    case 'unreached':
      return { kind: 'failing', since: failingSince, ...told }
    default:
      return trouble satisfies never
  }
}

/** How long this one has to last. `Infinity` for what is never told: there is nothing wrong. */
export function toldAfter(condition: FeedCondition): Instant {
  if (condition.kind === 'healthy' || condition.kind === 'waiting') return Infinity
  const isHopeless = condition.kind === 'failing' && NEVER_MENDED.has(condition.failure.code)
  return isHopeless ? DAY : TOLD_AFTER[condition.kind]
}
