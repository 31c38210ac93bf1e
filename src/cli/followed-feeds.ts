// The feeds that are read, with how each is. Leaves out what was imported.
import type { Feed, FeedState } from '../core/feed.ts'
import type { Storage } from '../ports.ts'

export async function followedFeeds(
  storage: Storage,
): Promise<readonly { readonly feed: Feed; readonly state: FeedState }[]> {
  const states = new Map((await storage.feeds.states()).map((state) => [state.feedId, state]))
  return (await storage.feeds.list()).flatMap((feed) => {
    const state = states.get(feed.id)
    return state === undefined || feed.origin === 'import' ? [] : [{ feed, state }]
  })
}
