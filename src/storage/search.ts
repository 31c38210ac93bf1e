// Sentences by their stems: SQLite's FTS5 and its bm25. The only store whose SQL a second database writes anew.
import { sql } from 'kysely'
import type { FoundSentence, StemFrequencies } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import type { IndexedSentence, SearchIndex } from '../ports.ts'
import { getArticles, stretch } from './articles.ts'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'

export function searchIndex(session: Session): SearchIndex {
  return {
    index: (article, sentences) => session.within((inner) => replaceSentences(inner, article, sentences)),
    find: (stems, limit) => find(session, stems, limit),
    frequencies: (stems) => frequencies(session, stems),
  }
}

/**
 * What a migration cannot create in words that every database understands; does nothing when it is there.
 * Contentless: the words stand once, in `article_versions`. The tokenizer `ascii` cuts at ASCII punctuation and
 * nowhere else, and `tokenOf` leaves none.
 */
export async function prepareSearch({ database }: Session): Promise<void> {
  await sql`create virtual table if not exists sentence_stems
    using fts5(stems, content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(database)
  await sql`create virtual table if not exists sentence_stem_counts
    using fts5vocab(sentence_stems, row)`.execute(database)
}

/** ASCII that FTS5 would cut at, or fold, moves to this block of the private use area; stems stay apart and whole. */
const PRIVATE_USE_START = 0xe000

/** One stem as one FTS5 token, whatever stands in it: «aujourd'hui», «rendez-vous», «"». */
function tokenOf(stem: string): string {
  return stem.replace(/[^0-9a-z\u0080-\u{10ffff}]/gu, (character) =>
    String.fromCharCode(PRIVATE_USE_START + character.charCodeAt(0)),
  )
}

async function replaceSentences(
  { database }: Session,
  { id, version }: Article,
  sentences: readonly IndexedSentence[],
): Promise<void> {
  const replaced = await database
    .deleteFrom('sentences')
    .where('article_id', '=', id)
    .returning('id')
    .execute()
  for (const batch of inBatches(replaced))
    await sql`delete from sentence_stems where rowid in (${sql.join(batch.map((row) => row.id))})`.execute(
      database,
    )
  for (const batch of inBatches(sentences)) {
    const rows = await database
      .insertInto('sentences')
      .values(
        batch.map(({ start, end }) => ({ article_id: id, version, start_offset: start, end_offset: end })),
      )
      .returning('id')
      .execute()
    // Rows are numbered in the order given, but may come back in another.
    const rowIds = rows.map((row) => row.id).toSorted((one, other) => one - other)
    const values = batch.map(({ stems }, index) => sql`(${rowIds[index]}, ${stems.map(tokenOf).join(' ')})`)
    await sql`insert into sentence_stems (rowid, stems) values ${sql.join(values)}`.execute(database)
  }
}

interface Hit {
  readonly article_id: string
  readonly version: number
  readonly start_offset: number
  readonly end_offset: number
  /** bm25 as FTS5 gives it: the lower the better, never above 0. */
  readonly rank: number
}

async function find(
  session: Session,
  stems: readonly string[],
  limit: number,
): Promise<readonly FoundSentence[]> {
  const tokens = [...new Set(stems)].filter((stem) => stem !== '').map((stem) => `"${tokenOf(stem)}"`)
  if (tokens.length === 0 || limit < 1) return []
  const { rows } = await sql<Hit>`
    select sentences.article_id, version, start_offset, end_offset, best.rank
    from (select rowid, rank from sentence_stems where sentence_stems match ${tokens.join(' OR ')}
      order by rank limit ${Math.floor(limit)}) best
    join sentences on sentences.id = best.rowid
    order by best.rank, sentences.id`.execute(session.database)
  return withArticles(session, rows)
}

async function withArticles(session: Session, hits: readonly Hit[]): Promise<readonly FoundSentence[]> {
  const articles = new Map(
    (await getArticles(session, [...new Set(hits.map((hit) => hit.article_id))])).map((article) => [
      article.id,
      article,
    ]),
  )
  return hits.flatMap(({ article_id, version, start_offset: start, end_offset: end, rank }) => {
    const article = articles.get(article_id)
    const text = article && stretch(article.text, start, end)
    if (article === undefined || text === undefined || article.version !== version) return []
    return [{ reference: { articleId: article_id, version, start, end }, text, article, score: -rank }]
  })
}

async function frequencies({ database }: Session, stems: readonly string[]): Promise<StemFrequencies> {
  const counted = new Map<string, number>()
  for (const batch of inBatches([...new Set(stems)])) {
    const { rows } = await sql<{ readonly term: string; readonly doc: number }>`
      select term, doc from sentence_stem_counts where term in (${sql.join(batch.map(tokenOf))})`.execute(
      database,
    )
    for (const row of rows) counted.set(row.term, row.doc)
  }
  const { total } = await database
    .selectFrom('sentences')
    .select((columns) => columns.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { total, of: new Map(stems.map((stem) => [stem, counted.get(tokenOf(stem)) ?? 0])) }
}
