// OPML as readers of feeds really write it, with their faults, and as we write it ourselves.
import { describe, expect, it } from 'vitest'
import type { OutlineFeed, OutlineRefusal } from '../../src/core/outline.ts'
import { readOpml, writeOpml } from '../../src/feeds/opml.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => readOpml(encode(text))
const inBody = (outlines: string): string => `<opml version="2.0"><head/><body>${outlines}</body></opml>`
const FEED = 'xmlUrl="https://quai.example/rss"'

let counter = 0

describe('one outline', () => {
  it.each<[string, Partial<OutlineFeed>, string]>([
    [`<outline text="Le Quai" ${FEED}/>`, { title: 'Le Quai', address: 'https://quai.example/rss' }, 'plain'],
    [`<outline title="Le Quai" ${FEED}/>`, { title: 'Le Quai' }, 'Thunderbird writes the title alone'],
    [`<outline text="" title="Le Quai" ${FEED}/>`, { title: 'Le Quai' }, 'one of the two left empty'],
    [`<outline text="Mon nom" title="Le Quai" ${FEED}/>`, { title: 'Mon nom' }, 'text is what its user saw'],
    [`<outline ${FEED}/>`, { title: 'quai.example' }, 'no name at all'],
    [`<outline text="R&eacute;gions &amp; villes" ${FEED}/>`, { title: 'Régions & villes' }, 'HTML entities'],
    [`<outline text="R&amp;eacute;gions" ${FEED}/>`, { title: 'Régions' }, 'escaped twice'],
    [`<outline text="&lt;b&gt;Le&lt;/b&gt; Quai" ${FEED}/>`, { title: 'Le Quai' }, 'markup in a name'],
    [`<outline text='Le "Quai"' ${FEED}/>`, { title: 'Le "Quai"' }, 'single quotes around'],
    [`<outline text="a &#x3E; b" ${FEED}/>`, { title: 'a > b' }, 'a numeric reference'],
    [`<outline text=Quai XMLURL=https://quai.example/rss />`, { title: 'Quai' }, 'no quotes at all'],
    ['<OUTLINE TEXT="Quai" XMLURL="https://quai.example/rss"/>', { title: 'Quai' }, 'capitals'],
    ['<outline text="Quai" xmlurl="https://quai.example/rss"/>', { title: 'Quai' }, 'lower case'],
    [
      '<outline text="Quai" xmlUrl="https://quai.example/rss?a=1&amp;b=2"/>',
      { address: 'https://quai.example/rss?a=1&b=2' },
      'an ampersand in the address',
    ],
    [
      '<outline text="Quai" xmlUrl="https://quai.example/rss?a=1&amp;amp;b=2"/>',
      { address: 'https://quai.example/rss?a=1&b=2' },
      'escaped twice',
    ],
    [
      '<outline text="Quai" xmlUrl="https://quai.example/rss?a=1&b=2"/>',
      { address: 'https://quai.example/rss?a=1&b=2' },
      'not escaped, as hand-made lists have it',
    ],
    ['<outline xmlUrl="feed://quai.example/rss"/>', { address: 'https://quai.example/rss' }, 'feed:// alone'],
    [
      '<outline xmlUrl="feed:https://quai.example/rss"/>',
      { address: 'https://quai.example/rss' },
      'feed: before',
    ],
    ['<outline xmlUrl="www.quai.example/rss"/>', { address: 'https://www.quai.example/rss' }, 'no scheme'],
    [
      '<outline xmlUrl="//quai.example/rss"/>',
      { address: 'https://quai.example/rss' },
      'the scheme of the page',
    ],
    [
      '<outline xmlUrl="\n https://quai.example/rss \n"/>',
      { address: 'https://quai.example/rss' },
      'blanks around',
    ],
    [
      '<outline type="rss" url="https://quai.example/rss"/>',
      { address: 'https://quai.example/rss' },
      'url for xmlUrl',
    ],
    [
      '<outline xmlUrl="https://quai.example/élus"/>',
      { address: 'https://quai.example/%C3%A9lus' },
      'letters beyond ASCII',
    ],
    [`<outline ${FEED} htmlUrl="https://quai.example/"/>`, { site: 'https://quai.example/' }, 'its page'],
    [`<outline ${FEED} htmlUrl="javascript:alert(1)"/>`, { site: '' }, 'a page that is none'],
    [`<outline ${FEED} language="fr-BE"/>`, { language: 'fr-BE' }, 'its language'],
    [`<outline ${FEED} category="/Presse/Régions,/Matin"/>`, { rubric: 'Presse / Régions' }, 'a category'],
    [
      `<outline text="Sport"><outline ${FEED} category="/Presse"/></outline>`,
      { rubric: 'Sport' },
      'the folder before the category',
    ],
    [
      `<outline text="Presse"><outline text="Régions"><outline ${FEED}/></outline></outline>`,
      { rubric: 'Presse / Régions' },
      'folders in folders',
    ],
    [
      `<outline text="Toute la presse que je lis le matin"><outline text="Régions de l’Ouest"><outline ${FEED}/></outline></outline>`,
      { rubric: 'Régions de l’Ouest' },
      'too long for one rubric: the inner folder',
    ],
    [
      `<outline title="Sans catégorie"><outline ${FEED}/></outline>`,
      { rubric: '' },
      'what FreshRSS writes for no folder',
    ],
    [
      `<outline text="Comptes"><outline type="rss" text="Le Quai"><outline ${FEED} text="Le Quai"/></outline></outline>`,
      { rubric: 'Comptes / Le Quai' },
      'Thunderbird: a folder that calls itself a feed',
    ],
    [`<opml:outline text="Quai" ${FEED}/>`, { title: 'Quai' }, 'a prefix'],
    [
      `<!-- <outline xmlUrl="https://non.example/"/> --><outline ${FEED}/>`,
      { address: 'https://quai.example/rss' },
      'a comment',
    ],
    [
      `<outline text="Le Quai xmlUrl="https://quai.example/rss"/>`,
      { title: 'Le Quai' },
      'a quote is missing',
    ],
    [
      `<outline text="a > b" ${FEED}/>`,
      { title: 'a > b', address: 'https://quai.example/rss' },
      'a bracket in a name',
    ],
  ])('reads %s', (outline, expected, _why) => {
    expect(read(inBody(outline))?.feeds).toEqual([expect.objectContaining(expected)])
  })

  it.each<[string, OutlineRefusal, string]>([
    ['<outline type="rss" text="Le Quai"/>', 'address-missing', 'no address'],
    ['<outline text="Le Quai" xmlUrl=""/>', 'address-missing', 'an empty one'],
    ['<outline xmlUrl="https://"/>', 'address-unreadable', 'no host'],
    ['<outline xmlUrl="rien"/>', 'address-unreadable', 'a word'],
    [
      `<outline xmlUrl="https://quai.example/${'a'.repeat(2000)}"/>`,
      'address-unreadable',
      'longer than servers take',
    ],
    ['<outline xmlUrl="file:///etc/passwd"/>', 'scheme', 'a file'],
    ['<outline xmlUrl="javascript:alert(1)"/>', 'scheme', 'a script'],
    ['<outline xmlUrl="|curl quai.example"/>', 'scheme', 'a program, as Liferea runs them'],
    ['<outline xmlUrl="exec:~/lire.sh"/>', 'scheme', 'a program, as Newsboat runs them'],
    ['<outline xmlUrl="http://localhost:1200/quai"/>', 'private', 'the own machine'],
    ['<outline xmlUrl="http://192.168.1.4/rss"/>', 'private', 'the own network'],
    ['<outline xmlUrl="http://[::1]/rss"/>', 'private', 'the own machine, IPv6'],
    ['<outline xmlUrl="http://rsshub.local/rss"/>', 'private', 'a name of the own network'],
    ['<outline xmlUrl="https://awa:secret@quai.example/rss"/>', 'password', 'a password'],
    [
      '<outline type="HTML+XPath" xmlUrl="https://quai.example/"/>',
      'scraped',
      'a page that FreshRSS takes apart',
    ],
    ['<outline type="include" url="https://quai.example/liste.opml"/>', 'list', 'a list of lists'],
    [
      '<outline type="link" url="https://quai.example/liste.opml"/>',
      'list',
      'the same, as OPML 1.1 wrote it',
    ],
  ])('refuses %s: %s', (outline, reason, _why) => {
    const outlines = read(inBody(`\n${outline}`))
    expect(outlines?.feeds).toEqual([])
    expect(outlines?.refused).toEqual([expect.objectContaining({ reason, line: 2 })])
  })

  it.each([
    ['<outline text="Vide"/>', 'an empty folder'],
    [
      '<outline text="tt-rss-prefs" schema-version="1"><outline name="A" value="b"/></outline>',
      'settings of Tiny Tiny RSS',
    ],
  ])('takes no notice of %s', (outline, _why) => {
    const outlines = read(inBody(outline))
    expect([outlines?.feeds, outlines?.refused]).toEqual([[], []])
  })
})

