// The sentences of an article that a brief may be made of, and which of them may stand together. Ranks none.
import { areInsideQuotations, isBalanced } from '../french/quotations.ts'
import { datelineLength, isHanging, isProse, isWhole } from '../french/quotable.ts'
import { splitSentences, type Span } from '../french/sentences.ts'
import { countWords } from '../french/tokens.ts'
import { canResolveOpening } from './editorial-brackets.ts'

/** Sentences after these are never quoted: news has told its story by then. */
const MOST_READ = 40

export interface BriefSentence {
  /** Its place among all sentences of the article, from 0. */
  readonly at: number
  readonly span: Span
  readonly text: string
  /** What blanks separate. */
  readonly words: number
}

export interface BriefSentences {
  readonly text: string
  readonly sentences: readonly BriefSentence[]
  /** Whether each begins inside of a quotation. */
  readonly isInside: readonly boolean[]
}

/** The first sentences of a text, without what agencies and live pages put before them. */
export function readBriefSentences(text: string): BriefSentences {
  const spans = splitSentences(text)
    .slice(0, MOST_READ)
    .map((span) => withoutDateline(text, span))
  return {
    text,
    sentences: spans.map((span, at) => {
      const sentence = text.slice(span.start, span.end)
      return { at, span, text: sentence, words: countWords(sentence) }
    }),
    isInside: areInsideQuotations(text, spans),
  }
}

/** Starts a sentence behind «PARIS (AFP) — ». */
function withoutDateline(text: string, span: Span): Span {
  const length = datelineLength(text.slice(span.start, span.end))
  return length === 0 ? span : { start: span.start + length, end: span.end }
}

/** Whole, written for the reader, and short enough to be shown alone. */
export function isQuotable({ text, words }: BriefSentence, maxWords: number): boolean {
  return words <= maxWords && isWhole(text) && isProse(text)
}

/** Marks in pairs, no run that starts inside a quotation or leans on a sentence that is not shown, none twice. */
export function standTogether(chosen: readonly BriefSentence[], { text, isInside }: BriefSentences): boolean {
  if (new Set(chosen.map((one) => one.text)).size < chosen.length) return false
  return runsOf(chosen).every((run) => {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined) return false
    if (isInside[first.at] === true) return false
    // At the head of a brief «Il [Serge Lormont]» reads worse than another sentence; further down it may stand.
    if (isHanging(first.text) && (first === chosen[0] || !canResolveOpening({ text }, first.span)))
      return false
    return isBalanced(text.slice(first.span.start, last.span.end))
  })
}

/** The chosen sentences, those that follow each other in the text kept together. */
function runsOf(chosen: readonly BriefSentence[]): readonly (readonly BriefSentence[])[] {
  const runs: BriefSentence[][] = []
  for (const one of chosen) {
    const run = runs.at(-1)
    if (run?.at(-1)?.at === one.at - 1) run.push(one)
    else runs.push([one])
  }
  return runs
}
