// Chooses the sentences that answer a question, or says that there are none. Never rewrites a sentence.
import { contentStems } from '../french/stems.ts'
import type { Article, SentenceReference } from './article.ts'
import type { Question } from './question.ts'

/** A sentence found for a question. Higher scores are better and comparable within one search. */
export interface FoundSentence {
  readonly reference: SentenceReference
  readonly text: string
  readonly article: Article
  readonly score: number
}

/** In how many sentences each stem occurs, and how many sentences there are. */
export interface StemFrequencies {
  readonly total: number
  readonly of: ReadonlyMap<string, number>
}

export interface Evidence {
  readonly reference: SentenceReference
  readonly text: string
  readonly article: Article
  /** Share of the question's weight that the sentence and its title carry, 0 to 1. */
  readonly confidence: number
}

export type Answer =
  | { readonly kind: 'found'; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'nothing' }

/** A stem found in the title alone says what the article is about, less than what the sentence says. */
const TITLE_SHARE = 0.6

/** Below this a sentence shares too little with the question. Chosen on data/questions, see bench/RESULTS.md. */
const LEAST_CONFIDENCE = 0.6

/** The best sentences, one an article, most telling first; newer first among equals. */
export function chooseEvidence(
  question: Question,
  found: readonly FoundSentence[],
  frequencies: StemFrequencies,
  limit: number,
): Answer {
  const weights = weighStems(question.stems, frequencies)
  const rarest = rarestStem(weights)
  if (rarest === undefined) return { kind: 'nothing' }
  const evidence = found
    .map((sentence) => weighSentence(sentence, weights, rarest))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .toSorted((one, other) => other.confidence - one.confidence || newerFirst(one, other))
  const best = withoutRepeats(evidence).slice(0, limit)
  return best.length === 0 ? { kind: 'nothing' } : { kind: 'found', evidence: best }
}

/** Inverse sentence frequency: a name weighs more than «ministre». A stem that occurs nowhere weighs most. */
function weighStems(stems: readonly string[], frequencies: StemFrequencies): ReadonlyMap<string, number> {
  const weigh = (stem: string): number =>
    Math.log((frequencies.total + 1) / ((frequencies.of.get(stem) ?? 0) + 0.5))
  return new Map(stems.map((stem) => [stem, Math.max(weigh(stem), 0)]))
}

function rarestStem(weights: ReadonlyMap<string, number>): string | undefined {
  return [...weights].reduce<readonly [string, number] | undefined>(
    (rarest, entry) => (rarest === undefined || entry[1] > rarest[1] ? entry : rarest),
    undefined,
  )?.[0]
}

/** The rarest stem is what the question is about: a sentence whose article leaves it out is no answer. */
function weighSentence(
  sentence: FoundSentence,
  weights: ReadonlyMap<string, number>,
  rarest: string,
): Evidence {
  const { reference, text, article } = sentence
  const inSentence = new Set(contentStems(text))
  const inTitle = new Set(contentStems(article.title))
  let carried = 0
  let asked = 0
  for (const [stem, weight] of weights) {
    asked += weight
    carried += inSentence.has(stem) ? weight : inTitle.has(stem) ? weight * TITLE_SHARE : 0
  }
  const isAboutIt = inSentence.has(rarest) || inTitle.has(rarest)
  return { reference, text, article, confidence: isAboutIt && asked > 0 ? carried / asked : 0 }
}

function newerFirst(one: Evidence, other: Evidence): number {
  return other.article.publishedAt - one.article.publishedAt
}

/**
 * One sentence an article, and no sentence twice: a dispatch reprinted by six papers answers once, by whoever had it
 * first.
 */
function withoutRepeats(evidence: readonly Evidence[]): readonly Evidence[] {
  const bySentence = Map.groupBy(evidence, ({ text }) => contentStems(text).join(' '))
  const articles = new Set<string>()
  return [...bySentence.values()].flatMap((prints) => {
    const [first] = prints.toSorted((one, other) => one.article.publishedAt - other.article.publishedAt)
    if (first === undefined || articles.has(first.article.id)) return []
    articles.add(first.article.id)
    return [first]
  })
}
