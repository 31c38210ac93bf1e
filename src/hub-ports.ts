// The ports of WebSub, beside the others in ports.ts. Says what is promised and nothing of how.
import type { HubOffer } from './core/hub-offer.ts'
import type { OfferedFeed } from './core/hub-plan.ts'
import type { HubSubscription, IntentQuestion } from './core/hub-subscription.ts'

/** What feeds offer, and what we asked hubs for. */
export interface HubStore {
  offerOf(feedId: string): Promise<HubOffer | undefined>
  /** What a feed said when it was last read; nothing when it offers no hub. */
  saveOffer(feedId: string, offer: HubOffer | undefined): Promise<void>
  /** Of the feeds that are read: those of the chat only while somebody there wants them. */
  offered(): Promise<readonly OfferedFeed[]>
  list(): Promise<readonly HubSubscription[]>
  get(id: string): Promise<HubSubscription | undefined>
  /** The one of a feed that a hub has confirmed. */
  activeOf(feedId: string): Promise<HubSubscription | undefined>
  save(subscription: HubSubscription): Promise<void>
  remove(id: string): Promise<void>
}

export interface HubClient {
  /** Asks a hub to begin or to end. It answers later, by calling us. Throws ExplainedError `fetch-*`. */
  ask(hub: string, request: HubRequest): Promise<void>
}

/** WebSub § 5.1. */
interface HubRequest {
  readonly mode: 'subscribe' | 'unsubscribe'
  readonly topic: string
  readonly callback: string
  readonly secret: string
  readonly leaseSeconds: number
}

/** What hubs are told when they call. None of these rejects but for a database that fails. */
export interface HubDesk {
  /** Whether we mean it. */
  confirm(id: string, question: IntentQuestion): Promise<boolean>
  /** The hub refuses, or ends what it had granted; false when it is not its to say. */
  deny(id: string, topic: string, reason: string): Promise<boolean>
  /** The secret of a subscription whose calls count; undefined when there is none, or none any more. */
  secretOf(id: string): Promise<string | undefined>
  /** A call with the right signature: the feed is due at once. */
  push(id: string): Promise<void>
  /** A call that was ignored. */
  ignore(id: string, reason: 'unsigned' | 'wrong-signature'): Promise<void>
}
