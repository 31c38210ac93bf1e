// What a feed is warned of, from its items and two of its pages; which feeds are really different.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/core/calendar.ts'
import type { FeedItem } from '../../src/core/feed.ts'
import {
  distinctFeeds,
  type FeedEvidence,
  isCommentsFeed,
  isSilent,
  itemsToSample,
  judgeFeed,
  newestFirst,
  type PageSample,
} from '../../src/core/feed-preview.ts'

/** A Tuesday, ten o'clock in Paris. */
const NOW = Date.UTC(2026, 2, 10, 9)
const URL = 'https://www.lephare.example/rss'

function item(more: Partial<FeedItem> = {}): FeedItem {
  return {
    title: 'Le bac',
    url: 'https://www.lephare.example/bac.html',
    lead: 'La traversée dure neuf minutes.',
    text: '',
    publishedAt: NOW - HOUR,
    ...more,
  }
}

function evidence(more: Partial<FeedEvidence> = {}): FeedEvidence {
  return { url: URL, items: [item()], warnings: [], samples: [READ, READ], ...more }
}

const READ: PageSample = { kind: 'read', isPaywalled: false }
const CLOSED: PageSample = { kind: 'read', isPaywalled: true }
const failed = (failure: Extract<PageSample, { kind: 'failed' }>['failure']): PageSample => ({
  kind: 'failed',
  failure,
})
const TEXTLESS = failed({ code: 'page-without-text', url: URL })
const status = (code: number): PageSample => failed({ code: 'fetch-status', url: URL, status: code })
const LATE = { code: 'fetch-timeout', url: URL, seconds: 20 } as const
const { publishedAt: _when, ...UNDATED } = item()

/** Instants at these distances before now. */
const before = (distances: readonly Instant[]): readonly Instant[] =>
  distances.map((distance) => NOW - distance)
const every = (interval: Instant, count: number, age: Instant): readonly Instant[] =>
  before(Array.from({ length: count }, (_, index) => age + index * interval))
/** Five articles a working day, 9 h to 17 h UTC, for four weeks, none since `age` ago. */
const workingDays = (age: Instant): readonly Instant[] =>
  Array.from({ length: 28 * 24 }, (_, hours) => NOW - hours * HOUR).filter((at) => {
    const [day, hour] = [new Date(at).getUTCDay(), new Date(at).getUTCHours()]
    return day > 0 && day < 6 && hour >= 9 && hour <= 17 && hour % 2 === 1 && NOW - at >= age
  })

const feed = (url: string, title = ''): { url: string; title: string } => ({ url, title })

describe('judgeFeed', () => {
  it('has nothing to say of a feed that is well', () => expect(judgeFeed(evidence(), NOW)).toEqual([]))

  it.each<readonly [string, Partial<FeedEvidence>, readonly object[]]>([
    ['no item', { items: [], samples: [] }, [{ kind: 'empty' }]],
    [
      'one item of two months ago',
      { items: [item({ publishedAt: NOW - 60 * DAY })] },
      [{ kind: 'silent', since: NOW - 60 * DAY }],
    ],
    [
      'no date',
      { items: [UNDATED], warnings: [{ code: 'dates-missing', count: 1 }] },
      [{ kind: 'no-dates' }],
    ],
    ['dates of 1970', { items: [item({ publishedAt: 0 })] }, [{ kind: 'no-dates' }]],
    ['dates of next year', { items: [item({ publishedAt: NOW + 300 * DAY })] }, [{ kind: 'no-dates' }]],
    [
      'one date missing',
      { items: [item(), UNDATED], warnings: [{ code: 'dates-missing', count: 1 }] },
      [{ kind: 'mended', warning: { code: 'dates-missing', count: 1 } }],
    ],
    [
      'another address',
      { movedTo: 'https://canal.example/rss' },
      [{ kind: 'moved', to: 'https://canal.example/rss' }],
    ],
    ['the same address in https', { url: 'http://lephare.example/rss/', movedTo: URL }, []],
    ['pages for subscribers', { samples: [CLOSED, CLOSED] }, [{ kind: 'paywall', isPartial: false }]],
    ['some for subscribers', { samples: [READ, CLOSED] }, [{ kind: 'paywall', isPartial: true }]],
    ['a payment asked for', { samples: [status(402), TEXTLESS] }, [{ kind: 'paywall', isPartial: true }]],
    [
      'a page that shows nothing to others than subscribers',
      { samples: [failed({ code: 'page-without-text', url: URL, isPaywalled: true })] },
      [{ kind: 'paywall', isPartial: false }],
    ],
    [
      'pages that robots.txt forbids',
      { samples: [failed({ code: 'fetch-reserved', url: URL, by: 'robots' }), READ] },
      [{ kind: 'reserved', by: 'robots' }],
    ],
    [
      'pages that reserve themselves',
      { samples: [READ, failed({ code: 'fetch-reserved', url: URL, by: 'tdm' })] },
      [{ kind: 'reserved', by: 'tdm' }],
    ],
    [
      'pages that are refused',
      { samples: [status(403), status(403)] },
      [{ kind: 'pages-refused', status: 403 }],
    ],
    ['pages without a text', { samples: [TEXTLESS, TEXTLESS] }, [{ kind: 'abstracts-only' }]],
    ['no page at all', { samples: [] }, [{ kind: 'abstracts-only' }]],
    ['its own texts', { items: [item({ text: 'Un long récit.' })], samples: [] }, []],
    [
      'pages that do not answer',
      { samples: [TEXTLESS, failed(LATE)] },
      [{ kind: 'pages-unread', failure: LATE }],
    ],
    ['one page that does not answer', { samples: [READ, failed(LATE)] }, []],
    [
      'everything at once',
      {
        items: [item({ publishedAt: NOW - 60 * DAY })],
        movedTo: 'https://canal.example/rss',
        samples: [CLOSED],
        warnings: [{ code: 'truncated' }],
      },
      [
        { kind: 'silent', since: NOW - 60 * DAY },
        { kind: 'moved', to: 'https://canal.example/rss' },
        { kind: 'paywall', isPartial: false },
        { kind: 'mended', warning: { code: 'truncated' } },
      ],
    ],
  ])('warns of a feed with %s', (_name, more, concerns) =>
    expect(judgeFeed(evidence(more), NOW)).toEqual(concerns),
  )
})

