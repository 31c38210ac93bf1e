// What the tables of hubs hold, as Kysely reads them, beside the others in tables.ts.
import type { Instant } from '../core/calendar.ts'
import type { HubSubscription } from '../core/hub-subscription.ts'

export interface HubTables {
  hub_offers: HubOfferRow
  hub_subscriptions: HubSubscriptionRow
}

export interface HubOfferRow {
  feed_id: string
  topic: string
  /** Addresses as JSON. */
  hubs: string
}

export interface HubSubscriptionRow {
  id: string
  feed_id: string
  topic: string
  hub: string
  callback: string
  secret: string
  state: HubSubscription['state']
  since_at: Instant
  lease_until: Instant | null
  next_ask_at: Instant
  attempts: number
  debt: number
  pushed_at: Instant | null
}
