// A copy of yesterday is put back on a server while the chat has what was posted since: nothing comes twice.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/core/calendar.ts'
import { settledLines } from '../../src/locale/settled.ts'
import { settleRestored } from '../../src/services/settle-restored.ts'
import { openStorage } from '../../src/storage/open.ts'
import { startServer, type TestServer } from '../storage/postgres-server.ts'
import { openTestApp, rss, type TestApp, testDigest, testFeed } from './open-test-app.ts'

const HOST = 'lavigie.example'
/** Tuesday, 3 h in the night. */
const NIGHT = Date.parse('2026-03-17T03:00:00+01:00')
const EIGHT = NIGHT + 5 * HOUR
const NOON_AFTER = EIGHT + DAY + 4 * HOUR

const DIGEST = testDigest({
  schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00', '18:00'], zone: 'Europe/Paris' },
})

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

/** Nobody may be at it. */
async function copyOf(database: string, copy: string): Promise<string> {
  const name = new URL(database).pathname.slice(1)
  await server.ask(`create database ${copy} template ${name}`)
  return database.replace(name, copy)
}

async function open(): Promise<TestApp & { readonly database: string }> {
  const database = await server.newDatabase()
  const app = await openTestApp({
    now: NIGHT,
    database,
    hosts: [HOST],
    feeds: [testFeed(`${HOST}/flux.xml`, 'La Vigie')],
    digests: [DIGEST],
    answer: () =>
      rss([
        {
          guid: 'phoque',
          title: 'Un phoque sous le vieux pont',
          link: `http://${HOST}/phoque`,
          date: new Date(NIGHT - HOUR).toUTCString(),
          text: '<p>Un phoque gris a remonté le fleuve et se repose sous le vieux pont de Marnes.</p>',
        },
      ]),
  })
  onTestFinished(() => app.close())
  return Object.assign(app, { database })
}

/** What a beat would do, without the time that a queue takes. */
async function live(test: TestApp, now: Instant): Promise<void> {
  test.setNow(now)
  await test.app.ingest()
  await test.app.publish()
  await test.app.storage.noteBeat(now)
}

/** What an operator does in between, the bot stopped. */
async function settle(database: string, now: Instant) {
  const storage = await openStorage(database, { now: () => now })
  try {
    return await settleRestored({ storage, clock: { now: () => now } }, 'postgres://essai')
  } finally {
    await storage.close()
  }
}

const plain = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replaceAll(/[\u00A0\u202F]/g, ' '))

const keysOf = (test: TestApp): readonly string[] => test.transcript().map(({ key }) => key)

async function slotsOf({ app }: TestApp): Promise<readonly Instant[]> {
  return (await app.storage.editions.madeSince(0)).map(({ slotAt }) => slotAt)
}

/** The day of the copy and the next one, up to noon: three slots have come, and have their editions. */
async function liveOn(test: TestApp): Promise<readonly string[]> {
  for (const now of [EIGHT, EIGHT + 10 * HOUR, EIGHT + DAY]) await live(test, now)
  expect(await slotsOf(test)).toEqual([EIGHT, EIGHT + 10 * HOUR, EIGHT + DAY])
  return keysOf(test)
}

