// Opens the file of a database, and refuses what this program must not touch. Knows no store.
import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { ExplainedError } from '../core/failures.ts'
import { explainSqliteError } from './explain-sqlite.ts'
import { isServer, serverName } from '../core/database-address.ts'
import { MIGRATION_TABLE, unknownMigrations } from './migrate.ts'

/** How long a write waits for another process, in milliseconds. The program stands still meanwhile. */
export const BUSY_TIMEOUT_MILLISECONDS = 5_000

/** The path behind `path`, `sqlite:path` or `:memory:`. Throws ExplainedError `database-on-server`, `database-unsupported`. */
export function databasePath(url: string): string {
  if (isServer(url)) throw new ExplainedError({ code: 'database-on-server', path: serverName(url) })
  const scheme = /^([a-z][a-z\d+.-]+):\/\//i.exec(url)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'sqlite')
    throw new ExplainedError({ code: 'database-unsupported', scheme })
  return url.replace(/^sqlite:(\/\/)?/i, '')
}

/** The path of a database that is there. Throws ExplainedError `file-missing` where there is none. */
export function existingPath(url: string): string {
  const path = databasePath(url)
  if (!existsSync(path)) throw new ExplainedError({ code: 'file-missing', path })
  return path
}

/** The one connection that writes. Throws ExplainedError `database-*`. */
export function openSqlite(path: string, timeout = BUSY_TIMEOUT_MILLISECONDS): DatabaseSync {
  let connection: DatabaseSync | undefined
  try {
    refuseNewerSqlite(path, timeout)
    connection = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: true })
    // So that what is given up later goes back to the disk in small steps. Only a database without tables heeds it, but
    // any other is written to all the same, and waits for whoever writes.
    if (isEmpty(connection)) connection.exec('pragma auto_vacuum = incremental')
    connection.exec('pragma journal_mode = wal; pragma synchronous = full')
    return connection
  } catch (error) {
    connection?.close()
    throw explainSqliteError(error, path)
  }
}

function isEmpty(connection: DatabaseSync): boolean {
  return connection.prepare('select 1 from sqlite_master limit 1').get() === undefined
}

/** Reads through a connection that cannot write: opening for writing may already tidy the file up. */
function refuseNewerSqlite(path: string, timeout: number): void {
  const file = path === ':memory:' ? undefined : statSync(path, { throwIfNoEntry: false })
  if (file === undefined) return
  if (file.isDirectory()) throw new ExplainedError({ code: 'database-unopenable', path })
  const connection = new DatabaseSync(path, { timeout, readOnly: true })
  try {
    if (unknownMigrations(appliedMigrations(connection)).length > 0)
      throw new ExplainedError({ code: 'database-newer', path })
  } finally {
    connection.close()
  }
}

/** Names of the migrations that a database has had; none where it is new, or no database of ours. */
export function appliedMigrations(connection: DatabaseSync): readonly string[] {
  const table = connection
    .prepare("select 1 from sqlite_master where type = 'table' and name = ?")
    .get(MIGRATION_TABLE)
  if (table === undefined) return []
  return connection
    .prepare(`select name from ${MIGRATION_TABLE} order by name`)
    .all()
    .map(({ name }) => String(name))
}
