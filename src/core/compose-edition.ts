// Composes an edition: chooses, groups and orders stories. Writes no sentence and stores nothing.
import type { SentenceReference } from './article.ts'
import type { BriefLimits } from './brief.ts'
import type { Instant, Zone } from './calendar.ts'
import type { Digest } from './digest.ts'
import { appearancesOf, prepareChoice } from './digest-filter.ts'
import type { BriefSentence, EditionSource, EditionStory } from './edition.ts'
import { editorialBrackets } from './editorial-brackets.ts'
import { findClashes, outdatedTolls } from './disagreement.ts'
import type { Feed } from './feed.ts'
import { isNews } from './news.ts'
import {
  countPublishers,
  importanceOf,
  rankSources,
  scoreOf,
  standInsOf,
  type PlacedArticle,
  type StoryScore,
} from './importance.ts'
import { createQuotationMeasure, mayBeQuoted, type QuotationMeasure } from './quotation-measure.ts'
import { briefOfStory, type SetsOf } from './story-brief.ts'

export interface EditionInput {
  readonly digest: Pick<
    Digest,
    'feeds' | 'rubrics' | 'withWords' | 'withoutWords' | 'filter' | 'maxStories' | 'maxWords'
  >
  /** To know the feeds that the digest names; one that is not here is known by its id only. */
  readonly feeds: readonly (Pick<Feed, 'id' | 'title' | 'rubric'> &
    Partial<Pick<Feed, 'publisher' | 'isQuoted'>>)[]
  /** Current versions, first seen in ]since, now]. */
  readonly candidates: readonly PlacedArticle[]
  /** Ids of articles that earlier editions of this digest have shown; originals of candidates should be among those asked for. */
  readonly shown: ReadonlySet<string>
  /** Ids of stories that its readers do not want. */
  readonly muted: ReadonlySet<string>
  /** By story, what earlier editions of this digest told of it, and when the last of them did: it is not told again. */
  readonly told: ReadonlyMap<string, { readonly slotAt: Instant; readonly sentences: readonly string[] }>
  readonly since: Instant
  readonly now: Instant
  /** Where its readers are: what «mercredi» is told by. */
  readonly zone?: Zone
  /** What of an article's text could tell it. Called for stories at the top only. */
  readonly brief: SetsOf<PlacedArticle>
  /** The same key gives the same story, told once: of two editions that share it, or more. Each tells its own when absent. */
  readonly tellOnce?: (key: string, tell: () => EditionStory) => EditionStory
}

export interface ComposedEdition {
  /** Most important first; stories without a brief after those that have one. */
  readonly stories: readonly EditionStory[]
  /** Articles that passed the filters and were new. */
  readonly articleCount: number
  /** How many of them repeat another of them. */
  readonly foldedCount: number
  /** Stories that there were to choose from. */
  readonly rankedCount: number
  /** All of them in order, with what put them there. */
  readonly ranked: readonly { readonly storyId: string; readonly score: StoryScore }[]
  /** Every candidate that is in no story, once. */
  readonly dropped: readonly DroppedArticle[]
  /** Ids of articles of its stories that are only linked: their publisher is not quoted, or reserves it. */
  readonly unquoted: readonly string[]
}

interface DroppedArticle {
  readonly articleId: string
  readonly storyId: string
  readonly reason: DropReason
}

/** Why a reader does not find an article in an edition. */
export type DropReason =
  | { readonly kind: 'filtered-by'; readonly filter: 'feeds' | 'rubrics' | 'words' }
  /** It, or the article that it repeats, stood in an earlier edition. */
  | { readonly kind: 'shown-before' }
  /** Readers pressed «Masquer ce sujet». */
  | { readonly kind: 'muted' }
  /** It came late: published long before the time that the edition tells. */
  | { readonly kind: 'too-old' }
  /** Its story came in this place, 1 for the first, where `limit` are told. */
  | { readonly kind: 'cut-for-length'; readonly rank: number; readonly limit: number }

/** Articles between which others have a turn: some 20 ms where people and places are looked for. */
const READ_AT_ONCE = 50

interface RankedStory {
  readonly storyId: string
  readonly articles: readonly PlacedArticle[]
  readonly importance: number
}

/** A brief of a story has one to three sentences; more than two only of several publishers. */
const MOST_SENTENCES = 3

/** The stories of one edition. The same input gives the same edition. */
export function composeEdition(input: EditionInput): ComposedEdition {
  const steps = composeInSteps(input)
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}

/**
 * The same, story by story: a large edition takes a quarter of a second, and whoever has others to answer meanwhile
 * can do so between two steps.
 */
