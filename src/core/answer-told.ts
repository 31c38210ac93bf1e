// What was said, what happened and whether it is so: sentences chosen by who speaks, by their day, by their negation.
import { fold } from '../french/normalise.ts'
import { contentStems } from '../french/stems.ts'
import { tokenise } from '../french/tokens.ts'
import type { AnswerEntry } from './answer.ts'
import { entriesOf, nearBest, placesOfTerms, sentenceEntry, type TermPlace } from './answer-values.ts'
import { quotationIn, readSpeakers, speaksIn, tellsSpeech } from './answer-words.ts'
import type { Asked } from './asked.ts'
import type { Question } from './question.ts'
import { carriesAll, isSupported, LEAST, namesAreCarried } from './support.ts'
import type { Term, WeighedSentence } from './weigh-sentences.ts'

export interface Weighed {
  readonly question: Question
  readonly terms: readonly Term[]
  readonly sentences: readonly WeighedSentence[]
}

type Of<Kind extends Asked['kind']> = Extract<Asked, { readonly kind: Kind }>

/** Credit of the words of a phrase, weighed; 1 for a phrase without words. */
function creditOf(phrase: string | undefined, { credits }: WeighedSentence, terms: readonly Term[]): number {
  const stems = new Set(contentStems(phrase ?? ''))
  let [carried, all] = [0, 0]
  for (const [at, { stem, weight }] of terms.entries()) {
    if (!stems.has(stem)) continue
    carried += weight * (credits[at] ?? 0)
    all += weight
  }
  return all === 0 ? 1 : carried / all
}

/** How sure it must be who speaks, and what about. Title or sentence before are enough. */
const LEAST_SPEAKER = 0.55
const LEAST_TOPIC = 0.45

/** Whoever is named before goes on speaking. */
const PRONOUN_SPEAKS = /-(?:t-)?(?:il|elle|ils|elles)(?!\p{L})|^(?:Il|Elle|Ils|Elles)(?!\p{L})/u

export function whatSays(
  { terms, sentences }: Weighed,
  { who, about }: Of<'what-says'>,
): readonly AnswerEntry[] {
  const scored = sentences.flatMap((sentence) => {
    const [speaker, topic] = [creditOf(who, sentence, terms), creditOf(about, sentence, terms)]
    const own = sentence.ownCoverage
    const quotation = quotationIn(sentence.text)
    if (speaker < LEAST_SPEAKER || topic < LEAST_TOPIC) return []
    if (quotation === undefined && !tellsSpeech(sentence.text)) return []
    // Somebody else speaks in a sentence that does not name whom the question means.
    if (who !== undefined && speaker < 1 && speaksIn(sentence.text, who) === 0) return []
    if (who !== undefined && speaker < 1 && quotation === undefined && !PRONOUN_SPEAKS.test(sentence.text))
      return []
    const said = who === undefined ? 1 : speaksIn(sentence.text, who)
    const score = 0.4 * speaker + 0.35 * topic + (quotation === undefined ? 0 : 0.15) + 0.2 * said + 0.4 * own
    return [{ sentence, score, quotation }]
  })
  return scored
    .toSorted((one, other) => other.score - one.score || other.sentence.coverage - one.sentence.coverage)
    .map(({ sentence }) => sentenceEntry(sentence))
}

/** Least share of the words asked that a sentence must hold. */
const LEAST_WORDS = 0.6

export function whoSaid(
  { terms, sentences }: Weighed,
  { words, isQuoted }: Of<'who-said'>,
): readonly AnswerEntry[] {
  const wholly = sentences.filter((sentence) =>
    isQuoted
      ? holdsWords(sentence.text, words)
      : isSupported(sentence, terms, LEAST.who) && creditOf(words, sentence, terms) >= LEAST_WORDS,
  )
  const speakers = entriesOf(nearBest(wholly), (sentence) => readSpeakers(sentence, words, isQuoted))
  return [...speakers, ...wholly.map(sentenceEntry)]
}

/** Share of the words of a quotation that must stand in a row: people misremember its ends. */
const LEAST_RUN = 0.75

/** Whether the sentence holds the words as they were typed, accents and marks apart. */
function holdsWords(text: string, words: string): boolean {
  const asked = tokenise(words).map(({ text: word }) => fold(word))
  const row = ` ${tokenise(text)
    .map(({ text: word }) => fold(word))
    .join(' ')} `
  const length = Math.max(1, Math.ceil(asked.length * LEAST_RUN))
  if (asked.length === 0) return false
  for (let at = 0; at + length <= asked.length; at++)
    if (row.includes(` ${asked.slice(at, at + length).join(' ')} `)) return true
  return false
}

