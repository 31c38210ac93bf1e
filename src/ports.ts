// The outside world on one page. Services see these; core, french and locale see none of them.
import type { Appearance, Article, SentenceReference } from './core/article.ts'
import type { FoundSentence, StemFrequencies } from './core/answer.ts'
import type { Instant } from './core/calendar.ts'
import type { Delivery, Edition } from './core/edition.ts'
import type { PlacedArticle } from './core/importance.ts'
import type { Feed, FeedItem, FeedState, Validators } from './core/feed.ts'
import type { Block, IncomingQuestion, OutgoingMessage } from './core/message.ts'
import type { Placement } from './core/story.ts'

export type { Placement } from './core/story.ts'

export interface Clock {
  readonly now: () => Instant
}

/** Structured lines for whoever runs the program; `message` is a French sentence. */
export interface Log {
  debug(message: string, data?: Readonly<Record<string, unknown>>): void
  info(message: string, data?: Readonly<Record<string, unknown>>): void
  warn(message: string, data?: Readonly<Record<string, unknown>>): void
  error(message: string, data?: Readonly<Record<string, unknown>>): void
}

export interface FeedReader {
  /** One conditional request. Throws ExplainedError: `fetch-*` or `feed-*`. */
  readFeed(url: string, validators: Validators): Promise<FeedReading>
  /** The article on a page. Throws ExplainedError: `fetch-*` or `page-without-text`. */
  readPage(url: string): Promise<Page>
  close(): Promise<void>
}

export type FeedReading =
  | { readonly kind: 'unchanged'; readonly validators: Validators; readonly retryAt?: Instant }
  | {
      readonly kind: 'read'
      readonly title: string
      readonly items: readonly FeedItem[]
      readonly validators: Validators
      /** Not before this instant again: Cache-Control, Retry-After or ttl. */
      readonly retryAt?: Instant
      /** Where a permanent redirect led. */
      readonly movedTo?: string
      readonly warnings: readonly FeedWarning[]
    }

/** What was mended on the way; the sentence is in locale/warnings.ts. */
export type FeedWarning =
  | { readonly code: 'encoding-lies'; readonly declared: string; readonly used: string }
  | { readonly code: 'read-tolerantly'; readonly recovered: number }
  | { readonly code: 'truncated' }
  | { readonly code: 'dates-missing'; readonly count: number }
  | { readonly code: 'entities-refused' }
  | { readonly code: 'links-refused'; readonly count: number }

export interface Page {
  readonly title: string
  readonly publishedAt?: Instant
  readonly author?: string
  readonly agency?: string
  readonly canonicalUrl?: string
  readonly lead: string
  /** Paragraphs apart by a blank line. */
  readonly text: string
}

export interface ChatPlatform {
  /** Connects; questions of people go to `inbox`. */
  start(inbox: Inbox): Promise<void>
  /**
   * Posts once: a doubtful message (`isDoubtful`) is looked for by its key first.
   * Gives the platform's handle of the message. Throws ExplainedError `post-failed`.
   */
  post(channel: string, message: OutgoingMessage): Promise<string>
  stop(): Promise<void>
}

/** Answers a question with blocks, ready to be rendered. */
type Inbox = (question: IncomingQuestion) => Promise<readonly Block[]>

/** Everything kept. One implementation, two dialects; test/storage/contract.ts says what it promises. */
export interface Storage {
  readonly feeds: FeedStore
  readonly articles: ArticleStore
  readonly editions: EditionStore
  readonly search: SearchIndex
  /**
   * All or nothing; the storage handed to `work` is inside the transaction, and `work` uses no other: the outer one
   * throws there instead of waiting for ever. Nested, only the inner work is undone when its failure is caught.
   */
  inTransaction<T>(work: (storage: Storage) => Promise<T>): Promise<T>
  /** Written at each heartbeat, so that `health` can tell a living program from a stuck one. */
  noteBeat(at: Instant): Promise<void>
  lastBeat(): Promise<Instant | undefined>
  close(): Promise<void>
}

export interface FeedStore {
  list(): Promise<readonly Feed[]>
  /** Adds or changes feeds; their state is kept. A new feed is due at once. */
  save(feeds: readonly Feed[], now: Instant): Promise<void>
  /** Stops following; articles stay. */
  remove(feedIds: readonly string[]): Promise<void>
  states(): Promise<readonly FeedState[]>
  /** Feeds whose `nextReadAt` has come, or that were read after `now` by a wrong clock; longest waiting first. */
  due(now: Instant): Promise<readonly { readonly feed: Feed; readonly state: FeedState }[]>
  saveState(state: FeedState): Promise<void>
}

export interface ArticleStore {
  /** The articles that own any of these identity keys, by key. */
  findByKeys(keys: readonly string[]): Promise<ReadonlyMap<string, Article>>
  /** A new article with its identity keys and its place. */
  add(article: Article, keys: readonly string[], placement: Placement): Promise<void>
  /** A new version of a known article, with keys to add; it keeps its place, and old versions stay. */
  addVersion(article: Article, keys: readonly string[]): Promise<void>
  /** That another feed has a known article too; said again, nothing changes. */
  noteAppearance(articleId: string, appearance: Appearance): Promise<void>
  /** More names for a known article, nothing else. */
  addKeys(articleId: string, keys: readonly string[]): Promise<void>
  get(articleIds: readonly string[]): Promise<readonly Article[]>
  /** The text of one version; undefined when there is none. */
  textOf(articleId: string, version: number): Promise<string | undefined>
  /** Cuts each reference out of its version, in order; undefined where there is no such version or stretch. */
  cut(references: readonly SentenceReference[]): Promise<readonly (string | undefined)[]>
  /** Current versions first seen in ]since, until], oldest first, with their places. */
  seenBetween(since: Instant, until: Instant): Promise<readonly PlacedArticle[]>
  count(): Promise<number>
  /** When the first article still kept was seen; undefined in an empty database. */
  oldestSeenAt(): Promise<Instant | undefined>
}

export interface EditionStore {
  /** The last slot of a digest that is settled, made or dropped. */
  lastSlot(digestName: string): Promise<Instant | undefined>
  /** When the digest was first heard of: what its first edition goes back to. */
  announcedAt(digestName: string): Promise<Instant | undefined>
  last(digestName: string): Promise<Edition | undefined>
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
  /** Editions whose archive files are not written yet, oldest first. */
  unarchived(): Promise<readonly Edition[]>
  markArchived(editionId: string, at: Instant): Promise<void>
  /** Deliveries neither posted nor abandoned whose time has come, in order of slot, channel, part. */
  openDeliveries(now: Instant): Promise<readonly Delivery[]>
  saveDelivery(delivery: Delivery): Promise<void>
  /** Notes an attempt, unless the delivery has changed since it was `read`: then false, and nothing is written. */
  claimDelivery(read: Delivery, attempt: Delivery): Promise<boolean>
  deliveriesOf(editionId: string): Promise<readonly Delivery[]>
}

export interface SearchIndex {
  /** Makes the sentences of an article's current version findable; those of older versions leave the index. */
  index(article: Article, sentences: readonly IndexedSentence[]): Promise<void>
  /** Sentences with any of the stems, best first, at most `limit`. Never throws on odd stems. */
  find(stems: readonly string[], limit: number): Promise<readonly FoundSentence[]>
  /** In how many sentences each stem occurs, and how many sentences there are. */
  frequencies(stems: readonly string[]): Promise<StemFrequencies>
}

export interface IndexedSentence {
  readonly start: number
  readonly end: number
  readonly stems: readonly string[]
}
