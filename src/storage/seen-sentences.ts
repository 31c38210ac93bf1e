// Sentences of articles that certain feeds had, first or later. Scores none of them.
import { type RawBuilder, sql } from 'kysely'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'
import type { Feeds, Hit } from './stem-index.ts'

/** One parameter, however many feeds there are. Undefined asks for all of them. */
export function feedsAsked(
  { wording }: Session,
  feedIds: ReadonlySet<string> | undefined,
): Feeds | undefined {
  return feedIds && wording.listOf(feedIds)
}

/**
 * A sentence counts when its article is of one of the feeds, or appeared in one. Asked of the article of each sentence: of an
 * `exists` PostgreSQL may make a list of all articles of the feeds first.
 */
export function isOf({ wording }: Session, feeds: Feeds): RawBuilder<unknown> {
  return sql`(
    select articles.feed_id in (${feeds}) or (articles.stood_elsewhere = 1 and exists (
      select 1 from article_appearances
      where article_appearances.article_id = sentences.article_id
        and article_appearances.feed_id || '' in (${feeds})))
    from ${wording.articlesByFeeds} where articles.id = sentences.article_id)`
}

export function sentencesOf(feeds: Feeds): RawBuilder<unknown> {
  return sql`select id from sentences where article_id in (
    select id from articles where feed_id in (${feeds})
    union select article_id from article_appearances where feed_id in (${feeds}))`
}

/** Feeds with at most this many articles are few: their sentences are listed, 0.35 µs each, before any is scored. */
const FEW_ARTICLES = 2_500

/** Whether these feeds had at most `FEW_ARTICLES` articles in all. */
export async function areFew({ database }: Session, feeds: Feeds): Promise<boolean> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from (
      select 1 from articles where feed_id in (${feeds})
      union all select 1 from article_appearances where feed_id in (${feeds})
      limit ${FEW_ARTICLES + 1}) as had`.execute(database)
  return rows.every(({ count }) => count <= FEW_ARTICLES)
}

/** Of the sentences of these ids, best first, as many as are asked for and `feeds` had; their places, in no order. */
export async function firstSeen(
  session: Session,
  ids: readonly number[],
  { limit, feeds }: { readonly limit: number; readonly feeds: Feeds | undefined },
): Promise<readonly Omit<Hit, 'rank'>[]> {
  const { database, wording } = session
  const seen: Omit<Hit, 'rank'>[] = []
  for (const batch of inBatches(ids)) {
    const { rows } = await sql<Omit<Hit, 'rank'>>`
      select id, article_id, version, start_offset, end_offset from sentences
      where ${wording.isOneOfNumbers('id', batch)} ${feeds === undefined ? sql`` : sql`and ${isOf(session, feeds)}`}`.execute(
      database,
    )
    seen.push(...rows)
    if (seen.length >= limit) break
  }
  return seen
}
