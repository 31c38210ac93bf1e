// What the composition root hands to the verbs. Types only: no verb knows an implementation.
import type { BackupReport, RestoreReport } from '../core/backup.ts'
import type { Instant } from '../core/calendar.ts'
import type { DatabaseCondition, MigrationTrial } from '../core/database-condition.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition } from '../core/edition.ts'
import type { Failure } from '../core/failures.ts'
import type { Feed } from '../core/feed.ts'
import type { Configuration } from '../config/load.ts'
import type { Finding } from '../core/inspection.ts'
import type { Measures } from '../core/measures.ts'
import type { Lack } from '../core/readiness.ts'
import type { MessageText } from '../core/message.ts'
import type { MoveReport } from '../core/move.ts'
import type { Role } from '../core/task.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { Clock, FeedReader, Inbox, Log, Meter, Outlines, Storage } from '../ports.ts'
import type { FeedReport, IngestReport } from '../services/ingest.ts'
import type { TaskQueue } from '../task-queue.ts'
import type { Terminal } from './terminal.ts'

export interface Toolbox {
  readonly terminal: Terminal
  readonly version: string
  /** Throws ExplainedError `configuration-*`. */
  loadConfiguration(path: string): Promise<Configuration>
  /** The database that the environment names; undefined when it names none. */
  environmentDatabase(): Promise<string | undefined>
  /** The database alone, for verbs that read or fill it. */
  openStorage(url: string, clock: Clock): Promise<Storage>
  /** The database in one file, while others use it. Throws ExplainedError `backup-*`, `database-*`, `file-*`. */
  backUp(url: string, file: string, work: CopyWork): Promise<BackupReport>
  /** The same in a folder, under a name that tells the time; `keep` of its backups stay. */
  backUpToFolder(
    url: string,
    folder: string,
    work: CopyWork & { readonly keep?: number | undefined },
  ): Promise<BackupReport>
  /** A backup in the place of the database, while others use it. Throws as `backUp`; then nothing has changed. */
  restoreBackup(file: string, url: string, work: RestoreWork): Promise<RestoreReport>
  /** The database of a file on a server, where it goes on; killed, the next call resumes it. Throws as `backUp`, `move-*`. */
  moveToServer(url: string, target: string, work: CopyWork): Promise<MoveReport>
  /** How the database is, without changing it. Throws ExplainedError `database-*`, `file-missing`. */
  inspectDatabase(url: string): Promise<DatabaseCondition>
  /** What this version would change in the database, tried on a copy. */
  tryMigrations(url: string, now: Instant): Promise<MigrationTrial>
  /** When the newest backup of a folder was made. */
  lastBackupIn(folder: string): Promise<Instant | undefined>
  /** The work that several processes share. Throws ExplainedError `queue-needs-server`, `database-unreachable`. */
  openQueue(url: string): Promise<TaskQueue>
  /** The whole program, connected and quiet: nothing runs before it is asked to. */
  openApp(options: AppOptions): Promise<App>
  /** What is well and what is wrong with the platforms that have their tokens, and with these channels. */
  inspectPlatforms(configuration: Configuration, channels: readonly string[]): Promise<readonly Finding[]>
  /** Whether our public address leads to a Pressoir that runs. */
  inspectDoor(publicAddress: string, configuration: Configuration): Promise<DoorFinding>
  /** What workspaces of Slack have installed; undefined where they do not by themselves. */
  inspectInstallations(
    configuration: Configuration,
    storage: Storage,
  ): Promise<InstallationFinding | undefined>
  openDemo(options: { readonly log: Log }): Promise<Demo>
  /** The web alone, for verbs that ask feeds and follow none. To be closed. */
  openReader(configuration: Configuration, clock: Clock): Promise<FeedReader>
  openOutlines(): Promise<Outlines>
  /** `{ok, feed, items, warnings}` of the contract, instants as ISO 8601. Throws ExplainedError `feed-*`. */
  describeFeed(body: Uint8Array, source: DocumentSource): Promise<object>
  /** `{title, publishedAt, …}` of the contract. Throws ExplainedError `page-without-text`. */
  describePage(html: string, url: string): Promise<object>
  /** A message as the terminal shows it. */
  renderMessage(message: MessageText): Promise<string>
  createLog(): Log
  /** For whoever watches the program: health, readiness, metrics. Where it cannot be opened, that is said and tried again. */
  openMonitor(options: { readonly configuration: Configuration; readonly log: Log }): Promise<Monitor>
}

