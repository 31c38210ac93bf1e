// A story: the articles that tell one event. An article as a point among those of its days; remembers none.
import type { Instant } from './calendar.ts'
import { IS_NAME, NAMED_IN_HEAD, NAMED_IN_TITLE, type StoryReading, type StoryText } from './story-reading.ts'

/** Where an article stands among the others. */
export interface Placement {
  readonly articleId: string
  /** The id of the story's first article. */
  readonly storyId: string
  /** The first seen original, never itself a reprint. */
  readonly duplicateOf?: string
  /** Stories that turned out to be this one when the article came: all their articles belong to it from now on. */
  readonly unites?: readonly string[]
}

/** What grouping looks at. */
export interface StoryArticle extends StoryText {
  readonly id: string
}

/** An article among the others; made with the frequencies of its day. */
export interface StoryPoint {
  readonly publishedAt: Instant
  readonly wordCount: number
  /** What its site adds to every title of a section («actualité automobile»), folded; '' for nothing. */
  readonly section: string
  /** The words that carry a subject, ascending, each once; the next lists have one weight a key, 0 or more. */
  readonly keys: Uint32Array
  /** TF-IDF, sublinear in the counts, of length 1 unless empty; so are the next. */
  readonly subject: Float32Array
  readonly title: Float32Array
  readonly whole: Float32Array
  readonly names: Float32Array
  readonly headNames: Float32Array
  /** The rarity of the names of the title, 0 for other words. */
  readonly titleNames: Float32Array
  /** Their sum; 0 when the title names nobody. */
  readonly titleNamesWeight: number
  readonly days: Uint32Array
}

/** `rarityOf` gives the weight of a key, 0 or more; `section` is what the site adds to the title. */
export function pointOf(reading: StoryReading, rarityOf: (key: number) => number, section = ''): StoryPoint {
  const { keys, marks } = reading
  const rarity = new Float32Array(keys.length)
  for (let at = 0; at < keys.length; at++) rarity[at] = rarityOf(keys[at] ?? 0)
  const titleNames = marked(marks, NAMED_IN_TITLE, rarity)
  return {
    publishedAt: reading.publishedAt,
    wordCount: reading.wordCount,
    section,
    keys,
    subject: weigh(reading.subject, rarity),
    title: weigh(reading.title, rarity),
    whole: weigh(reading.whole, rarity),
    names: normalise(marked(marks, IS_NAME, rarity)),
    headNames: normalise(marked(marks, NAMED_IN_HEAD, rarity)),
    titleNames,
    titleNamesWeight: titleNames.reduce((sum, weight) => sum + weight, 0),
    days: reading.days,
  }
}

function weigh(counts: Uint16Array, rarity: Float32Array): Float32Array {
  const weights = new Float32Array(counts.length)
  for (let at = 0; at < weights.length; at++) {
    const count = counts[at] ?? 0
    if (count > 0) weights[at] = (count > 1 ? 1 + Math.log(count) : 1) * (rarity[at] ?? 0)
  }
  return normalise(weights)
}

function marked(marks: Uint8Array, mark: number, rarity: Float32Array): Float32Array {
  const weights = new Float32Array(marks.length)
  for (let at = 0; at < weights.length; at++)
    if (((marks[at] ?? 0) & mark) !== 0) weights[at] = rarity[at] ?? 0
  return weights
}

/** Of length 1, unless it weighs nothing; the very list that was given. */
function normalise(weights: Float32Array): Float32Array {
  let squares = 0
  for (let at = 0; at < weights.length; at++) squares += (weights[at] ?? 0) ** 2
  if (squares === 0) return weights
  const scale = 1 / Math.sqrt(squares)
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) * scale
  return weights
}
