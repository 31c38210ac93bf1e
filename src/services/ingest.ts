// Takes in what the feeds have: asks those that are due, writes down what is new and how each one fared. Reads no page.
import { publicationOf } from '../core/article.ts'
import type { Zone } from '../core/calendar.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { afterFailure, afterOwnOutage, afterSuccess, type Reading } from '../core/feed-rhythm.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import { countArchived } from '../core/news.ts'
import { explainFeed } from '../locale/failures.ts'
import { feedBroughtArchive } from '../locale/log.ts'
import type { FeedReading, FeedWarning, Storage } from '../ports.ts'
import { draftItems, type FreshItems, keyItems } from './draft-items.ts'
import type { KeptArticles } from './keep-articles.ts'
import { isDatabaseFailure } from './log-failure.ts'
import { mapPatiently } from './map-concurrently.ts'
import { readAtAddress } from './read-at-address.ts'
import { type DraftTools, readDrafts } from './read-drafts.ts'
import { settleMove } from './settle-move.ts'
import { tryHub, type TriedReading } from './try-hub.ts'
import { isUnreached, type OutageWatch, provesAnswer } from './watch-outage.ts'

/**
 * Feeds on their way at once: answers that take 50 ms keep one core busy so. One that takes longer than two seconds holds
 * up no other, until 400 do; each may hold a socket and what it sent so far.
 */
const FEEDS_AT_ONCE = { limit: 32, seconds: 2, most: 400 }

export interface IngestTools extends DraftTools {
  readonly outage: OutageWatch
  /** In which the log tells hours. */
  readonly zone: Zone
  /** Whether hubs can call us; not unless told. */
  readonly isReachable?: boolean
}

/** How one feed fared in one run. */
export type FeedReport =
  | { readonly kind: 'unchanged'; readonly feed: Feed; readonly hasRecovered: boolean }
  | {
      readonly kind: 'read'
      readonly feed: Feed
      readonly itemCount: number
      /** Items that we did not have in these words: they wait to be read. */
      readonly newCount: number
      readonly warnings: readonly FeedWarning[]
      /** Where a permanent redirect led; the administrator's address still works. */
      readonly movedTo?: string
      /** Whether the attempt before this one had failed. */
      readonly hasRecovered: boolean
    }
  | { readonly kind: 'failed'; readonly feed: Feed; readonly failure: Failure }
  /** Nothing is noted: the program stops, nobody follows the feed any more, or it is our own network that is down. */
  | { readonly kind: 'interrupted'; readonly feed: Feed }

export interface IngestOptions {
  readonly onReport?: ((report: FeedReport, done: number, total: number) => void) | undefined
  /** Feeds read in one go, those that waited longest first; all of them when absent. */
  readonly atMost?: number
  /** Feeds that are another process's affair are left out; none when absent. */
  readonly isAsked?: (feed: Feed) => boolean
}

/** What came of a run over all feeds that are due, and of all that waited to be read. */
export interface IngestReport {
  readonly feeds: readonly FeedReport[]
  readonly articles: KeptArticles
}

/** What was never reached: whether that is the feed's fault is seen at the end of the round. */
interface Unreached {
  readonly kind: 'unreached'
  readonly feed: Feed
  readonly state: FeedState
  readonly error: ExplainedError
}

/** Feeds first, then what they brought. */
export async function ingest(tools: IngestTools, options?: IngestOptions): Promise<IngestReport> {
  const feeds = await refreshDueFeeds(tools, options)
  const kept: KeptArticles[] = []
  await readDrafts(tools, { onKept: (one) => kept.push(one) })
  return {
    feeds,
    articles: {
      added: kept.flatMap(({ added }) => added),
      updated: kept.flatMap(({ updated }) => updated),
      foldedCount: kept.reduce((sum, { foldedCount }) => sum + foldedCount, 0),
    },
  }
}

/** Asks every feed that is due. One bad feed never stops the others; a failing database stops them all. */
export async function refreshDueFeeds(
  tools: IngestTools,
  { onReport = () => undefined, atMost = Infinity, isAsked = () => true }: IngestOptions = {},
): Promise<readonly FeedReport[]> {
  const dueNow = await tools.storage.feeds.due(tools.clock.now())
  const due = dueNow.filter(({ feed }) => isAsked(feed)).slice(0, atMost)
  let done = 0
  let tried = 0
  const told = (report: FeedReport): FeedReport => {
    tools.meter({ kind: 'feed', outcome: report.kind })
    onReport(report, ++done, due.length)
    return report
  }
  const outcomes = await mapPatiently(due, FEEDS_AT_ONCE, async ({ feed, state }) => {
    // While nobody answers, a few feeds a round are enough to notice that somebody does.
    if (tried++ >= FEEDS_AT_ONCE.limit && tools.outage.since() !== undefined)
      return told(await putOff(tools, feed, state))
    const outcome = await refreshFeed(tools, feed, state)
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
async function refreshFeed(
  tools: IngestTools,
  feed: Feed,
  state: FeedState,
): Promise<FeedReport | Unreached> {
  if (tools.signal.aborted) return { kind: 'interrupted', feed }
  const startedAt = tools.clock.now()
  try {
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
    tools.outage.noteSilence(feed, state, startedAt, tools.clock.now())
    return { kind: 'unreached', feed, state, error }
  }
}

/** A feed may be taken out of the configuration, or out of the chat, while it is being read. */
async function isFollowed(storage: Storage, feedId: string): Promise<boolean> {
  return (await storage.feeds.get([feedId])).length > 0
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

/**
 * Drafts and validators in one transaction: a kill between them would make the server say «unchanged» about articles
 * that we do not have.
 */
async function keepReading(tools: IngestTools, read: ReadFeed): Promise<FeedReport> {
  const { feed, state, reading } = read
  const { items, warnings, movedTo } = reading
  const now = tools.clock.now()
  const keyed = keyItems(feed, items)
  const drafts = await tools.storage.inTransaction(async (storage) => {
    const past = { feed, wasRead: state.lastSuccessAt !== undefined }
    const { drafts: fresh, brought } = await draftItems(storage, past, keyed, now)
    await storage.drafts.add(fresh)
    await saveState(tools, storage, { ...read, now, newCount: brought.length }, brought)
    return fresh
  })
  const archived = countArchived(
    drafts.map(({ draft }) => ({ publishedAt: publicationOf(draft, now), firstSeenAt: now })),
  )
  if (archived > 0) tools.log.info(feedBroughtArchive(feed.title, archived), { url: feed.url })
  return {
    kind: 'read',
    feed,
    itemCount: items.length,
    newCount: drafts.length,
    warnings,
    ...(movedTo === undefined ? {} : { movedTo }),
    hasRecovered: state.failureCount > 0,
  }
}

/** Where we stand with the feed, with its address and with its hub. `brought` is what is new in the feed. */
async function saveState(
  tools: IngestTools,
  storage: Storage,
  tried: TriedReading,
  brought: FreshItems['brought'] = [],
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
