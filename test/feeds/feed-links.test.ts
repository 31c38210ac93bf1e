// What pages name as their feeds, in the shapes that sites give to their heads and links.
import { describe, expect, it } from 'vitest'
import { readFeedLinks } from '../../src/feeds/feed-links.ts'
import { isFeedAddress, isFeedText } from '../../src/feeds/feed-marks.ts'

const URL = 'https://www.lephare.example/valmer/'
const RSS = 'rel="alternate" type="application/rss+xml"'
const FEED = 'https://www.lephare.example/rss/une.xml'

const declaredBy = (html: string): readonly string[] =>
  readFeedLinks(html, URL).declared.map(({ url }) => url)

describe('what the head declares', () => {
  it.each([
    [`<link ${RSS} href="/rss/une.xml">`, 'relative to the site'],
    [`<link ${RSS} href="../rss/une.xml"/>`, 'relative to the page'],
    [`<link ${RSS} href="//www.lephare.example/rss/une.xml">`, 'relative to the scheme'],
    [`<link ${RSS} href="feed:${FEED}">`, 'with the scheme of feeds'],
    [`<base href="https://www.lephare.example/rss/"><link ${RSS} href="une.xml">`, 'relative to a base'],
    [`<link ${RSS} href="une.xml"><base href="/rss/">`, 'before its base'],
    [`<html xml:base="/rss/"><link ${RSS} href="une.xml">`, 'relative to xml:base'],
    [`<LINK HREF='/rss/une.xml' TYPE='Application/RSS+XML; charset=utf-8' REL='ALTERNATE'>`, 'in capitals'],
    [`<link href=/rss/une.xml rel=alternate type=application/atom+xml>`, 'without quotes'],
    [`<link rel="alternate home" type="text/xml" href="/rss/une.xml">`, 'as XML that does not say which'],
    [`<link rel="feed" href="/rss/une.xml">`, 'as HTML 5 once planned'],
    [`<link rel="alternate" href="/rss/une.xml">`, 'without a type, when its name tells'],
    [`<link ${RSS} href="/rss/une.xml"><link ${RSS} href="http://lephare.example/rss/une.xml">`, 'twice'],
    [`<link ${RSS} href="&#47;rss&#x2F;une.xml">`, 'with entities'],
    [`<link rel="alternate" type="application/rss&#43;xml" href="/rss/une.xml">`, 'with a type in entities'],
    [`<title>Le Phare<link ${RSS} href="/rss/une.xml">`, 'behind a title that is never closed'],
    [`<style>body { <link ${RSS} href="/rss/une.xml">`, 'behind a style that is never closed'],
    [`<body><p>Texte <link ${RSS} href="/rss/une.xml"`.concat('>'), 'in the body'],
  ])('is read %#: %s', (html, _why) => expect(declaredBy(html)).toEqual([FEED]))

  it.each([
    [`<!-- <link ${RSS} href="/rss/une.xml"> -->`, 'a comment'],
    [`<script>"<link ${RSS} href='/rss/une.xml'>"</script>`, 'a script'],
    ['<link rel="alternate" hreflang="nl" href="/nl/">', 'another language'],
    ['<link rel="alternate stylesheet" type="text/xml" href="/noir.xml">', 'a style'],
    ['<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">', 'a WordPress door'],
    ['<link rel="alternate" type="application/json+oembed" href="/oembed?url=x">', 'a player'],
    ['<link rel="alternate" type="text/xml+oembed" href="/oembed?url=x">', 'a player'],
    ['<link rel="alternate" media="handheld" href="/mobile/">', 'the page for telephones'],
    [`<link ${RSS} href="javascript:alert(1)">`, 'a script as an address'],
    [`<link ${RSS} href="">`, 'nothing'],
    [`<link ${RSS} href="/valmer">`, 'the page itself'],
  ])('is not %#: %s', (html, _why) => expect(declaredBy(html)).toEqual([]))

  it('comes best first: the rubric of the page, the site, elsewhere, sound, comments', () => {
    const page = [
      `<link ${RSS} title="Le Phare » Flux des commentaires" href="/comments/feed/">`,
      `<link ${RSS} title="Les podcasts du Phare" href="/podcasts/rss">`,
      `<link ${RSS} title="Nos amis" href="https://canal.example/rss">`,
      `<link ${RSS} title="Le Phare » Flux" href="/feed/">`,
      `<link ${RSS} title="Valmer" href="/valmer/feed/">`,
    ].join('')
    expect(readFeedLinks(page, URL).declared.map(({ title }) => title)).toEqual([
      'Valmer',
      'Le Phare » Flux',
      'Nos amis',
      'Les podcasts du Phare',
      'Le Phare » Flux des commentaires',
    ])
  })

  it('has titles decoded, and none that only names the format', () => {
    const page = `<link ${RSS} title="L&rsquo;&Eacute;cho &amp; Cie" href="/a.rss"><link ${RSS} title="RSS 2.0" href="/b.rss">`
    expect(readFeedLinks(page, URL).declared.map(({ title }) => title)).toEqual(['L’Écho & Cie', ''])
  })
})

