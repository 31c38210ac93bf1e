// Feeds that pour: a whole archive, impossible dates, identifiers for everybody. Only what is fresh is told.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import { openTestApp, rss, type TestApp, testDigest, testFeed, type TestItem } from './open-test-app.ts'

const EVENING = Date.parse('2026-03-16T21:00:00+01:00')
const MORNING = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = testFeed('lavigie.example/flux.xml', 'La Vigie')

/** Words of its own for each article. */
function item(number: number, date: string | undefined, more: Partial<TestItem> = {}): TestItem {
  const name = `Ville${number}`
  return {
    guid: `vigie-${number}`,
    title: `${name} : chantier${number} du quartier${number}`,
    link: `http://lavigie.example/${number}`,
    ...(date === undefined ? {} : { date }),
    text: `<p>À ${name}, le chantier${number} du quartier${number} durera jusqu’à l’étape${number}, dit l’adjoint${number} chargé de la voirie${number}.</p>`,
    ...more,
  }
}

const at = (instant: Instant): string => new Date(instant).toUTCString()

let opened: TestApp | undefined
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

/** The evening before with an empty feed, then the morning with these items; the titles of the edition. */
async function editionOf(items: readonly TestItem[]): Promise<readonly string[]> {
  let printed: readonly TestItem[] = []
  opened = await openTestApp({
    now: EVENING,
    hosts: ['lavigie.example'],
    feeds: [FEED],
    digests: [testDigest({ maxStories: 100 })],
    answer: (address) => (address === 'lavigie.example/flux.xml' ? rss(printed) : undefined),
  })
  await opened.app.beat()
  printed = items
  opened.setNow(MORNING)
  await opened.app.beat()
  const edition = await opened.app.storage.editions.last('matin')
  return (edition?.stories ?? []).flatMap(({ sources }) => sources.map(({ title }) => title)).toSorted()
}

describe('a feed that comes with its archive', () => {
  it('of 500 items tells only the fresh ones, and keeps the others', async () => {
    const archive = Array.from({ length: 500 }, (_, number) => item(number, at(MORNING - (number + 3) * DAY)))
    const fresh = [item(900, at(MORNING - HOUR)), item(901, at(MORNING - 3 * HOUR))]
    const titles = await editionOf([...archive.slice(0, 250), ...fresh, ...archive.slice(250)])
    expect(titles).toEqual(fresh.map(({ title }) => title).toSorted())
    expect(await opened?.app.storage.articles.count()).toBe(502)
    // The next beat has nothing to do with all that.
    opened?.setNow(MORNING + DAY)
    const began = performance.now()
    await opened?.app.beat()
    expect(performance.now() - began).toBeLessThan(5000)
    expect((await opened?.app.storage.editions.last('matin'))?.stories).toEqual([])
  })
})

describe('a date that cannot be', () => {
  it.each([
    ['in the next century', 'Thu, 17 Mar 2126 08:00:00 +0100'],
    ['tomorrow', at(MORNING + DAY)],
    ['the beginning of time', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['the beginning of time, in the zone of the server', 'Thu, 01 Jan 1970 01:00:00 GMT'],
    ['the beginning of time, west of Greenwich', 'Thu, 01 Jan 1970 00:00:00 -0800'],
    ['a date that nobody can read', 'bientôt'],
    ['no date at all', undefined],
  ])('%s is taken for the day of its discovery', async (_what, date) => {
    expect(await editionOf([item(1, date), item(2, at(MORNING - HOUR))])).toHaveLength(2)
    const articles = (await opened?.app.storage.articles.seenBetween(0, MORNING)) ?? []
    for (const { publishedAt } of articles) {
      expect(publishedAt).toBeGreaterThan(MORNING - 2 * HOUR)
      expect(publishedAt).toBeLessThanOrEqual(MORNING)
    }
  })
})

describe('names that name nobody', () => {
  it.each<readonly [what: string, change: Partial<TestItem>]>([
    ['one identifier for all', { guid: 'article' }],
    ['one address for all', { link: 'http://lavigie.example/' }],
    ['an empty identifier', { guid: '' }],
  ])('%s: every article is told', async (_what, change) => {
    const items = [1, 2, 3].map((number) => item(number, at(MORNING - HOUR), change))
    expect(await editionOf(items)).toHaveLength(3)
    opened?.setNow(MORNING + 20 * MINUTE)
    await opened?.app.beat()
    expect(await opened?.app.storage.articles.count()).toBe(3)
    const articles = (await opened?.app.storage.articles.seenBetween(0, MORNING)) ?? []
    expect(articles.map(({ version }) => version)).toEqual([1, 1, 1])
  })
})
