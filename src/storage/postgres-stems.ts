// Sentences that have certain stems, in PostgreSQL: counted, scored, weighed. Never decides which of them may be seen.
import { type RawBuilder, sql } from 'kysely'
import { arrayOfNumbers } from './postgres-arrays.ts'
import {
  addStems,
  BLOCK,
  countAdded,
  listRecent,
  numberOf,
  prepareLists,
  removeStems,
} from './postgres-stem-lists.ts'
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
  type WeighedStem,
} from './stem-index.ts'

export const postgresStems: StemIndex = {
  prepare: prepareLists,
  add: addStems,
  countAdded,
  remove: removeStems,
  keepUp: listRecent,
  count,
  score,
  weigh,
  newest,
  // What is gone is taken away by the server's own autovacuum.
  tend: async () => false,
}

async function count({ database }: Session, stems: readonly string[]): Promise<readonly CountedStem[]> {
  if (stems.length === 0) return []
  const stemOf = new Map(stems.map((stem) => [numberOf(stem), stem]))
  const asked = sql`${arrayOfNumbers([...stemOf.keys()])}::bigint[]`
  const { rows } = await sql<{ readonly stem: number; readonly count: number }>`
    select stem, sum(count) as count from (
      select stem, size as count from sentence_stem_blocks where stem = any(${asked})
      union all
      select stem, 1 from (${recent(asked)}) as behind) as counted
    group by stem having sum(count) > 0`.execute(database)
  return rows.map((row) => ({ stem: stemOf.get(row.stem) ?? '', count: row.count }))
}

const anyOf = (stems: readonly CountedStem[]): RawBuilder<unknown> =>
  sql`${arrayOfNumbers(stems.map(({ stem }) => numberOf(stem)))}::bigint[]`

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
    // Most sentences have one of the stems: to look whether it is there takes a fifth of finding where.
    return sql`case when ${numberOf(counted.stem)}::bigint = any(stems) then
      ${inverseFrequency(counted, total)}::float8 * (${frequency} * ${K1 + 1}::float8) / (${frequency} + ${damping}) else 0 end`
  })
  // `offset 0` keeps the server from reading all sentences instead of looking up those that match.
  const { rows } = await sql<{ readonly id: number; readonly score: number }>`
    select id, score from (${matching(search, narrowed)}) as matches
    cross join lateral (
      select ${sql.join(terms, sql` + `)} as score from sentence_stems
      where sentence_id = id and stems && ${anyOf(stems)} offset 0) as scored
    order by score desc, id ${feeds === undefined ? sql`limit ${limit}` : sql``}`.execute(database)
  const scores = new Map(rows.map((row) => [row.id, row.score]))
  const seen = await firstSeen(session, [...scores.keys()], search)
  return seen
    .map((row): Hit => ({ ...row, rank: -(scores.get(row.id) ?? 0) }))
    .toSorted(bestFirst)
    .slice(0, limit)
}

/** Beyond, what certain feeds had is looked up instead of all that matches: a list is read in 0.1 µs a match. */
const LISTED_MATCHES = 200_000

/** Ids of sentences that have one of the stems; of more than match where `narrowed` leaves few. */
function matching({ stems }: Search, narrowed: Feeds | undefined): RawBuilder<unknown> {
  const all = sql`select distinct id from (${listed(anyOf(stems), 0)}) as matches`
  if (narrowed === undefined) return all
  const matches = stems.reduce((sum, { count: times }) => sum + times, 0)
  return matches > LISTED_MATCHES ? sentencesOf(narrowed) : sql`(${all}) intersect ${sentencesOf(narrowed)}`
}

/** Ids of sentences from about one on with each stem that they have. */
const listed = (asked: RawBuilder<unknown>, from: number) => sql`
  select block * ${BLOCK}::bigint + place as id, stem
  from sentence_stem_blocks cross join unnest(places) as place
  where stem = any(${asked}) and block >= ${Math.floor(from / BLOCK)}
  union all ${recent(asked)}`

/** Those behind the blocks. */
const recent = (asked: RawBuilder<unknown>) => sql`
  select sentence_id as id, stem from sentence_stem_recent cross join unnest(stems) as stem
  where stems && ${asked} and stem = any(${asked})`

/** A stem is a bit of a number that must be whole here. */
const WEIGHED_AT_ONCE = 50

async function weigh(
  session: Session,
  stems: readonly WeighedStem[],
  from: number,
): Promise<ReadonlyMap<number, number>> {
  const weights = new Map<number, number>()
  for (let first = 0; first < stems.length; first += WEIGHED_AT_ONCE) {
    const some = stems.slice(first, first + WEIGHED_AT_ONCE)
    for (const { bits, ids } of await sentencesByStems(session, some, from)) {
      const weight = some.reduce((sum, one, bit) => (hasBit(bits, bit) ? sum + one.weight : sum), 0)
      for (const id of ids.split(',')) weights.set(Number(id), (weights.get(Number(id)) ?? 0) + weight)
    }
  }
  return weights
}

const hasBit = (bits: number, bit: number): boolean => Math.floor(bits / 2 ** bit) % 2 === 1

/** Sentences from an id on that have the same ones of the stems come together: of ten thousand, few rows. */
async function sentencesByStems(
  { database }: Session,
  stems: readonly WeighedStem[],
  from: number,
): Promise<readonly { readonly bits: number; readonly ids: string }[]> {
  const asked = anyOf(stems)
  const { rows } = await sql<{ readonly bits: number; readonly ids: string }>`
    with matches as (${listed(asked, from)}),
    sentences_of as (
      select id, bit_or(1::bigint << array_position(${asked}, stem) - 1) as bits
      from matches where id >= ${from} group by id)
    select bits, string_agg(id::text, ',') as ids from sentences_of group by bits`.execute(database)
  return rows
}

async function newest(
  { database }: Session,
  counted: CountedStem,
  newer: number,
): Promise<number | undefined> {
  const { rows: behind } = await sql<{ readonly count: number; readonly id: number | null }>`
    select count(*) as count, (array_agg(id order by id desc))[${newer + 1}::int] as id
    from (${recent(anyOf([counted]))}) as matches`.execute(database)
  const { count: passed, id } = behind[0] ?? { count: 0, id: null }
  if (id !== null) return id
  const { rows } = await sql<{ readonly id: number }>`
    select block * ${BLOCK}::bigint + place as id
    from (select block, places, size, sum(size) over (order by block desc) as until
      from sentence_stem_blocks where stem = ${numberOf(counted.stem)}) as blocks
    cross join lateral (
      select place from unnest(places) as place order by place desc
      limit 1 offset ${newer - passed} - (until - size)) as nth
    where until > ${newer - passed} order by block desc limit 1`.execute(database)
  return rows[0]?.id
}
