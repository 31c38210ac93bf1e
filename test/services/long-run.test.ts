// A long life and a quick end: nothing grows with the beats, and what is interrupted leaves no mark.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import {
  answer,
  drip,
  type HostileServer,
  type Page,
  silence,
  startHostileServer,
} from '../feeds/hostile-server.ts'
import { openTestApp, rss, type TestApp, testDigest, testFeed } from './open-test-app.ts'

const NOW = Date.parse('2026-03-16T21:00:00+01:00')
const FEED = testFeed('lavigie.example/flux.xml', 'La Vigie')

let opened: TestApp | undefined
let server: HostileServer | undefined
afterEach(async () => {
  await opened?.close()
  await server?.stop()
  opened = undefined
  server = undefined
})

const item = (number: number) => ({
  guid: `vigie-${number}`,
  title: `Ville${number} : chantier${number} du quartier${number}`,
  link: `http://lavigie.example/${number}`,
  date: new Date(NOW + number * 5 * MINUTE).toUTCString(),
  text: `<p>À Ville${number}, le chantier${number} du quartier${number} durera jusqu’à l’étape${number}.</p>`,
})

/** What keeps the process busy, by kind. */
function handles(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

describe('300 beats', () => {
  it('leave no more handles and hardly more memory than 30', { timeout: 60_000 }, async () => {
    let count = 0
    opened = await openTestApp({
      now: NOW,
      hosts: ['lavigie.example', 'panne.example'],
      feeds: [FEED, testFeed('panne.example/flux.xml', 'La Panne')],
      digests: [
        testDigest({
          schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00', '12:00', '18:00'], zone: 'Europe/Paris' },
        }),
      ],
      answer: (address) =>
        address === 'lavigie.example/flux.xml'
          ? rss(Array.from({ length: 10 }, (_, back) => item(Math.max(0, count - back))))
          : undefined,
    })
    const beats = async (times: number): Promise<void> => {
      for (let time = 0; time < times; time++) {
        count += 1
        opened?.setNow(NOW + count * 16 * MINUTE)
        await opened?.app.beat()
      }
      // Sockets and timers of the last beat have a moment to go.
      await new Promise((resolve) => setTimeout(resolve, 50))
      globalThis.gc?.()
    }
    await beats(30)
    const [handlesBefore, heapBefore] = [handles(), process.memoryUsage().heapUsed]
    await beats(270)
    const [handlesAfter, heapAfter] = [handles(), process.memoryUsage().heapUsed]
    for (const [kind, number] of handlesAfter)
      expect(number, `handles: ${kind}`).toBeLessThanOrEqual((handlesBefore.get(kind) ?? 0) + 3)
    expect(heapAfter - heapBefore).toBeLessThan(80_000_000)
    expect(opened.transcript().length).toBeGreaterThan(9)
    expect(opened.said.filter((line) => line.includes('inattendue'))).toEqual([])
  })
})

const { text: _text, ...ABSTRACT_ITEM } = item(0)
const ABSTRACT = rss([{ ...ABSTRACT_ITEM, summary: 'Le chantier commence à Ville0.' }])

/** The next life asks for it again, or reads what it brought. */
const FEED_LEFT = { due: [FEED.id], waiting: { count: 0 } }

describe('an end in the middle of a reading', () => {
  it.each<readonly [what: string, pages: Readonly<Record<string, Page>>, left: object]>([
    ['a feed that says nothing', { '/flux.xml': silence }, FEED_LEFT],
    ['a feed that drips', { '/flux.xml': drip(20) }, FEED_LEFT],
    ['a robots.txt that says nothing', { '/robots.txt': silence }, FEED_LEFT],
    [
      'a page that says nothing',
      { '/flux.xml': answer(200, ABSTRACT.headers, ABSTRACT.body), '/0': silence },
      { due: [], waiting: { count: 1, since: NOW } },
    ],
  ])('of %s is quick and clean, and counts against nobody', async (_what, pages, left) => {
    server = await startHostileServer(pages)
    opened = await openTestApp({
      now: NOW,
      hosts: ['lavigie.example'],
      feeds: [FEED],
      digests: [testDigest()],
      port: server.port,
    })
    const beating = opened.app.beat()
    await expect.poll(() => server?.requests.at(-1)?.path, { timeout: 5000 }).toBe(Object.keys(pages).at(-1))
    const began = performance.now()
    await opened.restart()
    await beating
    expect(performance.now() - began).toBeLessThan(2000)
    expect(opened.said).toEqual([])
    const { articles, drafts, feeds } = opened.app.storage
    const [state] = await feeds.states()
    expect(state?.failureCount).toBe(0)
    expect(await articles.count()).toBe(0)
    const due = (await feeds.due(NOW)).map(({ feed }) => feed.id)
    expect({ due, waiting: await drafts.waiting() }).toEqual(left)
  })

  it('during a posting leaves the rest of the parts to the next life', async () => {
    const texts = [item(0), item(-1), item(-2)]
    opened = await openTestApp({
      now: NOW,
      hosts: ['lavigie.example'],
      feeds: [FEED],
      digests: [testDigest()],
      answer: (address) => (address === 'lavigie.example/flux.xml' ? rss(texts) : undefined),
    })
    await opened.app.beat()
    opened.setNow(NOW + 11 * HOUR)
    const beating = opened.app.beat()
    const transcript = join(opened.folder, 'essai.console.jsonl')
    while (!existsSync(transcript)) await new Promise(setImmediate)
    await opened.restart()
    await beating
    opened.setNow(NOW + 11 * HOUR + 5 * MINUTE)
    await opened.app.beat()
    const slotAt = Date.parse('2026-03-17T08:00:00+01:00')
    const parts = await opened.app.storage.editions.deliveriesOf(`matin@${new Date(slotAt).toISOString()}`)
    expect(parts.length).toBeGreaterThan(1)
    expect(opened.transcript().map(({ key }) => key)).toEqual(parts.map(({ id }) => id))
    expect(opened.said).toEqual([])
  })
})
