// How much of a question each sentence carries, by itself, by its title and by its neighbours. Decides no answer.
import { contentStems } from '../french/stems.ts'
import { stemsLike } from '../french/synonyms.ts'
import type { FoundSentence, StemFrequencies } from './answer.ts'

/** One word of the question that matters. */
export interface Term {
  readonly stem: string
  readonly like: ReadonlySet<string>
  /** Inverse sentence frequency: a name weighs more than «ministre». */
  readonly weight: number
  /** Typed with a capital: a person, a place, a firm. */
  readonly isName: boolean
  /** Sentences that hold it or a word like it. */
  readonly count: number
}

export interface WeighedSentence extends FoundSentence {
  /** Share of the question's weight carried, 0 to 1. */
  readonly coverage: number
  /** The same by the sentence alone. */
  readonly ownCoverage: number
  /** How well each term is carried, 0 to 1, in the order of the terms. */
  readonly credits: readonly number[]
}

/** Carried by a word like it, by the title, by the sentence before or the lead, anywhere in the article. Tuned on bench/questions.jsonl. */
const LIKE = 0.85
const TITLE = 0.8
const NEAR = 0.6
const ELSEWHERE = 0.35

/** Words that ask about every event and tell none apart. */
const LIGHT = new Set(
  'lieu trouv situ endroit ville pay jour dat heur anne mois prochain nom eu derni recent region fair dir dernier'.split(
    ' ',
  ),
)
const LIGHT_SHARE = 0.25

/** `names` are the stems of words typed with a capital. */
export function termsOf(
  stems: readonly string[],
  names: ReadonlySet<string>,
  frequencies: StemFrequencies,
): readonly Term[] {
  return stems.map((stem) => {
    const like = stemsLike(stem)
    const own = frequencies.of.get(stem) ?? 0
    const count = [...like].reduce((sum, other) => sum + (frequencies.of.get(other) ?? 0), own)
    const weight = Math.log((frequencies.total + 1) / (Math.max(own, count / 4) + 0.5))
    return {
      stem,
      like,
      weight: Math.max(0, weight) * (LIGHT.has(stem) ? LIGHT_SHARE : 1),
      isName: names.has(stem),
      count,
    }
  })
}

/** What stands around a sentence, remembered by article. */
interface Around {
  readonly title: ReadonlySet<string>
  readonly lead: ReadonlySet<string>
  readonly whole: () => ReadonlySet<string>
}

/** Characters looked at before a sentence and at the beginning of an article: a sentence or two. */
const NEAR_LENGTH = 320
/** Characters of an article that are read for words that stand elsewhere. */
const MOST_READ = 12_000

/** Best first. */
export function weighSentences(
  found: readonly FoundSentence[],
  terms: readonly Term[],
): readonly WeighedSentence[] {
  const known = new Map<string, Around>()
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  return found
    .map((sentence) => weighSentence(sentence, terms, total, aroundOf(sentence, known)))
    .toSorted(
      (one, other) =>
        other.coverage - one.coverage ||
        other.ownCoverage - one.ownCoverage ||
        other.article.publishedAt - one.article.publishedAt,
    )
}

function aroundOf({ article }: FoundSentence, known: Map<string, Around>): Around {
  const own = known.get(article.id)
  if (own !== undefined) return own
  let whole: ReadonlySet<string> | undefined
  const made: Around = {
    title: new Set(contentStems(article.title)),
    lead: new Set(contentStems(article.text.slice(0, NEAR_LENGTH))),
    whole: () => (whole ??= new Set(contentStems(article.text.slice(0, MOST_READ)))),
  }
  known.set(article.id, made)
  return made
}

function weighSentence(
  sentence: FoundSentence,
  terms: readonly Term[],
  total: number,
  { title, lead, whole }: Around,
): WeighedSentence {
  const own = new Set(contentStems(sentence.text))
  const { start } = sentence.reference
  const near = new Set(contentStems(sentence.article.text.slice(Math.max(0, start - NEAR_LENGTH), start)))
  const creditIn = (stems: ReadonlySet<string>, { stem, like }: Term): number =>
    stems.has(stem) ? 1 : !like.isDisjointFrom(stems) ? LIKE : 0
  const ownCredits = terms.map((term) => creditIn(own, term))
  const isClose = ownCredits.some((credit) => credit > 0)
  const credits = terms.map((term, at) => {
    const credit = Math.max(
      ownCredits[at] ?? 0,
      TITLE * creditIn(title, term),
      NEAR * Math.max(creditIn(near, term), creditIn(lead, term)),
    )
    return credit > 0 || !isClose ? credit : ELSEWHERE * creditIn(whole(), term)
  })
  const share = (all: readonly number[]): number =>
    total === 0 ? 0 : all.reduce((sum, credit, at) => sum + credit * (terms[at]?.weight ?? 0), 0) / total
  return { ...sentence, coverage: share(credits), ownCoverage: share(ownCredits), credits }
}
