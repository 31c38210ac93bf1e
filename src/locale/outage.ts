// What is said when it is our own network that is down. Blames no feed.
import type { Instant, Zone } from '../core/calendar.ts'
import { durationWords } from './feed-conditions.ts'
import { sinceWords } from './feed-health.ts'
import { french } from './sentence.ts'

interface Time {
  readonly now: Instant
  readonly zone: Zone
}

export function outageLasts(since: Instant, { now, zone }: Time): string {
  return french`Plus aucun site ne me répond depuis ${sinceWords(since, now, zone)} : ma propre connexion est sans doute coupée. Aucun flux n’est mis en cause. Je réessaie toutes les quelques minutes.`
}

export function outageOver(
  { since, until }: { readonly since: Instant; readonly until: Instant },
  { now, zone }: Time,
): string {
  return french`Les sites me répondent de nouveau. Ma connexion est restée coupée ${durationWords(until - since)}, depuis ${sinceWords(since, now, zone)}. Aucun flux n’est mis en cause. Je lis maintenant ce qui a paru entre-temps.`
}
