// Feeds and pages from a real server to what the services see: permission, fetch, parsers.
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import { createFeedReader } from '../../src/feeds/feed-reader.ts'
import type { FeedReader } from '../../src/ports.ts'
import {
  answer,
  failureOf,
  flood,
  type HostileServer,
  NOW,
  type Page,
  redirect,
  startHostileServer,
  USER_AGENT,
} from './hostile-server.ts'

const FEED_URL = 'http://journal.example/rss/une.xml'
const PAGE_URL = 'http://journal.example/monde/phare.html'
const RESERVED = { 'tdm-reservation': '1' }

const FEED = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
  <title>L’Écho du canal</title>
  <link>http://journal.example/</link>
  <description>Les nouvelles de l’estuaire</description>
  <ttl>30</ttl>
  <item>
    <title>Le phare de Kerlouan rouvre après deux ans de travaux</title>
    <link>/monde/phare.html</link>
    <guid isPermaLink="false">phare-12</guid>
    <pubDate>Tue, 10 Mar 2026 06:30:00 +0100</pubDate>
    <description>Les visites reprennent samedi.</description>
  </item>
  <item>
    <title>Un bac électrique relie les deux rives</title>
    <link>http://journal.example/monde/bac.html</link>
    <pubDate>Tue, 10 Mar 2026 05:00:00 +0100</pubDate>
    <description>La traversée dure neuf minutes.</description>
  </item>
</channel></rss>`

const PARAGRAPHS = [
  'Le phare de Kerlouan rouvre ses portes samedi, après deux ans de travaux menés par le département et la commune.',
  'Les visiteurs retrouveront les cent quatre-vingts marches de granit, la salle des machines et la lentille restaurée.',
  'La mairie attend trente mille personnes par an, soit un tiers de plus qu’avant la fermeture de l’édifice.',
]

function articlePage(head = ''): string {
  const paragraphs = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  const title = 'Le phare de Kerlouan rouvre après deux ans de travaux'
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body><article><h1>${title}</h1>${paragraphs}</article></body></html>`
}

/** Items enough to be more than a small body. */
const LONG = 400

function longFeed(): string {
  const end = FEED.indexOf('</item>') + '</item>'.length
  const item = FEED.slice(FEED.indexOf('<item>'), end).replace('samedi.', 'samedi. '.repeat(100))
  const items = Array.from({ length: LONG }, (_, at) => item.replaceAll('phare', `phare-${at}`))
  return `${FEED.slice(0, FEED.indexOf('<item>'))}${items.join('')}</channel></rss>`
}

function longJsonFeed(): string {
  const items = Array.from({ length: LONG }, (_, at) => ({
    id: `phare-${at}`,
    title: `Le phare ${at} rouvre`,
    content_text: 'Les visites reprennent samedi. '.repeat(30),
  }))
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'L’Écho du canal', items })
}

let server: HostileServer | undefined
let opened: FeedReader | undefined
afterEach(async () => {
  await opened?.close()
  await server?.stop()
})

async function open(pages: Readonly<Record<string, Page>>): Promise<FeedReader> {
  server = await startHostileServer(pages)
  opened = createFeedReader({
    userAgent: USER_AGENT,
    now: () => NOW,
    routes: server.routes('journal.example', 'autre.example'),
  })
  return opened
}

const paths = (): readonly string[] => server?.requests.map(({ host, path }) => host + path) ?? []

