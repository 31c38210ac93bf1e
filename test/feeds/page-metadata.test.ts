// Title, date, signature, address and lead of pages, from whichever witness tells them best.
import { describe, expect, it } from 'vitest'
import { extractPage } from '../../src/feeds/extract.ts'
import {
  URL,
  LEAD,
  FIRST,
  SECOND,
  THIRD,
  page,
  jsonLd,
  WORDPRESS,
  DRUPAL,
  MICRODATA,
  BARE,
  BOXES,
} from './site-shapes.ts'

const titled = (head: string, heading = ''): string =>
  extractPage(page(head, `<main>${heading}<article><p>${FIRST}</p><p>${SECOND}</p></article></main>`), URL)
    .title
const dated = (head: string, body = ''): number | undefined =>
  extractPage(page(head, `<article>${body}<p>${FIRST}</p><p>${SECOND}</p></article>`), URL).publishedAt
const described = (description: string, body: string): string =>
  extractPage(page(`<meta name="description" content="${description}">`, body), URL).lead

describe('the title of a page', () => {
  it.each([
    [
      'escaped twice',
      '<meta property="og:title" content="L&amp;#039;hiver &amp;quot;rude&amp;quot; &amp;amp; long">',
      '',
      'L\'hiver "rude" & long',
    ],
    [
      'og:title before h1',
      '<meta property="og:title" content="Le budget">',
      '<h1>Autre chose</h1>',
      'Le budget',
    ],
    [
      'the h1 says where it ends',
      '<title>Le budget voté - Valmer - Le Phare</title>',
      '<h1>Le budget voté</h1>',
      'Le budget voté',
    ],
    ['the host', '<title>Le budget voté | LePhare.example</title>', '', 'Le budget voté'],
    [
      'only the site leaves',
      '<meta property="og:site_name" content="Le Phare"><title>Paris - Valmer en train - Le Phare</title>',
      '',
      'Paris - Valmer en train',
    ],
    ['no site to drop', '<title>Paris – Valmer</title>', '', 'Paris – Valmer'],
    [
      'a headline cut short',
      jsonLd({ '@type': 'NewsArticle', headline: 'Le conseil de Valmer adopte…' }),
      '<h1>Le conseil de Valmer adopte son budget</h1>',
      'Le conseil de Valmer adopte son budget',
    ],
    ['tags and line breaks', '', '<h1>Le <em>budget</em>\n voté</h1>', 'Le budget voté'],
    ['none at all', '', '', ''],
  ])('is read: %s', (_why, head, heading, title) => expect(titled(head, heading)).toBe(title))
})

describe('the date of a page', () => {
  it.each([
    [
      'JSON-LD',
      jsonLd({
        '@type': 'Article',
        datePublished: '2025-03-11T22:40:00+01:00',
        dateModified: '2025-03-12T08:00:00+01:00',
      }),
      '',
      '2025-03-11T21:40:00Z',
    ],
    [
      'Open Graph',
      '<meta property="article:published_time" content="2025-03-11T22:40:00+01:00"><meta property="article:modified_time" content="2025-03-12T08:00:00+01:00">',
      '',
      '2025-03-11T21:40:00Z',
    ],
    [
      'the same day with its hour',
      jsonLd({ '@type': 'Article', datePublished: '2025-03-11' }) +
        '<meta property="article:published_time" content="2025-03-11T22:40:00+01:00">',
      '',
      '2025-03-11T21:40:00Z',
    ],
    [
      'a time element',
      '',
      '<time datetime="2025-03-11T22:40:00+01:00">mardi soir</time>',
      '2025-03-11T21:40:00Z',
    ],
    [
      'a French date, in Paris',
      '',
      '<p class="date">Publié le mardi 11 mars 2025 à 22h40, mis à jour le 12 mars 2025 à 8h</p>',
      '2025-03-11T21:40:00Z',
    ],
    [
      'not the update',
      '',
      '<time class="updated" datetime="2025-03-12T08:00:00+01:00"></time><time datetime="2025-03-11T22:40:00+01:00"></time>',
      '2025-03-11T21:40:00Z',
    ],
    [
      'an abbreviation, as SPIP writes it',
      '',
      '<p>Publié le <abbr class="published" title="2025-03-11T21:40:00Z">11 mars 2025</abbr></p>',
      '2025-03-11T21:40:00Z',
    ],
    [
      'no zone: Paris',
      jsonLd({ '@type': 'Article', datePublished: '2025-03-11T22:40:00' }),
      '',
      '2025-03-11T21:40:00Z',
    ],
  ])('is read: %s', (_why, head, body, iso) => expect(dated(head, body)).toBe(Date.parse(iso)))

  it('is absent when the page gives none', () => expect(dated('')).toBeUndefined())
})

describe('signature and address', () => {
  it.each([
    [
      'a graph',
      WORDPRESS,
      { author: 'Anne Lorme', canonicalUrl: 'https://www.lephare.example/valmer/budget-2025' },
    ],
    ['microdata', MICRODATA, { author: 'Anne Lorme' }],
    ['the closing line', BOXES, { agency: 'Belga' }],
    [
      'meta, and an address that is none',
      page(
        '<meta name="author" content="Le Phare avec AFP"><link rel="canonical" href="javascript:alert(1)">',
        BARE,
      ),
      { author: 'Le Phare', agency: 'AFP', canonicalUrl: undefined },
    ],
    [
      'an address is no author',
      page('<meta property="article:author" content="https://social.example/lephare">', BARE),
      { author: undefined },
    ],
  ])('are read: %s', (_why, html, expected) => {
    const { author, agency, canonicalUrl } = extractPage(html, URL)
    expect({ author, agency, canonicalUrl }).toMatchObject(expected)
  })
})

describe('the lead of a page', () => {
  const body = `<h1>Valmer vote son budget</h1><article><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p></article>`
  it.each([
    ['a cut excerpt, whole in the page', WORDPRESS, LEAD],
    ['a description', DRUPAL, LEAD],
    ['no description: the bold first paragraph', MICRODATA, LEAD],
    ['no description: the element named chapo', BOXES, LEAD],
    ['none', BARE, ''],
  ])('is found: %s', (_why, html, lead) => expect(extractPage(html, URL).lead).toBe(lead))

  it.each([
    [
      'entities escaped twice',
      'Les élus de Valmer votent leur budget &amp;agrave; 4 %.',
      'Les élus de Valmer votent leur budget à 4 %.',
    ],
    ['the whole article in the description', `${FIRST}\n\n${SECOND}`, FIRST],
    ['cut where the first paragraph goes on', `${FIRST.slice(0, 60)}...`, FIRST],
    [
      'the motto of the site',
      'Retrouvez l’essentiel de l’information régionale, nationale et internationale',
      '',
    ],
  ])('is mended: %s', (_why, description, lead) => expect(described(description, body)).toBe(lead))
})
