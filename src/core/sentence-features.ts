// What can be said of each sentence of an article in numbers, for the learned ranker. Weighs none of them.
import { isHanging, isPointing } from '../french/quotable.ts'
import { hashWord, IS_CAPITAL, IS_FIGURE, IS_STOP, readWords, type Words } from '../french/words.ts'
import type { Lexicon } from './lexicon.ts'
import { type SentenceLikeness, sentenceLikeness } from './sentence-likeness.ts'
import { type TitleOverlap, titleOverlap } from './title-overlap.ts'
import { numberWords, type Vocabulary } from './vocabulary.ts'
import { wordFeatures } from './word-salience.ts'

/** The features of a sentence, in this order. */
export const SENTENCE_FEATURES = [
  'position',
  'position, share of the article',
  'words',
  'share of the title',
  'weight of title words by word',
  'pairs of words of the title',
  'centrality',
  'likeness to the first sentence',
  'quoted share',
  'question',
  'hanging',
  'pointing',
  'commas',
  'parentheses',
  'colons',
  'exclamation',
  'figures',
  'share of capitals',
  'salience',
  'salience by word',
  'salience of pairs',
  'greatest salience',
  'share of stop words',
  'first person',
  'sentences of the article',
] as const
export const SENTENCE_FEATURE_COUNT = SENTENCE_FEATURES.length

/** An article read for ranking, but for what depends on weights. */
export interface ReadSentences {
  readonly sentences: readonly string[]
  readonly words: Words
  readonly vocabulary: Vocabulary
  /** `WORD_FEATURES` of the different words, one feature of all words after the other. */
  readonly wordColumns: Float32Array
  readonly likeness: SentenceLikeness
  readonly overlap: TitleOverlap
}

/** Sentences beyond this one are not compared with others: the cost grows with the square. */
const MOST_COMPARED = 30

export function readSentences(title: string, sentences: readonly string[], lexicon: Lexicon): ReadSentences {
  const words = readWords(sentences)
  const titleWords = readWords([title])
  const vocabulary = numberWords(words, sentences.map(hasQuotation))
  const overlap = titleOverlap(words, vocabulary, titleWords, lexicon)
  return {
    sentences,
    words,
    vocabulary,
    wordColumns: wordFeatures(words, vocabulary, overlap, lexicon),
    likeness: sentenceLikeness(words, vocabulary, lexicon, MOST_COMPARED),
    overlap,
  }
}

