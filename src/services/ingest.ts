// Takes in what the feeds have: reads those that are due, keeps what is new, writes down how each one fared.
import type { ArticleDraft } from '../core/article.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { afterFailure, afterSuccess } from '../core/feed-rhythm.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import type { StoryShelf } from '../core/story-shelf.ts'
import { explainFeed } from '../locale/failures.ts'
import type { Clock, FeedReader, FeedReading, FeedWarning, Log, Storage } from '../ports.ts'
import { keepArticles, type KeptArticles } from './keep-articles.ts'
import { isDatabaseFailure } from './log-failure.ts'
import { createTurns, mapConcurrently } from './map-concurrently.ts'
import { draftItems } from './read-feed.ts'
import { restoreRunningShelf } from './restore-shelf.ts'
import { tellingTime } from './telling-time.ts'

/** Feeds on their way at once. Beyond eight the parsing on one core is the limit, not the network. */
const FEEDS_AT_ONCE = 8

export interface IngestTools {
  readonly reader: FeedReader
  readonly storage: Storage
  readonly shelf: StoryShelf
  readonly clock: Clock
  readonly log: Log
  /** In which the log tells hours. */
  readonly zone: Zone
  /** Aborted when the program stops: what fails after that is not the feed's fault. */
  readonly signal: AbortSignal
}

/** How one feed fared in one run. */
export type FeedReport =
  | { readonly kind: 'unchanged'; readonly feed: Feed; readonly hasRecovered: boolean }
  | {
      readonly kind: 'read'
      readonly feed: Feed
      readonly itemCount: number
      readonly kept: KeptArticles
      readonly unreadPageCount: number
      readonly warnings: readonly FeedWarning[]
      /** Where a permanent redirect led; the administrator's address still works. */
      readonly movedTo?: string
      /** Whether the attempt before this one had failed. */
      readonly hasRecovered: boolean
    }
  | { readonly kind: 'failed'; readonly feed: Feed; readonly failure: Failure }
  /** Nothing is noted: the program stops, or nobody follows the feed any more. */
  | { readonly kind: 'interrupted'; readonly feed: Feed }

interface RunTools extends IngestTools {
  /** Feeds are kept one at a time: what one places on the shelf must not be seen before it is stored. */
  readonly inTurn: ReturnType<typeof createTurns>
}

/** Reads every feed that is due. One bad feed never stops the others; a failing database stops them all. */
export async function ingestDueFeeds(
  tools: IngestTools,
  onReport: (report: FeedReport, done: number, total: number) => void = () => undefined,
): Promise<readonly FeedReport[]> {
  await restoreRunningShelf(tools.storage, tools.shelf, tools.clock.now())
  const due = await tools.storage.feeds.due(tools.clock.now())
  const run = { ...tools, inTurn: createTurns() }
  let done = 0
  return mapConcurrently(due, FEEDS_AT_ONCE, async ({ feed, state }) => {
    const report = await ingestFeed(run, feed, state)
    onReport(report, ++done, due.length)
    return report
  })
}

/** One of the three edges where failures are caught: whatever happens inside belongs to this feed alone, but a failing database. */
async function ingestFeed(tools: RunTools, feed: Feed, state: FeedState): Promise<FeedReport> {
  if (tools.signal.aborted) return { kind: 'interrupted', feed }
  try {
    const reading = await tools.reader.readFeed(feed.url, state.validators)
    if (reading.kind === 'unchanged') {
      await tools.storage.feeds.saveState(stateAfter(state, reading, tools.clock.now()))
      return { kind: 'unchanged', feed, hasRecovered: state.failureCount > 0 }
    }
    return await keepReading(tools, feed, state, reading)
  } catch (error) {
    if (isDatabaseFailure(error)) throw error
    if (tools.signal.aborted || !(await isFollowed(tools.storage, feed))) return { kind: 'interrupted', feed }
    return noteFailure(tools, feed, state, error)
  }
}

/** A feed may be taken out of the configuration, or out of the chat, while it is being read. */
async function isFollowed(storage: Storage, feed: Feed): Promise<boolean> {
  return (await storage.feeds.list()).some(({ id }) => id === feed.id)
}

async function noteFailure(
  tools: IngestTools,
  feed: Feed,
  state: FeedState,
  error: unknown,
): Promise<FeedReport> {
  const failure = failureOfFeed(error, feed)
  const now = tools.clock.now()
  const next = afterFailure(state, now, failure)
  await tools.storage.feeds.saveState(next)
  const line = explainFeed(feed.title, failure, { at: next.nextReadAt, now, zone: tools.zone })
  tools.log.warn(line, { url: feed.url, code: failure.code, cause: causeOf(error) })
  return { kind: 'failed', feed, failure }
}

async function keepReading(
  tools: RunTools,
  feed: Feed,
  state: FeedState,
  reading: FeedReading & { readonly kind: 'read' },
): Promise<FeedReport> {
  const now = tools.clock.now()
  const { drafts, unreadPageCount } = await draftItems(tools, feed, reading.items, now)
  // Pages that failed because we are leaving would keep their articles without a text for ever.
  if (tools.signal.aborted) return { kind: 'interrupted', feed }
  const next = stateAfter(state, reading, now)
  const kept = await tools.inTurn(() => keepTogether(tools, drafts, next))
  const { items, warnings, movedTo } = reading
  return {
    kind: 'read',
    feed,
    itemCount: items.length,
    kept,
    unreadPageCount,
    warnings,
    ...(movedTo === undefined ? {} : { movedTo }),
    hasRecovered: state.failureCount > 0,
  }
}

/**
 * Articles and validators in one transaction: a kill between them would make the server say «unchanged» about
 * articles that we do not have. When it fails, the shelf holds articles that storage does not: it is emptied, and filled
 * anew before anything is placed again. The hour is read here: pages may have taken minutes, and an edition of
 * meanwhile counts as having told all that was seen before it.
 */
async function keepTogether(
  tools: IngestTools,
  drafts: readonly ArticleDraft[],
  next: FeedState,
): Promise<KeptArticles> {
  try {
    // Before anybody has to wait for the transaction.
    await restoreRunningShelf(tools.storage, tools.shelf, tools.clock.now())
    return await tools.storage.inTransaction(async (storage) => {
      const now = tools.clock.now()
      await restoreRunningShelf(storage, tools.shelf, now)
      const seenAt = drafts.length === 0 ? now : await tellingTime(storage, now)
      const kept = await keepArticles(storage, tools.shelf, drafts, now, seenAt)
      await storage.feeds.saveState(next)
      return kept
    })
  } catch (error) {
    tools.shelf.clear()
    throw error
  }
}

function stateAfter(state: FeedState, reading: FeedReading, now: Instant): FeedState {
  return afterSuccess(state, now, { validators: reading.validators, notBefore: reading.retryAt })
}

/** Anything unforeseen is noted against the feed. */
function failureOfFeed(error: unknown, feed: Feed): Failure {
  return error instanceof ExplainedError ? error.failure : { code: 'feed-unforeseen', url: feed.url }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (!(error instanceof ExplainedError)) return error.stack ?? error.message
  return error.cause instanceof Error ? error.cause.message : error.message
}
