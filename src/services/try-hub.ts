// What a reading of a feed tells about its hub: what it offers, and whether the hub keeps its word. Calls no hub.
import type { Instant } from '../core/calendar.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import { afterTrial, type HubSubscription, isPushExpected, isTrusted } from '../core/hub-subscription.ts'
import { hubDistrusted, hubTrustedAgain } from '../locale/hubs.ts'
import type { FeedReading, Log, Storage } from '../ports.ts'

/** A reading that worked. */
export interface TriedReading {
  readonly feed: Feed
  /** Before the reading. */
  readonly state: FeedState
  readonly reading: FeedReading
  readonly startedAt: Instant
  readonly now: Instant
  /** Articles that nobody had seen before. */
  readonly newCount: number
}

interface HubOutlook {
  /** Whether the hub will tell of what is new, so that the feed may be read less often. */
  readonly isPushExpected: boolean
  /** The hub has called while the feed was being read: it is read again. */
  readonly isPushWaiting: boolean
}

const NO_HUB: HubOutlook = { isPushExpected: false, isPushWaiting: false }

/** Part of the transaction that keeps the reading. Without a public address only what the feed offers is noted. */
export async function tryHub(
  tools: { readonly log: Log; readonly isReachable?: boolean },
  storage: Storage,
  tried: TriedReading,
): Promise<HubOutlook> {
  const { feed, reading, startedAt, now, newCount } = tried
  if (reading.kind === 'read') await storage.hubs.saveOffer(feed.id, reading.hubOffer)
  const subscription = tools.isReachable === true ? await storage.hubs.activeOf(feed.id) : undefined
  if (subscription === undefined) return NO_HUB
  const trial = { previousReadAt: tried.state.lastSuccessAt, now, newCount }
  const judged = afterTrial(subscription, trial)
  const isPushWaiting = (subscription.pushedAt ?? 0) > startedAt
  // A call that came too late for this reading belongs to the next one.
  const kept = isPushWaiting ? { ...judged, pushedAt: now } : judged
  if (kept !== subscription) await storage.hubs.save(kept)
  tellTrust(tools.log, feed, subscription, kept)
  return { isPushExpected: isPushExpected(judged, trial), isPushWaiting }
}

function tellTrust(log: Log, feed: Feed, before: HubSubscription, after: HubSubscription): void {
  if (isTrusted(before) === isTrusted(after)) return
  const tell = isTrusted(after) ? hubTrustedAgain : hubDistrusted
  log.info(tell(feed.title), { url: feed.url, hub: after.hub })
}
