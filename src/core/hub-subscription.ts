// One feed asked for at one hub, and how far we got with it. Knows WebSub's rules of time; never sends anything.
import { DAY, HOUR, MINUTE, type Instant } from './calendar.ts'

export interface HubSubscription {
  /** Unguessable; the last part of the address at which the hub calls us. */
  readonly id: string
  readonly feedId: string
  readonly topic: string
  readonly hub: string
  /** Our whole address for this hub: changed when our public address is another one. */
  readonly callback: string
  /** With which the hub signs what it sends. */
  readonly secret: string
  /**
   * `asked`: the hub has yet to ask whether we mean it. `active`: it calls until `leaseUntil`. `resting`: it failed or
   * refused, and is left alone until `nextAskAt`. `leaving`: nobody wants the feed any more, the hub has to be told.
   */
  readonly state: 'asked' | 'active' | 'resting' | 'leaving'
  /** When it came into this state. */
  readonly since: Instant
  /** Of an active one, and of one that is being left. */
  readonly leaseUntil?: Instant
  /** When the hub is asked: for the first time, to renew, to try again. */
  readonly nextAskAt: Instant
  /** Times asked since the hub last said yes. */
  readonly attempts: number
  /** What the hub missed and has not made up for; see `isTrusted`. */
  readonly debt: number
  /** The last call that bore our secret's signature. */
  readonly pushedAt?: Instant
}

/** The lease that we ask for. The largest public hub grants ten days at most. */
export const LEASE_SECONDS = 864_000

/** What we believe of a lease: one for a year is renewed within this time, one without an end has this one. */
const LONGEST_LEASE: Instant = 30 * DAY

/** A hub is not asked to renew sooner than this, however short its lease. */
const SHORTEST_RENEWAL: Instant = HOUR

/** A renewal comes when between half and four fifths of the lease are over: spread, and with days to spare. */
const [RENEWAL_EARLIEST, RENEWAL_LATEST] = [0.5, 0.8]

/** How long a hub may take to ask whether we mean it. It may wait for a queue of its own. */
const VERIFICATION_PATIENCE: Instant = HOUR

/** How long a hub is left alone after its first failure; doubled with each one, up to the longest. */
const FIRST_REST: Instant = HOUR
const LONGEST_REST: Instant = 7 * DAY

/** A hub that does not answer our farewell loses its lease in time: we say it so often. */
const FAREWELLS = 3

/** What one miss weighs in announced news, and how much debt is carried at most: three misses. */
const MISS = 3
const HIGHEST_DEBT = 3 * MISS

export type NewHubSubscription = Pick<
  HubSubscription,
  'id' | 'feedId' | 'topic' | 'hub' | 'callback' | 'secret'
>

/** Written down before the hub hears of it. */
export function newHubSubscription(made: NewHubSubscription, now: Instant): HubSubscription {
  return { ...made, state: 'asked', since: now, nextAskAt: now, attempts: 0, debt: 0 }
}

/** Just before the hub is asked: a program that dies now asks again later, and is answered in the meantime. */
export function afterAsking(subscription: HubSubscription, now: Instant): HubSubscription {
  const attempts = subscription.attempts + 1
  if (subscription.state === 'resting')
    return { ...subscription, state: 'asked', since: now, attempts, nextAskAt: now + VERIFICATION_PATIENCE }
  const wait = subscription.state === 'asked' ? VERIFICATION_PATIENCE : rest(attempts)
  return { ...subscription, attempts, nextAskAt: now + wait }
}

/**
 * The hub could not be asked, said no to the request, or never came to ask whether we mean it. `retryAt` is what it asked
 * for. What is active stays so until its lease is over.
 */
export function afterHubFailure(
  subscription: HubSubscription,
  now: Instant,
  retryAt: Instant = 0,
): HubSubscription {
  const { state, attempts } = subscription
  const nextAskAt = Math.max(now + rest(attempts), Math.min(retryAt, now + LONGEST_REST))
  if (state !== 'asked') return { ...subscription, nextAskAt }
  return { ...subscription, state: 'resting', since: now, nextAskAt }
}

/** A lease ran out: the hub is asked again at once, unless it has just failed to renew it. */
export function afterLapse(subscription: HubSubscription, now: Instant): HubSubscription {
  const { leaseUntil: _over, ...kept } = subscription
  const nextAskAt = kept.attempts === 0 ? now : kept.nextAskAt
  return { ...kept, state: 'resting', since: now, nextAskAt }
}

/**
 * The hub says that there is nothing to be had from it: now, or any more (WebSub § 5.2). `'gone'` for one that is being
 * left, undefined for another topic or when nothing was asked.
 */
export function afterDenial(
  subscription: HubSubscription,
  topic: string,
  now: Instant,
): HubSubscription | 'gone' | undefined {
  const { leaseUntil: _over, ...kept } = subscription
  if (!isSameAddress(topic, kept.topic) || kept.state === 'resting') return undefined
  if (kept.state === 'leaving') return 'gone'
  return { ...kept, state: 'resting', since: now, nextAskAt: now + LONGEST_REST }
}

