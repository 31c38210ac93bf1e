// The shelf of recent articles, grouped into stories as they come. Sees only what was placed before; stores nothing.
import { fold } from '../french/normalise.ts'
import { DAY, type Instant } from './calendar.ts'
import { createKeyRarity } from './key-rarity.ts'
import { isReprint, type ReprintTrace } from './reprint.ts'
import { createCandidateIndex, type Candidate } from './story-candidates.ts'
import { likeness, STORY_SPAN } from './story-likeness.ts'
import { readStory } from './story-reading.ts'
import { pointOf, type Placement, type StoryArticle, type StoryPoint } from './story.ts'

export interface StoryShelf {
  /** Where an article belongs among those placed before. Placed once more, it keeps its place. */
  place(article: StoryArticle): Placement
  /** Fills the shelf with articles placed in an earlier life, oldest first. */
  restore(articles: readonly (StoryArticle & { readonly placement: Placement })[]): void
  /** Why an article stands where it does; undefined when it is not remembered, or was placed in an earlier life. */
  reasonOf(articleId: string): PlacementReason | undefined
  /** Forgets everything: what it holds is not what storage holds. */
  clear(): void
  /** How many articles are remembered. */
  readonly size: number
}

/** What decided. Chances are 0 to 1. */
export type PlacementReason =
  | { readonly kind: 'repeats'; readonly articleId: string }
  /** It joined: the member most alike, the chance that both tell one event, and the story's score. */
  | { readonly kind: 'joins'; readonly articleId: string; readonly chance: number; readonly score: number }
  /** It opened a story; the one that it came nearest to joining, if any. */
  | { readonly kind: 'opens'; readonly nearest?: { readonly storyId: string; readonly score: number } }

/** How long an article's words tell which words are common these days, and how long its place is known. */
export const STORY_MEMORY: Instant = 14 * DAY

/** How long others can join an article: the span of a story, and as much again for those that come late. */
const COMPARABLE_FOR: Instant = 2 * STORY_SPAN

/**
 * From this score on an article joins a story: BEST_WEIGHT of the chance with its best member, the rest of the mean
 * chance over its members, so that one article does not chain two events. Chosen over nine windows of days, each with
 * weights learned on the others (ADR 9): 0.24 to 0.3 do about as well.
 */
export const MIN_SCORE = 0.25
export const BEST_WEIGHT = 0.7

/** Reprints open alike: below this likeness of subjects texts are not compared word by word. */
const MIN_REPRINT_CANDIDATE = 0.3

/** The end of a title is the site's own («: actualité automobile») when this many titles had it before. */
const COMMON_TAIL_TITLES = 2

/** An article that others can join; reprints are none. */
interface Member {
  readonly placement: Placement
  readonly point: StoryPoint
  readonly trace: ReprintTrace
}

/** What is left of every article until it is forgotten. */
interface Remembered {
  readonly placement: Placement
  readonly publishedAt: Instant
  readonly reason: PlacementReason | undefined
  readonly keys: Uint32Array | undefined
  readonly tail: string | undefined
}

interface Found {
  readonly placement: Placement
  readonly reason: PlacementReason | undefined
}

/** An empty shelf. */
export function createStoryShelf(): StoryShelf {
  return new Shelf()
}

class Shelf implements StoryShelf {
  readonly #remembered = new Map<string, Remembered>()
  readonly #candidates = createCandidateIndex<Member>()
  /** When the members of a story came out, in the order of their coming. */
  readonly #timesByStory = new Map<string, Instant[]>()
  readonly #rarity = createKeyRarity()
  readonly #titlesByTail = new Map<string, number>()
  #newestAt: Instant = Number.NEGATIVE_INFINITY
  #tidiedAt: Instant = Number.NEGATIVE_INFINITY

  get size(): number {
    return this.#remembered.size
  }

  place(article: StoryArticle): Placement {
    return this.#remembered.get(article.id)?.placement ?? this.#shelve(article, undefined)
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
    for (const memory of [
      this.#remembered,
      this.#candidates,
      this.#timesByStory,
      this.#rarity,
      this.#titlesByTail,
    ])
      memory.clear()
    this.#newestAt = Number.NEGATIVE_INFINITY
    this.#tidiedAt = Number.NEGATIVE_INFINITY
  }

