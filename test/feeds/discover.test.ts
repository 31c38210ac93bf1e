// From what people type to feeds, over real servers: what is found, and what is asked for on the way.
import { afterEach, describe, expect, it } from 'vitest'
import type { FeedReaderOptions } from '../../src/feeds/feed-reader.ts'
import type { FeedReader, FoundFeed } from '../../src/ports.ts'
import { type DiscoveryScene, feed, link, openScene, page } from './discovery-scene.ts'
import { answer, failureOf, flood, type Page, redirect } from './hostile-server.ts'

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

describe('an address that is a feed', () => {
  it('leads to itself, read', async () => {
    const found = await discover(
      { '/rss/une.xml': feed('Le Phare', 2) },
      'http://lephare.example/rss/une.xml',
    )
    expect(found).toMatchObject([
      { url: 'http://lephare.example/rss/une.xml', title: 'Le Phare', reading: { kind: 'read' } },
    ])
    expect(found[0]?.reading?.items).toHaveLength(2)
    expect(asked()).toEqual(['lephare.example/rss/une.xml'])
  })

  it.each([
    ['lephare.example/rss/une.xml', 'without a scheme: nobody speaks https here'],
    ['<http://lephare.example/rss/une.xml|lephare.example/rss/une.xml>', 'as Slack wraps it'],
    ['« http://lephare.example/rss/une.xml ».', 'in a French sentence'],
    ['feed://lephare.example/rss/une.xml', 'with the scheme of feeds'],
    ['HTTP://LePhare.Example/rss/une.xml#xtor=RSS-1', 'in capitals, with a fragment'],
    ['http://pierre:secret@lephare.example/rss/une.xml', 'with a password, which is not used'],
  ])('is found in «%s»', async (typed, _why) => {
    const found = await discover({ '/rss/une.xml': feed('Le Phare') }, typed)
    expect(urlsOf(found)).toEqual(['http://lephare.example/rss/une.xml'])
  })

  it('is found under a name with accents', async () => {
    const found = await discover({ '/rss': feed('Le Phare') }, 'http://léphare.example/rss')
    expect(urlsOf(found)).toEqual(['http://xn--lphare-bva.example/rss'])
  })

  it.each([
    [
      '<!-- généré --><rss version="2.0"><channel><title>Le Phare</title></channel></rss>',
      'text/html',
      'RSS',
    ],
    ['<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Phare</title></feed>', 'text/plain', 'Atom'],
    ['{"version":"https://jsonfeed.org/version/1.1","title":"Le Phare","items":[]}', '', 'JSON Feed'],
  ])('is known by what it says, not by its type (%#)', async (body, type, _format) => {
    const pages = { '/une': answer(200, { 'content-type': type }, body) }
    expect(await discover(pages, 'http://lephare.example/une')).toMatchObject([{ title: 'Le Phare' }])
  })

  it('keeps its address when it has moved, and says where to', async () => {
    const pages = { '/rss': redirect(301, 'http://canal.example/rss'), 'canal.example/rss': feed('Le Phare') }
    const found = await discover(
      { ...pages, 'lephare.example/rss': pages['/rss'] },
      'http://lephare.example/rss',
    )
    expect(found).toMatchObject([
      { url: 'http://lephare.example/rss', reading: { movedTo: 'http://canal.example/rss' } },
    ])
  })

  it('is refused when it is larger than any that will be read', async () => {
    const start = Buffer.from('<rss version="2.0"><channel><title>Le Phare</title>')
    const filler = Buffer.concat([start, Buffer.alloc(1024 * 1024, '<item><title>Bac</title></item>')])
    const reader = await open({ '/rss': flood(11_000_000, filler) })
    const failure = await failureOf(reader.discover('http://lephare.example/rss'))
    expect(failure).toMatchObject({ code: 'fetch-too-large' })
  })
})

