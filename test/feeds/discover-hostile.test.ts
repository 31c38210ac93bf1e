// Discovery that finds nothing, that must not ask, or that somebody means to hurt: few requests, little time, a reason.
import { afterEach, describe, expect, it } from 'vitest'
import type { FeedReaderOptions } from '../../src/feeds/feed-reader.ts'
import type { FeedReader, FoundFeed } from '../../src/ports.ts'
import { type DiscoveryScene, feed, link, openScene, page } from './discovery-scene.ts'
import {
  answer,
  drip,
  failureOf,
  flood,
  LITTLE_PATIENCE,
  NOW,
  type Page,
  redirect,
  silence,
} from './hostile-server.ts'

const RESERVED = { 'tdm-reservation': '1' }

/** A page that sends its visitors on. */
const turn = (to: string): Page => page(`<meta http-equiv="refresh" content="0;url=${to}">`)

let scene: DiscoveryScene | undefined
afterEach(() => scene?.stop())

async function open(
  pages: Readonly<Record<string, Page>>,
  options: Partial<FeedReaderOptions> = {},
): Promise<FeedReader> {
  scene = await openScene(pages, options)
  return scene.reader
}

async function discover(
  pages: Readonly<Record<string, Page>>,
  typed = 'http://lephare.example/',
): Promise<readonly FoundFeed[]> {
  return (await open(pages)).discover(typed)
}

const urlsOf = (found: readonly FoundFeed[]): readonly string[] => found.map(({ url }) => url)

const asked = (): readonly string[] => scene?.asked() ?? []

describe('nothing to be found', () => {
  it('is said after few requests', async () => {
    const reader = await open({ '/': page('<title>Le Phare</title>') })
    expect(await failureOf(reader.discover('http://lephare.example/'))).toEqual({
      code: 'feed-not-found',
      url: 'http://lephare.example/',
    })
    expect(asked()).toHaveLength(9)
  })

  it('is said after a bounded number of requests, whatever the page names', async () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `<a href="/rss/${index}.xml">RSS</a>${link(`/mort-${index}`)}`,
    )
    const reader = await open({
      '/carnet': page('<meta http-equiv="refresh" content="0;url=/fr/">', many.join('')),
      '/fr/': page('', many.join('')),
    })
    expect(await failureOf(reader.discover('http://lephare.example/carnet'))).toMatchObject({
      code: 'fetch-status',
    })
    expect(asked().length).toBeLessThanOrEqual(16)
  })

  it.each([
    ['le phare', 'feed-not-found', 'no address at all'],
    ['ftp://lephare.example/rss', 'fetch-scheme', 'a scheme that is not of the web'],
    ['file:///etc/passwd', 'fetch-scheme', 'a file'],
    ['http://127.0.0.1:1/rss', 'fetch-private-address', 'our own machine'],
    ['127.0.0.1', 'fetch-private-address', 'our own machine, without a scheme'],
    ['http://lephare.example/absent', 'fetch-status', 'neither the address nor its site'],
    ['http://lephare.example/bruit', 'feed-unreadable', 'bytes without sense'],
    ['http://lephare.example/photo', 'feed-unreadable', 'a picture'],
    ['http://lephare.example/vide', 'feed-empty', 'an empty document'],
    ['http://lephare.example/rond', 'fetch-redirects', 'a circle of redirects'],
    ['http://lephare.example/privee', 'fetch-private-address', 'a redirect to a private address'],
  ])('«%s» fails with %s', async (typed, code, _why) => {
    const reader = await open({
      '/bruit': answer(200, {}, '\u0000\u0001\u0002 bruit'),
      '/photo': answer(200, { 'content-type': 'image/png' }, 'PNG'),
      '/vide': answer(200),
      '/rond': redirect(302, '/rond'),
      '/privee': redirect(302, 'http://169.254.169.254/latest/meta-data'),
    })
    expect(await failureOf(reader.discover(typed))).toMatchObject({ code })
  })

  it.each([
    ['http://10.0.0.1/rss', 'fetch-private-address', 'a private address'],
    ['http://lephare.example/reserve', 'fetch-reserved', 'a feed that is reserved'],
    ['http://lephare.example/absent', 'fetch-status', 'a dead feed'],
  ])('tells why the feed that a page declares cannot be had: %s', async (href, code, _why) => {
    const reader = await open({
      '/': page(link(href)),
      '/reserve': answer(200, RESERVED, '<rss version="2.0"><channel/></rss>'),
    })
    expect(await failureOf(reader.discover('http://lephare.example/'))).toMatchObject({ code })
  })
})

