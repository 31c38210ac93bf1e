// The feeds that a configuration declares and a database holds, for verbs that look at them. Changes neither.
import { ExplainedError } from '../core/failures.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import { DEFAULT_CONFIGURATION } from './options.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage, type StorageChoice } from './with-storage.ts'

export interface KnownFeed {
  readonly feed: Feed
  /** Undefined while the database has not heard of it. */
  readonly state: FeedState | undefined
}

/** Those of the file as the file has them, before the program has run too; then those of the chat. */
export async function knownFeeds(tools: Toolbox, options: StorageChoice): Promise<readonly KnownFeed[]> {
  const declared = await declaredFeeds(tools, options)
  const own = new Set(declared.map(({ id }) => id))
  return lookingAtStorage(tools, options, async (storage) => {
    const states = new Map((await storage.feeds.states()).map((state) => [state.feedId, state]))
    const stored = (await storage.feeds.list()).filter(({ id, origin }) => origin === 'chat' && !own.has(id))
    return [...declared, ...stored].map((feed) => ({ feed, state: states.get(feed.id) }))
  })
}

/** None where there is no configuration; one that is wrong is refused. */
async function declaredFeeds(tools: Toolbox, { config }: StorageChoice): Promise<readonly Feed[]> {
  const path = config ?? DEFAULT_CONFIGURATION
  try {
    return (await tools.loadConfiguration(path)).feeds
  } catch (error) {
    const isMissing = error instanceof ExplainedError && error.failure.code === 'configuration-missing'
    if (isMissing && path === DEFAULT_CONFIGURATION) return []
    throw error
  }
}