describe('a whole list', () => {
  it('knows the line of each feed, behind a DOCTYPE of several lines too', () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE opml [\n<!ENTITY q "Le Quai">\n]>\n<opml><body>\n<outline text="&q;" ${FEED}/>\n\n<outline type="rss"/></body></opml>`
    const outlines = read(text)
    expect(outlines?.feeds).toEqual([expect.objectContaining({ title: 'Le Quai', line: 6 })])
    expect(outlines?.refused.map(({ line }) => line)).toEqual([8])
  })

  it('folds an address that stands there twice, and keeps the rubric that one of them has', () => {
    const outlines = read(
      inBody(`<outline ${FEED}/><outline text="Une"><outline xmlUrl="http://quai.example/rss/"/></outline>`),
    )
    expect(outlines?.feeds).toEqual([
      expect.objectContaining({ address: 'https://quai.example/rss', rubric: 'Une' }),
    ])
    expect(outlines?.repeatedCount).toBe(1)
  })

  it('takes the title of the head, in CDATA too, and not that of a feed', () => {
    const text = `<opml><head><title><![CDATA[Mes flux & moi]]></title></head><body><outline title="X" ${FEED}/></body></opml>`
    expect(read(text)?.title).toBe('Mes flux & moi')
  })

  it.each<[string, Uint8Array, string]>([
    ['windows-1252 without a word', latin1(inBody(`<outline text="Région" ${FEED}/>`)), 'an old export'],
    [
      'ISO-8859-1 declared',
      latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>${inBody(`<outline text="Région" ${FEED}/>`)}`),
      'an older one',
    ],
    ['UTF-8 with BOM', encode(`\uFEFF${inBody(`<outline text="Région" ${FEED}/>`)}`), 'Windows'],
    [
      'UTF-16',
      Buffer.from(`\uFEFF${inBody(`<outline text="Région" ${FEED}/>`)}`, 'utf16le'),
      'Windows again',
    ],
  ])('reads %s', (_name, bytes, _why) => {
    expect(readOpml(bytes)?.feeds).toEqual([expect.objectContaining({ title: 'Région' })])
  })

  it('keeps what came whole of a list that breaks off, and says so', () => {
    const whole = inBody(`<outline ${FEED}/><outline text="Le Phare" xmlUrl="https://phare.example/rss"/>`)
    const cut = read(whole.slice(0, whole.indexOf('phare.example') + 6))
    expect(cut?.feeds.map(({ address }) => address)).toEqual(['https://quai.example/rss'])
    expect(cut?.warnings).toContainEqual({ code: 'truncated' })
    expect(read(whole)?.warnings).toEqual([])
  })

  it('lets a broken outline harm no neighbour', () => {
    const outlines = read(
      inBody(
        `<outline text="Avant" ${FEED}/>\n<outline text="Abîmé xmlUrl=\n<outline text="Après" xmlUrl="https://apres.example/rss"/>`,
      ),
    )
    expect(outlines?.feeds.map(({ title }) => title)).toEqual(['Avant', 'Après'])
    expect(outlines?.warnings).toEqual([{ code: 'mended', count: 1 }])
  })

  it('reads feeds whose tags are never closed, beside one another', () => {
    const outlines = read(
      `<opml><body>${'<outline text="F" xmlUrl="https://f.example/N">'.repeat(300).replaceAll('N', () => String(counter++))}`,
    )
    expect(outlines?.feeds).toHaveLength(300)
    expect(new Set(outlines?.feeds.map(({ rubric }) => rubric))).toEqual(new Set(['']))
  })

  it.each([
    ['<!doctype html><html><body><p>Bonjour</p></body></html>', 'a page'],
    ['<rss version="2.0"><channel><title>Le Quai</title></channel></rss>', 'a feed'],
    ['https://quai.example/rss\nhttps://phare.example/rss', 'addresses in a text'],
    ['', 'nothing'],
  ])('says that it is no OPML: %s', (text, _why) => {
    expect(read(text)).toBeUndefined()
  })
})

