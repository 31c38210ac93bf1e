// How much a story matters today, as one number, and which of its articles speaks for it. Knows no reader's taste.
import type { Appearance, Article } from './article.ts'
import { HOUR, type Instant } from './calendar.ts'
import { countWords as countInText } from '../french/tokens.ts'
import type { Placement } from './story.ts'

export interface PlacedArticle extends Article {
  readonly placement: Placement
  /** Other feeds that had it too, first come first; the article's own `feedId` and `rubric` are those of the first. */
  readonly appearances: readonly Appearance[]
}

/**
 * Points. Nobody has measured these four for us: they say that a second publisher (0.58) weighs more than half a day
 * of age (0.5), that three articles of one publisher weigh as much as a second publisher, and length least.
 */
const POINTS_PER_DOUBLING_OF_PUBLISHERS = 1
const POINTS_PER_DOUBLING_OF_ARTICLES = 0.5
const POINTS_FOR_FRESHNESS = 1
const POINTS_FOR_LENGTH = 0.25

/** After so long news has lost half of its freshness: from the morning edition to the evening one. */
const FRESHNESS_HALF_LIFE: Instant = 12 * HOUR

/** A text as long as this has all points for length: the mean of 9,000 French news articles is 375 words. */
const FULL_LENGTH_WORDS = 400

/** Longer than this is no better told: live pages and files of interviews. */
const LONGEST_USEFUL_WORDS = 800

/** A text under this says too little to speak for a story: a caption, a teaser. */
const WELL_FORMED_WORDS = 60

/** Titles of pages that gather many things or tell by picture and sound. */
const GATHERING_TITLE =
  /^\W*(?:en direct|direct|live|vid[ée]os?|en images|photos?|podcast|replay|infographie|carte|quiz|revue de presse)\b/i

/** What a story's points are made of, so that somebody can be told why it stands where it stands. */
export interface StoryScore {
  readonly publishers: number
  readonly articles: number
  readonly freshness: number
  readonly length: number
}

/**
 * Points of a story, from 0 to about 6 on a very great day; comparable within one edition. Grows with the publishers
 * that wrote for themselves, with their articles, with the freshness of the newest and the length of the longest.
 */
export function importanceOf(articles: readonly PlacedArticle[], now: Instant): number {
  return sumOf(scoreOf(articles, now))
}

export function sumOf({ publishers, articles, freshness, length }: StoryScore): number {
  return publishers + articles + freshness + length
}

export function scoreOf(articles: readonly PlacedArticle[], now: Instant): StoryScore {
  const newestAt = Math.max(...articles.map(({ publishedAt }) => publishedAt))
  const longestWords = Math.max(...articles.map(countWords))
  return {
    publishers: POINTS_PER_DOUBLING_OF_PUBLISHERS * Math.log2(1 + countPublishers(articles)),
    articles: POINTS_PER_DOUBLING_OF_ARTICLES * Math.log2(1 + originalsOf(articles).length),
    freshness: POINTS_FOR_FRESHNESS * 2 ** (-Math.max(0, now - newestAt) / FRESHNESS_HALF_LIFE),
    length: POINTS_FOR_LENGTH * Math.min(1, longestWords / FULL_LENGTH_WORDS),
  }
}

/** Independent publishers: one that only reprints what another had first does not count. */
export function countPublishers(articles: readonly PlacedArticle[]): number {
  return new Set(originalsOf(articles).map(({ publisher }) => publisher)).size
}

/**
 * The articles that repeat none of the others, each original before its reprints. Of reprints whose original is not
 * among them, the first seen stands for it.
 */
function originalsOf(articles: readonly PlacedArticle[]): readonly PlacedArticle[] {
  const standIns = standInsOf(articles)
  return articles.filter(({ id, placement }) => standIns.get(placement.duplicateOf ?? id)?.id === id)
}

/** By the id of each original, the article that is here in its place: itself, or its first reprint. */
export function standInsOf(articles: readonly PlacedArticle[]): ReadonlyMap<string, PlacedArticle> {
  const standIns = new Map<string, PlacedArticle>()
  for (const article of articles.toSorted(bySight)) {
    const originalId = article.placement.duplicateOf ?? article.id
    const isOriginal = article.placement.duplicateOf === undefined
    if (isOriginal || !standIns.has(originalId)) standIns.set(originalId, article)
  }
  return standIns
}

function bySight(one: PlacedArticle, other: PlacedArticle): number {
  return one.firstSeenAt - other.firstSeenAt || (one.id < other.id ? -1 : 1)
}

/**
 * The articles of one story, the best teller first, reprints last: an original that others reprinted, then what is
 * well formed, then the longest, then the newest. Total, so that an edition made twice is the same.
 */
export function rankSources(articles: readonly PlacedArticle[]): readonly PlacedArticle[] {
  const originalIds = new Set(originalsOf(articles).map(({ id }) => id))
  const keys = new Map(articles.map((article) => [article.id, sourceKey(article, articles, originalIds)]))
  return articles.toSorted((one, other) => {
    const [first, second] = [keys.get(one.id) ?? [], keys.get(other.id) ?? []]
    const place = first.findIndex((value, position) => value !== second[position])
    return place === -1 ? (one.id < other.id ? -1 : 1) : (second[place] ?? 0) - (first[place] ?? 0)
  })
}

/** Compared from left to right, the greater first. */
function sourceKey(
  article: PlacedArticle,
  articles: readonly PlacedArticle[],
  originalIds: ReadonlySet<string>,
): readonly number[] {
  const words = countWords(article)
  const isWellFormed = words >= WELL_FORMED_WORDS && !GATHERING_TITLE.test(article.title)
  const reprintCount = articles.filter(({ placement }) => placement.duplicateOf === article.id).length
  return [
    originalIds.has(article.id) ? 1 : 0,
    isWellFormed ? 1 : 0,
    reprintCount,
    Math.min(words, LONGEST_USEFUL_WORDS),
    article.updatedAt ?? article.publishedAt,
  ]
}

/** Each text is counted for its story, for its rank and for the trace: once is enough. */
const wordCounts = new WeakMap<PlacedArticle, number>()

function countWords(article: PlacedArticle): number {
  const known = wordCounts.get(article)
  if (known !== undefined) return known
  const count = countInText(article.text)
  wordCounts.set(article, count)
  return count
}
