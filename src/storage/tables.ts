// What each table holds, as Kysely reads it. Instants are milliseconds, lists are JSON, nothing is `undefined`.
import type { Generated } from 'kysely'
import type { Alarm } from '../core/alarm.ts'
import type { Instant } from '../core/calendar.ts'
import type { ConditionKind } from '../core/feed-condition.ts'
import type { RaisedAlert } from '../core/raised-alert.ts'
import type { Sending } from '../core/sending.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { CareTables } from './care-tables.ts'
import type { DraftTables } from './draft-tables.ts'
import type { FactTables } from './fact-tables.ts'
import type { HubTables } from './hub-tables.ts'
import type { FeedRow, FeedStateRow, HealthReportRow, RemovedFeedRow } from './feed-tables.ts'
import type { InstallationTables } from './installation-tables.ts'

export interface Tables extends DraftTables, FactTables, CareTables, HubTables, InstallationTables {
  feeds: FeedRow
  feed_states: FeedStateRow
  removed_feeds: RemovedFeedRow
  declared_feeds: { feed_id: string }
  articles: ArticleRow
  article_versions: ArticleVersionRow
  article_keys: ArticleKeyRow
  article_appearances: ArticleAppearanceRow
  editions: EditionRow
  edition_articles: EditionArticleRow
  deliveries: DeliveryRow
  digest_slots: DigestSlotRow
  sentences: SentenceRow
  sentence_total: SentenceTotalRow
  heart: HeartRow
  workspaces: WorkspaceRow
  followings: FollowingRow
  chat_digests: ChatDigestRow
  changes: ChangeRow
  memos: MemoRow
  notices: NoticeRow
  alarms: AlarmRow
  health_reports: HealthReportRow
  chat_alerts: ChatAlertRow
  raised_alerts: RaisedAlertRow
  mutes: MuteRow
  ratings: RatingRow
  compositions: CompositionRow
  placements: PlacementRow
  article_people: ArticlePersonRow
  people_words: PersonWordsRow
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
  /** 0 or 1. */
  is_reserved: number
  /** 0 or 1. */
  is_undated: number
  /** The version of the reader that read the facts of this version of the article; 0 for none. */
  facts_version: Generated<number>
  /** When its text was given up but for what proves something; null for a whole text. */
  thinned_at: Instant | null
  /** 0 or 1: it stood in other feeds than its first. Repeated in the rows of its facts. */
  stood_elsewhere: Generated<number>
}

/** Positions grow; the oldest rows go. */
interface PlacementRow {
  position: Generated<number>
  article_id: string
  story_id: string
  duplicate_of: string | null
  unites: string | null
  placed_at: Instant
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
  /** An `EditionChoice` as JSON; null in editions of older versions. */
  choice: string | null
  /** Null in editions of older versions; what it names goes with age. */
  composition_id: string | null
}

/** Which articles an edition shows; the digest's name is repeated so that `shown` asks one table. */
interface EditionArticleRow {
  edition_id: string
  article_id: string
  digest_name: string
}

/** The life of whatever is sent: columns that every table of sendings has. */
export interface SendingRow {
  channel: string
  state: Sending['state']
  attempts: number
  next_attempt_at: Instant
  doubtful_since: Instant | null
  handle: string | null
}

export interface DeliveryRow extends SendingRow {
  id: string
  edition_id: string
  part: number
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

/** One row: how many sentences there are. Counting a million of them takes 13 ms. */
interface SentenceTotalRow {
  total: number
  /** Those that went since the index was last merged. */
  gone: Generated<number>
  /** Those that had gone when the merge that is under way began; 0 when none is. */
  merging: Generated<number>
}

/** One row: when the program last said that it was alive. */
interface HeartRow {
  id: number
  beat_at: Instant
}

export interface WorkspaceRow {
  id: WorkspaceId
  name: string
  joined_at: Instant
  left_at: Instant | null
  /** `WorkspaceSettings` as JSON. */
  settings: string
}

export interface FollowingRow {
  workspace_id: WorkspaceId
  feed_id: string
  url: string
  title: string
  publisher: string
  rubric: string
  added_by: string
  added_by_name: string
  added_at: Instant
  suspended_at: Instant | null
  /** 0 or 1. */
  is_quoted: number
}

export interface ChatDigestRow {
  name: string
  workspace_id: WorkspaceId
  /** A `Digest` as JSON. */
  definition: string
}

export interface ChangeRow {
  id: string
  workspace_id: WorkspaceId
  made_at: Instant
  person: string
  person_name: string
  channel: string
  /** A `ChangeSubject` as JSON. */
  subject: string
  undoes: string | null
  undone_at: Instant | null
}

export interface MemoRow {
  id: string
  workspace_id: WorkspaceId
  person: string
  expires_at: Instant
  /** A `MemoContent` as JSON. */
  content: string
}

export interface NoticeRow extends SendingRow {
  id: string
  workspace_id: WorkspaceId
  /** A `MessageText` as JSON. */
  message: string
  created_at: Instant
}

interface AlarmRow {
  workspace_id: WorkspaceId
  subject: Alarm['subject']
  since_at: Instant
  /** Null for what is no feed. */
  condition: ConditionKind | null
}

export interface ChatAlertRow {
  name: string
  workspace_id: WorkspaceId
  /** An `Alert` as JSON. */
  definition: string
}

export interface RaisedAlertRow extends SendingRow {
  id: string
  alert_name: string
  title: string
  zone: string
  workspace_id: WorkspaceId | null
  story_id: string
  episode: number
  raised_at: Instant
  /** A `ToldAlert` as JSON. */
  told: string
  revision: number
  shown_revision: number
  edit_attempts: number
  next_edit_at: Instant
  edits: RaisedAlert['edits']
}

interface MuteRow {
  audience: string
  story_id: string
  until_at: Instant
}

export interface RatingRow {
  story_id: string
  person: string
  workspace_id: WorkspaceId
  /** 0 or 1. */
  is_useful: number
  rated_at: Instant
}

/** Who is named in which article; the article's first feed is repeated so that `suggest` asks one table. */
interface ArticlePersonRow {
  article_id: string
  name: string
  feed_id: string
  /** 0 or 1, as of the article. */
  stood_elsewhere: Generated<number>
  /** That of the article; 0 while its facts are not read. */
  published_at: Generated<Instant>
}

/** Each name under all of its words, under all but the first, and so on; folded, one blank between words. */
interface PersonWordsRow {
  words: string
  name: string
}

/** What became of every article that was considered, for all editions that were composed together. */
interface CompositionRow {
  id: string
  made_at: Instant
  /** An `EditionTrace` as JSON. */
  trace: string
}