describe('what the server says beside the page', () => {
  it.each([
    ['</rss/une.xml>; rel="alternate"; type="application/rss+xml"', 'as RFC 8288 writes it'],
    [
      '</x.css>; rel=preload; as=style, </rss/une.xml>;rel=alternate;type=application/rss+xml',
      'after others',
    ],
    [
      '<https://x.example/wp-json/>; rel="https://api.w.org/", <../rss/une.xml>; Rel="ALTERNATE home"; title="a, b; c"; type="application/atom+xml"',
      'with marks in a title',
    ],
  ])('is read %#: %s', (header, _why) =>
    expect(readFeedLinks('<base href="/ailleurs/">', URL, header).declared.map(({ url }) => url)).toEqual([
      FEED,
    ]),
  )

  it.each([
    '',
    '<',
    '</rss>; rel',
    ';;;',
    '</fr/>; rel="alternate"; hreflang="fr"',
    `<${'a'.repeat(50_000)}`,
    '<>'.repeat(8000),
    ';a'.repeat(8000),
  ])('is nothing %#', (header) => expect(readFeedLinks('', URL, header).declared).toEqual([]))
})

describe('what the links say', () => {
  it.each([
    ['<a href="/rss/une.xml">À la une</a>', 'À la une', 'named by its words'],
    ['<a href="/rss/une.xml" title="À la une"><img src="rss.png" alt="RSS"></a>', 'À la une', 'by its title'],
    ['<a href="/rss/une.xml"><img src="rss.png" alt="RSS"></a>', '', 'by a picture'],
    [
      '<a href="/rss/une.xml" rel="alternate" type="application/rss+xml">À la une</a>',
      'À la une',
      'said outright',
    ],
    ['<a href="/rss/une.xml">À la <b>une</b>', 'À la une', 'never closed'],
  ])('leads to a feed by its address: %s', (html, title, _why) =>
    expect(readFeedLinks(html, URL).addressed).toEqual([{ url: FEED, title }]),
  )

  it('leads perhaps to a list by its words, on the same site alone', () => {
    const page = `<a href="/services/abonnements.html">Nos flux RSS</a><a href="https://canal.example/x">RSS</a>
      <a href="/monde/exil.html">Migrants : les flux repartent vers la côte</a>`
    expect(readFeedLinks(page, URL).mentioned.map(({ url }) => url)).toEqual([
      'https://www.lephare.example/services/abonnements.html',
    ])
  })

  it.each([
    ['<a href="https://feedly.com/i/subscription/feed/https://www.lephare.example/rss">RSS</a>', 'a reader'],
    ['<a href="https://fr.wikipedia.org/wiki/RSS">RSS</a>', 'an encyclopedia'],
    ['<a href="/opml/rss.opml">Tous nos flux RSS</a><a>RSS</a><a href="">RSS</a>', 'a list of another kind'],
  ])('leaves out %s', (html, _why) => expect(readFeedLinks(html, URL).addressed).toEqual([]))

  it('reads where the page sends its visitors', () =>
    expect(readFeedLinks('<meta http-equiv="Refresh" content="0; URL=\'/fr/\'">', URL).refreshTo).toBe(
      'https://www.lephare.example/fr/',
    ))
})

describe('the marks of a feed', () => {
  it.each([
    '/rss',
    '/rss/',
    '/feed/',
    '/feeds/posts/default',
    '/atom.xml',
    '/rss/une.xml',
    '/arc/outboundfeeds/rss/?outputType=xml',
    '/actualites.rss',
    '/flux-rss.php',
    '/rss_full.xml',
    '/sciences/rss_full.xml',
    '/?feed=rss2',
    '/spip.php?page=backend',
    '/index.php?format=feed&type=rss',
    '/backend.php',
    'https://feeds.canal.example/valmer.xml',
  ])('are on %s', (href) => expect(isFeedAddress(href)).toBe(true))

  it.each([
    '/',
    '/rss.html',
    '/monde/flux-migratoires-ce-que-dit-le-rapport',
    '/flux-migratoires-en-baisse',
    '/feedback',
    '/atome/centrale.html',
    '/flux/2026/03/les-chiffres-du-port',
    '/images/rss.png',
    '/plan.xml',
  ])('are not on %s', (href) => expect(isFeedAddress(href)).toBe(false))

  it.each(['RSS', 'Flux RSS', 'Nos flux', 'S’abonner au flux', 'Fils d’info', 'Flux d’actualités'])(
    'are in «%s»',
    (text) => expect(isFeedText(text)).toBe(true),
  )

  it.each(['Flux migratoires : le rapport', 'Reflux', 'L’atome et la paix', 'x '.repeat(100) + 'RSS'])(
    'are not in «%s»',
    (text) => expect(isFeedText(text)).toBe(false),
  )
})

describe('a hostile page', () => {
  it.each([
    ['a hundred thousand feeds', `<link ${RSS} href="/rss/%.xml">`],
    ['a hundred thousand links', '<a href="/rss/%.xml">RSS %</a>'],
    ['a hundred thousand links that nobody closes', '<a href="/rss/%.xml">RSS % '],
    ['a hundred thousand divisions, each in the other', '<div class="%"><a href="/x%">'],
    ['a hundred thousand tags that never end', '<link rel="alternate" href="/rss/%.xml" '],
    ['a hundred thousand titles that never end', '<title>%'],
  ])('of %s costs little', (_name, piece) => {
    const page = Array.from({ length: 100_000 }, (_, index) => piece.replaceAll('%', String(index))).join('')
    const startedAt = performance.now()
    const links = readFeedLinks(page, URL)
    expect(performance.now() - startedAt).toBeLessThan(5000)
    expect(links.declared.length + links.addressed.length + links.mentioned.length).toBeLessThanOrEqual(300)
  })

  it('with an address of ten million characters gives no more than its beginning', () => {
    const page = `<a href="/rss/${'a'.repeat(10_000_000)}.xml">${'mot '.repeat(100_000)}</a><link ${RSS} href="/rss/une.xml">`
    const links = readFeedLinks(page, URL)
    expect(links.declared.map(({ url }) => url)).toEqual([FEED])
    expect(JSON.stringify(links).length).toBeLessThan(5000)
  })
})
