// The outside world on one page. Services see these; core, french and locale see none of them.
import type { Day, Instant } from './core/calendar.ts'
import type { Feed, FeedState, FeedWarning } from './core/feed.ts'
import type { Alarm } from './core/alarm.ts'
import type { Change } from './core/change.ts'
import type { Digest } from './core/digest.ts'
import type { Following } from './core/following.ts'
import type { Memo } from './core/memo.ts'
import type { OutgoingMessage } from './core/message.ts'
import type { Notice } from './core/notice.ts'
import type { ChatReply, ChatRequest } from './core/request.ts'
import type { Workspace, WorkspaceId } from './core/workspace.ts'
import type { Placement } from './core/story.ts'
import type { AlertStore, RaisedAlertStore } from './alert-store.ts'
import type { AddedArticle, ArticleStore } from './article-store.ts'
import type { DraftStore } from './draft-store.ts'
import type { EditionStore } from './edition-store.ts'
import type { ExportStore } from './export-store.ts'
import type { AuditStore } from './audit-store.ts'
import type { FactStore, TellingArticle } from './fact-store.ts'
import type { HubStore } from './hub-ports.ts'
import type { MeasuredFeed, MeasureStore, OpenMessages, WaitingWork } from './measure-store.ts'
import type { InstallationStore } from './installation-store.ts'
import type { Meter } from './meter.ts'
import type { Newcomer, NewcomerStore } from './newcomer-store.ts'
import type { QuotaStore } from './quota-store.ts'
import type { LoggedPlacement, PlacementStore } from './placement-store.ts'
import type { ReactionStore } from './reaction-store.ts'
import type { RetentionStore, ThinArticle, UpkeepStore, UpkeepTask } from './retention-store.ts'
import type {
  IndexedArticle,
  IndexedSentence,
  NamingArticle,
  PeopleIndex,
  SearchIndex,
} from './search-index.ts'
import type { TraceStore } from './trace-store.ts'
import type { FeedReader, FeedReading, FoundFeed, Outlines, Page } from './web-ports.ts'

export type {
  AddedArticle,
  AlertStore,
  ArticleStore,
  DraftStore,
  EditionStore,
  ExportStore,
  FactStore,
  FeedWarning,
  InstallationStore,
  IndexedArticle,
  IndexedSentence,
  MeasuredFeed,
  MeasureStore,
  Meter,
  NamingArticle,
  Newcomer,
  NewcomerStore,
  OpenMessages,
  PeopleIndex,
  LoggedPlacement,
  Placement,
  PlacementStore,
  QuotaStore,
  RaisedAlertStore,
  ReactionStore,
  SearchIndex,
  TellingArticle,
  TraceStore,
  WaitingWork,
}
export type { FeedReader, FeedReading, FoundFeed, Outlines, Page }
export type { RetentionStore, ThinArticle, UpkeepStore, UpkeepTask }

export interface Clock {
  readonly now: () => Instant
}

/** Structured lines for whoever runs the program; `message` is French. */
export interface Log {
  /** For machines alone: what only tells a life, to be found by its trace. */
  debug(message: string, data?: Readonly<Record<string, unknown>>): void
  info(message: string, data?: Readonly<Record<string, unknown>>): void
  warn(message: string, data?: Readonly<Record<string, unknown>>): void
  error(message: string, data?: Readonly<Record<string, unknown>>): void
}

export interface ChatPlatform {
  /**
   * Connects; what people ask goes to `inbox`. A connection that is lost later is found again without a word. Throws
   * ExplainedError `token-refused`, `intents-refused` or `platform-unreachable`; then `start` may be called again.
   */
  start(inbox: Inbox): Promise<void>
  /**
   * Posts once: a doubtful message (`doubtfulSince`) is looked for by its key first. `channel` is without the
   * platform's name; `@person` is in private. Gives the platform's handle of the message. Throws ExplainedError
   * `post-failed`. Messages to one channel land in the order of the calls.
   */
  post(channel: string, message: OutgoingMessage): Promise<string>
  /**
   * Puts other words into a message that stands, by the handle that `post` gave; the same words again do no harm. A
   * message that needs more room than one is refused (`invalid`): alerts are made to fit. Throws ExplainedError
   * `post-failed`, with the reason `message-gone` where somebody has taken it away.
   */
  edit(channel: string, handle: string, message: OutgoingMessage): Promise<void>
  /** Whether what people ask would reach us now: false before `start`, after `stop`, and while a lost connection is looked for. */
  isConnected(): boolean
  stop(): Promise<void>
}

