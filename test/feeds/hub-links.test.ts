import { expect, it } from 'vitest'
import type { HubOffer } from '../../src/core/hub-offer.ts'
import { hubOfferOf } from '../../src/feeds/hub-links.ts'
import { parseFeed } from '../../src/feeds/parse.ts'

const URL_READ = 'https://lavigie.example/flux'

function offer(body: string, link?: string): HubOffer | undefined {
  const headers = link === undefined ? {} : { link }
  const document = parseFeed(Buffer.from(body), { url: URL_READ, headers })
  return hubOfferOf(document, URL_READ, headers)
}

const ITEM = '<item><title>Un</title><link>https://lavigie.example/1</link></item>'
const rss = (links: string, prefix = 'atom'): string =>
  `<rss version="2.0" xmlns:${prefix}="http://www.w3.org/2005/Atom"><channel><title>La Vigie</title>${links}${ITEM}</channel></rss>`
const atom = (links: string, base = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${base}><title>La Vigie</title>${links}<entry><title>Un</title><link href="/1"/></entry></feed>`
const json = (more: object): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'La Vigie', items: [], ...more })

it.each<[string, string, string | undefined, HubOffer | undefined]>([
  ['RSS without a hub', rss('<atom:link rel="self" href="https://a.example/"/>'), undefined, undefined],
  [
    'RSS with both',
    rss(
      '<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://a.example/f"/>',
    ),
    undefined,
    { topic: 'https://a.example/f', hubs: ['https://hub.example/'] },
  ],
  [
    'RSS under another prefix, as FeedBurner writes it',
    rss('<atom10:link rel="hub" href="https://hub.example/"/>', 'atom10'),
    undefined,
    { topic: URL_READ, hubs: ['https://hub.example/'] },
  ],
  [
    'Atom, relative to its base',
    atom(
      '<link rel="self" href="flux.atom"/><link rel="hub" href="/hub"/>',
      ' xml:base="https://b.example/x/"',
    ),
    undefined,
    { topic: 'https://b.example/x/flux.atom', hubs: ['https://b.example/hub'] },
  ],
  [
    'several hubs, one of them twice, in their order',
    atom(
      ['https://1.example/', 'https://2.example/', 'https://1.example/']
        .map((hub) => `<link rel="hub" href="${hub}"/>`)
        .join(''),
    ),
    undefined,
    { topic: URL_READ, hubs: ['https://1.example/', 'https://2.example/'] },
  ],
  [
    'ten hubs: three are enough',
    atom(Array.from({ length: 10 }, (_, n) => `<link rel="hub" href="https://${n}.example/"/>`).join('')),
    undefined,
    { topic: URL_READ, hubs: ['https://0.example/', 'https://1.example/', 'https://2.example/'] },
  ],
  [
    'hubs that nobody may call',
    atom(
      '<link rel="hub" href="javascript:alert(1)"/><link rel="hub" href="file:///etc/passwd"/><link rel="hub" href=""/>',
    ),
    undefined,
    undefined,
  ],
  [
    'a hub whose address is a book',
    atom(`<link rel="hub" href="https://hub.example/${'a'.repeat(3000)}"/>`),
    undefined,
    undefined,
  ],
  [
    'a hub of an article',
    rss('').replace('</item>', '<atom:link rel="hub" href="https://h.example/"/></item>'),
    undefined,
    undefined,
  ],
  [
    'headers alone',
    rss(''),
    '<https://hub.example/>; rel="hub", <https://a.example/f>; rel=self',
    { topic: 'https://a.example/f', hubs: ['https://hub.example/'] },
  ],
  [
    'headers before the document',
    atom('<link rel="hub" href="https://2.example/"/><link rel="self" href="https://2.example/f"/>'),
    '<https://1.example/>; rel="hub", </f>; rel="self"',
    { topic: 'https://lavigie.example/f', hubs: ['https://1.example/'] },
  ],
  [
    'a hub in the document, its own name in the header',
    atom('<link rel="hub" href="https://2.example/"/>'),
    '<https://a.example/f>; rel="self"',
    { topic: 'https://a.example/f', hubs: ['https://2.example/'] },
  ],
  [
    'two relations in one header',
    rss(''),
    '<https://hub.example/>; rel="HUB preconnect"',
    { topic: URL_READ, hubs: ['https://hub.example/'] },
  ],
  [
    'JSON Feed',
    json({
      feed_url: 'https://a.example/f.json',
      hubs: [{ type: 'rssCloud' }, { type: 'WebSub', url: 'https://hub.example/' }],
    }),
    undefined,
    { topic: 'https://a.example/f.json', hubs: ['https://hub.example/'] },
  ],
  [
    'JSON Feed with rubbish instead of hubs',
    json({ hubs: ['https://hub.example/', 7] }),
    undefined,
    undefined,
  ],
  ['JSON Feed with no list of hubs', json({ hubs: 'https://hub.example/' }), undefined, undefined],
])('%s', (_what, body, link, expected) => {
  expect(offer(body, link)).toEqual(expected)
})
