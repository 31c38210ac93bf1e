// How long an edition waits for its news where others read them: until they are there, and not for ever.
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import type { Storage } from '../../src/ports.ts'
import { awaitNews } from '../../src/services/await-news.ts'
import { openStorage } from '../../src/storage/open.ts'
import { sampleFeed } from '../storage/samples.ts'
import { sceneDatabase } from '../storage/scene-database.ts'

const EIGHT = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = sampleFeed('vigie')

let storage: Storage
beforeEach(async () => {
  storage = await openStorage(await sceneDatabase(':memory:'), { now: () => EIGHT })
  onTestFinished(() => storage.close())
})

/** Whether it still waits after a while that is long beside the first looks. */
async function waits(
  seconds: number,
  signal: AbortSignal,
  meanwhile: () => Promise<void> = async () => undefined,
) {
  let isOver = false
  // Time goes on meanwhile.
  let now = EIGHT
  const waiting = awaitNews({ storage, clock: { now: () => now++ }, signal }, seconds).then(() => {
    isOver = true
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const isWaiting = !isOver
  await meanwhile()
  await waiting
  return isWaiting
}

const RUNNING = new AbortController().signal

async function markRead(): Promise<void> {
  const [state] = await storage.feeds.states([FEED.id])
  if (state !== undefined)
    await storage.feeds.saveState({ ...state, lastReadAt: EIGHT + 3, nextReadAt: EIGHT + 5 * MINUTE })
}

it('does not wait where nothing is due', async () => {
  expect(await waits(60, RUNNING)).toBe(false)
})

it('waits for a feed that is due, until it is read', async () => {
  await storage.feeds.save([FEED], EIGHT)
  expect(await waits(60, RUNNING, markRead)).toBe(true)
})

it('gives up after its time, where nobody reads', async () => {
  await storage.feeds.save([FEED], EIGHT)
  expect(await waits(0.6, RUNNING)).toBe(true)
})

it('ends when it is told to', async () => {
  await storage.feeds.save([FEED], EIGHT)
  const stopping = new AbortController()
  expect(await waits(60, stopping.signal, async () => stopping.abort())).toBe(true)
})
