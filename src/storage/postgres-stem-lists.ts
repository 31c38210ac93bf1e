// The lists of sentences that have a stem, in PostgreSQL: made, made longer, made shorter. Finds nothing in them.
import { hash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { arrayOfNumbers, arrayOfTexts } from './postgres-arrays.ts'
import type { Session } from './session.ts'
import type { StemmedSentence } from './stem-index.ts'

/** Of the number that stands for a stem: of a million stems, the chance that any two share one is 1 in 560. */
const NUMBER_BYTES = 6

/** Most stems are the same few: to hash one takes ten times as long as to remember it. 60,000 take some 6 MB. */
const REMEMBERED_STEMS = 60_000
const remembered = new Map<string, number>()

/** The same in every process and for ever: it stands in the tables. */
export function numberOf(stem: string): number {
  const known = remembered.get(stem)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED_STEMS) remembered.clear()
  const made = hash('sha256', stem, 'buffer').readUIntBE(0, NUMBER_BYTES)
  remembered.set(stem, made)
  return made
}

/** Numbers of sentences of which each stem has one list, of the places in it. Those behind the last full block are recent. */
export const BLOCK = 16_384

/** Of each sentence its stems, and of each stem the sentences that have it, block by block: lists can be made anew. */
export async function prepareLists(session: Session): Promise<void> {
  if (await isPrepared(session)) return
  const isMade = await session.within(async (inner) => {
    // Another process may have been first.
    if (await isPrepared(inner)) return false
    await makeLists(inner)
    return true
  })
  if (isMade) await tidyLists(session)
}

/** What the server's own autovacuum would do minutes later: until then, whoever asks waits twice as long. */
async function tidyLists({ database }: Session): Promise<void> {
  await sql`vacuum (analyze) sentence_stems, sentence_stem_blocks, sentence_stem_recent`.execute(database)
}

