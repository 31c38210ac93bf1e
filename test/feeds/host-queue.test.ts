// Politeness towards one host.
import { describe, expect, it } from 'vitest'
import { createHostQueue, createHostRests, createSlowHosts } from '../../src/feeds/host-queue.ts'

/** Work that ends when told to. */
function controlled(): {
  readonly work: () => Promise<void>
  readonly end: () => void
  readonly isRunning: () => boolean
} {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isRunning = false
  return {
    work: () => {
      isRunning = true
      return promise
    },
    end: resolve,
    isRunning: () => isRunning,
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the host queue', () => {
  it('runs two at once on a host and the others in the order in which they came', async () => {
    const queue = createHostQueue(2)
    const jobs = Array.from({ length: 5 }, controlled)
    const all = jobs.map(({ work }) => queue.run('journal.example', work))
    const running = (): boolean[] => jobs.map(({ isRunning }) => isRunning())
    await settle()
    expect(running()).toEqual([true, true, false, false, false])
    jobs[1]?.end()
    await settle()
    expect(running()).toEqual([true, true, true, false, false])
    for (const { end } of jobs) end()
    await Promise.all(all)
    expect(running()).toEqual([true, true, true, true, true])
  })

  it('lets no newcomer pass those who wait', async () => {
    const queue = createHostQueue(1)
    const order: string[] = []
    const [first, second] = [controlled(), controlled()]
    const running = queue.run('journal.example', first.work)
    const waiting = queue.run('journal.example', () => {
      order.push('waiting')
      return second.work()
    })
    const newcomer = running.then(() => queue.run('journal.example', async () => void order.push('newcomer')))
    first.end()
    await settle()
    second.end()
    await Promise.all([running, waiting, newcomer])
    expect(order).toEqual(['waiting', 'newcomer'])
  })

  it('does not let one host wait for another', async () => {
    const queue = createHostQueue(1)
    const slow = controlled()
    const waiting = queue.run('lent.example', slow.work)
    await expect(queue.run('vif.example', async () => 'lu')).resolves.toBe('lu')
    slow.end()
    await waiting
  })

  it('hands the place on after a failure, and forgets hosts that are quiet', async () => {
    const queue = createHostQueue(1)
    const failing = queue.run('journal.example', () => Promise.reject(new Error('coupé')))
    const next = queue.run('journal.example', async () => 'lu')
    expect(queue.busyHosts()).toBe(1)
    await expect(failing).rejects.toThrow('coupé')
    await expect(next).resolves.toBe('lu')
    expect(queue.busyHosts()).toBe(0)
  })
})

describe('the rests of hosts', () => {
  it('last until their instant, and the longer one counts', () => {
    const rests = createHostRests()
    rests.note('journal.example', { status: 429, retryAt: 2000 })
    rests.note('journal.example', { status: 503, retryAt: 1000 })
    expect(rests.current('journal.example', 1999)).toEqual({ status: 429, retryAt: 2000 })
    expect(rests.current('autre.example', 0)).toBeUndefined()
    expect(rests.current('journal.example', 2000)).toBeUndefined()
    expect(rests.current('journal.example', 0)).toBeUndefined()
  })
})

describe('hosts that let us wait', () => {
  const timeout = { code: 'fetch-timeout', url: 'http://lent.example/', seconds: 20 } as const

  it.each([
    ['no answer in time, thrice', [timeout, timeout, timeout], 1000, timeout],
    ['twice', [timeout, timeout], 1000, undefined],
    ['an answer in between', [timeout, timeout, undefined, timeout], 1000, undefined],
    ['two minutes later', [timeout, timeout, timeout], 120_000, undefined],
  ] as const)('%s', (_what, answers, now, expected) => {
    const hosts = createSlowHosts()
    for (const answer of answers) hosts.note('lent.example', answer, 0)
    expect(hosts.current('lent.example', now)).toEqual(expected)
    expect(hosts.current('autre.example', now)).toBeUndefined()
  })
})
