// How a feed fares, in a few French words for a list. Never reads one.
import type { Instant, Zone } from '../core/calendar.ts'
import type { Failure } from '../core/failures.ts'
import type { FeedState } from '../core/feed.ts'
import { formatMoment } from './calendar.ts'
import { explain } from './failures.ts'
import { NETWORK_PREDICATES, type NetworkFailure } from './network-failures.ts'
import { french } from './sentence.ts'
import { tell } from './sentence-table.ts'

interface FollowedState {
  /** Undefined before the feed is stored. */
  readonly state: FeedState | undefined
  readonly suspendedAt?: Instant | undefined
}

/** «lu aujourd’hui à 8 h 05», «en pause depuis hier à 9 h», «en panne depuis hier à 9 h : ne répond pas». */
export function healthWords({ state, suspendedAt }: FollowedState, now: Instant, zone: Zone): string {
  if (suspendedAt !== undefined) return `en pause depuis ${sinceWords(suspendedAt, now, zone)}`
  if (state?.lastReadAt === undefined) return 'pas encore lu'
  const { lastFailure, lastSuccessAt, failureCount } = state
  if (failureCount === 0) return `lu ${formatMoment(state.lastReadAt, now, zone)}`
  const since =
    lastSuccessAt === undefined
      ? 'n’a encore jamais donné d’article'
      : `en panne depuis ${sinceWords(lastSuccessAt, now, zone)}`
  return lastFailure === undefined ? since : french`${since} : ${failureCause(lastFailure)}`
}

/** What follows «depuis»: «aujourd’hui à 8 h» and «hier» as they are, else «le lundi 3 mars à 8 h». */
export function sinceWords(instant: Instant, now: Instant, zone: Zone): string {
  const moment = formatMoment(instant, now, zone)
  return /^(?:hier|aujourd’hui|demain)/u.test(moment) ? moment : `le ${moment}`
}

/** What a feed did, without its name: «refuse l’accès à Pressoir (HTTP 403)». */
export function failureCause(failure: Failure): string {
  return isNetworkFailure(failure)
    ? tell(NETWORK_PREDICATES, failure)[0]
    : explain(failure).replace(/\.$/u, '')
}

function isNetworkFailure(failure: Failure): failure is NetworkFailure {
  return Object.hasOwn(NETWORK_PREDICATES, failure.code)
}