describe('writing', () => {
  const feeds: readonly Omit<OutlineFeed, 'line'>[] = [
    feed({ title: 'Le Quai & « l’écluse » <bis>', address: 'https://quai.example/rss?a=1&b="2"' }),
    feed({ title: 'Sans rubrique', address: 'https://sans.example/rss', language: 'fr' }),
    feed({
      title: 'Rangé',
      address: 'https://range.example/rss',
      rubric: 'Presse / Régions',
      publisher: 'Le Rang',
    }),
    feed({
      title: 'À côté',
      address: 'https://cote.example/rss',
      rubric: 'Presse',
      site: 'https://cote.example/',
    }),
    { ...feed({ title: 'Signalé', address: 'https://signale.example/rss' }), isQuoted: false },
  ]

  it('comes back as it was', () => {
    const outlines = read(writeOpml({ title: 'Mes flux & moi', feeds }, Date.UTC(2026, 2, 17)))
    expect(outlines?.title).toBe('Mes flux & moi')
    expect(outlines?.refused).toEqual([])
    expect(outlines?.warnings).toEqual([])
    const back = outlines?.feeds.map(({ line: _line, ...rest }) => rest) ?? []
    const expected = feeds.map((one) => ({ ...one, title: one.title.replace(' <bis>', '') }))
    expect(back.toSorted(byAddress)).toEqual(expected.toSorted(byAddress))
  })

  it('is OPML 2.0: a version, a head with an RFC 822 date, text in each outline, folders one in another', () => {
    const text = writeOpml({ title: 'Mes flux', feeds }, Date.UTC(2026, 2, 17, 7))
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<opml version="2\.0" /)
    expect(text).toContain('<dateCreated>Tue, 17 Mar 2026 07:00:00 GMT</dateCreated>')
    expect(text.match(/<outline /g)?.length).toBe(text.match(/<outline text="/g)?.length)
    expect(text).toMatch(
      /<outline text="Presse"[^>]*>\n.*À côté.*\n\s*<outline text="Régions"[^>]*>\n.*Rangé/,
    )
  })

  it('leaves out what XML cannot carry', () => {
    const text = writeOpml({ title: 'a\u0000b\u001Fc\nd', feeds: [] }, 0)
    expect(text).toContain('<title>abc d</title>')
  })
})

const byAddress = (one: { address: string }, other: { address: string }) =>
  one.address.localeCompare(other.address)

function feed(given: Partial<OutlineFeed>): Omit<OutlineFeed, 'line'> {
  return { title: '', address: '', site: '', rubric: '', language: '', publisher: '', ...given }
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