/** Read from a table: `to_regclass` remembers what was not there a moment ago. */
async function isPrepared({ database }: Session): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_tables
    where schemaname = current_schema() and tablename = 'sentence_stem_recent'`.execute(database)
  return rows.length > 0
}

async function makeLists(session: Session): Promise<void> {
  const { database } = session
  await sql`create table if not exists sentence_stems (
    sentence_id bigint primary key, stems bigint[] not null)`.execute(database)
  await dropFormer(session)
  await sql`create table sentence_stem_blocks (
    stem bigint not null, block bigint not null, places smallint[] not null,
    size int not null generated always as (cardinality(places)) stored,
    primary key (stem, block) include (size))`.execute(database)
  // Each stem once. Its index grows in small pieces, sorted in by whoever finds the list of them full.
  await sql`create table sentence_stem_recent (
    sentence_id bigint primary key, stems bigint[] not null)`.execute(database)
  await sql`create index sentence_stem_recent_with on sentence_stem_recent using gin (stems)
    with (gin_pending_list_limit = 256)`.execute(database)
  // The length of all sentences together.
  await sql`create table sentence_stem_total (stems bigint not null)`.execute(database)
  await sql`insert into sentence_stem_total (stems)
    select coalesce(sum(cardinality(stems)), 0) from sentence_stems`.execute(database)
  await sql`insert into sentence_stem_recent (sentence_id, stems)
    select sentence_id, array(select distinct unnest(stems)) from sentence_stems`.execute(database)
  await listStems(session)
}

/** Of before ADR 46, and of its first weeks. */
async function dropFormer({ database }: Session): Promise<void> {
  await sql`drop index if exists sentence_stems_with`.execute(database)
  await sql`drop table if exists sentence_stem_counts, sentence_stem_total, sentence_stem_blocks, sentence_stem_pieces`.execute(
    database,
  )
}

/** They stand among the recent ones; `listRecent` puts them into lists. */
export async function addStems(session: Session, sentences: readonly StemmedSentence[]): Promise<void> {
  const lists = sentences.map(({ stems }) => stems.map(numberOf))
  const ids = arrayOfNumbers(sentences.map(({ id }) => id))
  await insert(session, 'sentence_stems', ids, lists)
  await insert(
    session,
    'sentence_stem_recent',
    ids,
    lists.map((list) => [...new Set(list)]),
  )
}

export async function countAdded({ database }: Session, stemCount: number): Promise<void> {
  await sql`update sentence_stem_total set stems = stems + ${stemCount}`.execute(database)
}

async function insert(
  { database }: Session,
  table: string,
  ids: string,
  lists: readonly (readonly number[])[],
): Promise<void> {
  await sql`insert into ${sql.table(table)} (sentence_id, stems)
    select id, list::bigint[] from unnest(${ids}::bigint[], ${arrayOfTexts(lists.map(arrayOfNumbers))}::text[]) as added (id, list)`.execute(
    database,
  )
}

/** All blocks that are full, where nobody else writes. */
export async function listStems({ database }: Session): Promise<void> {
  await listBlocks(database, (await recentRange(database)).fullUntil, sql``)
}

/**
 * The same beside others that write. It takes half a second for each block, so it is one statement without the writer's
 * lock. A sentence that somebody takes away meanwhile is left to them; where they change their mind, it is listed next time.
 */
export async function listRecent({ database }: Session): Promise<void> {
  const { first, fullUntil } = await recentRange(database)
  if (first < fullUntil) await listBlocks(database, fullUntil, sql`for update skip locked`)
}

/** Below `fullUntil` blocks are full, but for what is being written before its turn: that is listed behind, the next time. */
async function recentRange(
  database: Session['database'],
): Promise<{ readonly first: number; readonly fullUntil: number }> {
  const { rows } = await sql<{ readonly first: number | null; readonly last: number | null }>`
    select min(sentence_id) as first, max(sentence_id) as last from sentence_stem_recent`.execute(database)
  const { first, last } = rows[0] ?? { first: null, last: null }
  return { first: first ?? 0, fullUntil: Math.floor((last ?? 0) / BLOCK) * BLOCK }
}

async function listBlocks(
  database: Session['database'],
  until: number,
  locking: RawBuilder<unknown>,
): Promise<void> {
  await sql`with waiting as materialized (
      select sentence_id, stems from sentence_stem_recent where sentence_id < ${until} ${locking}),
    listed as (
      insert into sentence_stem_blocks (stem, block, places)
      select stem, sentence_id / ${BLOCK}::bigint, array_agg((sentence_id % ${BLOCK}::bigint)::smallint)
      from waiting cross join unnest(stems) as stem
      group by 1, 2 order by 1, 2
      on conflict (stem, block) do update set places = sentence_stem_blocks.places || excluded.places)
    delete from sentence_stem_recent where sentence_id in (select sentence_id from waiting)`.execute(database)
}

/** What was listed is taken out of its lists. */
export async function removeStems({ database }: Session, sentenceIds: readonly number[]): Promise<void> {
  const ids = sql`${arrayOfNumbers(sentenceIds)}::bigint[]`
  await sql`delete from sentence_stem_recent where sentence_id = any(${ids})`.execute(database)
  await sql`with gone as (
      delete from sentence_stems where sentence_id = any(${ids}) returning sentence_id, stems),
    shorter as (
      update sentence_stem_blocks as listed
      set places = array(select place from unnest(listed.places) as place where place <> all(unlisted.places))
      from (select stem, sentence_id / ${BLOCK}::bigint as block,
          array_agg((sentence_id % ${BLOCK}::bigint)::smallint) as places
        from gone cross join unnest(stems) as stem group by 1, 2) as unlisted
      where listed.stem = unlisted.stem and listed.block = unlisted.block)
    update sentence_stem_total
    set stems = stems - (select coalesce(sum(cardinality(gone.stems)), 0) from gone)`.execute(database)
}
