// What a second process adds: articles read by one and by two, and a slot made by two. Counts in the database.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DAY, HOUR, type Instant } from '../src/core/calendar.ts'
import type { Role } from '../src/core/task.ts'
import { waitingDraft } from '../src/core/waiting-draft.ts'
import type { Storage } from '../src/ports.ts'
import type { Corpus } from './scale-corpus.ts'
import { draftsBetween, movedClock, nextDayEnd } from './scale-day.ts'
import { ARTICLES_A_DAY, WORLD_ENDS_AT } from './scale-plan.ts'
import { announceSlot } from './scale-slot.ts'

/** As npm start. */
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=384']

const POLLING_MILLISECONDS = 50

/** Every process fills its shelf before its first article. */
const WARMING = 200

const MEASURED = 600

interface Worker {
  readonly child: ChildProcess
  /** What time it is from now on. */
  setNow(instant: Instant): void
  stop(): Promise<void>
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
      child.kill('SIGTERM')
      await ended
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
): Promise<SharedReading> {
  const drafts = draftsToCome(corpus, await storage.articles.count(), worldCount)
  const first = await startWorker('read', url)
  await read(storage, drafts, WARMING)
  const alone = [await read(storage, drafts, MEASURED)]
  const second = await startWorker('read', url)
  await read(storage, drafts, WARMING)
  const together = [await read(storage, drafts, MEASURED), await read(storage, drafts, MEASURED)]
  await second.stop()
  alone.push(await read(storage, drafts, MEASURED))
  await first.stop()
  return { alone, together }
}

type Drafts = Generator<ReturnType<typeof draftsBetween>[number]>

/** Those that no earlier run has brought: every hour of news after those that are there. */
function* draftsToCome(corpus: Corpus, count: number, worldCount: number): Drafts {
  const days = Math.ceil((count - worldCount) / ARTICLES_A_DAY)
  for (let from = WORLD_ENDS_AT + days * DAY; ; from += HOUR) yield* draftsBetween(corpus, from, from + HOUR)
}

/** Lays out `count` drafts and gives the seconds that one of them took. */
async function read(storage: Storage, drafts: Drafts, count: number): Promise<number> {
  const taken = Array.from({ length: count }, () => {
    const { value } = drafts.next()
    return waitingDraft(value, false, WORLD_ENDS_AT)
  })
  const startedAt = performance.now()
  await storage.drafts.add(taken)
  while ((await storage.drafts.waiting()).count > 0) await pause(POLLING_MILLISECONDS)
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
  while ((await waiting()) > 0) await pause(POLLING_MILLISECONDS * 4)
  const seconds = (performance.now() - startedAt) / 1000
  for (const worker of workers) await worker.stop()
  return { seconds, editionCount }
}
