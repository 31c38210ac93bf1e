// What editions that are made together have in common, so that it is read and composed once. Decides nothing.
import type { SentenceReference } from '../core/article.ts'
import type { Instant } from '../core/calendar.ts'
import { rankedSets } from '../core/brief.ts'
import type { EditionStory } from '../core/edition.ts'
import type { Feed } from '../core/feed.ts'
import { rememberSets } from '../core/remembered-sets.ts'
import type { SetsOf } from '../core/story-brief.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { Storage } from '../ports.ts'
import { type Candidates, createCandidateSets } from './edition-candidates.ts'
import { tellingTime } from './telling-time.ts'
import { feedIdsSeen, feedsRead } from './visible-feeds.ts'

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
 * For one beat at most, and over several transactions only once an edition of it is stored: what others store after the
 * first look would be missed by the others, and told by no later edition either.
 */
export function createCompositions(): Compositions {
  const sets = createCandidateSets()
  const stories = new Map<string, EditionStory>()
  const feedsByWorkspace = new Map<WorkspaceId | undefined, Promise<SeenFeeds>>()
  let declared: Promise<DeclaredFeeds> | undefined
  let until: Instant | undefined
  return {
    get composedCount() {
      return sets.composedCount
    },
    tellingTime: async (storage, now) => (until ??= await tellingTime(storage, now)),
    candidates: (storage, feedIds, since, end) => sets.of(storage, feedIds, since, end),
    cut: rememberCuts(),
    setsOf: rememberSets<PlacedArticle>(rankedSets),
    feedsOf: (storage, workspaceId) => {
      declared ??= declaredFeeds(storage)
      const seenFeeds = feedsByWorkspace.get(workspaceId) ?? seenFeedsOf(storage, declared, workspaceId)
      feedsByWorkspace.set(workspaceId, seenFeeds)
      return seenFeeds
    },
    tellOnce: (key, tell) => {
      const story = stories.get(key) ?? tell()
      stories.set(key, story)
      return story
    },
  }
}

function rememberCuts(): Compositions['cut'] {
  const texts = new Map<string, string | undefined>()
  return async (storage, references) => {
    const missing = references.filter((reference) => !texts.has(nameOf(reference)))
    const found = await storage.articles.cut(missing)
    for (const [index, reference] of missing.entries()) texts.set(nameOf(reference), found[index])
    return new Map(
      references.flatMap((reference) => {
        const text = texts.get(nameOf(reference))
        return text === undefined ? [] : [[reference, text] as const]
      }),
    )
  }
}

/** The same for all workspaces. */
interface DeclaredFeeds {
  readonly shared: readonly Feed[]
  readonly everDeclared: ReadonlySet<string>
}

async function declaredFeeds({ feeds }: Storage): Promise<DeclaredFeeds> {
  return { shared: await feeds.shared(), everDeclared: await feeds.everDeclared() }
}

async function seenFeedsOf(
  { followings }: Storage,
  declared: Promise<DeclaredFeeds>,
  workspaceId: WorkspaceId | undefined,
): Promise<SeenFeeds> {
  const { shared, everDeclared } = await declared
  if (workspaceId === undefined) return { feeds: shared, feedIds: everDeclared }
  const feeds = feedsRead(shared, await followings.of(workspaceId))
  return { feeds, feedIds: feedIdsSeen(everDeclared, feeds) }
}

function nameOf({ articleId, version, start, end }: SentenceReference): string {
  return `${version} ${start} ${end} ${articleId}`
}
