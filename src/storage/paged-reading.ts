// Reading a table from one end to the other in pages, each from behind the last row of the one before: no page is slower
// than another, and all of it fits into memory. Knows no table.
import { type RawBuilder, type Selectable, sql, type SqlBool } from 'kysely'
import type { Session } from './session.ts'
import type { Tables } from './tables.ts'

/** Rows of a page where they are small. */
export const ROWS_A_PAGE = 500

/** Rows that hold whole stories or lists of feeds, each of up to a megabyte. */
export const LARGE_ROWS_A_PAGE = 20

/** `read` gives at most `size` rows behind the one that it is given, from the first one on when there is none. */
export async function* paged<Row>(
  size: number,
  read: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined
  for (;;) {
    const rows = await read(last)
    if (rows.length > 0) yield rows
    if (rows.length < size) return
    last = rows.at(-1)
  }
}

/** In the order of `columns`, which together are unique; true of every row where there is no last one. */
export function isBehind(
  columns: readonly string[],
  last: readonly (string | number)[] | undefined,
): RawBuilder<SqlBool> {
  if (last === undefined) return sql<SqlBool>`1 = 1`
  return sql<SqlBool>`(${sql.join(columns.map((column) => sql.ref(column)))}) > (${sql.join(last)})`
}

/** A table in the order of its key, whose columns are texts. */
export async function* rowsOf<Name extends keyof Tables, Record>(
  { database }: Session,
  name: Name,
  key: readonly (string & keyof Selectable<Tables[Name]>)[],
  toRecord: (row: Selectable<Tables[Name]>) => Record,
  size = ROWS_A_PAGE,
): AsyncGenerator<readonly Record[]> {
  const order = sql.join(key.map((column) => sql.ref(column)))
  const rowPages = paged<Selectable<Tables[Name]>>(size, async (last) => {
    const behind = isBehind(key, last && key.map((column) => String(last[column])))
    const { rows } = await sql<Selectable<Tables[Name]>>`
      select * from ${sql.table(name)} where ${behind} order by ${order} limit ${size}`.execute(database)
    return rows
  })
  for await (const rows of rowPages) yield rows.map(toRecord)
}
