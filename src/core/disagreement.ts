// Where the articles of one story give different figures for one thing: side by side, or one after the other when the
// newer only updates the older. Says nothing rather than compare two things; never says who is right.
import { findCounted, type CountedThing } from '../french/counted.ts'
import type { Article, SentenceReference } from './article.ts'
import { DAY, HOUR, type Instant } from './calendar.ts'
import { shareOfNew, traceFact, type FactTrace } from './same-fact.ts'
import { sentencesOf } from './sentence.ts'

/** Figures of one thing that differ, as they stand in the articles. */
export interface FigureClash {
  /** `disagreement`: side by side. `update`: oldest first, the last one holds. */
  readonly kind: 'disagreement' | 'update'
  /** Two or three, each of another value. */
  readonly figures: readonly SentenceReference[]
}

type Witness = Pick<Article, 'id' | 'version' | 'publisher' | 'title' | 'text' | 'publishedAt' | 'updatedAt'>

/** An article tells its news in its first sentences; further down stand the tolls of other years. */
const MOST_SENTENCES = 6

/** Tolls grow: a higher one that comes so much later is news, not another opinion. */
const SAME_MOMENT: Instant = HOUR

/** Beyond this gap an article tells another state of things: of a toll, of any other count. */
const [LONGEST_TOLL_GAP, LONGEST_COUNT_GAP]: readonly [Instant, Instant] = [DAY, 6 * HOUR]

/** Clashes shown of one story: more is a table, no line. */
const MOST_CLASHES = 2

/** Values shown of one clash. */
const MOST_VALUES = 3

/**
 * The share of a toll's sentence and title, names and words, that the other article's must say as well; of any other
 * count's sentence. Chosen on stories read by eye.
 */
const [TOLL_CONTEXT, COUNT_CONTEXT] = [0.25, 0.4]

/** Sentences that tell of another time, of a part, or of what changes by the hour: their figures are compared with none. */
const ELSEWHERE =
  /(?<![\p{L}\p{N}])(?:(?:1[5-9]|20)\d\d|avai(?:t|ent)|dont|parmi (?:eux|elles|les)|en moyenne|par (?:jour|semaine|mois|an)|chaque (?:jour|semaine|mois|année)|en (?:24|48) heures|dernières (?:24|48) heures|il y a .{1,12}ans?|l['’]an dernier|prévisions?|vigilance|alerte (?:rouge|orange|jaune)|pourrai(?:t|ent)|jusqu['’]à)(?![\p{L}\p{N}])/u

interface Telling {
  readonly witness: Witness
  readonly at: Instant
  readonly counted: CountedThing
  /** The words around the figure, without it. */
  readonly context: FactTrace
  readonly reference: SentenceReference
}

/** `articles` are originals: a reprint says what its original says. At most two clashes, tolls first. */
export function findClashes(articles: readonly Witness[]): readonly FigureClash[] {
  const byKind = Map.groupBy(articles.flatMap(tellingsOf), ({ counted }) => counted.kind)
  const clashes = [...byKind.values()].flatMap((tellings) => clashOf(onePerArticle(tellings)) ?? [])
  return clashes.toSorted((one, other) => Number(other.isToll) - Number(one.isToll)).slice(0, MOST_CLASHES)
}

/** An article is a witness of its story for every digest that tells it: read once. */
const readTellings = new WeakMap<Witness, readonly Telling[]>()

function tellingsOf(witness: Witness): readonly Telling[] {
  const known = readTellings.get(witness)
  if (known !== undefined) return known
  const tellings = readTellingsOf(witness)
  readTellings.set(witness, tellings)
  return tellings
}

/** The exact counts of the first sentences, without those of another time. */
function readTellingsOf(witness: Witness): readonly Telling[] {
  return sentencesOf(witness.text)
    .slice(0, MOST_SENTENCES)
    .flatMap(({ start, end }) => {
      const sentence = witness.text.slice(start, end)
      if (!/\d|\p{L}(?:x|t|q|f|s) /u.test(sentence) || ELSEWHERE.test(sentence)) return []
      const exact = findCounted(sentence).filter(({ isLeast }) => !isLeast)
      return exact.map((counted) => ({
        witness,
        at: witness.updatedAt ?? witness.publishedAt,
        counted,
        context: traceFact(`${sentence.slice(0, counted.start)} ${sentence.slice(counted.end)}`),
        reference: {
          articleId: witness.id,
          version: witness.version,
          start: start + counted.start,
          end: start + counted.end,
        },
      }))
    })
}

