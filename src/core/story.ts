// A story: the articles that tell one event. Says how alike two articles are; never remembers any.
import { fold } from '../french/normalise.ts'
import { stem } from '../french/stems.ts'
import { STOP_WORDS } from '../french/stop-words.ts'
import { tokenise } from '../french/tokens.ts'
import { DAY, HOUR, type Instant } from './calendar.ts'

/** Where an article stands among the others. */
export interface Placement {
  readonly articleId: string
  /** The id of the story's first article. */
  readonly storyId: string
  /** The first seen original, never itself a reprint. */
  readonly duplicateOf?: string
}

/** What grouping looks at. `text` may hold the lead already or not. */
export interface StoryArticle {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly text: string
  readonly publishedAt: Instant
}

/** Stems with the number of times they count. */
type StemCounts = ReadonlyMap<string, number>

/** The words of an article by the place they stand in. */
interface StoryWords {
  /** Title, twice, and opening. */
  readonly subject: StemCounts
  readonly title: StemCounts
  /** Title and the whole text. */
  readonly whole: StemCounts
  /** Words with a capital inside a sentence. */
  readonly names: StemCounts
}

/** Stems with weights, of length 1 unless empty. */
type Vector = ReadonlyMap<string, number>

/** An article as a point among the others; made with the frequencies of its day. */
export interface StoryPoint {
  readonly publishedAt: Instant
  readonly subject: Vector
  readonly title: Vector
  readonly whole: Vector
  readonly names: Vector
}

/** Beyond this gap two articles are never compared; stories last longer through what stands between. */
export const STORY_SPAN: Instant = 72 * HOUR

/** Words of lead and text that tell the subject; with 50 less or more the F1 of one window of four falls by 10 to 25. */
const OPENING_WORDS = 150

/** A word of the title counts as often as this. */
const TITLE_WEIGHT = 2

/**
 * What title-in-text and names add to the likeness of the subjects. Alone, the three order the pairs of four windows
 * of news with an average precision of 70–88, 53–83 and 42–82. Heavier (0.5 and 0.3) they tie affairs together, but
 * also what has only a place or a minister in common: 159 pairs so joined in two other months were half wrong, and
 * these weights keep 70 of the 82 good ones and 39 of the 77 wrong.
 */
const CROSS_WEIGHT = 0.3
const NAMES_WEIGHT = 0.15

/** Share of its likeness that a pair loses for each day between the two articles; 0.1 to 0.2 do as well. */
const LOSS_PER_DAY = 0.15

/** The words of an article, counted by place. `text` is the whole text, its lead included: see composeText. */
export function readStoryWords(title: string, text: string): StoryWords {
  const titleStems: string[] = []
  const textStems: string[] = []
  const names: string[] = []
  collectStems(title, titleStems, names)
  const openingStems = collectStems(text, textStems, names)
  const subject = countStems(textStems.slice(0, openingStems))
  for (const found of titleStems) subject.set(found, (subject.get(found) ?? 0) + TITLE_WEIGHT)
  return {
    subject,
    title: countStems(titleStems),
    whole: countStems([...titleStems, ...textStems]),
    names: countStems([...new Set(names)]),
  }
}

/** Adds the stems of a text to `stems` and its names to `names`; gives how many stems its opening has. */
function collectStems(text: string, stems: string[], names: string[]): number {
  let openingStems = 0
  let isFirst = true
  for (const [position, { text: word, start }] of tokenise(text).entries()) {
    const { folded, stem: found, isCapital } = readWord(word)
    const isContent = !STOP_WORDS.has(folded) && (folded.length > 1 || /\d/.test(folded))
    if (isContent) stems.push(found)
    if (isContent && isCapital && folded.length > 2 && !isFirst && !opensSentence(text, start))
      names.push(found)
    isFirst = false
    if (position < OPENING_WORDS) openingStems = stems.length
  }
  return openingStems
}

/** After a full stop or an opening quotation mark a capital says nothing. */
function opensSentence(text: string, start: number): boolean {
  return /(?:[.!?…»"“«]\s*|\n\s*)$/.test(text.slice(Math.max(0, start - 3), start))
}

interface Word {
  readonly folded: string
  readonly stem: string
  readonly isCapital: boolean
}

/** Words remembered before the memory is emptied; the vocabulary of a month of news is about 40,000. */
const REMEMBERED_WORDS = 60_000
const remembered = new Map<string, Word>()

function readWord(word: string): Word {
  const known = remembered.get(word)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear()
  const made = { folded: fold(word), stem: stem(word), isCapital: /^\p{Lu}/u.test(word) }
  remembered.set(word, made)
  return made
}

function countStems(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const found of stems) counts.set(found, (counts.get(found) ?? 0) + 1)
  return counts
}

/** TF-IDF, sublinear in the counts. `rarityOf` gives the weight of a stem, 0 or more. */
export function pointOf(
  words: StoryWords,
  publishedAt: Instant,
  rarityOf: (stem: string) => number,
): StoryPoint {
  return {
    publishedAt,
    subject: weigh(words.subject, rarityOf),
    title: weigh(words.title, rarityOf),
    whole: weigh(words.whole, rarityOf),
    names: weigh(words.names, rarityOf),
  }
}

function weigh(counts: StemCounts, rarityOf: (stem: string) => number): Vector {
  const weights = new Map<string, number>()
  let squares = 0
  for (const [found, count] of counts) {
    const weight = (1 + Math.log(count)) * rarityOf(found)
    if (weight <= 0) continue
    weights.set(found, weight)
    squares += weight * weight
  }
  const length = Math.sqrt(squares)
  for (const [found, weight] of weights) weights.set(found, weight / length)
  return weights
}

/**
 * How much two articles tell one event, 0 to 1.45: the likeness of their subjects, of one's title to the other's
 * text, and of their names, less for each day between them. 0 beyond STORY_SPAN.
 */
export function likeness(one: StoryPoint, other: StoryPoint): number {
  const gap = Math.abs(one.publishedAt - other.publishedAt)
  if (gap > STORY_SPAN) return 0
  const cross = Math.max(cosine(one.title, other.whole), cosine(other.title, one.whole))
  const sum =
    cosine(one.subject, other.subject) + CROSS_WEIGHT * cross + NAMES_WEIGHT * cosine(one.names, other.names)
  return sum * (1 - (LOSS_PER_DAY * gap) / DAY)
}

function cosine(one: Vector, other: Vector): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [found, weight] of few) sum += weight * (many.get(found) ?? 0)
  return sum
}
