// Reads a feed where it is now, or where it was. Decides no move.
import { ExplainedError } from '../core/failures.ts'
import { addressOf } from '../core/feed-move.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import type { FeedReader, FeedReading } from '../ports.ts'

/**
 * When a new address stops working, the one that was given is tried: sites take a move back. Its validators are nobody
 * else's, so the next reading begins afresh. Throws as `readFeed`, for the new address.
 */
export async function readAtAddress(reader: FeedReader, feed: Feed, state: FeedState): Promise<FeedReading> {
  const address = addressOf(feed, state)
  try {
    return await reader.readFeed(address, state.validators)
  } catch (error) {
    if (address === feed.url || !(error instanceof ExplainedError)) throw error
    const { movedTo: _moved, ...reading } = await reader.readFeed(feed.url, {}).catch(() => {
      throw error
    })
    return { ...reading, validators: {} }
  }
}
