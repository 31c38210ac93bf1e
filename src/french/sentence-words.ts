// The words and marks of a sentence in order, with offsets into its text. Knows elision; knows no grammar.
import { fold } from './normalise.ts'
import type { Span } from './sentences.ts'

export interface SentenceWord extends Span {
  /** Folded; an elided word keeps its apostrophe: `l'`. A mark stands for itself. */
  readonly key: string
  /** In small letters with its accents: `rencontre` is not `rencontré`. */
  readonly lower: string
  readonly isCapital: boolean
  readonly isMark: boolean
}

const WORD =
  /\p{L}+['’](?=[\p{L}\p{N}«"“])|\p{N}+(?:[.,'’\u00A0\u202F]\p{N}+)*|[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+|\.(?=\p{Ll}))*|[^\s\p{L}\p{N}]/gu

export function sentenceWords(text: string, { start, end }: Span): readonly SentenceWord[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
    key: fold(word),
    lower: word.toLowerCase().replace('’', "'"),
    start: start + index,
    end: start + index + word.length,
    isCapital: /^\p{Lu}/u.test(word),
    isMark: !/^[\p{L}\p{N}]/u.test(word),
  }))
}
