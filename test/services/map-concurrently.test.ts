import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createTurns, mapConcurrently, mapPatiently } from '../../src/services/map-concurrently.ts'

describe('a few at once', () => {
  it('keeps the order and the limit', async () => {
    let [underWay, most] = [0, 0]
    const results = await mapConcurrently([3, 1, 2, 0], 2, async (number) => {
      most = Math.max(most, ++underWay)
      await pause(number)
      underWay -= 1
      return number * 10
    })
    expect(results).toEqual([30, 10, 20, 0])
    expect(most).toBe(2)
  })

  it('after a failure begins nothing more and waits for what is under way', async () => {
    const ended: number[] = []
    const work = mapConcurrently([0, 1, 2, 3], 2, async (number) => {
      if (number === 0) throw new Error('la base est pleine')
      await pause(10)
      ended.push(number)
    })
    await expect(work).rejects.toThrow('la base est pleine')
    expect(ended).toEqual([1])
    await pause(20)
    expect(ended).toEqual([1])
  })
})

describe('a few at once, with patience', () => {
  const PATIENCE = { limit: 2, seconds: 0.02, most: 3 }

  it('keeps the order, and goes on without what is slow, but not without end', async () => {
    const gate = Promise.withResolvers<void>()
    let [underWay, most] = [0, 0]
    const done: number[] = []
    const results = mapPatiently([0, 1, 2, 3, 4, 5], PATIENCE, async (number) => {
      most = Math.max(most, ++underWay)
      if (number < 2) await gate.promise
      underWay -= 1
      done.push(number)
      if (done.length === 4) gate.resolve()
      return number * 10
    })
    expect(await results).toEqual([0, 10, 20, 30, 40, 50])
    expect(done).toEqual([2, 3, 4, 5, 0, 1])
    expect(most).toBe(3)
  })

  it('after a failure of what is slow begins nothing more and waits for what is under way', async () => {
    const ended: number[] = []
    const work = mapPatiently([0, 1, 2, 3, 4], PATIENCE, async (number) => {
      await pause(number === 0 ? 40 : 80)
      if (number === 0) throw new Error('la base est pleine')
      ended.push(number)
    })
    await expect(work).rejects.toThrow('la base est pleine')
    expect(ended).toEqual([1, 2])
    await pause(100)
    expect(ended).toEqual([1, 2])
  })
})

describe('turns', () => {
  it('come one at a time, and a failure stops nobody', async () => {
    const inTurn = createTurns()
    const steps: string[] = []
    const run = (name: string): Promise<void> =>
      inTurn(async () => {
        steps.push(`${name} commence`)
        await pause(2)
        if (name === 'deux') throw new Error('raté')
        steps.push(`${name} finit`)
      })
    const outcomes = await Promise.allSettled(['un', 'deux', 'trois'].map(run))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(steps).toEqual(['un commence', 'un finit', 'deux commence', 'trois commence', 'trois finit'])
  })
})
