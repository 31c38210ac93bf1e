// How well an article fits a story, and one story another, from chances between articles. Knows neither texts nor days.

/**
 * From this score on an article joins a story, and two stories are one. Chosen over nine windows of days and 240 pairs,
 * with weights learned without them (ADR 9): 0.46 does as well, 0.44 and 0.5 cost a point or two.
 */
export const MIN_SCORE = 0.48

/** The members that count: with more, sequels of a long affair stay out; with fewer, one article chains two events. */
const MEMBERS_ASKED = 3

/** The score is the best chance to this part, the rest the mean over the members asked. */
const BEST_WEIGHT = 0.5

/** An article that fits a second story as well as this may show that both are one: only then they are compared. */
const MIN_RIVAL_SCORE = MIN_SCORE - 0.08

/** Of stories that may be the one that an article joined, the best: comparing two costs as much as placing an article. */
const MOST_RIVALS = 3

/** Of the smaller of two stories, and of the other: the newest tell whether they are one. */
const MOST_OF_SMALLER = 8
const MOST_OF_LARGER = 16

/** How an article fits a story. */
export interface Fit<Story> {
  readonly story: Story
  /** With the member most alike. */
  readonly chance: number
  readonly score: number
}

/**
 * Stories that an article could join, the best first. `hasNear` tells whether a story has so many members that could be
 * compared: those whose chance was not worth finding count as 0.
 */
export function fitsOf<Story>(
  chances: readonly { readonly story: Story; readonly chance: number }[],
  hasNear: (story: Story, count: number) => boolean,
): readonly Fit<Story>[] {
  const bestByStory = new Map<Story, number[]>()
  for (const { story, chance } of chances) {
    const best = bestByStory.get(story)
    if (best === undefined) bestByStory.set(story, [chance])
    else keepBest(best, chance)
  }
  return [...bestByStory]
    .map(([story, best]) => {
      while (best.length < MEMBERS_ASKED && hasNear(story, best.length + 1)) best.push(0)
      return { story, chance: best[0] ?? 0, score: scoreOf(best) }
    })
    .toSorted((one, other) => other.score - one.score)
}

/** Of the stories that an article fits, those that may be the one it joined, which is the first. */
export function rivalsOf<Story>([, ...others]: readonly Fit<Story>[]): readonly Story[] {
  return others
    .filter(({ score }) => score >= MIN_RIVAL_SCORE)
    .slice(0, MOST_RIVALS)
    .map(({ story }) => story)
}

/**
 * How well two stories fit: the mean score of the members of the smaller one in the other. Members come oldest first;
 * `chanceOf` is undefined for two that lie too far apart in time, and who has nobody to be compared with is not asked.
 */
export function bondOf<Member>(
  one: readonly Member[],
  other: readonly Member[],
  chanceOf: (one: Member, other: Member) => number | undefined,
): number {
  const isSmaller = one.length <= other.length
  const smaller = (isSmaller ? one : other).slice(-MOST_OF_SMALLER)
  const larger = (isSmaller ? other : one).slice(-MOST_OF_LARGER)
  const scores = smaller.flatMap((member) => {
    const best: number[] = []
    for (const candidate of larger) {
      const chance = chanceOf(member, candidate)
      if (chance !== undefined) keepBest(best, chance)
    }
    return best.length === 0 ? [] : [scoreOf(best)]
  })
  return scores.length === 0 ? 0 : mean(scores)
}

/** Greatest first. */
function keepBest(best: number[], chance: number): void {
  let at = best.length
  while (at > 0 && (best[at - 1] ?? 0) < chance) at--
  if (at >= MEMBERS_ASKED) return
  best.splice(at, 0, chance)
  if (best.length > MEMBERS_ASKED) best.pop()
}

function scoreOf(best: readonly number[]): number {
  return BEST_WEIGHT * (best[0] ?? 0) + (1 - BEST_WEIGHT) * mean(best)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