  #shelve(article: StoryArticle, given: Placement | undefined): Placement {
    const { title, tail } = this.#ownTitle(article.title)
    const reading = readStory(article, title)
    const { keys } = reading
    if (given?.duplicateOf === undefined) this.#rarity.add(keys)
    if (tail !== undefined) raise(this.#titlesByTail, tail)
    const point = pointOf(reading, this.#rarity.rarityOf)
    const { placement, reason } =
      given === undefined
        ? this.#find(article.id, point, reading.trace)
        : { placement: given, reason: undefined }
    const isMember = placement.duplicateOf === undefined
    if (isMember) this.#add({ placement, point, trace: reading.trace })
    else if (given === undefined) this.#rarity.remove(keys)
    const { publishedAt } = article
    const kept = isMember ? keys : undefined
    this.#remembered.set(article.id, { placement, publishedAt, reason, keys: kept, tail })
    this.#tidy(publishedAt)
    return placement
  }

  /** The title without what follows its last colon, bar or dash when other titles end so too. */
  #ownTitle(title: string): { readonly title: string; readonly tail: string | undefined } {
    const parts = title.split(/\s+[:|–—-]\s+/)
    const last = parts.length > 1 ? fold(parts.at(-1) ?? '').trim() : ''
    if (last === '') return { title, tail: undefined }
    const isCommon = (this.#titlesByTail.get(last) ?? 0) >= COMMON_TAIL_TITLES
    return { title: isCommon ? parts.slice(0, -1).join(' : ') : title, tail: last }
  }

  #find(articleId: string, point: StoryPoint, trace: ReprintTrace): Found {
    const candidates = this.#candidates.find({ keys: point.keys, weights: point.subject })
    const original = candidates.find(
      ({ member, alike }) => alike >= MIN_REPRINT_CANDIDATE && isReprint(trace, member.trace),
    )?.member.placement
    if (original !== undefined) {
      const { storyId, articleId: duplicateOf } = original
      return {
        placement: { articleId, storyId, duplicateOf },
        reason: { kind: 'repeats', articleId: duplicateOf },
      }
    }
    return this.#join(articleId, point, candidates)
  }

  #join(articleId: string, point: StoryPoint, candidates: readonly Candidate<Member>[]): Found {
    const stories = new Map<string, { best: number; bestId: string; sum: number }>()
    for (const { member } of candidates) {
      const { storyId, articleId: bestId } = member.placement
      const chance = likeness(member.point, point)
      const story = stories.get(storyId)
      if (story === undefined) stories.set(storyId, { best: chance, bestId, sum: chance })
      else {
        story.sum += chance
        if (chance > story.best) Object.assign(story, { best: chance, bestId })
      }
    }
    let top: { storyId: string; score: number; best: number; bestId: string } | undefined
    for (const [storyId, { best, bestId, sum }] of stories) {
      const mean = sum / Math.max(1, this.#membersNear(storyId, point.publishedAt))
      const score = BEST_WEIGHT * best + (1 - BEST_WEIGHT) * mean
      if (score > (top?.score ?? 0)) top = { storyId, score, best, bestId }
    }
    if (top === undefined) return opens(articleId)
    const { storyId, score, best, bestId } = top
    if (score < MIN_SCORE) return opens(articleId, { storyId, score })
    return {
      placement: { articleId, storyId },
      reason: { kind: 'joins', articleId: bestId, chance: best, score },
    }
  }

  /** Members that are too far in words to be candidates count in the mean all the same. */
  #membersNear(storyId: string, publishedAt: Instant): number {
    let near = 0
    for (const at of this.#timesByStory.get(storyId) ?? [])
      if (Math.abs(at - publishedAt) <= STORY_SPAN) near++
    return near
  }

  #add(member: Member): void {
    const { point, placement } = member
    this.#candidates.add(member, { keys: point.keys, weights: point.subject })
    const times = this.#timesByStory.get(placement.storyId)
    if (times === undefined) this.#timesByStory.set(placement.storyId, [point.publishedAt])
    else times.push(point.publishedAt)
  }

  /** Once a day of news: forgets what is old. */
  #tidy(publishedAt: Instant): void {
    this.#newestAt = Math.max(this.#newestAt, publishedAt)
    if (this.#newestAt - this.#tidiedAt < DAY) return
    this.#tidiedAt = this.#newestAt
    for (const [articleId, { publishedAt: at, keys, tail }] of this.#remembered) {
      if (this.#newestAt - at <= STORY_MEMORY) continue
      this.#remembered.delete(articleId)
      if (keys !== undefined) this.#rarity.remove(keys)
      if (tail !== undefined) lower(this.#titlesByTail, tail)
    }
    const isComparable = (at: Instant): boolean => this.#newestAt - at <= COMPARABLE_FOR
    this.#candidates.keep(({ point }) => isComparable(point.publishedAt))
    for (const [storyId, times] of this.#timesByStory) {
      const kept = times.filter((at) => isComparable(at))
      if (kept.length === 0) this.#timesByStory.delete(storyId)
      else if (kept.length < times.length) this.#timesByStory.set(storyId, kept)
    }
  }
}

function opens(articleId: string, nearest?: { readonly storyId: string; readonly score: number }): Found {
  const reason: PlacementReason = { kind: 'opens', ...(nearest === undefined ? {} : { nearest }) }
  return { placement: { articleId, storyId: articleId }, reason }
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function lower(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 0) - 1
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}
