// Reads what is kept of a text: where its sentences stand, what it tells, whom it names. Stores nothing.
import type { Article } from '../core/article.ts'
import { USUAL_ZONE } from '../core/calendar.ts'
import { factsOf, namesToKnow } from '../core/fact.ts'
import { sentencesOf } from '../core/sentence.ts'
import { searchableStems } from '../french/stems.ts'
import type { IndexedSentence, Newcomer } from '../ports.ts'

/** A text, and what is kept of it. */
export type ReadText = Newcomer

export function readText(article: Article): ReadText {
  const facts = factsOf(article, USUAL_ZONE)
  return { article, sentences: findableSentences(article), facts, names: namesToKnow(facts) }
}

/** In all that sentences and facts are read from. */
export const isSameText = (one: Article, other: Article): boolean =>
  one.text === other.text &&
  one.title === other.title &&
  one.publishedAt === other.publishedAt &&
  one.isUndated === other.isUndated

function findableSentences(article: Article): readonly IndexedSentence[] {
  return sentencesOf(article.text)
    .map(({ start, end }) => ({ start, end, stems: searchableStems(article.text.slice(start, end)) }))
    .filter(({ stems }) => stems.length > 0)
}
