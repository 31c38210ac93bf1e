// How often Slack is called: in order, at its speed, and not at all while it asks for quiet.
import { describe, expect, it } from 'vitest'
import { createPace, TurnRefused } from '../../../src/chat/slack/pace.ts'

const QUICK = {
  channelSpacing: 40,
  channelBurst: 2,
  workspaceSpacing: 1,
  workspaceBurst: 100,
  tier3Spacing: 40,
  tier3Burst: 3,
}
const now = (): Promise<number> => Promise.resolve(performance.now())

describe('the pace of calls', () => {
  it('lets a burst through, then one after the other', async () => {
    const pace = createPace(QUICK)
    const times = await Promise.all(Array.from({ length: 5 }, () => pace.call('C1', now)))
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(gaps[0]).toBeLessThan(20)
    for (const gap of gaps.slice(1)) expect(gap).toBeGreaterThan(30)
  })

  it('keeps one channel from slowing another', async () => {
    const pace = createPace(QUICK)
    const before = performance.now()
    await Promise.all(Array.from({ length: 40 }, (_, index) => pace.call(`C${index}`, now)))
    expect(performance.now() - before).toBeLessThan(200)
  })

  it('keeps the whole workspace under its own speed', async () => {
    const pace = createPace({ ...QUICK, workspaceSpacing: 20, workspaceBurst: 1 })
    const before = performance.now()
    await Promise.all(Array.from({ length: 10 }, (_, index) => pace.call(`C${index}`, now)))
    expect(performance.now() - before).toBeGreaterThan(160)
  })

  it('keeps look-ups to their own speed, whatever the channel', async () => {
    const pace = createPace(QUICK)
    const before = performance.now()
    await Promise.all(Array.from({ length: 6 }, (_, index) => pace.callTier3('history', `C${index}`, now)))
    expect(performance.now() - before).toBeGreaterThan(110)
    const others = performance.now()
    await Promise.all([pace.callTier3('replies', 'C1', now), pace.call('C1', now)])
    expect(performance.now() - others).toBeLessThan(30)
  })

  it('refuses what would wait too long, and says how long', async () => {
    const pace = createPace({ ...QUICK, channelSpacing: 30_000, channelBurst: 1 })
    await pace.call('C1', now)
    void pace.call('C1', now)
    const error: unknown = await pace.call('C1', now).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(TurnRefused)
    expect(error).toHaveProperty('waitMilliseconds', expect.closeTo(60_000, -3))
  })

  it('does the work of a channel in order, also after a failure, and keeps nothing of it', async () => {
    const pace = createPace(QUICK)
    const done: number[] = []
    const work = (index: number) => async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 10 - index * 2)
      })
      done.push(index)
      if (index === 1) throw new Error('un')
    }
    const all = [0, 1, 2, 3].map((index) => pace.inOrder('C1', work(index)))
    await Promise.allSettled(all)
    expect(done).toEqual([0, 1, 2, 3])
    await pace.settle()
  })

  it('is quiet in a channel as long as asked, and everywhere when two are asked', async () => {
    const pace = createPace(QUICK)
    pace.pause('C1', 80)
    await expect(pace.call('C1', now)).rejects.toBeInstanceOf(TurnRefused)
    await pace.call('C2', now)
    pace.pause('C2', 80)
    await expect(pace.call('C3', now)).rejects.toBeInstanceOf(TurnRefused)
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    await Promise.all(['C1', 'C2', 'C3'].map((channel) => pace.call(channel, now)))
  })

  it('stops what waits already when Slack asks for quiet meanwhile', async () => {
    const pace = createPace({ ...QUICK, channelBurst: 1 })
    await pace.call('C1', now)
    const waiting = pace.call('C1', now)
    pace.pause('C1', 10_000)
    await expect(waiting).rejects.toBeInstanceOf(TurnRefused)
  })
})
