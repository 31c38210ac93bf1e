// What became of every article that an edition considered: kept beside it, told when somebody asks why. Decides nothing.
import type { SentenceReference } from './article.ts'
import { DAY, type Instant } from './calendar.ts'
import type { ComposedEdition, DropReason } from './compose-edition.ts'
import type { Edition, EditionStory } from './edition.ts'
import type { StoryScore } from './importance.ts'

/** As long as somebody may ask why: 3 kB a composition of 150 articles, one for all channels of a slot; ADR 21. */
export const TRACE_LIFE: Instant = 30 * DAY

/**
 * One composition, small enough to be kept: what stands in the stories of the edition is not said again. Editions that
 * were composed together share it.
 */
export interface EditionTrace {
  readonly madeAt: Instant
  /** Stories that an edition tells at most. */
  readonly limit: number
  /** The filter, as it reads back; undefined where there was none, or where nobody wrote it down yet. */
  readonly filter?: string
  /** Every story that there was to choose from, most important first: its id and its points, in the order of `StoryScore`. */
  readonly ranked: readonly RankedTrace[]
  /** Ids of articles that are in no story, by the reason. */
  readonly dropped: readonly (readonly [reason: DropKey, articleIds: readonly string[]])[]
}

type RankedTrace = readonly [
  storyId: string,
  publishers: number,
  articles: number,
  freshness: number,
  length: number,
]

/** A reason in one word. */
type DropKey = Exclude<DropReason['kind'], 'filtered-by'> | 'feeds' | 'rubrics' | 'words'

/** What an edition did with one article. */
export type Fate =
  /** Sentences of it are quoted; `position` is 1 for the first story. */
  | { readonly kind: 'told'; readonly position: number; readonly sentences: readonly SentenceReference[] }
  /** It is linked as a source of a story that others tell better. */
  | { readonly kind: 'listed'; readonly position: number; readonly silence?: Silence }
  /** It is linked as a reprint of another article of its story. */
  | { readonly kind: 'folded-into'; readonly position: number; readonly articleId: string }
  | Exclude<DropReason, { readonly kind: 'cut-for-length' }>
  | {
      readonly kind: 'cut-for-length'
      readonly rank: number | undefined
      readonly limit: number
      readonly silence?: Silence
    }
  /** The edition did not look at it: its feed is none of the digest's readers. */
  | { readonly kind: 'out-of-reach' }
  /** The edition is older than its trace, or than traces altogether. */
  | { readonly kind: 'forgotten' }

/** Why nothing of it is quoted. */
export type Silence = 'not-quotable' | 'quoting-off'

/** Where the article's story stood among all of the edition. */
export interface StoryRank {
  /** 1 for the first. */
  readonly rank: number
  readonly among: number
  readonly score: StoryScore
}

/** Points are told with one decimal; two are kept, so that they still sum up. */
const POINT_STEPS = 100

export function traceOf(
  { ranked, dropped }: Pick<ComposedEdition, 'ranked' | 'dropped'>,
  made: Pick<EditionTrace, 'madeAt' | 'limit' | 'filter'>,
): EditionTrace {
  const byReason = Map.groupBy(dropped, ({ reason }) => keyOf(reason))
  return {
    ...made,
    ranked: ranked.map(({ storyId, score: { publishers, articles, freshness, length } }) => [
      storyId,
      rounded(publishers),
      rounded(articles),
      rounded(freshness),
      rounded(length),
    ]),
    dropped: [...byReason].map(([key, list]) => [key, list.map(({ articleId }) => articleId)]),
  }
}

function rounded(points: number): number {
  return Math.round(points * POINT_STEPS) / POINT_STEPS
}

function keyOf(reason: DropReason): DropKey {
  return reason.kind === 'filtered-by' ? reason.filter : reason.kind
}

/** An article, and its story as it was called in the edition: undefined where that is not known. */
interface ArticleThen {
  readonly id: string
  readonly storyId: string | undefined
}

/**
 * What the story of an article was called in an edition: since then it may have become part of another, and its id is
 * that of one of the articles of both, `memberIds`. Undefined where several parts were ranked and none is known for its
 * own.
 */
export function storyThen(
  article: { readonly id: string; readonly storyId: string },
  memberIds: readonly string[],
  { stories }: Pick<Edition, 'stories'>,
  trace: EditionTrace | undefined,
): string | undefined {
  const told = stories.find(({ sources }) => sources.some(({ articleId }) => articleId === article.id))
  if (told !== undefined) return told.storyId
  const names = new Set([article.storyId, ...memberIds])
  const ranked = trace?.ranked.map(([storyId]) => storyId).filter((storyId) => names.has(storyId)) ?? []
  if (ranked.includes(article.id)) return article.id
  return ranked.length > 1 ? undefined : (ranked[0] ?? article.storyId)
}

/** `trace` is undefined where none is kept any more. */
export function fateOf(
  article: ArticleThen,
  { stories }: Pick<Edition, 'stories'>,
  trace: EditionTrace | undefined,
): Fate {
  for (const [index, story] of stories.entries()) {
    const fate = fateIn(story, index + 1, article.id)
    if (fate !== undefined) return fate
  }
  return trace === undefined ? { kind: 'forgotten' } : dropOf(article, stories, trace)
}

function fateIn({ brief, sources }: EditionStory, position: number, articleId: string): Fate | undefined {
  const sentences = brief.filter((reference) => reference.articleId === articleId)
  if (sentences.length > 0) return { kind: 'told', position, sentences }
  const source = sources.find((candidate) => candidate.articleId === articleId)
  if (source === undefined) return undefined
  if (source.duplicateOf !== undefined)
    return { kind: 'folded-into', position, articleId: source.duplicateOf }
  if (source.isUnquoted === true) return { kind: 'listed', position, silence: 'quoting-off' }
  return { kind: 'listed', position, ...(brief.length === 0 ? { silence: 'not-quotable' } : {}) }
}

function dropOf(article: ArticleThen, stories: readonly EditionStory[], trace: EditionTrace): Fate {
  const [key] = trace.dropped.find(([, articleIds]) => articleIds.includes(article.id)) ?? []
  switch (key) {
    case 'feeds':
    case 'rubrics':
    case 'words':
      return { kind: 'filtered-by', filter: key }
    case 'shown-before':
    case 'muted':
    case 'too-old':
      return { kind: key }
    case 'cut-for-length': {
      const rank = rankOf(article.storyId, trace)?.rank
      const silence =
        rank !== undefined && wasAsked(rank, stories, trace) ? { silence: 'not-quotable' as const } : {}
      return { kind: 'cut-for-length', rank, limit: trace.limit, ...silence }
    }
    case undefined:
      return { kind: 'out-of-reach' }
    default:
      return key satisfies never
  }
}

/** Stories are asked for sentences in order, until enough have some: whoever was asked and is not told had none. */
function wasAsked(rank: number, stories: readonly EditionStory[], trace: EditionTrace): boolean {
  const quoted = stories.filter(({ brief }) => brief.length > 0)
  if (quoted.length < trace.limit) return true
  return quoted.some(({ storyId }) => (rankOf(storyId, trace)?.rank ?? 0) > rank)
}

/** Undefined for a story that was not among those to choose from. */
export function rankOf(storyId: string | undefined, { ranked }: EditionTrace): StoryRank | undefined {
  const index = ranked.findIndex(([id]) => id === storyId)
  const found = ranked[index]
  if (found === undefined) return undefined
  const [, publishers, articles, freshness, length] = found
  return { rank: index + 1, among: ranked.length, score: { publishers, articles, freshness, length } }
}
