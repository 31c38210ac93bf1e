// When a sentence supports an answer at all: how much of the question it must carry. Everything below is refused.
import { contentStems } from '../french/stems.ts'
import { BIRTH, type Term, type WeighedSentence } from './weigh-sentences.ts'

export interface Support {
  /** Least share of the question's weight, with title and neighbours. */
  readonly coverage: number
  /** Least share that the sentence itself carries. */
  readonly own: number
}

/** Chosen on questions of our own over the development corpus, by kind: what a value needs beside it differs. */
export const LEAST = {
  where: { coverage: 0.6, own: 0.25 },
  when: { coverage: 0.6, own: 0.25 },
  howMany: { coverage: 0.6, own: 0.15 },
  who: { coverage: 0.65, own: 0.4 },
  sentence: { coverage: 0.6, own: 0.35 },
  /** While meetings are sentences alone. */
  meeting: 0.6,
  nearest: 0.4,
} as const

/** A term is decisive from this share of the heaviest term's weight on: an answer without it is one to another question. */
const DECISIVE_SHARE = 0.55

/** Least credit of a decisive term: in the sentence, the title, or the sentence before. */
const DECISIVE_CREDIT = 0.55

/** Whether the sentence, with its title and its neighbours, carries everything that decides. */
export function isSupported(
  sentence: WeighedSentence,
  terms: readonly Term[],
  { coverage, own }: Support,
): boolean {
  return (
    sentence.coverage >= coverage &&
    (sentence.ownCoverage >= own || opensOnIt(sentence)) &&
    carriesDecisive(sentence, terms) &&
    carriesFocus(sentence, terms)
  )
}

/** The first sentences of an article whose title tells it all: «un homme de 70 ans» is the one of the title. */
const OPENING_LENGTH = 300
const OPENING_COVERAGE = 0.75

const opensOnIt = ({ coverage, reference }: WeighedSentence): boolean =>
  reference.start < OPENING_LENGTH && coverage >= OPENING_COVERAGE

/** Least share of what is asked about the names: «arrêté» of «où a été arrêté X». */
const FOCUS_SHARE = 0.5

function carriesFocus({ credits }: WeighedSentence, terms: readonly Term[]): boolean {
  let [carried, all] = [0, 0]
  for (const [at, { weight, isName, isLight }] of terms.entries()) {
    if (isName || isLight) continue
    all += weight
    if ((credits[at] ?? 0) >= DECISIVE_CREDIT) carried += weight
  }
  return all === 0 || carried / all >= FOCUS_SHARE
}

/** Whether the sentence itself tells what was done: «qui a tué X» is answered by no sentence without a killing. */
export const carriesVerbs = ({ ownCredits }: WeighedSentence, terms: readonly Term[]): boolean =>
  terms.every(({ isVerb, isLight }, at) => !isVerb || isLight || (ownCredits[at] ?? 0) > 0)

/** Whether the sentence itself tells everything but names, which may stand beside it; or that it was refused, given up. */
export const carriesAll = (
  { ownCredits, credits }: WeighedSentence,
  terms: readonly Term[],
  isUndone: boolean,
): boolean =>
  terms.every(({ isName, isLight, isVerb }, at) => {
    if (isLight || (isVerb && isUndone)) return true
    return isName ? (credits[at] ?? 0) >= DECISIVE_CREDIT : (ownCredits[at] ?? 0) > 0
  })

/** Whether the head of what is counted, «morts» of «combien de morts à X», is told at all. */
export function carriesHead(
  counted: string | undefined,
  { credits }: WeighedSentence,
  terms: readonly Term[],
): boolean {
  const [head] = contentStems(counted ?? '')
  const at = terms.findIndex(({ stem }) => stem === head)
  return at < 0 || terms[at]?.isLight === true || (credits[at] ?? 0) >= DECISIVE_CREDIT
}

function carriesDecisive({ credits }: WeighedSentence, terms: readonly Term[]): boolean {
  const heaviest = Math.max(0, ...terms.map(({ weight }) => weight))
  const heaviestName = Math.max(0, ...terms.map(({ weight, isName }) => (isName ? weight : 0)))
  return terms.every(
    ({ stem, weight, isName, isVerb }, at) =>
      (isVerb && stem !== BIRTH) ||
      (stem !== BIRTH && weight < DECISIVE_SHARE * heaviest && !(isName && weight === heaviestName)) ||
      (credits[at] ?? 0) >= DECISIVE_CREDIT,
  )
}

/** Whether the names of the question stand in the sentence, its title or beside it; without capitals, its rarest word. */
export function namesAreCarried({ credits }: WeighedSentence, terms: readonly Term[]): boolean {
  const heaviest = Math.max(0, ...terms.map(({ weight }) => weight))
  const hasNames = terms.some(({ isName }) => isName)
  return (
    terms.length > 0 &&
    terms.every(
      ({ isName, weight }, at) =>
        (hasNames ? !isName : weight < heaviest) || (credits[at] ?? 0) >= DECISIVE_CREDIT,
    )
  )
}
