// How likely it is that two articles tell one event, and why. Knows two articles at a time; joins none.
import { DAY, HOUR, type Instant } from './calendar.ts'
import { containment } from './key-sets.ts'
import { BIAS, WEIGHTS, type Sign } from './story-weights.ts'
import type { StoryPoint } from './story.ts'

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
  const shared = sumShared(one, other)
  const missingHere = shareMissing(shared.titleNamesHere, one.titleNamesWeight)
  const missingThere = shareMissing(shared.titleNamesThere, other.titleNamesWeight)
  return {
    subjects: Math.sqrt(shared.subjects),
    titleInText: Math.sqrt(Math.max(shared.titleHere, shared.titleThere)),
    bothTitlesInText: Math.sqrt(Math.min(shared.titleHere, shared.titleThere)),
    titles: Math.sqrt(shared.titles),
    titleWordsShared: Math.log1p(shared.titleWords),
    wholes: Math.sqrt(shared.wholes),
    names: Math.sqrt(shared.names),
    headNames: Math.sqrt(shared.headNames),
    sameSection: one.section !== '' && one.section === other.section ? 1 : 0,
    sameDay: containment(one.days, other.days) > 0 ? 1 : 0,
    titleNamesMissingInBoth: Math.min(missingHere, missingThere),
    bothTitlesName: one.titleNamesWeight > 0 && other.titleNamesWeight > 0 ? 1 : 0,
    length: Math.log1p(Math.min(one.wordCount, other.wordCount)),
    daysBetween: Math.abs(one.publishedAt - other.publishedAt) / DAY,
  }
}

/** Cosines, the words that both titles have, and the weight of the names of a title that the other text has. */
interface Shared {
  subjects: number
  titleHere: number
  titleThere: number
  titles: number
  titleWords: number
  wholes: number
  names: number
  headNames: number
  titleNamesHere: number
  titleNamesThere: number
}

/** One walk through the words of both: a comparison costs as much as a cosine. */
function sumShared(one: StoryPoint, other: StoryPoint): Shared {
  const shared: Shared = {
    subjects: 0,
    titleHere: 0,
    titleThere: 0,
    titles: 0,
    titleWords: 0,
    wholes: 0,
    names: 0,
    headNames: 0,
    titleNamesHere: 0,
    titleNamesThere: 0,
  }
  const [keys, otherKeys] = [one.keys, other.keys]
  let i = 0
  let j = 0
  while (i < keys.length && j < otherKeys.length) {
    const left = keys[i] ?? 0
    const right = otherKeys[j] ?? 0
    if (left === right) addShared(shared, one, i, other, j)
    // Both steps without a branch: which word comes next cannot be foreseen.
    i += Number(left <= right)
    j += Number(right <= left)
  }
  return shared
}

function addShared(shared: Shared, one: StoryPoint, i: number, other: StoryPoint, j: number): void {
  const [title, otherTitle] = [one.title[i] ?? 0, other.title[j] ?? 0]
  const [whole, otherWhole] = [one.whole[i] ?? 0, other.whole[j] ?? 0]
  shared.subjects += (one.subject[i] ?? 0) * (other.subject[j] ?? 0)
  shared.wholes += whole * otherWhole
  shared.titleHere += title * otherWhole
  shared.titleThere += otherTitle * whole
  shared.titles += title * otherTitle
  shared.names += (one.names[i] ?? 0) * (other.names[j] ?? 0)
  shared.headNames += (one.headNames[i] ?? 0) * (other.headNames[j] ?? 0)
  shared.titleNamesHere += one.titleNames[i] ?? 0
  shared.titleNamesThere += other.titleNames[j] ?? 0
  if (title * otherTitle > 0) shared.titleWords++
}

/** 0 when the title names nobody. */
const shareMissing = (found: number, all: number): number => (all === 0 ? 0 : 1 - found / all)
