// Moves the database of a file to a server: every row, and the index of sentences made anew. Changes no row.
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { MINUTE, type Instant } from '../core/calendar.ts'
import { isServer, serverName } from '../core/database-address.ts'
import { ExplainedError } from '../core/failures.ts'
import { fullText } from '../core/kept-passages.ts'
import type { MoveReport } from '../core/move.ts'
import { searchableStems } from '../french/stems.ts'
import { stretch } from './articles.ts'
import { explainSqliteError } from './explain-sqlite.ts'
import { beginMove, endMove, FIRST_STEP, moveState, noteStep, sourceKey, stepOf } from './move-log.ts'
import { makeIndexes, takeIndexesAway } from './move-indexes.ts'
import { markMoved } from './moved-file.ts'
import { movedTables, type MovedTable, nextRows, type Row, sumOf } from './moved-tables.ts'
import { connectToServer, prepareServer } from './postgres-storage.ts'
import { addStems, countAdded, listStems } from './postgres-stem-lists.ts'
import { postgresWording } from './postgres-wording.ts'
import { openSession, type Session } from './session.ts'
import { BUSY_TIMEOUT_MILLISECONDS, existingPath } from './sqlite-file.ts'
import type { StemmedSentence } from './stem-index.ts'
import type { Tables } from './tables.ts'

/** A program that beat so lately still runs, and would go on publishing from the file. */
const RUNNING: Instant = 3 * MINUTE

/** In the log of the move, beside the names of tables. */
const STEMS = 'sentence_stems'

/** Rows that the database numbers: it goes on behind those that were copied. */
const NUMBERED = [
  ['sentences', 'id'],
  ['placements', 'position'],
] as const

const SENTENCES_A_PAGE = 2_000

/** Whose stems are found before the page that is being written may go on: some 10 ms. */
const SENTENCES_A_TURN = 200

const COMPARED_TOGETHER = 1_000

/** Sentences whose stems are listed at once: nobody asks meanwhile, and most stems stand in many of them. */
const LISTED_TOGETHER = 100_000

export interface MoveOptions {
  readonly now: Instant
  /** Rows, sentences counted twice: as rows, and in the index. */
  readonly onProgress?: (done: number, total: number) => void
}

interface Move {
  readonly source: DatabaseSync
  readonly session: Session
  readonly tables: readonly MovedTable[]
  readonly advance: (rows: number) => void
}

/**
 * The file has the tables of this program. What was copied stays when this fails or is killed, and the next call goes on
 * from there. Throws ExplainedError `database-*`, `move-target`, `move-differs`; the file is as it was.
 */
export async function moveToServer(url: string, target: string, options: MoveOptions): Promise<MoveReport> {
  if (!isServer(target)) throw new ExplainedError({ code: 'move-target' })
  const path = existingPath(url)
  const server = serverName(target)
  const source = openSource(path)
  try {
    refuseRunning(source, path, options.now)
    await prepareServer(target)
    const database = connectToServer(target, { isPatient: true })
    try {
      const session = openSession(database, postgresWording)
      const key = sourceKey(source)
      const state = await moveState(database, key)
      if (state === 'none') await beginAnew(session, key, server)
      const tables = movedTables(source)
      const move: Move = { source, session, tables, advance: advanceBy(tables, options) }
      if (state !== 'done') await moveAll(move)
      markSource(path, server)
      const rows = Object.fromEntries(tables.map(({ name, rowCount }) => [name, rowCount]))
      return { server, rows, wasResumed: state !== 'none' }
    } finally {
      await database.destroy()
    }
  } finally {
    source.close()
  }
}

/** Reads what stands there now: whoever writes meanwhile writes for nobody. */
function openSource(path: string): DatabaseSync {
  try {
    const source = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MILLISECONDS })
    source.exec('begin; select 1 from sqlite_schema limit 1')
    return source
  } catch (error) {
    throw explainSqliteError(error, path)
  }
}

function refuseRunning(source: DatabaseSync, path: string, now: Instant): void {
  const beat = source.prepare('select beat_at as at from heart').get()?.['at']
  if (typeof beat === 'number' && Math.abs(now - beat) < RUNNING)
    throw new ExplainedError({ code: 'database-in-use', path })
}

async function beginAnew(session: Session, key: string, server: string): Promise<void> {
  await session.within(async ({ database }) => {
    const { rows } = await sql<{ readonly count: number }>`
      select (select count(*) from articles) + (select count(*) from feeds) + (select count(*) from workspaces)
        + (select count(*) from editions) + (select count(*) from heart) as count`.execute(database)
    if (rows[0]?.count !== 0) throw new ExplainedError({ code: 'database-not-empty', path: server })
    await sql`delete from sentence_total`.execute(database)
    await beginMove(database, key)
    await takeIndexesAway(database)
  })
}

function advanceBy(
  tables: readonly MovedTable[],
  { onProgress = () => undefined }: MoveOptions,
): (rows: number) => void {
  const sentences = tables.find(({ name }) => name === 'sentences')?.rowCount ?? 0
  const total = tables.reduce((sum, { rowCount }) => sum + rowCount, sentences)
  let done = 0
  return (rows) => onProgress((done += rows), total)
}

