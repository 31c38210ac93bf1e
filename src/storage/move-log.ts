// How far a move has come, kept where it goes: whoever goes on after a kill knows what is there. Copies no row itself.
import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { ExplainedError } from '../core/failures.ts'
import { MIGRATION_TABLE } from './migrate.ts'
import type { Tables } from './tables.ts'

/** On the server alone: one row a table that is being copied, and one of the whole move. */
const MOVE_TABLE = 'pressoir_move'

const WHOLE = '*'

export interface MoveStep {
  /** Place of the last row that was copied. */
  readonly last: number
  readonly rows: number
  readonly sum: number
}

export const FIRST_STEP: MoveStep = { last: 0, rows: 0, sum: 0 }

/** The same for a file and its copies: when it had which migration, and which restoring. */
export function sourceKey(source: DatabaseSync): string {
  const migrations = source.prepare(`select name, timestamp from ${MIGRATION_TABLE} order by name`).all()
  const identity = source.prepare('pragma user_version').get()
  return hash('sha256', JSON.stringify([migrations, identity]))
}

export type MoveState = 'none' | 'begun' | 'done'

/** Where no move ever began there is no table, and none is made. */
export async function moveState(database: Kysely<Tables>, key?: string): Promise<MoveState> {
  const { rows } = await sql<{ readonly isThere: boolean }>`
    select to_regclass(${MOVE_TABLE}) is not null as "isThere"`.execute(database)
  if (rows[0]?.isThere !== true) return 'none'
  const found = await sql<{ readonly source: string; readonly isDone: number }>`
    select source, is_done as "isDone" from ${sql.table(MOVE_TABLE)} where name = ${WHOLE}`.execute(database)
  const [move] = found.rows
  if (move === undefined || (key !== undefined && move.source !== key)) return 'none'
  return move.isDone === 1 ? 'done' : 'begun'
}

/** Throws ExplainedError `database-moving` while a database is half there. */
export async function refuseHalfMoved(database: Kysely<Tables>, path: string): Promise<void> {
  if ((await moveState(database)) === 'begun') throw new ExplainedError({ code: 'database-moving', path })
}

export async function beginMove(database: Kysely<Tables>, key: string): Promise<void> {
  await sql`create table if not exists ${sql.table(MOVE_TABLE)} (
    name text primary key, source text not null, last bigint not null, rows bigint not null,
    sum bigint not null, is_done integer not null)`.execute(database)
  await noteStep(database, WHOLE, FIRST_STEP, { source: key })
}

export async function stepOf(database: Kysely<Tables>, name: string): Promise<MoveStep> {
  const { rows } = await sql<MoveStep>`
    select last, rows, sum from ${sql.table(MOVE_TABLE)} where name = ${name}`.execute(database)
  return rows[0] ?? FIRST_STEP
}

export async function noteStep(
  database: Kysely<Tables>,
  name: string,
  { last, rows, sum }: MoveStep,
  { source = '', isDone = false } = {},
): Promise<void> {
  await sql`insert into ${sql.table(MOVE_TABLE)} (name, source, last, rows, sum, is_done)
    values (${name}, ${source}, ${last}, ${rows}, ${sum}, ${isDone ? 1 : 0})
    on conflict (name) do update
    set last = excluded.last, rows = excluded.rows, sum = excluded.sum, is_done = excluded.is_done`.execute(
    database,
  )
}

export const endMove = (database: Kysely<Tables>): Promise<void> =>
  noteStep(database, WHOLE, FIRST_STEP, { isDone: true })
