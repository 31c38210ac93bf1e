// Opens a database and gives its stores. The only file that knows which databases there are.
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { newAuditEntry } from '../core/audit.ts'
import type { Instant } from '../core/calendar.ts'
import type { Storage } from '../ports.ts'
import { alarmStore } from './alarms.ts'
import { alertStore } from './alerts.ts'
import { articleStore } from './articles.ts'
import { auditStore } from './audit.ts'
import { changeStore } from './changes.ts'
import { digestStore } from './digests.ts'
import { draftStore } from './drafts.ts'
import { editionStore } from './editions.ts'
import { exportStore } from './exports.ts'
import { factStore } from './facts.ts'
import { feedStore } from './feeds.ts'
import { followingStore } from './followings.ts'
import { lastBeat, noteBeat } from './heart.ts'
import { hubStore } from './hubs.ts'
import { installationStore } from './installations.ts'
import { type IdentityWatch, watchIdentity } from './identity.ts'
import { measureStore } from './measures.ts'
import { memoStore } from './memos.ts'
import { migrate } from './migrate.ts'
import { noticeStore } from './notices.ts'
import { readAtOneInstant } from './one-instant.ts'
import { peopleIndex } from './people.ts'
import { raisedAlertStore } from './raised-alerts.ts'
import { reactionStore } from './reactions.ts'
import { reportStore } from './reports.ts'
import { refuseWhileRestoring } from './restore-lock.ts'
import { retentionStore } from './retention.ts'
import { upkeepStore } from './upkeep.ts'
import { prepareSearch, searchIndex } from './search.ts'
import { openSession, type Session } from './session.ts'
import { sqliteDialect } from './sqlite-driver.ts'
import { BUSY_TIMEOUT_MILLISECONDS, databasePath, openSqlite } from './sqlite-file.ts'
import type { Tables } from './tables.ts'
import { traceStore } from './traces.ts'
import { workspaceStore } from './workspaces.ts'

export interface StorageOptions {
  readonly now: () => Instant
  /** 5,000 when absent. */
  readonly busyTimeoutMilliseconds?: number
}

/**
 * `url` is a path, `sqlite:path` or `:memory:`; a file that does not exist is made. Missing migrations are applied.
 * Throws ExplainedError `database-*`; a database of a newer program is refused before it is touched.
 */
export async function openStorage(url: string, options: StorageOptions): Promise<Storage> {
  const path = databasePath(url)
  const connection = openSqlite(path, options.busyTimeoutMilliseconds)
  try {
    const watch = watchIdentity(connection, path)
    refuseWhileRestoring(path)
    return await storageOn(connection, path, { ...options, ...readerOf(path, options), watch })
  } catch (error) {
    if (connection.isOpen) connection.close()
    throw error
  }
}

/** What is in memory alone, no other connection sees. */
function readerOf(path: string, options: StorageOptions): Pick<ConnectionOptions, 'openReader'> {
  const timeout = options.busyTimeoutMilliseconds ?? BUSY_TIMEOUT_MILLISECONDS
  return path === ':memory:' ? {} : { openReader: () => new DatabaseSync(path, { timeout, readOnly: true }) }
}

interface ConnectionOptions extends StorageOptions {
  /** A second connection for reading beside transactions; closed with the storage. */
  readonly openReader?: () => DatabaseSync
  /** Of the content that was there when the connection was opened; from now on when absent. */
  readonly watch?: IdentityWatch
}

/**
 * The stores on a connection that somebody has opened, migrations applied; `path` names it in failures.
 * The connection is closed with the storage, and at once when this throws.
 */
export async function storageOn(
  connection: DatabaseSync,
  path: string,
  options: ConnectionOptions,
): Promise<Storage> {
  const { openReader, watch = watchIdentity(connection, path) } = options
  let database: Kysely<Tables> | undefined
  try {
    // Over this connection alone: before there are tables, there is nothing to read beside them.
    const names = await migrate(new Kysely<Tables>({ dialect: sqliteDialect(connection, path, { watch }) }))
    database = new Kysely<Tables>({ dialect: sqliteDialect(connection, path, { watch, openReader }) })
    const session = openSession(database)
    await prepareSearch(session)
    if (names.length > 0) await noteMigration(session, names, options.now())
    let closing: Promise<void> | undefined
    const parts = { ...options, watch }
    return {
      ...storesOf(session, parts),
      atOneInstant: (work) => atOneInstant(session, path, parts, work),
      close: () => (closing ??= close(session)),
    }
  } catch (error) {
    await database?.destroy()
    if (connection.isOpen) connection.close()
    throw error
  }
}

/** Whatever verb opened it: the program changed the tables by itself. */
async function noteMigration(session: Session, names: readonly string[], now: Instant): Promise<void> {
  const entry = newAuditEntry({ origin: 'program', actor: '' }, { kind: 'migrated', names }, now)
  await auditStore(session).add(entry)
}

/** What was asked for before ends first: this waits its turn to write, and writes nothing; a broken file closes too. */
async function close({ database }: Session): Promise<void> {
  await sql`pragma user_version`.execute(database).catch(() => undefined)
  await database.destroy()
}

interface StoreOptions extends StorageOptions {
  readonly watch: IdentityWatch
}

/** What is in memory has one connection: there a transaction stands for the instant. */
async function atOneInstant<T>(
  session: Session,
  path: string,
  options: StoreOptions & Pick<ConnectionOptions, 'openReader'>,
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const { watch, openReader } = options
  const onStorage = (inner: Session): Promise<T> => work(innerStorage(inner, options))
  return openReader === undefined
    ? session.within(onStorage)
    : readAtOneInstant({ path, watch, openReader }, onStorage)
}

function storesOf(session: Session, options: StoreOptions): Omit<Storage, 'atOneInstant' | 'close'> {
  return {
    feeds: feedStore(session, options.now),
    hubs: hubStore(session),
    drafts: draftStore(session),
    articles: articleStore(session),
    editions: editionStore(session, options.now),
    search: searchIndex(session),
    people: peopleIndex(session),
    facts: factStore(session),
    workspaces: workspaceStore(session),
    installations: installationStore(session),
    followings: followingStore(session, options.now),
    digests: digestStore(session),
    changes: changeStore(session),
    audit: auditStore(session),
    memos: memoStore(session),
    notices: noticeStore(session),
    alarms: alarmStore(session),
    alerts: alertStore(session),
    raisedAlerts: raisedAlertStore(session),
    reports: reportStore(session),
    reactions: reactionStore(session),
    traces: traceStore(session),
    retention: retentionStore(session),
    upkeep: upkeepStore(session),
    exports: exportStore(session),
    measures: measureStore(session),
    noteBeat: (at) => noteBeat(session, at),
    lastBeat: () => lastBeat(session),
    isReplaced: async () => options.watch.isReplaced(),
    inTransaction: (work) => session.within((inner) => work(innerStorage(inner, options))),
  }
}

/** Inside a transaction, be it for writing or for reading. */
function innerStorage(session: Session, options: StoreOptions): Storage {
  const storage: Storage = {
    ...storesOf(session, options),
    atOneInstant: (work) => work(storage),
    close: async () => {
      throw new Error('A transaction cannot close the storage that it stands in.')
    },
  }
  return storage
}