async function moveAll(move: Move): Promise<void> {
  const { session, tables } = move
  const copied = new Map<string, number>()
  for (const table of tables) copied.set(table.name, await copyTable(move, table))
  await indexSentences(move)
  await makeIndexes(session.database)
  for (const table of tables) await compare(session, table, copied.get(table.name) ?? 0)
  await session.within(async ({ database }) => {
    for (const [table, column] of NUMBERED)
      await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
        (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(database)
    await endMove(database)
  })
  // The server's own autovacuum comes minutes later: until then, whoever asks waits twice as long.
  await sql`vacuum (analyze)`.execute(session.database)
}

/** Gives the sum over its rows. A page and how far it reaches are written together. */
async function copyTable({ source, session, advance }: Move, table: MovedTable): Promise<number> {
  let step = await stepOf(session.database, table.name)
  advance(step.rows)
  const { write, written } = writeBehind()
  for (;;) {
    const { rows, last } = nextRows(source, table, step.last)
    if (rows.length === 0) break
    await letPageOn()
    const next = { last, rows: step.rows + rows.length, sum: sumOf(table.columns, rows, step.sum) }
    await write(() =>
      session.within(async ({ database }) => {
        await insertRows(database, table, rows)
        await noteStep(database, table.name, next)
      }),
    )
    step = next
    advance(rows.length)
  }
  await written()
  return step.sum
}

/** The page before is several statements, and the next of them is sent when the last was answered: that is seen here. */
const letPageOn = (): Promise<void> => setImmediate()

/** One page is written while the next one is read. */
function writeBehind() {
  let writing: Promise<unknown> = Promise.resolve()
  return {
    /** Waits for the page before, and throws what became of it. */
    write: async (page: () => Promise<unknown>): Promise<void> => {
      await writing
      writing = page()
      // It is told by the next call: until then nobody waits for it.
      writing.catch(() => undefined)
    },
    written: async (): Promise<void> => {
      await writing
    },
  }
}

async function insertRows(
  database: Kysely<Tables>,
  { name, columns }: MovedTable,
  rows: readonly Row[],
): Promise<void> {
  const named = sql.join(columns.map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(name)} (${named})
    select ${named} from json_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::json)`.execute(
    database,
  )
}

/** How often all was listed when so many sentences had come. */
const roundOf = (rows: number): number => Math.floor(rows / LISTED_TOGETHER)

/** The index of the file holds no stems that could be read from it: they are read from the texts, as they were then. */
async function indexSentences({ source, session, advance }: Move): Promise<void> {
  const statement = source.prepare(`
    select id, start_offset as start, end_offset as end, text from sentences
    join article_versions using (article_id, version) where id > ? order by id limit ${SENTENCES_A_PAGE}`)
  let step = await stepOf(session.database, STEMS)
  advance(step.rows)
  const { write, written } = writeBehind()
  for (;;) {
    const found = statement.all(step.last)
    const last = Number(found.at(-1)?.['id'] ?? 0)
    if (found.length === 0) break
    const sentences: StemmedSentence[] = []
    for (const [at, row] of found.entries()) {
      if (at % SENTENCES_A_TURN === 0) await letPageOn()
      const text = stretch(fullText(String(row['text'])), Number(row['start']), Number(row['end']))
      sentences.push({ id: Number(row['id']), stems: searchableStems(text ?? '') })
    }
    const stemCount = sentences.reduce((sum, { stems }) => sum + stems.length, 0)
    const next = { last, rows: step.rows + found.length, sum: 0 }
    const isListed = roundOf(next.rows) > roundOf(step.rows)
    await write(() =>
      session.within(async (inner) => {
        await addStems(inner, sentences)
        await countAdded(inner, stemCount)
        if (isListed) await listStems(inner)
        await noteStep(inner.database, STEMS, next)
      }),
    )
    step = next
    advance(found.length)
  }
  await written()
  await session.within(listStems)
}

/** Reads back what the server has: as many rows, and the same in each of them. */
async function compare({ database }: Session, table: MovedTable, expected: number): Promise<void> {
  let [count, sum] = [0, FIRST_STEP.sum]
  await database.transaction().execute(async (inner) => {
    // One walk through the table: to ask for what comes behind a row, the server would sort all of it each time.
    await sql`declare compared no scroll cursor for select * from ${sql.table(table.name)}`.execute(inner)
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(COMPARED_TOGETHER)} from compared`.execute(inner)
      if (rows.length === 0) break
      count += rows.length
      sum = sumOf(table.columns, rows, sum)
    }
  })
  if (count !== table.rowCount || sum !== expected)
    throw new ExplainedError({ code: 'move-differs', table: table.name })
}

function markSource(path: string, server: string): void {
  if (!existsSync(path)) return
  const connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MILLISECONDS })
  try {
    markMoved(connection, server)
  } finally {
    connection.close()
  }
}
