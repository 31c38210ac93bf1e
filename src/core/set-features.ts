// What can be said in numbers of several sentences shown together, for the learned ranker. Weighs none of them.
import { SENTENCE_FEATURE_COUNT, SENTENCE_FEATURES, type ReadSentences } from './sentence-features.ts'

const OF_THE_SET = [
  'sentences',
  'words',
  'salience',
  'expected overlap of words',
  'salience of pairs',
  'expected overlap of pairs',
  'share of the title',
  'pairs of words of the title',
  'greatest likeness of two',
  'distance of the first and the last',
  'in a row',
  'position of the first',
  'position of the last',
  'position of the first, share of the article',
  'salience by word',
  'words of the first',
  'words of the last',
] as const

/** Sentence features of which the least and the greatest of the set are looked at, beside the mean and the first. */
const EXTREMES = [
  'share of the title',
  'centrality',
  'quoted share',
  'question',
  'pointing',
  'figures',
  'salience by word',
  'salience of pairs',
  'share of stop words',
  'first person',
] as const satisfies readonly (typeof SENTENCE_FEATURES)[number][]
const EXTREME_COLUMNS = EXTREMES.map((name) => SENTENCE_FEATURES.indexOf(name))

/** The features of a set, in this order. */
const SET_FEATURES = [
  ...OF_THE_SET,
  ...SENTENCE_FEATURES.map((name) => `${name}, mean`),
  ...SENTENCE_FEATURES.map((name) => `${name}, of the first`),
  ...EXTREMES.map((name) => `${name}, least`),
  ...EXTREMES.map((name) => `${name}, greatest`),
]
export const SET_FEATURE_COUNT = SET_FEATURES.length

/** Words of an abstract: the mean over 9,000 French articles is 33 where `l’` and `État` are two. */
const ABSTRACT_WORDS = 33

/** What an article is once its words are weighed. */
export interface WeighedSentences extends ReadSentences {
  /** Of each different word, 0 to 1. */
  readonly salience: Float32Array
  /** `SENTENCE_FEATURES` of each sentence. */
  readonly sentenceRows: Float32Array
}

/**
 * ROUGE-1 that a set of sentences can expect, 0 to 1: its salient words are those that an abstract says, and it is
 * as long as it is.
 */
export const expectedOverlap = (salience: number, words: number): number =>
  (2 * salience) / (words + ABSTRACT_WORDS)

/** What each set can be expected to say, as `expectedOverlap` tells: all that is looked at of unlikely ones. */
export function expectedOverlaps(
  article: WeighedSentences,
  sets: readonly (readonly number[])[],
): Float64Array {
  const seenIn = new Int32Array(article.vocabulary.size).fill(-1)
  return Float64Array.from(sets, (positions, order) => {
    const { salience, words } = toldTogether(article, positions, seenIn, order)
    return expectedOverlap(salience, words)
  })
}

/** The features of each set, one feature of all sets after the other. Positions ascend; no set is empty. */
export function setFeatures(article: WeighedSentences, sets: readonly (readonly number[])[]): Float32Array {
  const columns = new Float32Array(sets.length * SET_FEATURE_COUNT)
  const seenIn = new Int32Array(article.vocabulary.size).fill(-1)
  for (const [order, positions] of sets.entries()) {
    let at = order
    for (const value of ofTheSet(article, positions, toldTogether(article, positions, seenIn, order))) {
      columns[at] = value
      at += sets.length
    }
    putSentenceFeatures(article.sentenceRows, positions, { columns, at, step: sets.length })
  }
  return columns
}

/** Where the next feature of a set goes, and how far behind it the one after that. */
interface Place {
  readonly columns: Float32Array
  readonly at: number
  readonly step: number
}

/** Mean, first, least and greatest of the sentences. */
function putSentenceFeatures(
  rows: Float32Array,
  positions: readonly number[],
  { columns, at, step }: Place,
): void {
  const first = (positions[0] ?? 0) * SENTENCE_FEATURE_COUNT
  for (let column = 0; column < SENTENCE_FEATURE_COUNT; column++) {
    let sum = 0
    for (const position of positions) sum += rows[position * SENTENCE_FEATURE_COUNT + column] ?? 0
    columns[at + step * column] = sum / positions.length
    columns[at + step * (SENTENCE_FEATURE_COUNT + column)] = rows[first + column] ?? 0
  }
  const leasts = at + step * 2 * SENTENCE_FEATURE_COUNT
  for (const [order, column] of EXTREME_COLUMNS.entries()) {
    let [least, greatest] = [Infinity, -Infinity]
    for (const position of positions) {
      const value = rows[position * SENTENCE_FEATURE_COUNT + column] ?? 0
      if (value < least) least = value
      if (value > greatest) greatest = value
    }
    columns[leasts + step * order] = least
    columns[leasts + step * (EXTREME_COLUMNS.length + order)] = greatest
  }
}

function ofTheSet(
  article: WeighedSentences,
  positions: readonly number[],
  told: ToldTogether,
): readonly number[] {
  const { words, overlap, sentences } = article
  let [bits, titlePairs] = [0, 0]
  for (const position of positions) {
    bits |= overlap.said[position] ?? 0
    titlePairs += overlap.pairs[position] ?? 0
  }
  const lengthOf = (position: number): number =>
    (words.firsts[position + 1] ?? 0) - (words.firsts[position] ?? 0)
  const [first, last] = [positions[0] ?? 0, positions.at(-1) ?? 0]
  return [
    positions.length,
    told.words,
    told.salience,
    expectedOverlap(told.salience, told.words),
    told.pairs,
    expectedOverlap(told.pairs, told.words),
    overlap.shareOf(bits),
    titlePairs,
    greatestLikeness(article, positions),
    last - first,
    positions.length > 1 && last - first === positions.length - 1 ? 1 : 0,
    first,
    last,
    first / sentences.length,
    told.salience / Math.max(1, told.words),
    lengthOf(first),
    positions.length > 1 ? lengthOf(last) : 0,
  ]
}

interface ToldTogether {
  readonly words: number
  /** Each different word counted once. */
  readonly salience: number
  /** Products of neighbours, summed. */
  readonly pairs: number
}

/** `seenIn` is a scratch list: the last set, by its order, that told each different word. */
function toldTogether(
  { words, vocabulary, salience }: WeighedSentences,
  positions: readonly number[],
  seenIn: Int32Array,
  order: number,
): ToldTogether {
  let [count, sum, pairs] = [0, 0, 0]
  for (const position of positions) {
    let before = 0
    const end = words.firsts[position + 1] ?? 0
    for (let word = words.firsts[position] ?? 0; word < end; word++) {
      const number = vocabulary.numbers[word] ?? 0
      const own = salience[number] ?? 0
      count++
      pairs += before * own
      before = own
      if (seenIn[number] === order) continue
      seenIn[number] = order
      sum += own
    }
  }
  return { words: count, salience: sum, pairs }
}

function greatestLikeness({ likeness }: WeighedSentences, positions: readonly number[]): number {
  let greatest = 0
  for (const [order, one] of positions.entries()) {
    for (const other of positions.slice(0, order)) {
      if (one < likeness.count && other < likeness.count)
        greatest = Math.max(greatest, likeness.cosines[one * likeness.count + other] ?? 0)
    }
  }
  return greatest
}
