// Work that several processes share on a real server: each task once, again when it fails, aside when it fails for good.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBoss } from '../../src/queue/boss.ts'
import type { TaskQueue } from '../../src/task-queue.ts'
import { startServer, type TestServer } from '../storage/postgres-server.ts'
import { QUICK_PACE } from './quick-pace.ts'
import { SILENT_LOG } from '../silent-log.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

const open = (url: string): Promise<TaskQueue> => openBoss(url, 'postgres://essai', SILENT_LOG, QUICK_PACE)
const ONE = { together: 1, side: 1 }

const source = (path: string): string => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href)

async function until(isSo: () => boolean, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!isSo() && Date.now() < end) await wait(20)
  expect(isSo()).toBe(true)
}

describe('shared work', () => {
  it('comes once to one of several, however often it is offered meanwhile', async () => {
    const url = await server.newDatabase()
    const queues = [await open(url), await open(url), await open(url)]
    const done: number[] = []
    for (const queue of queues)
      await queue.work('read', { together: 2, side: 1 }, async (lanes) => {
        await wait(100)
        done.push(...lanes)
      })
    const all = Array.from({ length: 12 }, (_, lane) => ({ kind: 'read' as const, lane }))
    await Promise.all(queues.map((queue) => queue.offer(all)))
    await queues[0]?.offer(all)
    await until(() => done.length >= 12)
    await wait(300)
    expect(done.toSorted((one, other) => one - other)).toEqual(all.map(({ lane }) => lane))
    await Promise.all(queues.map((queue) => queue.stop(5_000)))
  }, 60_000)

  it.each<[string, (queue: TaskQueue) => Promise<unknown>]>([
    ['offered', (queue) => queue.offer([{ kind: 'plan', lane: 0 }])],
    ['sent again', (queue) => queue.resend()],
    ['counted', (queue) => queue.states()],
  ])(
    'is not %s without a database, and that is explained',
    async (_why, ask) => {
      const url = await server.newDatabase()
      const queue = await open(url)
      await server.ask(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
      await expect
        .poll(() => ask(queue).catch((error: unknown) => error))
        .toMatchObject({
          failure: { path: 'postgres://essai' },
        })
      await queue.stop(1_000).catch(() => undefined)
    },
    60_000,
  )

  it('is cleared away once it is done', async () => {
    const url = await server.newDatabase()
    const queue = await open(url)
    const done: number[] = []
    await queue.work('read', ONE, async (lanes) => {
      done.push(...lanes)
    })
    await queue.offer([1, 2, 3].map((lane) => ({ kind: 'read', lane })))
    await until(() => done.length === 3)
    const kept = (): Promise<readonly unknown[]> =>
      server.ask('select id from pressoir_travail.job', new URL(url).pathname.slice(1))
    await expect.poll(kept, { timeout: 20_000 }).toEqual([])
    await queue.stop(5_000)
  }, 60_000)

  it('may be offered again once it is done, and comes in shares', async () => {
    const url = await server.newDatabase()
    const queue = await open(url)
    const shares: number[][] = []
    await queue.offer([1, 2, 3, 4].map((lane) => ({ kind: 'fetch', lane })))
    await queue.work('fetch', { together: 4, side: 1 }, async (lanes) => void shares.push([...lanes]))
    await until(() => shares.flat().length === 4)
    expect(shares).toHaveLength(1)
    await wait(300)
    await queue.offer([{ kind: 'fetch', lane: 2 }])
    await until(() => shares.flat().length === 5)
    await queue.stop(5_000)
  }, 60_000)

  it('is tried again when it fails, and by another process', async () => {
    const url = await server.newDatabase()
    const [bad, good] = [await open(url), await open(url)]
    let failures = 0
    await bad.work('care', ONE, async () => {
      failures++
      throw new Error('en panne')
    })
    const offeredAt = Date.now()
    await bad.offer([{ kind: 'care', lane: 0 }])
    await until(() => failures === 1)
    const stateOf = async () => (await bad.states()).find(({ kind }) => kind === 'care')
    await expect.poll(stateOf).toMatchObject({ waiting: 1, dead: 0 })
    const state = await stateOf()
    // The clocks of the server and of the test are the same here.
    expect(Math.abs((state?.waitingSince ?? 0) - offeredAt)).toBeLessThan(10_000)
    await bad.stop(1_000)
    let done = 0
    await good.work('care', ONE, async () => void done++)
    await until(() => done === 1, 40)
    await good.stop(5_000)
  }, 90_000)

  it('is set aside after its attempts, where an administrator sees it and sends it again', async () => {
    const url = await server.newDatabase()
    const queue = await open(url)
    let isBroken = true
    let attempts = 0
    await queue.work('deliver', ONE, async () => {
      attempts++
      if (isBroken) throw new Error('en panne')
    })
    await queue.offer([{ kind: 'deliver', lane: 7 }])
    await until(() => attempts === 2, 60)
    await wait(1_000)
    const stateOf = async () => (await queue.states()).find(({ kind }) => kind === 'deliver')
    expect(await stateOf()).toEqual({ kind: 'deliver', waiting: 0, running: 0, dead: 1 })
    isBroken = false
    expect(await queue.resend()).toBe(1)
    await until(() => attempts === 3)
    await wait(300)
    expect(await stateOf()).toEqual({ kind: 'deliver', waiting: 0, running: 0, dead: 0 })
    expect(await queue.resend()).toBe(0)
    await queue.stop(5_000)
  }, 90_000)

  it('ends before the queue is closed, or is left to others', async () => {
    const url = await server.newDatabase()
    const queue = await open(url)
    const steps: string[] = []
    await queue.work('publish', ONE, async () => {
      steps.push('commencé')
      await wait(700)
      steps.push('fini')
    })
    await queue.offer([{ kind: 'publish', lane: 0 }])
    await until(() => steps.length === 1)
    await queue.stop(5_000)
    expect(steps).toEqual(['commencé', 'fini'])
  }, 60_000)

  it('of a process that is killed is taken over by another', async () => {
    const url = await server.newDatabase()
    const script = `
      const { openBoss } = await import(${source('queue/boss.ts')})
      const log = { debug() {}, info() {}, warn() {}, error() {} }
      const queue = await openBoss(${JSON.stringify(url)}, 'essai', log, ${JSON.stringify(QUICK_PACE)})
      await queue.work('read', { together: 1, side: 1 }, async () => {
        process.stdout.write('prise')
        await new Promise(() => {})
      })
      await queue.offer([{ kind: 'read', lane: 3 }])`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    const queue = await open(url)
    const taken: number[] = []
    await queue.work('read', ONE, async (lanes) => void taken.push(...lanes))
    await queue.offer([{ kind: 'read', lane: 3 }])
    expect(taken).toEqual([])
    await until(() => taken.length === 1, 60)
    expect(taken).toEqual([3])
    await queue.stop(5_000)
  }, 90_000)

  it('cannot be shared where no server answers', async () => {
    const url = new URL(await server.newDatabase())
    url.port = '1'
    await expect(open(url.href)).rejects.toMatchObject({
      failure: { code: 'database-unreachable', path: 'postgres://essai' },
    })
  }, 60_000)
})
