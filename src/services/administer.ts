// Brings what the configuration declares and what the database holds together; ADR 0004. Asks the chat nothing.
import type { Feed } from '../core/feed.ts'
import type { Clock, Storage } from '../ports.ts'

interface AdministerTools {
  readonly storage: Storage
  readonly clock: Clock
}

/** Feeds of the file are followed, those that left the file are not; feeds from the chat are left alone. */
export async function reconcileFeeds(tools: AdministerTools, declared: readonly Feed[]): Promise<void> {
  await tools.storage.inTransaction(async (storage) => {
    const wanted = new Set(declared.map(({ id }) => id))
    const followed = await storage.feeds.list()
    const left = followed.filter(({ id, origin }) => origin === 'file' && !wanted.has(id))
    await storage.feeds.save(declared, tools.clock.now())
    await storage.feeds.remove(left.map(({ id }) => id))
  })
}
