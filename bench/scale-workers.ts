// What a second process adds: articles read by one and by two, and a slot made by two. Counts in the database.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ArticleDraft } from '../src/core/article.ts'
import { DAY, HOUR, type Instant } from '../src/core/calendar.ts'
import { laneOf } from '../src/core/lane.ts'
import type { Role } from '../src/core/task.ts'
import { waitingDraft } from '../src/core/waiting-draft.ts'
import { openQueue } from '../src/open-queue.ts'
import type { Storage } from '../src/ports.ts'
import type { TaskQueue } from '../src/task-queue.ts'
import type { Corpus } from './scale-corpus.ts'
import { draftsBetween, movedClock, nextDayEnd } from './scale-day.ts'
import { ARTICLES_A_DAY, WORLD_ENDS_AT } from './scale-plan.ts'
import { SILENT_LOG } from './scale-log.ts'
import { openPress } from './scale-press.ts'
import { holdTo } from './scale-share.ts'
import { announceSlot } from './scale-slot.ts'

const WORKER = join(import.meta.dirname, 'scale-worker.ts')

/** As npm start. */
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=384']

const POLLING_MILLISECONDS = 100

/** Every process fills its shelf before its first article. */
const WARMING = 200

const LAID_OUT = 2_400

/** The shares of them between which is measured: from when lanes are handed out until somebody may find none left. */
const [FROM, UNTIL] = [0.1, 0.6]

interface Worker {
  readonly child: ChildProcess
  /** What time it is from now on. */
  setNow(instant: Instant): void
  hasRead(): boolean
  stop(): Promise<void>
}

/** `share` of a core is all that it gets. */
async function startWorker(role: Role, url: string, { port = 0, share = 1 } = {}): Promise<Worker> {
  const child = spawn(process.execPath, [...FLAGS, WORKER, role, url, `${port}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const letGo = share < 1 && child.pid !== undefined ? holdTo(share, child.pid) : () => undefined
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`A worker ended with ${code} before it began.`))),
  ])
  let [hasRead, isStopped] = [false, false]
  // Who waits for its work would wait for ever.
  child.once('exit', (code, signal) => {
    if (!isStopped) throw new Error(`A worker ended with ${code ?? signal} in the midst of its work.`)
  })
  child.stdout.once('data', () => {
    hasRead = true
  })
  return {
    child,
    setNow: (instant) => child.stdin.write(`${instant}\n`),
    hasRead: () => hasRead,
    stop: async () => {
      isStopped = true
      child.kill('SIGTERM')
      await ended
      letGo()
    },
  }
}

export interface SharedReading {
  /** Seconds an article, of one process and of two, each before and after the other. */
  readonly alone: readonly number[]
  readonly together: readonly number[]
}

/** One, two, two, one: what the machine makes of the same work from one minute to the next falls on both. */
export async function readShared(
  storage: Storage,
  url: string,
  corpus: Corpus,
  worldCount: number,
  { hasPages, share }: { readonly hasPages: boolean; readonly share: number },
): Promise<SharedReading> {
  const drafts = draftsToCome(corpus, await storage.articles.count(), worldCount)
  const queue = await openQueue(url, SILENT_LOG)
  const press = await openPress()
  const announced = (draft: ArticleDraft) => (hasPages ? press.announced(draft) : { draft, wantsPage: false })
  const read = (count: number): Promise<number> =>
    readAll(
      storage,
      queue,
      Array.from({ length: count }, () => announced(drafts.next().value)),
    )
  const first = await startWorker('read', url, { port: press.port, share })
  await warm(first, read)
  const alone = [await read(LAID_OUT)]
  const second = await startWorker('read', url, { port: press.port, share })
  await warm(second, read)
  const together = [await read(LAID_OUT), await read(LAID_OUT)]
  await second.stop()
  alone.push(await read(LAID_OUT))
  await first.stop()
  press.stop()
  await queue.stop(0)
  return { alone, together }
}

/** Those that no earlier run has brought: every hour of news after those that are there. */
function* draftsToCome(corpus: Corpus, count: number, worldCount: number): Generator<ArticleDraft, never> {
  // One day is left out behind each: runs do not end with a day.
  const days = 2 * Math.ceil((count - worldCount) / ARTICLES_A_DAY)
  for (let from = WORLD_ENDS_AT + days * DAY; ; from += HOUR) yield* draftsBetween(corpus, from, from + HOUR)
}

/** Others read in its place until its shelf is filled. */
async function warm(worker: Worker, read: (count: number) => Promise<number>): Promise<void> {
  while (!worker.hasRead()) await read(WARMING)
  await read(WARMING)
}

/**
 * Lays out these drafts, says so as whoever reads feeds does, and gives the seconds that one of them took while there was
 * work for everybody. A process takes sixteen lanes at once: of the last of them one is alone with what is left.
 */
async function readAll(
  storage: Storage,
  queue: TaskQueue,
  announced: readonly { readonly draft: ArticleDraft; readonly wantsPage: boolean }[],
): Promise<number> {
  const waiting = announced.map(({ draft, wantsPage }) => waitingDraft(draft, wantsPage, WORLD_ENDS_AT))
  await storage.drafts.add(waiting)
  const left: { readonly count: number; readonly at: number }[] = []
  for (;;) {
    const { count } = await storage.drafts.waiting()
    left.push({ count, at: performance.now() })
    if (count === 0) break
    const lanes = await storage.drafts.lanes()
    await queue.offer(lanes.map((lane) => ({ kind: 'read', lane })))
    await pause(POLLING_MILLISECONDS)
  }
  const middle = left.filter(({ count }) => {
    const share = 1 - count / waiting.length
    return share >= FROM && share <= UNTIL
  })
  const [first, last] = [middle[0], middle.at(-1)]
  if (first === undefined || last === undefined || first.count === last.count)
    throw new Error(`${waiting.length} articles were read too quickly to be measured.`)
  return (last.at - first.at) / 1000 / (first.count - last.count)
}

export interface SharedSlot {
  readonly seconds: number
  readonly editionCount: number
}

/** From the minute of the slot to the last edition of it, by two processes that wait for it. */
export async function makeSlotTogether(storage: Storage, url: string): Promise<SharedSlot> {
  const slotAt = await nextDayEnd(storage)
  await announceSlot(storage, movedClock(slotAt - HOUR), slotAt)
  const workers = [await startWorker('publish', url), await startWorker('publish', url)]
  const waiting = async (): Promise<readonly string[]> =>
    [...(await storage.editions.nextSlots())].flatMap(([name, next]) => (next <= slotAt ? [name] : []))
  const names = await waiting()
  for (const worker of workers) worker.setNow(slotAt)
  const queue = await openQueue(url, SILENT_LOG)
  const startedAt = performance.now()
  await queue.offer([...new Set(names.map(laneOf))].map((lane) => ({ kind: 'publish', lane })))
  while ((await waiting()).length > 0) await pause(POLLING_MILLISECONDS * 2)
  const seconds = (performance.now() - startedAt) / 1000
  await queue.stop(0)
  for (const worker of workers) await worker.stop()
  return { seconds, editionCount: names.length }
}
