// Values read out of weighed sentences, `Toronto` or `38 chiots`: ordered, told once, with how sure they are. Says
// nothing about what a value is; that is each kind's own.
import { fold } from '../french/normalise.ts'
import { contentStems, stem } from '../french/stems.ts'
import { tokenise } from '../french/tokens.ts'
import type { AnswerEntry } from './answer.ts'
import type { Day } from './calendar.ts'
import type { Term, WeighedSentence } from './weigh-sentences.ts'

export interface Value {
  readonly text: string
  /** How well it fits what is asked, 0 to 1. */
  readonly fit: number
  readonly from?: Day
  readonly to?: Day
  readonly place?: string
}

/** Where a term of the question stands in a sentence. */
export interface TermPlace {
  readonly start: number
  readonly end: number
  readonly term: Term
}

/** In order; a term may stand in several places. */
export function placesOfTerms(text: string, terms: readonly Term[]): readonly TermPlace[] {
  return tokenise(text).flatMap(({ text: word, start, end }) => {
    const own = /^\d/u.test(word) ? word : stem(word)
    const term = terms.find(({ stem: asked, like }) => asked === own || like.has(own))
    return term === undefined ? [] : [{ start, end, term }]
  })
}

/** Characters after which a word of the question says half as much about a value. */
const HALF_DISTANCE = 45

/** A comma or a stop between is worth so many characters. */
const CLAUSE_DISTANCE = 25

/** How near a stretch stands to the words of the question, 0 to 1; names count less than what is asked of them. */
export function closeness(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  places: readonly TermPlace[],
  nameShare = 0.6,
): number {
  const best = new Map<Term, number>()
  for (const { term, start: from, end: to } of places) {
    const between = from >= end ? text.slice(end, from) : start >= to ? text.slice(to, start) : ''
    const marks = between.match(/[,;:()—–]|[.!?] /gu)?.length ?? 0
    const distance = between.length + CLAUSE_DISTANCE * marks
    best.set(term, Math.max(best.get(term) ?? 0, 0.5 ** (distance / HALF_DISTANCE)))
  }
  let [near, all] = [0, 0]
  for (const [term, share] of best) {
    const weight = term.weight * (term.isName ? nameShare : 1)
    near += weight * share
    all += weight
  }
  return all === 0 ? 0 : near / all
}

/** Whether the value says no more than the question did. */
export function isAsked(text: string, terms: readonly Term[]): boolean {
  const stems = contentStems(text)
  return (
    stems.length > 0 &&
    stems.every((own) => terms.some(({ stem: asked, like }) => asked === own || like.has(own)))
  )
}

/** Sentences looked into for values; the others carry less of the question. */
const READ_SENTENCES = 24

/** Each further publisher that says the same adds so much of what is missing to certainty. */
const AGREEMENT = 0.12

interface Candidate {
  readonly value: Value
  readonly sentence: WeighedSentence
  readonly score: number
}

/** Sentences that carry clearly less than the best are about something else. */
const BEST_MARGIN = 0.15

export const nearBest = (sentences: readonly WeighedSentence[]): readonly WeighedSentence[] =>
  sentences.filter(({ coverage }) => coverage >= (sentences[0]?.coverage ?? 0) - BEST_MARGIN)

/** What the title says, or the first sentences, is what the article is about. */
const TITLE_BONUS = 0.12
const LEAD_BONUS = 0.06
const LEAD_LENGTH = 350

function scoreOf(
  { text, fit }: Value,
  { coverage, ownCoverage, focusCoverage, article, reference }: WeighedSentence,
): number {
  const isTitle = fold(article.title).includes(fold(text))
  const bonus = (isTitle ? TITLE_BONUS : 0) + (reference.start < LEAD_LENGTH ? LEAD_BONUS : 0)
  return (0.5 * coverage + 0.5 * ownCoverage) * (0.6 + 0.4 * focusCoverage) * (0.35 + 0.65 * fit) + bonus
}

/** One entry a value, best first. `keyOf` says which values are the same. */
export function entriesOf(
  sentences: readonly WeighedSentence[],
  read: (sentence: WeighedSentence) => readonly Value[],
  keyOf: (value: Value) => string = ({ text }) => fold(text),
  most = READ_SENTENCES,
): readonly AnswerEntry[] {
  const candidates = sentences
    .slice(0, most)
    .flatMap((sentence) =>
      read(sentence).map((value): Candidate => ({ value, sentence, score: scoreOf(value, sentence) })),
    )
  const groups = [...Map.groupBy(candidates, ({ value }) => keyOf(value)).values()]
  return groups
    .flatMap((group) => entryOf(group) ?? [])
    .toSorted((one, other) => other.score - one.score)
    .map(({ entry }) => entry)
}

function entryOf(
  group: readonly Candidate[],
): { readonly entry: AnswerEntry; readonly score: number } | undefined {
  const [best] = group.toSorted((one, other) => other.score - one.score)
  if (best === undefined) return undefined
  const { value, sentence } = best
  const { reference, text, article, coverage } = sentence
  const sourceCount = new Set(group.map((own) => own.sentence.article.publisher)).size
  const articles = new Set(group.map((own) => own.sentence.article.id)).size
  const score = best.score + (1 - best.score) * (1 - (1 - AGREEMENT) ** (articles - 1))
  const { from, to, place } = value
  return {
    score,
    entry: {
      text: value.text,
      isValue: true,
      evidence: { reference, text, article },
      ...(from === undefined || to === undefined ? {} : { from, to }),
      ...(place === undefined ? {} : { place }),
      confidence: Math.min(1, coverage),
      sourceCount,
    },
  }
}

/** The sentence itself as the answer. */
export function sentenceEntry({ reference, text, article, coverage }: WeighedSentence): AnswerEntry {
  return {
    text,
    isValue: false,
    evidence: { reference, text, article },
    confidence: Math.min(1, coverage),
    sourceCount: 1,
  }
}
