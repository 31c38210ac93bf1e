// A sentence of an article: a stretch of its text. How French cuts them is in french; nobody outside asks it directly.
import { type Span, splitSentences } from '../french/sentences.ts'

/** The sentences of a text in order, as UTF-16 offsets without outer blanks; every letter belongs to one. */
export function sentencesOf(text: string): readonly Span[] {
  return splitSentences(text)
}
