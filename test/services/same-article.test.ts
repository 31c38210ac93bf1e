// One article, whatever its publisher does to its names, through real feeds and a real database.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import { openTestApp, rss, type TestApp, testDigest, testFeed, type TestItem } from './open-test-app.ts'

const EVENING = Date.parse('2026-03-16T21:00:00+01:00')
const MORNING = Date.parse('2026-03-17T08:00:00+01:00')
const HOSTS = ['lavigie.example', 'www.lavigie.example', 'm.lavigie.example', 'vigie.example']
const FEED = testFeed('lavigie.example/une.xml', 'La Vigie')
const OTHER = testFeed('lavigie.example/regions.xml', 'La Vigie')

const at = (instant: Instant): string => new Date(instant).toUTCString()

/** An article with words of its own, so that none repeats another. */
function articleOf(number: number, more: Partial<TestItem> = {}): TestItem {
  const town = `Ville${number}`
  return {
    guid: `http://lavigie.example/actu/port-${number}.html`,
    link: `http://lavigie.example/actu/port-${number}.html`,
    title: `${town} : le port${number} rouvre après la tempête${number}`,
    date: at(MORNING - 3 * HOUR - 7 * MINUTE),
    text:
      `<p>Le port${number} de ${town} a rouvert mardi, annonce la capitainerie${number}, après deux jours de houle${number}.</p>` +
      `<p>Les ferries${number} repartent vers l’île${number} dès midi, et les chalutiers${number} ont quitté le quai${number}.</p>`,
    ...more,
  }
}

const PORT = articleOf(0)

/** Others that stand in the feed every time. */
const OTHERS: readonly TestItem[] = ['Dinan', 'Morlaix', 'Redon'].map((town, number) => ({
  guid: `autre-${number}`,
  link: `http://lavigie.example/autre/${number}`,
  title: `${town} : la piscine municipale ferme pour travaux`,
  date: at(MORNING - 4 * HOUR - (number + 1) * MINUTE),
  text: `<p>À ${town}, la piscine ferme six mois, le temps de refaire son toit, a décidé le conseil de ${town}.</p>`,
}))

let opened: TestApp | undefined
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

interface Told {
  /** Titles of all articles kept, with their versions, in order. */
  readonly kept: readonly string[]
  /** Titles in the editions after the first document: what was told as news. */
  readonly told: readonly (readonly string[])[]
}

/** The feeds one document after the other, a day apart, an edition each morning. */
async function read(
  documents: readonly (readonly TestItem[])[],
  options: { readonly days?: number; readonly inOther?: readonly TestItem[] } = {},
): Promise<Told> {
  const printed = new Map<string, readonly TestItem[]>()
  opened = await openTestApp({
    now: EVENING,
    hosts: HOSTS,
    feeds: [FEED, OTHER],
    digests: [testDigest({ maxStories: 100 })],
    answer: (address) => (address.endsWith('.xml') ? rss(printed.get(address) ?? []) : undefined),
  })
  await opened.app.beat()
  const told: (readonly string[])[] = []
  for (const [number, document] of documents.entries()) {
    printed.set('lavigie.example/une.xml', document)
    if (number > 0) printed.set('lavigie.example/regions.xml', options.inOther ?? [])
    opened.setNow(MORNING + number * (options.days ?? 1) * DAY)
    await opened.app.beat()
    const edition = await opened.app.storage.editions.last('matin')
    told.push((edition?.stories ?? []).flatMap(({ sources }) => sources.map(({ title }) => title)).toSorted())
  }
  const articles = await opened.app.storage.articles.seenBetween(0, MORNING + 1000 * DAY)
  return { kept: articles.map(({ title, version }) => `${title} (${version})`).toSorted(), told }
}

const LATER = at(MORNING + 2 * HOUR)

/** What a publisher changes of article number `n`, and which version it has then. */
type Edit = readonly [what: string, next: (item: TestItem, n: number) => Partial<TestItem>, version: number]

