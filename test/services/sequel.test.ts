// A story over several days: the second edition names the first, tells what is new, and says why the rest is not there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant } from '../../src/core/calendar.ts'
import type { Edition } from '../../src/core/edition.ts'
import type { ExplainedArticle } from '../../src/core/explanation.ts'
import { TRACE_LIFE } from '../../src/core/trace.ts'
import { explainArticle } from '../../src/services/explain-article.ts'
import { openTestApp, rss, type TestApp, testDigest, testFeed, type TestItem } from './open-test-app.ts'

const MONDAY = Date.parse('2026-03-16T21:00:00+01:00')
const TUESDAY = Date.parse('2026-03-17T08:00:00+01:00')
const WEDNESDAY = TUESDAY + DAY
const VIGIE = testFeed('lavigie.example/flux.xml', 'La Vigie')
const PHARE = testFeed('lephare.example/flux.xml', 'Le Phare')

const FLOOD_TEXT =
  '<p>La Vilaine est montée à 4,10 mètres dans la nuit de lundi à Pontrouet, où soixante habitants du quai Saint-Michel ont quitté leur maison.</p><p>Les pompiers de Pontrouet ont posé des barrages de sable devant la halle. L’école du quai Saint-Michel est fermée.</p><p>« Nous avons passé la nuit à porter les meubles à l’étage », raconte Léon Hervieu, qui tient la boulangerie du quai depuis vingt ans. La préfecture attend un second pic de crue mercredi matin, un peu moins haut que le premier, et demande de ne pas prendre la route départementale entre Pontrouet et Saint-Just.</p><p>Deux gymnases accueillent les familles. La Croix-Rouge y a installé quarante lits et servi cent vingt repas chauds.</p>'

function item(name: string, title: string, text: string, at: Instant): TestItem {
  return {
    guid: name,
    title,
    link: `http://lavigie.example/${name}`,
    date: new Date(at).toUTCString(),
    summary: '',
    text,
  }
}

const FLOOD = item(
  'crue',
  'Crue de la Vilaine : soixante habitants évacués à Pontrouet',
  FLOOD_TEXT,
  MONDAY - HOUR,
)
/** The same dispatch a day later, in another paper. */
const FLOOD_AGAIN = {
  ...item('crue-2', 'Pontrouet : la crue de la Vilaine', FLOOD_TEXT, TUESDAY + HOUR),
  link: 'http://lephare.example/crue-2',
}
const DECLINE = item(
  'decrue',
  'Crue de la Vilaine : les habitants évacués rentrent à Pontrouet',
  '<p>La Vilaine est redescendue sous les 3 mètres mardi soir à Pontrouet, et les soixante habitants évacués du quai Saint-Michel ont pu rentrer chez eux.</p><p>La mairie de Pontrouet estime les dégâts de la crue à 400 000 euros.</p>',
  TUESDAY + 10 * HOUR,
)
const CHESS = item(
  'echecs',
  'Échecs : une lycéenne de Marnes championne',
  '<p>Une lycéenne de Marnes a gagné dimanche le championnat régional d’échecs, devant quarante adultes venus de toute la région.</p>',
  TUESDAY + 9 * HOUR,
)

let test: TestApp
let [vigie, phare]: (readonly TestItem[])[] = [[], []]

beforeEach(async () => {
  ;[vigie, phare] = [[FLOOD], []]
  test = await openTestApp({
    now: MONDAY,
    hosts: ['lavigie.example', 'lephare.example'],
    feeds: [VIGIE, PHARE],
    digests: [testDigest()],
    answer: (address) =>
      address.endsWith('/flux.xml') ? rss((address.startsWith('lavigie') ? vigie : phare) ?? []) : undefined,
  })
  await test.app.beat()
})
afterEach(() => test.close())

async function editionAt(slotAt: Instant): Promise<Edition> {
  test.setNow(slotAt)
  await test.app.beat()
  const edition = await test.app.storage.editions.get(`matin@${new Date(slotAt).toISOString()}`)
  if (edition === undefined) throw new Error('no edition')
  return edition
}

async function twoDays(): Promise<readonly [Edition, Edition]> {
  const tuesday = await editionAt(TUESDAY)
  ;[vigie, phare] = [[CHESS, DECLINE, FLOOD], [FLOOD_AGAIN]]
  return [tuesday, await editionAt(WEDNESDAY)]
}

async function sentencesOf({ stories }: Edition): Promise<readonly (string | undefined)[]> {
  return test.app.storage.articles.cut(stories.flatMap(({ brief }) => brief))
}

async function why(url: string): Promise<ExplainedArticle> {
  const explanation = await explainArticle(test.app.storage, url)
  if (explanation.kind === 'unknown') throw new Error(`unknown: ${url}`)
  return explanation
}

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F\s]+/gu, ' ')

