// What the refresh bench and its publishers agree on: who has which feed, and the orders between them. Serves nothing.
import type { Instant } from '../src/core/calendar.ts'

export interface PressPlan {
  /** Where the articles are that feeds are made of. */
  readonly articles: string
  readonly feedCount: number
  readonly itemsPerFeed: number
  /** Items that each edition puts at the top of every feed. */
  readonly newPerEdition: number
  /** From an item to the next one of the same feed. */
  readonly minutesApart: number
  /** When the newest items of the first edition came out. */
  readonly now: Instant
}

/** What one feed in twenty does: never answer, pour for ever (words, bytes at random, empty items), send 200 MB of items. */
export const ILLS = ['hanging', 'garbage', 'large'] as const
export type Ill = (typeof ILLS)[number]

export interface PressOrder {
  /** Editions that come out, and what is wrong from now on. */
  readonly editions: number
  readonly ills: readonly Ill[]
}

export type PressMessage =
  | { readonly kind: 'ready'; readonly port: number }
  /** Since the last order: requests answered, and the most under way at once for one host. */
  | { readonly kind: 'turned'; readonly answered: number; readonly mostAtOnce: number }

/** Feeds of the largest publisher, and hosts of all others: some have several feeds, most have one. */
const [LARGEST_PUBLISHER, OTHER_HOSTS] = [60, 1200]

/** One feed in so many falls ill, of each kind. */
const ILL_EVERY = 20

export function hostOf(place: number): string {
  return place < LARGEST_PUBLISHER ? 'grand.example' : `titre-${place % OTHER_HOSTS}.example`
}

export function addressOf(place: number): string {
  return `http://${hostOf(place)}/flux/${place}`
}

/** Ill feeds stand on hosts of their own: a host that hangs makes its other feeds wait by right. */
export function illOf(place: number, ills: readonly Ill[]): Ill | undefined {
  if (place < LARGEST_PUBLISHER) return undefined
  return ills.find((_, order) => (place % OTHER_HOSTS) % ILL_EVERY === order * 6 + 1)
}

export const PEERS = ['rss-parser', 'feedsmith', 'htmlparser2'] as const
export type Peer = (typeof PEERS)[number]

export interface PeerReport {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly residentMegabytes: number
  readonly itemCount: number
}
