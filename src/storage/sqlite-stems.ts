// The index of stems in SQLite: FTS5 and its bm25. Never decides which sentences may be seen.
import { sql } from 'kysely'
import { inBatches } from './batches.ts'
import { isOf, sentencesOf } from './seen-sentences.ts'
import type { Session } from './session.ts'
import { mergeIndex, mergeNothingAtOnce } from './sqlite-merge-index.ts'
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

export const sqliteStems: StemIndex = {
  prepare,
  add,
  // FTS5 counts by itself.
  countAdded: async () => undefined,
  remove,
  count,
  score,
  weigh,
  newest,
  // FTS5 merges what comes as it comes.
  keepUp: async () => undefined,
  tend: mergeIndex,
}

/** ASCII that FTS5 would cut at, or fold, moves to this block of the private use area; stems stay apart and whole. */
const PRIVATE_USE_START = 0xe000

/** One stem as one FTS5 token, whatever stands in it: «aujourd'hui», «rendez-vous», «"». */
function tokenOf(stem: string): string {
  return stem.replace(/[^0-9a-z\u0080-\u{10ffff}]/gu, (character) =>
    String.fromCharCode(PRIVATE_USE_START + character.charCodeAt(0)),
  )
}

const anyOf = (stems: readonly CountedStem[]): string =>
  stems.map(({ stem }) => `"${tokenOf(stem)}"`).join(' OR ')

/**
 * Contentless: the words stand once, in `article_versions`. The tokenizer `ascii` cuts at ASCII punctuation and nowhere
 * else, and `tokenOf` leaves none.
 */
async function prepare(session: Session): Promise<void> {
  const { database } = session
  await sql`create virtual table if not exists sentence_stems
    using fts5(stems, content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(database)
  await sql`create virtual table if not exists sentence_stem_counts
    using fts5vocab(sentence_stems, row)`.execute(database)
  await mergeNothingAtOnce(session)
}

async function add({ database }: Session, sentences: readonly StemmedSentence[]): Promise<void> {
  for (const batch of inBatches(sentences)) {
    const values = batch.map(({ id, stems }) => sql`(${id}, ${stems.map(tokenOf).join(' ')})`)
    await sql`insert into sentence_stems (rowid, stems) values ${sql.join(values)}`.execute(database)
  }
}

async function remove({ database }: Session, sentenceIds: readonly number[]): Promise<void> {
  for (const batch of inBatches(sentenceIds))
    await sql`delete from sentence_stems where rowid in (${sql.join(batch)})`.execute(database)
}

async function count({ database }: Session, stems: readonly string[]): Promise<readonly CountedStem[]> {
  const stemOf = new Map(stems.map((stem) => [tokenOf(stem), stem]))
  const counted: CountedStem[] = []
  for (const batch of inBatches([...stemOf.keys()])) {
    const { rows } = await sql<{ readonly token: string; readonly count: number }>`
      select term as token, doc as count from sentence_stem_counts where term in (${sql.join(batch)})`.execute(
      database,
    )
    for (const { token, count: times } of rows)
      counted.push({ stem: stemOf.get(token) ?? token, count: times })
  }
  return counted
}

/** Feeds are asked after the scores, from the best on until there are enough. */
async function score(
  session: Session,
  { stems, limit, feeds }: Search,
  narrowed: Feeds | undefined,
): Promise<readonly Hit[]> {
  const among = narrowed === undefined ? sql`` : sql`and +rowid in (${sentencesOf(narrowed)})`
  const { rows } = await sql<Hit>`
    select sentences.id, sentences.article_id, version, start_offset, end_offset, best.score as rank
    from (select rowid, bm25(sentence_stems) as score from sentence_stems
      where sentence_stems match ${anyOf(stems)} ${among}
      order by score, rowid limit ${feeds === undefined ? limit : -1}) best
    cross join sentences on sentences.id = best.rowid
    ${feeds === undefined ? sql`` : sql`where ${isOf(session, feeds)}`}
    limit ${limit}`.execute(session.database)
  return rows.toSorted(bestFirst)
}

/**
 * `bm25` counts each token in the whole archive anew, 0.3 µs a match: 800 ms for 27 tokens in a million articles. Here
 * the counts are known already.
 */
async function weigh(
  session: Session,
  stems: readonly WeighedStem[],
  from: number,
): Promise<ReadonlyMap<number, number>> {
  const weights = new Map<number, number>()
  for (const stem of stems)
    for (const id of await sentencesWith(session, stem, from))
      weights.set(id, (weights.get(id) ?? 0) + stem.weight)
  return weights
}

async function sentencesWith(
  { database }: Session,
  stem: CountedStem,
  from: number,
): Promise<readonly number[]> {
  // Numbers come to SQLite as floating ones, and FTS5 goes straight to integers alone: 1 ms instead of 80.
  const { rows } = await sql<{ readonly rowid: number }>`
    select rowid from sentence_stems
    where sentence_stems match ${anyOf([stem])} and rowid >= cast(${from} as integer)`.execute(database)
  return rows.map(({ rowid }) => rowid)
}

async function newest({ database }: Session, stem: CountedStem, newer: number): Promise<number | undefined> {
  const { rows } = await sql<{ readonly rowid: number }>`
    select rowid from sentence_stems where sentence_stems match ${anyOf([stem])}
    order by rowid desc limit 1 offset ${newer}`.execute(database)
  return rows[0]?.rowid
}
