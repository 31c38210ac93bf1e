// The ports of feeds, pages and lists of feeds, beside the others in ports.ts. Says what is promised and nothing of how.
import type { HubOffer } from './core/hub-offer.ts'
import type { Instant } from './core/calendar.ts'
import type { FeedItem, FeedWarning, Validators } from './core/feed.ts'
import type { NamedFeed } from './core/feed-preview.ts'
import type { Outline, OutlineFeed } from './core/outline.ts'
import type { PackKey } from './core/pack.ts'

export interface FeedReader {
  /** One conditional request. Throws ExplainedError: `fetch-*` or `feed-*`. */
  readFeed(url: string, validators: Validators): Promise<FeedReading>
  /** The article on a page. Throws ExplainedError: `fetch-*` or `page-without-text`. */
  readPage(url: string): Promise<Page>
  /**
   * The feeds that an address, as people type it, leads to: itself when it is one, else those that its page names, best
   * first, at most ten. The first one was read. Throws ExplainedError `fetch-*`, `feed-*` or `feed-not-found`.
   */
  discover(address: string): Promise<readonly FoundFeed[]>
  /** The list of feeds at an address that somebody gave. Throws ExplainedError `fetch-*` or `outline-unreadable`. */
  readOutline(address: string): Promise<Outline>
  close(): Promise<void>
}

/** Lists of feeds that need no network: OPML, and the packs that come with Pressoir. */
export interface Outlines {
  /** Undefined for what is no OPML. Never throws. */
  read(body: Uint8Array): Outline | undefined
  /** OPML 2.0; `now` is when it was made. */
  write(
    list: { readonly title: string; readonly feeds: readonly Omit<OutlineFeed, 'line'>[] },
    now: Instant,
  ): string
  pack(key: PackKey): Outline
}

export type FeedReading = ReadingTerms &
  (
    | { readonly kind: 'unchanged' }
    | {
        readonly kind: 'read'
        readonly title: string
        /** As BCP 47 writes it, when the feed says: `fr`, `fr-BE`. */
        readonly language?: string
        readonly items: readonly FeedItem[]
        /** Who announces what is new in it. */
        readonly hubOffer?: HubOffer
        readonly warnings: readonly FeedWarning[]
      }
  )

interface ReadingTerms {
  readonly validators: Validators
  /** Not before this instant again: Cache-Control, Retry-After or ttl. */
  readonly retryAt?: Instant
  /** Not even when readers wait for an edition: Retry-After in full, an hour of the others. */
  readonly restUntil?: Instant
  /** Where a permanent redirect led. */
  readonly movedTo?: string
  /** How long the last answer took, in seconds; waiting our own turn does not count. */
  readonly seconds?: number
}

/** A feed as the address or the page names it, and what it held when it was read on the way. */
export interface FoundFeed extends NamedFeed {
  readonly reading?: Extract<FeedReading, { readonly kind: 'read' }>
}

export interface Page {
  readonly title: string
  readonly publishedAt?: Instant
  readonly author?: string
  readonly agency?: string
  readonly canonicalUrl?: string
  readonly lead: string
  /** Paragraphs apart by a blank line. */
  readonly text: string
  /** As BCP 47 writes it: `fr`, `fr-BE`; undefined when neither the page nor its text tells. */
  readonly language?: string
  /** The publisher says, in its markup or to its readers, that the article is for subscribers: `text` is what it shows. */
  readonly isPaywalled?: true
}
