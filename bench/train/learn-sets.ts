// Teaches the trees that foresee how close a set of sentences comes to the abstract of its article. Weighs no word.
import { bestSentences, setsWithin } from '../../src/core/brief.ts'
import { standTogether } from '../../src/core/brief-sentences.ts'
import type { DecisionTrees } from '../../src/core/decision-trees.ts'
import { sentenceScores, weighSentences } from '../../src/core/learned-ranker.ts'
import type { Lexicon } from '../../src/core/lexicon.ts'
import { readSentences } from '../../src/core/sentence-features.ts'
import { SET_FEATURE_COUNT, setFeatures, type WeighedSentences } from '../../src/core/set-features.ts'
import { growTrees } from './grow-trees.ts'
import { FOLDS, type Lesson } from './lessons.ts'
import { RowStore } from './row-store.ts'
import { type Rouge, rougeOf } from './rouge.ts'

/** Sets of at most three sentences out of the twelve most promising; longer than a brief, so that length is learned. */
const LIMITS = { maxSentences: 3, maxWords: 75 }
const MOST_COMBINED = 12

const GROWTH = {
  trees: 180,
  rate: 0.08,
  shrinkage: 5,
  featureShare: 0.5,
  seed: 1,
  base: 0,
}

/** Sets of sentences, those of one article side by side. */
interface SetExamples {
  readonly rows: RowStore
  /** What a set is worth, in points of ROUGE. */
  readonly worths: readonly number[]
  /** Where the sets of each article begin, and where the last ones end. */
  readonly starts: readonly number[]
}

export function learnSets(
  lessons: readonly Lesson[],
  lexicons: readonly Lexicon[],
  wordTrees: DecisionTrees,
): DecisionTrees {
  const { rows, worths, starts } = setExamples(lessons, lexicons, wordTrees)
  return growTrees(rows, withinArticles(worths, starts), GROWTH)
}

function setExamples(
  lessons: readonly Lesson[],
  lexicons: readonly Lexicon[],
  wordTrees: DecisionTrees,
): SetExamples {
  const rows = new RowStore(SET_FEATURE_COUNT)
  const worths: number[] = []
  const starts = [0]
  for (const [order, lesson] of lessons.entries()) {
    const lexicon = lexicons[order % FOLDS]
    if (lexicon === undefined) continue
    const weighed = weighSentences(readSentences(lesson.title, lesson.sentences, lexicon), wordTrees)
    const scores = sentenceScores(weighed)
    const candidates = bestSentences(lesson.read, { scores }, LIMITS, MOST_COMBINED)
    const sets = setsWithin(candidates, LIMITS)
      .filter((chosen) => standTogether(chosen, lesson.read))
      .map((chosen) => chosen.map(({ at }) => at))
    const columns = setFeatures(weighed, sets)
    for (const [row, positions] of sets.entries()) {
      rows.add(columns, sets.length, row)
      worths.push(worthOf(rougeOf(wordsAt(weighed, positions), abstractOf(lesson))))
    }
    starts.push(rows.count)
  }
  return { rows, worths, starts }
}

/** ROUGE-2 counts a little more: its points are rarer. */
const worthOf = ({ one, two, longest }: Rouge): number => (one + 1.2 * two + longest) / 3

const abstractOf = ({ abstract }: Lesson): Int32Array => abstract.hashes.subarray(0, abstract.count)

function wordsAt({ words }: WeighedSentences, positions: readonly number[]): Int32Array {
  const stretches = positions.map((at) => words.hashes.subarray(words.firsts[at], words.firsts[at + 1]))
  const all = new Int32Array(stretches.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const stretch of stretches) {
    all.set(stretch, offset)
    offset += stretch.length
  }
  return all
}

/**
 * Least squares of the differences within each article: how good its best brief can be is nothing to learn. An article
 * with many sets counts for more, but not in proportion.
 */
function withinArticles(worths: readonly number[], starts: readonly number[]) {
  return (sums: Float64Array, gradients: Float64Array, curvatures: Float64Array): void => {
    for (const [article, from] of starts.slice(0, -1).entries()) {
      const to = starts[article + 1] ?? from
      const [wanted, reached] = [mean(worths, from, to), mean(sums, from, to)]
      const weight = 1 / Math.sqrt(to - from)
      for (let at = from; at < to; at++) {
        gradients[at] = weight * ((worths[at] ?? 0) - wanted - ((sums[at] ?? 0) - reached))
        curvatures[at] = weight
      }
    }
  }
}

function mean(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += values[at] ?? 0
  return sum / (to - from)
}
