// A story: the articles that tell one event. An article as a point among those of its days; remembers none.
import type { Instant } from './calendar.ts'
import type { StoryReading, StoryText } from './story-reading.ts'
import { normalise, weightsAmong, type Counted, type Vector } from './vector.ts'

/** Where an article stands among the others. */
export interface Placement {
  readonly articleId: string
  /** The id of the story's first article. */
  readonly storyId: string
  /** The first seen original, never itself a reprint. */
  readonly duplicateOf?: string
}

/** What grouping looks at. */
export interface StoryArticle extends StoryText {
  readonly id: string
}

/** An article among the others; made with the frequencies of its day. */
export interface StoryPoint {
  readonly publishedAt: Instant
  readonly wordCount: number
  /** TF-IDF, sublinear in the counts, of length 1 unless empty; so are the next. */
  readonly subject: Vector
  readonly title: Vector
  readonly whole: Vector
  readonly names: Vector
  readonly headNames: Vector
  /** Weights are the rarity of the word these days, here and in the next. */
  readonly subjectWords: Vector
  readonly titleWords: Vector
  readonly titleNames: Vector
  readonly days: Uint32Array
}

/** `rarityOf` gives the weight of a stem, 0 or more. */
export function pointOf(reading: StoryReading, rarityOf: (stem: number) => number): StoryPoint {
  const { keys } = reading.whole
  const known: Vector = { keys, weights: new Float32Array(keys.length) }
  for (let at = 0; at < keys.length; at++) known.weights[at] = rarityOf(keys[at] ?? 0)
  const rarities = (some: Uint32Array): Vector => ({ keys: some, weights: weightsAmong(some, known) })
  const subjectWords = rarities(reading.subject.keys)
  const titleWords = rarities(reading.title.keys)
  return {
    publishedAt: reading.publishedAt,
    wordCount: reading.wordCount,
    subject: weigh(reading.subject, subjectWords),
    title: weigh(reading.title, titleWords),
    whole: weigh(reading.whole, known),
    names: normalise(rarities(reading.names)),
    headNames: normalise(rarities(reading.headNames)),
    subjectWords,
    titleWords,
    titleNames: rarities(reading.titleNames),
    days: reading.days,
  }
}

function weigh({ keys, counts }: Counted, { weights }: Vector): Vector {
  const weighed = new Float32Array(weights)
  for (let at = 0; at < weighed.length; at++) {
    const count = counts[at] ?? 1
    if (count > 1) weighed[at] = (1 + Math.log(count)) * (weighed[at] ?? 0)
  }
  return normalise({ keys, weights: weighed })
}
