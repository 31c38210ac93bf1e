// Opens a database of a PostgreSQL server and gives its stores. Knows no other kind.
import { type Kysely, Kysely as KyselyOn, sql } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { ServerCondition } from '../core/database-condition.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Storage } from '../ports.ts'
import { MIGRATION_TABLE, migrate, missingMigrations, unknownMigrations } from './migrate.ts'
import { refuseHalfMoved } from './move-log.ts'
import { postgresDialect } from './postgres-driver.ts'
import { openPool, type PoolOptions } from './postgres-server.ts'
import { postgresWording } from './postgres-wording.ts'
import { serverName } from '../core/database-address.ts'
import { openSession, sessionInside } from './session.ts'
import { storageOver } from './stores.ts'
import type { Tables } from './tables.ts'

interface PostgresOptions {
  readonly now: () => Instant
  readonly busyTimeoutMilliseconds?: number
}

/** The database is there; its tables are made. Throws ExplainedError `database-*`. */
export async function openPostgresStorage(url: string, options: PostgresOptions): Promise<Storage> {
  const migrations = await prepareServer(url)
  const database = connectToServer(url, { lockTimeoutMilliseconds: options.busyTimeoutMilliseconds })
  try {
    await refuseHalfMoved(database, serverName(url))
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

/** Tables or none; nothing is connected yet. */
export function connectToServer(url: string, options: PoolOptions): Kysely<Tables> {
  return new KyselyOn<Tables>({ dialect: postgresDialect(openPool(url, options), serverName(url)) })
}

/** Whoever comes first makes the tables, and the others wait. Gives what was changed, as `migrate`. */
export async function prepareServer(url: string): Promise<readonly string[]> {
  const database = connectToServer(url, { isPatient: true })
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
  const { rows } = await sql<{ readonly encoding: string }>`
    select current_setting('server_encoding') as encoding`.execute(database)
  if (rows[0]?.encoding !== 'UTF8') throw new ExplainedError({ code: 'database-encoding', path })
  if (unknownMigrations(await appliedMigrations(database)).length > 0)
    throw new ExplainedError({ code: 'database-newer', path })
}

async function appliedMigrations(database: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly isOurs: boolean }>`
    select to_regclass(${MIGRATION_TABLE}) is not null as "isOurs"`.execute(database)
  if (rows[0]?.isOurs !== true) return []
  const applied = await sql<{ readonly name: string }>`
    select name from ${sql.table(MIGRATION_TABLE)} order by name`.execute(database)
  return applied.rows.map(({ name }) => name)
}

const NOTHING_FOUND: Omit<ServerCondition, 'kind' | 'isEmpty' | 'missingMigrations'> = {
  version: '',
  bytes: 0,
  connections: 0,
  mostConnections: 0,
  role: '',
  isSuperuser: false,
}

/** Of all roles: who is no superuser is not told what the connections of others are for, only that there are some. */
const CONNECTIONS = sql`(select count(*) from pg_stat_activity
  where datid is not null and usesysid is not null and coalesce(backend_type, 'client backend') = 'client backend')`

/** Looks, and changes nothing. Throws ExplainedError `database-*`. */
export async function inspectServer(url: string): Promise<ServerCondition> {
  const database = connectToServer(url, {})
  try {
    const { rows } = await sql<typeof NOTHING_FOUND>`
      select split_part(current_setting('server_version'), ' ', 1) as version,
        pg_database_size(current_database()) as bytes,
        ${CONNECTIONS} as connections,
        current_setting('max_connections')::integer as "mostConnections",
        current_user::text as role, current_setting('is_superuser')::boolean as "isSuperuser"`.execute(
      database,
    )
    const [found = NOTHING_FOUND] = rows
    const applied = await appliedMigrations(database)
    const isEmpty = applied.length === 0
    return { kind: 'server', ...found, isEmpty, missingMigrations: missingMigrations(applied) }
  } finally {
    await database.destroy()
  }
}