export function* composeInSteps(input: EditionInput): Generator<undefined, ComposedEdition, undefined> {
  const drops = yield* chooseArticles(input)
  const droppedIds = new Set(drops.map(({ articleId }) => articleId))
  const articles = input.candidates.filter(({ id }) => !droppedIds.has(id))
  const ranked = rankStories(articles, input.now)
  yield undefined
  const { stories, cut } = yield* tellStories(ranked, input)
  return {
    stories,
    articleCount: articles.length,
    foldedCount: articles.length - standInsOf(articles).size,
    rankedCount: ranked.length,
    ranked: ranked.map(({ storyId, articles: members }) => ({ storyId, score: scoreOf(members, input.now) })),
    dropped: [...drops, ...cut],
    unquoted: stories.flatMap(({ sources }) =>
      sources.filter(({ isUnquoted }) => isUnquoted === true).map(({ articleId }) => articleId),
    ),
  }
}

/** Some at a time: a filter reads whole articles, and a week has thousands. */
function* chooseArticles(input: EditionInput): Generator<undefined, readonly DroppedArticle[], undefined> {
  const refusalOf = prepareChoice(input.digest, input.feeds)
  const drops: DroppedArticle[] = []
  for (const [at, article] of input.candidates.entries()) {
    if (at % READ_AT_ONCE === READ_AT_ONCE - 1) yield undefined
    const reason = reasonToDrop(article, input, refusalOf)
    if (reason !== undefined) drops.push(dropOf(article, reason))
  }
  return drops
}

function reasonToDrop(
  article: PlacedArticle,
  input: EditionInput,
  refusalOf: ReturnType<typeof prepareChoice>,
): DropReason | undefined {
  const refusal = refusalOf(article)
  if (refusal !== undefined) return { kind: 'filtered-by', filter: refusal.by }
  if (input.muted.has(article.placement.storyId)) return { kind: 'muted' }
  const { duplicateOf } = article.placement
  const isShown = input.shown.has(article.id) || (duplicateOf !== undefined && input.shown.has(duplicateOf))
  if (isShown) return { kind: 'shown-before' }
  return isNews(article, input.since) ? undefined : { kind: 'too-old' }
}

function dropOf({ id, placement }: PlacedArticle, reason: DropReason): DroppedArticle {
  return { articleId: id, storyId: placement.storyId, reason }
}

function rankStories(articles: readonly PlacedArticle[], now: Instant): readonly RankedStory[] {
  const groups = Map.groupBy(articles, ({ placement }) => placement.storyId)
  return [...groups]
    .map(([storyId, members]) => ({ storyId, articles: members, importance: importanceOf(members, now) }))
    .toSorted((one, other) => other.importance - one.importance || (one.storyId < other.storyId ? -1 : 1))
}

/**
 * Stories in order until enough have a brief; if too few have one, the most important of the others follow as links.
 */
function* tellStories(
  ranked: readonly RankedStory[],
  input: EditionInput,
): Generator<
  undefined,
  { readonly stories: readonly EditionStory[]; readonly cut: readonly DroppedArticle[] },
  undefined
> {
  const limit = input.digest.maxStories
  const measure = createQuotationMeasure()
  const told: EditionStory[] = []
  const linked: EditionStory[] = []
  for (const story of ranked) {
    if (told.length >= limit) break
    const made = tellStory(story, input, measure)
    if (made.brief.length > 0) told.push(made)
    else linked.push(made)
    yield undefined
  }
  const stories = [...told, ...linked].slice(0, limit)
  const keptIds = new Set(stories.map(({ storyId }) => storyId))
  const cut = ranked.flatMap(({ storyId, articles }, index) =>
    keptIds.has(storyId)
      ? []
      : articles.map((article) => dropOf(article, { kind: 'cut-for-length', rank: index + 1, limit })),
  )
  return { stories, cut }
}

/** What it quotes is noted as quoted. */
function tellStory(ranked: RankedStory, input: EditionInput, measure: QuotationMeasure): EditionStory {
  const { tellOnce = (_, tell) => tell() } = input
  const story = tellOnce(keyOf(ranked, input, measure), () => makeStory(ranked, input, measure))
  for (const article of ranked.articles) {
    const own = story.brief.filter(({ articleId }) => articleId === article.id)
    const sentences = own.map(({ start, end }) => article.text.slice(start, end))
    if (sentences.length > 0) measure.spend(article, sentences)
  }
  return story
}

