// How likely it is that two articles tell one event, and why. Knows two articles at a time; joins none.
import { DAY, HOUR, type Instant } from './calendar.ts'
import { BIAS, WEIGHTS, type Sign } from './story-weights.ts'
import type { StoryPoint } from './story.ts'
import { containment, coverage, dot, greatestCommon } from './vector.ts'

/** Beyond this gap two articles are never compared; stories last longer through what stands between. */
export const STORY_SPAN: Instant = 72 * HOUR

type Signs = Readonly<Record<Sign, number>>

/**
 * The chance, 0 to 1, that two articles tell one event: a logistic regression over the signs below. The same both
 * ways; 0 beyond STORY_SPAN.
 */
export function likeness(one: StoryPoint, other: StoryPoint): number {
  if (Math.abs(one.publishedAt - other.publishedAt) > STORY_SPAN) return 0
  const signs = signsOf(one, other)
  let logOdds = BIAS
  for (const [sign, weight] of WEIGHTS) logOdds += weight * signs[sign]
  return 1 / (1 + Math.exp(-logOdds))
}

/** What two articles have in common. Cosines are given by their root, so that the first words shared say most. */
export function signsOf(one: StoryPoint, other: StoryPoint): Signs {
  const [forth, back] = [dot(one.title, other.whole), dot(other.title, one.whole)]
  const [missingHere, missingThere] = [
    1 - coverage(one.titleNames, other.whole),
    1 - coverage(other.titleNames, one.whole),
  ]
  return {
    subjects: Math.sqrt(dot(one.subject, other.subject)),
    titleInText: Math.sqrt(Math.max(forth, back)),
    bothTitlesInText: Math.sqrt(Math.min(forth, back)),
    titles: Math.sqrt(dot(one.title, other.title)),
    wholes: Math.sqrt(dot(one.whole, other.whole)),
    names: Math.sqrt(dot(one.names, other.names)),
    headNames: Math.sqrt(dot(one.headNames, other.headNames)),
    rarestWord: greatestCommon(one.subjectWords, other.subjectWords),
    rarestTitleWord: greatestCommon(one.titleWords, other.titleWords),
    sameDay: containment(one.days, other.days) > 0 ? 1 : 0,
    titleNamesMissing: Math.max(missingHere, missingThere),
    titleNamesMissingInBoth: Math.min(missingHere, missingThere),
    bothTitlesName: one.titleNames.keys.length > 0 && other.titleNames.keys.length > 0 ? 1 : 0,
    length: Math.log1p(Math.min(one.wordCount, other.wordCount)),
    daysBetween: Math.abs(one.publishedAt - other.publishedAt) / DAY,
  }
}
