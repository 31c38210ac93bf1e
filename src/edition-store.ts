// Editions and their deliveries, as services see them. A part of the ports: src/storage keeps it.
import type { Instant } from './core/calendar.ts'
import type { Delivery, Edition } from './core/edition.ts'

export interface EditionStore {
  /** The last slot of a digest that is settled, made or dropped. */
  lastSlot(digestName: string): Promise<Instant | undefined>
  /** The same of every digest that has one, by its name. */
  lastSlots(): Promise<ReadonlyMap<string, Instant>>
  /** When the digest was first heard of: what its first edition goes back to. */
  announcedAt(digestName: string): Promise<Instant | undefined>
  last(digestName: string): Promise<Edition | undefined>
  /** Editions of all digests made at this instant or later, oldest first. */
  madeSince(instant: Instant): Promise<readonly Edition[]>
  /** The latest `until` of all editions of all digests; undefined before the first. */
  toldUntil(): Promise<Instant | undefined>
  nextSlots(): Promise<ReadonlyMap<string, Instant>>
  /** The slot that it replaces counts as settled when its time had come. */
  saveNextSlot(digestName: string, nextSlotAt: Instant): Promise<void>
  /** Writes an edition and its deliveries at once. False when the slot has an edition already: nothing is written. */
  create(edition: Edition, deliveries: readonly Delivery[]): Promise<boolean>
  get(editionId: string): Promise<Edition | undefined>
  /** Ids of the articles that an edition of this digest has shown already, among those given. */
  shown(digestName: string, articleIds: readonly string[]): Promise<ReadonlySet<string>>
  /** The same of any edition that was sent to this channel, or was to be, after `since`. */
  shownIn(channel: string, articleIds: readonly string[], since: Instant): Promise<ReadonlySet<string>>
  /** Ids of editions whose archive files are not written yet, oldest first. */
  unarchived(): Promise<readonly string[]>
  markArchived(editionId: string, at: Instant): Promise<void>
  /** Deliveries neither posted nor abandoned whose time has come, in order of slot, channel, part; of these channels, or of all. */
  openDeliveries(now: Instant, channels?: readonly string[]): Promise<readonly Delivery[]>
  /** The channels that these are for. */
  openChannels(now: Instant): Promise<readonly string[]>
  saveDelivery(delivery: Delivery): Promise<void>
  /** Notes an attempt, unless the delivery has changed since it was `read`: then false, and nothing is written. */
  claimDelivery(read: Delivery, attempt: Delivery): Promise<boolean>
  deliveriesOf(editionId: string): Promise<readonly Delivery[]>
  /** The parts of one edition in one channel, in order. */
  deliveriesIn(editionId: string, channel: string): Promise<readonly Delivery[]>
  getDelivery(deliveryId: string): Promise<Delivery | undefined>
}