const EDITS: readonly Edit[] = [
  ['a new date', () => ({ date: LATER }), 1],
  [
    'a new date, #xtor in both its names',
    ({ guid, link }) => ({
      date: LATER,
      guid: `${guid}#xtor=RSS-3-[titres]`,
      link: `${link}#xtor=RSS-3-[titres]`,
    }),
    1,
  ],
  ['?xtor', ({ guid, link }) => ({ date: LATER, guid: `${guid}?xtor=RSS-9`, link: `${link}?xtor=RSS-9` }), 1],
  [
    'a campaign of AT Internet',
    ({ guid, link }) => ({ guid: `${guid}?at_medium=5`, link: `${link}?at_medium=5&amp;at_campaign=6` }),
    1,
  ],
  ['a new title', (_item, n) => ({ title: `Le port${n} rouvre, les ferries${n} repartent` }), 2],
  [
    'a new text',
    ({ text }) => ({ text: `${text}<p>La SNSM a mené onze sorties pendant la tempête.</p>` }),
    2,
  ],
  [
    'a new address, the identifier kept',
    (_item, n) => ({ link: `http://lavigie.example/actu/ferries-${n}.html` }),
    1,
  ],
  ['a new identifier, the address kept', (_item, n) => ({ guid: `urn:uuid:${n}` }), 1],
  [
    'a new headline and an identifier made of it',
    (_item, n) => ({ guid: `le-port-${n}-rouvre`, title: `Le port${n} rouvre, les ferries${n} repartent` }),
    2,
  ],
  [
    'a new identifier and a new address',
    (_item, n) => ({ guid: `http://vigie.example/p/${n}`, link: `http://vigie.example/p/${n}` }),
    1,
  ],
  [
    'all of it new but its text and the minute of its publication',
    (_item, n) => ({
      guid: `http://vigie.example/ferries-${n}`,
      link: `http://vigie.example/ferries-${n}`,
      title: `Le port${n} rouvre, les ferries${n} repartent`,
    }),
    2,
  ],
  [
    'all of it new but its title and the minute of its publication',
    (_item, n) => ({
      guid: `http://vigie.example/p/${n}`,
      link: `http://vigie.example/p/${n}`,
      text: `<p>La capitainerie${n} rouvre le port${n} ; les ferries${n} de l’île${n} repartent à midi, a dit son chef${n}.</p>`,
    }),
    2,
  ],
  ...(
    [
      ['https', (path) => `https://lavigie.example${path}`],
      ['www', (path) => `http://www.lavigie.example${path}`],
      ['a slash', (path) => `http://lavigie.example${path}/`],
      ['the mobile edition', (path) => `https://m.lavigie.example${path}`],
      ['the AMP edition, before', (path) => `https://lavigie.example/amp${path}`],
      ['the AMP edition, behind', (path) => `https://lavigie.example${path}/amp/`],
      [
        'the AMP edition, in the name of the file',
        (path) => `https://lavigie.example${path.replace('.html', '.amp.html')}`,
      ],
      ['the AMP edition, asked for', (path) => `https://lavigie.example${path}?outputType=amp`],
    ] satisfies [string, (path: string) => string][]
  ).map(([what, addressOf]): Edit => [
    `another title, text and date, and ${what}`,
    ({ link }, n) => ({
      guid: addressOf(new URL(link).pathname),
      link: addressOf(new URL(link).pathname),
      date: LATER,
      title: `Les ferries${n} repartent`,
      text: `<p>Les ferries${n} de l’île${n} sont repartis à midi, et les chalutiers${n} ont quitté le quai${n}.</p>`,
    }),
    2,
  ]),
]

describe('an article that its publisher edits', () => {
  it('is one article and told once, whatever the edit', { timeout: 60_000 }, async () => {
    const before = EDITS.map((_edit, number) => articleOf(number))
    const after = EDITS.map(([, next], number) => articleOf(number, next(articleOf(number), number)))
    const { kept, told } = await read([before, after])
    expect(told[0]).toHaveLength(EDITS.length)
    const titles = EDITS.map(([what, , version], n) => `${after[n]?.title} (${version}) — ${what}`)
    const whatOf = (title: string): string =>
      titles.find((row) => row.startsWith(title))?.split(' — ')[1] ?? '?'
    expect(kept.map((title) => `${title} — ${whatOf(title)}`)).toEqual(titles.toSorted())
    expect(told[1]).toEqual([])
  })
})

const brief = (number: number): TestItem => ({
  guid: `breve-${number}`,
  link: `http://lavigie.example/breves/${number}`,
  title: 'Les brèves de la nuit en Bretagne',
  date: at(MORNING - HOUR),
  text: `<p>À Ville${number}, un incendie${number} a détruit le hangar${number} de la coopérative${number} dans la nuit, sans blessé.</p>`,
})

const alert = (number: number): TestItem => ({
  guid: `alerte-${number}`,
  link: `http://lavigie.example/alertes/${number}`,
  title: 'Vigilance orange dans le Finistère',
  date: at(MORNING - HOUR - MINUTE),
  text: `<p>Phénomène${number} : Ville${number} est placée en vigilance${number} par la préfecture jusqu’à l’heure${number} de demain.</p>`,
})

describe('what is not one article', () => {
  it('two reports at one round hour under one title are two', async () => {
    const { kept } = await read([[brief(1)], [brief(2)]])
    expect(kept).toHaveLength(2)
  })

  it('two reports of one minute under one title in one document are two', async () => {
    const { kept } = await read([[alert(1), alert(2)]])
    expect(kept).toHaveLength(2)
  })

  it('items that share one identifier are as many as they are', async () => {
    const { kept } = await read([[PORT, ...OTHERS].map((item) => ({ ...item, guid: 'article' }))])
    expect(kept).toHaveLength(4)
  })
})

const migrated = (item: TestItem, number: number): TestItem => ({
  ...item,
  guid: `https://vigie.example/?p=${number}`,
  link: `https://vigie.example/2026/03/${number}`,
})