describe('restraint', () => {
  it('asks nothing that robots.txt forbids', async () => {
    const reader = await open({
      '/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /'),
      '/': page(link('/rss')),
      '/rss': feed('Le Phare'),
    })
    expect(await failureOf(reader.discover('http://lephare.example/'))).toMatchObject({
      code: 'fetch-reserved',
      by: 'robots',
    })
    expect(asked()).toEqual([])
  })

  it('reads nothing of a page that reserves itself, and may still find the feed that does not', async () => {
    const pages = {
      '/': page(`<meta name="tdm-reservation" content="1">${link('/cache.xml')}`),
      '/cache.xml': feed('Caché'),
      '/rss': feed('Le Phare'),
    }
    expect(urlsOf(await discover(pages))).toEqual(['http://lephare.example/rss'])
    expect(asked()).not.toContain('lephare.example/cache.xml')
  })

  it('tries the usual places of a site that shows its pages to nobody', async () => {
    const found = await discover({ '/': answer(403), '/feed': feed('Le Phare') })
    expect(urlsOf(found)).toEqual(['http://lephare.example/feed'])
  })

  it.each([
    [answer(403), 4, 'refuses everything'],
    [answer(503, { 'retry-after': '120' }), 1, 'asks for rest'],
    [answer(429), 1, 'has had enough'],
    [answer(500), 1, 'is down'],
  ])('leaves a site in peace that fails (%#)', async (everywhere, requestCount, _why) => {
    const places = ['/', '/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml']
    const reader = await open(Object.fromEntries(places.map((place) => [place, everywhere])))
    expect(await failureOf(reader.discover('http://lephare.example/'))).toMatchObject({
      code: 'fetch-status',
    })
    expect(asked()).toHaveLength(requestCount)
  })

  it('begins no request when its patience is over', async () => {
    let now = NOW
    const slow: Page = (request, response) => {
      now += 61_000
      page('')(request, response)
    }
    const reader = await open({ '/': slow }, { now: () => now })
    expect(await failureOf(reader.discover('http://lephare.example/'))).toMatchObject({
      code: 'feed-not-found',
    })
    expect(asked()).toEqual(['lephare.example/'])
  })

  it.each([
    [silence, 'says nothing'],
    [drip(20), 'drips for ever'],
  ])('waits no longer than it must for a site that %#', async (everywhere, _why) => {
    const reader = await open({ '/': everywhere }, LITTLE_PATIENCE)
    expect(await failureOf(reader.discover('http://lephare.example/'))).toMatchObject({
      code: 'fetch-timeout',
    })
  })
})

describe('a hostile page', () => {
  it.each([
    ['fifty megabytes', 50_000_000, '<p>Rien que des mots sur le phare et sur le bac.</p>'],
    ['a hundred thousand links', 7_000_000, '<a href="/rss/mort.xml">RSS</a><a href="/b">Une page</a>'],
    ['a hundred thousand items', 3_000_000, '<item><title>Bac</title></item>'],
    ['tags that never end', 5_000_000, '<link rel="alternate" type="application/rss+xml" href="'],
  ])('of %s still names its feed', async (_name, bytes, filler) => {
    const start = `<!doctype html><html><head>${link('/rss')}</head><body>`
    const chunk = Buffer.from(start + filler.repeat(Math.ceil(65_536 / filler.length)))
    const reader = await open({
      '/': flood(bytes, chunk, { 'content-type': 'text/html' }),
      '/rss': feed('Le Phare'),
    })
    const startedAt = performance.now()
    const found = await reader.discover('http://lephare.example/')
    expect(found[0]).toMatchObject({ url: 'http://lephare.example/rss', title: 'Le Phare' })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })

  it('that sends from page to page for ever is left after one step', async () => {
    const reader = await open({ '/': turn('/a'), '/a': turn('/b'), '/b': turn('/') })
    expect(await failureOf(reader.discover('http://lephare.example/'))).toMatchObject({
      code: 'feed-not-found',
    })
    expect(asked()).not.toContain('lephare.example/b')
  })
})
