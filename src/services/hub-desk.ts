// What hubs are told when they call: whether we mean it, and that a feed was looked at. Understands no HTTP.
import {
  afterDenial,
  afterIntent,
  type HubSubscription,
  type IntentQuestion,
} from '../core/hub-subscription.ts'
import type { HubDesk } from '../hub-ports.ts'
import { hubConfirmed, hubDenied, pushIgnored } from '../locale/hubs.ts'
import type { Clock, Log, Storage } from '../ports.ts'

export interface HubDeskTools {
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
}

export function createHubDesk(tools: HubDeskTools): HubDesk {
  const { storage, clock, log } = tools
  /** Subscriptions about whose bad calls the log has heard: a hub that errs, errs each time. */
  const complained = new Set<string>()
  return {
    confirm: (id, question) => confirm(tools, id, question),

    deny: (id, topic, reason) => deny(tools, id, topic, reason),

    secretOf: async (id) => {
      const subscription = await storage.hubs.get(id)
      const counts = subscription?.state === 'active' || subscription?.state === 'asked'
      return counts ? subscription.secret : undefined
    },

    push: (id) =>
      storage.inTransaction(async ({ hubs, feeds }) => {
        const subscription = await hubs.get(id)
        if (subscription === undefined) return
        const now = clock.now()
        await hubs.save({ ...subscription, pushedAt: now })
        await feeds.makeDue(subscription.feedId, now)
      }),

    ignore: async (id, reason) => {
      if (complained.has(id)) return
      complained.add(id)
      const subscription = await storage.hubs.get(id)
      if (subscription === undefined) return
      log.warn(pushIgnored(await feedTitleOf(storage, subscription), reason), { hub: subscription.hub })
    },
  }
}

async function confirm(
  { storage, clock, log }: HubDeskTools,
  id: string,
  question: IntentQuestion,
): Promise<boolean> {
  const told = await storage.inTransaction(async ({ hubs }) => {
    const before = await hubs.get(id)
    const after = before === undefined ? undefined : afterIntent(before, question, clock.now())
    if (before === undefined || after === undefined) return undefined
    if (after === 'gone') await hubs.remove(id)
    else await hubs.save(after)
    return { before, isNew: after !== 'gone' && before.state !== 'active' }
  })
  if (told?.isNew === true)
    log.info(hubConfirmed(await feedTitleOf(storage, told.before)), { hub: told.before.hub })
  return told !== undefined
}

async function deny(
  { storage, clock, log }: HubDeskTools,
  id: string,
  topic: string,
  reason: string,
): Promise<boolean> {
  const denied = await storage.inTransaction(async ({ hubs }) => {
    const subscription = await hubs.get(id)
    const after = subscription === undefined ? undefined : afterDenial(subscription, topic, clock.now())
    if (subscription === undefined || after === undefined) return undefined
    if (after === 'gone') await hubs.remove(id)
    else await hubs.save(after)
    return after === 'gone' ? undefined : subscription
  })
  if (denied !== undefined)
    log.warn(hubDenied(await feedTitleOf(storage, denied), reason), { hub: denied.hub })
  return denied !== undefined
}

/** As people know the feed of a subscription; its address for one that is gone. */
export async function feedTitleOf(
  storage: Storage,
  { feedId, topic }: Pick<HubSubscription, 'feedId' | 'topic'>,
): Promise<string> {
  return (await storage.feeds.get([feedId])).at(0)?.title ?? topic
}