/** Never rejects. What may be a form (`mayOpenForm`) is replied to at once; anything else may take its time. */
export type Inbox = (request: ChatRequest) => Promise<ChatReply>

/** Everything kept. One implementation, two dialects; test/storage/contract.ts says what it promises. */
export interface Storage {
  readonly feeds: FeedStore
  readonly hubs: HubStore
  readonly drafts: DraftStore
  readonly articles: ArticleStore
  readonly newcomers: NewcomerStore
  readonly editions: EditionStore
  readonly search: SearchIndex
  readonly people: PeopleIndex
  readonly facts: FactStore
  readonly workspaces: WorkspaceStore
  readonly installations: InstallationStore
  readonly followings: FollowingStore
  readonly digests: DigestStore
  readonly changes: ChangeStore
  readonly audit: AuditStore
  readonly memos: MemoStore
  readonly quotas: QuotaStore
  readonly notices: NoticeStore
  readonly alarms: AlarmStore
  readonly alerts: AlertStore
  readonly placements: PlacementStore
  readonly raisedAlerts: RaisedAlertStore
  readonly reports: ReportStore
  readonly reactions: ReactionStore
  readonly traces: TraceStore
  readonly retention: RetentionStore
  readonly upkeep: UpkeepStore
  readonly exports: ExportStore
  readonly measures: MeasureStore
  /**
   * All or nothing; the storage handed to `work` is inside the transaction, and `work` uses no other: the outer one
   * throws there instead of waiting for ever. Nested, only the inner work is undone when its failure is caught. `ahead`
   * comes first, before the turn to write: for rows that nobody else knows of and nobody waits for. ADR 47.
   */
  inTransaction<T>(
    work: (storage: Storage) => Promise<T>,
    ahead?: (storage: Storage) => Promise<void>,
  ): Promise<T>
  /**
   * Reading alone, all of it as it stands when this is called, beside whoever reads and writes; ended with `work`. Inside
   * a transaction, the transaction itself.
   */
  atOneInstant<T>(work: (storage: Storage) => Promise<T>): Promise<T>
  /** Written at each heartbeat, so that `health` can tell a living program from a stuck one. */
  noteBeat(at: Instant): Promise<void>
  lastBeat(): Promise<Instant | undefined>
  /**
   * Whether a backup was restored into it since it was opened. Then every write is refused (`database-replaced`), for it
   * goes out from what is there no more: close it and open it again. ADR 0033.
   */
  isReplaced(): Promise<boolean>
  close(): Promise<void>
}

export interface FeedStore {
  /** Of the file and of every workspace. */
  list(): Promise<readonly Feed[]>
  /** Of the file, and of imports: what is there for every workspace. By title. */
  shared(): Promise<readonly Feed[]>
  /** Those that are there, by title. */
  get(feedIds: readonly string[]): Promise<readonly Feed[]>
  /** Ids of feeds that the file declares or once declared, and of imports: what they brought is there for all. */
  everDeclared(): Promise<ReadonlySet<string>>
  /** Adds or changes feeds; their state is kept, and found again by one that was removed. A new feed is due at once. */
  save(feeds: readonly Feed[], now: Instant): Promise<void>
  /** Stops following; articles stay, and states wait for the feed to come back. */
  remove(feedIds: readonly string[]): Promise<void>
  /** Forgets the states of feeds that went before this instant and did not come back. */
  forgetRemoved(before: Instant): Promise<void>
  /** Of these feeds; of all when absent. */
  states(feedIds?: readonly string[]): Promise<readonly FeedState[]>
  /** Of feeds that may be in trouble, `mayBeInTrouble`, by whatever program they were written. */
  troubled(): Promise<readonly FeedState[]>
  /**
   * Feeds whose `nextReadAt` has come, or that were read after `now` by a wrong clock; longest waiting first. One of the
   * chat only while a workspace that the bot is in follows it and has not suspended it.
   */
  due(now: Instant): Promise<readonly { readonly feed: Feed; readonly state: FeedState }[]>
  saveState(state: FeedState): Promise<void>
  /**
   * The feed is read at the next beat, whatever was planned; not so where a server that fails asked for rest. Nothing
   * for a feed that is gone.
   */
  makeDue(feedId: string, now: Instant): Promise<void>
}

