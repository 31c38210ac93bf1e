// A story while its articles are remembered, and the story that it became part of. Knows no texts.
import { bondOf, MIN_SCORE } from './story-bond.ts'

export interface HeldStory<Member> {
  /** The id of the first article. */
  readonly id: string
  /** Stories are numbered as they open. */
  readonly number: number
  /** Those that others can join, oldest first; none once it is part of another story. */
  members: Member[]
  /** The story that took its articles. */
  into: HeldStory<Member> | undefined
}

/** A story that ended, and how well it fitted the one that took its articles. */
export interface EndedStory {
  readonly storyId: string
  readonly score: number
}

export function heldStory<Member>(id: string, number: number): HeldStory<Member> {
  return { id, number, members: [], into: undefined }
}

/** The story as it is now: itself, or what it became part of. */
export function present<Member>(story: HeldStory<Member>): HeldStory<Member> {
  let now = story
  while (now.into !== undefined) now = now.into
  // The next look finds it at once.
  if (now !== story) story.into = now
  return now
}

/** One that has ended already stays as it is. */
export function uniteInto<Member>(
  kept: HeldStory<Member>,
  ended: HeldStory<Member>,
  byTime: (one: Member, other: Member) => number,
): void {
  if (kept === ended) return
  kept.members = [...kept.members, ...ended.members].toSorted(byTime)
  ended.members = []
  ended.into = kept
}

/** Unites a story with those of its rivals that turn out to be the same; gives those that ended. */
export function uniteWith<Member>(
  story: HeldStory<Member>,
  rivals: readonly HeldStory<Member>[],
  chanceOf: (one: Member, other: Member) => number | undefined,
  byTime: (one: Member, other: Member) => number,
): readonly EndedStory[] {
  let now = story
  const endedStories: EndedStory[] = []
  for (const rival of rivals) {
    const score = bondOf(now.members, rival.members, chanceOf)
    if (score < MIN_SCORE) continue
    // The one that opened first goes on.
    const [kept, ended] = now.number < rival.number ? [now, rival] : [rival, now]
    uniteInto(kept, ended, byTime)
    endedStories.push({ storyId: ended.id, score })
    now = kept
  }
  return endedStories
}
