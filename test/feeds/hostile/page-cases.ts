// Pages that mean harm, as articles and as places where feeds are looked for: depths, floods, bait for slow patterns.
import { fill, type HostileCase, sends, TEXT } from './hostile-case.ts'

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const ARTICLE = `<article><h1>Budget du port</h1><p>${TEXT}</p><p>${TEXT.replace('mardi', 'mercredi')}</p></article>`

const document = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Budget du port</title>${head}</head><body>${body}</body></html>`

function page(name: string, body: (bytes: number) => string, expected = 'read'): HostileCase {
  return {
    name,
    reads: 'page',
    expected,
    page: sends((bytes) => body(Math.min(bytes, 4_900_000) * 0.95), HTML),
  }
}

function search(name: string, body: (bytes: number) => string, expected = 'feed-not-found'): HostileCase {
  return {
    name,
    reads: 'discovery',
    expected,
    page: sends((bytes) => body(Math.min(bytes, 4_900_000) * 0.95), HTML),
  }
}

const described = (json: string): string =>
  document(ARTICLE, `<script type="application/ld+json">${json}</script>`)

const pages: readonly HostileCase[] = [
  page('page de 5 Mo sur une ligne', (bytes) => document(`${ARTICLE}<p>${fill('mot ', bytes)}</p>`)),
  page('100 000 éléments imbriqués', () => document(`${'<div>'.repeat(100_000)}${ARTICLE}`)),
  page('cellules et paragraphes imbriqués', (bytes) => document(`${fill('<td><p>', bytes)}${ARTICLE}`)),
  page('éléments imbriqués derrière de fausses fins', (bytes) =>
    document(`${fill('<div></b>', bytes)}${ARTICLE}`),
  ),
  page(
    'dessins imbriqués',
    (bytes) => document(`${fill('<svg><desc><b/>', bytes)}${ARTICLE}`),
    'page-without-text',
  ),
  page('un demi-million d’éléments', (bytes) => document(`${ARTICLE}${fill('<div>a</div>', bytes)}`)),
  page('page d’un million d’attributs', (bytes) =>
    document(
      `<div ${Array.from({ length: bytes / 15 }, (_, index) => `a${index}="b"`).join(' ')}>${ARTICLE}</div>`,
    ),
  ),
  page('balise sans fin', (bytes) => `<${fill('a', bytes)}`, 'page-without-text'),
  page('balises ouvertes sans fin', (bytes) => document(`${ARTICLE}${fill('<', bytes)}`)),
  page(
    'page réservée, imbriquée',
    (bytes) => document(`${ARTICLE}${fill('<div>', bytes)}`, '<meta name="tdm-reservation" content="1">'),
    'fetch-reserved',
  ),
  page('microdonnées par centaines de milliers', (bytes) =>
    document(
      `<div itemscope itemtype="https://schema.org/Article">${fill('<b itemprop="author">A</b>', bytes)}${ARTICLE}</div>`,
    ),
  ),
  page('propriétés par centaines de milliers', (bytes) =>
    document(
      `<div itemscope itemtype="https://schema.org/Article"><i itemprop="${fill('headline ', bytes / 2)}">${fill('x', bytes / 2)}</i>${ARTICLE}</div>`,
    ),
  ),
  page('JSON-LD fait de guillemets', (bytes) => described(`"${fill('\\"', bytes)}`)),
  page('JSON-LD fait d’espaces', (bytes) => described(`{"@type":${fill(' ', bytes)}x`)),
  page('JSON-LD imbriqué', (bytes) =>
    described(`{"@type":"Article","isAccessibleForFree":${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}}`),
  ),
  page('JSON-LD aux méthodes fausses', () =>
    described(
      '{"@type":"Article","isAccessibleForFree":{"toString":1,"valueOf":1},"__proto__":{"headline":1}}',
    ),
  ),
  page('texte décrit, fait de tirets', (bytes) =>
    document(
      ARTICLE,
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: `${TEXT}${fill('-', Math.min(bytes, 380_000))}. ${TEXT}` })}</script>`,
    ),
  ),
  page('texte décrit, fait d’une lettre', (bytes) =>
    document(
      `${ARTICLE}${fill(`<p>b${'a'.repeat(1000)}</p>`, bytes / 2)}`,
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: `${fill('a', Math.min(bytes / 2, 380_000))}. ${TEXT}` })}</script>`,
    ),
  ),
  page('signature faite de tirets', (bytes) =>
    document(ARTICLE, `<meta name="author" content="${fill('-', bytes)}">`),
  ),
  page('titre de 5 Mo', (bytes) =>
    document(ARTICLE, `<meta property="og:title" content="${fill('a - ', bytes)}">`),
  ),
  page('résumé de 5 Mo', (bytes) =>
    document(ARTICLE, `<meta property="og:description" content="${fill('budget port ', bytes)}">`),
  ),
  page('points de suspension sans fin', (bytes) => document(`${ARTICLE}<p>${fill('...', bytes)}x</p>`)),
  page('scripts jamais fermés', (bytes) => document(`${ARTICLE}<script>${fill('var a = "<p>";', bytes)}`)),
  page('liens par dizaines de milliers', (bytes) =>
    document(
      `${ARTICLE}${fill('<div><a href="/x">Le port</a>, mardi, dit-on.</div>', Math.min(bytes, 900_000))}`,
    ),
  ),
  page('image au lieu d’une page', () => '\u0089PNG\r\n\u001A\n\0\0\0\rIHDR', 'page-without-text'),
]

const searches: readonly HostileCase[] = [
  search(
    'recherche : titres de liens faits de signes',
    (bytes) =>
      document(
        '',
        fill(
          `<link rel="alternate" type="application/rss+xml" href="http://127.0.0.1/a" title="${'!'.repeat(1900)}x">`,
          bytes,
        ),
      ),
    'fetch-private-address',
  ),
  search('recherche : 100 000 liens vers des flux', (bytes) =>
    document(fill('<a href="http://10.0.0.1/rss.xml">RSS</a>', bytes)),
  ),
  search('recherche : balises jamais fermées', (bytes) => document(fill('<textarea><title><iframe>', bytes))),
  search('recherche : adresses de 5 Mo', (bytes) => document(`<a href="/rss/${fill('a', bytes)}">RSS</a>`)),
]

export const PAGE_CASES: readonly HostileCase[] = [...pages, ...searches]
