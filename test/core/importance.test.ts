// Importance: which story comes first, and which article speaks for it.
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import {
  countPublishers,
  importanceOf,
  rankSources,
  standInsOf,
  type PlacedArticle,
} from '../../src/core/importance.ts'

const NOW = Date.UTC(2026, 10, 20, 7)
const SENTENCE = 'Le tribunal de Quimper a rendu jeudi sa décision dans l’affaire des algues vertes. '

type Changes = Partial<Omit<PlacedArticle, 'placement'>> & { readonly duplicateOf?: string }

function article(id: string, { duplicateOf, ...changes }: Changes = {}): PlacedArticle {
  return {
    id,
    feedId: 'flux',
    publisher: 'Le Phare',
    rubric: 'Justice',
    url: `https://phare.test/${id}`,
    version: 1,
    title: 'Algues vertes : l’État condamné',
    lead: '',
    text: SENTENCE.repeat(10),
    publishedAt: NOW - 2 * HOUR,
    firstSeenAt: NOW - 2 * HOUR,
    ...changes,
    appearances: [],
    placement: { articleId: id, storyId: 'algues', ...(duplicateOf === undefined ? {} : { duplicateOf }) },
  }
}

describe('countPublishers', () => {
  it.each([
    [[article('a')], 1, 'one article'],
    [[article('a'), article('b')], 1, 'one publisher twice'],
    [[article('a'), article('b', { publisher: 'L’Écho' })], 2, 'two that wrote for themselves'],
    [[article('a'), article('b', { publisher: 'L’Écho', duplicateOf: 'a' })], 1, 'one only reprints'],
    [
      [article('a', { publisher: 'L’Écho', duplicateOf: 'x' }), article('b', { duplicateOf: 'x' })],
      1,
      'two reprints of a dispatch that is elsewhere are one',
    ],
    [
      [
        article('a'),
        article('b', { publisher: 'L’Écho', duplicateOf: 'a' }),
        article('c', { publisher: 'L’Écho' }),
      ],
      2,
      'one reprints, and writes for itself as well',
    ],
  ])('of %# gives the independent ones', (articles, expected, _why) => {
    expect(countPublishers(articles)).toBe(expected)
  })
})

describe('standInsOf', () => {
  it('lets the first seen reprint stand for an original that is not there', () => {
    const late = article('a', { duplicateOf: 'x' })
    const early = article('b', { duplicateOf: 'x', firstSeenAt: NOW - 5 * HOUR })
    expect(standInsOf([late, early]).get('x')).toBe(early)
  })

  it('prefers the original, even seen later', () => {
    const original = article('x')
    expect(standInsOf([article('a', { duplicateOf: 'x', firstSeenAt: 0 }), original]).get('x')).toBe(original)
  })
})

describe('importanceOf', () => {
  const points = (...articles: readonly PlacedArticle[]): number => importanceOf(articles, NOW)
  const second = article('b', { publisher: 'L’Écho' })

  it.each([
    [
      points(article('a'), second),
      points(article('a'), article('b')),
      'two publishers before two articles of one',
    ],
    [points(article('a'), article('b')), points(article('a')), 'two articles before one'],
    [points(article('a')), points(article('a', { publishedAt: NOW - 20 * HOUR })), 'fresh before old'],
    [points(article('a')), points(article('a', { text: SENTENCE })), 'long before short'],
    [points(article('a'), second), points(article('a', { publishedAt: NOW })), 'coverage before two hours'],
    [
      points(
        article('a', { publishedAt: NOW - 12 * HOUR }),
        article('b', { publisher: 'L’Écho', publishedAt: 0 }),
      ),
      points(article('a', { publishedAt: NOW })),
      'a second publisher before half a day',
    ],
  ])('puts first, %#: %d over %d', (greater, lesser, _why) => expect(greater).toBeGreaterThan(lesser))

  it.each([
    [
      [article('a'), article('b', { publisher: 'L’Écho', duplicateOf: 'a' })],
      'reprints of a story add nothing',
    ],
    [[article('a', { text: SENTENCE.repeat(10), publishedAt: NOW - 2 * HOUR })], 'the same article'],
  ])('does not change, %#', (articles, _why) => expect(points(...articles)).toBeCloseTo(points(article('a'))))

  it('takes a date in the future for now', () => {
    const ahead = article('a', { publishedAt: NOW + 5 * HOUR })
    expect(points(ahead)).toBe(points(article('a', { publishedAt: NOW })))
  })
})

function ids(...articles: readonly PlacedArticle[]): readonly string[] {
  return rankSources(articles).map(({ id }) => id)
}

describe('rankSources', () => {
  const long = { text: SENTENCE.repeat(20) }

  it.each([
    [ids(article('a'), article('b', long)), ['b', 'a'], 'the longest'],
    [
      ids(article('a', { ...long, title: 'EN DIRECT. Le procès des algues' }), article('b')),
      ['b', 'a'],
      'no live page',
    ],
    [ids(article('a', { text: SENTENCE, duplicateOf: 'b' }), article('b')), ['b', 'a'], 'reprints last'],
    [
      ids(article('a', long), article('b'), article('c', { duplicateOf: 'b' })),
      ['b', 'a', 'c'],
      'a dispatch that others took up, before a longer article',
    ],
    [
      ids(
        article('a', { text: SENTENCE.repeat(90) }),
        article('b', { text: SENTENCE.repeat(70), publishedAt: NOW }),
      ),
      ['b', 'a'],
      'over 800 words the newer',
    ],
    [
      ids(article('b'), article('a')),
      ['a', 'b'],
      'equal in all: by id, so that the order is always the same',
    ],
  ])('gives %o', (found, expected, _why) => expect(found).toEqual(expected))
})
