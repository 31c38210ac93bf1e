// Lists of feeds that mean harm: read within seconds and within bounds, and the feeds in them all the same.
import { describe, expect, it } from 'vitest'
import { MOST_OUTLINE_FEEDS } from '../../src/core/outline.ts'
import { readOpml } from '../../src/feeds/opml.ts'

const read = (text: string) => readOpml(new TextEncoder().encode(text))
const inBody = (outlines: string): string => `<opml version="2.0"><head/><body>${outlines}</body></opml>`
const FEED = 'xmlUrl="https://quai.example/rss"'

describe('a list that means harm', () => {
  const bomb = `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghij', (name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at] ?? ''};`.repeat(10)}">`).join('')}]>`

  it('expands no bomb of entities', () => {
    const outlines = read(`${bomb}${inBody(`<outline text="&j;" ${FEED}/>`)}`)
    expect(outlines?.feeds).toHaveLength(1)
    expect(outlines?.warnings).toEqual([{ code: 'entities-refused' }])
  })

  it.each<[string, string]>([
    ['folders 10,000 deep', `<opml><body>${'<outline text="d">'.repeat(10_000)}<outline ${FEED}/>`],
    ['10 MB of brackets', `<opml><outline ${FEED}/>${'<'.repeat(10_000_000)}`],
    ['10 MB of quotes', `<opml><outline ${FEED}/><outline ${'" '.repeat(5_000_000)}`],
    ['3 MB of blanks', `<opml><outline ${FEED}/><outline a${' '.repeat(3_000_000)}`],
    ['3 MB of comments', `<opml><outline ${FEED}/>${'<!-- '.repeat(600_000)}`],
    ['3 MB of attributes', `<opml><outline ${FEED}/><outline ${'a="b" '.repeat(500_000)}`],
  ])('reads %s in seconds, and the feed in it', (_name, text) => {
    const startedAt = performance.now()
    expect(read(text)?.feeds).toHaveLength(1)
    expect(performance.now() - startedAt).toBeLessThan(8000)
  })

  it('tells no password of an address that it refuses', () => {
    const outline = '<outline text="Privé" xmlUrl="https://lecteur:se@cret@quai.example/rss"/>'
    expect(read(inBody(outline))?.refused).toEqual([
      { title: 'Privé', given: 'https://quai.example/rss', line: 1, reason: 'password' },
    ])
  })

  it('takes so many feeds and no more, and says which it left', () => {
    const outlines = read(
      inBody(
        Array.from(
          { length: MOST_OUTLINE_FEEDS + 2 },
          (_, at) => `<outline xmlUrl="https://f.example/${at}"/>`,
        ).join('\n'),
      ),
    )
    expect(outlines?.feeds).toHaveLength(MOST_OUTLINE_FEEDS)
    expect(outlines?.refused.map(({ reason }) => reason)).toEqual(['too-many', 'too-many'])
  })
})
