// How much of a question each sentence carries, by itself, by its title and by its neighbours. Decides no answer.
import { contentStems, searchableStems } from '../french/stems.ts'
import { splitSentences } from '../french/sentences.ts'
import { stemsLike } from '../french/synonyms.ts'
import type { Article } from './article.ts'
import type { Question } from './question.ts'
import { NO_NAMES, type QuestionNames, writesNames } from './question-names.ts'
import type { FoundSentence, StemFrequencies } from './answer.ts'

/** One word of the question that matters. */
export interface Term {
  readonly stem: string
  readonly like: ReadonlySet<string>
  /** Inverse sentence frequency: a name weighs more than «ministre». */
  readonly weight: number
  /** Typed with a capital: a person, a place, a firm. */
  readonly isName: boolean
  /** What happened, behind an auxiliary: articles tell it in other words. */
  readonly isVerb: boolean
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
  /** What the question asks of its names, `tué` of «quand X a-t-il été tué», carried by the sentence alone. */
  readonly focusCoverage: number
  /** Whether the article writes the names of the question as names. */
  readonly isNamed: boolean
  /** How well each term is carried, 0 to 1, in the order of the terms. */
  readonly credits: readonly number[]
  /** The same by the sentence alone. */
  readonly ownCredits: readonly number[]
}

/** Carried by a word like it, by the title, by the sentence before or the lead, anywhere in the article. Tuned on questions of our own over the development corpus. */
const LIKE = 0.85
const TITLE = 0.8
const NEAR = 0.6
const ELSEWHERE = 0.35

/** Words that ask about every event and tell none apart. */
const LIGHT = new Set(
  'lieu situ endroit vill pay jour dat heur anne mois prochain nom eu derni recent region fair dir dernier age nombr score long longueur hauteur dur vitess taill actuel person attend prevu prevoir connait jeun premi grand nouveau nouvel petit vieux quelqu'.split(
    ' ',
  ),
)
const LIGHT_SHARE = 0.25
/** Modals and what else asks: in no answer. */
const EMPTY = new Set(
  'doit doivent doiv dev devr devront devrait devraient peuvent peut pourr pourront veut veulent va vont all aller ir iront compt combien temp'.split(
    ' ',
  ),
)

/** `names` are the stems of words typed with a capital. */
export function termsOf(
  { stems, text }: Pick<Question, 'stems' | 'text'>,
  names: ReadonlySet<string>,
  frequencies: StemFrequencies,
): readonly Term[] {
  const verbs = verbsIn(text)
  return stems.map((stem) => {
    const like = likeOf(stem, names.has(stem))
    const own = frequencies.of.get(stem) ?? 0
    const count = [...like].reduce((sum, other) => sum + (frequencies.of.get(other) ?? 0), own)
    const weight = Math.log((frequencies.total + 1) / (Math.max(own, count / 4) + 0.5))
    const isName = names.has(stem)
    const isVerb = !isName && verbs.has(stem)
    return {
      stem,
      like,
      weight: Math.max(0, weight) * shareOf(stem) * (isVerb ? VERB_SHARE : 1),
      isName,
      isVerb,
      isLight: shareOf(stem) < 1,
      count,
    }
  })
}

