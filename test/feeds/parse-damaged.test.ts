import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExplainedError } from '../../src/core/failures.ts'
import { parseFeed, type FeedDocument, type ParsedItem } from '../../src/feeds/parse.ts'
import { wholeItems } from './whole-items.ts'

const URL_OF_FEED = 'https://flux.exemple.fr/presse/une.xml'

function parse(text: string | Uint8Array): FeedDocument {
  const body = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return parseFeed(body, { url: URL_OF_FEED, headers: {} })
}

const rss = (channel: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Le Courrier du soir</title>${channel}</channel></rss>`

/** Two items, the first of which is damaged. */
const two = (first: string): string =>
  rss(
    `<item><title>Un</title>${first}</item><item><title>Deux</title><link>https://exemple.fr/2</link></item>`,
  )

const withEntities = (declarations: string, text: string): string =>
  `<!DOCTYPE rss [${declarations}]>${rss(`<item><title>Un</title><description>${text}</description></item>`)}`

const page = (name: string): string =>
  `<url><loc>https://exemple.fr/${name}</loc><news:news><news:title>${name}</news:title></news:news></url>`

function only(text: string): ParsedItem | undefined {
  const { items } = parse(text)
  expect(items).toHaveLength(1)
  return items[0]
}

const codes = (document: FeedDocument): readonly string[] => document.warnings.map(({ code }) => code)

/** What feeds are made of, in any order. */
const PIECES =
  '<item> </item> <entry> </entry> <title> </title> <![CDATA[ ]]> <!-- --> <link> </link> <description> </description> &amp; & < > " été <item/> <a_href=" </channel> </rss> <rss> <channel> <feed> <br> <html> <?xml_?> <!DOCTYPE_a_[ \0 {'
    .split(' ')
    .map((piece) => piece.replaceAll('_', ' '))
const pieces = fc.constantFrom(...PIECES, ' ')

describe('damage', () => {
  it.each([
    [two('<description>Avant<br>après</description>'), 'an open tag'],
    [two('<description>Jeux <3 ans & plus</description>'), 'bare signs'],
    [two('<link>https://exemple.fr/1<description>Texte</description>'), 'an end tag missing'],
    [two('<description><![CDATA[Texte</description>'), 'a section left open'],
    [two('<!-- <description>Texte</description>'), 'a comment left open'],
    [two('<description title="oups>Texte</description>'), 'a quote left open'],
    [two('<guid isPermaLink=false>1</guid>'), 'no quotes'],
    [two('').replace('</item><item>', '<item>'), 'an item left open'],
    [two('').replace('</item></channel>', '</channel>'), 'the last item left open'],
    [two('').replaceAll('item', 'ITEM'), 'capitals'],
    [two('').replace('</channel></rss>', ''), 'no end'],
    [`\n\n  ${two('')}`, 'blank lines first'],
    [`<!-- sans <!DOCTYPE -->${two('')}`, 'a comment on a declaration that is not there'],
    [`<!-- <!DOCTYPE a [ -->${two('')}<!-- ]> -->`, 'two comments that look like one'],
    [`<br />\n<b>Warning</b>: foo.php on line 3<p>\n${two('')}`, 'a warning first'],
    [two('').replace('<?xml', '<!DOCTYPE html><?xml'), 'another DOCTYPE'],
    [two('').replace('<item><title>Deux', '<iem><title>Deux'), 'a start tag misspelt'],
    [two('').replace('</item><item>', '</item><it'), 'a start tag cut'],
    [
      two('<guid>1</guid>').replace('</item><item>', '').replace('</item>', '<guid>2</guid></item>'),
      'nothing between two',
    ],
  ])('keeps both items of feed %#', (text, _why) =>
    expect(parse(text).items.map(({ title }) => title)).toEqual(['Un', 'Deux']),
  )

  it.each([
    ['{"title": "Le Courrier", "items": [{"title": "Un",}, {"title": "Deux"},]}', 'commas before an end'],
    [
      '{"items": [{"title": "Un", "content_text": "Le\ntexte"}, {"title": "Deux"}]}',
      'a line break in a word',
    ],
    ['{"items": [{"title": "Un", "id": "1}, {"title": "Deux"}]}', 'a quote missing'],
    ['{"items": [{"title": "Un", "id" "1"}, {"title": "Deux"}]}', 'a colon missing'],
    ['{"items": [{"title": "Un", "id": "1"} "title": "Deux"}]}', 'signs between items missing'],
    ['{"items": [{"title": "Un"}, {"title": "Deux", "content_text": "Le tex', 'the end missing'],
  ])('keeps both items of %s', (text, _why) => {
    const document = parse(text)
    expect(document.items.map(({ title }) => title)).toEqual(['Un', 'Deux'])
    expect(codes(document)).toContain('read-tolerantly')
  })

  it('reads a news sitemap of which the root is lost', () => {
    const document = parse(
      `xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${page('Un')}${page('Deux')}</urlset>`,
    )
    expect(document.items.map(({ link }) => link)).toEqual([
      'https://exemple.fr/Un',
      'https://exemple.fr/Deux',
    ])
    expect(codes(document)).toContain('read-tolerantly')
  })

  it('makes a field whole whose start tag lost its first sign', () => {
    expect(only(rss('<item><title>Un</title>\n description>Le texte.</description></item>'))?.summary).toBe(
      'Le texte.',
    )
  })

  it('says how many items were mended, and that the end is missing', () => {
    const whole = rss('<item><title>Un</title></item>')
    expect(codes(parse(whole))).toEqual(['dates-missing'])
    const cut = rss(
      '<item><title>Un<link>https://exemple.fr/1</link></item><item><title>Deux</title><description>Le tex',
    )
    const document = parse(cut.slice(0, cut.indexOf('</channel>')))
    expect(document.warnings.slice(0, 2)).toEqual([
      { code: 'read-tolerantly', recovered: 2 },
      { code: 'truncated' },
    ])
  })

  it('drops the field in which a file breaks off, since half a sentence is no quotation', () => {
    const text = rss('<item><title>Un</title><description>Le ministre a').replace('</channel></rss>', '')
    expect(only(text)).toMatchObject({ title: 'Un', summary: '' })
    expect(parse(text.slice(0, text.indexOf('Un</title>') + 1)).items).toEqual([])
  })

  it('ignores items in comments and in sections', () => {
    const hidden =
      '<!-- <item><title>Vieux</title></item> --><description><![CDATA[<item>Faux</item>]]></description>'
    expect(parse(rss(`${hidden}<item><title>Un</title></item>`)).items).toHaveLength(1)
  })

  it('counts refused links and missing dates', () => {
    const text = rss(
      '<item><link>javascript:alert(1)</link></item><item><link>https://exemple.fr/</link></item>',
    )
    expect(parse(text).warnings).toEqual([
      { code: 'dates-missing', count: 2 },
      { code: 'links-refused', count: 1 },
    ])
  })

  it.each([
    ['', 'feed-empty'],
    ['\uFEFF \n\t', 'feed-empty'],
    ['<!DOCTYPE html><html><head><title>Panne</title></head><body>Erreur</body></html>', 'feed-is-html'],
    ['<p>Site en maintenance</p>', 'feed-is-html'],
    ['Not found', 'feed-unreadable'],
    ['{"erreur": 404}', 'feed-unreadable'],
    ['{"items": [', 'feed-unreadable'],
    ['<opml version="2.0"><body><outline text="a"/></body></opml>', 'feed-unreadable'],
    ['<urlset><url><loc>https://exemple.fr/1</loc></url></urlset>', 'feed-unreadable'],
  ])('explains what %j is', (text, code) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ failure: { code, url: URL_OF_FEED } }))
  })

  it('takes a feed without items for a feed', () => expect(parse(rss('')).items).toEqual([]))
})

