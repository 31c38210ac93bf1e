// How much may be quoted: of an article, and of a publisher in one edition. Counts words; chooses no sentence. ADR 20.
import { countWords } from '../french/tokens.ts'
import type { Article } from './article.ts'
import type { BriefLimits } from './brief.ts'

/** Words of one publisher in one edition: seven stories of 43 words, so that a digest of one publisher still tells. */
const MOST_WORDS_OF_PUBLISHER = 300

/** Sentences of one article: a brief has one to three. */
const MOST_SENTENCES_OF_ARTICLE = 3

/** Words of one article, however long: a sixth of the mean article, which has 375. */
const MOST_WORDS_OF_ARTICLE = 60

/** Of a short article no more than this share is quoted: the rest must stay worth reading. */
const LARGEST_SHARE = 1 / 3

/** A sentence of so many words may be quoted of the shortest text; a professional abstract has 32 (findings, briefs). */
const ONE_SENTENCE_WORDS = 35

/** Keeps count while an edition is composed. */
export interface QuotationMeasure {
  /** What may still be quoted of an article; no sentence when nothing may. */
  readonly roomFor: (article: MeasuredArticle) => BriefLimits
  /** Notes that these sentences of it are quoted. */
  readonly spend: (article: MeasuredArticle, sentences: readonly string[]) => void
}

type MeasuredArticle = Pick<Article, 'id' | 'publisher' | 'text' | 'url' | 'isReserved'>

const NOTHING: BriefLimits = { maxSentences: 0, maxWords: 0 }

/** A measure for one edition. */
export function createQuotationMeasure(): QuotationMeasure {
  const wordsByPublisher = new Map<string, number>()
  const quotedByArticle = new Map<string, { readonly sentences: number; readonly words: number }>()
  return {
    roomFor: (article) => {
      if (!mayBeQuoted(article)) return NOTHING
      const quoted = quotedByArticle.get(article.id) ?? { sentences: 0, words: 0 }
      const left = MOST_WORDS_OF_PUBLISHER - (wordsByPublisher.get(article.publisher) ?? 0)
      const maxWords = Math.max(0, Math.min(left, mostWordsOf(article.text) - quoted.words))
      const maxSentences = maxWords === 0 ? 0 : MOST_SENTENCES_OF_ARTICLE - quoted.sentences
      return { maxSentences: Math.max(0, maxSentences), maxWords }
    },
    spend: (article, sentences) => {
      const words = sentences.reduce((sum, sentence) => sum + countWords(sentence), 0)
      const before = quotedByArticle.get(article.id) ?? { sentences: 0, words: 0 }
      quotedByArticle.set(article.id, {
        sentences: before.sentences + sentences.length,
        words: before.words + words,
      })
      wordsByPublisher.set(article.publisher, (wordsByPublisher.get(article.publisher) ?? 0) + words)
    },
  }
}

/** Its publisher reserved no mining, and it has an address: every sentence comes with a link. */
export function mayBeQuoted({ url, isReserved }: Pick<Article, 'url' | 'isReserved'>): boolean {
  return url !== '' && isReserved !== true
}

/** The most words that may be quoted of a text. */
function mostWordsOf(text: string): number {
  const share = Math.floor(countWords(text) * LARGEST_SHARE)
  return Math.min(MOST_WORDS_OF_ARTICLE, Math.max(ONE_SENTENCE_WORDS, share))
}
