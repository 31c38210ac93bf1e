// Opens a database and gives its stores. The only file that knows which databases there are.
import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Storage } from '../ports.ts'
import { alarmStore } from './alarms.ts'
import { articleStore } from './articles.ts'
import { changeStore } from './changes.ts'
import { digestStore } from './digests.ts'
import { editionStore } from './editions.ts'
import { explainSqliteError } from './explain.ts'
import { factStore } from './facts.ts'
import { feedStore } from './feeds.ts'
import { followingStore } from './followings.ts'
import { lastBeat, noteBeat } from './heart.ts'
import { memoStore } from './memos.ts'
import { MIGRATION_TABLE, migrate, unknownMigrations } from './migrate.ts'
import { noticeStore } from './notices.ts'
import { peopleIndex } from './people.ts'
import { reactionStore } from './reactions.ts'
import { prepareSearch, searchIndex } from './search.ts'
import { openSession, type Session } from './session.ts'
import { sqliteDialect } from './sqlite-driver.ts'
import type { Tables } from './tables.ts'
import { traceStore } from './traces.ts'
import { workspaceStore } from './workspaces.ts'

/** How long a write waits for another process, in milliseconds. The program stands still meanwhile. */
const BUSY_TIMEOUT_MILLISECONDS = 5_000

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
  const scheme = /^([a-z][a-z\d+.-]+):\/\//i.exec(url)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'sqlite')
    throw new ExplainedError({ code: 'database-unsupported', scheme })
  const path = url.replace(/^sqlite:(\/\/)?/i, '')
  return storageOn(openSqlite(path, options), path, { ...options, ...readerOf(path, options) })
}

/** What is in memory alone, no other connection sees. */
function readerOf(path: string, options: StorageOptions): Pick<ConnectionOptions, 'openReader'> {
  const timeout = options.busyTimeoutMilliseconds ?? BUSY_TIMEOUT_MILLISECONDS
  return path === ':memory:' ? {} : { openReader: () => new DatabaseSync(path, { timeout, readOnly: true }) }
}

interface ConnectionOptions extends StorageOptions {
  /** A second connection for reading beside transactions; closed with the storage. */
  readonly openReader?: () => DatabaseSync
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
  let database: Kysely<Tables> | undefined
  try {
    // Over this connection alone: before there are tables, there is nothing to read beside them.
    await migrate(new Kysely<Tables>({ dialect: sqliteDialect(connection, path) }))
    database = new Kysely<Tables>({ dialect: sqliteDialect(connection, path, options.openReader) })
    const session = openSession(database)
    await prepareSearch(session)
    let closing: Promise<void> | undefined
    return { ...storesOf(session, options), close: () => (closing ??= close(session)) }
  } catch (error) {
    await database?.destroy()
    if (connection.isOpen) connection.close()
    throw error
  }
}

/** What was asked for before ends first: this waits its turn to write, and writes nothing; a broken file closes too. */
async function close({ database }: Session): Promise<void> {
  await sql`pragma user_version`.execute(database).catch(() => undefined)
  await database.destroy()
}

function storesOf(session: Session, options: StorageOptions): Omit<Storage, 'close'> {
  return {
    feeds: feedStore(session),
    articles: articleStore(session),
    editions: editionStore(session, options.now),
    search: searchIndex(session),
    people: peopleIndex(session),
    facts: factStore(session),
    workspaces: workspaceStore(session),
    followings: followingStore(session),
    digests: digestStore(session),
    changes: changeStore(session),
    memos: memoStore(session),
    notices: noticeStore(session),
    alarms: alarmStore(session),
    reactions: reactionStore(session),
    traces: traceStore(session),
    noteBeat: (at) => noteBeat(session, at),
    lastBeat: () => lastBeat(session),
    inTransaction: (work) =>
      session.within((inner) =>
        work({
          ...storesOf(inner, options),
          close: async () => {
            throw new Error('A transaction cannot close the storage that it stands in.')
          },
        }),
      ),
  }
}

function openSqlite(
  path: string,
  { busyTimeoutMilliseconds: timeout = BUSY_TIMEOUT_MILLISECONDS }: StorageOptions,
): DatabaseSync {
  let connection: DatabaseSync | undefined
  try {
    refuseNewerSqlite(path, timeout)
    connection = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: true })
    connection.exec('pragma journal_mode = wal; pragma synchronous = full')
    return connection
  } catch (error) {
    connection?.close()
    throw explainSqliteError(error, path)
  }
}

/** Reads through a connection that cannot write: opening for writing may already tidy the file up. */
function refuseNewerSqlite(path: string, timeout: number): void {
  const file = path === ':memory:' ? undefined : statSync(path, { throwIfNoEntry: false })
  if (file === undefined) return
  if (file.isDirectory()) throw new ExplainedError({ code: 'database-unopenable', path })
  const connection = new DatabaseSync(path, { timeout, readOnly: true })
  try {
    const table = connection
      .prepare("select 1 from sqlite_master where type = 'table' and name = ?")
      .get(MIGRATION_TABLE)
    if (table === undefined) return
    const applied = connection.prepare(`select name from ${MIGRATION_TABLE}`).all()
    if (unknownMigrations(applied.map(({ name }) => String(name))).length > 0)
      throw new ExplainedError({ code: 'database-newer', path })
  } finally {
    connection.close()
  }
}