export interface WorkspaceStore {
  get(id: WorkspaceId): Promise<Workspace | undefined>
  /** Those that the bot has left as well. */
  list(): Promise<readonly Workspace[]>
  save(workspace: Workspace): Promise<void>
}

export interface FollowingStore {
  /** By title. */
  of(workspaceId: WorkspaceId): Promise<readonly Following[]>
  /** Of every workspace, also those left; of these feeds alone where some are named. */
  list(feedIds?: readonly string[]): Promise<readonly Following[]>
  get(workspaceId: WorkspaceId, feedId: string): Promise<Following | undefined>
  /** Adds or changes; a feed that nobody followed is there from now on and due at once. */
  save(following: Following, now: Instant): Promise<void>
  /** A feed that nobody follows any more is not read any more; its articles stay, and so does its state for a time. */
  remove(workspaceId: WorkspaceId, feedId: string): Promise<void>
}

/** Digests that were set up in the chat. Those of the file are in the configuration alone. */
export interface DigestStore {
  /** Of every workspace, suspended ones and those of workspaces left included; by name. */
  list(): Promise<readonly Digest[]>
  of(workspaceId: WorkspaceId): Promise<readonly Digest[]>
  get(name: string): Promise<Digest | undefined>
  save(digest: Digest): Promise<void>
  /** Its editions stay. */
  remove(name: string): Promise<void>
}

export interface ChangeStore {
  add(change: Change): Promise<void>
  get(id: string): Promise<Change | undefined>
  /** Newest first. */
  latest(workspaceId: WorkspaceId, limit: number, skip: number): Promise<readonly Change[]>
  /** Of every workspace, made at this instant or later, oldest first. */
  all(instant: Instant): Promise<readonly Change[]>
  /** Made after this instant, newest first. */
  since(workspaceId: WorkspaceId, instant: Instant): Promise<readonly Change[]>
  /** False when it was taken back already: nothing is written. */
  markUndone(id: string, at: Instant): Promise<boolean>
}

export interface MemoStore {
  save(memo: Memo): Promise<void>
  /** Undefined once it has expired. */
  get(id: string, now: Instant): Promise<Memo | undefined>
  /** Gives the memo to the first who asks, and to nobody after. */
  take(id: string, now: Instant): Promise<Memo | undefined>
  removeExpired(now: Instant): Promise<void>
}

export interface NoticeStore {
  /** False when there is one for the same occasion already: nothing is written. */
  add(notice: Notice): Promise<boolean>
  get(id: string): Promise<Notice | undefined>
  /** Neither posted nor abandoned, and their time has come; oldest first. */
  open(now: Instant): Promise<readonly Notice[]>
  save(notice: Notice): Promise<void>
  /** As `claimDelivery`. */
  claim(read: Notice, attempt: Notice): Promise<boolean>
}

export interface AlarmStore {
  list(): Promise<readonly Alarm[]>
  /** Said again, nothing changes. */
  raise(alarm: Alarm): Promise<void>
  clear(workspaceId: WorkspaceId, subject: Alarm['subject']): Promise<void>
}

/** Weekly reports on feeds. */
export interface ReportStore {
  /** By workspace, the Monday of the last report that was told, or left out; none before the first. */
  settledWeeks(): Promise<ReadonlyMap<WorkspaceId, Day>>
  settleWeek(workspaceId: WorkspaceId, monday: Day): Promise<void>
}
