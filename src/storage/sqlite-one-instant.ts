// A connection of its own that reads a database as it stands at one instant, beside all others. Never writes.
import type { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { explainSqliteError } from './explain-sqlite.ts'
import type { IdentityWatch } from './identity.ts'
import { openSession, type Session } from './session.ts'
import { sqliteDialect } from './sqlite-driver.ts'
import { sqliteWording } from './sqlite-wording.ts'
import type { Tables } from './tables.ts'

interface OtherReader {
  /** Names the database in failures. */
  readonly path: string
  readonly watch: IdentityWatch
  /** Opens a connection that cannot write. */
  readonly openReader: () => DatabaseSync
}

/**
 * The reading transaction holds what was there when it began (WAL): writers go on, and their log grows until this ends.
 * Throws ExplainedError `database-*`.
 */
export async function readAtOneInstant<T>(
  { path, watch, openReader }: OtherReader,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  let database: Kysely<Tables> | undefined
  let connection: DatabaseSync | undefined
  try {
    connection = openReader()
    // A transaction begins with its first reading.
    connection.exec('begin; select 1 from sqlite_schema limit 1')
    database = new Kysely<Tables>({ dialect: sqliteDialect(connection, path, { watch }) })
    return await work(openSession(database, sqliteWording))
  } catch (error) {
    throw explainSqliteError(error, path)
  } finally {
    await database?.destroy()
    if (connection?.isOpen === true) connection.close()
  }
}
