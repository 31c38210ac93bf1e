import { describe, expect, it } from 'vitest'
import { parseFeed, type FeedDocument, type ParsedItem } from '../../src/feeds/parse.ts'

const URL_OF_FEED = 'https://flux.exemple.fr/presse/une.xml'

function parse(text: string, headers: Record<string, string> = {}): FeedDocument {
  return parseFeed(new TextEncoder().encode(text), { url: URL_OF_FEED, headers })
}

const rss = (channel: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" ${attributes}><channel><title>Le Courrier du soir</title>${channel}</channel></rss>`
const atom = (entries: string, attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Le Courrier du soir</title>${entries}</feed>`

const item = (inside: string, head = ''): string => rss(`${head}<item>${inside}</item>`)

function only(text: string, headers?: Record<string, string>): ParsedItem {
  const { items } = parse(text, headers)
  expect(items).toHaveLength(1)
  return items[0] ?? { title: '', link: '', id: '', summary: '', content: '' }
}

describe('the formats', () => {
  it('reads RSS 2.0', () => {
    const document = parse(
      rss(`<link>https://exemple.fr/</link><description>Toute l’actualité</description><language>fr_BE</language><ttl>30</ttl>
        <item><title>La Loire en crue</title><link>https://exemple.fr/loire</link><guid isPermaLink="false">a1</guid>
        <pubDate>Tue, 04 Mar 2025 08:15:00 +0100</pubDate><dc:creator>Anne Dupont</dc:creator><category>Météo</category>
        <description>Les quais sont fermés.</description><content:encoded><![CDATA[<p>Les quais sont fermés depuis mardi.</p>]]></content:encoded>
        <enclosure url="https://exemple.fr/loire.jpg" type="image/jpeg" length="3"/></item>`),
    )
    expect(document).toEqual({
      title: 'Le Courrier du soir',
      link: 'https://exemple.fr/',
      language: 'fr-BE',
      subtitle: 'Toute l’actualité',
      ttlMinutes: 30,
      items: [
        {
          title: 'La Loire en crue',
          link: 'https://exemple.fr/loire',
          id: 'a1',
          summary: 'Les quais sont fermés.',
          content: '<p>Les quais sont fermés depuis mardi.</p>',
          published: Date.UTC(2025, 2, 4, 7, 15),
          author: 'Anne Dupont',
          tags: ['Météo'],
          enclosures: [{ url: 'https://exemple.fr/loire.jpg', type: 'image/jpeg', length: '3' }],
        },
      ],
      warnings: [],
    })
  })

  it('reads RSS 1.0, whose items stand beside the channel', () => {
    const document =
      parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://exemple.fr/rdf"><title>Le Courrier</title>
      <link>https://exemple.fr/</link><items><rdf:Seq><rdf:li resource="https://exemple.fr/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://exemple.fr/1"><title>Grève au port</title><dc:date>2025-03-04T08:15:00+01:00</dc:date></item></rdf:RDF>`)
    expect(document.title).toBe('Le Courrier')
    expect(document.items).toMatchObject([
      {
        title: 'Grève au port',
        link: 'https://exemple.fr/1',
        id: 'https://exemple.fr/1',
        published: 1_741_072_500_000,
      },
    ])
  })

  it('reads Atom 1.0', () => {
    const document = parse(
      atom(
        `<link rel="self" href="https://exemple.fr/flux"/><link href="https://exemple.fr/"/><subtitle>Au fil du jour</subtitle>
        <entry><id>tag:exemple.fr,2025:1</id><title type="html">Un &lt;b&gt;pont&lt;/b&gt; ferme</title>
        <link rel="edit" href="https://exemple.fr/edit"/><link rel="alternate" type="application/json" href="https://exemple.fr/1.json"/>
        <link rel="alternate" type="text/html" href="https://exemple.fr/1"/>
        <published>2025-03-04T08:15:00+01:00</published><updated>2025-03-04T09:15:00+01:00</updated>
        <author><name>Jean Morel</name><email>jean@exemple.fr</email></author><summary>Travaux.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le pont &amp; la rue.</p></div></content></entry>`,
        'xml:lang="fr"',
      ),
    )
    expect(document).toMatchObject({
      link: 'https://exemple.fr/',
      subtitle: 'Au fil du jour',
      language: 'fr',
    })
    expect(document.items[0]).toEqual({
      title: 'Un <b>pont</b> ferme',
      link: 'https://exemple.fr/1',
      id: 'tag:exemple.fr,2025:1',
      summary: 'Travaux.',
      content: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Le pont &amp; la rue.</p></div>',
      published: 1_741_072_500_000,
      updated: 1_741_076_100_000,
      author: 'Jean Morel',
    })
  })

  it('reads Atom 0.3', () => {
    const document =
      parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="base64">TGUgcG9ydA==</title>
      <entry><title mode="escaped" type="text/html">Gr&amp;egrave;ve</title><issued>2025-03-04T08:15:00Z</issued>
      <modified>2025-03-04T09:15:00Z</modified><summary>Le <b>port</b></summary></entry></feed>`)
    expect(document.title).toBe('Le port')
    expect(document.items).toMatchObject([
      {
        title: 'Gr&egrave;ve',
        summary: 'Le <b>port</b>',
        published: 1_741_076_100_000,
        updated: 1_741_079_700_000,
      },
    ])
  })

  it('reads JSON Feed', () => {
    const document = parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'R&D',
        home_page_url: 'https://exemple.fr/',
        items: [
          {
            id: 7,
            url: '/7',
            title: 'Un essai <utile>',
            content_text: 'Un.\n\nDeux.',
            date_published: '2025-03-04T08:15:00+01:00',
            authors: [{ name: 'Anne Dupont' }, { name: 'Jean Morel' }],
          },
          { title: 12, tags: 'aucun' },
          'rien',
        ],
      }),
    )
    expect(document).toMatchObject({ title: 'R&D', link: 'https://exemple.fr/' })
    expect(document.items).toHaveLength(3)
    expect(document.items[0]).toEqual({
      title: 'Un essai &lt;utile>',
      link: 'https://exemple.fr/7',
      id: '7',
      summary: '',
      content: '<p>Un.</p><p>Deux.</p>',
      published: 1_741_072_500_000,
      author: 'Anne Dupont, Jean Morel',
    })
    expect(document.warnings).toEqual([{ code: 'dates-missing', count: 2 }])
  })

  it.each<readonly [object, Partial<ParsedItem>, string]>([
    [{ authors: { name: 'Anne Dupont' } }, { author: 'Anne Dupont' }, 'one author without a list'],
    [{ author: 'Anne Dupont' }, { author: 'Anne Dupont' }, 'an author who is a word'],
    [{ authors: ['Anne', 'Jean'] }, { author: 'Anne, Jean' }, 'authors who are words'],
    [{ url: ' ', external_url: '/7' }, { link: 'https://flux.exemple.fr/7' }, 'an empty address'],
    [{ date_published: 1741072500 }, { published: 1_741_072_500_000 }, 'a Unix time'],
    [{ title: 2025 }, { title: '2025' }, 'a title that is a year'],
  ])('reads a JSON Feed with %j', (inside, expected, _why) => {
    const written = { id: '7', title: 'Grève au port', ...inside }
    expect(only(JSON.stringify({ items: [written] }))).toMatchObject(expected)
  })

  it('reads a news sitemap, and leaves its other pages', () => {
    const document =
      parse(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://exemple.fr/1</loc><n:news><n:publication><n:name>Le Courrier</n:name><n:language>fr</n:language></n:publication>
      <n:publication_date>2025-03-04</n:publication_date><n:title>Grève au port</n:title></n:news></url>
      <url><loc>https://exemple.fr/mentions</loc></url></urlset>`)
    expect(document).toMatchObject({ title: 'Le Courrier', language: 'fr' })
    expect(document.items).toMatchObject([
      { title: 'Grève au port', link: 'https://exemple.fr/1', published: Date.UTC(2025, 2, 3, 23) },
    ])
  })
})

