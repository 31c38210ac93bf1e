// What each table holds, as Kysely reads it. Instants are milliseconds, lists are JSON, nothing is `undefined`.
import type { Generated } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Delivery } from '../core/edition.ts'
import type { Feed } from '../core/feed.ts'

export interface Tables {
  feeds: FeedRow
  feed_states: FeedStateRow
  articles: ArticleRow
  article_versions: ArticleVersionRow
  article_keys: ArticleKeyRow
  article_appearances: ArticleAppearanceRow
  editions: EditionRow
  edition_articles: EditionArticleRow
  deliveries: DeliveryRow
  digest_slots: DigestSlotRow
  sentences: SentenceRow
  heart: HeartRow
}

export interface FeedRow {
  id: string
  url: string
  title: string
  publisher: string
  rubric: string
  origin: Feed['origin']
}

export interface FeedStateRow {
  feed_id: string
  etag: string | null
  last_modified: string | null
  last_read_at: Instant | null
  last_success_at: Instant | null
  next_read_at: Instant
  failure_count: number
  /** A `Failure` as JSON. */
  last_failure: string | null
}

/** The current state of an article; its words are in `article_versions`. */
export interface ArticleRow {
  id: string
  feed_id: string
  publisher: string
  rubric: string
  url: string
  version: number
  author: string | null
  agency: string | null
  published_at: Instant
  first_seen_at: Instant
  updated_at: Instant | null
  story_id: string
  duplicate_of: string | null
}

/** Written once and never changed: offsets point here for ever. */
export interface ArticleVersionRow {
  article_id: string
  version: number
  title: string
  lead: string
  text: string
}

interface ArticleKeyRow {
  key: string
  article_id: string
}

/** Feeds after the first that had an article. */
interface ArticleAppearanceRow {
  article_id: string
  feed_id: string
  rubric: string
}

export interface EditionRow {
  id: string
  digest_name: string
  title: string
  zone: string
  slot_at: Instant
  made_at: Instant
  since_at: Instant
  until_at: Instant
  article_count: number
  folded_count: number
  /** `EditionStory[]` as JSON. */
  stories: string
  archived_at: Instant | null
}

/** Which articles an edition shows; the digest's name is repeated so that `shown` asks one table. */
interface EditionArticleRow {
  edition_id: string
  article_id: string
  digest_name: string
}

export interface DeliveryRow {
  id: string
  edition_id: string
  channel: string
  part: number
  state: Delivery['state']
  attempts: number
  next_attempt_at: Instant
  handle: string | null
}

export interface DigestSlotRow {
  digest_name: string
  announced_at: Instant
  last_slot_at: Instant | null
  next_slot_at: Instant | null
}

/** A findable sentence; its stems are in the search table of the dialect under the same id. */
interface SentenceRow {
  id: Generated<number>
  article_id: string
  version: number
  start_offset: number
  end_offset: number
}

/** One row: when the program last said that it was alive. */
interface HeartRow {
  id: number
  beat_at: Instant
}
