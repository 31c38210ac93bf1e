// What SQLite says in words of its own. Asks nothing by itself.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Session } from './session.ts'
import { sqliteStems } from './sqlite-stems.ts'
import type { Wording } from './wording.ts'

/** SQLite itself takes the index that has no article twice, and then the article: of 1,000 sentences 5 to 8 ms instead of 2.5. */
const INDEXED_BY_FEEDS = sql`articles indexed by articles_in`

export const sqliteWording: Wording = {
  listOf: (texts) => sql`select value from json_each(${JSON.stringify([...texts])})`,
  isOneOf,
  isOneOfNumbers: isOneOf,
  articlesByFeeds: INDEXED_BY_FEEDS,
  stems: sqliteStems,
  // Every transaction has the file for itself from its beginning.
  takeTurn: async () => undefined,
  usedBytes,
  giveBackRoom: freePages,
}

function isOneOf(column: string, values: readonly (string | number)[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
}

/** Without the pages that are free to be used again. */
async function usedBytes({ database }: Session): Promise<number> {
  const { rows } = await sql<{ readonly bytes: number }>`
    select (page_count - freelist_count) * page_size as bytes
    from pragma_page_count, pragma_freelist_count, pragma_page_size`.execute(database)
  return rows[0]?.bytes ?? 0
}

/** A statement frees one page, for it is stepped once: many of them in one transaction, which is flushed once. */
async function freePages({ database }: Session, milliseconds: number): Promise<boolean> {
  const before = await countFree(database)
  const beganAt = performance.now()
  for (let page = 0; page < before; page++) {
    await sql`pragma incremental_vacuum(1)`.execute(database)
    if (performance.now() - beganAt > milliseconds) break
  }
  return before > 0 && (await countFree(database)) < before
}

async function countFree(database: Session['database']): Promise<number> {
  const { rows } = await sql<{ readonly pages: number }>`
    select freelist_count as pages from pragma_freelist_count`.execute(database)
  return rows[0]?.pages ?? 0
}
