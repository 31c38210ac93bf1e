// Takes the measures of the running program out of storage. Keeps none of them, tells nobody.
import type { Digest } from '../core/digest.ts'
import { MINUTE, type Instant } from '../core/calendar.ts'
import {
  addCounts,
  countConditions,
  countLateSlots,
  DELIVERING_IS_LATE_AFTER,
  type FeedCounts,
  type Measures,
} from '../core/measures.ts'
import type { QueueState } from '../core/task.ts'
import type { Clock, Storage } from '../ports.ts'
import { letOthersIn } from './map-concurrently.ts'

interface MeasureTools {
  readonly storage: Storage
  readonly clock: Clock
  /** The digests that there are now. */
  readonly digests: () => Promise<readonly Digest[]>
  readonly tasks: () => Promise<readonly QueueState[]>
}

/** Some ten milliseconds: nobody who asks has to wait longer for it. */
const FEEDS_A_PAGE = 250

/** Feeds are read once in five minutes at most, and the state of each is read for their count: once a minute will do. */
const FEEDS_COUNTED_EVERY: Instant = MINUTE

export function createMeasuring(tools: MeasureTools): () => Promise<Measures> {
  const countFeeds = createFeedCount(tools)
  let underWay: Promise<Measures> | undefined
  // A database that has stopped answering is not asked again by each who comes.
  return () =>
    (underWay ??= takeMeasures(tools, countFeeds).finally(() => {
      underWay = undefined
    }))
}

async function takeMeasures(
  { storage, clock, digests, tasks }: MeasureTools,
  countFeeds: () => Promise<FeedCounts>,
): Promise<Measures> {
  const now = clock.now()
  const names = (await digests()).map(({ name }) => name)
  return {
    takenAt: now,
    feeds: await countFeeds(),
    drafts: await storage.measures.drafts(),
    open: await storage.measures.openMessages(),
    late: {
      making: countLateSlots(names, await storage.editions.nextSlots(), now),
      delivering: await storage.measures.undelivered(now - DELIVERING_IS_LATE_AFTER),
    },
    tasks: await tasks(),
    lastBeatAt: await storage.lastBeat(),
    lastBackupAt: (await storage.upkeep.last('backup'))?.at,
    databaseBytes: await storage.retention.usedBytes(),
  }
}

/** A failed count is asked again by the next who wants it. */
function createFeedCount({ storage, clock }: MeasureTools): () => Promise<FeedCounts> {
  let last: { readonly counts: Promise<FeedCounts>; readonly at: Instant } | undefined
  return () => {
    const now = clock.now()
    if (last === undefined || Math.abs(now - last.at) >= FEEDS_COUNTED_EVERY) {
      const counts = countFollowed(storage, now)
      last = { counts, at: now }
      counts.catch(() => {
        last = undefined
      })
    }
    return last.counts
  }
}

async function countFollowed({ measures }: Storage, now: Instant): Promise<FeedCounts> {
  let counts = countConditions([], now)
  for (let after = ''; ;) {
    const page = await measures.feeds(after, FEEDS_A_PAGE)
    counts = addCounts(counts, countConditions(page, now))
    const last = page.at(-1)
    if (last === undefined || page.length < FEEDS_A_PAGE) return counts
    after = last.feed.id
    // Reading the states of ten thousand feeds takes a third of a second.
    await letOthersIn()
  }
}