/** The feed is not wanted from this hub any more; undefined when the hub knows nothing of us. */
export function afterFarewell(subscription: HubSubscription, now: Instant): HubSubscription | undefined {
  const { state, attempts, leaseUntil } = subscription
  if (state === 'resting' || (state === 'asked' && attempts === 0)) return undefined
  if (leaseUntil !== undefined && leaseUntil <= now) return undefined
  return { ...subscription, state: 'leaving', since: now, nextAskAt: now, attempts: 0 }
}

/** Whether a farewell has been said often enough, or the lease has run out by itself. */
export function isFarewellOver(subscription: HubSubscription, now: Instant): boolean {
  const { state, attempts, leaseUntil = Infinity, nextAskAt } = subscription
  return state === 'leaving' && (leaseUntil <= now || (attempts >= FAREWELLS && nextAskAt <= now))
}

/** What the hub asks before it believes us. WebSub § 5.3. */
export interface IntentQuestion {
  readonly mode: 'subscribe' | 'unsubscribe'
  readonly topic: string
  /** Of a subscription; undefined when the hub names none that can be read. */
  readonly leaseSeconds?: number
}

/**
 * What becomes of a subscription whose hub asks whether we mean it: `undefined` when we do not, `'gone'` when the hub has
 * heard our farewell. Only what we asked for, under its own topic, is confirmed.
 */
export function afterIntent(
  subscription: HubSubscription,
  { mode, topic, leaseSeconds }: IntentQuestion,
  now: Instant,
): HubSubscription | 'gone' | undefined {
  const { state, attempts } = subscription
  if (!isSameAddress(topic, subscription.topic)) return undefined
  if (mode === 'unsubscribe') return state === 'leaving' && attempts > 0 ? 'gone' : undefined
  if (state !== 'active' && (state !== 'asked' || attempts === 0)) return undefined
  const lease = leaseOf(leaseSeconds)
  return {
    ...subscription,
    state: 'active',
    since: state === 'active' && !isLapsed(subscription, now) ? subscription.since : now,
    leaseUntil: now + lease,
    nextAskAt: now + Math.max(SHORTEST_RENEWAL, lease * renewalShare(subscription.id)),
    attempts: 0,
  }
}

/** The lease is over and nobody renewed it. */
export function isLapsed({ state, leaseUntil = 0 }: HubSubscription, now: Instant): boolean {
  return state === 'active' && leaseUntil <= now
}

/** Whether the hub has told of nearly all that there was: one miss may be a matter of minutes, two are not. */
export function isTrusted({ debt }: HubSubscription): boolean {
  return debt <= MISS
}

/** A reading of the feed, for judging its hub by. */
export interface HubTrial {
  /** The reading before this one; undefined when there was none. */
  readonly previousReadAt: Instant | undefined
  readonly now: Instant
  /** Articles that nobody had seen before. */
  readonly newCount: number
}

/** Whether the hub has called since the feed was read the last time. */
function isPrompted({ pushedAt }: HubSubscription, previousReadAt: Instant | undefined): boolean {
  return pushedAt !== undefined && pushedAt >= (previousReadAt ?? 0)
}

/**
 * The hub after a reading: news that it never told of weigh three times those that it did. Nothing is held against it
 * that may be older than the subscription.
 */
export function afterTrial(subscription: HubSubscription, trial: HubTrial): HubSubscription {
  const { previousReadAt, now, newCount } = trial
  const { state, since, debt } = subscription
  if (newCount === 0 || state !== 'active' || isLapsed(subscription, now)) return subscription
  if (isPrompted(subscription, previousReadAt)) return { ...subscription, debt: Math.max(0, debt - 1) }
  if (previousReadAt === undefined || since > previousReadAt) return subscription
  return { ...subscription, debt: Math.min(HIGHEST_DEBT, debt + MISS) }
}

/**
 * Whether the feed need not be asked as often after a reading at `now`. A call that brought nothing is no reason to wait:
 * what it told of may not have reached all the publisher's servers.
 */
export function isPushExpected(subscription: HubSubscription, trial: HubTrial): boolean {
  const { previousReadAt, now, newCount } = trial
  if (subscription.state !== 'active' || isLapsed(subscription, now) || !isTrusted(subscription)) return false
  return newCount > 0 || !isPrompted(subscription, previousReadAt)
}

function rest(attempts: number): Instant {
  return Math.min(FIRST_REST * 2 ** Math.max(0, Math.min(attempts, 20) - 1), LONGEST_REST)
}

function leaseOf(seconds: number | undefined): Instant {
  const told = seconds === undefined || seconds <= 0 ? Infinity : seconds * 1000
  return Math.max(MINUTE, Math.min(told, LONGEST_LEASE))
}

/** The same share for the same subscription each time, others for others. */
function renewalShare(id: string): number {
  let mixed = 7
  for (let at = 0; at < id.length; at += 1) mixed = (mixed * 31 + id.charCodeAt(at)) % 1000
  return RENEWAL_EARLIEST + (RENEWAL_LATEST - RENEWAL_EARLIEST) * (mixed / 1000)
}

/** Hubs write addresses anew: with a slash, with other escapes. */
function isSameAddress(one: string, other: string): boolean {
  return one === other || (URL.parse(one)?.href ?? one) === (URL.parse(other)?.href ?? other)
}
