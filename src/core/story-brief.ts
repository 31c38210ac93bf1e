// Which sentences of which articles tell a story: the best of one article, and of others what it does not say.
// Never changes a word, never counts what may be quoted: it is told how much room there is.
import { leansBack } from '../french/leaning.ts'
import { countWords } from '../french/tokens.ts'
import type { Article, SentenceReference } from './article.ts'
import type { BriefLimits } from './brief.ts'
import { DAY, dayOf, type Instant } from './calendar.ts'
import {
  bringsAFact,
  isOfSameMatter,
  shareOfNew,
  tellsSameFact,
  traceFact,
  type FactTrace,
} from './same-fact.ts'
import { coverageOf, storyWeights } from './story-coverage.ts'

/** A stretch of an article's text. What else it carries, its reference carries too. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** Sets of stretches that could tell an article, best first; each stands alone. None when nothing can be quoted. */
export type SetsOf<Told> = (article: Told, limits: BriefLimits) => Iterable<readonly Stretch[]>

export interface StoryToTell<Told> {
  /** What stands above the brief. */
  readonly title?: string
  /** The best teller first, without reprints. */
  readonly articles: readonly Told[]
  readonly setsOf: SetsOf<Told>
  /** For the whole brief. */
  readonly limits: BriefLimits
  /** What may be quoted of an article now; no sentence when nothing may. */
  readonly roomFor: (article: Told) => BriefLimits
  /** What readers of this digest were told of the story before. */
  readonly told: readonly string[]
  /** Whether a stretch says what a newer article has put right. */
  readonly isOutdated: (article: Told, stretch: Stretch) => boolean
}

type Teller = Pick<
  Article,
  'id' | 'version' | 'publisher' | 'title' | 'lead' | 'text' | 'publishedAt' | 'updatedAt'
>

/** A set of sentences of one article that could stand in the brief. */
interface Passage<Told> {
  readonly article: Told
  readonly stretches: readonly Stretch[]
  readonly sentences: readonly string[]
  readonly traces: readonly FactTrace[]
  readonly words: number
}

/** Articles that may add a sentence: those after tell little that none before has told. */
const MOST_TELLERS = 6

/** Sentences looked at of another article: further down they are no briefs any more. */
const SETS_OF_OTHER = 4

/** Published so much before the newest, an article tells what was; it tells the story only where no other can. */
const FRESH_FOR: Instant = DAY

/** Of a further sentence so much must be new to what stands above it, title included; read on 60 stories. */
const NEW_TO_JOIN = 0.5
/** Of a third sentence. */
const NEW_TO_JOIN_TWO = 0.7
/** And so much must not be: a sentence that shares nothing with the others is of another story. */
const SHARED_TO_JOIN = 0.08

/** What all sentences must say of the story, against what they say without the last one. */
const GAIN_OF_THIRD = 1.2

/** Shorter sentences behind another one add a mood and no fact. */
const FEWEST_WORDS_TO_JOIN = 10

/** A sentence that takes up what was told tells something new when so much of it is. */
const NEW_SINCE_TOLD = 0.4

/** How much more the sentences of an article must say of the story to be taken before a better teller. */
const FAVOUR_TO_BEST = 2

/** A brief of more sentences than this is only made of several publishers. */
const SENTENCES_OF_ONE = 2

/** Room under which no third sentence is looked for, in words. */
const ROOM_FOR_THIRD = 12

/** How much less a sentence of another publisher may say than the next of the same one, and still be taken. */
const FAVOUR_TO_OTHERS = 1.05

/**
 * The sentences of the brief in order, the title's article first: empty when nothing can be quoted that is new. No fact
 * stands there twice, none that was told before, and none that a newer article has put right.
 */
export function briefOfStory<Told extends Teller>(story: StoryToTell<Told>): readonly SentenceReference[] {
  const newestAt = Math.max(...story.articles.map(timeOf))
  const fresh = story.articles.filter((article) => newestAt - timeOf(article) < FRESH_FOR)
  const rest = story.articles.filter((article) => newestAt - timeOf(article) >= FRESH_FOR)
  for (const articles of [fresh, rest]) {
    const found = tell({ ...story, articles })
    if (found.length > 0) return found.flatMap(referencesOf)
  }
  return []
}

