import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { Edition } from '../../src/core/edition.ts'
import { openTestApp, rss, type TestApp, testDigest, testFeed, type TestItem } from './open-test-app.ts'

const EVENING = Date.parse('2026-03-16T21:00:00+01:00')
const MORNING = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = testFeed('lavigie.example/flux.xml', 'La Vigie')
const OTHER = testFeed('lephare.example/flux.xml', 'Le Phare')

function item(name: string, title: string, sentence: string, at: Instant): TestItem {
  return {
    guid: name,
    title,
    link: `http://lavigie.example/${name}`,
    date: new Date(at).toUTCString(),
    summary: sentence,
    text: `<p>${sentence}</p><p>La préfecture du Rhône l’a confirmé dans la soirée, sans donner plus de détails sur la suite.</p><p>Une réunion est prévue jeudi à la mairie de Vernay avec les habitants du quartier.</p>`,
  }
}

const BRIDGE = item(
  'pont',
  'Vernay : le pont rouvre',
  'Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux.',
  EVENING - HOUR,
)
const SCHOOL = item(
  'ecole',
  'Marnes : une école ferme',
  'L’école primaire de Marnes fermera en juillet faute d’élèves, a décidé le conseil municipal.',
  EVENING - HOUR,
)
const FIRE = item(
  'feu',
  'Feu de forêt près d’Orpierre',
  'Un feu de forêt a détruit quarante hectares de pins près d’Orpierre, selon les pompiers.',
  MORNING + 6 * HOUR,
)

let opened: TestApp | undefined
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

/** The program in the evening before, its first beat done: the slot of the morning is announced. */
async function openEvening(
  digest: Partial<Digest> = {},
  items: () => readonly TestItem[] = () => [BRIDGE, SCHOOL],
): Promise<TestApp> {
  opened = await openTestApp({
    now: EVENING,
    hosts: ['lavigie.example', 'lephare.example'],
    feeds: [FEED, OTHER],
    digests: [testDigest(digest)],
    answer: (address) =>
      address === 'lavigie.example/flux.xml'
        ? rss(items())
        : address === 'lephare.example/flux.xml'
          ? rss([])
          : undefined,
  })
  await opened.app.beat()
  return opened
}

async function editionAt(test: TestApp, slotAt: Instant): Promise<Edition | undefined> {
  return test.app.storage.editions.get(`matin@${new Date(slotAt).toISOString()}`)
}

async function beatAt(test: TestApp, now: Instant): Promise<void> {
  test.setNow(now)
  await test.app.beat()
}

describe('a slot', () => {
  it('has its edition when its hour has come, and none before', async () => {
    const test = await openEvening()
    await beatAt(test, MORNING - MINUTE)
    expect(await editionAt(test, MORNING)).toBeUndefined()
    await beatAt(test, MORNING + 10_000)
    expect(await editionAt(test, MORNING)).toMatchObject({ articleCount: 2, stories: [{}, {}] })
    expect(test.transcript()).toHaveLength(3)
  })

  it('is published once, however often the heart beats and the program starts again', async () => {
    const test = await openEvening()
    await beatAt(test, MORNING)
    await beatAt(test, MORNING + MINUTE)
    await test.restart()
    await beatAt(test, MORNING + 2 * MINUTE)
    expect(test.transcript()).toHaveLength(3)
  })

  it('that was missed is published once, late, and says so', async () => {
    const test = await openEvening()
    await test.restart()
    await beatAt(test, MORNING + 80 * MINUTE)
    expect(test.transcript()[0]?.text).toMatch(/édition de 8\sh, publiée\sà\s9\sh\s20/)
    await beatAt(test, MORNING + 90 * MINUTE)
    expect(test.transcript()).toHaveLength(3)
  })

  it('that was missed by most of a day is dropped and said; its news come with the next edition', async () => {
    const test = await openEvening()
    await beatAt(test, MORNING + 10 * HOUR)
    expect(existsSync(join(test.folder, 'essai.console.jsonl'))).toBe(false)
    expect(test.said.join('\n')).toMatch(/17\smars 2026 à 8\sh abandonnée/)
    await beatAt(test, MORNING + DAY)
    expect(await editionAt(test, MORNING + DAY)).toMatchObject({ articleCount: 2 })
  })
})

