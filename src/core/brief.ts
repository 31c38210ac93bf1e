// The brief of one article: one to three of its own sentences, as offsets. Never changes a word, never invents one.
import { areInsideQuotations, isBalanced } from '../french/quotations.ts'
import { datelineLength, isHanging, isPointing, isProse, isWhole } from '../french/quotable.ts'
import { splitSentences, type Span } from '../french/sentences.ts'
import { visitWordKeys } from '../french/word-keys.ts'
import { rankSentences, type SentenceRanking } from './rank-sentences.ts'

export interface PressableArticle {
  readonly title: string
  /** Paragraphs apart by a line end or a blank line, or glued. */
  readonly text: string
  /** The publisher's own abstract: preferred where `text` holds it. */
  readonly lead?: string
}

export interface BriefLimits {
  readonly maxSentences: number
  /** For the whole brief; words are what blanks separate. */
  readonly maxWords: number
}

/** Sentences after these are never quoted: news has told its story by then. */
const MOST_READ = 40
/** Only this many quotable sentences, the best by score, are combined: sets of three stay under 200. */
const MOST_COMBINED = 10

interface Candidate {
  /** Its place among all sentences of the article. */
  readonly at: number
  readonly span: Span
  readonly text: string
  readonly words: number
}

/**
 * The sentences to quote, in the order of the text, as offsets into `article.text`. Together they keep within the
 * limits, have their quotation marks in pairs and leave no pronoun hanging. Empty when nothing can be quoted so.
 */
export function pressBrief(article: PressableArticle, limits: BriefLimits): readonly Span[] {
  const { text } = article
  const spans = splitSentences(text)
    .slice(0, MOST_READ)
    .map((span) => withoutDateline(text, span))
  const sentences = spans.map(({ start, end }) => text.slice(start, end))
  const ranking = rankSentences({ ...article, sentences })
  const candidates = bestCandidates(spans, sentences, ranking, limits)
  const sets = setsByWorth(candidates, limits, ranking)
  const inside = areInsideQuotations(text, spans)
  const stands = (chosen: readonly Candidate[]): boolean => standsAlone(chosen, text, inside)
  const best =
    sets.find((chosen) => stands(chosen) && !pointsBack(chosen) && !repeatsTitle(chosen, article.title)) ??
    sets.find(stands)
  return (best ?? []).map(({ span }) => span)
}

/** Starts a sentence behind «PARIS (AFP) — ». */
function withoutDateline(text: string, { start, end }: Span): Span {
  return { start: start + datelineLength(text.slice(start, end)), end }
}

/** The best whole sentences that fit alone, in the order of the text. */
function bestCandidates(
  spans: readonly Span[],
  sentences: readonly string[],
  { scores, words }: SentenceRanking,
  { maxWords }: BriefLimits,
): readonly Candidate[] {
  const best: Candidate[] = []
  const order = [...spans.keys()].toSorted(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other,
  )
  for (const at of order) {
    const [span, text, count] = [spans[at], sentences[at], words[at]]
    if (span === undefined || text === undefined || count === undefined) continue
    if (count <= maxWords && isWhole(text)) best.push({ at, span, text, words: count })
    if (best.length === MOST_COMBINED) break
  }
  return best.toSorted((one, other) => one.at - other.at)
}

/** Every set within the limits, best first. */
function setsByWorth(
  candidates: readonly Candidate[],
  { maxSentences, maxWords }: BriefLimits,
  ranking: SentenceRanking,
): readonly (readonly Candidate[])[] {
  const sets: { readonly chosen: readonly Candidate[]; readonly worth: number }[] = []
  const extend = (chosen: readonly Candidate[], from: number, wordsLeft: number): void => {
    if (chosen.length > 0) sets.push({ chosen, worth: ranking.worth(chosen.map(({ at }) => at)) })
    if (chosen.length >= maxSentences) return
    for (const [offset, next] of candidates.slice(from).entries()) {
      if (next.words <= wordsLeft) extend([...chosen, next], from + offset + 1, wordsLeft - next.words)
    }
  }
  extend([], 0, maxWords)
  return sets.toSorted((one, other) => other.worth - one.worth).map(({ chosen }) => chosen)
}

/** Prose only, marks in pairs, no run that starts inside a quotation or leans on a sentence that is not shown, none twice. */
function standsAlone(chosen: readonly Candidate[], text: string, inside: readonly boolean[]): boolean {
  if (!chosen.every((one) => isProse(one.text))) return false
  if (new Set(chosen.map((one) => one.text)).size < chosen.length) return false
  return runsOf(chosen).every((run) => {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined || inside[first.at] === true || isHanging(first.text))
      return false
    return isBalanced(text.slice(first.span.start, last.span.end))
  })
}

/** The chosen sentences, those that follow each other in the text kept together. */
function runsOf(chosen: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const runs: Candidate[][] = []
  for (const one of chosen) {
    const run = runs.at(-1)
    if (run?.at(-1)?.at === one.at - 1) run.push(one)
    else runs.push([one])
  }
  return runs
}

/** «Cette décision…» behind a sentence that is not shown: only where nothing else stands. */
function pointsBack(chosen: readonly Candidate[]): boolean {
  return chosen.some(({ at, text }, order) => at > 0 && chosen[order - 1]?.at !== at - 1 && isPointing(text))
}

/** One sentence that says the title again and no more, by its content words. */
function repeatsTitle(chosen: readonly Candidate[], title: string): boolean {
  const [only] = chosen
  if (only === undefined || chosen.length > 1) return false
  const known = new Set<number>()
  visitWordKeys(title, (key) => known.add(key))
  let saysMore = false
  visitWordKeys(only.text, (key) => {
    saysMore ||= !known.has(key)
  })
  return !saysMore
}