/** What watches the program, and what it is told. */
export interface Monitor {
  readonly meter: Meter
  /** The log that was given, its warnings and errors counted. */
  readonly log: Log
  /** What the program is about while it cannot work for people. */
  tell(stage: 'starting' | 'restoring' | 'draining'): void
  /** The program works; a beat is to be expected from now on. */
  attend(app: App): void
  noteBeat(): void
  close(): Promise<void>
}

interface CopyWork {
  readonly now: Instant
  /** Of pages of the database. */
  readonly onProgress?: (done: number, total: number) => void
}

interface RestoreWork extends CopyWork {
  /** What is restored gets articles of later editions: these are to be found as well. */
  readonly makeFindable: (storage: Storage, articleIds: readonly string[]) => Promise<void>
}

export type DoorFinding =
  | { readonly kind: 'ours' }
  /** Somebody answers who is no Pressoir. */
  | { readonly kind: 'other' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface InstallationFinding {
  /** Where a browser installs the app. */
  readonly address: string
  readonly installed: number
  /** Those whose tokens none of our keys opens. */
  readonly closed: readonly WorkspaceId[]
}

interface DocumentSource {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Host names that are dialled on loopback: the demo, the replay and the tests. No configuration has any. */
type Routes = ReadonlyMap<string, { readonly host: string; readonly port: number }>

export interface AppOptions {
  /** Its part of the work when several share it; all of it when absent. */
  readonly role?: Role
  readonly configuration: Configuration
  readonly clock: Clock
  readonly log: Log
  /** Where the console's channel is written; beside a database in a file, else in the working folder, when absent. */
  readonly transcript?: string
  /** Nothing is counted when absent. */
  readonly meter?: Meter
  readonly routes?: Routes
  /** How long an edition waits for feeds that are being read; a minute when absent. */
  readonly patienceSeconds?: number
  /** How long a server may take, in seconds; the reader's own patience when absent. */
  readonly timeouts?: { readonly headersSeconds?: number; readonly totalSeconds?: number }
}

export interface App {
  readonly storage: Storage
  /** Answers what is asked in a chat, as a platform would. */
  readonly ask: Inbox
  /** Asks the feeds that are due, and reads all that waits. */
  ingest(onReport?: OnReport): Promise<IngestReport>
  /** Makes, archives and delivers what is due, and what an earlier life left open. */
  publish(): Promise<readonly Edition[]>
  /** Makes one edition of a digest now, whatever its hours, and delivers it. */
  publishNow(digest: Digest): Promise<Edition | undefined>
  /** One beat of the heart: reads what is due without waiting for ever, then publishes. */
  beat(): Promise<void>
  /** What it lacks to do its work for people. */
  lacks(): Promise<readonly Lack[]>
  /** Rejects, or takes long, when storage does. */
  measure(): Promise<Measures>
  /** By platform, whether people reach the bot there. */
  connections(): ReadonlyMap<string, boolean>
  /** Ends what is under way, closes everything. */
  close(): Promise<void>
}

type OnReport = (report: FeedReport, done: number, total: number) => void

/** The press review shipped with the project, served on loopback, at its own hour. */
export interface Demo {
  readonly app: App
  readonly feeds: readonly Feed[]
  readonly rounds: readonly Instant[]
  readonly archiveFolder: string
  readonly database: string
  readonly zone: string
  /** Sets the clock and what the publishers have at that hour; 0 is the first round. */
  startRound(round: number): void
  /** Sets the clock to the hour of the edition. */
  startEdition(): void
  close(): Promise<void>
}
