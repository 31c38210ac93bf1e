// What editions that are made together choose from: what was seen, by which of their feeds. Chooses nothing.
import type { Instant } from '../core/calendar.ts'
import type { ComposedEdition } from '../core/compose-edition.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { EditionTrace } from '../core/trace.ts'
import type { Storage } from '../ports.ts'

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

export interface CandidateSets {
  /** What was seen in ]since, until] and one of the feeds had. */
  of(storage: Storage, feedIds: ReadonlySet<string>, since: Instant, until: Instant): Promise<Candidates>
  /** How many compositions were really made. */
  readonly composedCount: number
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

export function createCandidateSets(): CandidateSets {
  const seen = new Map<string, Window>()
  const kept = new Map<string, Candidates>()
  let composedCount = 0
  return {
    get composedCount() {
      return composedCount
    },
    of: async (storage, feedIds, since, until) => {
      const window = `${since} ${until}`
      const name = `${window} ${[...feedIds].toSorted().join(' ')}`
      const known = kept.get(name)
      if (known !== undefined) return keepLatest(kept, name, known)
      const all = seen.get(window) ?? windowOf(storage.articles.seenBetween(since, until))
      seen.set(window, all)
      const made = candidatesOf(await all.articles, all, feedIds, () => composedCount++)
      return keepLatest(kept, name, made)
    },
  }
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
