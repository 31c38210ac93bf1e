// Time in the invented press: its dates, and what its second round changes.
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { DEMO_NOW, DEMO_ROUNDS } from '../../src/demo/demo-press.ts'
import {
  type PressItem,
  allItems,
  bytesAt,
  feedOf,
  itemsOf,
  pageOf,
  press,
  textAt,
  wordsOf,
} from './press-reader.ts'

function floodOf(round: 1 | 2): PressItem | undefined {
  return itemsOf(feedOf('lechodesmarches.example'), round).find(({ link }) => /crue/.test(link))
}

const START = Date.parse('2026-03-16T09:00:00+01:00')
const END = Date.parse('2026-03-17T07:40:00+01:00')

describe('the dates', () => {
  it.each([
    [1, DEMO_ROUNDS[0]],
    [2, END],
  ] as const)('of round %i lie between Monday 09:00 and the reading', (round, until) => {
    const outside = allItems(round).filter(
      ({ date }) => !(Date.parse(date) >= START && Date.parse(date) <= until),
    )
    expect(outside).toEqual([])
  })

  it.each([
    ['lefanal.example', /^Mon, 16 Mar 2026 19:45:00 \+0100$/, 'RFC 822 with an offset'],
    ['lejournaldeliege.example', /^Mon, 16 Mar 2026 11:10:00 GMT$/, 'RFC 822 in GMT'],
    ['antennemeuse.example', /^16 Mar 2026 13:05:00 \+0100$/, 'without the day of the week'],
    ['lechodesmarches.example', /^Mon, 16 Mar 26 18:10:00 \+0100$/, 'two digits for the year, as in 1982'],
    ['radiorivage.example', /^2026-03-16T18:20:00\+01:00$/, 'RFC 3339'],
    ['afriquemeridien.example', /^2026-03-16T19:10:00Z$/, 'RFC 3339 in UTC'],
    ['boussoledessciences.example', /^2026-03-16T16:00\+01:00$/, 'W3CDTF without seconds'],
  ])('%s writes %s: %s', (host, form) => {
    expect(itemsOf(feedOf(host)).map(({ date }) => date)).toContainEqual(expect.stringMatching(form))
  })

  it('leave the edition after the last round', () => {
    expect(DEMO_ROUNDS).toEqual([DEMO_NOW - 1.5 * HOUR, DEMO_NOW - HOUR / 4])
    expect(new Date(DEMO_NOW).toISOString()).toBe('2026-03-17T07:00:00.000Z')
  })
})

describe('the second round', () => {
  it('rewrites an article of La Dépêche du Rhône under its guid, in the feed and on the page', () => {
    const feed = feedOf('ladepechedurhone.example')
    const before = itemsOf(feed, 1).find(({ guid }) => guid === 'ddr-48211')
    const after = itemsOf(feed, 2).find(({ guid }) => guid === 'ddr-48211')
    expect(after).toMatchObject({ link: before?.link, date: before?.date })
    expect(after?.title).not.toBe(before?.title)
    expect(after === undefined ? '' : wordsOf(after, 2)).toContain('Quinze personnes ont été blessées')
    expect(before === undefined ? '' : wordsOf(before, 1)).toContain('Douze personnes ont été blessées')
    expect(textAt(after?.link ?? '', 2)).toContain('"dateModified":"2026-03-17T07:05:00+01:00"')
  })

  it('rewrites an article of L’Écho des Marches whose guid is the headline, its address stays', () => {
    const [before, after] = [floodOf(1), floodOf(2)]
    expect([before?.guid, after?.guid]).toEqual([before?.title, after?.title])
    expect(after?.guid).not.toBe(before?.guid)
    expect(after?.link).toBe(before?.link)
    expect(after?.text).not.toBe(before?.text)
  })

  it('moves the date and the tracker of two articles of Ondes Infos, and not a word', () => {
    const feed = feedOf('ondesinfos.example')
    const before = itemsOf(feed, 1)
    const moved = itemsOf(feed, 2).filter(({ guid }) => before.every((item) => item.guid !== guid))
    expect(moved).toHaveLength(2)
    for (const item of moved) {
      const old = before.find((other) => pageOf(other) === pageOf(item))
      expect(item).toMatchObject({ title: old?.title, text: old?.text })
      expect(Date.parse(item.date)).toBeGreaterThan(Date.parse(old?.date ?? ''))
      expect(item.link).toMatch(/#xtor=RSS-\d/)
    }
  })

  it('brings four new articles, and leaves other feeds byte for byte as they were', () => {
    const known = new Set(allItems(1).map(pageOf))
    const fresh = allItems(2).filter((item) => !known.has(pageOf(item)))
    expect(fresh.map(({ publisher }) => publisher)).toEqual([
      'Le Fanal',
      'Radio Rivage',
      'Antenne Meuse',
      'Afrique Méridien',
    ])
    for (const item of fresh) expect(wordsOf(item, 2).split(' ').length).toBeGreaterThan(80)
    const unchanged = press.feeds.filter(({ url }) => Buffer.compare(bytesAt(url, 1), bytesAt(url, 2)) === 0)
    expect(unchanged).toHaveLength(6)
  })
})