describe('readFeed', () => {
  it('asks whether it may, then reads', async () => {
    const reader = await open({ '/rss/une.xml': answer(200, { etag: '"un"' }, FEED) })
    const reading = await reader.readFeed(FEED_URL, {})
    expect(reading).toMatchObject({
      kind: 'read',
      title: 'L’Écho du canal',
      validators: { etag: '"un"' },
      retryAt: NOW + 30 * MINUTE,
      warnings: [],
    })
    const items = reading.kind === 'read' ? reading.items : []
    expect(items.map(({ url }) => url)).toEqual([PAGE_URL, 'http://journal.example/monde/bac.html'])
    expect(reading).not.toHaveProperty('movedTo')
    expect(paths()).toEqual([
      'journal.example/robots.txt',
      'journal.example/.well-known/tdmrep.json',
      'journal.example/rss/une.xml',
    ])
  })

  it('asks for permission once and for news each time', async () => {
    const reader = await open({
      '/rss/une.xml': (request, response) =>
        answer(
          request.headers['if-none-match'] === '"un"' ? 304 : 200,
          { etag: '"un"' },
          FEED,
        )(request, response),
    })
    const { validators } = await reader.readFeed(FEED_URL, {})
    expect(await reader.readFeed(FEED_URL, validators)).toEqual({ kind: 'unchanged', validators, seconds: 0 })
    expect(paths()).toHaveLength(4)
  })

  it('reads links from where the feed has moved to', async () => {
    const feed = FEED.replace('<link>http://journal.example/</link>', '')
    const reader = await open({
      'journal.example/rss/une.xml': redirect(301, 'http://autre.example/rss/une.xml'),
      'autre.example/rss/une.xml': answer(200, { 'cache-control': 'max-age=3600' }, feed),
    })
    const reading = await reader.readFeed(FEED_URL, {})
    expect(reading).toMatchObject({ movedTo: 'http://autre.example/rss/une.xml', retryAt: NOW + 60 * MINUTE })
    expect(reading.kind === 'read' && reading.items[0]?.url).toBe('http://autre.example/monde/phare.html')
    expect(paths()).toContain('autre.example/robots.txt')
  })

  it('says when the end is missing', async () => {
    const whole = gzipSync(FEED, { level: 0 })
    const cut = whole.subarray(0, whole.length - 200)
    const reader = await open({
      '/rss/une.xml': answer(200, { 'content-encoding': 'gzip', etag: '"un"' }, cut),
    })
    const reading = await reader.readFeed(FEED_URL, {})
    expect(reading.validators).toEqual({})
    const warnings = reading.kind === 'read' ? reading.warnings : []
    expect(warnings.filter(({ code }) => code === 'truncated')).toHaveLength(1)
    expect(reading.kind === 'read' && reading.items[0]?.guid).toBe('phare-12')
  })

  it.each([
    [{ '/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /rss/') }, 'robots', 'by robots.txt'],
    [
      { '/.well-known/tdmrep.json': answer(200, {}, '[{"location": "/rss/*.xml$", "tdm-reservation": 1}]') },
      'tdm',
      'by the TDM file',
    ],
    [{ '/rss/une.xml': answer(200, RESERVED, FEED) }, 'tdm', 'by its own header'],
  ])('leaves alone a feed that is reserved (%#)', async (pages, by, _why) => {
    const reader = await open({ '/rss/une.xml': answer(200, {}, FEED), ...pages })
    expect(await failureOf(reader.readFeed(FEED_URL, {}))).toEqual({
      code: 'fetch-reserved',
      url: FEED_URL,
      by,
    })
  })

  it('obeys the house to which it is sent', async () => {
    const reader = await open({
      'journal.example/rss/une.xml': redirect(302, 'http://autre.example/rss/une.xml'),
      'autre.example/robots.txt': answer(200, {}, 'User-agent: Pressoir\nDisallow: /'),
    })
    const failure = await failureOf(reader.readFeed(FEED_URL, {}))
    expect(failure).toEqual({ code: 'fetch-reserved', url: 'http://autre.example/rss/une.xml', by: 'robots' })
    expect(paths()).not.toContain('autre.example/rss/une.xml')
  })

  it.each([
    [answer(200, { 'content-type': 'text/html' }, articlePage()), 'feed-is-html'],
    [answer(200, { 'content-type': 'application/rss+xml' }, ''), 'feed-empty'],
    [answer(200, {}, '\u0000\u0001\u0002\u0003 bruit'), 'feed-unreadable'],
    [answer(404), 'fetch-status'],
  ])('fails with what is wrong (%#)', async (page, code) => {
    const reader = await open({ '/rss/une.xml': page })
    expect(await failureOf(reader.readFeed(FEED_URL, {}))).toMatchObject({ code })
  })

  it.each([
    ['words without a tag', Buffer.from('Ceci n’est pas un flux. '.repeat(1000)), {}],
    ['bytes at random', Buffer.concat([Buffer.of(1), randomBytes(30_000)]), {}],
    ['tags of something else', Buffer.from('<svg:path d="M0 0"/>'.repeat(1000)), {}],
    ['compressed noise', gzipSync(randomBytes(1_000_000)), { 'content-encoding': 'gzip' }],
  ])('takes in little of a flood of %s', async (_what, chunk, headers) => {
    const reader = await open({ '/rss/une.xml': flood(2_000_000_000, chunk, headers) })
    expect(await failureOf(reader.readFeed(FEED_URL, {}))).toEqual({ code: 'feed-unreadable', url: FEED_URL })
  })

  it.each<[string, string | Uint8Array, Readonly<Record<string, string>>]>([
    ['UTF-8', longFeed(), {}],
    ['UTF-16', Buffer.from(`\uFEFF${longFeed()}`, 'utf16le'), {}],
    ['two compressions', gzipSync(gzipSync(longFeed())), { 'content-encoding': 'gzip, gzip' }],
    ['nothing but its items', longFeed().slice(longFeed().indexOf('<item>')), {}],
    ['JSON', longJsonFeed(), { 'content-type': 'application/feed+json' }],
    ['JSON after a mark', `\uFEFF${longJsonFeed()}`, {}],
  ])('takes in the whole of a long feed in %s', async (_form, body, headers) => {
    const reader = await open({ '/rss/une.xml': answer(200, headers, body) })
    const reading = await reader.readFeed(FEED_URL, {})
    expect(reading.kind === 'read' && reading.items).toHaveLength(LONG)
  })
})

describe('readPage', () => {
  it('reads the article', async () => {
    const reader = await open({
      '/monde/phare.html': answer(200, { 'content-type': 'text/html' }, articlePage()),
    })
    const page = await reader.readPage(PAGE_URL)
    expect(page.title).toBe('Le phare de Kerlouan rouvre après deux ans de travaux')
    expect(page.text).toContain(PARAGRAPHS.join('\n\n'))
  })

  it.each([
    [answer(200, RESERVED, articlePage()), 'by its header'],
    [answer(200, {}, articlePage('<meta name="tdm-reservation" content="1">')), 'by its own word'],
  ])('leaves alone a page that is reserved (%#)', async (page, _why) => {
    const reader = await open({ '/monde/phare.html': page })
    expect(await failureOf(reader.readPage(PAGE_URL))).toEqual({
      code: 'fetch-reserved',
      url: PAGE_URL,
      by: 'tdm',
    })
  })

  it.each([
    [answer(200, { 'content-type': 'application/pdf' }, '%PDF-1.7'), 'page-without-text', 'a PDF'],
    [answer(200, { 'content-type': 'image/jpeg' }, 'JFIF'), 'page-without-text', 'a picture'],
    [
      answer(200, { 'content-type': 'text/html' }, '<title>Vide</title>'),
      'page-without-text',
      'an empty page',
    ],
    [answer(304), 'fetch-status', 'a 304 that nobody asked for'],
  ])('fails with what is wrong (%#)', async (page, code, _why) => {
    const reader = await open({ '/monde/phare.html': page })
    expect(await failureOf(reader.readPage(PAGE_URL))).toMatchObject({ code, url: PAGE_URL })
  })
})