describe('isSilent', () => {
  it.each([
    [[], false, 'nothing is known of a feed without dates'],
    [every(10 * MINUTE, 30, 2 * HOUR), false, 'a busy feed, two hours ago'],
    [every(10 * MINUTE, 30, 3 * DAY), false, 'a busy feed, over a long weekend'],
    [every(10 * MINUTE, 30, 6 * DAY), true, 'a busy feed, for six days'],
    [every(DAY, 20, 4 * DAY), false, 'a daily one, four days ago'],
    [every(DAY, 20, 8 * DAY), true, 'a daily one, for eight days'],
    [every(7 * DAY, 10, 20 * DAY), false, 'a weekly one, on holiday'],
    [every(7 * DAY, 10, 40 * DAY), true, 'a weekly one, for forty days'],
    [every(30 * DAY, 10, 100 * DAY), false, 'a monthly one, a quarter ago'],
    [every(90 * DAY, 10, 200 * DAY), true, 'half a year is the end for any'],
    [before([20 * DAY]), false, 'one item of this month'],
    [before([40 * DAY]), true, 'one item of the month before'],
    [before([-2 * HOUR, 10 * DAY, 11 * DAY]), false, 'an item from a wrong clock is news too'],
    [workingDays(HOUR), false, 'an office on a Tuesday'],
    [workingDays(4 * DAY + 14 * HOUR), false, 'an office after a long weekend with its bridge'],
    [workingDays(14 * DAY), true, 'an office that has shut'],
  ])('%#: %s is %s: %s', (instants, isIt, _why) => expect(isSilent(instants, NOW)).toBe(isIt))
})

describe('newestFirst', () => {
  it('puts those without a possible date last, in the order of the feed', () => {
    const items = [
      item({ title: 'futur', publishedAt: NOW + 40 * DAY }),
      item({ title: 'hier', publishedAt: NOW - DAY }),
      { ...UNDATED, title: 'sans date' },
      item({ title: 'ce matin', publishedAt: NOW - HOUR }),
      { ...UNDATED, title: 'mis à jour', updatedAt: NOW - 2 * HOUR },
    ]
    expect(newestFirst(items, NOW).map(({ title }) => title)).toEqual([
      'ce matin',
      'mis à jour',
      'hier',
      'futur',
      'sans date',
    ])
  })
})

describe('itemsToSample', () => {
  const full = item({ text: 'Un long récit.' })
  const { url: _url, ...unlinked } = item()
  it.each([
    [[item(), item(), item()], 2, 'two pages at most'],
    [[full, full, item()], 0, 'most texts come with the feed'],
    [[unlinked, item()], 1, 'an item without an address has no page'],
    [[], 0, 'nothing'],
  ])('%#: %s', (items, count, _why) => expect(itemsToSample(items, NOW)).toHaveLength(count))
})

describe('distinctFeeds', () => {
  it.each([
    [
      [
        feed('https://a.example/feed/', 'Le Phare » Flux'),
        feed('https://a.example/comments/feed/', 'Le Phare » Flux des commentaires'),
      ],
      1,
      'comments beside articles',
    ],
    [[feed('https://a.example/rss.xml'), feed('https://a.example/atom.xml')], 1, 'two formats'],
    [[feed('https://a.example/feed/'), feed('http://www.a.example/feed/atom')], 1, 'two formats'],
    [
      [
        feed('https://a.example/feeds/posts/default', 'Le Phare - Atom'),
        feed('https://a.example/feeds/posts/default?alt=rss', 'Le Phare - RSS'),
      ],
      1,
      'two formats of Blogger',
    ],
    [
      [feed('https://a.example/x', 'Le Phare (RSS)'), feed('https://a.example/y', 'Le Phare (Atom)')],
      1,
      'two titles',
    ],
    [
      [feed('https://a.example/rss/une.xml', 'Le Phare'), feed('https://a.example/rss/mer.xml', 'Le Phare')],
      2,
      'two rubrics of one title',
    ],
    [
      [feed('https://a.example/rss/une.xml', 'RSS'), feed('https://a.example/rss/mer.xml', 'Atom')],
      2,
      'two rubrics without a title',
    ],
    [[feed('https://a.example/feed'), feed('https://a.example/mer/feed')], 2, 'the site and a rubric'],
    [[feed('https://a.example/comments/feed/', 'Commentaires')], 1, 'comments alone are better than nothing'],
    [[], 0, 'nothing'],
  ])('%#: %s', (found, count, _why) => expect(distinctFeeds(found)).toHaveLength(count))

  it('keeps the best of the same', () =>
    expect(distinctFeeds([feed('https://a.example/rss'), feed('https://a.example/atom')])[0]?.url).toBe(
      'https://a.example/rss',
    ))

  it.each([
    ['https://a.example/comments/feed/', '', true],
    ['https://a.example/spip.php?page=backend', 'Le Phare : commentaires', true],
    ['https://a.example/rss/commente-la-mer.xml', '', false],
    ['https://a.example/rss', 'Comment va la mer', false],
  ])('%s «%s» brings comments: %s', (url, title, isIt) => expect(isCommentsFeed({ url, title })).toBe(isIt))
})
