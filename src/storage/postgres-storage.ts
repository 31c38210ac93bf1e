// Opens a database of a PostgreSQL server and gives its stores. Knows no other kind.
import { type Kysely, Kysely as KyselyOn, sql } from 'kysely'
import { ExplainedError } from '../core/failures.ts'
import type { Instant } from '../core/calendar.ts'
import type { Storage } from '../ports.ts'
import { MIGRATION_TABLE, migrate, unknownMigrations } from './migrate.ts'
import { postgresDialect } from './postgres-driver.ts'
import { isServer, openPool, type PoolOptions, serverName } from './postgres-server.ts'
import { postgresWording } from './postgres-wording.ts'
import { openSession, sessionInside } from './session.ts'
import { storageOver } from './stores.ts'
import type { Tables } from './tables.ts'

export { isServer }

interface PostgresOptions {
  readonly now: () => Instant
  readonly busyTimeoutMilliseconds?: number
}

/** The database is there; its tables are made. Throws ExplainedError `database-*`. */
export async function openPostgresStorage(url: string, options: PostgresOptions): Promise<Storage> {
  const migrations = await bringUpToDate(url)
  const database = connect(url, { lockTimeoutMilliseconds: options.busyTimeoutMilliseconds })
  try {
    const session = openSession(database, postgresWording)
    const open = {
      session,
      atOneInstant: <T>(work: (inner: typeof session) => Promise<T>): Promise<T> =>
        database
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((reading) => work(sessionInside(reading, postgresWording))),
      // A dump is restored into a database that nobody has open.
      isReplaced: async () => false,
      close: () => close(database),
    }
    return await storageOver(open, options.now, migrations)
  } catch (error) {
    await database.destroy()
    throw error
  }
}

/** What was asked for before ends first: this comes after it, and asks for nothing; a lost server is left too. */
async function close(database: Kysely<Tables>): Promise<void> {
  await sql`select 1`.execute(database).catch(() => undefined)
  await database.destroy()
}

function connect(url: string, options: PoolOptions): Kysely<Tables> {
  return new KyselyOn<Tables>({ dialect: postgresDialect(openPool(url, options), serverName(url)) })
}

/** Whoever starts first makes the tables, and the others wait. Gives what was changed, as `migrate`. */
async function bringUpToDate(url: string): Promise<readonly string[]> {
  const database = connect(url, { isPatient: true })
  try {
    await refuseForeign(database, serverName(url))
    const migrations = await migrate(database)
    await postgresWording.stems.prepare(openSession(database, postgresWording))
    return migrations
  } finally {
    await database.destroy()
  }
}

async function refuseForeign(database: Kysely<Tables>, path: string): Promise<void> {
  const { rows } = await sql<{ readonly encoding: string; readonly isOurs: boolean }>`
    select current_setting('server_encoding') as encoding,
      to_regclass(${MIGRATION_TABLE}) is not null as "isOurs"`.execute(database)
  if (rows[0]?.encoding !== 'UTF8') throw new ExplainedError({ code: 'database-encoding', path })
  if (!rows[0].isOurs) return
  const applied = await sql<{
    readonly name: string
  }>`select name from ${sql.table(MIGRATION_TABLE)}`.execute(database)
  if (unknownMigrations(applied.rows.map(({ name }) => name)).length > 0)
    throw new ExplainedError({ code: 'database-newer', path })
}
