// What the parts of a shared heart do: what a failing one tells the queue, and which goes first in a process.
import { expect, it } from 'vitest'
import type { Digest } from '../../src/core/digest.ts'
import { ExplainedError } from '../../src/core/failures.ts'
import { laneOf } from '../../src/core/lane.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'
import { shareWork } from '../../src/services/share-work.ts'
import { createOutageWatch } from '../../src/services/watch-outage.ts'
import type { ChatPlatform } from '../../src/ports.ts'
import type { TaskQueue } from '../../src/task-queue.ts'
import { sampleDelivery, sampleEdition } from '../storage/samples.ts'
import { type Desk, openDesk } from './open-desk.ts'

type Handler = (lanes: ReadonlySet<number>) => Promise<void>

/** A platform that notes the channels of what it is given, and takes it. */
const noting = (posts: string[]): ChatPlatform => ({
  start: async () => undefined,
  post: async (channel) => `${posts.push(channel)}`,
  edit: async () => undefined,
  stop: async () => undefined,
  isConnected: () => true,
})

/** What a publishing process does when the queue gives it work. */
async function publishing(
  desk: Desk,
  posts: string[],
  digests: () => Promise<readonly Digest[]>,
): Promise<Record<'publish' | 'deliver', Handler>> {
  const handlers = new Map<string, Handler>()
  const queue: TaskQueue = {
    offer: async () => undefined,
    work: async (kind, _options, handle) => void handlers.set(kind, handle),
    isWorking: async () => true,
    states: async () => [],
    resend: async () => 0,
    stop: async () => undefined,
  }
  const tools = {
    ...desk.tools,
    platforms: new Map([['console', noting(posts)]]),
    shelf: createStoryShelf(),
    outage: createOutageWatch(),
    signal: new AbortController().signal,
    writeArchive: async () => undefined,
    zone: 'Europe/Paris',
  } as const
  await shareWork(tools, queue, { role: 'publish', digests })
  const [publish, deliver] = [handlers.get('publish'), handlers.get('deliver')]
  if (publish === undefined || deliver === undefined) throw new Error('A publishing process does both.')
  return { publish, deliver }
}

const UNREACHABLE = new ExplainedError({ code: 'database-unreachable', path: 'postgres://essai' })

it.each([
  [UNREACHABLE, 'done', 'the next beat offers it anew: nobody has to send it again'],
  [new ExplainedError({ code: 'database-full', path: 'postgres://essai' }), 'done', 'as above'],
  [new Error('une faute'), 'failed', 'tried again, and set aside in the end'],
])('%s leaves a task %s', async (error, expected, _why) => {
  const desk = await openDesk({ now: 0 })
  const { publish } = await publishing(desk, [], () => Promise.reject(error))
  const outcome = await publish(new Set([0])).then(
    () => 'done',
    () => 'failed',
  )
  expect(outcome).toBe(expected)
  expect(desk.said).toHaveLength(1)
})

it('sends nothing while it makes editions, and then all of it, also when making failed', async () => {
  const slotAt = Date.parse('2026-03-17T08:00:00+01:00')
  const desk = await openDesk({ now: slotAt })
  const edition = sampleEdition(slotAt)
  const delivery = sampleDelivery(edition, 0)
  await desk.storage.editions.create(edition, [delivery])
  const posts: string[] = []
  const making = Promise.withResolvers<readonly Digest[]>()
  const { publish, deliver } = await publishing(desk, posts, () => making.promise)
  const made = publish(new Set([0]))
  const sent = deliver(new Set([laneOf(delivery.channel)]))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(posts).toEqual([])
  making.reject(new Error('une faute'))
  await expect(made).rejects.toThrow('une faute')
  await sent
  expect(posts).toEqual(['terminal'])
})
