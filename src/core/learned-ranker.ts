// The learned ranker: what a set of sentences is worth, by how salient its words are and by what an editor looks at.
// Its weights are trained by bench/train on abstracts that professionals wrote; ADR 0022.
import { fold } from '../french/normalise.ts'
import type { RankableArticle, SentenceRanker } from './rank-sentences.ts'
import { type DecisionTrees, sumsOfTrees } from './decision-trees.ts'
import { RANKER_WEIGHTS, type RankerWeights } from './ranker-weights.ts'
import {
  type ReadSentences,
  readSentences,
  SENTENCE_FEATURE_COUNT,
  SENTENCE_FEATURES,
  sentenceFeatures,
} from './sentence-features.ts'
import { expectedOverlap, expectedOverlaps, setFeatures, type WeighedSentences } from './set-features.ts'
import { salienceOf } from './word-salience.ts'

/**
 * In points of ROUGE, as the trees count: a brief of the publisher's own abstract is worth more than any other. Not
 * learned: the articles of training have their abstract outside of the text.
 */
const ABSTRACT_WORTH = 15

/** Scores, from 0 to about 1, gain this for a sentence of the abstract. */
const ABSTRACT_SCORE = 1

/**
 * Sets that the trees look at, those of which most is expected. Of 120 sets of an article the best is among these:
 * with all ROUGE is the same, with 16 it is 0.05 less.
 */
const MOST_SETS = 40

/** A ranker with the weights that are given. */
export function learnedRanker({ lexicon, wordTrees, setTrees }: RankerWeights): SentenceRanker {
  return (article) => {
    const read = readSentences(article.title, article.sentences, lexicon)
    const weighed = weighSentences(read, wordTrees)
    const abstract = abstractSentences(article)
    return {
      scores: sentenceScores(weighed).map(
        (score, position) => score + (abstract.has(position) ? ABSTRACT_SCORE : 0),
      ),
      worths: (sets) => {
        const shares = sets.map((positions) => shareIn(abstract, positions))
        return worthsOf(sets, weighed, setTrees, shares)
      },
    }
  }
}

/** In points of ROUGE for the most likely sets; the others stand behind them, by what is expected of them. */
function worthsOf(
  sets: readonly (readonly number[])[],
  weighed: WeighedSentences,
  setTrees: DecisionTrees,
  abstractShares: readonly number[],
): Float64Array {
  const expected = expectedOverlaps(weighed, sets).map(
    (overlap, order) => overlap + (abstractShares[order] ?? 0),
  )
  const likely = placesOfGreatest(expected, MOST_SETS)
  const chosen = likely.map((order) => sets[order] ?? [])
  const worths = sumsOfTrees(setTrees, setFeatures(weighed, chosen), chosen.length).map(
    (worth, place) => worth + ABSTRACT_WORTH * (abstractShares[likely[place] ?? 0] ?? 0),
  )
  const least = Math.min(...worths)
  const all = expected.map((overlap) => least - LIKELY_AHEAD + overlap)
  for (const [place, order] of likely.entries()) all[order] = worths[place] ?? 0
  return all
}

/** More than any expectation, which is 0 to 1, and 1 more for a set of the abstract. */
const LIKELY_AHEAD = 3

/** In the order of the values; of equal ones the first. */
function placesOfGreatest(values: Float64Array, most: number): readonly number[] {
  const places = Array.from(values.keys())
  if (places.length <= most) return places
  places.sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other)
  return places.slice(0, most)
}

const shareIn = (abstract: ReadonlySet<number>, positions: readonly number[]): number =>
  positions.filter((position) => abstract.has(position)).length / Math.max(1, positions.length)

/** A ranker with the weights that `npm run train` wrote. */
export const rankLearned: SentenceRanker = learnedRanker(RANKER_WEIGHTS)

export function weighSentences(read: ReadSentences, wordTrees: DecisionTrees): WeighedSentences {
  const salience = salienceOf(read.wordColumns, wordTrees)
  return { ...read, salience, sentenceRows: sentenceFeatures(read, salience) }
}

const [WORDS, SALIENCE] = [SENTENCE_FEATURES.indexOf('words'), SENTENCE_FEATURES.indexOf('salience')]

/** How much of an abstract each sentence alone can be expected to say. */
export function sentenceScores({ sentences, sentenceRows }: WeighedSentences): readonly number[] {
  return sentences.map((_, position) => {
    const row = position * SENTENCE_FEATURE_COUNT
    return expectedOverlap(sentenceRows[row + SALIENCE] ?? 0, sentenceRows[row + WORDS] ?? 0)
  })
}

/** Positions of the sentences that stand in the publisher's abstract. */
function abstractSentences({ lead, sentences }: RankableArticle): ReadonlySet<number> {
  const abstract = fold(lead ?? '')
  if (abstract === '') return new Set()
  return new Set(sentences.keys().filter((position) => abstract.includes(fold(sentences[position] ?? ''))))
}
