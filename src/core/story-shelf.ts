// The shelf of recent articles, grouped into stories as they come. Sees only what was placed before; stores nothing.
import { fold } from '../french/normalise.ts'
import { DAY, HOUR, type Instant } from './calendar.ts'
import { heldStory, present, uniteInto, uniteWith, type EndedStory, type HeldStory } from './held-story.ts'
import { createKeyRarity } from './key-rarity.ts'
import { isReprint, type ReprintTrace } from './reprint.ts'
import { fitsOf, MIN_SCORE, rivalsOf } from './story-bond.ts'
import { createCandidateIndex, type Candidate } from './story-candidates.ts'
import { likeness, STORY_SPAN } from './story-likeness.ts'
import { readStory } from './story-reading.ts'
import { pointOf, type Placement, type StoryArticle, type StoryPoint } from './story.ts'

export interface StoryShelf {
  /**
   * Where an article belongs among those placed before, and which stories it shows to be one. Placed once more, it keeps
   * its place, or has that of the story that took its own.
   */
  place(article: StoryArticle): Placement
  /** Puts on the shelf what was placed in an earlier life, or by another process, in the order of placing. */
  restore(articles: readonly (StoryArticle & { readonly placement: Placement })[]): void
  /** Why an article stands where it does; undefined when it is not remembered, or was placed in an earlier life. */
  reasonOf(articleId: string): PlacementReason | undefined
  /** Forgets everything: what it holds is not what storage holds. */
  clear(): void
  has(articleId: string): boolean
  /** How many articles are remembered. */
  readonly size: number
  /** Of the log of placements: what stands up to there is on the shelf. Kept by whoever fills it. */
  position: number
}

/** What decided. Chances are 0 to 1. */
export type PlacementReason =
  | { readonly kind: 'repeats'; readonly articleId: string }
  /** It joined: the member most alike, the chance that both tell one event, the story's score, and what became one. */
  | {
      readonly kind: 'joins'
      readonly articleId: string
      readonly chance: number
      readonly score: number
      readonly unites?: readonly EndedStory[]
    }
  /** It opened a story; the one that it came nearest to joining, if any. */
  | { readonly kind: 'opens'; readonly nearest?: { readonly storyId: string; readonly score: number } }

/** How long an article's words tell which words are common these days, and how long its place is known. */
export const STORY_MEMORY: Instant = 14 * DAY

/** How long others can join an article: the span of a story, and as much again for those that come late. */
const COMPARABLE_FOR: Instant = 2 * STORY_SPAN

/** How much news comes before what is old is forgotten. Once a day, what is held would swell by a day and shrink again. */
const TIDY_EVERY: Instant = 4 * HOUR

/** Reprints open alike: below this likeness of subjects texts are not compared word by word. */
const MIN_REPRINT_CANDIDATE = 0.3

/** The end of a title is the site's own («: actualité automobile») when this many titles had it before. */
const COMMON_TAIL_TITLES = 2

/** An article that others can join; reprints are none. */
interface Member {
  readonly articleId: string
  readonly story: Story
  readonly point: StoryPoint
  readonly trace: ReprintTrace
}

type Story = HeldStory<Member>

/** What is left of every article until it is forgotten. */
interface Remembered {
  readonly story: Story
  readonly duplicateOf: string | undefined
  readonly publishedAt: Instant
  readonly reason: PlacementReason | undefined
  readonly keys: Uint32Array | undefined
  readonly tail: string | undefined
}

interface OwnTitle {
  readonly title: string
  /** What stands behind the last colon, bar or dash, folded. */
  readonly tail: string | undefined
  /** The tail where other titles have it too, else ''. */
  readonly section: string
}

/** Where an article belongs before anything was united: undefined where it opens a story. */
interface Found {
  readonly story: Story | undefined
  readonly duplicateOf?: string
  readonly reason: PlacementReason
  /** Other stories that it fits, the best first. */
  readonly rivals?: readonly Story[]
}

