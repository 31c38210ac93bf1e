// The briefs of some lines, on this thread or on another one.
import { pressBrief, whyNoBrief } from '../core/brief.ts'
import { editorialBrackets } from '../core/editorial-brackets.ts'
import { displaySentence } from '../locale/editorial.ts'
import type { InputLine } from './input-lines.ts'
import { readInstant } from './instants.ts'
import { type AnsweredLines, answerSome } from './jsonl.ts'
import { ARTICLE, type ArticleRow } from './text-rows.ts'

export interface BriefLimits {
  readonly maxWords: number
  readonly maxSentences: number
}

/** Plain values: they go from thread to thread. */
export interface BriefTask {
  readonly lines: readonly InputLine[]
  readonly limits: BriefLimits
}

export function answerBriefs({ lines, limits }: BriefTask): Promise<AnsweredLines> {
  return answerSome(lines, ARTICLE, (article) => briefOf(article, limits))
}

function briefOf({ title, lead, text, date }: ArticleRow, limits: BriefLimits): object {
  const spans = pressBrief({ title, text, lead }, limits)
  const brackets = editorialBrackets({ text, publishedAt: readInstant(date) }, spans)
  const sentences = spans.map(({ start, end }, order) => {
    const quoted = text.slice(start, end)
    return {
      text: quoted,
      start,
      end,
      display: displaySentence({ text: quoted, start, insertions: brackets[order] }),
    }
  })
  const words = sentences.flatMap((sentence) => sentence.text.split(/\s+/)).filter(Boolean).length
  const none = spans.length === 0 ? { reason: whyNoBrief({ title, text, lead }, limits) } : {}
  return { sentences, words, ...none }
}
