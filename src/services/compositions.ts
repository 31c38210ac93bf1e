// What editions that are made together have in common, so that it is read and composed once. Decides nothing.
import type { SentenceReference } from '../core/article.ts'
import type { Instant } from '../core/calendar.ts'
import { rankedSets } from '../core/brief.ts'
import type { ComposedEdition } from '../core/compose-edition.ts'
import type { EditionStory } from '../core/edition.ts'
import type { Feed } from '../core/feed.ts'
import { rememberSets } from '../core/remembered-sets.ts'
import type { SetsOf } from '../core/story-brief.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { EditionTrace } from '../core/trace.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { Storage } from '../ports.ts'
import { tellingTime } from './telling-time.ts'
import { visibleFeedIds, visibleFeeds } from './visible-feeds.ts'

export interface Composition extends ComposedEdition {
  /** One and the same for all editions that share the composition. */
  readonly trace: EditionTrace
}

export interface Candidates {
  readonly articles: readonly PlacedArticle[]
  /** The articles and those that they repeat: a reprint of what was shown yesterday is as old as its original. */
  readonly askedIds: readonly string[]
  /** The same key gives the same composition, composed once. */
  readonly composeOnce: (key: string, compose: () => Promise<Composition>) => Promise<Composition>
  /** Every article of the stories that these articles belong to, older ones included, with its story. */
  readonly members: (storage: Storage) => Promise<ReadonlyMap<string, string>>
}

export interface Compositions {
  /** Up to where editions made now tell: the same for all of them. */
  tellingTime(storage: Storage, now: Instant): Promise<Instant>
  /** What was seen in ]since, until] and one of the feeds had. */
  candidates(
    storage: Storage,
    feedIds: ReadonlySet<string>,
    since: Instant,
    until: Instant,
  ): Promise<Candidates>
  /** The sentences behind references, each cut once; a reference whose sentence is gone has none. */
  cut(
    storage: Storage,
    references: readonly SentenceReference[],
  ): Promise<ReadonlyMap<SentenceReference, string>>
  /** A story that several editions tell alike is told once; the key says of what it is made. */
  readonly tellOnce: (key: string, tell: () => EditionStory) => EditionStory
  /** Sets of sentences that could tell an article, each weighed once. */
  readonly setsOf: SetsOf<PlacedArticle>
  /** What a workspace reads, and ids of all whose articles it may see. */
  feedsOf(storage: Storage, workspaceId: WorkspaceId | undefined): Promise<SeenFeeds>
  /** How many compositions were really made. */
  readonly composedCount: number
}

interface SeenFeeds {
  readonly feeds: readonly Feed[]
  readonly feedIds: ReadonlySet<string>
}

/**
 * Sets of candidates that are kept with their compositions, 300 kB each: those used last. A workspace's digests are made
 * one after the other, and what many workspaces read alike is used all the time.
 */
const KEPT = 32

function keepLatest(kept: Map<string, Candidates>, name: string, candidates: Candidates): Candidates {
  kept.delete(name)
  kept.set(name, candidates)
  for (const [longestUnused] of kept) {
    if (kept.size <= KEPT) break
    kept.delete(longestUnused)
  }
  return candidates
}

/**
 * For one beat at most, and over several transactions only once an edition of it is stored: what others store after the
 * first look would be missed by the others, and told by no later edition either.
 */