describe('the fields', () => {
  it.each([
    [item('<title>L&amp;#8217;&eacute;t&#233;</title>'), 'L&#8217;été', 'markup decoded once'],
    [item('<title><![CDATA[L&#8217;été]]></title>'), 'L&#8217;été', 'a section is not decoded'],
    [item('<title>1 &lt; 2</title>'), '1 < 2', 'a sign'],
    [item('<title>R&D</title>'), 'R&D', 'a bare ampersand'],
    [item('<title/><media:title>Grève</media:title>'), 'Grève', 'an empty title gives way'],
    [
      item('<media:title>Photo</media:title><title>Grève</title>'),
      'Grève',
      'the title of a picture does not',
    ],
    [item('<image><title>Photo</title></image>'), '', 'nor that of an image inside'],
    [atom('<entry><title>La balise &lt;p&gt;</title></entry>'), 'La balise &lt;p&gt;', 'Atom says text'],
    [
      atom('<entry><title>Un &lt;b&gt;pont&lt;/b&gt;</title></entry>'),
      'Un <b>pont</b>',
      'Atom says text and means HTML',
    ],
    [
      item('<r:title xmlns:r="https://exemple.fr/r">Rayon</r:title><title>Grève</title>'),
      'Grève',
      'another vocabulary',
    ],
  ])('reads the title of %#', (text, expected, _why) => expect(only(text).title).toBe(expected))

  it.each([
    [
      item('<link>/1</link>', '<link>https://www.exemple.fr/une/</link>'),
      'https://www.exemple.fr/1',
      'the site',
    ],
    [item('<link>/1</link>'), 'https://flux.exemple.fr/1', 'the feed'],
    [
      rss('<item><link>1</link></item>', 'xml:base="https://exemple.fr/b/"'),
      'https://exemple.fr/b/1',
      'xml:base',
    ],
    [
      atom('<entry xml:base="b/"><link href="1"/></entry>', 'xml:base="https://exemple.fr/a/"'),
      'https://exemple.fr/a/b/1',
      'two bases',
    ],
    [item('<guid>https://exemple.fr/g</guid>'), 'https://exemple.fr/g', 'a permalink'],
    [item('<guid isPermaLink="false">https://exemple.fr/g</guid>'), '', 'a guid that is no permalink'],
    [item('<guid>123</guid>'), '', 'a guid that is no address'],
    [item('<atom:link rel="alternate" href="https://exemple.fr/a"/>'), 'https://exemple.fr/a', 'Atom in RSS'],
    [
      item('<link/><link>https://exemple.fr/1?a=1&b=2</link>'),
      'https://exemple.fr/1?a=1&b=2',
      'an empty link gives way',
    ],
    [
      item(
        '<link>https://compteur.exemple.fr/1</link><feedburner:origLink>https://exemple.fr/1</feedburner:origLink>',
      ),
      'https://exemple.fr/1',
      'the address that a counter hides',
    ],
    [
      atom(
        '<entry><link hreflang="en" href="https://exemple.fr/en/1"/><link hreflang="fr-CH" href="https://exemple.fr/1"/></entry>',
      ),
      'https://exemple.fr/1',
      'the page in French',
    ],
    [
      atom('<entry><link rel="self" href="https://exemple.fr/1"/></entry>'),
      'https://exemple.fr/1',
      'nothing but itself',
    ],
    [
      atom('<entry><link rel="self" type="application/atom+xml" href="https://exemple.fr/1.atom"/></entry>'),
      '',
      'itself as a feed',
    ],
    [item('<link>javascript:alert(1)</link>'), '', 'a script'],
    [
      item('<link>file:///etc/passwd</link><guid>https://exemple.fr/g</guid>'),
      'https://exemple.fr/g',
      'a file',
    ],
  ])('resolves the link of %#', (text, expected, _why) => expect(only(text).link).toBe(expected))

  it('believes Content-Location before the site', () => {
    const text = item('<link>/1</link>', '<link>https://exemple.fr/</link>')
    expect(only(text, { 'content-location': 'https://miroir.exemple.fr/' }).link).toBe(
      'https://miroir.exemple.fr/1',
    )
  })

  it.each([
    ['<author>anne@exemple.fr (Anne Dupont)</author>', 'Anne Dupont'],
    ['<author>Anne Dupont &lt;anne@exemple.fr&gt;</author>', 'Anne Dupont'],
    ['<dc:creator>Anne Dupont</dc:creator><dc:creator>Jean Morel</dc:creator>', 'Anne Dupont, Jean Morel'],
    ['<author>redaction@exemple.fr</author>', 'redaction@exemple.fr'],
    ['<author>par <a href="/anne">Anne Dupont</a></author>', 'par Anne Dupont'],
    ['<googleplay:author>Anne Dupont</googleplay:author>', 'Anne Dupont'],
    ['<author/>', undefined],
  ])('reads the author in %s', (inside, expected) => expect(only(item(inside)).author).toBe(expected))

  it('reads zoneless dates on the clock of the readers', () => {
    const date = '<pubDate>2025-07-04 08:15:00</pubDate>'
    expect(only(item(date)).published).toBe(Date.UTC(2025, 6, 4, 8, 15))
    expect(only(item(date, '<language>fr</language>')).published).toBe(Date.UTC(2025, 6, 4, 6, 15))
    expect(only(item(date, '<language>fr-CA</language>')).published).toBe(Date.UTC(2025, 6, 4, 12, 15))
  })

  it('takes the first date that can be read', () => {
    expect(only(item('<pubDate>bientôt</pubDate><dc:date>2025-03-04T08:15:00Z</dc:date>')).published).toBe(
      1_741_076_100_000,
    )
  })

  it('knows a feed whose every tag has a prefix', () => {
    const document =
      parse(`<r:rss xmlns:r="http://backend.userland.com/rss2"><r:channel><r:title>Le Courrier</r:title>
      <r:item><x:title xmlns:x="https://exemple.fr/x">Faux</x:title><r:title>Grève</r:title></r:item></r:channel></r:rss>`)
    expect([document.title, document.items[0]?.title]).toEqual(['Le Courrier', 'Grève'])
  })
})
