// The articles that an alert counts, out of storage: those that its readers may see and that say what is watched.
import type { Alert } from '../core/alert.ts'
import { isOfAlert, prepareWatch } from '../core/alert-watch.ts'
import type { Instant } from '../core/calendar.ts'
import type { Feed } from '../core/feed.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { Storage } from '../ports.ts'
import { visibleFeedIds, visibleFeeds } from './visible-feeds.ts'

export interface WatchedArticles {
  /** In order of sight. */
  readonly articles: readonly PlacedArticle[]
  /** By the id of an article that others repeat, when it was published. */
  readonly originals: ReadonlyMap<string, Instant>
  /** Those of the alert's readers, for whoever is only linked. */
  readonly feeds: readonly Feed[]
}

/** Whether an article says what is watched, remembered for as long as articles are looked at. */
export type Recall = (key: string, read: () => boolean) => boolean

/** Answers remembered: of a hundred alerts, the articles of some hours. */
const REMEMBERED = 100_000

/** An article is looked at every minute for hours, and reading it takes a millisecond. */
export function createRecall(): Recall {
  const known = new Map<string, boolean>()
  return (key, read) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= REMEMBERED) known.clear()
    const made = read()
    known.set(key, made)
    return made
  }
}

/** `seen` are articles as `seenBetween` gives them. */
export async function watchedArticles(
  storage: Storage,
  alert: Pick<Alert, 'watch' | 'feeds' | 'rubrics' | 'workspaceId'>,
  seen: readonly PlacedArticle[],
  recall: Recall = (_key, read) => read(),
): Promise<WatchedArticles> {
  const feeds = await visibleFeeds(storage, alert.workspaceId)
  const feedIds = await visibleFeedIds(storage, alert.workspaceId)
  const watch = JSON.stringify(alert.watch)
  const isWatched = prepareWatch(alert.watch)
  const articles = seen.filter(
    (article) =>
      (feedIds.has(article.feedId) || article.appearances.some(({ feedId }) => feedIds.has(feedId))) &&
      isOfAlert(article, alert, feeds) &&
      recall(`${article.id} ${article.version} ${watch}`, () => isWatched(article)),
  )
  return { articles, feeds, originals: await originalsOf(storage, articles) }
}

/** Of those that repeat another article, be it one that the readers do not see: it tells how old the text is. */
async function originalsOf(
  storage: Storage,
  articles: readonly PlacedArticle[],
): Promise<ReadonlyMap<string, Instant>> {
  const known = new Map(articles.map(({ id, publishedAt }) => [id, publishedAt]))
  const asked = new Set(articles.flatMap(({ placement }) => placement.duplicateOf ?? []))
  const missing = [...asked].filter((id) => !known.has(id))
  const found = missing.length === 0 ? [] : await storage.articles.get(missing)
  return new Map([...known, ...found.map(({ id, publishedAt }) => [id, publishedAt] as const)])
}