export function createCompositions(): Compositions {
  const seen = new Map<string, Window>()
  const kept = new Map<string, Candidates>()
  const texts = new Map<string, string | undefined>()
  const stories = new Map<string, EditionStory>()
  const feedsByWorkspace = new Map<WorkspaceId | undefined, Promise<SeenFeeds>>()
  let until: Instant | undefined
  let composedCount = 0
  return {
    setsOf: rememberSets<PlacedArticle>(rankedSets),
    feedsOf: (storage, workspaceId) => {
      const seenFeeds = feedsByWorkspace.get(workspaceId) ?? seenFeedsOf(storage, workspaceId)
      feedsByWorkspace.set(workspaceId, seenFeeds)
      return seenFeeds
    },
    tellOnce: (key, tell) => {
      const known = stories.get(key)
      if (known !== undefined) return known
      const story = tell()
      stories.set(key, story)
      return story
    },
    get composedCount() {
      return composedCount
    },
    tellingTime: async (storage, now) => (until ??= await tellingTime(storage, now)),
    candidates: async (storage, feedIds, since, end) => {
      const window = `${since} ${end}`
      const name = `${window} ${[...feedIds].toSorted().join(' ')}`
      const known = kept.get(name)
      if (known !== undefined) return keepLatest(kept, name, known)
      const all = seen.get(window) ?? windowOf(storage.articles.seenBetween(since, end))
      seen.set(window, all)
      const made = candidatesOf(await all.articles, all, feedIds, () => composedCount++)
      return keepLatest(kept, name, made)
    },
    cut: async (storage, references) => {
      const missing = references.filter((reference) => !texts.has(nameOf(reference)))
      const found = await storage.articles.cut(missing)
      for (const [index, reference] of missing.entries()) texts.set(nameOf(reference), found[index])
      return new Map(
        references.flatMap((reference) => {
          const text = texts.get(nameOf(reference))
          return text === undefined ? [] : [[reference, text] as const]
        }),
      )
    },
  }
}

async function seenFeedsOf(storage: Storage, workspaceId: WorkspaceId | undefined): Promise<SeenFeeds> {
  return {
    feeds: await visibleFeeds(storage, workspaceId),
    feedIds: await visibleFeedIds(storage, workspaceId),
  }
}

function nameOf({ articleId, version, start, end }: SentenceReference): string {
  return `${version} ${start} ${end} ${articleId}`
}

/** What was seen in one stretch of time, in any feed. */
interface Window {
  readonly articles: Promise<readonly PlacedArticle[]>
  /** Ids of all articles of the stories that these belong to, older ones included, by story. */
  readonly members: (storage: Storage) => Promise<ReadonlyMap<string, readonly string[]>>
}

function windowOf(articles: Promise<readonly PlacedArticle[]>): Window {
  let members: Promise<ReadonlyMap<string, readonly string[]>> | undefined
  return {
    articles,
    members: (storage) => (members ??= articles.then((all) => membersByStory(storage, storyIdsOf(all)))),
  }
}

const storyIdsOf = (articles: readonly PlacedArticle[]): readonly string[] => [
  ...new Set(articles.map(({ placement }) => placement.storyId)),
]

async function membersByStory(
  storage: Storage,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byStory = new Map<string, string[]>()
  for (const [articleId, storyId] of await storage.articles.membersOf(storyIds)) {
    const members = byStory.get(storyId)
    if (members === undefined) byStory.set(storyId, [articleId])
    else members.push(articleId)
  }
  return byStory
}

function candidatesOf(
  all: readonly PlacedArticle[],
  window: Window,
  feedIds: ReadonlySet<string>,
  onCompose: () => void,
): Candidates {
  const articles = all.filter(
    ({ feedId, appearances }) =>
      feedIds.has(feedId) || appearances.some((appearance) => feedIds.has(appearance.feedId)),
  )
  const compositions = new Map<string, Promise<Composition>>()
  let members: Promise<ReadonlyMap<string, string>> | undefined
  const ownMembers = async (storage: Storage): Promise<ReadonlyMap<string, string>> => {
    const byStory = await window.members(storage)
    return new Map(
      storyIdsOf(articles).flatMap((storyId) =>
        (byStory.get(storyId) ?? []).map((articleId) => [articleId, storyId] as const),
      ),
    )
  }
  return {
    articles,
    askedIds: [...new Set(articles.flatMap(({ id, placement }) => [id, placement.duplicateOf ?? id]))],
    members: (storage) => (members ??= ownMembers(storage)),
    composeOnce: (key, compose) => {
      const known = compositions.get(key)
      if (known !== undefined) return known
      onCompose()
      const made = compose()
      compositions.set(key, made)
      // What failed is tried again by whoever asks next.
      made.catch(() => compositions.delete(key))
      return made
    },
  }
}
