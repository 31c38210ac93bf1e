// Hubs that feeds offer, and what we asked them for. Never calls one.
import type { Insertable, Selectable } from 'kysely'
import { type HubOffer, isSameOffer } from '../core/hub-offer.ts'
import type { OfferedFeed } from '../core/hub-plan.ts'
import type { HubSubscription } from '../core/hub-subscription.ts'
import type { HubStore } from '../hub-ports.ts'
import { isRead } from './feeds.ts'
import type { HubOfferRow, HubSubscriptionRow } from './hub-tables.ts'
import type { Session } from './session.ts'

export function hubStore(session: Session): HubStore {
  return {
    offerOf: (feedId) => offerOf(session, feedId),

    saveOffer: (feedId, offer) => saveOffer(session, feedId, offer),

    offered: () => offered(session),

    list: async () => {
      const rows = await session.database
        .selectFrom('hub_subscriptions')
        .selectAll()
        .orderBy('since_at')
        .orderBy('id')
        .execute()
      return rows.map(toSubscription)
    },

    get: async (id) => {
      const row = await session.database
        .selectFrom('hub_subscriptions')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toSubscription(row)
    },

    activeOf: (feedId) => activeOf(session, feedId),

    save: async (subscription) => {
      const { id, ...changed } = fromSubscription(subscription)
      await session.database
        .insertInto('hub_subscriptions')
        .values({ id, ...changed })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute()
    },

    remove: async (id) => {
      await session.database.deleteFrom('hub_subscriptions').where('id', '=', id).execute()
    },
  }
}

async function activeOf({ database }: Session, feedId: string): Promise<HubSubscription | undefined> {
  const row = await database
    .selectFrom('hub_subscriptions')
    .selectAll()
    .where('feed_id', '=', feedId)
    .where('state', '=', 'active')
    .orderBy('since_at', 'desc')
    .executeTakeFirst()
  return row && toSubscription(row)
}

async function offerOf({ database }: Session, feedId: string): Promise<HubOffer | undefined> {
  const row = await database
    .selectFrom('hub_offers')
    .selectAll()
    .where('feed_id', '=', feedId)
    .executeTakeFirst()
  return row && toOffer(row)
}

/** Feeds say the same at nearly each reading: then nothing is written. */
async function saveOffer(session: Session, feedId: string, offer: HubOffer | undefined): Promise<void> {
  if (isSameOffer(await offerOf(session, feedId), offer)) return
  if (offer === undefined) {
    await session.database.deleteFrom('hub_offers').where('feed_id', '=', feedId).execute()
    return
  }
  const changed = { topic: offer.topic, hubs: JSON.stringify(offer.hubs) }
  await session.database
    .insertInto('hub_offers')
    .values({ feed_id: feedId, ...changed })
    .onConflict((conflict) => conflict.column('feed_id').doUpdateSet(changed))
    .execute()
}

async function offered({ database }: Session): Promise<readonly OfferedFeed[]> {
  const rows = await database
    .selectFrom('hub_offers')
    .innerJoin('feeds', 'feeds.id', 'hub_offers.feed_id')
    .select(['hub_offers.feed_id', 'hub_offers.topic', 'hub_offers.hubs'])
    .where((build) => isRead(build))
    .orderBy('hub_offers.feed_id')
    .execute()
  return rows.map((row) => ({ feedId: row.feed_id, offer: toOffer(row) }))
}

function toOffer({ topic, hubs }: Pick<HubOfferRow, 'topic' | 'hubs'>): HubOffer {
  // Only `saveOffer` writes this column.
  const told: readonly string[] = JSON.parse(hubs)
  return { topic, hubs: told }
}

function toSubscription(row: Selectable<HubSubscriptionRow>): HubSubscription {
  const { id, topic, hub, callback, secret, state, attempts, debt } = row
  return {
    id,
    feedId: row.feed_id,
    topic,
    hub,
    callback,
    secret,
    state,
    since: row.since_at,
    ...(row.lease_until !== null && { leaseUntil: row.lease_until }),
    nextAskAt: row.next_ask_at,
    attempts,
    debt,
    ...(row.pushed_at !== null && { pushedAt: row.pushed_at }),
  }
}

function fromSubscription(subscription: HubSubscription): Insertable<HubSubscriptionRow> {
  const { id, feedId, topic, hub, callback, secret, state, attempts, debt } = subscription
  return {
    id,
    feed_id: feedId,
    topic,
    hub,
    callback,
    secret,
    state,
    since_at: subscription.since,
    lease_until: subscription.leaseUntil ?? null,
    next_ask_at: subscription.nextAskAt,
    attempts,
    debt,
    pushed_at: subscription.pushedAt ?? null,
  }
}
