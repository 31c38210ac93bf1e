// Sentences by their stems: SQLite's FTS5 and its bm25. The only store whose SQL a second database writes anew.
import { type RawBuilder, sql } from 'kysely'
import type { FoundSentence, StemFrequencies } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import type { IndexedSentence, SearchIndex } from '../ports.ts'
import { getArticles, stretch } from './articles.ts'
import { inBatches } from './batches.ts'
import { mergeNothingAtOnce } from './merge-index.ts'
import { rarestAndNewest } from './search-many.ts'
import {
  anyOf,
  bestFirst,
  countTokens,
  type CountedToken,
  type Feeds,
  feedsAsked,
  type Hit,
  isOf,
  type Search,
  tokenOf,
  totalOf,
} from './search-tokens.ts'
import type { Session } from './session.ts'

export function searchIndex(session: Session): SearchIndex {
  /** What was counted to find sentences, for whoever asks for the frequencies next: of 27 words in 20 million 20 ms. */
  let counted: { readonly stems: string; readonly tokens: readonly CountedToken[] } | undefined
  return {
    index: (article, sentences) => {
      counted = undefined
      return session.within((inner) => replaceSentences(inner, article, sentences))
    },
    find: async (stems, limit, feedIds) => {
      const tokens = await countTokens(session, tokensOf(stems))
      counted = { stems: stems.join(' '), tokens }
      return find(session, tokens, limit, feedIds)
    },
    frequencies: async (stems) => {
      const known = counted?.stems === stems.join(' ') ? counted.tokens : undefined
      counted = undefined
      return frequencies(session, stems, known ?? (await countTokens(session, tokensOf(stems))))
    },
  }
}

const tokensOf = (stems: readonly string[]): readonly string[] =>
  [...new Set(stems)].filter((stem) => stem !== '').map(tokenOf)

/**
 * What a migration cannot create in words that every database understands; does nothing when it is there.
 * Contentless: the words stand once, in `article_versions`. The tokenizer `ascii` cuts at ASCII punctuation and
 * nowhere else, and `tokenOf` leaves none.
 */
export async function prepareSearch(session: Session): Promise<void> {
  const { database } = session
  await sql`create virtual table if not exists sentence_stems
    using fts5(stems, content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(database)
  await sql`create virtual table if not exists sentence_stem_counts
    using fts5vocab(sentence_stems, row)`.execute(database)
  await mergeNothingAtOnce(session)
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
  await database
    .updateTable('sentence_total')
    .set((column) => ({
      total: column('total', '+', sentences.length - replaced.length),
      gone: column('gone', '+', replaced.length),
    }))
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

/**
 * Sentences scored for one question before any more are. Measured on a million sentences: finding that one matches
 * takes 0.05 µs, scoring it 0.7 µs; of 200,000 matches all scored, the program stood still for 175 ms.
 */
const SCORED_SENTENCES = 10_000

/** Feeds with at most this many articles are few: their sentences are listed, 0.35 µs each, before any is scored. */
const FEW_ARTICLES = 2_500

/** Below this many matches, looking up the feeds of each, 8 µs, costs less than listing all sentences of few feeds. */
const FEW_MATCHES = 500

async function find(
  session: Session,
  tokens: readonly CountedToken[],
  limit: number,
  feedIds: ReadonlySet<string> | undefined,
): Promise<readonly FoundSentence[]> {
  if (tokens.length === 0 || limit < 1) return []
  const search = { tokens, limit: Math.floor(limit), feeds: feedsAsked(feedIds) }
  return withArticles(session, await hitsOf(session, search))
}

/**
 * Of many matches, those with the rarest words and the newest ones are scored; ten times as many when `feeds` leaves
 * fewer than `limit` of them.
 */
async function hitsOf(session: Session, search: Search): Promise<readonly Hit[]> {
  const { tokens, limit, feeds } = search
  const matches = tokens.reduce((sum, { count }) => sum + count, 0)
  if (feeds !== undefined && matches > FEW_MATCHES && (await areFew(session, feeds)))
    return hitsAmong(session, search, sql`and +rowid in (${sentencesOf(feeds)})`, undefined)
  for (let most = Math.max(SCORED_SENTENCES, limit); most < matches; most *= 10) {
    const hits = await rarestAndNewest(session, search, most)
    if (hits.length >= limit) return hits
  }
  return hitsAmong(session, search, sql``, feeds)
}

/** `narrowed` keeps sentences from being scored; `feeds` is asked after, from the best on until there are enough. */
async function hitsAmong(
  { database }: Session,
  { tokens, limit }: Search,
  narrowed: RawBuilder<unknown>,
  feeds: Feeds | undefined,
): Promise<readonly Hit[]> {
  const { rows } = await sql<Hit>`
    select sentences.id, sentences.article_id, version, start_offset, end_offset, best.score as rank
    from (select rowid, bm25(sentence_stems) as score from sentence_stems
      where sentence_stems match ${anyOf(tokens)} ${narrowed}
      order by score, rowid limit ${feeds === undefined ? limit : -1}) best
    cross join sentences on sentences.id = best.rowid
    ${feeds === undefined ? sql`` : sql`where ${isOf(feeds)}`}
    limit ${limit}`.execute(database)
  return rows.toSorted(bestFirst)
}

function sentencesOf(feeds: Feeds): RawBuilder<unknown> {
  return sql`select id from sentences where article_id in (
    select id from articles where feed_id in (${feeds})
    union select article_id from article_appearances where feed_id in (${feeds}))`
}

/** Whether these feeds had at most `FEW_ARTICLES` articles in all. */
export async function areFew({ database }: Session, feeds: Feeds): Promise<boolean> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from (
      select 1 from articles where feed_id in (${feeds})
      union all select 1 from article_appearances where feed_id in (${feeds})
      limit ${FEW_ARTICLES + 1})`.execute(database)
  return rows.every(({ count }) => count <= FEW_ARTICLES)
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

async function frequencies(
  session: Session,
  stems: readonly string[],
  tokens: readonly CountedToken[],
): Promise<StemFrequencies> {
  const counts = new Map(tokens.map(({ token, count }) => [token, count]))
  return {
    total: await totalOf(session),
    of: new Map(stems.map((stem) => [stem, counts.get(tokenOf(stem)) ?? 0])),
  }
}
