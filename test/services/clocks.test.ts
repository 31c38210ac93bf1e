// Clocks that jump, and editions that are made while news come in: nothing told twice, nothing lost.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import { answer, type HostileServer, startHostileServer } from '../feeds/hostile-server.ts'
import { openTestApp, rss, type TestApp, testDigest, testFeed, type TestItem } from './open-test-app.ts'

const EVENING = Date.parse('2026-03-16T21:00:00+01:00')
const MORNING = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = testFeed('lavigie.example/flux.xml', 'La Vigie')

const TOWNS = ['Vernay', 'Marnes', 'Orpierre', 'Brienne', 'Corbigny'] as const

function item(number: number, at: Instant): TestItem {
  const town = TOWNS[number] ?? 'Fumel'
  return {
    guid: town,
    title: `${town} : ${['la piscine', 'le musée', 'la gare', 'le lycée', 'le stade'][number]} rouvre`,
    link: `http://lavigie.example/${town}`,
    date: new Date(at).toUTCString(),
    text: `<p>À ${town}, les portes rouvriront après ${number + 3} semaines de travaux, a annoncé la municipalité lundi matin.</p><p>Le chantier de ${town} avait pris du retard en raison des intempéries de février, selon le service technique.</p>`,
  }
}

let opened: TestApp | undefined
let server: HostileServer | undefined
afterEach(async () => {
  await opened?.close()
  await server?.stop()
  opened = undefined
  server = undefined
})

/** The evening before, and a feed that prints what `print` gives it. */
async function openEvening(
  hours: readonly string[] = ['08:00'],
): Promise<{ readonly test: TestApp; readonly print: (printed: TestItem) => void }> {
  const items: TestItem[] = []
  opened = await openTestApp({
    now: EVENING,
    hosts: ['lavigie.example'],
    feeds: [FEED],
    digests: [testDigest({ schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours, zone: 'Europe/Paris' } })],
    answer: (address) => (address === 'lavigie.example/flux.xml' ? rss(items) : undefined),
  })
  await opened.app.beat()
  return { test: opened, print: (printed) => void items.push(printed) }
}

async function beatAt(test: TestApp, now: Instant): Promise<void> {
  test.setNow(now)
  await test.app.beat()
}

/** Towns told in the channel, one a story. */
function told(test: TestApp): readonly string[] {
  return test
    .transcript()
    .filter(({ text }) => !text.includes('La revue du matin'))
    .map(({ text }) => /(\p{L}+)\s: [^\n]*rouvre/u.exec(text)?.[1])
    .filter((town) => town !== undefined)
}

const leads = (test: TestApp): number =>
  test.transcript().filter(({ text }) => text.includes('La revue du matin')).length

describe('a clock that goes back an hour', () => {
  it('after an edition loses nothing and makes no second one', async () => {
    const { test, print } = await openEvening()
    print(item(0, MORNING - HOUR))
    await beatAt(test, MORNING)
    expect(told(test)).toEqual(['Vernay'])
    print(item(1, MORNING - HOUR))
    await beatAt(test, MORNING - HOUR)
    await beatAt(test, MORNING)
    await beatAt(test, MORNING + MINUTE)
    expect(leads(test)).toBe(1)
    await beatAt(test, MORNING + DAY)
    expect(told(test)).toEqual(['Vernay', 'Marnes'])
  })

  it('reads its feeds all the same', async () => {
    const { test, print } = await openEvening()
    await beatAt(test, MORNING)
    print(item(0, MORNING - HOUR))
    await beatAt(test, MORNING - HOUR)
    expect(await test.app.storage.articles.count()).toBe(1)
  })
})

describe('a clock that was a day ahead', () => {
  it('when it comes back loses nothing, tells nothing twice, and reads its feeds at once', async () => {
    const { test, print } = await openEvening(['08:00', '12:00', '18:00'])
    print(item(0, EVENING))
    await beatAt(test, MORNING + DAY)
    expect(told(test)).toEqual(['Vernay'])
    // The clock is set right; the day goes on.
    print(item(1, MORNING - HOUR))
    await beatAt(test, MORNING - HOUR / 2)
    expect(await test.app.storage.articles.count()).toBe(2)
    await beatAt(test, MORNING)
    expect(told(test)).toEqual(['Vernay', 'Marnes'])
    print(item(2, MORNING + HOUR))
    await beatAt(test, MORNING + 4 * HOUR)
    await beatAt(test, MORNING + 10 * HOUR)
    print(item(3, MORNING + 11 * HOUR))
    await beatAt(test, MORNING + DAY)
    await beatAt(test, MORNING + DAY + 4 * HOUR)
    await beatAt(test, MORNING + DAY + 10 * HOUR)
    expect(told(test)).toEqual(['Vernay', 'Marnes', 'Orpierre', 'Brienne'])
  })

  it('keeps stories together over a restart meanwhile', async () => {
    const { test, print } = await openEvening()
    await beatAt(test, MORNING + DAY)
    print(item(0, MORNING - HOUR))
    await beatAt(test, MORNING)
    await test.restart()
    print({ ...item(0, MORNING), guid: 'suite', link: 'http://lavigie.example/suite' })
    await beatAt(test, MORNING + 20 * MINUTE)
    const seen = await test.app.storage.articles.seenBetween(0, MORNING + 9 * DAY)
    expect(seen).toHaveLength(1)
    print({
      ...item(0, MORNING),
      guid: 'suite-2',
      link: 'http://lavigie.example/suite-2',
      title: 'Vernay : la piscine rouvre enfin',
    })
    await beatAt(test, MORNING + 40 * MINUTE)
    const all = await test.app.storage.articles.seenBetween(0, MORNING + 9 * DAY)
    expect(all).toHaveLength(2)
    expect(new Set(all.map(({ placement }) => placement.storyId)).size).toBe(1)
  })
})

describe('an edition that is made while pages are being read', () => {
  it('leaves their articles to the next one', async () => {
    const gate = Promise.withResolvers<void>()
    const { text, ...abstract } = item(0, MORNING - HOUR)
    const feed = rss([{ ...abstract, summary: 'Les portes rouvriront bientôt à Vernay.' }])
    let isPrinted = false
    server = await startHostileServer({
      '/flux.xml': (request, response) =>
        answer(200, feed.headers, isPrinted ? feed.body : rss([]).body)(request, response),
      '/Vernay': (request, response) =>
        void gate.promise.then(() =>
          answer(
            200,
            { 'content-type': 'text/html' },
            `<html><body><article>${text}</article></body></html>`,
          )(request, response),
        ),
    })
    opened = await openTestApp({
      now: EVENING,
      hosts: ['lavigie.example'],
      feeds: [FEED],
      digests: [testDigest()],
      port: server.port,
      patienceSeconds: 0.1,
    })
    await opened.app.beat()
    isPrinted = true
    await beatAt(opened, MORNING)
    expect(leads(opened)).toBe(1)
    expect(told(opened)).toEqual([])
    gate.resolve()
    await expect.poll(() => opened?.app.storage.articles.count(), { timeout: 10_000 }).toBe(1)
    await beatAt(opened, MORNING + DAY)
    // The beat goes on without messages that take longer than its patience.
    await expect.poll(() => opened && told(opened), { timeout: 10_000 }).toEqual(['Vernay'])
  })
})
