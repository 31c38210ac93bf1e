// Articles, all their versions, their identity keys and their place in a story, as services see them.
import type { Appearance, Article, SentenceReference } from './core/article.ts'
import type { Instant } from './core/calendar.ts'
import type { PlacedArticle } from './core/importance.ts'
import type { Placement } from './core/story.ts'

/** A new article with its identity keys and its place among the stories. */
export interface AddedArticle {
  readonly article: Article
  readonly keys: readonly string[]
  readonly placement: Placement
}

export interface ArticleStore {
  /** Those of the identity keys that an article has. */
  knownKeys(keys: readonly string[]): Promise<ReadonlySet<string>>
  /** The articles that own any of these identity keys, by key. */
  findByKeys(keys: readonly string[]): Promise<ReadonlyMap<string, Article>>
  /** A new article with its identity keys and its place; the stories that it unites become one. */
  add(article: Article, keys: readonly string[], placement: Placement): Promise<void>
  /** The same for several, in the order in which they were placed. */
  addAll(added: readonly AddedArticle[]): Promise<void>
  /** A new version of a known article, with keys to add; it keeps its place, and old versions stay. */
  addVersion(article: Article, keys: readonly string[]): Promise<void>
  /** That another feed has a known article too; said again, nothing changes. */
  noteAppearance(articleId: string, appearance: Appearance): Promise<void>
  addKeys(articleId: string, keys: readonly string[]): Promise<void>
  get(articleIds: readonly string[]): Promise<readonly Article[]>
  /** The text of one version; undefined when there is none. */
  textOf(articleId: string, version: number): Promise<string | undefined>
  /** Cuts each reference out of its version, in order; undefined where there is no such version or stretch. */
  cut(references: readonly SentenceReference[]): Promise<readonly (string | undefined)[]>
  /** Current versions first seen in ]since, until], oldest first, with their places. */
  seenBetween(since: Instant, until: Instant): Promise<readonly PlacedArticle[]>
  /** Current versions of every article of a story, oldest first; of the one that took it, when another did. */
  ofStory(storyId: string): Promise<readonly PlacedArticle[]>
  placementOf(articleId: string): Promise<Placement | undefined>
  /** Every article of these stories, or of those that took them, with the story that was asked for. */
  membersOf(storyIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** At most `limit` articles whose addresses begin most like this one, of the same site; those most alike first. */
  addressedLike(url: string, limit: number): Promise<readonly Article[]>
  count(): Promise<number>
  /** When this feed last brought an article that no other had before; undefined when it never did. */
  lastBroughtBy(feedId: string): Promise<Instant | undefined>
  /** When the first article still kept was seen; undefined in an empty database. */
  oldestSeenAt(): Promise<Instant | undefined>
}
