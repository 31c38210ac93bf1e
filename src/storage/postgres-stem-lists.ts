// The lists of sentences that have a stem, in PostgreSQL: made, made longer, made shorter. Finds nothing in them.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Session } from './session.ts'
import type { StemmedSentence } from './stem-index.ts'

/** Of the number that stands for a stem: of a million stems, the chance that any two share one is 1 in 560. */
const NUMBER_BYTES = 6

/** The same in every process and for ever: it stands in the tables. */
export const numberOf = (stem: string): number => hash('sha256', stem, 'buffer').readUIntBE(0, NUMBER_BYTES)

/** As an array that PostgreSQL reads: the driver makes one of any list, but slowly. */
export const arrayOf = (numbers: readonly number[]): string => `{${numbers.join(',')}}`

/** Sentences of which each stem has one list, by their ids; a list holds places in its part. */
export const BLOCK = 16_384

/**
 * Those behind the last full block are listed in smaller pieces, which go when the block is full. What no piece has yet,
 * each question reads one after the other, 1 µs each.
 */
export const PIECE = 1_024

/** Of each sentence its stems, and of each stem the sentences that have it, part by part: all lists can be made anew. */
export async function prepareLists(session: Session): Promise<void> {
  if (!(await isPrepared(session)))
    // Another process may have been first.
    await session.within(async (inner) => {
      if (!(await isPrepared(inner))) await makeLists(inner)
    })
}

/** Read from a table: `to_regclass` remembers what was not there a moment ago. */
async function isPrepared({ database }: Session): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_tables
    where schemaname = current_schema() and tablename = 'sentence_stem_blocks'`.execute(database)
  return rows.length > 0
}

async function makeLists(session: Session): Promise<void> {
  const { database } = session
  await sql`create table if not exists sentence_stems (
    sentence_id bigint primary key, stems bigint[] not null)`.execute(database)
  await dropFormer(session)
  for (const table of ['sentence_stem_blocks', 'sentence_stem_pieces'])
    await sql`create table ${sql.table(table)} (
      stem bigint not null, part bigint not null, places smallint[] not null,
      size int not null generated always as (cardinality(places)) stored,
      primary key (stem, part))`.execute(database)
  // Of all blocks.
  await sql`create table sentence_stem_counts (
    stem bigint primary key, count bigint not null) with (fillfactor = 70)`.execute(database)
  // Listed are all sentences below `listed_until`; `stems` is the length of all sentences together.
  await sql`create table sentence_stem_total (
    listed_until bigint not null, stems bigint not null)`.execute(database)
  const { rows: there } = await sql<{ readonly last: number }>`
    insert into sentence_stem_total (listed_until, stems)
    select 0, coalesce(sum(cardinality(stems)), 0) from sentence_stems
    returning (select coalesce(max(sentence_id), 0) from sentence_stems) as last`.execute(database)
  await listStems(session, 0, there[0]?.last ?? 0)
}

/** Of before ADR 46. */
async function dropFormer({ database }: Session): Promise<void> {
  await sql`drop index if exists sentence_stems_with`.execute(database)
  await sql`drop table if exists sentence_stem_counts, sentence_stem_total`.execute(database)
}

/** Stems are listed as soon as `listedTogether` sentences wait for it. */
export async function addStems(
  session: Session,
  sentences: readonly StemmedSentence[],
  listedTogether: number,
): Promise<void> {
  const { database } = session
  const lists = sentences.map(({ stems }) => stems.map(numberOf))
  const length = lists.reduce((sum, list) => sum + list.length, 0)
  const ids = arrayOf(sentences.map(({ id }) => id))
  await sql`insert into sentence_stems (sentence_id, stems)
    select id, list::bigint[] from unnest(${ids}::bigint[], ${lists.map(arrayOf)}::text[]) as added (id, list)`.execute(
    database,
  )
  const { rows } = await sql<{ readonly until: number }>`
    update sentence_stem_total set stems = stems + ${length} returning listed_until as until`.execute(
    database,
  )
  const last = sentences.at(-1)?.id ?? 0
  const until = rows[0]?.until ?? 0
  if (last - until >= listedTogether) await listStems(session, until, last)
}

/** The last number below which all parts of this size are full. Ids grow from one writer to the next: they stay so. */
const fullUntil = (sentenceId: number, size: number): number => Math.floor(sentenceId / size) * size

/** Whatever waits for it. */
export async function listAll(session: Session, last: number): Promise<void> {
  const { rows } = await sql<{ readonly until: number }>`${LISTED_UNTIL}`.execute(session.database)
  await listStems(session, rows[0]?.until ?? 0, last)
}

/** Lists what is not listed yet, up to the part of the last sentence. */
async function listStems(session: Session, until: number, last: number): Promise<void> {
  const { database } = session
  const [blocksBefore, blocks, pieces] = [
    fullUntil(until, BLOCK),
    fullUntil(last, BLOCK),
    fullUntil(last, PIECE),
  ]
  if (blocks > blocksBefore) {
    await sql`with listed as (${listing('sentence_stem_blocks', BLOCK, blocksBefore, blocks)} returning stem, size)
      insert into sentence_stem_counts (stem, count)
      select stem, sum(size) from listed group by stem order by stem
      on conflict (stem) do update set count = sentence_stem_counts.count + excluded.count`.execute(database)
    await sql`delete from sentence_stem_pieces`.execute(database)
  }
  await listing('sentence_stem_pieces', PIECE, Math.max(until, blocks), pieces).execute(database)
  await sql`update sentence_stem_total set listed_until = ${pieces}`.execute(database)
}

const listing = (table: string, size: number, from: number, until: number) => sql`
  insert into ${sql.table(table)} (stem, part, places)
  select stem, sentence_id / ${size}::bigint, array_agg(distinct (sentence_id % ${size}::bigint)::smallint)
  from sentence_stems cross join unnest(stems) as stem
  where sentence_id >= ${from} and sentence_id < ${until}
  group by 1, 2 order by 1, 2`

export const LISTED_UNTIL = sql`select listed_until as until from sentence_stem_total`

/** What was listed is taken out of its lists. */
export async function removeStems({ database }: Session, sentenceIds: readonly number[]): Promise<void> {
  await sql`with gone as (
      delete from sentence_stems where sentence_id = any(${arrayOf(sentenceIds)}::bigint[])
      returning sentence_id, stems),
    of_blocks as (${unlisting('sentence_stem_blocks', BLOCK)}),
    of_pieces as (${unlisting('sentence_stem_pieces', PIECE)}),
    less as (
      update sentence_stem_counts as counted set count = counted.count - less.count
      from (select stem, count(distinct sentence_id) as count from gone cross join unnest(stems) as stem
        where sentence_id < (${LISTED_UNTIL}) / ${BLOCK}::bigint * ${BLOCK}::bigint group by stem) as less
      where less.stem = counted.stem)
    update sentence_stem_total
    set stems = stems - (select coalesce(sum(cardinality(gone.stems)), 0) from gone)`.execute(database)
}

const unlisting = (table: string, size: number) => sql`
  update ${sql.table(table)} as listed
  set places = array(select place from unnest(listed.places) as place
    where place <> all(left_out.places) order by place)
  from (select stem, sentence_id / ${size}::bigint as part,
      array_agg((sentence_id % ${size}::bigint)::smallint) as places
    from gone cross join unnest(stems) as stem group by 1, 2) as left_out
  where listed.stem = left_out.stem and listed.part = left_out.part`
