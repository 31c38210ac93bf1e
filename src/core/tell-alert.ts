// What the message of an alert says, out of articles: its stories with their sentences, as an edition tells them.
import type { Alert } from './alert.ts'
import { rankedSets } from './brief.ts'
import type { Instant } from './calendar.ts'
import { composeEdition } from './compose-edition.ts'
import type { Feed } from './feed.ts'
import type { PlacedArticle } from './importance.ts'
import { countIndependent, isNews, type PastAlert } from './raise-alerts.ts'
import type { RaisedAlert, ToldAlert } from './raised-alert.ts'

/** Stories of one message: it must stay one message, that can be edited, on every platform. */
const MOST_STORIES = 4

/** Words quoted of a story: as many as digests quote when it is alone (ADR 20), fewer beside others. */
const [WORDS_ALONE, WORDS_AMONG_OTHERS] = [60, 30]

interface AlertTelling extends Omit<ToldAlert, 'stories' | 'moreCount' | 'publisherCount' | 'toldAt'> {
  readonly articles: readonly PlacedArticle[]
  /** For whoever is only linked. */
  readonly feeds: readonly Feed[]
  readonly zone: Alert['zone']
  readonly now: Instant
}

export function tellAlert({ articles, feeds, zone, now, ...rest }: AlertTelling): ToldAlert {
  const isAlone = rest.storyIds.length === 1
  const composed = composeEdition({
    digest: {
      feeds: [],
      rubrics: [],
      withWords: [],
      withoutWords: [],
      maxStories: MOST_STORIES,
      maxWords: isAlone ? WORDS_ALONE : WORDS_AMONG_OTHERS,
    },
    feeds,
    candidates: articles,
    shown: new Set(),
    muted: new Set(),
    told: new Map(),
    since: rest.startedAt,
    now,
    zone,
    brief: rankedSets,
  })
  return {
    ...rest,
    stories: composed.stories,
    moreCount: composed.rankedCount - composed.stories.length,
    publisherCount: countIndependent(articles),
    toldAt: now,
  }
}

/** The articles that belong to a message: those of its stories, and of no other message where it tells all. */
export function articlesOf(
  { told }: Pick<RaisedAlert, 'told'>,
  past: PastAlert,
  all: readonly PlacedArticle[],
  originals: ReadonlyMap<string, Instant>,
  others: readonly PastAlert[],
): readonly PlacedArticle[] {
  const own = new Set(past.storyIds)
  const foreign = new Set(others.flatMap(({ storyIds }) => storyIds).filter((id) => !own.has(id)))
  return all.filter((article) => {
    const { storyId } = article.placement
    const isOfIt = own.has(storyId) || (told.isTogether && !foreign.has(storyId))
    return isOfIt && isNews(article, originals, told.startedAt)
  })
}

/** Whether there is more to tell than the message tells: an article more, a publisher more, or another version. */
export function hasGrown(
  { stories, publisherCount, moreCount }: ToldAlert,
  articles: readonly PlacedArticle[],
): boolean {
  if (countIndependent(articles) > publisherCount) return true
  const shown = new Map(
    stories.flatMap(({ sources }) => sources.map(({ articleId, version }) => [articleId, version] as const)),
  )
  const isChanged = articles.some(({ id, version }) => (shown.get(id) ?? version) !== version)
  return isChanged || (moreCount === 0 && articles.some(({ id }) => !shown.has(id)))
}