const timeOf = ({ publishedAt, updatedAt }: Teller): Instant => updatedAt ?? publishedAt

function referencesOf<Told extends Teller>({
  article,
  stretches,
}: Passage<Told>): readonly SentenceReference[] {
  return stretches.map((stretch) => ({ articleId: article.id, version: article.version, ...stretch }))
}

function tell<Told extends Teller>(story: StoryToTell<Told>): readonly Passage<Told>[] {
  const told = story.told.map(traceFact)
  const tellers = story.articles.filter((article) => story.roomFor(article).maxSentences > 0)
  const weights = storyWeights(tellers.slice(0, MOST_TELLERS))
  const best = headOf(story, tellers, told, weights)
  if (best === undefined) return []
  const { publisher } = best.article
  const others = tellers.filter((article) => article.publisher !== publisher).slice(0, MOST_TELLERS - 1)
  return others.length === 0 ? [best] : withOthers(story, best, told, others, weights)
}

/** Of the best tellers the one whose title and sentences say most of what all tell; the best one when in doubt. */
function headOf<Told extends Teller>(
  story: StoryToTell<Told>,
  tellers: readonly Told[],
  told: readonly FactTrace[],
  weights: ReadonlyMap<number, number>,
): Passage<Told> | undefined {
  let head: { readonly passage: Passage<Told>; readonly worth: number } | undefined
  for (const [at, article] of tellers.entries()) {
    if (head !== undefined && at >= MOST_TELLERS) break
    const [passage] = passagesOf(story, article, told, limitsFor(story, article, SENTENCES_OF_ONE), 1)
    if (passage === undefined) continue
    const worth = coverageOf([traceFact(article.title), ...passage.traces], weights)
    if (head === undefined || worth > FAVOUR_TO_BEST * head.worth) head = { passage, worth }
  }
  return head?.passage
}

function limitsFor<Told extends Teller>(
  { limits, roomFor }: StoryToTell<Told>,
  article: Told,
  maxSentences: number,
  maxWords = limits.maxWords,
): BriefLimits {
  const room = roomFor(article)
  return {
    maxSentences: Math.min(maxSentences, limits.maxSentences, room.maxSentences),
    maxWords: Math.min(maxWords, room.maxWords),
  }
}

/** The first sets of an article that tell nothing twice, nothing told and nothing outdated. */
function passagesOf<Told extends Teller>(
  { setsOf, isOutdated }: StoryToTell<Told>,
  article: Told,
  told: readonly FactTrace[],
  limits: BriefLimits,
  most: number,
): readonly Passage<Told>[] {
  if (limits.maxSentences === 0) return []
  const found: Passage<Told>[] = []
  let looked = 0
  for (const stretches of setsOf(article, limits)) {
    if (stretches.length > 0 && !stretches.some((stretch) => isOutdated(article, stretch))) {
      const sentences = stretches.map(({ start, end }) => article.text.slice(start, end))
      const traces = sentences.map(traceFact)
      const words = sentences.reduce((sum, sentence) => sum + countWords(sentence), 0)
      if (traces.every((trace, order) => isUntold(trace, told) && isNew(trace, traces.slice(0, order))))
        found.push({ article, stretches, sentences, traces, words })
    }
    if (found.length === most || ++looked >= 4 * most) break
  }
  return found
}

function isNew(trace: FactTrace, others: readonly FactTrace[]): boolean {
  return others.every((other) => !tellsSameFact(trace, other))
}

/** Nothing told before, but for what a sentence adds to it: «condamné» after «le jugement est attendu». */
function isUntold(trace: FactTrace, told: readonly FactTrace[]): boolean {
  return told.every(
    (before) => !tellsSameFact(trace, before) || shareOfNew(trace, [before]) >= NEW_SINCE_TOLD,
  )
}

/** One sentence of the head and one of another publisher, when that says more than the head's own two. */
function withOthers<Told extends Teller>(
  story: StoryToTell<Told>,
  best: Passage<Told>,
  told: readonly FactTrace[],
  others: readonly Told[],
  weights: ReadonlyMap<number, number>,
): readonly Passage<Told>[] {
  const { article } = best
  const [single] = passagesOf(story, article, told, limitsFor(story, article, 1), 1)
  const pair = single === undefined ? undefined : joined(story, [single], told, others, weights)
  const isBetter =
    pair !== undefined && coverage(pair, weights) * FAVOUR_TO_OTHERS >= coverage([best], weights)
  const chosen = isBetter ? pair : [best]
  const longer = joined(story, chosen, told, others, weights)
  const gains = longer !== undefined && coverage(longer, weights) >= GAIN_OF_THIRD * coverage(chosen, weights)
  return gains ? longer : chosen
}

