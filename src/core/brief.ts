// The brief of one article: one to three of its own sentences, as offsets. Never changes a word, never invents one.
import { languageOf } from '../french/language.ts'
import { isPointing } from '../french/quotable.ts'
import { hasLostQuote } from '../french/quotations.ts'
import type { Span } from '../french/sentences.ts'
import { isTelling, readWords } from '../french/words.ts'
import {
  type BriefSentence,
  type BriefSentences,
  isQuotable,
  readBriefSentences,
  standTogether,
} from './brief-sentences.ts'
import { rankLearned } from './learned-ranker.ts'
import type { SentenceRanker, SentenceRanking } from './rank-sentences.ts'

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

/** Only this many quotable sentences, the best by score, are combined. With 10 the sum of ROUGE falls by 0.2; 18 add 0.05. */
const MOST_COMBINED = 15

/**
 * The sentences to quote, in the order of the text, as offsets into `article.text`. Together they keep within the
 * limits, have their quotation marks in pairs and leave no pronoun hanging. Empty when nothing can be quoted so, and
 * for a text that is not French.
 */
export function pressBrief(
  article: PressableArticle,
  limits: BriefLimits,
  rank: SentenceRanker = rankLearned,
): readonly Span[] {
  for (const set of rankedSets(article, limits, rank)) return set
  return []
}

/**
 * Every set that could be the brief, the best first; a set that points back or only says the title again comes only
 * where there is no other. None when nothing can be quoted.
 */
export function* rankedSets(
  article: PressableArticle,
  limits: BriefLimits,
  rank: SentenceRanker = rankLearned,
): Generator<readonly Span[]> {
  if (languageOf(article.text) === 'foreign') return
  const read = readBriefSentences(article.text)
  const ranking = rank({ ...article, sentences: read.sentences.map(({ text }) => text) })
  const sets = setsWithin(bestSentences(read, ranking, limits), limits)
  let hasGiven = false
  for (const set of standingSets(sets, read, ranking, article.title)) {
    hasGiven = true
    yield set.map(({ span }) => span)
  }
  // Behind a mark that was lost everything seems quoted. Only where nothing else stands: it might be.
  if (hasGiven || !hasLostQuote(article.text)) return
  for (const set of standingSets(sets, { ...read, isInside: [] }, ranking, article.title))
    yield set.map(({ span }) => span)
}

/** The sets that stand alone, best first; the best that points back or says the title again where no other does. */
function* standingSets(
  sets: readonly (readonly BriefSentence[])[],
  read: BriefSentences,
  ranking: SentenceRanking,
  title: string,
): Generator<readonly BriefSentence[]> {
  let [hasGiven, lesser]: [boolean, readonly BriefSentence[] | undefined] = [false, undefined]
  for (const chosen of bestFirst(sets, ranking)) {
    if (!standTogether(chosen, read)) continue
    if (pointsBack(chosen) || repeatsTitle(chosen, title)) lesser ??= chosen
    else {
      hasGiven = true
      yield chosen
    }
  }
  if (!hasGiven && lesser !== undefined) yield lesser
}

/** Why an article has no brief within the limits. */
export type NoBriefReason = 'no-text' | 'not-french' | 'no-sentence' | 'too-long' | 'leaning'

/** For an article that `pressBrief` gives nothing for. */
export function whyNoBrief({ text }: PressableArticle, limits: BriefLimits): NoBriefReason {
  if (languageOf(text) === 'foreign') return 'not-french'
  const { sentences } = readBriefSentences(text)
  if (sentences.length === 0) return 'no-text'
  if (!sentences.some((sentence) => isQuotable(sentence, Infinity))) return 'no-sentence'
  return sentences.some((sentence) => isQuotable(sentence, limits.maxWords)) ? 'leaning' : 'too-long'
}

/** The best quotable sentences, in the order of the text. */
export function bestSentences(
  { sentences }: BriefSentences,
  { scores }: Pick<SentenceRanking, 'scores'>,
  { maxWords }: BriefLimits,
  most = MOST_COMBINED,
): readonly BriefSentence[] {
  const best: BriefSentence[] = []
  const order = sentences.toSorted(
    (one, other) => (scores[other.at] ?? 0) - (scores[one.at] ?? 0) || one.at - other.at,
  )
  for (const sentence of order) {
    if (isQuotable(sentence, maxWords)) best.push(sentence)
    if (best.length === most) break
  }
  return best.toSorted((one, other) => one.at - other.at)
}

/** Every set within the limits, not empty; those of one first sentence side by side. */
export function setsWithin(
  candidates: readonly BriefSentence[],
  { maxSentences, maxWords }: BriefLimits,
): readonly (readonly BriefSentence[])[] {
  const sets: (readonly BriefSentence[])[] = []
  const extend = (chosen: readonly BriefSentence[], from: number, wordsLeft: number): void => {
    if (chosen.length > 0) sets.push(chosen)
    if (chosen.length >= maxSentences) return
    for (let order = from; order < candidates.length; order++) {
      const next = candidates[order]
      if (next !== undefined && next.words <= wordsLeft)
        extend([...chosen, next], order + 1, wordsLeft - next.words)
    }
  }
  extend([], 0, maxWords)
  return sets
}

/** One after the other, the best first; of equal ones the first. Most articles need only the first few: none is sorted. */
function* bestFirst(
  sets: readonly (readonly BriefSentence[])[],
  ranking: SentenceRanking,
): Generator<readonly BriefSentence[]> {
  const worths = Array.from(ranking.worths(sets.map((chosen) => chosen.map(({ at }) => at))))
  for (let left = sets.length; left > 0; left--) {
    let best = 0
    for (let at = 1; at < worths.length; at++) if ((worths[at] ?? 0) > (worths[best] ?? 0)) best = at
    worths[best] = Number.NEGATIVE_INFINITY
    yield sets[best] ?? []
  }
}

/** «Cette décision…» behind a sentence that is not shown: only where nothing else stands. */
function pointsBack(chosen: readonly BriefSentence[]): boolean {
  return chosen.some(({ at, text }, order) => at > 0 && chosen[order - 1]?.at !== at - 1 && isPointing(text))
}

/** One sentence that says the title again and no more, by its content words. */
function repeatsTitle(chosen: readonly BriefSentence[], title: string): boolean {
  const [only] = chosen
  if (only === undefined || chosen.length > 1) return false
  const titleWords = readWords([title])
  const known = new Set<number>()
  for (let word = 0; word < titleWords.count; word++)
    if (isTelling(titleWords, word)) known.add(titleWords.keys[word] ?? 0)
  const words = readWords([only.text])
  for (let word = 0; word < words.count; word++) {
    if (isTelling(words, word) && !known.has(words.keys[word] ?? 0)) return false
  }
  return true
}