/** A day older loses so much of a sentence's rank. */
const DAILY_LOSS = 0.01
const DAY_MILLISECONDS = 86_400_000

/** Newest and most telling first. */
export function whatHappened(
  { terms, sentences }: Weighed,
  { about }: Of<'what-happened'> | Of<'what-is-new'>,
): readonly AnswerEntry[] {
  const newest = Math.max(...sentences.map(({ article }) => article.publishedAt))
  return sentences
    .filter((sentence) => isSupported(sentence, terms, LEAST.sentence) || namesOnly(sentence, terms, about))
    .map((sentence) => {
      const days = (newest - sentence.article.publishedAt) / DAY_MILLISECONDS
      const inTitle = creditOf(about, { ...sentence, credits: titleCredits(sentence, terms) }, terms)
      const isEarly = sentence.reference.start < 400 ? 0.15 : 0
      return { sentence, score: sentence.coverage + 0.3 * inTitle + isEarly - DAILY_LOSS * days }
    })
    .toSorted((one, other) => other.score - one.score)
    .map(({ sentence }) => sentenceEntry(sentence))
}

const namesOnly = (sentence: WeighedSentence, terms: readonly Term[], about: string): boolean =>
  creditOf(about, sentence, terms) >= 0.75 && namesAreCarried(sentence, terms)

function titleCredits({ article }: WeighedSentence, terms: readonly Term[]): readonly number[] {
  const title = new Set(contentStems(article.title))
  return terms.map(({ stem }) => (title.has(stem) ? 1 : 0))
}

/** «n’a pas voté», «ne sera jamais»: the words between are those denied. */
const NEGATION =
  /(?<!\p{L})n(?:e|['’])[ \u00A0]?(?:[\p{L}’'-]+[ \u00A0]){0,4}?(?:pas|jamais|plus|aucune?|guère)(?!\p{L})/giu
/** Told and yet not so; imperfects tell what was before. */
const UNDONE =
  /(?<!\p{L})(?:refus|report|repouss|annul|renonc|rejet|démen|dément|empêch|échou)(?:é|ée|és|ées|e|er|ent|i|ie|u|ue|t|it|era|ant|é[es]*)(?!\p{L})/giu
/** Characters between a denial and what it denies. */
const DENIAL_REACH = 60

const isUndone = (text: string): boolean => text.search(UNDONE) >= 0

/** Whether a word of the question, its names apart, stands denied. */
function isDenied(text: string, places: readonly TermPlace[]): boolean {
  const own = places.filter(({ term }) => !term.isName)
  const denies = (from: number, to: number): boolean =>
    own.some(({ start, end }) => {
      const between = start >= to ? text.slice(to, start) : end <= from ? text.slice(end, from) : ''
      return (
        between.length <= DENIAL_REACH && !/[;:.]|(?<!\p{L})(?:qui|que|dont|où|mais)(?!\p{L})/u.test(between)
      )
    })
  const isPlace = (at: number): boolean => places.some(({ start, end }) => start <= at && at < end)
  return (
    Array.from(text.matchAll(NEGATION)).some(({ 0: found, index }) => denies(index, index + found.length)) ||
    Array.from(text.matchAll(UNDONE)).some(
      ({ 0: found, index }) => !isPlace(index) && denies(index, index + found.length),
    )
  )
}

/** Least of the question that a yes or no needs in one sentence. */
const LEAST_WHETHER = { coverage: 0.75, own: 0.72 }

/** Characters between two words of the question beyond which they may belong to two things. */
const APART = 60

const areApart = (places: readonly TermPlace[]): boolean =>
  places.some(({ start }, at) => start - (places[at - 1]?.end ?? start) > APART)

/** «Oui» or «Non» where a sentence tells all that is asked; unsure of the negation, the sentence alone. */
export function whether({ terms, sentences }: Weighed): readonly AnswerEntry[] {
  return sentences
    .filter(
      (sentence) =>
        isSupported(sentence, terms, LEAST_WHETHER) && carriesAll(sentence, terms, isUndone(sentence.text)),
    )
    .flatMap((sentence) => {
      const places = placesOfTerms(sentence.text, terms)
      if (areApart(places)) return []
      const text = isDenied(sentence.text, places) ? 'Non' : 'Oui'
      return { ...sentenceEntry(sentence), text, isValue: true }
    })
}
