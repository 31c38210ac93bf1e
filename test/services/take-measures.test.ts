// The measures of a program as storage tells them, and what keeps it from working for people.
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import { NOTHING_SHARED } from '../../src/core/task.ts'
import { findLacks } from '../../src/services/find-lacks.ts'
import { createMeasuring } from '../../src/services/take-measures.ts'
import type { Lack } from '../../src/core/readiness.ts'
import type { ChatPlatform, Storage } from '../../src/ports.ts'
import { sampleDelivery, sampleEdition, sampleFeed } from '../storage/samples.ts'
import { type Desk, deskDigest, deskFeed, openDesk } from './open-desk.ts'

const EIGHT = Date.parse('2026-03-17T08:00:00+01:00')

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ now: EIGHT, feeds: [deskFeed('Le Courrier'), deskFeed('La Vigie')] })
})

const tasks = async () => NOTHING_SHARED

function measuring() {
  const { storage, clock } = desk.tools
  return createMeasuring({ storage, clock, digests: async () => [deskDigest({ name: 'matin' })], tasks })
}

describe('measures', () => {
  it('tell of an edition that is late, from its slot to its last part', async () => {
    const measure = measuring()
    const edition = sampleEdition(EIGHT)
    const open = sampleDelivery(edition, 0)
    await desk.storage.editions.saveNextSlot('matin', EIGHT)
    desk.setNow(EIGHT + 6 * MINUTE)
    expect((await measure()).late).toEqual({ making: 1, delivering: 0 })
    await desk.storage.editions.create(edition, [open])
    await desk.storage.editions.saveNextSlot('matin', EIGHT + 24 * HOUR)
    expect((await measure()).late).toEqual({ making: 0, delivering: 0 })
    desk.setNow(EIGHT + 16 * MINUTE)
    expect(await measure()).toMatchObject({ late: { making: 0, delivering: 1 }, open: { deliveries: 1 } })
    await desk.storage.editions.saveDelivery({ ...open, state: 'posted' })
    expect(await measure()).toMatchObject({ late: { delivering: 0 }, open: { deliveries: 0 } })
  })

  it('count more feeds than are looked at together', async () => {
    const many = Array.from({ length: 600 }, (_, number) => sampleFeed(`courrier-${number}`))
    await desk.storage.feeds.save(many, EIGHT)
    expect((await measuring()()).feeds).toMatchObject({ waiting: 602, healthy: 0 })
  })

  it('are taken once for all who ask meanwhile', async () => {
    const measure = measuring()
    const [one, other] = [measure(), measure()]
    expect(await one).toBe(await other)
    expect(await measure()).not.toBe(await one)
  })

  it('tell when the last beat and the last backup were, and how large the database is', async () => {
    expect(await measuring()()).toMatchObject({ lastBeatAt: undefined, lastBackupAt: undefined })
    await desk.storage.noteBeat(EIGHT - MINUTE)
    await desk.storage.upkeep.note('backup', EIGHT - 4 * HOUR, {})
    const { lastBeatAt, lastBackupAt, databaseBytes } = await measuring()()
    expect([lastBeatAt, lastBackupAt]).toEqual([EIGHT - MINUTE, EIGHT - 4 * HOUR])
    expect(databaseBytes).toBeGreaterThan(10_000)
  })

  it('count feeds once a minute, and again at once after a failure', async () => {
    let asked = 0
    let isBroken = true
    const { storage, clock } = desk.tools
    const measures: Storage['measures'] = {
      ...storage.measures,
      feeds: async (after, limit) => {
        asked++
        if (isBroken) throw new Error('away')
        return storage.measures.feeds(after, limit)
      },
    }
    const measure = createMeasuring({
      storage: { ...storage, measures },
      clock,
      digests: async () => [],
      tasks,
    })
    await expect(measure()).rejects.toThrow('away')
    isBroken = false
    expect((await measure()).feeds).toMatchObject({ waiting: 2, healthy: 0 })
    await measure()
    expect(asked).toBe(2)
    desk.setNow(EIGHT + MINUTE)
    await measure()
    expect(asked).toBe(3)
  })
})

const platform = (isUp: boolean): ChatPlatform => ({
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  edit: () => Promise.resolve(),
  post: () => Promise.resolve('1'),
  isConnected: () => isUp,
})

/** A database that has stopped answering. */
const silence = (): Promise<never> => new Promise(() => undefined)

describe('what the program lacks', () => {
  it.each([
    [true, true, [], 'nothing'],
    [false, true, [{ code: 'platform', platform: 'slack' }], 'a platform'],
    [true, false, [{ code: 'database' }], 'the database'],
    [false, false, [{ code: 'database' }, { code: 'platform', platform: 'slack' }], 'both'],
  ])('with Slack %s and the database %s is %j', async (isUp, answers, expected, _why) => {
    const lastBeat = answers ? () => desk.storage.lastBeat() : () => Promise.reject(new Error('away'))
    const platforms = new Map([['slack', platform(isUp)]])
    expect(await findLacks({ ...desk.storage, lastBeat }, platforms)).toEqual(expected)
  })

  it.each<[boolean, () => Promise<boolean>, readonly Lack[], string]>([
    [true, async () => true, [], 'work comes'],
    [true, async () => false, [{ code: 'queue' }], 'no work comes'],
    [true, () => Promise.reject(new Error('away')), [{ code: 'queue' }], 'the queue is away'],
    [false, async () => true, [{ code: 'database' }], 'of both, the cause alone is told'],
  ])(
    'with the database %s and others to share with is by the queue: %s %j, %s',
    async (answers, isWorking, expected) => {
      const lastBeat = answers ? () => desk.storage.lastBeat() : () => Promise.reject(new Error('away'))
      expect(await findLacks({ ...desk.storage, lastBeat }, new Map(), { isWorking })).toEqual(expected)
    },
  )

  it('is the database when it takes too long to answer', async () => {
    expect(await findLacks({ ...desk.storage, lastBeat: silence }, new Map())).toEqual([{ code: 'database' }])
  })
})
