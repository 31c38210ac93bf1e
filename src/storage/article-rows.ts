// Rows of articles and what they mean, both ways. Asks no database.
import type { Selectable } from 'kysely'
import type { Article } from '../core/article.ts'
import { fullText } from '../core/kept-passages.ts'
import type { Placement } from '../ports.ts'
import type { ArticleRow, ArticleVersionRow } from './tables.ts'

/** An article with the words of its current version. */
export type FullRow = Selectable<ArticleRow> & Pick<Selectable<ArticleVersionRow>, 'title' | 'lead' | 'text'>

export function toArticle(row: FullRow): Article {
  return {
    ...toWordless(row),
    title: row.title,
    lead: row.lead,
    text: fullText(row.text),
    ...(row.thinned_at !== null && { isThinned: true }),
  }
}

/** All but the words, which belong to a version. */
export function toWordless(
  row: Selectable<ArticleRow>,
): Omit<Article, 'title' | 'lead' | 'text' | 'isThinned'> {
  return {
    id: row.id,
    feedId: row.feed_id,
    publisher: row.publisher,
    rubric: row.rubric,
    url: row.url,
    version: row.version,
    ...(row.author !== null && { author: row.author }),
    ...(row.agency !== null && { agency: row.agency }),
    publishedAt: row.published_at,
    firstSeenAt: row.first_seen_at,
    ...(row.updated_at !== null && { updatedAt: row.updated_at }),
    ...(row.is_reserved === 1 && { isReserved: true }),
    ...(row.is_undated === 1 && { isUndated: true }),
  }
}

export function toPlacement(row: Selectable<ArticleRow>): Placement {
  return {
    articleId: row.id,
    storyId: row.story_id,
    ...(row.duplicate_of !== null && { duplicateOf: row.duplicate_of }),
  }
}

export function fromArticle(
  article: Article,
): Omit<
  Selectable<ArticleRow>,
  'story_id' | 'duplicate_of' | 'facts_version' | 'thinned_at' | 'stood_elsewhere'
> {
  return {
    id: article.id,
    feed_id: article.feedId,
    publisher: article.publisher,
    rubric: article.rubric,
    url: article.url,
    version: article.version,
    author: article.author ?? null,
    agency: article.agency ?? null,
    published_at: article.publishedAt,
    first_seen_at: article.firstSeenAt,
    updated_at: article.updatedAt ?? null,
    is_reserved: article.isReserved === true ? 1 : 0,
    is_undated: article.isUndated === true ? 1 : 0,
  }
}
