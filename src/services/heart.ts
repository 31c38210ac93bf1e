// One beat of the program: reads what is due, makes and posts what is due. Never lets what is slow hold up the rest.
import type { Alert } from '../core/alert.ts'
import type { Digest } from '../core/digest.ts'
import type { Log } from '../ports.ts'
import { atMost } from './at-most.ts'
import { type FeedReport, type IngestTools, refreshDueFeeds } from './ingest.ts'
import { readOldFacts } from './keep-facts.ts'
import { logFailure } from './log-failure.ts'
import { deliverAlerts } from './deliver-alerts.ts'
import { deliverOpen } from './deliver.ts'
import { archiveAndTell, makeDue, type PublishTools } from './publish.ts'
import { createRaiseDueAlerts } from './raise-alerts.ts'
import { readDrafts } from './read-drafts.ts'
import { createFeedTeller } from './report-feeds.ts'
import { takeCare } from './take-care.ts'
import { tellOutage } from './tell-outage.ts'
import { wakeFeeds } from './wake-feeds.ts'

/**
 * How long a beat waits for feeds that are being read, and for messages that are being posted, in seconds: two slow feeds
 * one after the other, or sixty messages to one channel of Slack.
 */
const PATIENCE_SECONDS = 60

/**
 * Feeds begun in one beat, those that waited longest first: after a start or a long outage all are due at once, and so
 * many take most of a minute (bench/RESULTS.md, refresh).
 */
const FEEDS_A_ROUND = 2000

export interface Heart {
  /** Never rejects: what goes wrong is logged, and the next beat tries again. */
  readonly beat: () => Promise<void>
  /** Resolves when no feed is being read and nothing is being published any more. */
  rest(): Promise<void>
}

export interface HeartOptions {
  /** The digests that there are at this beat. */
  readonly digests: () => Promise<readonly Digest[]>
  /** The alerts that may ring at this beat. */
  readonly alerts?: () => Promise<readonly Alert[]>
  readonly onReport?: (report: FeedReport, done: number, total: number) => void
  readonly patienceSeconds?: number
  /** Care of the data, one beside the other: nobody waits for it, and none is begun while it is still at it. */
  readonly duties?: readonly (() => Promise<void>)[]
}

export function createHeart(tools: IngestTools & PublishTools, options: HeartOptions): Heart {
  const { digests, alerts = async () => [], onReport, patienceSeconds = PATIENCE_SECONDS } = options
  const duties = (options.duties ?? []).map((duty) => alone(() => logged(tools.log, duty)))
  const ingest = ingesting(tools, onReport)
  const deliver = delivering(tools)
  const alerting = alertingBy(tools, alerts)
  const readFacts = alone(() => logged(tools.log, () => readOldFacts(tools.storage, tools.signal)))
  const beatOnce = async (): Promise<void> => {
    await logged(tools.log, async () => wakeFeeds(tools, await digests()))
    await atMost(ingest.run(), patienceSeconds)
    // Of articles of an earlier program: nobody waits for it.
    void readFacts.run()
    // Told to stop: the edition is left to the next life, which will have all the news.
    if (tools.signal.aborted) return
    // First, and on their own way: what is told at once waits for no digest.
    const alerted = alerting.run()
    const isMade = await logged(tools.log, async () => writeDown(tools, await digests()))
    for (const duty of duties) void duty.run()
    const isDelivered = await atMost(deliver.run(), patienceSeconds)
    await atMost(alerted, patienceSeconds)
    // A program that cannot publish is not well: `health` must see it.
    if (isMade && isDelivered !== false)
      await logged(tools.log, () => tools.storage.noteBeat(tools.clock.now()))
  }
  let beating = Promise.resolve()
  return {
    beat: () => (beating = beatOnce()),
    rest: async () => {
      await beating
      await ingest.rest()
      await deliver.rest()
      await alerting.rest()
      await readFacts.rest()
      for (const duty of duties) await duty.rest()
    },
  }
}

/** Asks what is due and tells the log what is new about it; then reads what the feeds brought. Each goes on by itself. */
function ingesting(tools: IngestTools, onReport: HeartOptions['onReport']): Alone {
  const tell = createFeedTeller(tools.log)
  const onRead: typeof onReport = (report, done, total) => {
    tell(report)
    onReport?.(report, done, total)
  }
  const options = { onReport: onRead, atMost: FEEDS_A_ROUND }
  const refresh = alone(() => logged(tools.log, async () => void (await refreshDueFeeds(tools, options))))
  // Beside the next refresh: after 2,000 new feeds there is an hour of reading.
  const read = alone(() => logged(tools.log, () => readDrafts(tools)))
  return {
    run: async () => {
      const isRefreshed = await refresh.run()
      // One that was under way already may have looked for the last time just before the feeds brought something.
      await read.run()
      return (await read.run()) && isRefreshed
    },
    rest: () => Promise.all([refresh.rest(), read.rest()]),
  }
}

/** All that is due and not yet sent: editions, what administrators are to hear, what is too old to be kept. */
async function writeDown(tools: IngestTools & PublishTools, digests: readonly Digest[]): Promise<void> {
  await makeDue(tools, digests)
  await tellOutage(tools)
  await takeCare(tools)
}

/**
 * The messages of 500 channels take Slack a quarter of an hour. Meanwhile other platforms have slots of their own: each
 * one is served by itself, beat after beat, and channels of no platform that we know as well.
 */
function delivering(tools: PublishTools): Alone {
  const { platforms, log } = tools
  const servesOne = [...platforms.keys()].map((name) => (channel: string) => channel.startsWith(`${name}:`))
  const serving = [...servesOne, (channel: string) => !servesOne.some((isOwn) => isOwn(channel))].map(
    (isAsked) => alone(() => logged(log, () => deliverOpen(tools, isAsked))),
  )
  const preparing = alone(() => logged(log, () => archiveAndTell(tools)))
  const deliver = async (): Promise<boolean> => {
    if (!(await preparing.run())) return false
    return (await Promise.all(serving.map(({ run }) => run()))).every(Boolean)
  }
  let underWay: Promise<unknown> = Promise.resolve()
  return {
    run: () => {
      const delivered = deliver()
      underWay = Promise.all([underWay, delivered])
      return delivered
    },
    rest: () => underWay,
  }
}

/** One look after the other; what was raised is sent at once, also what an earlier life left. */
function alertingBy(tools: PublishTools, alerts: () => Promise<readonly Alert[]>): Alone {
  const raiseDueAlerts = createRaiseDueAlerts(tools)
  return alone(async () => {
    const isRaised = await logged(tools.log, async () => raiseDueAlerts(await alerts()))
    return (await logged(tools.log, () => deliverAlerts(tools))) && isRaised
  })
}

interface Alone {
  /** Begins the work, or joins it when it is under way. */
  readonly run: () => Promise<boolean>
  readonly rest: () => Promise<unknown>
}

function alone(work: () => Promise<boolean>): Alone {
  let underWay: Promise<boolean> | undefined
  return {
    run: () =>
      (underWay ??= work().finally(() => {
        underWay = undefined
      })),
    rest: () => Promise.resolve(underWay),
  }
}

/** A beat that fails must not end the program: the failure is said, nothing was half written, the next beat comes. */
async function logged(log: Log, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    logFailure(log, error)
    return false
  }
}