const hasQuotation = (sentence: string): boolean => /["«“]/.test(sentence)

/** One row of `SENTENCE_FEATURES` a sentence. `salience` is that of each different word, 0 to 1. */
export function sentenceFeatures(read: ReadSentences, salience: Float32Array): Float32Array {
  const { sentences } = read
  const rows = new Float32Array(sentences.length * SENTENCE_FEATURE_COUNT)
  const central = centralities(read.likeness)
  const seenIn = new Int32Array(read.vocabulary.size).fill(-1)
  for (const [position, sentence] of sentences.entries()) {
    const told = tellWords(read, position, salience, seenIn)
    const row = [
      position,
      position / sentences.length,
      ...relations(read, position, told.count),
      central[position] ?? 0,
      likenessToFirst(read.likeness, position),
      ...looks(sentence),
      ...wordShares(told),
      sentences.length,
    ]
    rows.set(row, position * SENTENCE_FEATURE_COUNT)
  }
  return rows
}

/** To the title. */
function relations({ overlap }: ReadSentences, position: number, words: number): readonly number[] {
  const share = overlap.shareOf(overlap.said[position] ?? 0)
  return [words, share, share / Math.max(1, words), overlap.pairs[position] ?? 0]
}

const likenessToFirst = ({ count, cosines }: SentenceLikeness, position: number): number =>
  position === 0 ? 1 : position < count ? (cosines[position] ?? 0) : 0

/** What its letters and marks tell. */
function looks(sentence: string): readonly number[] {
  const marks = countMarks(sentence)
  return [
    marks.quoted / sentence.length,
    Number(marks.questions > 0),
    Number(isHanging(sentence)),
    Number(isPointing(sentence)),
    marks.commas,
    marks.parentheses,
    marks.colons,
    Number(marks.exclamations > 0),
  ]
}

function wordShares(told: ToldWords): readonly number[] {
  const count = Math.max(1, told.count)
  return [
    told.figures,
    told.capitals / count,
    told.salience,
    told.salience / count,
    told.pairs,
    told.greatest,
    told.stops / count,
    told.persons,
  ]
}

/** Mean likeness to the others, as a share of the greatest. */
function centralities({ count, cosines }: SentenceLikeness): readonly number[] {
  const sums = Array.from({ length: count }, (_, row) => {
    let sum = 0
    for (let column = 0; column < count; column++) sum += cosines[row * count + column] ?? 0
    return sum
  })
  const greatest = Math.max(...sums)
  return greatest > 0 ? sums.map((sum) => sum / greatest) : sums
}

/** Who speaks of themselves is quoted or interviewed. */
const FIRST_PERSON: ReadonlySet<number> = new Set(
  ['je', 'j', 'nous', 'mon', 'ma', 'mes', 'notre', 'nos', 'moi', 'vous', 'on'].map(hashWord),
)

interface ToldWords {
  count: number
  /** Summed over the different words of the sentence. */
  salience: number
  /** Of words that carry a subject. */
  greatest: number
  /** Products of neighbours, summed. */
  pairs: number
  stops: number
  capitals: number
  figures: number
  persons: number
}

/** `seenIn` is a scratch list: the last sentence in which each different word was seen. */
function tellWords(
  { words, vocabulary }: ReadSentences,
  sentence: number,
  salience: Float32Array,
  seenIn: Int32Array,
): ToldWords {
  const first = words.firsts[sentence] ?? 0
  const end = words.firsts[sentence + 1] ?? 0
  const told = {
    count: end - first,
    salience: 0,
    greatest: 0,
    pairs: 0,
    stops: 0,
    capitals: 0,
    figures: 0,
    persons: 0,
  }
  let before = 0
  for (let word = first; word < end; word++) {
    const number = vocabulary.numbers[word] ?? 0
    const own = salience[number] ?? 0
    const kind = words.kinds[word] ?? 0
    if ((kind & IS_STOP) !== 0) told.stops++
    else if (own > told.greatest) told.greatest = own
    if ((kind & IS_CAPITAL) !== 0 && word > first) told.capitals++
    if ((kind & IS_FIGURE) !== 0) told.figures++
    if (FIRST_PERSON.has(words.hashes[word] ?? 0)) told.persons++
    if (seenIn[number] !== sentence) told.salience += own
    seenIn[number] = sentence
    told.pairs += before * own
    before = own
  }
  return told
}

interface Marks {
  /** Characters between quotation marks. */
  quoted: number
  commas: number
  parentheses: number
  colons: number
  questions: number
  exclamations: number
}

function countMarks(sentence: string): Marks {
  const marks = { quoted: 0, commas: 0, parentheses: 0, colons: 0, questions: 0, exclamations: 0 }
  let isQuoted = false
  for (let at = 0; at < sentence.length; at++) {
    switch (sentence.charCodeAt(at)) {
      case 0x22:
        isQuoted = !isQuoted
        break
      case 0xab:
      case 0x201c:
        isQuoted = true
        break
      case 0xbb:
      case 0x201d:
        isQuoted = false
        break
      case 0x2c:
        marks.commas++
        break
      case 0x28:
        marks.parentheses++
        break
      case 0x3a:
        marks.colons++
        break
      case 0x3f:
        marks.questions++
        break
      case 0x21:
        marks.exclamations++
        break
      default:
    }
    if (isQuoted) marks.quoted++
  }
  return marks
}
