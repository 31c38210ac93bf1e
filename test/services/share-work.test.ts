// What a failing handler tells the queue: a task is given up for its own failures only.
import { expect, it } from 'vitest'
import { ExplainedError } from '../../src/core/failures.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'
import { shareWork } from '../../src/services/share-work.ts'
import { createOutageWatch } from '../../src/services/watch-outage.ts'
import type { TaskQueue } from '../../src/task-queue.ts'
import { openDesk } from './open-desk.ts'

const UNREACHABLE = new ExplainedError({ code: 'database-unreachable', path: 'postgres://essai' })

it.each([
  [UNREACHABLE, 'done', 'the next beat offers it anew: nobody has to send it again'],
  [new ExplainedError({ code: 'database-full', path: 'postgres://essai' }), 'done', 'as above'],
  [new Error('une faute'), 'failed', 'tried again, and set aside in the end'],
])('%s leaves a task %s', async (error, expected, _why) => {
  const desk = await openDesk({ now: 0 })
  const handlers = new Map<string, (lanes: ReadonlySet<number>) => Promise<void>>()
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
    platforms: new Map(),
    shelf: createStoryShelf(),
    outage: createOutageWatch(),
    signal: new AbortController().signal,
    writeArchive: async () => undefined,
    zone: 'Europe/Paris',
  } as const
  await shareWork(tools, queue, { role: 'publish', digests: () => Promise.reject(error) })
  const outcome = await handlers
    .get('publish')?.(new Set([0]))
    .then(
      () => 'done',
      () => 'failed',
    )
  expect(outcome).toBe(expected)
  expect(desk.said).toHaveLength(1)
})
