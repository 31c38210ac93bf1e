import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import { type DatedItem, furtherNames, isWhollyKnown } from '../../src/core/further-names.ts'

const AT = Date.parse('2026-03-17T08:10:00+01:00')
const item = (more: Partial<DatedItem>): DatedItem => ({
  title: 'Le port de Brest rouvre',
  lead: 'La capitainerie a rouvert le port ce mardi matin après deux jours de vent.',
  text: '',
  ...more,
})
const names = (more: Partial<DatedItem>): readonly string[] => furtherNames([item(more)], 'f1')[0] ?? []

describe('the name of a page', () => {
  it.each([
    ['http://www.exemple.fr/a/b/', 'page:exemple.fr/a/b?'],
    ['https://m.exemple.fr/a/b', 'page:exemple.fr/a/b?'],
    ['https://amp-exemple.fr/amp/a/b', 'page:exemple.fr/a/b?'],
    ['https://exemple.fr/a/b/amp/', 'page:exemple.fr/a/b?'],
    ['https://exemple.fr/a.amp.html?amp=1', 'page:exemple.fr/a.html?'],
    ['https://exemple.fr/article?id=12&outputType=amp', 'page:exemple.fr/article?id=12'],
    ['https://exemple.fr/direct#message-7', 'page:exemple.fr/direct?#message-7'],
    ['https://exemple.fr/amp/', 'page:exemple.fr?'],
  ])('%s is %s', (url, expected) => {
    const page = names({ url }).find((name) => name.startsWith('page:'))
    expect(page ?? 'none').toBe(expected === 'page:exemple.fr?' ? 'none' : expected)
  })

  it('is none where two items have it', () => {
    const both = [item({ url: 'https://exemple.fr/direct' }), item({ url: 'http://www.exemple.fr/direct/' })]
    expect(furtherNames(both, 'f1')).toEqual([[], []])
  })
})

describe('the name by the minute', () => {
  it.each<readonly [Partial<DatedItem>, number, string]>([
    [{ publishedAt: AT }, 2, 'a title and a text'],
    [{ publishedAt: AT, title: 'En bref' }, 1, 'a title of two words'],
    [{ publishedAt: AT, lead: 'Le port rouvre.' }, 1, 'an abstract of three words'],
    [{ publishedAt: AT - 10 * MINUTE }, 0, 'a round hour'],
    [{}, 0, 'no date'],
  ])('of %j are %d', (more, count, _why) => expect(names(more)).toHaveLength(count))

  it('changes with the minute', () =>
    expect(names({ publishedAt: AT })).not.toEqual(names({ publishedAt: AT + HOUR })))
})

it('an item needs no reading when its first names are known, whatever date it bears today', () => {
  const keys = [
    'guid:f1:a',
    'url:https://exemple.fr/a',
    'print:le courrier:1',
    'dated:f1:2',
    'page:exemple.fr/a?',
  ]
  const known = new Set(keys.slice(0, 3))
  expect(isWhollyKnown(keys, (key) => known.has(key))).toBe(true)
  expect(isWhollyKnown([...keys, 'print:le courrier:2'], (key) => known.has(key))).toBe(false)
})
