// When a sentence supports an answer at all: how much of the question it must carry. Everything below is refused.
import { contentStems } from '../french/stems.ts'
import type { Term, WeighedSentence } from './weigh-sentences.ts'

export interface Support {
  /** Least share of the question's weight, with title and neighbours. */
  readonly coverage: number
  /** Least share that the sentence itself carries. */
  readonly own: number
}

/** Chosen on bench/questions.jsonl, by kind: what a value needs beside it differs. */
export const LEAST = {
  where: { coverage: 0.6, own: 0.3 },
  when: { coverage: 0.6, own: 0.3 },
  howMany: { coverage: 0.6, own: 0.25 },
  who: { coverage: 0.65, own: 0.4 },
  sentence: { coverage: 0.6, own: 0.35 },
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
    sentence.ownCoverage >= own &&
    carriesDecisive(sentence, terms) &&
    carriesFocus(sentence, terms)
  )
}

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
  return terms.every(
    ({ weight }, at) => weight < DECISIVE_SHARE * heaviest || (credits[at] ?? 0) >= DECISIVE_CREDIT,
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
