// LexRank: a sentence counts as much as the sentences that resemble it. Knows nothing of titles and positions.
// Erkan & Radev, «LexRank: Graph-based Lexical Centrality as Salience in Text Summarization», JAIR 22, 2004;
// the continuous variant, with the cosine itself as the weight of an edge.
import { readWords } from '../french/words.ts'
import { walkGraph } from './random-walk.ts'
import { rankingOf, type SentenceRanker } from './rank-sentences.ts'
import { RANKER_WEIGHTS } from './ranker-weights.ts'
import { sentenceLikeness } from './sentence-likeness.ts'
import { numberWords } from './vocabulary.ts'

export const rankLexRank: SentenceRanker = ({ sentences }) => {
  const words = readWords(sentences)
  const vocabulary = numberWords(
    words,
    sentences.map(() => false),
  )
  const { lexicon } = RANKER_WEIGHTS
  const { count, cosines } = sentenceLikeness(words, vocabulary, lexicon, sentences.length)
  return rankingOf(walkGraph(cosines, count))
}