describe('the next edition', () => {
  it('tells what is new and nothing twice', async () => {
    let items = [BRIDGE, SCHOOL]
    const test = await openEvening({}, () => items)
    await beatAt(test, MORNING)
    items = [FIRE, BRIDGE, SCHOOL]
    await beatAt(test, MORNING + 7 * HOUR)
    await beatAt(test, MORNING + DAY)
    const edition = await editionAt(test, MORNING + DAY)
    expect(edition?.stories.map(({ title }) => title)).toEqual([FIRE.title])
  })

  it('says on a quiet day that nothing happened', async () => {
    const test = await openEvening()
    await beatAt(test, MORNING)
    await beatAt(test, MORNING + DAY)
    expect(test.transcript().at(-1)?.text).toContain('Rien de marquant ce matin.')
  })

  it('stays silent on a quiet day when told so, and the slot is settled all the same', async () => {
    const test = await openEvening({ onEmpty: 'skip' })
    await beatAt(test, MORNING)
    await beatAt(test, MORNING + DAY)
    expect(test.transcript()).toHaveLength(3)
    expect(await editionAt(test, MORNING + DAY)).toMatchObject({ stories: [] })
  })
})

describe('what is printed', () => {
  it('stands in the stored article, to the letter', async () => {
    const test = await openEvening()
    await beatAt(test, MORNING)
    const edition = await editionAt(test, MORNING)
    const references = edition?.stories.flatMap(({ brief }) => brief) ?? []
    expect(references.length).toBeGreaterThan(1)
    for (const { articleId, version, start, end } of references) {
      const text = await test.app.storage.articles.textOf(articleId, version)
      expect(text?.slice(start, end)).toMatch(/^[\p{Lu}«].*[.!?»]$/u)
    }
  })

  it('is archived as Markdown and JSON, and an archive that was lost before it was noted is written again', async () => {
    const test = await openEvening()
    await beatAt(test, MORNING)
    const path = join(test.folder, 'digests/2026/03/2026-03-17-0800-matin')
    expect(readFileSync(`${path}.md`, 'utf8')).toContain('Vernay')
    expect(JSON.parse(readFileSync(`${path}.json`, 'utf8'))).toMatchObject({ digest: 'matin' })
  })
})

describe('a channel that fails', () => {
  it('is tried again later; the parts come in order, none twice, and the archive is there meanwhile', async () => {
    const test = await openEvening()
    const transcript = join(test.folder, 'essai.console.jsonl')
    rmSync(transcript, { force: true })
    // A folder where the transcript should be: nothing can be posted.
    const { mkdirSync } = await import('node:fs')
    mkdirSync(transcript)
    await beatAt(test, MORNING)
    expect(test.said.join('\n')).toMatch(/console:terminal/)
    expect(existsSync(join(test.folder, 'digests/2026/03/2026-03-17-0800-matin.md'))).toBe(true)
    rmSync(transcript, { recursive: true })
    await beatAt(test, MORNING + 10_000)
    expect(existsSync(transcript)).toBe(false)
    await beatAt(test, MORNING + 2 * MINUTE)
    expect(test.transcript()).toHaveLength(3)
    expect(test.transcript()[0]?.text).toContain('La revue du matin')
  })

  it('is asked first when a crash left a part between sending and noting', async () => {
    const test = await openEvening()
    await beatAt(test, MORNING)
    const [lead] = await test.app.storage.editions.deliveriesOf(`matin@${new Date(MORNING).toISOString()}`)
    if (lead === undefined) throw new Error('no delivery')
    await test.app.storage.editions.saveDelivery({ ...lead, state: 'sending' })
    await test.restart()
    await beatAt(test, MORNING + MINUTE)
    expect(test.transcript()).toHaveLength(3)
    // The same doubt, and this time the message never arrived: it is sent.
    const lines = readFileSync(join(test.folder, 'essai.console.jsonl'), 'utf8').split('\n')
    writeFileSync(join(test.folder, 'essai.console.jsonl'), lines.slice(1).join('\n'))
    await test.app.storage.editions.saveDelivery({ ...lead, state: 'sending' })
    await beatAt(test, MORNING + 2 * MINUTE)
    expect(test.transcript().filter(({ key }) => key === lead.id)).toHaveLength(1)
  })
})