/** With one more sentence of a publisher that has none yet; undefined where none has something new to say. */
function joined<Told extends Teller>(
  story: StoryToTell<Told>,
  chosen: readonly Passage<Told>[],
  told: readonly FactTrace[],
  others: readonly Told[],
  weights: ReadonlyMap<number, number>,
): readonly Passage<Told>[] | undefined {
  const traces = chosen.flatMap((passage) => passage.traces)
  const wordsLeft = story.limits.maxWords - chosen.reduce((sum, { words }) => sum + words, 0)
  if (traces.length >= story.limits.maxSentences) return undefined
  if (traces.length >= SENTENCES_OF_ONE && wordsLeft < ROOM_FOR_THIRD) return undefined
  const quoted = new Set(chosen.map(({ article }) => article.publisher))
  const known = [traceFact(chosen[0]?.article.title ?? ''), ...traces]
  const least = traces.length >= SENTENCES_OF_ONE ? NEW_TO_JOIN_TWO : NEW_TO_JOIN
  const candidates = others
    .filter(({ publisher }) => !quoted.has(publisher))
    .flatMap((article) =>
      passagesOf(story, article, told, limitsFor(story, article, 1, wordsLeft), SETS_OF_OTHER),
    )
    .filter((passage) => canJoin(passage, known, least))
    .map((passage) => [...chosen, passage])
  return bestOf(candidates, weights)
}

/** Somebody's words first, a question, «on»: a mood. */
const NO_FACT = /^\s*(?:["«“]|on |nous |je |j['’])|\?/iu

/** That somebody said nothing, or was not reached. */
const SILENT =
  /(?:n['’](?:a|ont|avai(?:t|ent)) (?:pas |pas encore |pour l['’]heure pas )?(?:souhaité|voulu|désiré|répondu|donné suite)|n['’]étai(?:t|ent) pas joignables?|refusé de (?:commenter|s['’]exprimer|répondre))/iu

/** Tells of an earlier year: what one knows already of somebody. */
function isHistory(sentence: string, { publishedAt }: Teller): boolean {
  const year = Number(dayOf(publishedAt, 'UTC').slice(0, 4))
  return Array.from(sentence.matchAll(/(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,.]?\d)/gu)).some(
    ([found]) => Number(found) < year,
  )
}

/** Says enough that is new, of the same matter, and understood where it will stand. */
function canJoin<Told extends Teller>(
  { article, traces, sentences, words }: Passage<Told>,
  known: readonly FactTrace[],
  least: number,
): boolean {
  return (
    words >= FEWEST_WORDS_TO_JOIN &&
    !sentences.some(
      (sentence) =>
        NO_FACT.test(sentence) ||
        SILENT.test(sentence) ||
        leansBack(sentence) ||
        isHistory(sentence, article),
    ) &&
    traces.every((trace) => {
      const fresh = shareOfNew(trace, known)
      const isSeen = known.some((other) => isOfSameMatter(trace, other))
      return !isSeen && fresh >= least && fresh <= 1 - SHARED_TO_JOIN && bringsAFact(trace, known)
    })
  )
}

function bestOf<Told>(
  candidates: readonly (readonly Passage<Told>[])[],
  weights: ReadonlyMap<number, number>,
): readonly Passage<Told>[] | undefined {
  let best: { readonly passages: readonly Passage<Told>[]; readonly worth: number } | undefined
  for (const passages of candidates) {
    const worth = coverage(passages, weights)
    if (best === undefined || worth > best.worth) best = { passages, worth }
  }
  return best?.passages
}

/** What some sentences say of what several articles tell; each word once. */
function coverage<Told>(passages: readonly Passage<Told>[], weights: ReadonlyMap<number, number>): number {
  return coverageOf(
    passages.flatMap(({ traces }) => traces),
    weights,
  )
}
