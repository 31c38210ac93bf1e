// How much of a question each sentence carries, by itself, by its title and by its neighbours. Decides no answer.
import { contentStems } from '../french/stems.ts'
import { splitSentences } from '../french/sentences.ts'
import { stemsLike } from '../french/synonyms.ts'
import { type QuestionNames, writesNames } from './question-names.ts'
import type { FoundSentence, StemFrequencies } from './answer.ts'

/** One word of the question that matters. */
export interface Term {
  readonly stem: string
  readonly like: ReadonlySet<string>
  /** Inverse sentence frequency: a name weighs more than «ministre». */
  readonly weight: number
  /** Typed with a capital: a person, a place, a firm. */
  readonly isName: boolean
  /** A word of every event, or one that asks: nothing hangs on it. */
  readonly isLight: boolean
  /** Sentences that hold it or a word like it. */
  readonly count: number
}

export interface WeighedSentence extends FoundSentence {
  /** Share of the question's weight carried, 0 to 1. */
  readonly coverage: number
  /** The same by the sentence alone. */
  readonly ownCoverage: number
  /** Whether the article writes the names of the question as names. */
  readonly isNamed: boolean
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
  'lieu trouv situ endroit vill pay jour dat heur anne mois prochain nom eu derni recent region fair dir dernier age nombr montant prix actuel person'.split(
    ' ',
  ),
)
const LIGHT_SHARE = 0.25
/** Modals and what else asks: in no answer. */
const EMPTY = new Set(
  'doit doivent doiv dev devr devront devrait devraient peuvent peut pourr pourront veut veulent va vont all aller ir iront compt combien'.split(
    ' ',
  ),
)

/** `names` are the stems of words typed with a capital. */
export function termsOf(
  stems: readonly string[],
  names: ReadonlySet<string>,
  frequencies: StemFrequencies,
): readonly Term[] {
  return stems.map((stem) => {
    const like = likeOf(stem)
    const own = frequencies.of.get(stem) ?? 0
    const count = [...like].reduce((sum, other) => sum + (frequencies.of.get(other) ?? 0), own)
    const weight = Math.log((frequencies.total + 1) / (Math.max(own, count / 4) + 0.5))
    return {
      stem,
      like,
      weight: Math.max(0, weight) * shareOf(stem),
      isName: names.has(stem),
      isLight: shareOf(stem) < 1,
      count,
    }
  })
}

const shareOf = (stem: string): number => (EMPTY.has(stem) ? 0 : LIGHT.has(stem) ? LIGHT_SHARE : 1)

/** Stems that mean the same: synonyms, the plural that the stemmer parts («vendus»), the verb with re- («recherché»). */
export function likeOf(stem: string): ReadonlySet<string> {
  const plural = stem.endsWith('s') ? stem.slice(0, -1) : `${stem}s`
  return new Set([...stemsLike(stem), ...(stem.endsWith('s') ? stemsLike(plural) : []), plural, `re${stem}`])
}

/** «né» folds into a stop word: the question’s «né» is found as «naissance», so is the sentence’s. */
const BORN = /(?<!\p{L})née?s?(?!\p{L})/iu
export const BIRTH = 'naissanc'

/** The stems of a sentence, birth included. */
const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(BORN.test(text) ? [...contentStems(text), BIRTH] : contentStems(text))

/** What stands around a sentence, remembered by article. */
interface Around {
  readonly title: ReadonlySet<string>
  readonly lead: ReadonlySet<string>
  readonly whole: () => ReadonlySet<string>
  readonly isNamed: boolean
}

/** Characters looked at before a sentence and at the beginning of an article: a sentence or two. */
const NEAR_LENGTH = 320
/** Characters of an article that are read for words that stand elsewhere. */
const MOST_READ = 12_000

/** Articles whose other sentences are weighed too: what is asked may stand beside the words asked. */
const READ_ARTICLES = 8
/** Sentences read of each of them. */
const READ_SENTENCES = 60

/** Best first. */
export function weighSentences(
  found: readonly FoundSentence[],
  terms: readonly Term[],
  names: QuestionNames = { stems: new Set(), runs: [] },
): readonly WeighedSentence[] {
  const known = new Map<string, Around>()
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  const weigh = (sentence: FoundSentence): WeighedSentence =>
    weighSentence(sentence, terms, total, aroundOf(sentence, known, names))
  const weighed = found.map(weigh).toSorted((one, other) => other.coverage - one.coverage)
  const starts = new Set(weighed.map(({ article, reference }) => `${article.id} ${reference.start}`))
  const articles = [...new Map(weighed.map(({ article }) => [article.id, article])).values()]
  const others = articles.slice(0, READ_ARTICLES).flatMap((article) =>
    splitSentences(article.text)
      .slice(0, READ_SENTENCES)
      .filter(({ start }) => !starts.has(`${article.id} ${start}`))
      .map(({ start, end }) =>
        weigh({
          reference: { articleId: article.id, version: article.version, start, end },
          text: article.text.slice(start, end),
          article,
          score: 0,
        }),
      ),
  )
  return [...weighed, ...others].toSorted(
    (one, other) =>
      other.coverage - one.coverage ||
      other.ownCoverage - one.ownCoverage ||
      other.article.publishedAt - one.article.publishedAt,
  )
}

function aroundOf({ article }: FoundSentence, known: Map<string, Around>, names: QuestionNames): Around {
  const own = known.get(article.id)
  if (own !== undefined) return own
  let whole: ReadonlySet<string> | undefined
  const made: Around = {
    isNamed: writesNames(article, names),
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
  { title, lead, whole, isNamed }: Around,
): WeighedSentence {
  const own = stemsOf(sentence.text)
  const { start } = sentence.reference
  const near = new Set(contentStems(sentence.article.text.slice(Math.max(0, start - NEAR_LENGTH), start)))
  const creditIn = (stems: ReadonlySet<string>, { stem, like }: Term): number =>
    stems.has(stem) ? 1 : !like.isDisjointFrom(stems) ? LIKE : 0
  const ownCredits = terms.map((term) => creditIn(own, term))
  const credits = terms.map((term, at) => {
    const credit = Math.max(
      ownCredits[at] ?? 0,
      TITLE * creditIn(title, term),
      NEAR * Math.max(creditIn(near, term), creditIn(lead, term)),
    )
    return credit > 0 ? credit : ELSEWHERE * creditIn(whole(), term)
  })
  const share = (all: readonly number[]): number =>
    total === 0 ? 0 : all.reduce((sum, credit, at) => sum + credit * (terms[at]?.weight ?? 0), 0) / total
  return { ...sentence, coverage: share(credits), ownCoverage: share(ownCredits), credits, isNamed }
}
