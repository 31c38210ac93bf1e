// Teaches the trees that foresee which words of an article its abstract says. Looks at no sentence.
import type { DecisionTrees } from '../../src/core/decision-trees.ts'
import type { Lexicon } from '../../src/core/lexicon.ts'
import { readSentences } from '../../src/core/sentence-features.ts'
import { WORD_FEATURES } from '../../src/core/word-salience.ts'
import { growTrees } from './grow-trees.ts'
import type { Lesson } from './lessons.ts'
import { FOLDS } from './lessons.ts'
import { RowStore } from './row-store.ts'

/** One lesson in two is enough: 900,000 words. */
const LESSON_STEP = 2

const WIDTH = WORD_FEATURES.length

/** The share of words that an abstract says, as the logarithm of its odds. */
const BASE = Math.log(0.09 / 0.91)

const GROWTH = {
  trees: 60,
  rate: 0.2,
  shrinkage: 1,
  featureShare: 1,
  seed: 1,
  base: BASE,
}

/** `lexicons` has one a fold. */
export function learnWords(lessons: readonly Lesson[], lexicons: readonly Lexicon[]): DecisionTrees {
  const rows = new RowStore(WIDTH)
  const answers: number[] = []
  for (let order = 0; order < lessons.length; order += LESSON_STEP) {
    const lesson = lessons[order]
    const lexicon = lexicons[order % FOLDS]
    if (lesson === undefined || lexicon === undefined) continue
    const { words, vocabulary, wordColumns } = readSentences(lesson.title, lesson.sentences, lexicon)
    const said = new Set(lesson.abstract.hashes.subarray(0, lesson.abstract.count))
    for (let number = 0; number < vocabulary.size; number++) {
      rows.add(wordColumns, vocabulary.size, number)
      answers.push(said.has(words.hashes[vocabulary.firstWords[number] ?? 0] ?? 0) ? 1 : 0)
    }
  }
  return growTrees(rows, logisticSlope(answers), GROWTH)
}

/** Logistic loss. */
function logisticSlope(answers: readonly number[]) {
  return (sums: Float64Array, gradients: Float64Array, curvatures: Float64Array): void => {
    for (const [row, answer] of answers.entries()) {
      const chance = 1 / (1 + Math.exp(-(sums[row] ?? 0)))
      gradients[row] = answer - chance
      curvatures[row] = chance * (1 - chance)
    }
  }
}
