// What a second process adds: articles read by one and by two, and a slot made by two. Counts in the database.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DAY, HOUR, type Instant } from '../src/core/calendar.ts'
import type { Role } from '../src/core/task.ts'
import { waitingDraft } from '../src/core/waiting-draft.ts'
import { openQueue } from '../src/open-queue.ts'
import type { Storage } from '../src/ports.ts'
import type { TaskQueue } from '../src/task-queue.ts'
import type { Corpus } from './scale-corpus.ts'
import { draftsBetween, movedClock, nextDayEnd } from './scale-day.ts'
import { ARTICLES_A_DAY, WORLD_ENDS_AT } from './scale-plan.ts'
import { SILENT_LOG } from './scale-log.ts'
import { announceSlot } from './scale-slot.ts'

/** As npm start. */
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=384']

const POLLING_MILLISECONDS = 100

/** Every process fills its shelf before its first article. */
const WARMING = 200

const MEASURED = 600

interface Worker {
  readonly child: ChildProcess
  /** What time it is from now on. */
  setNow(instant: Instant): void
  /** Gives how many articles it has read. */
  stop(): Promise<number>
}

async function startWorker(role: Role, url: string): Promise<Worker> {
  const child = spawn(process.execPath, [...FLAGS, join(import.meta.dirname, 'scale-worker.ts'), role, url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`A worker ended with ${code} before it began.`))),
  ])
  return {
    child,
    setNow: (instant) => child.stdin.write(`${instant}\n`),
    stop: async () => {
      const said = once(child.stdout, 'data')
      child.kill('SIGTERM')
      const [count] = await said
      await ended
      return Number(String(count))
    },
  }
}

export interface SharedReading {
  /** Seconds an article, of one process and of two, each before and after the other. */
  readonly alone: readonly number[]
  readonly together: readonly number[]
  /** Articles that the second one has read, of all that were read while it was there. */
  readonly share: number
}

/** One, two, two, one: what the machine makes of the same work from one minute to the next falls on both. */
export async function readShared(
  storage: Storage,
  url: string,
  corpus: Corpus,
  worldCount: number,
): Promise<SharedReading> {
  const drafts = draftsToCome(corpus, await storage.articles.count(), worldCount)
  const queue = await openQueue(url, SILENT_LOG)
  const read = (count: number): Promise<number> => readAll(storage, queue, drafts, count)
  const first = await startWorker('read', url)
  await read(WARMING)
  const alone = [await read(MEASURED)]
  const second = await startWorker('read', url)
  await read(WARMING)
  const together = [await read(MEASURED), await read(MEASURED)]
  const share = (await second.stop()) / (WARMING + 2 * MEASURED)
  alone.push(await read(MEASURED))
  await first.stop()
  await queue.stop(0)
  return { alone, together, share }
}

type Drafts = Generator<ReturnType<typeof draftsBetween>[number]>

/** Those that no earlier run has brought: every hour of news after those that are there. */
function* draftsToCome(corpus: Corpus, count: number, worldCount: number): Drafts {
  const days = Math.ceil((count - worldCount) / ARTICLES_A_DAY)
  for (let from = WORLD_ENDS_AT + days * DAY; ; from += HOUR) yield* draftsBetween(corpus, from, from + HOUR)
}

/** Lays out `count` drafts, says so as whoever reads feeds does, and gives the seconds that one of them took. */
async function readAll(storage: Storage, queue: TaskQueue, drafts: Drafts, count: number): Promise<number> {
  const taken = Array.from({ length: count }, () => {
    const { value } = drafts.next()
    return waitingDraft(value, false, WORLD_ENDS_AT)
  })
  const startedAt = performance.now()
  await storage.drafts.add(taken)
  for (;;) {
    const lanes = await storage.drafts.lanes()
    if (lanes.length === 0) break
    await queue.offer(lanes.map((lane) => ({ kind: 'read', lane })))
    await pause(POLLING_MILLISECONDS)
  }
  return (performance.now() - startedAt) / 1000 / count
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
  const startedAt = performance.now()
  for (const worker of workers) worker.setNow(slotAt)
  const waiting = async (): Promise<number> =>
    [...(await storage.editions.nextSlots()).values()].filter((next) => next <= slotAt).length
  const editionCount = await waiting()
  while ((await waiting()) > 0) await pause(POLLING_MILLISECONDS * 2)
  const seconds = (performance.now() - startedAt) / 1000
  for (const worker of workers) await worker.stop()
  return { seconds, editionCount }
}
