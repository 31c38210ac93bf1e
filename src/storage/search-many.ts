// Sentences for a question whose words stand in more of them than can be scored. SQLite's FTS5, as in search.ts.
import { sql } from 'kysely'
import { inBatches } from './batches.ts'
import { anyOf, bestFirst, type CountedToken, type Hit, isOf, type Search, totalOf } from './search-tokens.ts'
import type { Session } from './session.ts'

/**
 * The best of about `most` sentences with the rarest tokens and of about as many of the newest. `bm25` counts each token
 * in the whole archive anew, 0.3 µs a match: 800 ms for 27 tokens in a million articles. The counts are known already.
 */
export async function rarestAndNewest(
  session: Session,
  search: Search,
  most: number,
): Promise<readonly Hit[]> {
  const rare = new Set<CountedToken>()
  let room = most
  for (const counted of search.tokens) {
    if (counted.count > room) break
    rare.add(counted)
    room -= counted.count
  }
  const common = search.tokens.filter((counted) => !rare.has(counted))
  const newest = await newestWith(session, common, most)
  const total = await totalOf(session)
  const scores = new Map<number, number>()
  for (const counted of search.tokens)
    for (const id of await withToken(session, counted, rare.has(counted) ? 0 : newest))
      scores.set(id, (scores.get(id) ?? 0) + inverseFrequency(counted, total))
  return bestOf(session, search, scores)
}

/** As `bm25` has it. */
const inverseFrequency = ({ count }: CountedToken, total: number): number =>
  Math.max(1e-6, Math.log((total - count + 0.5) / (count + 0.5)))

async function withToken(
  { database }: Session,
  token: CountedToken,
  from: number,
): Promise<readonly number[]> {
  // Numbers come to SQLite as floating ones, and FTS5 goes straight to integers alone: 1 ms instead of 80.
  const { rows } = await sql<{ readonly rowid: number }>`
    select rowid from sentence_stems
    where sentence_stems match ${anyOf([token])} and rowid >= cast(${from} as integer)`.execute(database)
  return rows.map(({ rowid }) => rowid)
}

/** Of equal ones the newest are taken, and of these the shortest are best. */
async function bestOf(
  { database }: Session,
  { limit, feeds }: Search,
  scores: ReadonlyMap<number, number>,
): Promise<readonly Hit[]> {
  const ids = [...scores].toSorted(([one, low], [other, high]) => high - low || other - one).map(([id]) => id)
  const hits: Hit[] = []
  for (const batch of inBatches(ids)) {
    const { rows } = await sql<Omit<Hit, 'rank'>>`
      select id, article_id, version, start_offset, end_offset from sentences
      where id in (${sql.join(batch)}) ${feeds === undefined ? sql`` : sql`and ${isOf(feeds)}`}`.execute(
      database,
    )
    for (const row of rows) {
      const length = Math.max(1, row.end_offset - row.start_offset)
      hits.push({ ...row, rank: -(scores.get(row.id) ?? 0) / (1 + length / LONG_SENTENCE) })
    }
    if (hits.length >= limit) break
  }
  return hits.toSorted(bestFirst).slice(0, limit)
}

/** A sentence of so many characters is half as good as a word alone. */
const LONG_SENTENCE = 400

/** From this id on about `most` sentences have one of the tokens: counted by the most common one of them. */
async function newestWith(
  { database }: Session,
  tokens: readonly CountedToken[],
  most: number,
): Promise<number> {
  const commonest = tokens.at(-1)
  if (commonest === undefined) return 0
  const matches = tokens.reduce((sum, { count }) => sum + count, 0)
  const { rows } = await sql<{ readonly rowid: number }>`
    select rowid from sentence_stems where sentence_stems match ${anyOf([commonest])}
    order by rowid desc limit 1 offset ${Math.floor((most * commonest.count) / matches)}`.execute(database)
  return rows[0]?.rowid ?? 0
}
