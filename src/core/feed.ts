// A feed that we follow, and where we stand with it. Never fetches anything.
import type { Instant } from './calendar.ts'
import type { Failure } from './failures.ts'
import type { FeedHistory } from './feed-history.ts'

export interface Feed {
  /** Made from the address by `feedId`; an address is followed once. */
  readonly id: string
  readonly url: string
  readonly title: string
  /** Who answers for what is written there; feeds of one publisher count once. */
  readonly publisher: string
  /** `''` when the administrator gave none. */
  readonly rubric: string
  /** A declared feed is read-only in the chat; ADR 0004. */
  readonly origin: 'file' | 'chat' | 'import'
  /** False where its publisher is only linked, never quoted; ADR 0020. */
  readonly isQuoted?: false
}

/** What the server gave us to ask «anything new since?». */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** The life of a feed as the database holds it. */
export interface FeedState {
  readonly feedId: string
  readonly validators: Validators
  /** Undefined until the first attempt. */
  readonly lastReadAt?: Instant
  readonly lastSuccessAt?: Instant
  readonly nextReadAt: Instant
  /** Attempts that failed since the last success. */
  readonly failureCount: number
  readonly lastFailure?: Failure
  /** Since when every attempt has failed, as far as we were there to see it. */
  readonly failingSince?: Instant
  /** Since when they fail in one way, by `troubleOf`. */
  readonly troubleSince?: Instant
  /** Since when every attempt was answered. */
  readonly answeringSince?: Instant
  /** The server asked not to be called before. */
  readonly restUntil?: Instant
  /** Undefined until the first attempt. */
  readonly history?: FeedHistory
  readonly move?: FeedMove
}

/** A feed whose address has moved for good, or is about to. */
export interface FeedMove {
  /** Where the feed is read in place of the address that was given, and since when. */
  readonly written?: { readonly to: string; readonly at: Instant }
  /** Where permanent redirects lead from there, and since when they have led there and nowhere else. */
  readonly seen?: { readonly to: string; readonly since: Instant }
}

/** What a feed tells about one article: plain text, absolute addresses, nothing decided yet. */
export interface FeedItem {
  readonly title: string
  /** Absolute, tracking parameters dropped; undefined when the item has no link. */
  readonly url?: string
  /** The feed's own identifier for the item, as given. */
  readonly guid?: string
  /** The abstract as plain text; `''` when there is none. */
  readonly lead: string
  /** The full text as plain text, paragraphs apart by a blank line; `''` when the feed has only an abstract. */
  readonly text: string
  readonly publishedAt?: Instant
  readonly updatedAt?: Instant
  readonly author?: string
}

/** What was mended on the way; the sentence is in locale/warnings.ts. */
export type FeedWarning =
  | { readonly code: 'encoding-lies'; readonly declared: string; readonly used: string }
  | { readonly code: 'encoded-twice' }
  | { readonly code: 'read-tolerantly'; readonly recovered: number }
  | { readonly code: 'truncated' }
  | { readonly code: 'dates-missing'; readonly count: number }
  /** Of `count` items only the first and the last were read, `kept` in all. */
  | { readonly code: 'items-cut'; readonly count: number; readonly kept: number }
  /** Abstracts or texts beyond any article's length: their end was not read. */
  | { readonly code: 'texts-cut'; readonly count: number }
  | { readonly code: 'entities-refused' }
  | { readonly code: 'links-refused'; readonly count: number }
