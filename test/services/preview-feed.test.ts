// A feed before it is followed: the real reader over real servers, from an address to what an administrator sees.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { FeedPreview } from '../../src/core/feed-preview.ts'
import { createFeedReader } from '../../src/feeds/feed-reader.ts'
import { previewFeed } from '../../src/services/preview-feed.ts'
import type { FeedReader } from '../../src/ports.ts'
import {
  answer,
  failureOf,
  type HostileServer,
  NOW,
  type Page,
  redirect,
  startHostileServer,
  USER_AGENT,
} from '../feeds/hostile-server.ts'
import { jsonLd, page as articleShape } from '../feeds/site-shapes.ts'

const FEED_URL = 'http://www.lephare.example/rss/une.xml'
const HTML = { 'content-type': 'text/html; charset=utf-8' }

interface Told {
  readonly name: string
  readonly age?: number
  readonly text?: string
}

function feed(items: readonly Told[], title = 'Le Phare - À la une'): Page {
  const told = items.map(({ name, age, text }) => {
    const date = age === undefined ? '' : `<pubDate>${new Date(NOW - age).toUTCString()}</pubDate>`
    const whole = text === undefined ? '' : `<content:encoded><![CDATA[${text}]]></content:encoded>`
    return `<item><title>Article ${name}</title><link>http://www.lephare.example/${name}.html</link>${date}<description>Le résumé.</description>${whole}</item>`
  })
  const body = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>http://www.lephare.example/</link><description>L’estuaire</description><language>fr-FR</language>${told.join('')}</channel></rss>`
  return answer(200, { 'content-type': 'application/rss+xml; charset=utf-8' }, body)
}

const PARAGRAPHS = [
  'Le phare de Kerlouan rouvre ses portes samedi, après deux ans de travaux menés par le département et la commune.',
  'Les visiteurs retrouveront les cent quatre-vingts marches de granit, la salle des machines et la lentille restaurée.',
  'La mairie attend trente mille personnes par an, soit un tiers de plus qu’avant la fermeture de l’édifice.',
]

function article(head = '', paragraphs: readonly string[] = PARAGRAPHS): Page {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')
  return answer(200, HTML, articleShape(head, `<article><h1>Le phare rouvre</h1>${body}</article>`))
}

/** Long enough that nobody takes it for an abstract. */
const FULL_TEXT = [...PARAGRAPHS, ...PARAGRAPHS].map((text) => `<p>${text}</p>`).join('')

const PAYWALL = jsonLd({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Le phare rouvre',
  isAccessibleForFree: false,
})

const FOUR: readonly Told[] = [
  { name: 'hier', age: DAY },
  { name: 'phare', age: HOUR },
  { name: 'vieux', age: 3 * DAY },
  { name: 'bac', age: 2 * HOUR },
]

let server: HostileServer | undefined
let reader: FeedReader | undefined
afterEach(async () => {
  await reader?.close()
  await server?.stop()
})

async function preview(pages: Readonly<Record<string, Page>>, address = FEED_URL): Promise<FeedPreview> {
  server = await startHostileServer(pages)
  reader = createFeedReader({
    userAgent: USER_AGENT,
    now: () => NOW,
    routes: server.routes('www.lephare.example', 'canal.example'),
  })
  return previewFeed({ reader, clock: { now: () => NOW } }, address)
}

const asked = (): readonly string[] => server?.requests.map(({ path }) => path) ?? []

function warningsOf(previewed: FeedPreview): readonly object[] {
  if (previewed.kind !== 'one') throw new Error(previewed.kind)
  return previewed.warnings
}

