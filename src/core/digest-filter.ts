// Which articles a digest's readers want: of its feeds, of its rubrics, kept by its filter. Composes no edition.
import { fold } from '../french/normalise.ts'
import type { Appearance } from './article.ts'
import type { Digest } from './digest.ts'
import type { Feed } from './feed.ts'
import { type Filter, type Finding, prepareFilter } from './filter.ts'
import { type FilteredArticle, type FilterReading, readForFilters } from './filter-reading.ts'
import { allOf, anyOf, noneOf, plainWords } from './filter-shape.ts'
import type { PlacedArticle } from './importance.ts'

/** Feeds as the readers call them; one that is not here is known by its id only. */
export type NamedFeeds = readonly Pick<Feed, 'id' | 'title' | 'rubric'>[]

type Wishes = Pick<Digest, 'feeds' | 'rubrics' | 'withWords' | 'withoutWords' | 'filter'>

export interface Refusal {
  readonly by: 'feeds' | 'rubrics' | 'words'
  /** What the filter found, and did not. */
  readonly because: readonly Finding[]
}

/** The words asked for and refused are the filter as most people need it: they join what the line says. */
export function digestFilter({
  withWords,
  withoutWords,
  filter,
}: Pick<Digest, 'withWords' | 'withoutWords' | 'filter'>): Filter | undefined {
  const [wanted, unwanted] = [withWords, withoutWords].map((list) => list.flatMap(wordsCondition))
  const parts = [
    ...(wanted === undefined || wanted.length === 0 ? [] : [anyOf(wanted)]),
    ...(unwanted === undefined || unwanted.length === 0 ? [] : [noneOf(unwanted)]),
    ...(filter === undefined ? [] : [filter]),
  ]
  return parts.length === 0 ? undefined : allOf(parts)
}

/** Words that say nothing, such as «le», ask for nothing. */
function wordsCondition(text: string): readonly Filter[] {
  const words = plainWords(text)
  return words === '' ? [] : [{ kind: 'words', words, where: 'everywhere' }]
}

/** Asked once for each article: undefined for one that is wanted. */
export function prepareChoice(
  digest: Wishes,
  feeds: NamedFeeds,
): (article: PlacedArticle) => Refusal | undefined {
  const own = ownFeeds(feeds)
  const [wantedFeeds, wantedRubrics] = [digest.feeds, digest.rubrics].map((names) => new Set(names.map(fold)))
  const ids = new Set(digest.feeds)
  const filter = digestFilter(digest)
  const ask = prepareFilter(filter)
  return (article) => {
    const appearances = appearancesOf(article)
    const isOfFeeds =
      ids.size === 0 ||
      appearances.some(
        ({ feedId }) => ids.has(feedId) || wantedFeeds?.has(own.get(feedId)?.title ?? '') === true,
      )
    if (!isOfFeeds) return { by: 'feeds', because: [] }
    const isOfRubrics =
      digest.rubrics.length === 0 ||
      appearances.some(
        ({ feedId, rubric }) =>
          wantedRubrics?.has(fold(rubric)) === true ||
          wantedRubrics?.has(own.get(feedId)?.rubric ?? '') === true,
      )
    if (!isOfRubrics) return { by: 'rubrics', because: [] }
    if (filter === undefined) return undefined
    const { isKept, because } = ask(readPlaced(article, feeds))
    return isKept ? undefined : { by: 'words', because }
  }
}

/** Title and rubric of each feed, folded. */
function ownFeeds(
  feeds: NamedFeeds,
): ReadonlyMap<string, { readonly title: string; readonly rubric: string }> {
  return new Map(feeds.map(({ id, title, rubric }) => [id, { title: fold(title), rubric: fold(rubric) }]))
}

/** An article with the feeds that had it, as its readers call them. */
export function readPlaced(article: PlacedArticle, feeds: NamedFeeds): FilterReading {
  return readForFilters(filteredArticle(article, feeds))
}

function filteredArticle(article: PlacedArticle, feeds: NamedFeeds): FilteredArticle {
  const { title, lead, text, publisher } = article
  const appearances = appearancesOf(article)
  const named = feeds.filter(({ id }) => appearances.some(({ feedId }) => feedId === id))
  return {
    title,
    lead,
    text,
    publisher,
    rubrics: [...appearances, ...named].map(({ rubric }) => rubric),
    feeds: [...appearances.map(({ feedId }) => feedId), ...named.map((feed) => feed.title)],
  }
}

/** Every feed that had the article: a paper prints one article under «À la une» and under its rubric. */
export function appearancesOf({ feedId, rubric, appearances }: PlacedArticle): readonly Appearance[] {
  return [{ feedId, rubric }, ...appearances]
}