/** An article that gives two values for one thing tells of two things, or of before and after: it is no witness. */
function onePerArticle(tellings: readonly Telling[]): readonly Telling[] {
  return [...Map.groupBy(tellings, ({ witness }) => witness.id).values()].flatMap((own) => {
    const [first] = own
    return first !== undefined && own.every(({ counted }) => counted.value === first.counted.value)
      ? [first]
      : []
  })
}

function clashOf(tellings: readonly Telling[]): (FigureClash & { readonly isToll: boolean }) | undefined {
  const inTime = tellings.toSorted(
    (one, other) => one.at - other.at || (one.witness.id < other.witness.id ? -1 : 1),
  )
  const last = inTime.at(-1)
  if (last === undefined) return undefined
  const comparable = inTime.filter((telling) => telling === last || isComparable(telling, last))
  const values = oncePerValue(comparable)
  if (values.length < 2 || values.length > MOST_VALUES) return undefined
  const { isToll } = last.counted
  const figures = values.map(({ reference }) => reference)
  if (isToll && isGrowing(values)) return { kind: 'update', figures, isToll }
  const together = values.filter(({ at }) => !isToll || last.at - at <= LONGEST_TOLL_GAP / 2)
  const publishers = new Set(together.map(({ witness }) => witness.publisher))
  if (together.length < 2 || publishers.size < together.length) return undefined
  return { kind: 'disagreement', figures: together.map(({ reference }) => reference), isToll }
}

function isComparable(one: Telling, other: Telling): boolean {
  const { isToll } = one.counted
  if (Math.abs(one.at - other.at) > (isToll ? LONGEST_TOLL_GAP : LONGEST_COUNT_GAP)) return false
  const least = isToll ? TOLL_CONTEXT : COUNT_CONTEXT
  return Math.max(sharedBy(one, other), sharedBy(other, one)) >= least
}

/** How much of what stands around one figure the other article says around its own; of a toll, in its title too. */
function sharedBy(one: Telling, other: Telling): number {
  const around = other.counted.isToll ? [other.context, traceFact(other.witness.title)] : [other.context]
  return 1 - shareOfNew(one.context, around)
}

/** The last telling of each value, in order of time; «1,2 million» says no other than «1 230 000». */
function oncePerValue(inTime: readonly Telling[]): readonly Telling[] {
  const kept: Telling[] = []
  for (const telling of inTime.toReversed())
    if (kept.every((other) => !isSameValue(telling.counted.value, other.counted.value))) kept.unshift(telling)
  return kept
}

/** Equal, or one is the other rounded: to no less than two figures, from a hundred on. */
function isSameValue(one: number, other: number): boolean {
  if (one === other) return true
  const [less, more] = [Math.min(one, other), Math.max(one, other)]
  if (less < 100) return false
  return [less, more].some((value, at) => {
    const zeros = /0+$/u.exec(String(Math.round(value)))?.[0].length ?? 0
    const unit = 10 ** zeros
    const counterpart = at === 0 ? more : less
    return zeros > 1 && Math.abs(counterpart - value) < unit
  })
}

/** Each value higher than the one before, and told later than a moment after it. */
function isGrowing(values: readonly Telling[]): boolean {
  return values.every((telling, at) => {
    const before = values[at - 1]
    return (
      before === undefined ||
      (telling.counted.value > before.counted.value && telling.at - before.at > SAME_MOMENT)
    )
  })
}

/**
 * Tells the stretches of some articles whose toll a newer one, or the article's own title, has put right: «au moins
 * douze blessés» under «quinze blessés». Only tolls grow; what is said of other times or parts proves nothing.
 */
export function outdatedTolls(
  articles: readonly Witness[],
): (article: Witness, stretch: { readonly start: number; readonly end: number }) => boolean {
  const latest = new Map<string, { readonly value: number; readonly at: Instant; readonly titled: string }>()
  for (const witness of articles) {
    const at = witness.updatedAt ?? witness.publishedAt
    const titled = findCounted(witness.title).map((counted) => ({ counted, titled: witness.id }))
    const told = tellingsOf(witness).map(({ counted }) => ({ counted, titled: '' }))
    for (const { counted, titled: id } of [...titled, ...told]) {
      const known = latest.get(counted.kind)
      if (counted.isToll && (known === undefined || counted.value > known.value))
        latest.set(counted.kind, { value: counted.value, at, titled: id })
    }
  }
  return (article, { start, end }) =>
    latest.size > 0 &&
    findCounted(article.text.slice(start, end)).some(({ kind, value, isToll }) => {
      const newest = latest.get(kind)
      if (!isToll || newest === undefined || newest.value <= value) return false
      const isLater = newest.at - (article.updatedAt ?? article.publishedAt) > SAME_MOMENT
      return isLater || newest.titled === article.id
    })
}
