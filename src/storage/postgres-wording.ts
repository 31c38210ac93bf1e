// What PostgreSQL says in words of its own. Asks nothing by itself.
import { sql, type SqlBool } from 'kysely'
import { arrayOfNumbers, arrayOfTexts } from './postgres-arrays.ts'
import { TAKE_TURN } from './postgres-driver.ts'
import { postgresStems } from './postgres-stems.ts'
import type { Session } from './session.ts'
import type { Wording } from './wording.ts'

export const postgresWording: Wording = {
  listOf: (texts) => sql`select unnest(${arrayOfTexts([...texts])}::text[])`,
  isOneOf: (column, texts) => sql<SqlBool>`${sql.ref(column)} = any(${arrayOfTexts(texts)}::text[])`,
  isOneOfNumbers: (column, numbers) =>
    sql<SqlBool>`${sql.ref(column)} = any(${arrayOfNumbers(numbers)}::bigint[])`,
  articlesByFeeds: sql`articles`,
  stems: postgresStems,
  takeTurn: async ({ database }) => {
    await sql.raw(TAKE_TURN).execute(database)
  },
  usedBytes,
  // The server's own autovacuum makes room again and keeps it for what comes.
  giveBackRoom: async () => false,
}

/** With the room that is free to be used again: the server knows it of no table without reading it. */
async function usedBytes({ database }: Session): Promise<number> {
  const { rows } = await sql<{ readonly bytes: number }>`
    select pg_database_size(current_database()) as bytes`.execute(database)
  return rows[0]?.bytes ?? 0
}
