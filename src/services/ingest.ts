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
import { mapConcurrently } from './map-concurrently.ts'
import { draftItems } from './read-feed.ts'
import { restoreShelf } from './restore-shelf.ts'

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
  | { readonly kind: 'unchanged'; readonly feed: Feed }
  | {
      readonly kind: 'read'
      readonly feed: Feed
      readonly itemCount: number
      readonly kept: KeptArticles
      readonly unreadPageCount: number
      readonly warnings: readonly FeedWarning[]
    }
  | { readonly kind: 'failed'; readonly feed: Feed; readonly failure: Failure }
  | { readonly kind: 'interrupted'; readonly feed: Feed }

/** Reads every feed that is due. One bad feed never stops the others; a failing database stops them all. */
export async function ingestDueFeeds(
  tools: IngestTools,
  onReport: (report: FeedReport, done: number, total: number) => void = () => undefined,
): Promise<readonly FeedReport[]> {
  await restoreShelf(tools.storage, tools.shelf, tools.clock.now())
  const due = await tools.storage.feeds.due(tools.clock.now())
  let done = 0
  return mapConcurrently(due, FEEDS_AT_ONCE, async ({ feed, state }) => {
    const report = await ingestFeed(tools, feed, state)
    onReport(report, ++done, due.length)
    return report
  })
}

/** One of the three edges where failures are caught: whatever happens inside belongs to this feed alone. */
async function ingestFeed(tools: IngestTools, feed: Feed, state: FeedState): Promise<FeedReport> {
  if (tools.signal.aborted) return { kind: 'interrupted', feed }
  try {
    const reading = await tools.reader.readFeed(feed.url, state.validators)
    if (reading.kind === 'unchanged') {
      await tools.storage.feeds.saveState(stateAfter(state, reading, tools.clock.now()))
      return { kind: 'unchanged', feed }
    }
    return await keepReading(tools, feed, state, reading)
  } catch (error) {
    if (tools.signal.aborted) return { kind: 'interrupted', feed }
    return noteFailure(tools, feed, state, error)
  }
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
  tools: IngestTools,
  feed: Feed,
  state: FeedState,
  reading: FeedReading & { readonly kind: 'read' },
): Promise<FeedReport> {
  const now = tools.clock.now()
  const { drafts, unreadPageCount } = await draftItems(tools, feed, reading.items, now)
  const next = stateAfter(state, reading, now)
  const kept = await keepTogether(tools, drafts, next, now)
  const { items, warnings } = reading
  return { kind: 'read', feed, itemCount: items.length, kept, unreadPageCount, warnings }
}

/**
 * Articles and validators in one transaction: a kill between them would make the server say «unchanged» about
 * articles that we do not have. When it fails, the shelf holds articles that storage does not: it is filled anew.
 */
async function keepTogether(
  tools: IngestTools,
  drafts: readonly ArticleDraft[],
  next: FeedState,
  now: Instant,
): Promise<KeptArticles> {
  try {
    return await tools.storage.inTransaction(async (storage) => {
      const kept = await keepArticles(storage, tools.shelf, drafts, now)
      await storage.feeds.saveState(next)
      return kept
    })
  } catch (error) {
    tools.shelf.clear()
    await restoreShelf(tools.storage, tools.shelf, now)
    throw error
  }
}

function stateAfter(state: FeedState, reading: FeedReading, now: Instant): FeedState {
  return afterSuccess(state, now, { validators: reading.validators, notBefore: reading.retryAt })
}

/** A database that fails is no fault of the feed and goes on up; anything unforeseen is noted against the feed. */
function failureOfFeed(error: unknown, feed: Feed): Failure {
  if (!(error instanceof ExplainedError)) return { code: 'feed-unforeseen', url: feed.url }
  if (error.failure.code.startsWith('database-')) throw error
  return error.failure
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (!(error instanceof ExplainedError)) return error.stack ?? error.message
  return error.cause instanceof Error ? error.cause.message : error.message
}
