// What is to be done about hubs at one moment: whom to ask, whom to leave, what to forget. Pure; never sends anything.
import type { Instant } from './calendar.ts'
import { HUBS_AT_MOST, type HubOffer } from './hub-offer.ts'
import { afterFarewell, type HubSubscription, isFarewellOver, isLapsed } from './hub-subscription.ts'

/** A feed that is read, and what it offers. */
export interface OfferedFeed {
  readonly feedId: string
  readonly offer: HubOffer
}

export type HubStep =
  /** Makes a subscription and asks the hub for it. */
  | { readonly kind: 'begin'; readonly feedId: string; readonly topic: string; readonly hub: string }
  /** Asks again: to renew, after a rest, or to take leave. */
  | { readonly kind: 'ask'; readonly id: string }
  /** The hub never came to ask whether we mean it, or a lease ran out. */
  | { readonly kind: 'give-up'; readonly id: string }
  | { readonly kind: 'leave'; readonly id: string }
  | { readonly kind: 'forget'; readonly id: string }

export interface HubScene {
  /** Feeds that are read and that offer a hub. */
  readonly offered: readonly OfferedFeed[]
  readonly subscriptions: readonly HubSubscription[]
  /** Whether an address is one at which we can still be called. */
  readonly isOurs: (callback: string) => boolean
  readonly now: Instant
}

/** Steps in the order of the feeds; at most one for each subscription, and at most one new subscription a feed. */
export function planHubs(scene: HubScene): readonly HubStep[] {
  const byFeed = Map.groupBy(scene.subscriptions, ({ feedId }) => feedId)
  const ofOffers = scene.offered.flatMap(({ feedId, offer }) =>
    planFeed(feedId, offer, byFeed.get(feedId) ?? [], scene),
  )
  const isOffered = new Set(scene.offered.map(({ feedId }) => feedId))
  const unwanted = scene.subscriptions.filter(({ feedId }) => !isOffered.has(feedId))
  return [...ofOffers, ...unwanted.flatMap((subscription) => planFarewell(subscription, scene))]
}

function planFeed(
  feedId: string,
  { topic, hubs }: HubOffer,
  known: readonly HubSubscription[],
  scene: HubScene,
): readonly HubStep[] {
  const isWanted = (one: HubSubscription): boolean =>
    one.topic === topic && hubs.includes(one.hub) && scene.isOurs(one.callback) && one.state !== 'leaving'
  const [kept, dropped] = [known.filter(isWanted), known.filter((one) => !isWanted(one))]
  const farewells = dropped.flatMap((one) => planFarewell(one, scene))
  const current = kept.find(({ state }) => state === 'active' || state === 'asked')
  if (current !== undefined) return [...farewells, ...planCurrent(current, scene.now)]
  return [...farewells, ...planNext(feedId, topic, hubs, kept, scene.now)]
}

/** The one that works, or is about to. */
function planCurrent(current: HubSubscription, now: Instant): readonly HubStep[] {
  const { id, state, attempts, nextAskAt } = current
  if (isLapsed(current, now)) return [{ kind: 'give-up', id }]
  if (nextAskAt > now) return []
  return [{ kind: state === 'asked' && attempts > 0 ? 'give-up' : 'ask', id }]
}

/** The first hub, in the order of the feed, that was never asked or has rested. */
function planNext(
  feedId: string,
  topic: string,
  hubs: readonly string[],
  resting: readonly HubSubscription[],
  now: Instant,
): readonly HubStep[] {
  for (const hub of hubs.slice(0, HUBS_AT_MOST)) {
    const asked = resting.find((one) => one.hub === hub)
    if (asked === undefined) return [{ kind: 'begin', feedId, topic, hub }]
    if (asked.nextAskAt <= now) return [{ kind: 'ask', id: asked.id }]
  }
  return []
}

function planFarewell(subscription: HubSubscription, { isOurs, now }: HubScene): readonly HubStep[] {
  const { id, state, callback, nextAskAt } = subscription
  // Nobody can ask us there whether we mean it: the lease runs out by itself.
  if (!isOurs(callback) || isFarewellOver(subscription, now)) return [{ kind: 'forget', id }]
  if (state !== 'leaving')
    return [{ kind: afterFarewell(subscription, now) === undefined ? 'forget' : 'leave', id }]
  return nextAskAt <= now ? [{ kind: 'ask', id }] : []
}