/** An empty shelf. */
export function createStoryShelf(): StoryShelf {
  return new Shelf()
}

class Shelf implements StoryShelf {
  readonly #remembered = new Map<string, Remembered>()
  readonly #candidates = createCandidateIndex<Member>()
  /** By the ids of stories that have members, and of those that became part of one of them. */
  readonly #stories = new Map<string, Story>()
  readonly #rarity = createKeyRarity()
  readonly #titlesByTail = new Map<string, number>()
  #storyCount = 0
  position = 0
  #newestAt: Instant = Number.NEGATIVE_INFINITY
  #tidiedAt: Instant = Number.NEGATIVE_INFINITY

  get size(): number {
    return this.#remembered.size
  }

  has(articleId: string): boolean {
    return this.#remembered.has(articleId)
  }

  place(article: StoryArticle): Placement {
    const known = this.#remembered.get(article.id)
    if (known !== undefined) return placementIn(present(known.story), article.id, known.duplicateOf)
    return this.#shelve(article, undefined)
  }

  restore(articles: readonly (StoryArticle & { readonly placement: Placement })[]): void {
    for (const article of articles) {
      if (!this.#remembered.has(article.id)) this.#shelve(article, article.placement)
    }
  }

  reasonOf(articleId: string): PlacementReason | undefined {
    return this.#remembered.get(articleId)?.reason
  }

  clear(): void {
    this.#remembered.clear()
    this.#candidates.clear()
    this.#stories.clear()
    this.#rarity.clear()
    this.#titlesByTail.clear()
    this.#newestAt = Number.NEGATIVE_INFINITY
    this.#tidiedAt = Number.NEGATIVE_INFINITY
    this.position = 0
  }

  #shelve(article: StoryArticle, given: Placement | undefined): Placement {
    const { title, tail, section } = this.#ownTitle(article.title)
    const reading = readStory(article, title)
    const { keys, trace } = reading
    if (given?.duplicateOf === undefined) this.#rarity.add(keys)
    if (tail !== undefined) raise(this.#titlesByTail, tail)
    const point = pointOf(reading, this.#rarity.rarityOf, section)
    const found = given === undefined ? this.#find(point, trace) : undefined
    const story = found?.story ?? this.#storyOf(given?.storyId ?? article.id)
    const duplicateOf = found === undefined ? given?.duplicateOf : found.duplicateOf
    const isMember = duplicateOf === undefined
    for (const ended of given?.unites ?? []) uniteInto(present(story), present(this.#storyOf(ended)), byTime)
    let united: readonly EndedStory[] = []
    if (isMember) {
      this.#add({ articleId: article.id, story, point, trace })
      united = uniteWith(story, found?.rivals ?? [], chanceOf, byTime)
    } else if (given === undefined) this.#rarity.remove(keys)
    this.#remembered.set(article.id, {
      story,
      duplicateOf,
      publishedAt: article.publishedAt,
      reason: reasonWith(found?.reason, united),
      keys: isMember ? keys : undefined,
      tail,
    })
    const placement = placementIn(present(story), article.id, duplicateOf)
    this.#tidy(article.publishedAt)
    return united.length === 0 ? placement : { ...placement, unites: united.map(({ storyId }) => storyId) }
  }

  /** The title without what follows its last colon, bar or dash when other titles end so too. */
  #ownTitle(title: string): OwnTitle {
    const parts = title.split(/\s+[:|–—-]\s+/)
    const last = parts.length > 1 ? fold(parts.at(-1) ?? '').trim() : ''
    if (last === '') return { title, tail: undefined, section: '' }
    const isCommon = (this.#titlesByTail.get(last) ?? 0) >= COMMON_TAIL_TITLES
    return isCommon
      ? { title: parts.slice(0, -1).join(' : '), tail: last, section: last }
      : { title, tail: last, section: '' }
  }

  /** The story of this id as it is now, begun if there is none. */
  #storyOf(id: string): Story {
    const known = this.#stories.get(id)
    if (known !== undefined) return present(known)
    const story: Story = heldStory(id, this.#storyCount++)
    this.#stories.set(id, story)
    return story
  }

  #find(point: StoryPoint, trace: ReprintTrace): Found {
    const candidates = this.#candidates.find({ keys: point.keys, weights: point.subject })
    const original = candidates.find(
      ({ member, alike }) => alike >= MIN_REPRINT_CANDIDATE && isReprint(trace, member.trace),
    )?.member
    if (original === undefined) return join(point, candidates)
    const { articleId } = original
    return {
      story: present(original.story),
      duplicateOf: articleId,
      reason: { kind: 'repeats', articleId },
    }
  }

  #add(member: Member): void {
    const { point, story } = member
    this.#candidates.add(member, { keys: point.keys, weights: point.subject })
    story.members.push(member)
  }

