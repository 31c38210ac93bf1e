import { afterEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'
import type { IngestReport } from '../../src/services/ingest.ts'
import { html, openTestApp, rss, type TestApp, type TestItem, testFeed } from './open-test-app.ts'

const NOW = Date.parse('2026-03-17T06:30:00+01:00')
const FEED = testFeed('lavigie.example/flux.xml', 'La Vigie')

const LONG =
  '<p>La passerelle de Vernay rouvrira vendredi après dix mois de travaux, a annoncé la mairie lundi soir.</p>' +
  '<p>Le chantier a coûté 2,4 millions d’euros, soit 300 000 euros de plus que prévu, selon la municipalité.</p>' +
  '<p>« Nous avons dû refaire les deux piles et remplacer la moitié des garde-corps », a expliqué l’adjointe aux travaux, Maud Terrasson, devant une trentaine de riverains réunis à la salle des fêtes. « Les barrières seront retirées dès jeudi soir », a-t-elle ajouté.</p>'

const ITEM: TestItem = {
  guid: 'vigie-1',
  title: 'Vernay : la passerelle rouvre vendredi',
  link: 'http://lavigie.example/passerelle',
  date: 'Mon, 16 Mar 2026 19:00:00 +0100',
  summary: 'Dix mois de travaux ont été nécessaires.',
  text: LONG,
}

let opened: TestApp | undefined
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

/** Opens the program on one feed whose state the test changes. */
async function follow(
  first: PressAnswer | undefined,
): Promise<{ readonly test: TestApp; serve: (next: PressAnswer | undefined) => void }> {
  let served = first
  const test = await openTestApp({
    now: NOW,
    hosts: ['lavigie.example'],
    feeds: [FEED],
    answer: (address) => (address === 'lavigie.example/flux.xml' ? served : undefined),
  })
  opened = test
  return {
    test,
    serve: (next) => {
      served = next
    },
  }
}

function counts({ feeds: [feed], articles: { added, updated } }: IngestReport): object {
  if (feed?.kind !== 'read') return { kind: feed?.kind }
  return { added: added.length, updated: updated.length }
}

async function readAgain(test: TestApp, at: number): Promise<object> {
  test.setNow(at)
  return counts(await test.app.ingest())
}

describe('an article and its edits', () => {
  it.each<[string, Partial<TestItem>, object]>([
    [
      'nothing has changed but the bytes of the feed',
      { summary: 'Dix mois de travaux ont été nécessaires.  ' },
      { added: 0, updated: 0 },
    ],
    [
      'the date was moved and the link tagged, as franceinfo does',
      {
        date: 'Tue, 17 Mar 2026 06:00:00 +0100',
        guid: 'vigie-1#xtor=RSS-3',
        link: 'http://lavigie.example/passerelle#xtor=RSS-3',
      },
      { added: 0, updated: 0 },
    ],
    [
      'the title was edited',
      { title: 'Vernay : la passerelle rouvre enfin vendredi' },
      { added: 0, updated: 1 },
    ],
    ['the text was edited', { text: LONG.replace('2,4 millions', '2,6 millions') }, { added: 0, updated: 1 }],
    [
      'the guid holds the headline, and both were edited',
      { guid: 'la-passerelle-rouvre-enfin', title: 'Vernay : la passerelle rouvre enfin' },
      { added: 0, updated: 1 },
    ],
    [
      'the address was edited, the guid stays',
      { link: 'http://lavigie.example/passerelle-reouverture' },
      { added: 0, updated: 0 },
    ],
    [
      'it is another article',
      {
        guid: 'vigie-2',
        link: 'http://lavigie.example/ecole',
        title: 'L’école de Marnes ferme',
        text: LONG.replaceAll('passerelle', 'école'),
      },
      { added: 1, updated: 0 },
    ],
  ])('when %s', async (_why, edit, expected) => {
    const { test, serve } = await follow(rss([ITEM]))
    expect(await readAgain(test, NOW)).toEqual({ added: 1, updated: 0 })
    serve(rss([{ ...ITEM, ...edit }]))
    expect(await readAgain(test, NOW + HOUR)).toEqual(expected)
  })

  it('keeps the old version under the offsets of old editions', async () => {
    const { test, serve } = await follow(rss([ITEM]))
    await test.app.ingest()
    serve(rss([{ ...ITEM, text: LONG.replace('2,4 millions', '2,6 millions') }]))
    await readAgain(test, NOW + HOUR)
    const [article] = await test.app.storage.articles.seenBetween(0, NOW + HOUR)
    expect(article).toMatchObject({ version: 2 })
    const { articles } = test.app.storage
    expect(await articles.textOf(article?.id ?? '', 1)).toContain('2,4 millions')
    expect(await articles.textOf(article?.id ?? '', 2)).toContain('2,6 millions')
  })
})

describe('asking politely', () => {
  it('sends the validators back and takes «unchanged» for an answer', async () => {
    const { test } = await follow(rss([ITEM]))
    await test.app.ingest()
    expect(await readAgain(test, NOW + HOUR)).toEqual({ kind: 'unchanged' })
    expect(test.requests().filter((line) => line.includes('flux.xml'))).toEqual([
      'lavigie.example/flux.xml 200',
      'lavigie.example/flux.xml 304',
    ])
  })

  it('leaves a feed alone until its time has come', async () => {
    const { test } = await follow(rss([ITEM]))
    await test.app.ingest()
    test.setNow(NOW + 4 * MINUTE)
    expect((await test.app.ingest()).feeds).toEqual([])
  })
})

describe('the full text', () => {
  const abstract = { ...ITEM, text: undefined }
  const page = html(
    `<html><body><nav>Accueil</nav><article><h1>${ITEM.title}</h1>${LONG}</article></body></html>`,
  )

  async function readWith(answer: (address: string) => PressAnswer | undefined): Promise<TestApp> {
    const { text: _text, ...item } = abstract
    opened = await openTestApp({
      now: NOW,
      hosts: ['lavigie.example'],
      feeds: [FEED],
      answer: (address) => (address === 'lavigie.example/flux.xml' ? rss([item]) : answer(address)),
    })
    await opened.app.ingest()
    return opened
  }

  it('comes from the page when the feed has only an abstract, which stays the first paragraph', async () => {
    const test = await readWith((address) => (address === 'lavigie.example/passerelle' ? page : undefined))
    const [article] = await test.app.storage.articles.seenBetween(0, NOW)
    expect(article?.text).toMatch(/^Dix mois de travaux ont été nécessaires\.\n\nLa passerelle de Vernay/)
  })

  it('stays the abstract when robots.txt closes the page, and the page is not asked for', async () => {
    const test = await readWith((address) =>
      address === 'lavigie.example/robots.txt'
        ? {
            headers: { 'content-type': 'text/plain' },
            body: Buffer.from('User-agent: *\nDisallow: /passerelle\n'),
          }
        : page,
    )
    const [article] = await test.app.storage.articles.seenBetween(0, NOW)
    expect(article?.text).toBe('Dix mois de travaux ont été nécessaires.')
    expect(test.requests().some((line) => line.includes('/passerelle'))).toBe(false)
  })

  it('stays the abstract when the page is reserved, and is never quoted', async () => {
    const test = await readWith((address) =>
      address === 'lavigie.example/passerelle'
        ? { ...page, headers: { ...page.headers, 'tdm-reservation': '1' } }
        : undefined,
    )
    const [article] = await test.app.storage.articles.seenBetween(0, NOW)
    expect(article).toMatchObject({ text: ITEM.summary, isReserved: true })
  })

  it('stays the abstract when the page fails', async () => {
    const test = await readWith((address) =>
      address === 'lavigie.example/passerelle' ? { status: 500, body: Buffer.from('Erreur') } : undefined,
    )
    const [article] = await test.app.storage.articles.seenBetween(0, NOW)
    expect(article?.text).toBe('Dix mois de travaux ont été nécessaires.')
  })
})

describe('a page that could not be read', () => {
  const { text: _text, ...abstract } = ITEM
  const page = html(`<html><body><article><h1>${ITEM.title}</h1>${LONG}</article></body></html>`)

  it.each<[number, boolean, string]>([
    [503, true, 'the site is busy: asked again with the next reading'],
    [404, false, 'the page is gone: not asked for again'],
  ])('with status %i is read later: %s (%s)', async (status, isReadLater, _why) => {
    let [answer, stamp]: [PressAnswer, string] = [{ status, body: Buffer.from('') }, 'un']
    opened = await openTestApp({
      now: NOW,
      hosts: ['lavigie.example'],
      feeds: [FEED],
      answer: (address) =>
        address === 'lavigie.example/flux.xml'
          ? { ...rss([abstract]), headers: { 'content-type': 'application/rss+xml', etag: `"${stamp}"` } }
          : address === 'lavigie.example/passerelle'
            ? answer
            : undefined,
    })
    await opened.app.ingest()
    ;[answer, stamp] = [page, 'deux']
    opened.setNow(NOW + HOUR)
    await opened.app.ingest()
    const [article] = await opened.app.storage.articles.seenBetween(0, NOW)
    expect(article?.text.includes('2,4 millions')).toBe(isReadLater)
    // The publisher edited nothing: readers must not be told so.
    expect(article?.updatedAt).toBeUndefined()
  })
})

describe('a bad feed among good ones', () => {
  it.each<[string, PressAnswer | undefined, RegExp]>([
    ['is not there', undefined, /404/],
    ['is a page of a site', html('<!doctype html><html><body><p>Bienvenue</p></body></html>'), /page|HTML/i],
    ['is empty', { body: Buffer.from('') }, /vide/],
  ])('that %s is told in French and stops nobody', async (_what, answer, sentence) => {
    const bad = testFeed('panne.example/flux.xml', 'La Panne')
    opened = await openTestApp({
      now: NOW,
      hosts: ['lavigie.example', 'panne.example'],
      feeds: [bad, FEED],
      answer: (address) =>
        address === 'lavigie.example/flux.xml'
          ? rss([ITEM])
          : address === 'panne.example/flux.xml'
            ? answer
            : undefined,
    })
    const { feeds } = await opened.app.ingest()
    expect(feeds.map(({ kind }) => kind).toSorted()).toEqual(['failed', 'read'])
    expect(opened.said).toHaveLength(1)
    expect(opened.said[0]).toMatch(/Flux La Panne/)
    expect(opened.said[0]).toMatch(sentence)
  })
})