describe('a whole feed that changes', () => {
  it('all its identifiers overnight: nothing is news', async () => {
    const before = [PORT, ...OTHERS]
    const { kept, told } = await read([
      before,
      before.map((item, number) => ({ ...item, guid: `spip-${number}` })),
    ])
    expect(kept).toHaveLength(4)
    expect(told[1]).toEqual([])
  })

  it('all its identifiers and addresses overnight, with abstracts of a few words: nothing is news', async () => {
    const before = [PORT, ...OTHERS].map(({ text: _text, ...item }) => ({ ...item, summary: 'Lire.' }))
    const { kept, told } = await read([before, before.map(migrated)])
    expect(kept).toHaveLength(4)
    expect(told[1]).toEqual([])
  })

  it('its articles appear in another feed of its publisher: nothing is news', async () => {
    const inOther = [PORT, ...OTHERS].map((item) => ({ ...item, guid: `regions-${item.guid}` }))
    const { kept, told } = await read(
      [
        [PORT, ...OTHERS],
        [PORT, ...OTHERS],
      ],
      { inOther },
    )
    expect(kept).toHaveLength(4)
    expect(told[1]).toEqual([])
  })
})

/** Words of its own for each, as an archive has them. */
const archived = (number: number, more: Partial<TestItem> = {}): TestItem => ({
  guid: `archive-${number}`,
  link: `http://lavigie.example/archives/${number}`,
  title: `Ville${number} : le chantier${number} du quartier${number} avance`,
  text: `<p>À Ville${number}, le chantier${number} du quartier${number} durera jusqu’à l’étape${number}, dit l’adjoint${number} chargé de la voirie${number}.</p>`,
  ...more,
})
const ARCHIVE = Array.from({ length: 40 }, (_, number) => archived(number))

describe('a feed that returns after a year with its whole archive', () => {
  it.each<readonly [what: string, archive: readonly TestItem[]]>([
    ['as it was', [...ARCHIVE, ...OTHERS]],
    ['with its old dates', ARCHIVE.map((item, number) => ({ ...item, date: at(EVENING - number * DAY) }))],
    ['without a date', ARCHIVE],
    [
      'without a date, under new names',
      ARCHIVE.map((item, number) => ({
        ...item,
        guid: `n${number}`,
        link: `https://vigie.example/n/${number}`,
      })),
    ],
    [
      'under new names, all dated by the program that wrote them',
      ARCHIVE.map((item, number) => ({
        ...item,
        guid: `n${number}`,
        link: `https://vigie.example/n/${number}`,
        date: at(MORNING + 365 * DAY - MINUTE),
      })),
    ],
  ])('%s: nothing is news, and the log says so', async (_what, archive) => {
    const { told, kept } = await read([OTHERS, archive], { days: 365 })
    expect(told[0]).toHaveLength(3)
    expect(told[1]).toEqual([])
    expect(kept.length).toBeGreaterThanOrEqual(43)
    expect(opened?.said.join('\n').replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(
      'Le flux « Flux La Vigie » apporte 40 articles d’archives. Je les garde sans les annoncer.',
    )
  })

  it('goes on where it stopped, without dates: its few new articles are news', async () => {
    const undated = OTHERS.map(({ date: _date, ...item }) => item)
    const { told } = await read([OTHERS, [archived(1), archived(2), ...undated]], { days: 365 })
    expect(told[1]).toEqual([archived(1).title, archived(2).title])
  })
})

describe('a feed without dates', () => {
  it('that lives tells what is new in it', async () => {
    const { told } = await read([ARCHIVE.slice(0, 3), [...ARCHIVE.slice(3, 20), ...ARCHIVE.slice(0, 3)]])
    expect(told.map(({ length }) => length)).toEqual([3, 17])
  })

  it('that is added, and added again, tells nothing of what it had', async () => {
    let printed: readonly TestItem[] = ARCHIVE
    opened = await openTestApp({
      now: EVENING,
      hosts: HOSTS,
      feeds: [FEED],
      digests: [testDigest({ maxStories: 100 })],
      answer: (address) => (address.endsWith('.xml') ? rss(printed) : undefined),
    })
    const storyCount = async (now: Instant): Promise<number | undefined> => {
      opened?.setNow(now)
      await opened?.app.beat()
      return (await opened?.app.storage.editions.last('matin'))?.stories.length
    }
    await opened.app.beat()
    expect(await storyCount(MORNING)).toBe(0)
    printed = [archived(100), ...ARCHIVE]
    expect(await storyCount(MORNING + DAY)).toBe(1)
    await opened.restart({ feeds: [] })
    await storyCount(MORNING + 2 * DAY)
    await opened.restart({ feeds: [FEED] })
    expect(await storyCount(MORNING + 3 * DAY)).toBe(0)
    expect(await opened.app.storage.articles.count()).toBe(41)
  })
})
