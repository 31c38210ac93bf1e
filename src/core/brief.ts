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
  for (const set of rankedSets(article, limits)) return set
  return []
}

/**
 * Every set that could be the brief, the best first; a set that points back or only says the title again comes only
 * where there is no other. None when nothing can be quoted.
 */
export function* rankedSets(article: PressableArticle, limits: BriefLimits): Generator<readonly Span[]> {
  const { text } = article
  const spans = splitSentences(text)
    .slice(0, MOST_READ)
    .map((span) => withoutDateline(text, span))
  const sentences = spans.map(({ start, end }) => text.slice(start, end))
  const ranking = rankSentences({ ...article, sentences })
  const candidates = bestCandidates(spans, sentences, ranking, limits)
  const sets = setsWithin(candidates, limits, ranking)
  const inside = areInsideQuotations(text, spans)
  let standing: readonly Candidate[] | undefined
  let hasGiven = false
  for (const chosen of bestFirst(sets)) {
    if (!standsAlone(chosen, text, inside)) continue
    if (pointsBack(chosen) || repeatsTitle(chosen, article.title)) standing ??= chosen
    else {
      hasGiven = true
      yield spansOf(chosen)
    }
  }
  if (!hasGiven && standing !== undefined) yield spansOf(standing)
}

const spansOf = (chosen: readonly Candidate[]): readonly Span[] => chosen.map(({ span }) => span)

/** Starts a sentence behind «PARIS (AFP) — ». */
function withoutDateline(text: string, span: Span): Span {
  const length = datelineLength(text.slice(span.start, span.end))
  return length === 0 ? span : { start: span.start + length, end: span.end }
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
    const span = spans[at]
    const text = sentences[at]
    const count = words[at]
    if (span === undefined || text === undefined || count === undefined) continue
    if (count <= maxWords && isWhole(text)) best.push({ at, span, text, words: count })
    if (best.length === MOST_COMBINED) break
  }
  return best.toSorted((one, other) => one.at - other.at)
}

interface CandidateSet {
  readonly chosen: readonly Candidate[]
  readonly worth: number
}

/** Every set within the limits. */
function setsWithin(
  candidates: readonly Candidate[],
  { maxSentences, maxWords }: BriefLimits,
  ranking: SentenceRanking,
): readonly CandidateSet[] {
  const sets: CandidateSet[] = []
  // One list that grows and shrinks: there are fifty sets in an article.
  const positions: number[] = []
  const extend = (chosen: readonly Candidate[], from: number, wordsLeft: number): void => {
    if (chosen.length > 0) sets.push({ chosen, worth: ranking.worth(positions) })
    if (chosen.length >= maxSentences) return
    for (let order = from; order < candidates.length; order++) {
      const next = candidates[order]
      if (next === undefined || next.words > wordsLeft) continue
      positions.push(next.at)
      extend(chosen.concat(next), order + 1, wordsLeft - next.words)
      positions.pop()
    }
  }
  extend([], 0, maxWords)
  return sets
}

/** One after the other, the best first; of equal ones the first. Most articles need only the first few: none is sorted. */
function* bestFirst(sets: readonly CandidateSet[]): Generator<readonly Candidate[]> {
  const left = sets.slice()
  while (left.length > 0) {
    let best = 0
    for (let at = 1; at < left.length; at++) if ((left[at]?.worth ?? 0) > (left[best]?.worth ?? 0)) best = at
    const [found] = left.splice(best, 1)
    if (found !== undefined) yield found.chosen
  }
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
