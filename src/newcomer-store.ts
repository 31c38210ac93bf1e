// New articles in two steps of one transaction, as services see them: written before its turn, placed in it.
import type { TellingArticle } from './fact-store.ts'
import type { IndexedArticle } from './search-index.ts'
import type { AddedArticle } from './article-store.ts'

/** An article that nobody has yet, with all that is read of it. */
export interface Newcomer extends IndexedArticle, TellingArticle {
  readonly names: readonly string[]
}

export interface NewcomerStore {
  /**
   * Their rows, which nobody else sees before the transaction ends; each is alone in its story. In the part of a transaction
   * that comes before its turn. Throws where another process has written one of them, and waits for it to have done so.
   */
  write(newcomers: readonly Newcomer[], factsVersion: number): Promise<void>
  /**
   * In the turn of the same transaction, in the order in which they were placed: where they belong, when they count as first
   * seen, under which names they are known, and what is counted of all.
   */
  place(newcomers: readonly Newcomer[], placed: readonly AddedArticle[]): Promise<void>
}
