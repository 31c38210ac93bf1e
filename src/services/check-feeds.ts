// Asks feeds whether they answer, and what with, without following them. Stores nothing, tells nothing.
import { MINUTE, type Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { datedAt } from '../core/feed-preview.ts'
import type { FeedFinding } from '../core/feed-finding.ts'
import { webSite } from '../core/web-site.ts'
import type { Clock, FeedReader } from '../ports.ts'
import { mapConcurrently } from './map-concurrently.ts'

/** Hosts that are asked at once, and feeds of one host: as politely as when they are followed. */
const HOSTS_AT_ONCE = 12
const FEEDS_OF_A_HOST = 2

/** An answer that takes longer is called slow. */
const SLOW: Instant = MINUTE / 6

export interface CheckedFeed {
  readonly title: string
  readonly address: string
  readonly outcome: FeedFinding
  /** From the question to the last byte, in milliseconds. */
  readonly took: Instant
}

interface ToCheck {
  readonly title: string
  readonly address: string
}

/** In the order given. One feed that fails stops no other; `onChecked` hears each as it is done. */
export async function checkFeeds(
  { reader, clock }: { readonly reader: FeedReader; readonly clock: Clock },
  feeds: readonly ToCheck[],
  onChecked: (checked: CheckedFeed, done: number) => void = () => undefined,
): Promise<readonly CheckedFeed[]> {
  let done = 0
  const checked = new Map<ToCheck, CheckedFeed>()
  // In lanes of our own: one that waits for others of its host would look slow.
  const hosts = [...Map.groupBy(feeds, ({ address }) => webSite(address).host).values()]
  await mapConcurrently(hosts, HOSTS_AT_ONCE, (lane) =>
    mapConcurrently(lane, FEEDS_OF_A_HOST, async (feed) => {
      const begunAt = clock.now()
      const outcome = await checkOne(reader, feed.address, clock)
      const told = { ...feed, outcome, took: clock.now() - begunAt }
      checked.set(feed, told)
      onChecked(told, ++done)
    }),
  )
  return feeds.flatMap((feed) => checked.get(feed) ?? [])
}

async function checkOne(reader: FeedReader, address: string, clock: Clock): Promise<FeedFinding> {
  const begunAt = clock.now()
  try {
    const reading = await reader.readFeed(address, {})
    const now = clock.now()
    // Nothing was asked conditionally, so «unchanged» is the server's mistake.
    if (reading.kind === 'unchanged') return { kind: 'failed', failure: { code: 'feed-empty', url: address } }
    const { items, movedTo, warnings } = reading
    const dates = items.flatMap((item) => datedAt(item, now) ?? [])
    return {
      kind: 'answers',
      itemCount: items.length,
      newestAt: dates.length === 0 ? undefined : dates.reduce((one, other) => Math.max(one, other)),
      movedTo,
      isSlow: now - begunAt > SLOW,
      warnings,
    }
  } catch (error) {
    if (error instanceof ExplainedError) return { kind: 'failed', failure: error.failure }
    throw error
  }
}
