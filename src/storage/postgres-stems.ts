// The index of stems in PostgreSQL: a list of numbers for each sentence, and how often each number stands. Never decides
// which sentences may be seen.
import { hash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { inverseFrequency } from './search-many.ts'
import { firstSeen, sentencesOf } from './seen-sentences.ts'
import type { Session } from './session.ts'
import {
  bestFirst,
  type CountedStem,
  type Feeds,
  type Hit,
  type Search,
  type StemIndex,
  type StemmedSentence,
  type WeighedStem,
} from './stem-index.ts'

export const postgresStems: StemIndex = {
  prepare,
  add: (session, sentences) => addStems(session, sentences, COUNTED_TOGETHER),
  remove,
  count,
  score,
  weigh,
  newest,
  // What is gone is taken away by the server's own autovacuum.
  tend: async () => false,
}

/** Of the number that stands for a stem: of a million stems, the chance that any two share one is 1 in 560. */
const NUMBER_BYTES = 6

/** The same in every process and for ever: it stands in the tables. */
const numberOf = (stem: string): number => hash('sha256', stem, 'buffer').readUIntBE(0, NUMBER_BYTES)

/** As an array that PostgreSQL reads: the driver makes one of any list, but slowly. */
const arrayOf = (numbers: readonly number[]): string => `{${numbers.join(',')}}`

/** Sentences added between two countings: what is not counted yet is counted anew for each question, 0.4 µs each. */
const COUNTED_TOGETHER = 4_096

/**
 * Readers of any number find sentences through the index over the lists. It grows in small pieces: its list of what is
 * to be sorted in is emptied by whoever finds it full.
 */
async function prepare(session: Session): Promise<void> {
  const { rows } = await sql<{ readonly isThere: boolean }>`
    select to_regclass('sentence_stem_total') is not null as "isThere"`.execute(session.database)
  if (rows[0]?.isThere === true) return
  await session.within(async ({ database }) => {
    await sql`create table if not exists sentence_stems (
      sentence_id bigint primary key, stems bigint[] not null)`.execute(database)
    await sql`create index if not exists sentence_stems_with on sentence_stems using gin (stems)
      with (gin_pending_list_limit = 512)`.execute(database)
    await sql`create table if not exists sentence_stem_counts (
      stem bigint primary key, count bigint not null) with (fillfactor = 70)`.execute(database)
    // Counted are all sentences up to `counted_until`; `stems` is the length of all sentences together.
    await sql`create table if not exists sentence_stem_total (
      counted_until bigint not null, stems bigint not null)`.execute(database)
    await sql`insert into sentence_stem_total (counted_until, stems)
      select 0, 0 where not exists (select 1 from sentence_stem_total)`.execute(database)
  })
}

/** Stems are counted as soon as `countedTogether` sentences wait for it. */
export async function addStems(
  session: Session,
  sentences: readonly StemmedSentence[],
  countedTogether: number,
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
    update sentence_stem_total set stems = stems + ${length} returning counted_until as until`.execute(
    database,
  )
  const last = sentences.at(-1)?.id ?? 0
  const until = rows[0]?.until ?? 0
  if (last - until >= countedTogether) await countUntil(session, last)
}

async function countUntil({ database }: Session, last: number): Promise<void> {
  await sql`insert into sentence_stem_counts (stem, count)
    select stem, count(distinct sentence_id)
    from sentence_stems cross join unnest(stems) as stem
    where sentence_id > (select counted_until from sentence_stem_total) and sentence_id <= ${last}
    group by stem order by stem
    on conflict (stem) do update set count = sentence_stem_counts.count + excluded.count`.execute(database)
  await sql`update sentence_stem_total set counted_until = ${last}`.execute(database)
}

async function remove({ database }: Session, sentenceIds: readonly number[]): Promise<void> {
  await sql`with gone as (
      delete from sentence_stems where sentence_id = any(${arrayOf(sentenceIds)}::bigint[])
      returning sentence_id, stems),
    less as (
      select stem, count(distinct sentence_id) as count from gone cross join unnest(stems) as stem
      where sentence_id <= (select counted_until from sentence_stem_total) group by stem),
    counted as (
      update sentence_stem_counts set count = sentence_stem_counts.count - less.count
      from less where less.stem = sentence_stem_counts.stem)
    update sentence_stem_total
    set stems = stems - (select coalesce(sum(cardinality(gone.stems)), 0) from gone)`.execute(database)
}

async function count({ database }: Session, stems: readonly string[]): Promise<readonly CountedStem[]> {
  if (stems.length === 0) return []
  const stemOf = new Map(stems.map((stem) => [numberOf(stem), stem]))
  const asked = sql`${arrayOf([...stemOf.keys()])}::bigint[]`
  const { rows } = await sql<{ readonly stem: number; readonly count: number }>`
    select stem, sum(count) as count from (
      select stem, count from sentence_stem_counts where stem = any(${asked})
      union all
      select stem, count(distinct sentence_id) from sentence_stems cross join unnest(stems) as stem
      where sentence_id > (select counted_until from sentence_stem_total)
        and (stems || '{}'::bigint[]) && ${asked} and stem = any(${asked})
      group by stem) as counted
    group by stem having sum(count) > 0`.execute(database)
  return rows.map((row) => ({ stem: stemOf.get(row.stem) ?? '', count: row.count }))
}

const anyOf = (stems: readonly CountedStem[]): RawBuilder<unknown> =>
  sql`${arrayOf(stems.map(({ stem }) => numberOf(stem)))}::bigint[]`

/** As FTS5 has them. */
const [K1, B] = [1.2, 0.75]

async function score(session: Session, search: Search, narrowed: Feeds | undefined): Promise<readonly Hit[]> {
  const { stems, limit, feeds } = search
  const { database } = session
  const { rows: totals } = await sql<{ readonly total: number; readonly length: number }>`
    select total, (select stems from sentence_stem_total) as length from sentence_total`.execute(database)
  const { total, length } = totals[0] ?? { total: 0, length: 0 }
  const terms = stems.map((counted) => {
    const frequency = sql`cardinality(array_positions(stems, ${numberOf(counted.stem)}::bigint))::float8`
    const damping = sql`(${K1}::float8 * (${1 - B}::float8 + ${B}::float8 * cardinality(stems) / ${length / total}::float8))`
    return sql`${inverseFrequency(counted, total)}::float8 * (${frequency} * ${K1 + 1}::float8) / (${frequency} + ${damping})`
  })
  const { rows } = await sql<{ readonly id: number; readonly score: number }>`
    select sentence_id as id, ${sql.join(terms, sql` + `)} as score from sentence_stems
    where stems && ${anyOf(stems)} ${narrowed === undefined ? sql`` : sql`and sentence_id in (${sentencesOf(narrowed)})`}
    order by score desc, sentence_id ${feeds === undefined ? sql`limit ${limit}` : sql``}`.execute(database)
  const scores = new Map(rows.map((row) => [row.id, row.score]))
  const seen = await firstSeen(session, [...scores.keys()], search)
  return seen
    .map((row): Hit => ({ ...row, rank: -(scores.get(row.id) ?? 0) }))
    .toSorted(bestFirst)
    .slice(0, limit)
}

/** In which way sentences are found: through the index over the lists, or one after the other from an id on. */
const throughIndex = (stems: readonly CountedStem[]): RawBuilder<unknown> => sql`stems && ${anyOf(stems)}`
const inTurn = (stems: readonly CountedStem[]): RawBuilder<unknown> =>
  sql`(stems || '{}'::bigint[]) && ${anyOf(stems)}`

async function weigh(
  session: Session,
  stems: readonly WeighedStem[],
  from: number,
): Promise<ReadonlyMap<number, number>> {
  if (stems.length === 0) return new Map()
  const weights = stems.map(
    ({ stem, weight }) =>
      sql`case when ${numberOf(stem)}::bigint = any(stems) then ${weight}::float8 else 0 end`,
  )
  const matches = stems.reduce((sum, one) => sum + one.count, 0)
  const found = matches < (await sentencesFrom(session, from)) ? throughIndex(stems) : inTurn(stems)
  const { rows } = await sql<{ readonly id: number; readonly weight: number }>`
    select sentence_id as id, ${sql.join(weights, sql` + `)} as weight from sentence_stems
    where ${found} and sentence_id >= ${from}`.execute(session.database)
  return new Map(rows.map(({ id, weight }) => [id, weight]))
}

/** Ids grow by one, and few are left out: about as many sentences as there are numbers. */
async function sentencesFrom({ database }: Session, from: number): Promise<number> {
  const { rows } = await sql<{ readonly last: number | null }>`
    select max(sentence_id) as last from sentence_stems`.execute(database)
  return Math.max(0, (rows[0]?.last ?? 0) - from + 1)
}

/** Of a common stem the newest are soon passed by; the index would bring all of them first. */
async function newest(session: Session, counted: CountedStem, newer: number): Promise<number | undefined> {
  const passed = ((newer + 1) / counted.count) * (await sentencesFrom(session, 0))
  const found = counted.count < passed ? throughIndex([counted]) : inTurn([counted])
  const { rows } = await sql<{ readonly id: number }>`
    select sentence_id as id from sentence_stems where ${found}
    order by sentence_id desc limit 1 offset ${newer}`.execute(session.database)
  return rows[0]?.id
}