const link = (name: string, title: string): string =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="/rss/${name}.xml">`

describe('the preview of a feed', () => {
  it('shows the three newest articles, who publishes them, and asks for two pages', async () => {
    const pages = { '/rss/une.xml': feed(FOUR), '/phare.html': article(), '/bac.html': article() }
    expect(await preview(pages)).toEqual({
      kind: 'one',
      feed: { url: FEED_URL, title: 'Le Phare - À la une', publisher: 'Le Phare', language: 'fr-FR' },
      articles: [
        { title: 'Article phare', url: 'http://www.lephare.example/phare.html', publishedAt: NOW - HOUR },
        { title: 'Article bac', url: 'http://www.lephare.example/bac.html', publishedAt: NOW - 2 * HOUR },
        { title: 'Article hier', url: 'http://www.lephare.example/hier.html', publishedAt: NOW - DAY },
      ],
      itemCount: 4,
      warnings: [],
    })
    expect(asked().toSorted()).toEqual(
      ['/.well-known/tdmrep.json', '/bac.html', '/phare.html', '/robots.txt', '/rss/une.xml'].toSorted(),
    )
  })

  it('is reached from the home page, without asking for the feed twice', async () => {
    const head = '<link rel="alternate" type="application/rss+xml" href="/rss/une.xml">'
    const pages = {
      '/': answer(200, HTML, `<!doctype html><html><head>${head}</head></html>`),
      '/rss/une.xml': feed([{ name: 'phare', age: HOUR, text: FULL_TEXT }]),
    }
    expect(await preview(pages, 'www.lephare.example')).toMatchObject({
      kind: 'one',
      feed: { url: FEED_URL, publisher: 'Le Phare' },
      warnings: [],
    })
    expect(asked().filter((path) => path === '/rss/une.xml')).toHaveLength(1)
    expect(asked()).not.toContain('/phare.html')
  })

  it('is a choice when the page names several, and the chosen one answers by its address', async () => {
    const pages = {
      '/': answer(
        200,
        HTML,
        `<html><head>${link('une', 'À la une')}${link('mer', 'Mer')}${link('commentaires', 'Commentaires')}</head></html>`,
      ),
      '/rss/une.xml': feed([], 'Le Phare - À la une'),
      '/rss/mer.xml': feed([], 'Le Phare - Mer'),
    }
    const choice = await preview(pages, 'http://www.lephare.example/')
    expect(choice).toEqual({
      kind: 'several',
      found: [
        { url: FEED_URL, title: 'Le Phare - À la une' },
        { url: 'http://www.lephare.example/rss/mer.xml', title: 'Mer' },
      ],
    })
    if (reader === undefined) throw new Error('no reader')
    const chosen = await previewFeed(
      { reader, clock: { now: () => NOW } },
      'http://www.lephare.example/rss/mer.xml',
    )
    expect(chosen).toMatchObject({ kind: 'one', feed: { title: 'Le Phare - Mer', publisher: 'Le Phare' } })
  })

  it('has the host for a title when the feed has none', async () => {
    expect(await preview({ '/rss/une.xml': feed([], '') })).toMatchObject({
      feed: { title: 'lephare.example', publisher: 'lephare.example' },
    })
  })

  it('shows articles without date and address as they are', async () => {
    const body =
      '<rss version="2.0"><channel><title>Le Phare</title><item><title>Brève</title></item></channel></rss>'
    expect(await preview({ '/rss/une.xml': answer(200, {}, body) })).toMatchObject({
      articles: [{ title: 'Brève' }],
      warnings: [{ kind: 'abstracts-only' }, { kind: 'no-dates' }],
    })
  })
})

describe('what the preview warns of', () => {
  const two = feed([
    { name: 'phare', age: HOUR },
    { name: 'bac', age: 2 * HOUR },
  ])
  const open = { '/rss/une.xml': two, '/phare.html': article(), '/bac.html': article() }

  it.each<readonly [string, Readonly<Record<string, Page>>, readonly object[]]>([
    ['nothing in it', { '/rss/une.xml': feed([]) }, [{ kind: 'empty' }]],
    [
      'no dates',
      { ...open, '/rss/une.xml': feed([{ name: 'phare' }, { name: 'bac' }]) },
      [{ kind: 'no-dates' }],
    ],
    [
      'a silence of six weeks',
      {
        ...open,
        '/rss/une.xml': feed([
          { name: 'phare', age: 42 * DAY },
          { name: 'bac', age: 43 * DAY },
        ]),
      },
      [{ kind: 'silent', since: NOW - 42 * DAY }],
    ],
    [
      'a paywall',
      { ...open, '/phare.html': article(PAYWALL), '/bac.html': article(PAYWALL) },
      [{ kind: 'paywall', isPartial: false }],
    ],
    [
      'a paywall for some',
      { ...open, '/bac.html': article(PAYWALL) },
      [{ kind: 'paywall', isPartial: true }],
    ],
    [
      'a paywall that shows nothing',
      { ...open, '/phare.html': article(PAYWALL, []), '/bac.html': article(PAYWALL, []) },
      [{ kind: 'paywall', isPartial: false }],
    ],
    [
      'pages closed by robots.txt',
      { ...open, '/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /*.html') },
      [{ kind: 'reserved', by: 'robots' }],
    ],
    [
      'pages reserved by their own word',
      { ...open, '/phare.html': article('<meta name="tdm-reservation" content="1">') },
      [{ kind: 'reserved', by: 'tdm' }],
    ],
    [
      'pages refused',
      { ...open, '/phare.html': answer(403), '/bac.html': answer(403) },
      [{ kind: 'pages-refused', status: 403 }],
    ],
    [
      'pages without text',
      { ...open, '/phare.html': article('', []), '/bac.html': article('', []) },
      [{ kind: 'abstracts-only' }],
    ],
    [
      'pages that are down',
      { ...open, '/phare.html': answer(500), '/bac.html': answer(500) },
      [
        {
          kind: 'pages-unread',
          failure: { code: 'fetch-status', url: 'http://www.lephare.example/phare.html', status: 500 },
        },
      ],
    ],
    [
      'a feed cut short',
      {
        ...open,
        '/rss/une.xml': answer(
          200,
          {},
          '<rss version="2.0"><channel><title>Le Phare</title><item><title>A</title><pubDate>Tue, 10 Mar 2026 07:00:00 GMT</pubDate><description>Un long',
        ),
      },
      [
        { kind: 'abstracts-only' },
        { kind: 'mended', warning: { code: 'read-tolerantly', recovered: 1 } },
        { kind: 'mended', warning: { code: 'truncated' } },
      ],
    ],
  ])('is %s', async (_name, pages, concerns) => expect(warningsOf(await preview(pages))).toEqual(concerns))

  it('is a removal, and the new address is the one to follow', async () => {
    const pages = {
      ...open,
      'www.lephare.example/rss/une.xml': redirect(301, 'http://canal.example/rss/une.xml'),
      'canal.example/rss/une.xml': two,
    }
    const previewed = await preview(pages)
    expect(previewed).toMatchObject({
      feed: { url: 'http://canal.example/rss/une.xml', publisher: 'Le Phare' },
    })
    expect(warningsOf(previewed)).toEqual([{ kind: 'moved', to: 'http://canal.example/rss/une.xml' }])
  })

  it.each([
    ['http://www.lephare.example/', 'feed-not-found', 'no feed anywhere'],
    ['n’importe quoi', 'feed-not-found', 'no address'],
    ['http://www.lephare.example/prive', 'fetch-status', 'a page that is refused'],
  ])('is nothing for «%s», which fails with %s', async (address, code, _why) => {
    const pages = { '/': answer(200, HTML, '<html><title>Le Phare</title></html>'), '/prive': answer(403) }
    expect(await failureOf(preview(pages, address))).toMatchObject({ code })
  })
})
