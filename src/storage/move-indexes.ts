// Indexes of a server while a database moves to it: taken away before the rows come, made anew when they are there.
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** How they are made, while they are not there: whoever goes on after a kill still knows. */
const INDEX_TABLE = 'pressoir_move_indexes'

/** Those that no constraint needs. Each row that comes would be sorted into every one of them. */
export async function takeIndexesAway(database: Kysely<Tables>): Promise<void> {
  await sql`create table if not exists ${sql.table(INDEX_TABLE)} (
    name text primary key, definition text not null)`.execute(database)
  const { rows } = await sql<{ readonly name: string }>`
    insert into ${sql.table(INDEX_TABLE)} (name, definition)
    select relname, pg_get_indexdef(pg_class.oid) from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace = current_schema()::regnamespace
      and not exists (select 1 from pg_constraint where conindid = pg_class.oid)
    returning name`.execute(database)
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(database)
}

/** One after the other: those that are there stay when this is stopped. */
export async function makeIndexes(database: Kysely<Tables>): Promise<void> {
  const { rows: found } = await sql<{ readonly isThere: boolean }>`
    select to_regclass(${INDEX_TABLE}) is not null as "isThere"`.execute(database)
  if (found[0]?.isThere !== true) return
  const { rows } = await sql<{ readonly name: string; readonly definition: string }>`
    select name, definition from ${sql.table(INDEX_TABLE)} order by name`.execute(database)
  for (const { name, definition } of rows)
    await database.transaction().execute(async (inner) => {
      await sql`set local maintenance_work_mem = '256MB'`.execute(inner)
      await sql.raw(definition).execute(inner)
      await sql`delete from ${sql.table(INDEX_TABLE)} where name = ${name}`.execute(inner)
    })
  await sql`drop table ${sql.table(INDEX_TABLE)}`.execute(database)
}
