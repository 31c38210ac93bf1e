// One beat of the program: reads what is due, publishes what is due. Keeps one slow feed from making all late.
import type { Digest } from '../core/digest.ts'
import type { Log } from '../ports.ts'
import { ingestDueFeeds, type FeedReport, type IngestTools } from './ingest.ts'
import { logFailure } from './log-failure.ts'
import { publishDue, type PublishTools } from './publish.ts'
import { createFeedTeller } from './report-feeds.ts'

/** How long an edition waits for feeds that are being read, in seconds: two slow feeds one after the other. */
const INGEST_PATIENCE_SECONDS = 60

export interface Heart {
  /** Never rejects: what goes wrong is logged, and the next beat tries again. */
  readonly beat: () => Promise<void>
  /** Resolves when no feed is being read and nothing is being published any more. */
  rest(): Promise<void>
}

export interface HeartOptions {
  readonly digests: readonly Digest[]
  readonly onReport?: (report: FeedReport, done: number, total: number) => void
  readonly patienceSeconds?: number
}

export function createHeart(tools: IngestTools & PublishTools, options: HeartOptions): Heart {
  const { digests, onReport, patienceSeconds = INGEST_PATIENCE_SECONDS } = options
  const tell = createFeedTeller(tools.log)
  const onRead: typeof onReport = (report, done, total) => {
    tell(report)
    onReport?.(report, done, total)
  }
  let ingestion: Promise<void> | undefined
  const ingest = (): Promise<void> => {
    ingestion ??= logged(tools.log, async () => void (await ingestDueFeeds(tools, onRead))).then(() => {
      ingestion = undefined
    })
    return ingestion
  }
  const beatOnce = async (): Promise<void> => {
    await atMost(ingest(), patienceSeconds)
    // Told to stop: the edition is left to the next life, which will have all the news.
    if (tools.signal.aborted) return
    const isPublished = await logged(tools.log, async () => void (await publishDue(tools, digests)))
    // A program that cannot publish is not well: `health` must see it.
    if (isPublished) await logged(tools.log, () => tools.storage.noteBeat(tools.clock.now()))
  }
  let beating = Promise.resolve()
  return {
    beat: () => (beating = beatOnce()),
    rest: async () => {
      await beating
      await ingestion
    },
  }
}

/** Waits for `work`, or for `seconds` if that is shorter: the work then goes on by itself. */
async function atMost(work: Promise<void>, seconds: number): Promise<void> {
  const patience = Promise.withResolvers<void>()
  const timer = setTimeout(patience.resolve, seconds * 1000)
  await Promise.race([work, patience.promise])
  clearTimeout(timer)
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
