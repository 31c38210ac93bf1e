// Opens a database in a file, or in memory, and gives its stores. Knows no other kind.
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Storage } from '../ports.ts'
import { type IdentityWatch, watchIdentity } from './identity.ts'
import { migrate } from './migrate.ts'
import { refuseMoved } from './moved-file.ts'
import { refuseWhileRestoring } from './restore-lock.ts'
import { openSession, type Session } from './session.ts'
import { sqliteDialect } from './sqlite-driver.ts'
import { BUSY_TIMEOUT_MILLISECONDS, openSqlite } from './sqlite-file.ts'
import { readAtOneInstant } from './sqlite-one-instant.ts'
import { sqliteWording } from './sqlite-wording.ts'
import { storageOver } from './stores.ts'
import type { Tables } from './tables.ts'

export interface SqliteOptions {
  readonly now: () => Instant
  /** 5,000 when absent. */
  readonly busyTimeoutMilliseconds?: number
}

/** `path` may be `:memory:`. Throws ExplainedError `database-*`. */
export async function openSqliteStorage(path: string, options: SqliteOptions): Promise<Storage> {
  const connection = openSqlite(path, options.busyTimeoutMilliseconds)
  try {
    const watch = watchIdentity(connection, path)
    refuseWhileRestoring(path)
    refuseMoved(connection, path)
    return await storageOn(connection, path, { ...options, ...readerOf(path, options), watch })
  } catch (error) {
    if (connection.isOpen) connection.close()
    throw error
  }
}

/** What is in memory alone, no other connection sees. */
function readerOf(path: string, options: SqliteOptions): Pick<ConnectionOptions, 'openReader'> {
  const timeout = options.busyTimeoutMilliseconds ?? BUSY_TIMEOUT_MILLISECONDS
  return path === ':memory:' ? {} : { openReader: () => new DatabaseSync(path, { timeout, readOnly: true }) }
}

interface ConnectionOptions extends SqliteOptions {
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
  const { openReader, watch = watchIdentity(connection, path), now } = options
  let database: Kysely<Tables> | undefined
  try {
    // Over this connection alone: before there are tables, there is nothing to read beside them.
    const names = await migrate(new Kysely<Tables>({ dialect: sqliteDialect(connection, path, { watch }) }))
    database = new Kysely<Tables>({ dialect: sqliteDialect(connection, path, { watch, openReader }) })
    const session = openSession(database, sqliteWording)
    await sqliteWording.stems.prepare(session)
    const open = {
      session,
      // What is in memory has one connection: there a transaction stands for the instant.
      atOneInstant: <T>(work: (inner: Session) => Promise<T>): Promise<T> =>
        openReader === undefined ? session.within(work) : readAtOneInstant({ path, watch, openReader }, work),
      isReplaced: async () => watch.isReplaced(),
      close: () => close(session),
    }
    return await storageOver(open, now, names)
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