describe('the second day of a story', () => {
  it('names the edition that told the first, in the channel and in the archive', async () => {
    const [tuesday, wednesday] = await twoDays()
    const sequel = wednesday.stories.find(({ title }) => title === DECLINE.title)
    expect(sequel?.storyId).toBe(tuesday.stories[0]?.storyId)
    expect(sequel?.continues).toEqual({ editionId: tuesday.id, slotAt: TUESDAY })
    const texts = test.transcript().map(({ text }) => plain(text))
    expect(texts.filter((text) => text.includes('Suite de l’édition de mardi'))).toHaveLength(1)
    expect(texts.find((text) => text.includes('Suite de l’édition de mardi'))).toContain(
      'rentrent à Pontrouet',
    )
    const folder = join(test.folder, 'digests')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const path = files.find((name) => name.endsWith('2026-03-18-0800-matin.md')) ?? ''
    const link = /\[Suite de l’édition de mardi\]\(<(.+)>\)/u.exec(readFileSync(join(folder, path), 'utf8'))
    const earlier = readFileSync(join(folder, path, '..', link?.[1] ?? ''), 'utf8')
    expect(earlier).toContain('soixante habitants évacués')
  })

  it('says nothing of an earlier edition on the first day, and of a story that is new', async () => {
    const [tuesday, wednesday] = await twoDays()
    expect(tuesday.stories.map(({ continues }) => continues)).toEqual([undefined])
    expect(wednesday.stories.find(({ title }) => title === CHESS.title)?.continues).toBeUndefined()
  })

  it('tells what is new: no sentence, no article and no reprint of the day before', async () => {
    const [tuesday, wednesday] = await twoDays()
    const before = new Set(await sentencesOf(tuesday))
    expect((await sentencesOf(wednesday)).filter((sentence) => before.has(sentence))).toEqual([])
    const articles = wednesday.stories.flatMap(({ sources }) => sources.map(({ url }) => url))
    expect(articles.toSorted()).toEqual([DECLINE.link, CHESS.link])
  })

  it('goes on from the last edition that told it, day after day', async () => {
    const [, wednesday] = await twoDays()
    const title = 'Crue de la Vilaine : Pontrouet compte ses dégâts'
    const text =
      '<p>La mairie de Pontrouet a demandé mercredi l’état de catastrophe naturelle, après la crue de la Vilaine et l’évacuation du quai Saint-Michel.</p>'
    vigie = [item('degats', title, text, WEDNESDAY + 9 * HOUR)]
    const thursday = await editionAt(WEDNESDAY + DAY)
    expect(thursday.stories[0]?.continues).toEqual({ editionId: wednesday.id, slotAt: WEDNESDAY })
  })

  it('still leads there after a stop and a start of the program', async () => {
    const tuesday = await editionAt(TUESDAY)
    await test.restart()
    vigie = [DECLINE]
    expect((await editionAt(WEDNESDAY)).stories[0]?.continues?.editionId).toBe(tuesday.id)
  })
})

describe('the trace of two editions', () => {
  it('says which edition had told what comes again', async () => {
    const [tuesday, wednesday] = await twoDays()
    const { considered, repeats } = await why(FLOOD_AGAIN.link)
    expect(repeats?.url).toBe(FLOOD.link)
    expect(considered).toMatchObject([
      { edition: { id: wednesday.id }, fate: { kind: 'shown-before' }, toldBy: { id: tuesday.id } },
    ])
  })

  it('says what put an article into its story, in words of both', async () => {
    await twoDays()
    const { tie, considered } = await why(DECLINE.link)
    expect(tie?.article.url).toBe(FLOOD.link)
    expect(tie?.words).toEqual(expect.arrayContaining(['Crue', 'Vilaine', 'Pontrouet']))
    expect(considered).toMatchObject([{ fate: { kind: 'told' }, rank: { among: 2 } }])
    expect((await why(FLOOD.link)).tie).toBeUndefined()
  })

  it('goes with age; the editions stay, and say what they can', async () => {
    const [tuesday] = await twoDays()
    const { traces } = test.app.storage
    expect(await traces.get(tuesday.id)).toBeDefined()
    test.setNow(TUESDAY + TRACE_LIFE + HOUR)
    await test.app.beat()
    expect(await traces.get(tuesday.id)).toBeUndefined()
    expect((await why(FLOOD.link)).considered).toMatchObject([{ fate: { kind: 'told' }, rank: undefined }])
    test.setNow(WEDNESDAY + TRACE_LIFE + HOUR)
    await test.app.beat()
    expect((await why(FLOOD_AGAIN.link)).considered).toMatchObject([{ fate: { kind: 'forgotten' } }])
  })
})
