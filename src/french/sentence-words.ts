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

/** A word is cut in two where a name begins or ends in it, at one of `cuts`: «la rencontre Dupré-Valmy». */
export function sentenceWords(
  text: string,
  { start, end }: Span,
  cuts: ReadonlySet<number> = NO_CUTS,
): readonly SentenceWord[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) =>
    piecesOf(word, start + index, cuts),
  ).flat()
}

const NO_CUTS: ReadonlySet<number> = new Set()

function piecesOf(word: string, start: number, cuts: ReadonlySet<number>): readonly SentenceWord[] {
  const pieces: SentenceWord[] = []
  let from = 0
  for (let at = 1; at <= word.length; at++) {
    if (at < word.length && !cuts.has(start + at)) continue
    pieces.push(wordOf(word.slice(from, at), start + from))
    from = at
  }
  return pieces
}

const wordOf = (word: string, start: number): SentenceWord => ({
  key: fold(word),
  lower: word.toLowerCase().replace('’', "'"),
  start,
  end: start + word.length,
  isCapital: /^\p{Lu}/u.test(word),
  isMark: !/^[\p{L}\p{N}]/u.test(word),
})
