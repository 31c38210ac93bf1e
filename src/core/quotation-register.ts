// What an edition quotes of whom: the account that a lawyer asks for. Counts what is shown, judges nothing.
import { countWords } from '../french/tokens.ts'
import type { ShownEdition } from './edition.ts'

/** A sentence as it was shown, with where its article is. */
interface QuotedSentence {
  readonly text: string
  readonly words: number
  /** Of the article, and its address. */
  readonly title: string
  readonly url: string
}

/** All that one edition quotes of one publisher. */
export interface QuotedSource {
  readonly publisher: string
  readonly words: number
  /** Different articles. */
  readonly articles: number
  /** In the order of the edition. */
  readonly sentences: readonly QuotedSentence[]
}

/** The publishers that an edition quotes, the most quoted first. */
export function quotedSources({ stories }: Pick<ShownEdition, 'stories'>): readonly QuotedSource[] {
  const quoted = stories.flatMap(({ sentences, sources }) =>
    sentences.flatMap(({ text, reference }) => {
      const source = sources.find(({ articleId }) => articleId === reference.articleId)
      return source === undefined ? [] : [{ text, source }]
    }),
  )
  return [...Map.groupBy(quoted, ({ source }) => source.publisher)]
    .map(([publisher, own]) => ({
      publisher,
      words: own.reduce((sum, { text }) => sum + countWords(text), 0),
      articles: new Set(own.map(({ source }) => source.articleId)).size,
      sentences: own.map(({ text, source: { title, url } }) => ({
        text,
        words: countWords(text),
        title,
        url,
      })),
    }))
    .toSorted((one, other) => other.words - one.words || (one.publisher < other.publisher ? -1 : 1))
}
