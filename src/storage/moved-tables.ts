// The tables of a file in the order in which they are copied, page after page, and a sum over their rows. Writes nothing.
import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { MIGRATION_TABLE } from './migrate.ts'

export type Row = Readonly<Record<string, string | number | null>>

export interface MovedTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rowCount: number
}

/** What is made anew on the other side, or belongs to one database alone. */
const IS_COPIED = `type = 'table' and name not like 'sqlite_%' and name not like 'sentence_stem%'
  and name not like '${MIGRATION_TABLE}%' and name not like 'pressoir_%'`

/** A table comes after those that its rows point to. */
export function movedTables(source: DatabaseSync): readonly MovedTable[] {
  const names = source
    .prepare(`select name from sqlite_master where ${IS_COPIED} order by name`)
    .all()
    .map(({ name }) => String(name))
  const ordered = new Set<string>()
  const place = (name: string): void => {
    if (ordered.has(name)) return
    for (const { table } of source.prepare(`pragma foreign_key_list("${name}")`).all())
      if (table !== name) place(String(table))
    ordered.add(name)
  }
  names.forEach(place)
  return [...ordered].map((name) => ({
    name,
    columns: source
      .prepare(`pragma table_info("${name}")`)
      .all()
      .map((column) => String(column['name'])),
    rowCount: Number(source.prepare(`select count(*) as count from "${name}"`).get()?.['count']),
  }))
}

/** Rows behind a place in the table, with the place of the last one. */
export interface RowPage {
  readonly rows: readonly Row[]
  readonly last: number
}

/** Most rows are small: what a transaction costs falls on many of them. */
const ROWS_A_PAGE = 3_000

/** Some of them hold whole articles, or a trace of a megabyte. */
const CHARACTERS_A_PAGE = 1_000_000

export function nextRows(source: DatabaseSync, { name, columns }: MovedTable, behind: number): RowPage {
  const found = source
    .prepare(`select rowid as "~place", * from "${name}" where rowid > ? order by rowid limit ${ROWS_A_PAGE}`)
    .iterate(behind)
  const rows: Row[] = []
  let last = behind
  let left = CHARACTERS_A_PAGE
  for (const row of found) {
    const copied = Object.fromEntries(columns.map((column) => [column, valueOf(row[column])]))
    rows.push(copied)
    last = Number(row['~place'])
    for (const value of Object.values(copied)) if (typeof value === 'string') left -= value.length
    if (left <= 0) break
  }
  return { rows, last }
}

/** PostgreSQL keeps no character of number 0; another one takes its place, so that no offset moves. */
function valueOf(value: unknown): string | number | null {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD')
  return typeof value === 'number' ? value : null
}

const SUM_BYTES = 6
const SUM_LIMIT = 2 ** (8 * SUM_BYTES)

/** The same whatever the order of the rows. */
export function sumOf(columns: readonly string[], rows: readonly Row[], sum = 0): number {
  return rows.reduce((before, row) => {
    const values = JSON.stringify(columns.map((column) => row[column]))
    return (before + hash('sha256', values, 'buffer').readUIntBE(0, SUM_BYTES)) % SUM_LIMIT
  }, sum)
}