const VERB_SHARE = 0.75
/** Of what is asked about the names, the verb counts so many times. */
const VERB_FOCUS = 2.5
const BEHIND_AUXILIARY =
  /(?<![\p{L}])(?:a|ont|est|sont|avait|avaient|aura|été|ete|va|vont|doit|doivent)(?:-t-(?:il|elle|on)|-(?:ils|elles|il|elle))?[ \u00A0](?:(?:été|ete|eu|pas|se|s['’])[ \u00A0]?){0,2}(?<verb>[\p{L}-]{3,})/giu

const verbsIn = (text: string): ReadonlySet<string> =>
  new Set(
    Array.from(text.matchAll(BEHIND_AUXILIARY), ({ groups }) => contentStems(groups?.['verb'] ?? '')).flat(),
  )

const shareOf = (stem: string): number => (EMPTY.has(stem) ? 0 : LIGHT.has(stem) ? LIGHT_SHARE : 1)

/** Endings with which people and things of a place are named: «parisien», «lyonnais», «marocain». */
const PLACE_ENDINGS = ['ien', 'ienn', 'ais', 'nais', 'ois', 'ain', 'in']

/** Stems that mean the same: synonyms, the plural that the stemmer parts («vendus»), the verb with re- («recherché»). */
export function likeOf(stem: string, isName = false): ReadonlySet<string> {
  const people = isName && stem.length > 3 ? PLACE_ENDINGS.map((ending) => `${stem}${ending}`) : []
  // The stemmer leaves some plurals of verbs whole: «augmentent».
  const verb = stem.length > 6 && stem.endsWith('ent') ? [stem.slice(0, -3)] : []
  const plural = stem.endsWith('s') ? stem.slice(0, -1) : `${stem}s`
  return new Set([
    ...stemsLike(stem),
    ...(stem.endsWith('s') ? stemsLike(plural) : []),
    ...verb.flatMap((own) => [own, ...stemsLike(own)]),
    plural,
    `re${stem}`,
    ...people,
  ])
}

/** «né» folds into a stop word: the question’s «né» is found as «naissance», so is the sentence’s. */
const BORN = /(?<!\p{L})née?s?(?!\p{L})/iu
export const BIRTH = 'naissanc'

/** The stems of a sentence, birth included. */
const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(BORN.test(text) ? [...searchableStems(text), BIRTH] : searchableStems(text))

/**
 * The articles read whole: the best by what their sentences and titles carry. Ten answer one of 71 questions more and take
 * a sixth longer, past 50 ms for one question in twenty.
 */
const READ_ARTICLES = 6
/** Articles that write the names of the question: of those that are not read whole the sentences found answer. */
const NAMED_ARTICLES = 20
/** Articles looked at for the names of the question before those are taken that write them. */
const LOOKED_AT_ARTICLES = 40
/** Sentences read of each of them. */
const READ_SENTENCES = 60
/** Sentences before a sentence, and at the beginning of the article, that tell whom and what it is about. */
const NEAR_SENTENCES = 2

const NO_STEMS: ReadonlySet<string> = new Set()

/** Best first; the sentences of the best articles are all weighed, found or not: a value may stand beside the words asked. */
export function weighSentences(
  found: readonly FoundSentence[],
  terms: readonly Term[],
  names: QuestionNames = NO_NAMES,
): readonly WeighedSentence[] {
  const titles = new Map(found.map(({ article }) => [article.id, new Set(searchableStems(article.title))]))
  const first = found
    .map((sentence) => {
      const title = titles.get(sentence.article.id) ?? NO_STEMS
      return weighed(sentence, terms, { own: stemsOf(sentence.text), title, near: NO_STEMS, whole: NO_STEMS })
    })
    .toSorted(bestFirst)
  const named = new Set<string>()
  const articles = new Map<string, Article>()
  const candidates = new Map(first.map(({ article }) => [article.id, article]))
  for (const article of [...candidates.values()].slice(0, LOOKED_AT_ARTICLES)) {
    if (named.size >= NAMED_ARTICLES) break
    if (!writesNames(article, names)) continue
    named.add(article.id)
    if (articles.size < READ_ARTICLES) articles.set(article.id, article)
  }
  const read = [...articles.values()].flatMap((article) => weighArticle(article, terms))
  const others = first
    .filter(({ article }) => !articles.has(article.id))
    .map((sentence) => ({ ...sentence, isNamed: names.runs.length === 0 || named.has(sentence.article.id) }))
  return [...read, ...others].toSorted(bestFirst)
}

const bestFirst = (one: WeighedSentence, other: WeighedSentence): number =>
  other.coverage - one.coverage ||
  other.ownCoverage - one.ownCoverage ||
  other.article.publishedAt - one.article.publishedAt

/** Every sentence of an article, with what the title, the sentences before and the lead carry. */
function weighArticle(article: Article, terms: readonly Term[]): readonly WeighedSentence[] {
  const spans = splitSentences(article.text).slice(0, READ_SENTENCES)
  const own = spans.map(({ start, end }) => stemsOf(article.text.slice(start, end)))
  const whole = new Set(own.flatMap((stems) => [...stems]))
  const title = new Set(searchableStems(article.title))
  const lead = own.slice(0, NEAR_SENTENCES)
  return spans.map(({ start, end }, at) => {
    const near = new Set(
      [...lead, ...own.slice(Math.max(0, at - NEAR_SENTENCES), at)].flatMap((stems) => [...stems]),
    )
    const sentence: FoundSentence = {
      reference: { articleId: article.id, version: article.version, start, end },
      text: article.text.slice(start, end),
      article,
      score: 0,
    }
    return weighed(sentence, terms, { own: own[at] ?? NO_STEMS, title, near, whole })
  })
}

interface Carriers {
  readonly own: ReadonlySet<string>
  readonly title: ReadonlySet<string>
  readonly near: ReadonlySet<string>
  readonly whole: ReadonlySet<string>
}

const creditIn = (stems: ReadonlySet<string>, { stem, like }: Term): number => {
  if (stems.has(stem)) return 1
  for (const other of like) if (stems.has(other)) return LIKE
  return 0
}

function weighed(
  sentence: FoundSentence,
  terms: readonly Term[],
  { own, title, near, whole }: Carriers,
): WeighedSentence {
  let [carried, carriedAlone, total, focus, focusAlone] = [0, 0, 0, 0, 0]
  const ownCredits = terms.map((term) => creditIn(own, term))
  const credits = terms.map((term, at) => {
    const alone = ownCredits[at] ?? 0
    const credit = Math.max(
      alone,
      TITLE * creditIn(title, term),
      NEAR * creditIn(near, term),
      ELSEWHERE * creditIn(whole, term),
    )
    total += term.weight
    carried += term.weight * credit
    carriedAlone += term.weight * alone
    if (!term.isName && !term.isLight) {
      const weight = term.weight * (term.isVerb ? VERB_FOCUS : 1)
      focus += weight
      focusAlone += weight * alone
    }
    return credit
  })
  const share = (sum: number): number => (total === 0 ? 0 : sum / total)
  return {
    ...sentence,
    coverage: share(carried),
    ownCoverage: share(carriedAlone),
    focusCoverage: focus === 0 ? 1 : focusAlone / focus,
    credits,
    ownCredits,
    isNamed: true,
  }
}
