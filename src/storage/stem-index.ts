// Which sentences have which stems: the part of the search that each database keeps in its own way. Ranks by figures alone.
import type { RawBuilder } from 'kysely'
import type { Session } from './session.ts'

export interface StemIndex {
  /** What a migration cannot create in words that every database understands; does nothing when it is there. */
  prepare(session: Session): Promise<void>
  /** In the transaction that numbered the sentences, before its turn to write or in it. */
  add(session: Session, sentences: readonly StemmedSentence[]): Promise<void>
  /** How many stems those that were added have together; in the turn of the same transaction. */
  countAdded(session: Session, stemCount: number): Promise<void>
  remove(session: Session, sentenceIds: readonly number[]): Promise<void>
  /** What is left to do for sentences that were added, outside of any transaction: nobody else waits for it. */
  keepUp(session: Session): Promise<void>
  /** A stem that stands nowhere is left out. In any order. */
  count(session: Session, stems: readonly string[]): Promise<readonly CountedStem[]>
  /**
   * Every sentence with one of the stems, scored by bm25 (k1 = 1.2, b = 0.75); the best ones of `search.feeds`, best
   * first. `narrowed` keeps sentences of other feeds from being scored.
   */
  score(session: Session, search: Search, narrowed: Feeds | undefined): Promise<readonly Hit[]>
  /** Of each sentence from this id on that has one of the stems, the weights of those that it has, added. */
  weigh(session: Session, stems: readonly WeighedStem[], from: number): Promise<ReadonlyMap<number, number>>
  /** The id of the sentence with this stem that has `newer` newer ones; undefined when there are not so many. */
  newest(session: Session, stem: CountedStem, newer: number): Promise<number | undefined>
  /** Frees the index of sentences that went, for so long, in a transaction of its own; false when there is nothing to do. */
  tend(session: Session, milliseconds: number): Promise<boolean>
}

export interface StemmedSentence {
  readonly id: number
  /** With repetitions. */
  readonly stems: readonly string[]
}

/** A stem and in how many sentences it stands. */
export interface CountedStem {
  readonly stem: string
  readonly count: number
}

export interface WeighedStem extends CountedStem {
  readonly weight: number
}

export interface Search {
  /** At least one, rarest first. */
  readonly stems: readonly CountedStem[]
  /** A whole number above 0. */
  readonly limit: number
  readonly feeds: Feeds | undefined
}

/** Ids of feeds as a list that a statement can ask. */
export type Feeds = RawBuilder<unknown>

export interface Hit {
  readonly id: number
  readonly article_id: string
  readonly version: number
  readonly start_offset: number
  readonly end_offset: number
  /** The lower the better, never above 0. */
  readonly rank: number
}

export const bestFirst = (one: Hit, other: Hit): number => one.rank - other.rank || one.id - other.id