describe('a copy that is put back', () => {
  it('would make an edition anew that the chat has, and makes none once it is settled', async () => {
    const test = await open()
    await live(test, NIGHT)
    let [forgetful, settled] = ['', '']
    await test.restart({}, async () => {
      forgetful = await copyOf(test.database, 'oublieuse')
      settled = await copyOf(test.database, 'reglee')
    })
    const posted = await liveOn(test)

    await test.restart({ database: forgetful })
    await live(test, NOON_AFTER)
    expect(keysOf(test).length).toBeGreaterThan(posted.length)

    const before = keysOf(test).length
    const report = await settle(settled, NOON_AFTER)
    expect(report).toEqual({ copiedAt: NIGHT, digests: 1, messages: 0 })
    await test.restart({ database: settled })
    await live(test, NOON_AFTER)
    expect(keysOf(test)).toHaveLength(before)
    await live(test, NOON_AFTER + 6 * HOUR)
    expect(keysOf(test).length).toBeGreaterThan(before)
    expect(await slotsOf(test)).toEqual([EIGHT + DAY + 10 * HOUR])
  }, 60_000)

  it('with a message that was under way asks the chat before it is sent again', async () => {
    const test = await open()
    await live(test, NIGHT)
    await live(test, EIGHT)
    const posted = keysOf(test)
    let copy = ''
    await test.restart({}, async () => {
      copy = await copyOf(test.database, 'en_route')
      await server.ask(`update deliveries set state = 'pending', doubtful_since = null`, 'en_route')
    })
    const report = await settle(copy, NOON_AFTER)
    expect(report).toEqual({ copiedAt: EIGHT, digests: 1, messages: posted.length })
    await test.restart({ database: copy })
    await live(test, NOON_AFTER)
    expect(keysOf(test)).toEqual(posted)
    expect(await test.app.storage.editions.openDeliveries(NOON_AFTER + DAY)).toEqual([])
  }, 60_000)

  it('is refused while a bot runs on it', async () => {
    const database = await server.clearedDatabase()
    const storage = await openStorage(database, { now: () => NIGHT })
    onTestFinished(() => storage.close())
    await storage.editions.saveNextSlot('matin', NIGHT + MINUTE)
    await storage.noteBeat(NIGHT)
    await expect(settle(database, NIGHT + 2 * MINUTE)).rejects.toMatchObject({
      failure: { code: 'database-in-use', path: 'postgres://essai' },
    })
    expect((await storage.editions.nextSlots()).get('matin')).toBe(NIGHT + MINUTE)
  })

  it('settles the weekly report of those who have had one', async () => {
    const storage = await openStorage(await server.clearedDatabase(), { now: () => NIGHT })
    onTestFinished(() => storage.close())
    for (const id of ['slack:T1', 'slack:T2'])
      await storage.workspaces.save({
        id,
        name: 'La Vigie',
        joinedAt: 0,
        settings: { zone: 'Europe/Paris', managers: [], managerRoles: [] },
      })
    await storage.reports.settleWeek('slack:T1', '2026-03-02')
    await settleRestored({ storage, clock: { now: () => NIGHT } }, 'postgres://essai')
    expect(await storage.reports.settledWeeks()).toEqual(new Map([['slack:T1', '2026-03-16']]))
  })
})

describe('what an operator reads', () => {
  it.each<[Parameters<typeof settledLines>[0], readonly string[]]>([
    [
      { copiedAt: NIGHT, digests: 0, messages: 0 },
      ['Aucune revue n’avait d’heure depuis : rien ne sera publié deux fois.'],
    ],
    [
      { copiedAt: NIGHT, digests: 1, messages: 1 },
      [
        '1 revue reprend à la prochaine heure. Ce qui devait paraître depuis compte comme publié ; « pressoir digest » fait une édition à la demande.',
        '1 message en attente : avant tout envoi, Pressoir demandera à la messagerie s’il est déjà là.',
      ],
    ],
    [
      { copiedAt: NIGHT, digests: 2, messages: 0 },
      [
        '2 revues reprennent à la prochaine heure. Ce qui devait paraître depuis compte comme publié ; « pressoir digest » fait une édition à la demande.',
      ],
    ],
  ])('of %j', (settled, between) => {
    expect(plain(settledLines(settled, 'Europe/Paris'))).toEqual([
      'Le dernier battement de cette base date du mardi 17 mars 2026 à 3 h.',
      ...between,
      'Les articles lus depuis seront relus : la prochaine édition, ou une alerte, peut en redire.',
      'Vous pouvez lancer le robot.',
    ])
  })
})
