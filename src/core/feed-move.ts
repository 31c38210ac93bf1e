// A feed whose address has moved for good: when that is believed, and where the feed is read. Follows no redirect itself.
import { DAY, type Instant } from './calendar.ts'
import type { Feed, FeedMove, FeedState } from './feed.ts'

/**
 * How long permanent redirects have to lead to one and the same feed before the new address is written down. A site that
 * is being rebuilt over a weekend says 301 of many places and takes it back on Monday.
 */
const MOVED_AFTER: Instant = 3 * DAY

/**
 * What is known of a move after a reading that worked. `movedTo` is where permanent redirects led from the address that
 * was asked.
 */
export function moveAfter(
  move: FeedMove | undefined,
  movedTo: string | undefined,
  now: Instant,
): FeedMove | undefined {
  const written = move?.written
  if (movedTo === undefined) return written === undefined ? undefined : { written }
  const seen = move?.seen?.to === movedTo ? move.seen : { to: movedTo, since: now }
  return { ...(written !== undefined && { written }), seen }
}

/** The address to write down now, when redirects have led there for long enough. */
export function settledAddress(move: FeedMove | undefined, now: Instant): string | undefined {
  const seen = move?.seen
  return seen !== undefined && now - seen.since >= MOVED_AFTER ? seen.to : undefined
}

/** Where the feed is read: the address that was given, until another one was written down. */
export function addressOf({ url }: Pick<Feed, 'url'>, { move }: Pick<FeedState, 'move'>): string {
  return move?.written?.to ?? url
}