describe('a page', () => {
  it('leads to the feeds that its head declares, comments last, the first one read', async () => {
    const head = [
      link('/comments/feed/', 'Le Phare » Flux des commentaires'),
      link('/feed/', 'Le Phare » Flux'),
      link('http://canal.example/rss', 'Le Canal'),
    ]
    const found = await discover({ '/': page(head.join('')), '/feed/': feed('Le Phare') })
    expect(found.map(({ url, title }) => [url, title])).toEqual([
      ['http://lephare.example/feed/', 'Le Phare'],
      ['http://canal.example/rss', 'Le Canal'],
      ['http://lephare.example/comments/feed/', 'Le Phare » Flux des commentaires'],
    ])
    expect(found.map(({ reading }) => reading?.kind)).toEqual(['read', undefined, undefined])
    expect(asked()).toEqual(['lephare.example/', 'lephare.example/feed/'])
  })

  it('leads to the feed that its server names beside it', async () => {
    const beside = {
      'content-type': 'text/html',
      link: '</rss>; rel="alternate"; type="application/rss+xml"',
    }
    const pages = { '/': answer(200, beside, '<html><body>Le Phare</body></html>'), '/rss': feed('Le Phare') }
    expect(urlsOf(await discover(pages))).toEqual(['http://lephare.example/rss'])
  })

  it('leads past a declared feed that is dead', async () => {
    const found = await discover({ '/': page(link('/mort.xml') + link('/rss')), '/rss': feed('Le Phare') })
    expect(urlsOf(found)).toEqual(['http://lephare.example/rss'])
  })

  it('is read from where it was redirected to', async () => {
    const pages = {
      'lephare.example/': redirect(301, 'http://www.lephare.example/fr/'),
      'www.lephare.example/fr/': page(link('une.xml')),
      'www.lephare.example/fr/une.xml': feed('Le Phare'),
    }
    expect(urlsOf(await discover(pages))).toEqual(['http://www.lephare.example/fr/une.xml'])
  })

  it('with too many feeds tells of ten', async () => {
    const head = Array.from({ length: 40 }, (_, index) =>
      link(`/rss/${index}.xml`, `Rubrique ${index}`),
    ).join('')
    expect(await discover({ '/': page(head), '/rss/0.xml': feed('Le Phare') })).toHaveLength(10)
  })

  it('is followed to where it sends its visitors by itself', async () => {
    const pages = {
      '/': page('<meta http-equiv="refresh" content="0;url=/fr/">'),
      '/fr/': page(link('/fr/rss')),
      '/fr/rss': feed('Le Phare'),
    }
    expect(urlsOf(await discover(pages))).toEqual(['http://lephare.example/fr/rss'])
  })

  it('names a feed in its links when its head is silent', async () => {
    const pages = { '/': page('', '<a href="/rss/une.xml">RSS</a>'), '/rss/une.xml': feed('Le Phare') }
    expect(urlsOf(await discover(pages))).toEqual(['http://lephare.example/rss/une.xml'])
    expect(asked()).toHaveLength(2)
  })

  it('speaks of a page that lists them', async () => {
    const list = ['une', 'valmer', 'sports'].map((name) => `<li>${name} <a href="/flux/${name}.rss">XML</a>`)
    const pages = {
      '/': page('', '<a href="/services/flux-rss.html">Nos flux RSS</a>'),
      '/services/flux-rss.html': page('', list.join('')),
      '/flux/une.rss': feed('À la une'),
    }
    expect(urlsOf(await discover(pages))).toEqual([
      'http://lephare.example/flux/une.rss',
      'http://lephare.example/flux/valmer.rss',
      'http://lephare.example/flux/sports.rss',
    ])
  })

  it('leads to a page that lists them, under the address of a feed', async () => {
    const pages = {
      '/': page('', '<a href="/rss">RSS</a><a href="/services/rss">Nos services RSS</a>'),
      '/rss': page('', '<a href="/rss/une.xml">À la une</a>'),
      '/rss/une.xml': feed('Le Phare'),
    }
    expect(urlsOf(await discover(pages))).toEqual(['http://lephare.example/rss/une.xml'])
  })

  it('that lists them adds its links to what the head declares', async () => {
    const list = ['une', 'valmer', 'sports'].map((name) => `<a href="/rss/${name}.xml">${name}</a>`).join('')
    const found = await discover(
      { '/rss': page(link('/rss/une.xml'), list), '/rss/une.xml': feed('À la une') },
      'http://lephare.example/rss',
    )
    expect(found.map(({ title }) => title)).toEqual(['À la une', 'valmer', 'sports'])
  })

  it('that names nothing has its usual places tried, until one answers as a feed', async () => {
    const pages = { '/': page(''), '/rss': page('', 'introuvable'), '/rss.xml': feed('Le Phare') }
    expect(urlsOf(await discover(pages))).toEqual(['http://lephare.example/rss.xml'])
    expect(asked()).toEqual([
      'lephare.example/',
      'lephare.example/feed',
      'lephare.example/rss',
      'lephare.example/rss.xml',
    ])
  })

  it('below the root has its own place tried first', async () => {
    const pages = { '/carnet/': page(''), '/carnet/feed': feed('Le carnet') }
    expect(urlsOf(await discover(pages, 'http://lephare.example/carnet/'))).toEqual([
      'http://lephare.example/carnet/feed',
    ])
  })

  it('deep in an archive has no place of its own tried: that would be the comments of an article', async () => {
    const pages = {
      '/2026/03/phare/': page(''),
      '/2026/03/phare/feed': feed('Commentaires'),
      '/feed': feed('Le Phare'),
    }
    expect(urlsOf(await discover(pages, 'http://lephare.example/2026/03/phare/'))).toEqual([
      'http://lephare.example/feed',
    ])
  })

  it('that is gone gives way to the home page of its site', async () => {
    const pages = { '/': page(link('/rss')), '/rss': feed('Le Phare') }
    expect(urlsOf(await discover(pages, 'http://lephare.example/ancien/flux.xml'))).toEqual([
      'http://lephare.example/rss',
    ])
  })
})
