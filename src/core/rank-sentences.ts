// What each sentence of an article is worth in a brief, and what several are worth together: the form of every ranker.

export interface RankableArticle {
  /** `''` where there is none. */
  readonly title: string
  /** The publisher's own abstract, when there is one. */
  readonly lead?: string
  /** In the order of the text. */
  readonly sentences: readonly string[]
}

export interface SentenceRanking {
  /** One score a sentence, in order: higher is better, comparable within one article only. */
  readonly scores: readonly number[]
  /**
   * What a brief of each set of positions is worth, in order; positions ascend, and none is empty. Comparable within
   * one article only.
   */
  worths(sets: readonly (readonly number[])[]): ArrayLike<number>
}

/** Pure and deterministic: `rankLearned`, and beside it the classics `rankLead`, `rankLexRank` and `rankTextRank`. */
export type SentenceRanker = (article: RankableArticle) => SentenceRanking

/** A ranking that knows sentences one by one: several are worth what they are worth alone. */
export function rankingOf(scores: readonly number[]): SentenceRanking {
  return {
    scores,
    worths: (sets) =>
      sets.map((positions) => positions.reduce((sum, position) => sum + (scores[position] ?? 0), 0)),
  }
}
