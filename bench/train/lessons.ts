// An article as a lesson: its sentences, and the words of the abstract that a professional wrote. Ranks nothing.
import { type BriefSentences, readBriefSentences } from '../../src/core/brief-sentences.ts'
import { readWords, type Words } from '../../src/french/words.ts'
import type { TaughtArticle } from './articles.ts'
import type { CountedArticle } from './count-lexicon.ts'

export interface Lesson extends CountedArticle {
  readonly title: string
  readonly read: BriefSentences
  readonly sentences: readonly string[]
  readonly words: Words
  readonly abstract: Words
}

export function lessonOf({ title, text, lead }: TaughtArticle): Lesson {
  const read = readBriefSentences(text)
  const sentences = read.sentences.map((sentence) => sentence.text)
  return { title, read, sentences, words: readWords(sentences), abstract: readWords([lead]) }
}

/** One lesson in eight is given without its title: feeds exist that have none. */
const UNTITLED = 8

export function untitledSome(lessons: readonly Lesson[]): readonly Lesson[] {
  return lessons.map((lesson, order) => (order % UNTITLED === 0 ? { ...lesson, title: '' } : lesson))
}

/** Lexicons are counted on the lessons of other folds: a lesson must not know its own abstract. */
export const FOLDS = 5

export function foldsOf<T>(lessons: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: FOLDS }, (_, fold) => lessons.filter((__, order) => order % FOLDS !== fold))
}