/** All that decides how a story is told. */
function keyOf(
  { storyId, articles }: RankedStory,
  input: EditionInput,
  { roomFor }: QuotationMeasure,
): string {
  const { digest, told, zone } = input
  const members = articles.map((article) => {
    const { id, version, placement } = article
    const room = isQuotable(article, input) ? roomFor(article) : undefined
    return [id, version, placement.duplicateOf, room?.maxSentences, room?.maxWords]
  })
  return JSON.stringify([storyId, members, digest.maxWords, zone, told.get(storyId)?.sentences])
}

/** The head is the article that the brief begins with; reprints are never quoted in place of their original. */
function makeStory(
  { storyId, articles }: RankedStory,
  input: EditionInput,
  measure: QuotationMeasure,
): EditionStory {
  const standIns = standInsOf(articles)
  const sources = rankSources(articles)
  const quotable = sources.slice(0, standIns.size).filter((article) => isQuotable(article, input))
  const clashes = findClashes(quotable)
  const quoted = quote({ storyId, articles: quotable }, articles, input, measure)
  const brief = withBrackets(quoted, quotable, input.zone)
  const head = sources.find(({ id }) => id === brief[0]?.articleId) ?? sources[0]
  const ordered = head === undefined ? sources : [head, ...sources.filter((article) => article !== head)]
  return {
    storyId,
    title: head?.title ?? '',
    rubric: commonestRubric(ordered),
    publishedAt: Math.max(...articles.map(({ publishedAt }) => publishedAt)),
    publisherCount: countPublishers(articles),
    brief,
    sources: ordered.map((article) => ({
      ...sourceOf(article, standIns),
      ...(isQuotable(article, input) ? {} : { isUnquoted: true as const }),
    })),
    ...(clashes.length === 0 ? {} : { clashes }),
  }
}

/** The sentences that tell the story. `all` are its articles, also those that are only linked. */
function quote(
  { storyId, articles }: Pick<RankedStory, 'storyId' | 'articles'>,
  all: readonly PlacedArticle[],
  { brief: setsOf, digest, told }: EditionInput,
  { roomFor }: QuotationMeasure,
): readonly SentenceReference[] {
  const limits: BriefLimits = { maxSentences: MOST_SENTENCES, maxWords: digest.maxWords }
  return briefOfStory({
    articles,
    setsOf,
    limits,
    roomFor,
    told: told.get(storyId)?.sentences ?? [],
    isOutdated: outdatedTolls(all),
  })
}

/** What an editor adds to the sentences, article by article: what one of them told, the others of it need not. */
function withBrackets(
  brief: readonly SentenceReference[],
  articles: readonly PlacedArticle[],
  zone: Zone | undefined,
): readonly BriefSentence[] {
  const insertions = new Map<SentenceReference, BriefSentence['insertions']>()
  for (const { id, text, publishedAt, updatedAt } of articles) {
    const own = brief.filter(({ articleId }) => articleId === id)
    const brackets = editorialBrackets({ text, publishedAt, updatedAt, zone }, own)
    for (const [order, reference] of own.entries()) insertions.set(reference, brackets[order] ?? [])
  }
  return brief.map((reference) => {
    const added = insertions.get(reference) ?? []
    return added.length === 0 ? reference : { ...reference, insertions: added }
  })
}

/** Its publisher is quoted by the readers' choice, and neither reserved it nor left it without an address. */
function isQuotable(article: PlacedArticle, { feeds }: EditionInput): boolean {
  if (!mayBeQuoted(article)) return false
  const own = new Set(appearancesOf(article).map(({ feedId }) => feedId))
  return !feeds.some(
    ({ id, publisher, isQuoted }) => isQuoted === false && (publisher === article.publisher || own.has(id)),
  )
}

/** The rubric of most sources, the head's among equals; `''` only when no source has one. */
function commonestRubric(sources: readonly PlacedArticle[]): string {
  const counts = new Map<string, number>()
  for (const source of sources) {
    const rubric = appearancesOf(source).find((appearance) => appearance.rubric !== '')?.rubric
    if (rubric !== undefined) counts.set(rubric, (counts.get(rubric) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0] ?? ''
}

function sourceOf(article: PlacedArticle, standIns: ReadonlyMap<string, PlacedArticle>): EditionSource {
  const repeated = standIns.get(article.placement.duplicateOf ?? article.id)
  return {
    articleId: article.id,
    version: article.version,
    publisher: article.publisher,
    title: article.title,
    url: article.url,
    publishedAt: article.publishedAt,
    isUpdate: article.updatedAt !== undefined,
    ...(article.agency === undefined ? {} : { agency: article.agency }),
    ...(repeated === undefined || repeated.id === article.id ? {} : { duplicateOf: repeated.id }),
  }
}