describe('attacks', () => {
  it('reads the plain entities that a feed declares', () => {
    const document = parse(
      withEntities('<!ENTITY lieu "Saint-Malo"><!ENTITY nbsp "&#160;">', 'À&nbsp;&lieu;'),
    )
    expect(document.items[0]?.summary).toBe('À\u00A0Saint-Malo')
    expect(codes(document)).not.toContain('entities-refused')
  })

  it.each([
    ['<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;', 'a file'],
    ['<!ENTITY x PUBLIC "a" "https://exemple.fr/x">', '&x;', 'an address'],
    ['<!ENTITY a "aaaa"><!ENTITY x "&a;&a;&a;">', '&x;', 'entities made of entities'],
    [`<!ENTITY x "${'a'.repeat(5000)}">`, '&x;', 'a long one'],
    [`<!ENTITY a "${'a'.repeat(200)}">`, '&a;'.repeat(50_000), 'a short one used too often'],
  ])('refuses %s', (declarations, text, _why) => {
    const document = parse(withEntities(declarations, text))
    expect(codes(document)).toContain('entities-refused')
    expect(document.items[0]?.title).toBe('Un')
    expect(document.items[0]?.summary.length).toBeLessThanOrEqual(1_000_000)
  })

  it.each([
    ['<a>'.repeat(100_000), 'nested elements'],
    ['<![CDATA['.repeat(100_000), 'sections left open'],
    ['<a><![CDATA[</a>'.repeat(50_000), 'sections to mend'],
    ['<!--'.repeat(100_000), 'comments left open'],
    ['</a>'.repeat(100_000), 'end tags alone'],
    ['<'.repeat(100_000), 'signs'],
    [' '.repeat(1_000_000), 'spaces'],
  ])('survives %#', (inside, _why) => {
    const startedAt = performance.now()
    expect(parse(rss(`<item><title>Un</title>${inside}</item>`)).items[0]?.title).toBe('Un')
    // Anything quadratic takes minutes here; the slowest took 0.3 s.
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})

describe('any bytes at all', () => {
  it('gives a document or an explanation, never another error', () => {
    const text = fc.array(pieces, { maxLength: 60 }).map((parts) => new TextEncoder().encode(parts.join('')))
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 300 })), (body) => {
        expect(isReadOrExplained(body)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives back at least the items whose tags are whole', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = `<rss><channel>${parts.join('')}</channel></rss>`
        expect(parse(text).items.length).toBeGreaterThanOrEqual(wholeItems(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('loses no item of a feed from which some characters went missing', () => {
    const feed = rss(
      Array.from(
        { length: 5 },
        (_, at) => `<item><title><![CDATA[Titre ${at}]]></title><link>https://exemple.fr/${at}</link></item>`,
      ).join(''),
    )
    fc.assert(
      fc.property(fc.array(fc.nat(feed.length), { maxLength: 3 }), (holes) => {
        const text = Array.from(feed, (character, at) => (holes.includes(at) ? '' : character)).join('')
        expect(parse(text).items.length).toBeGreaterThanOrEqual(wholeItems(text))
      }),
      { numRuns: 1000 },
    )
  })
})

function isReadOrExplained(body: Uint8Array): boolean {
  try {
    return Array.isArray(parse(body).items)
  } catch (error) {
    return error instanceof ExplainedError
  }
}
