// Frees the search index of sentences that went, a little at a time. Never asks it for anything.
import { type Selectable, sql } from 'kysely'
import type { Session } from './session.ts'
import type { Tables } from './tables.ts'

/** Of a hundred sentences in the index so many may be gone before it is merged: what FTS5 itself would do, at once. */
const MOST_GONE_PERCENT = 10

/** Written by one step of FTS5, in pages of its own of 4 kB: some 10 ms on an index of 80 MB. */
const STEP_PAGES = 16

/**
 * FTS5 merges a whole segment when a tenth of it was deleted, in the transaction that deletes: 14 s of a gigabyte. It is
 * told not to once, and the choice stays with the index.
 */
export async function mergeNothingAtOnce({ database }: Session): Promise<void> {
  const { rows } = await sql<{ readonly v: number }>`
    select v from sentence_stems_config where k = 'deletemerge'`.execute(database)
  if (rows[0]?.v !== 0)
    await sql`insert into sentence_stems (sentence_stems, rank) values ('deletemerge', 0)`.execute(database)
}

/** For so long, in a transaction of its own; false when there is nothing to merge. */
export async function mergeIndex(session: Session, milliseconds: number): Promise<boolean> {
  // Nobody waits for a look.
  if (!isDue(await countSentences(session))) return false
  await session.within((inner) => mergeFor(inner, milliseconds))
  return true
}

type Counts = Selectable<Tables['sentence_total']>

function countSentences({ database }: Session): Promise<Counts> {
  return database.selectFrom('sentence_total').selectAll().executeTakeFirstOrThrow()
}

function isDue({ total, gone, merging }: Counts): boolean {
  return merging > 0 || gone * 100 > (total + gone) * MOST_GONE_PERCENT
}

async function mergeFor(session: Session, milliseconds: number): Promise<void> {
  const { gone, merging } = await countSentences(session)
  const beganAt = performance.now()
  // A negative number begins with all segments, a positive one goes on.
  let pages = merging === 0 ? -STEP_PAGES : STEP_PAGES
  let isDone = false
  do {
    isDone = !(await mergeStep(session, pages))
    pages = STEP_PAGES
  } while (!isDone && performance.now() - beganAt < milliseconds)
  const begun = merging === 0 ? gone : merging
  await session.database
    .updateTable('sentence_total')
    // What goes while it is merged waits for the next time.
    .set(isDone ? { gone: gone - begun, merging: 0 } : { merging: begun })
    .execute()
}

/** Whether FTS5 found something to merge: below two changed rows it did not. */
async function mergeStep({ database }: Session, pages: number): Promise<boolean> {
  const before = await changes(database)
  await sql`insert into sentence_stems (sentence_stems, rank) values ('merge', ${pages})`.execute(database)
  return (await changes(database)) - before >= 2
}

async function changes(database: Session['database']): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select total_changes() as count`.execute(database)
  return rows[0]?.count ?? 0
}
