// Takes in what the feeds have: reads those that are due, keeps what is new, writes down how each one fared.
import type { ArticleDraft } from '../core/article.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { afterFailure, afterOwnOutage, afterSuccess, type Reading } from '../core/feed-rhythm.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import type { StoryShelf } from '../core/story-shelf.ts'
import { countArchived } from '../core/news.ts'
import { explainFeed } from '../locale/failures.ts'
import { feedBroughtArchive } from '../locale/log.ts'
import type { Clock, FeedReader, FeedReading, FeedWarning, Log, Storage } from '../ports.ts'
import { keepArticles, type KeptArticles } from './keep-articles.ts'
import { isDatabaseFailure } from './log-failure.ts'
import { createTurns, mapConcurrently } from './map-concurrently.ts'
import { draftItems, readAtAddress } from './read-feed.ts'
import { restoreRunningShelf } from './restore-shelf.ts'
import { settleMove } from './settle-move.ts'
import { tellingTime } from './telling-time.ts'
import { tryHub, type TriedReading } from './try-hub.ts'
import { isUnreached, type OutageWatch, provesAnswer } from './watch-outage.ts'

/** Feeds on their way at once. Beyond eight the parsing on one core is the limit, not the network. */
const FEEDS_AT_ONCE = 8

export interface IngestTools {
  readonly reader: FeedReader
  readonly storage: Storage
  readonly shelf: StoryShelf
  readonly outage: OutageWatch
  readonly clock: Clock
  readonly log: Log
  /** In which the log tells hours. */
  readonly zone: Zone
  /** Whether hubs can call us; not unless told. */
  readonly isReachable?: boolean
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
  /** Nothing is noted: the program stops, nobody follows the feed any more, or it is our own network that is down. */
  | { readonly kind: 'interrupted'; readonly feed: Feed }

interface RunTools extends IngestTools {
  /** Feeds are kept one at a time: what one places on the shelf must not be seen before it is stored. */
  readonly inTurn: ReturnType<typeof createTurns>
}

export interface IngestOptions {
  readonly onReport?: ((report: FeedReport, done: number, total: number) => void) | undefined
  /** Feeds read in one go, those that waited longest first; all of them when absent. */
  readonly atMost?: number
}

/** What was never reached: whether that is the feed's fault is seen at the end of the round. */
interface Unreached {
  readonly kind: 'unreached'
  readonly feed: Feed
  readonly state: FeedState
  readonly error: ExplainedError
}

/** Reads every feed that is due. One bad feed never stops the others; a failing database stops them all. */
export async function ingestDueFeeds(
  tools: IngestTools,
  { onReport = () => undefined, atMost = Infinity }: IngestOptions = {},
): Promise<readonly FeedReport[]> {
  await restoreRunningShelf(tools.storage, tools.shelf, tools.clock.now())
  const due = (await tools.storage.feeds.due(tools.clock.now())).slice(0, atMost)
  const run = { ...tools, inTurn: createTurns() }
  let done = 0
  let tried = 0
  const told = (report: FeedReport): FeedReport => {
    onReport(report, ++done, due.length)
    return report
  }
  const outcomes = await mapConcurrently(due, FEEDS_AT_ONCE, async ({ feed, state }) => {
    // While nobody answers, a few feeds a round are enough to notice that somebody does.
    if (tried++ >= FEEDS_AT_ONCE && tools.outage.since() !== undefined)
      return told(await putOff(tools, feed, state))
    const outcome = await ingestFeed(run, feed, state)
    return outcome.kind === 'unreached' ? outcome : told(outcome)
  })
  const reports: FeedReport[] = []
  for (const outcome of outcomes)
    reports.push(outcome.kind === 'unreached' ? told(await settleUnreached(tools, outcome)) : outcome)
  return reports
}

/** It was the feed, unless nobody answers at all: then what was counted since the last answer is taken back as well. */
async function settleUnreached(tools: IngestTools, { feed, state, error }: Unreached): Promise<FeedReport> {
  if (tools.outage.since() === undefined) {
    tools.outage.noteCounted(state)
    return noteFailure(tools, feed, state, error)
  }
  for (const before of tools.outage.takeCounted())
    if (await isFollowed(tools.storage, before.feedId))
      await tools.storage.feeds.saveState(afterOwnOutage(before, tools.clock.now()))
  return putOff(tools, feed, state)
}

async function putOff({ storage, clock }: IngestTools, feed: Feed, state: FeedState): Promise<FeedReport> {
  if (await isFollowed(storage, feed.id)) await storage.feeds.saveState(afterOwnOutage(state, clock.now()))
  return { kind: 'interrupted', feed }
}

/** One of the three edges where failures are caught: whatever happens inside belongs to this feed alone, but a failing database. */
async function ingestFeed(tools: RunTools, feed: Feed, state: FeedState): Promise<FeedReport | Unreached> {
  if (tools.signal.aborted) return { kind: 'interrupted', feed }
  try {
    const startedAt = tools.clock.now()
    const reading = await readAtAddress(tools.reader, feed, state)
    tools.outage.noteAnswer(tools.clock.now())
    if (reading.kind === 'unchanged') {
      const tried = { feed, state, reading, startedAt, now: tools.clock.now(), newCount: 0 }
      await tools.storage.inTransaction((storage) => saveState(tools, storage, tried))
      return { kind: 'unchanged', feed, hasRecovered: state.failureCount > 0 }
    }
    return await keepReading(tools, { feed, state, reading, startedAt })
  } catch (error) {
    if (isDatabaseFailure(error)) throw error
    if (tools.signal.aborted || !(await isFollowed(tools.storage, feed.id)))
      return { kind: 'interrupted', feed }
    if (!(error instanceof ExplainedError)) return noteFailure(tools, feed, state, error)
    if (provesAnswer(error.failure)) tools.outage.noteAnswer(tools.clock.now())
    if (!isUnreached(error.failure)) return noteFailure(tools, feed, state, error)
    tools.outage.noteSilence(feed, state, tools.clock.now())
    return { kind: 'unreached', feed, state, error }
  }
}

/** A feed may be taken out of the configuration, or out of the chat, while it is being read. */
async function isFollowed(storage: Storage, feedId: string): Promise<boolean> {
  return (await storage.feeds.list()).some(({ id }) => id === feedId)
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

/** A feed that was read, with what was known of it before. */
interface ReadFeed extends Omit<TriedReading, 'now' | 'newCount'> {
  readonly reading: FeedReading & { readonly kind: 'read' }
}

async function keepReading(tools: RunTools, read: ReadFeed): Promise<FeedReport> {
  const { feed, state, reading } = read
  const now = tools.clock.now()
  const { drafts, unreadPageCount } = await draftItems(
    tools,
    { feed, wasRead: state.lastSuccessAt !== undefined },
    reading.items,
    now,
  )
  // Pages that failed because we are leaving would keep their articles without a text for ever.
  if (tools.signal.aborted) return { kind: 'interrupted', feed }
  const { items, warnings, movedTo } = reading
  const kept = await tools.inTurn(() => keepTogether(tools, drafts, { ...read, now }))
  const archived = countArchived(kept.added)
  if (archived > 0) tools.log.info(feedBroughtArchive(feed.title, archived), { url: feed.url })
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
  read: ReadFeed & { readonly now: Instant },
): Promise<KeptArticles> {
  try {
    // Before anybody has to wait for the transaction.
    await restoreRunningShelf(tools.storage, tools.shelf, tools.clock.now())
    return await tools.storage.inTransaction(async (storage) => {
      const now = tools.clock.now()
      await restoreRunningShelf(storage, tools.shelf, now)
      const seenAt = drafts.length === 0 ? now : await tellingTime(storage, now)
      const kept = await keepArticles(storage, tools.shelf, drafts, now, seenAt)
      const { brought } = kept
      await saveState(tools, storage, { ...read, newCount: brought.length }, brought)
      return kept
    })
  } catch (error) {
    tools.shelf.clear()
    throw error
  }
}

/** Where we stand with the feed, with its address and with its hub. `brought` is what is new in the feed. */
async function saveState(
  tools: IngestTools,
  storage: Storage,
  tried: TriedReading,
  brought: KeptArticles['brought'] = [],
): Promise<void> {
  const { feed, state, reading, now } = tried
  const { isPushExpected, isPushWaiting } = await tryHub(tools, storage, tried)
  const next = afterSuccess(state, now, {
    ...termsOf(reading),
    ...(reading.kind === 'read' && { itemCount: reading.items.length }),
    publishedAt: brought.map(({ publishedAt }) => publishedAt),
    isPushExpected,
  })
  await storage.feeds.saveState(await settleMove(storage, feed, next, now))
  if (isPushWaiting) await storage.feeds.makeDue(feed.id, now)
}

function termsOf({ validators, retryAt, restUntil, seconds, movedTo }: FeedReading): Reading {
  return { validators, notBefore: retryAt, restUntil, seconds, movedTo }
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
