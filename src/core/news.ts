// Whether what a feed brings is news, by its dates and by what the feed did before. Never reads a text.
import type { Article } from './article.ts'
import { DAY, type Instant } from './calendar.ts'
import type { FeedItem } from './feed.ts'

/** What we know of a feed when it is read. */
export interface FeedPast {
  /** Whether it was read before, though it may have been empty. */
  readonly wasRead: boolean
  /** When the feed last brought an article; undefined when it never did. */
  readonly lastBroughtAt: Instant | undefined
  /** How many items of this document we have already. */
  readonly knownCount: number
}

/**
 * A feed that brought nothing for so long and comes back is not believed when it does not say of which day its items
 * are. An edition looks back as far.
 */
const SILENCE: Instant = 7 * DAY

/** After a silence a feed that goes on where it stopped brings a few articles; more are an archive. */
const MOST_AFTER_SILENCE = 10

/** So many items that bear the same instant bear that of the program that wrote them all. */
const SAME_INSTANT = 10

/** What an undated article of an archive counts for: too old for every edition, and for every alert. */
export const ARCHIVE_AGE: Instant = 30 * DAY

/** Fewer old articles than these are a feed's usual tail, and not worth a word. */
const WORTH_A_WORD = 10

/** How many of the articles that a feed has just brought are none of today's news; 0 for a few. */
export function countArchived(added: readonly Pick<Article, 'publishedAt' | 'firstSeenAt'>[]): number {
  const old = added.filter((article) => !isNews(article, article.firstSeenAt - SILENCE))
  return old.length < WORTH_A_WORD ? 0 : old.length
}

/** An article is news for so long after its publication, beyond the time that is told: feeds lag. */
const LAG: Instant = DAY

/**
 * Whether an article is news for who tells what appeared since `since`: published then, or at most a day before. An
 * article without a date counts as published when it was first seen, unless it came with an archive.
 */
export function isNews(article: Pick<Article, 'publishedAt'>, since: Instant): boolean {
  return article.publishedAt >= since - LAG
}

/**
 * Of the items that we do not have, those that come with an archive though no date says so. Undated items are news when
 * the feed lives: it brought an article in the last week. They are none when it is read for the first time, since
 * nobody can tell which of them is of today, nor when it comes back after a silence, unless it goes on where it
 * stopped: at most ten that we have not stand beside some that we have, or fill a feed that was empty. After a silence, one instant for ten items is
 * no date.
 */
export function archiveOf(unknown: readonly FeedItem[], past: FeedPast, now: Instant): ReadonlySet<FeedItem> {
  const { wasRead, lastBroughtAt, knownCount } = past
  const isAlive = lastBroughtAt !== undefined && now - lastBroughtAt < SILENCE
  const wasEmpty = wasRead && lastBroughtAt === undefined
  const goesOn = (wasEmpty || knownCount > 0) && unknown.length <= MOST_AFTER_SILENCE
  if (isAlive || goesOn) return new Set()
  const instants = Map.groupBy(unknown, instantOf)
  const isDoubted = (instant: Instant): boolean =>
    lastBroughtAt !== undefined && (instants.get(instant)?.length ?? 0) >= SAME_INSTANT
  return new Set(
    unknown.filter((item) => {
      const instant = instantOf(item)
      return instant === undefined || isDoubted(instant)
    }),
  )
}

const instantOf = ({ publishedAt, updatedAt }: FeedItem): Instant | undefined => publishedAt ?? updatedAt
