// What each sentence of an article is worth in a brief, and what several are worth together. Chooses none.
// A linear sum of Lead, LexRank and title overlap; a better ranker may take the place of `rankSentences` alone.
import { fold } from '../french/normalise.ts'
import { countWords } from '../french/tokens.ts'
import { leadWeight } from './lead.ts'
import { lexRank } from './lexrank.ts'
import { sharedWords, type SharedWords } from './shared-words.ts'
import { titleOverlap, type TitleOverlap } from './title-overlap.ts'

export interface RankableArticle {
  readonly title: string
  /** The publisher's own abstract, when there is one. */
  readonly lead?: string
  /** In the order of the text. */
  readonly sentences: readonly string[]
}

export interface SentenceRanking {
  /** One score a sentence, in order: higher is better, comparable within one article only. */
  readonly scores: readonly number[]
  /** Words of each sentence, in order. */
  readonly words: readonly number[]
  /** What a brief made of these positions, ascending and not empty, is worth; on the scale of the scores. */
  worth(positions: readonly number[]): number
}

/**
 * In points of ROUGE (mean of 1, 2 and L): least squares on every set of one or two sentences of at most 60 words
 * in 2,500 training articles, compared within each article. On 1,200 others: 30.9 / 11.3 / 20.1.
 */
const WEIGHTS = {
  lead: 4.3,
  centrality: 1.9,
  titleOverlap: 5.4,
  quotation: -2.6,
  question: -1.7,
  /** `Il`, `Cette`, `Mais`: leans on the sentence before. */
  leaning: -0.5,
  /** Cosine of two chosen sentences: says the same twice. */
  repetition: -1.65,
  /** Worth of the number of words, divided by 60: 20.7 x − 12.6 x², best near 49 words. */
  words: 20.7,
  wordsSquared: -12.6,
  /** Nothing is better than the publisher's own abstract: more than lead, title and centrality together. Not fitted. */
  abstract: 15,
} as const
const WORDS_UNIT = 60

/** Sentences beyond this one have no place in the graph of LexRank: its cost grows with the square. */
const MOST_GRAPH_SENTENCES = 60

const LEANING =
  /^["«“\s]*(?:ils?|elles?|cela|celui|celle|ceux|celles|ce|c['’]|cet|cette|ces|ceci|ça|lui|mais|et|toutefois|cependant|en effet|par ailleurs|en revanche|ainsi|de plus|enfin|en outre|or|puis)(?![\p{L}])/iu

/** Pure and deterministic; one pass over the words and a graph of at most 60 sentences. */
export function rankSentences(article: RankableArticle): SentenceRanking {
  const { sentences } = article
  const shared = sharedWords(sentences, MOST_GRAPH_SENTENCES)
  const central = lexRank(shared)
  const overlap = titleOverlap(shared, sentences.length, article.title)
  const abstract = fold(article.lead ?? '')
  const own = sentences.map(
    (sentence, at) =>
      WEIGHTS.lead * leadWeight(at, sentences.length) +
      WEIGHTS.centrality * (central[at] ?? 0) * central.length +
      WEIGHTS.quotation * quotedShare(sentence) +
      (sentence.includes('?') ? WEIGHTS.question : 0) +
      (LEANING.test(sentence) ? WEIGHTS.leaning : 0) +
      (abstract !== '' && abstract.includes(fold(sentence)) ? WEIGHTS.abstract : 0),
  )
  const words = sentences.map((sentence) => countWords(sentence))
  const measures = { own, words, shared, overlap }
  return {
    scores: own.map((score, at) => score + WEIGHTS.titleOverlap * overlap.shareOf(overlap.said[at] ?? 0)),
    words,
    worth: (positions) => worthOf(positions, measures),
  }
}

interface Measures {
  readonly own: readonly number[]
  readonly words: readonly number[]
  readonly shared: SharedWords
  readonly overlap: TitleOverlap
}

function worthOf(positions: readonly number[], { own, words, shared, overlap }: Measures): number {
  let total = 0
  let weighted = 0
  let repetition = 0
  let titleBits = 0
  for (let order = 0; order < positions.length; order++) {
    const at = positions[order] ?? 0
    const count = words[at] ?? 0
    total += count
    weighted += count * (own[at] ?? 0)
    titleBits |= overlap.said[at] ?? 0
    for (let earlier = 0; earlier < order && at < shared.count; earlier++) {
      repetition += shared.cosines[at * shared.count + (positions[earlier] ?? 0)] ?? 0
    }
  }
  if (total === 0) return 0
  const length = total / WORDS_UNIT
  return (
    weighted / total +
    WEIGHTS.titleOverlap * overlap.shareOf(titleBits) +
    WEIGHTS.repetition * repetition +
    WEIGHTS.words * length +
    WEIGHTS.wordsSquared * length * length
  )
}

/** Share of the characters that stand between quotation marks, 0 to 1. */
function quotedShare(sentence: string): number {
  if (!/["«“]/.test(sentence)) return 0
  const told = sentence.replace(/"[^"]*"|«[^»]*»|“[^”]*”/g, '')
  return (sentence.length - told.length) / sentence.length
}
