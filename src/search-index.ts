// Finding what was kept: sentences by their words, names by their beginning. A part of the ports: src/storage keeps it.
import type { FoundSentence, StemFrequencies } from './core/answer.ts'
import type { Article } from './core/article.ts'

export interface SearchIndex {
  /** Makes the sentences of an article's current version findable; those of older versions leave the index. */
  index(article: Article, sentences: readonly IndexedSentence[]): Promise<void>
  /** The same for several articles, each of them once. */
  indexAll(indexed: readonly IndexedArticle[]): Promise<void>
  /**
   * After articles were indexed, and outside of their transaction: puts their sentences where they are found more quickly.
   * Those that it never comes to are found all the same.
   */
  keepUp(): Promise<void>
  /**
   * Sentences with any of the stems, best first, at most `limit`. Never throws on odd stems. With `feedIds`, only of
   * articles that one of these feeds had.
   */
  find(
    stems: readonly string[],
    limit: number,
    feedIds?: ReadonlySet<string>,
  ): Promise<readonly FoundSentence[]>
  /** In how many sentences each stem occurs, and how many sentences there are. */
  frequencies(stems: readonly string[]): Promise<StemFrequencies>
}

export interface IndexedSentence {
  readonly start: number
  readonly end: number
  readonly stems: readonly string[]
}

export interface IndexedArticle {
  readonly article: Article
  readonly sentences: readonly IndexedSentence[]
}

/** Who is named in which article, for offering names while somebody types. */
export interface PeopleIndex {
  /** Takes the place of what was noted for the article before. */
  index(articleId: string, names: readonly string[]): Promise<void>
  /** The same for several articles, each of them once. */
  indexAll(named: readonly NamingArticle[]): Promise<void>
  /**
   * Names of which a word begins with `typed`, whatever the accents and capitals, of articles that one of the feeds had
   * first; the most often named first, at most `limit`. While nothing is typed, of the newest articles alone.
   */
  suggest(typed: string, feedIds: ReadonlySet<string>, limit: number): Promise<readonly string[]>
}

export interface NamingArticle {
  readonly articleId: string
  readonly names: readonly string[]
}