  /** From time to time: forgets what is old. */
  #tidy(publishedAt: Instant): void {
    this.#newestAt = Math.max(this.#newestAt, publishedAt)
    if (this.#newestAt - this.#tidiedAt < TIDY_EVERY) return
    this.#tidiedAt = this.#newestAt
    for (const [articleId, { publishedAt: at, keys, tail }] of this.#remembered) {
      if (this.#newestAt - at <= STORY_MEMORY) continue
      this.#remembered.delete(articleId)
      if (keys !== undefined) this.#rarity.remove(keys)
      if (tail !== undefined) lower(this.#titlesByTail, tail)
    }
    const isComparable = ({ point }: Member): boolean => this.#newestAt - point.publishedAt <= COMPARABLE_FOR
    this.#candidates.keep(isComparable)
    for (const [id, story] of this.#stories) {
      if (!story.members.every(isComparable)) story.members = story.members.filter(isComparable)
      if (present(story).members.length === 0) this.#stories.delete(id)
    }
  }
}

function placementIn(story: Story, articleId: string, duplicateOf: string | undefined): Placement {
  return { articleId, storyId: story.id, ...(duplicateOf === undefined ? {} : { duplicateOf }) }
}

function reasonWith(
  reason: PlacementReason | undefined,
  unites: readonly EndedStory[],
): PlacementReason | undefined {
  return reason?.kind === 'joins' && unites.length > 0 ? { ...reason, unites } : reason
}

/** The story that fits best, if any does. */
function join(point: StoryPoint, candidates: readonly Candidate<Member>[]): Found {
  const chances = candidates
    .filter(({ member }) => isNear(member.point, point.publishedAt))
    .map(({ member }) => {
      return { member, story: present(member.story), chance: likeness(member.point, point) }
    })
  const fits = fitsOf(chances, (story, count) => hasNear(story, point.publishedAt, count))
  const [top] = fits
  if (top === undefined || top.score === 0) return { story: undefined, reason: { kind: 'opens' } }
  const { story, chance, score } = top
  if (score < MIN_SCORE)
    return { story: undefined, reason: { kind: 'opens', nearest: { storyId: story.id, score } } }
  const closest = chances.find((one) => one.story === story && one.chance === chance)?.member
  return {
    story,
    reason: { kind: 'joins', articleId: closest?.articleId ?? story.id, chance, score },
    rivals: rivalsOf(fits),
  }
}

function hasNear({ members }: Story, publishedAt: Instant, count: number): boolean {
  let near = 0
  for (let at = members.length - 1; at >= 0 && near < count; at--)
    if (isNear(members[at]?.point, publishedAt)) near++
  return near >= count
}

function isNear(point: StoryPoint | undefined, publishedAt: Instant): boolean {
  return point !== undefined && Math.abs(point.publishedAt - publishedAt) <= STORY_SPAN
}

function chanceOf(one: Member, other: Member): number | undefined {
  return isNear(one.point, other.point.publishedAt) ? likeness(one.point, other.point) : undefined
}

function byTime(one: Member, other: Member): number {
  return one.point.publishedAt - other.point.publishedAt
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function lower(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 0) - 1
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}
