// What all facts share: the row of the article that they stand in, and the feeds that may see it.
import { type RawBuilder, sql } from 'kysely'
import type { Article } from '../core/article.ts'
import { getArticles } from './articles.ts'
import { areFew, feedsAsked } from './seen-sentences.ts'
import type { Session } from './session.ts'
import type { Feeds } from './stem-index.ts'

type FactTable = 'meetings' | 'meeting_keys' | 'offices' | 'statements' | 'article_people'

/** The feeds of whoever asks. */
export interface SeenFeeds {
  readonly list: Feeds
  /** Their articles are listed before anything is looked for: of a name in 50,000 articles, 15 ms against 150 ms. */
  readonly areFew: boolean
}

export async function seenFeeds(
  session: Session,
  feedIds: ReadonlySet<string> | undefined,
): Promise<SeenFeeds | undefined> {
  const list = feedsAsked(session, feedIds)
  return list && { list, areFew: await areFew(session, list) }
}

/**
 * The article was in one of the feeds, first or later; true of all when no feeds are asked. Asks the table's own columns
 * first: they stand in the index, and most articles never stood elsewhere. The feed of an appearance is kept from the
 * indexes: of 250 feeds, each would be looked up for each row, 100 µs, where an article has hardly more than one
 * appearance, 3 µs.
 */
export function isOfFeeds(table: FactTable, feeds: SeenFeeds | undefined): RawBuilder<boolean> {
  if (feeds === undefined) return sql<boolean>`1 = 1`
  const [feed, article] = [sql.ref(`${table}.feed_id`), sql.ref(`${table}.article_id`)]
  if (feeds.areFew)
    return sql<boolean>`${article} in (
      select id from articles where articles.feed_id in (${feeds.list})
      union select article_id from article_appearances where article_appearances.feed_id in (${feeds.list}))`
  return sql<boolean>`(${feed} in (${feeds.list}) or (${sql.ref(`${table}.stood_elsewhere`)} = 1 and exists (
    select 1 from article_appearances
    where article_appearances.article_id = ${article}
      and article_appearances.feed_id || '' in (${feeds.list}))))`
}

/** What the rows of an article repeat of it. */
export interface FactPlace {
  readonly article_id: string
  readonly version: number
  readonly feed_id: string
  readonly stood_elsewhere: number
  readonly published_at: number
}

/** Facts of one article. */
export type FactsAt<Fact> = readonly [FactPlace, readonly Fact[]]

export function placeIn({ id, version, feedId, publishedAt }: Article, stoodElsewhere: number): FactPlace {
  return {
    article_id: id,
    version,
    feed_id: feedId,
    stood_elsewhere: stoodElsewhere,
    published_at: publishedAt,
  }
}

/** Newest article first, then as it stands in the article. */
export function inOrder(
  one: { readonly published_at: number; readonly article_id: string; readonly ordinal: number },
  other: { readonly published_at: number; readonly article_id: string; readonly ordinal: number },
): number {
  return (
    other.published_at - one.published_at ||
    (one.article_id < other.article_id
      ? -1
      : one.article_id > other.article_id
        ? 1
        : one.ordinal - other.ordinal)
  )
}

/** Each row with its article; rows about a version that is no longer the current one are left out. */
export async function withArticles<Row extends { readonly article_id: string; readonly version: number }>(
  session: Session,
  rows: readonly Row[],
): Promise<readonly (readonly [Row, Article])[]> {
  const articles = await getArticles(session, [...new Set(rows.map((row) => row.article_id))])
  const byId = new Map(articles.map((article) => [article.id, article]))
  return rows.flatMap((row) => {
    const article = byId.get(row.article_id)
    return article?.version === row.version ? [[row, article] as const] : []
  })
}
