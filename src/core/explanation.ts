// What can be said when somebody asks why an article is, or is not, in an edition. Finds nothing out.
import type { Article } from './article.ts'
import type { Edition } from './edition.ts'
import type { Finding } from './filter.ts'
import type { PlacedArticle } from './importance.ts'
import type { StoryTie } from './story-tie.ts'
import type { Fate, StoryRank } from './trace.ts'

export type Explanation =
  | {
      readonly kind: 'unknown'
      readonly asked: string
      /** With addresses that are nearly the one asked for. */
      readonly nearest: readonly Article[]
    }
  | ({ readonly kind: 'known' } & ExplainedArticle)

export interface ExplainedArticle {
  readonly article: PlacedArticle
  /** Titles of the feeds that had it, the first first; a feed that is gone has none. */
  readonly feedTitles: readonly string[]
  /** Every article of its story, oldest first, itself included. */
  readonly members: readonly PlacedArticle[]
  /** What it repeats; undefined for an original. */
  readonly repeats: PlacedArticle | undefined
  /** Undefined for the first article of its story. */
  readonly tie: StoryTie | undefined
  /** By slot. */
  readonly considered: readonly ConsideredEdition[]
}

export interface ConsideredEdition {
  readonly edition: Edition
  readonly fate: Fate
  /** Undefined where its story was not to choose from, or nobody remembers. */
  readonly rank: StoryRank | undefined
  /** Of the article, as the edition quotes them. */
  readonly sentences: readonly string[]
  /** The article that it was folded into, where the edition did so. */
  readonly into: PlacedArticle | undefined
  /** The filter that left it out, as it reads, and what of it decided; undefined where another reason did. */
  readonly filtered: { readonly line: string; readonly because: readonly Finding[] } | undefined
  /** The last edition before that had told it. */
  readonly toldBy: Edition | undefined
}
