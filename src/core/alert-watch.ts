// Which articles an alert counts. Knows no story and no hour.
import { fold } from '../french/normalise.ts'
import type { Alert, AlertWatch } from './alert.ts'
import type { Feed } from './feed.ts'
import { type Filter, prepareFilter } from './filter.ts'
import { readForFilters } from './filter-reading.ts'
import type { PlacedArticle } from './importance.ts'

type WatchedText = Pick<PlacedArticle, 'title' | 'lead' | 'text' | 'publisher'>

/** Feeds and rubrics as the alert's readers know them. */
type KnownFeed = Pick<Feed, 'id' | 'title' | 'rubric'>

/** Whether an article says what is watched, in its title or its text. What is asked is read here, once. */
export function prepareWatch(watch: AlertWatch): (article: WatchedText) => boolean {
  const ask = prepareFilter(filterOf(watch))
  return ({ title, lead, text, publisher }) =>
    ask(readForFilters({ title, lead, text, publisher, rubrics: [], feeds: [] })).isKept
}

function filterOf(watch: AlertWatch): Filter | undefined {
  switch (watch.kind) {
    case 'any':
      return undefined
    case 'person':
      return { kind: 'person', name: watch.name, where: 'everywhere' }
    case 'phrase':
      return { kind: 'phrase', words: watch.text, where: 'everywhere' }
    case 'words':
      return {
        kind: 'any',
        filters: watch.words.map((words) => ({ kind: 'words', words, where: 'everywhere' })),
      }
    default:
      return watch satisfies never
  }
}

/** Whether one of the feeds that had the article is among those that count, by its title or its id, and its rubric. */
export function isOfAlert(
  { feedId, rubric, appearances }: PlacedArticle,
  { feeds, rubrics }: Pick<Alert, 'feeds' | 'rubrics'>,
  known: readonly KnownFeed[],
): boolean {
  const wanted = { feeds: new Set(feeds.map(fold)), rubrics: new Set(rubrics.map(fold)) }
  const all = [{ feedId, rubric }, ...appearances].map((appearance) => ({
    ...appearance,
    feed: known.find(({ id }) => id === appearance.feedId),
  }))
  const isOfFeeds = all.some(
    ({ feedId: id, feed }) => wanted.feeds.has(fold(id)) || wanted.feeds.has(fold(feed?.title ?? '')),
  )
  const isOfRubrics = all.some(
    ({ rubric: own, feed }) => wanted.rubrics.has(fold(own)) || wanted.rubrics.has(fold(feed?.rubric ?? '')),
  )
  return (feeds.length === 0 || isOfFeeds) && (rubrics.length === 0 || isOfRubrics)
}
