// When an alert rings, and when it does not.
import { describe, expect, it } from 'vitest'
import type { Alert } from '../../src/core/alert.ts'
import { HOUR, type Instant, MINUTE } from '../../src/core/calendar.ts'
import type { PlacedArticle } from '../../src/core/importance.ts'
import { type PastAlert, raiseAlerts } from '../../src/core/raise-alerts.ts'
import { clock, news, type TestNews, testAlert } from './alert-news.ts'

const NIGHT = { quietHours: { from: '22:00', to: '07:00' } } as const
const PERSON = { watch: { kind: 'person', name: 'Odile Vasseur' } } as const

function ring(
  articles: readonly PlacedArticle[],
  now: Instant,
  alert: Partial<Alert> = {},
  raised: readonly PastAlert[] = [],
  muted: ReadonlySet<string> = new Set(),
) {
  const inOrder = articles.toSorted((one, other) => one.firstSeenAt - other.firstSeenAt)
  const originals = new Map(inOrder.map(({ id, publishedAt }) => [id, publishedAt]))
  return raiseAlerts(testAlert(alert), { articles: inOrder, originals, raised, muted, now })
}

const monday = (time: string): Instant => clock(time, '2026-03-16')

function told(
  raisedAt: Instant,
  storyIds: readonly string[] = ['pont'],
  more: Partial<PastAlert> = {},
): PastAlert {
  return { storyIds, raisedAt, isTogether: false, isOwn: true, ...more }
}

const at = (publisher: string, time: string, more: Partial<TestNews> = {}): PlacedArticle =>
  news({ publisher, at: clock(time), ...more })

describe('an alert', () => {
  it.each<[readonly PlacedArticle[], number, string]>([
    [[at('A', '09:10'), at('B', '09:40')], 0, 'one publisher short'],
    [[at('A', '09:10'), at('B', '09:40'), at('C', '10:00')], 1, 'the third one'],
    [[at('A', '09:10'), at('B', '09:40'), at('C', '10:00'), at('D', '10:00')], 1, 'more than enough'],
    [[at('A', '09:10'), at('B', '09:40'), at('B', '10:00')], 0, 'one publisher twice'],
    [[at('A', '09:10'), at('B', '09:40'), at('B', '10:00', { feedId: 'B2' })], 0, 'in two of its feeds'],
    [[at('Le Phare', '09:10'), at('le phare', '09:40'), at('B', '10:00')], 0, 'spelt another way'],
    [
      [
        at('A', '09:10', { id: 'dépêche' }),
        at('B', '09:40', { duplicateOf: 'dépêche' }),
        at('C', '10:00', { duplicateOf: 'dépêche' }),
      ],
      0,
      'one dispatch reprinted twice',
    ],
    [
      [
        at('A', '09:10', { id: 'dépêche' }),
        at('B', '09:40', { duplicateOf: 'dépêche' }),
        at('C', '09:50'),
        at('D', '10:00'),
      ],
      1,
      'a dispatch counts once, two others wrote for themselves',
    ],
    [[at('A', '09:10', { story: 'gare' }), at('B', '09:40'), at('C', '10:00')], 0, 'of another story'],
    [[at('A', '09:00'), at('B', '09:40'), at('C', '10:00')], 0, 'the first one an hour ago to the minute'],
    [[at('A', '09:01'), at('B', '09:40'), at('C', '10:00')], 1, 'the first one a minute less ago'],
    [
      [at('A', '09:55', { publishedAt: clock('08:30') }), at('B', '09:40'), at('C', '10:00')],
      0,
      'seen now, published before: a feed that was just added',
    ],
    [
      [at('A', '08:30'), at('B', '09:40'), at('C', '10:00', { publishedAt: clock('09:59') })],
      0,
      'published now, seen before: an hour that was changed',
    ],
    [[at('A', '09:10', { isUndated: true }), at('B', '09:40'), at('C', '10:00')], 0, 'without a date'],
    [
      [at('A', '09:55', { duplicateOf: 'hier' }), at('B', '09:56'), at('C', '10:00')],
      1,
      'a reprint of what nobody here knows stands for it',
    ],
  ])('of three publishers in an hour, case %#', (articles, expected, _why) => {
    expect(ring(articles, clock('10:00'))).toHaveLength(expected)
  })

  it('counts no reprint of what was published before the hour', () => {
    const articles = [
      at('Z', '07:00', { id: 'archive' }),
      at('A', '09:55', { duplicateOf: 'archive' }),
      at('B', '09:56'),
      at('C', '10:00'),
    ]
    expect(ring(articles, clock('10:00'))).toEqual([])
  })

  it('says which story, of which articles, since when', () => {
    const articles = [at('A', '09:10'), at('B', '09:40'), at('C', '10:00'), at('D', '08:00')]
    expect(ring(articles, clock('10:01'))).toMatchObject([
      {
        storyIds: ['pont'],
        publisherCount: 3,
        startedAt: clock('09:00'),
        reachedAt: clock('10:00'),
        isLate: false,
        isTogether: false,
        isLast: false,
      },
    ])
  })

  it.each([
    [clock('10:29'), 1, 'the program stood still for a while'],
    [clock('10:30'), 0, 'for half an hour: no news any more'],
    [clock('16:00'), 0, 'for hours'],
  ])('rings for what was reached a while ago, case %#', (now, expected, _why) => {
    const articles = [at('A', '09:10'), at('B', '09:40'), at('C', '10:00')]
    expect(ring(articles, now)).toHaveLength(expected)
  })

  it.each<[Partial<Alert>, string]>([
    [{ suspendedAt: clock('08:00') }, 'suspended'],
    [{ since: clock('10:00') }, 'set up when it was reached already'],
  ])('does not ring, case %#', (alert, _why) => {
    expect(ring([at('A', '09:10'), at('B', '09:40'), at('C', '10:00')], clock('10:00'), alert)).toEqual([])
  })

  it('does not ring for a story that its channel hides', () => {
    const articles = [at('A', '09:10'), at('B', '09:40'), at('C', '10:00')]
    expect(ring(articles, clock('10:00'), {}, [], new Set(['pont']))).toEqual([])
  })
})

describe('the cool-down of an alert', () => {
  const evening = [at('A', '15:30'), at('B', '15:40'), at('C', '16:00'), at('D', '16:01')]

  it.each<[readonly PastAlert[], number, string]>([
    [[told(clock('10:00'))], 1, 'six hours later to the minute'],
    [[told(clock('10:01'))], 0, 'a minute less'],
    [[told(clock('10:01'), ['gare'])], 1, 'of another story'],
    [[told(clock('09:00'), ['gare', 'pont']), told(clock('12:00'))], 0, 'the last of several'],
    [[told(clock('12:00'), ['pont'], { isOwn: false })], 0, 'another alert of the channel told it'],
  ])('keeps a story quiet, case %#', (raised, expected, _why) => {
    expect(ring(evening, clock('16:01'), {}, raised)).toHaveLength(expected)
  })

  it('needs somebody to write after it', () => {
    const articles = [at('A', '15:30'), at('B', '15:40'), at('C', '15:59')]
    expect(ring(articles, clock('16:10'), {}, [told(clock('10:00'))])).toEqual([])
  })
})

describe('quiet hours', () => {
  const night = (publisher: string, time: string, story = 'pont'): PlacedArticle =>
    news({ publisher, at: time < '12' ? clock(time) : monday(time), story })

  it.each([
    [monday('21:59'), 1, 'the last minute before'],
    [monday('22:00'), 0, 'the first'],
    [clock('00:00'), 0, 'midnight'],
    [clock('06:59'), 0, 'the last'],
  ])('are silent, case %#', (now, expected, _why) => {
    const articles = [10, 5, 0].map((ago, index) => news({ publisher: `P${index}`, at: now - ago * MINUTE }))
    expect(ring(articles, now, NIGHT)).toHaveLength(expected)
  })

  it('end with one message for all that they brought, which is late', () => {
    const articles = [
      night('A', '23:00'),
      night('B', '23:10'),
      night('C', '23:20'),
      night('A', '03:00', 'gare'),
      night('B', '03:10', 'gare'),
      night('C', '03:20', 'gare'),
      night('D', '03:30', 'gare'),
      night('A', '05:00', 'seul'),
    ]
    const [first, ...others] = ring(articles, clock('07:00'), NIGHT)
    expect(others).toEqual([])
    expect(first).toMatchObject({
      storyIds: ['pont', 'gare'],
      isLate: true,
      isTogether: false,
      reachedAt: monday('23:20'),
    })
  })

  it.each([
    [clock('10:00'), 1, 'up to three hours after their end'],
    [clock('10:01'), 0, 'not to a program that starts later'],
  ])('are told in the morning, case %#', (now, expected, _why) => {
    expect(ring([night('A', '23:00'), night('B', '23:10'), night('C', '23:20')], now, NIGHT)).toHaveLength(
      expected,
    )
  })

  it('leave to the day what is reached in its first minute', () => {
    const articles = [night('A', '06:30'), night('B', '06:40'), night('C', '07:00')]
    expect(ring(articles, clock('07:00'), NIGHT)).toMatchObject([{ isLate: false }])
  })

  it('do not tell what was told before they began', () => {
    const articles = [night('A', '22:30'), night('B', '22:40'), night('C', '22:50')]
    expect(ring(articles, clock('07:00'), NIGHT, [told(monday('21:00'))])).toEqual([])
  })

  it.each([
    ['2026-03-29', '06:59', '+02:00', 0, 'the night is an hour shorter'],
    ['2026-03-29', '07:00', '+02:00', 1, 'and ends by the clock on the wall'],
    ['2026-10-25', '06:59', '+01:00', 0, 'the night is an hour longer'],
    ['2026-10-25', '07:00', '+01:00', 1, 'and ends by the clock on the wall'],
  ])('follow the clocks that are changed on %s at %s%s', (day, time, offset, expected, _why) => {
    const now = Date.parse(`${day}T${time}:00${offset}`)
    // Between 22:05 and 22:25 of the day before, whatever its offset.
    const start = Date.parse(`${day}T00:00:00${offset === '+02:00' ? '+01:00' : '+02:00'}`) - 2 * HOUR
    const articles = [5, 15, 25].map((minutes) =>
      news({ publisher: `P${minutes}`, at: start + minutes * MINUTE }),
    )
    expect(ring(articles, now, NIGHT)).toHaveLength(expected)
  })

  it('may lie within a day', () => {
    const lunch = { quietHours: { from: '12:00', to: '14:00' } }
    const articles = [at('A', '12:30'), at('B', '12:40'), at('C', '13:00')]
    expect(ring(articles, clock('13:59'), lunch)).toEqual([])
    expect(ring(articles, clock('14:00'), lunch)).toMatchObject([{ isLate: true }])
  })
})

describe('the most that a day may have', () => {
  const three = ['pont', 'gare', 'mairie'].flatMap((story, index) =>
    ['A', 'B', 'C', ...(index === 1 ? ['D'] : [])].map((publisher) => at(publisher, '09:50', { story })),
  )

  it('leaves the greatest, and says which is the last', () => {
    const rung = ring(three, clock('10:00'), { mostADay: 2 })
    expect(rung.map(({ storyIds, isLast }) => [storyIds[0], isLast])).toEqual([
      ['gare', false],
      ['pont', true],
    ])
  })

  it.each<[readonly PastAlert[], number, string]>([
    [[told(clock('08:00'), ['autre'])], 1, 'one of two told today'],
    [[told(clock('08:00'), ['autre'], { isOwn: false })], 2, 'by another alert'],
    [[told(clock('23:59', '2026-03-16'), ['autre'])], 2, 'yesterday'],
    [[told(clock('00:01'), ['autre']), told(clock('08:00'), ['encore'])], 0, 'both'],
  ])('counts by days of its zone, case %#', (raised, expected, _why) => {
    expect(ring(three, clock('10:00'), { mostADay: 2 }, raised)).toHaveLength(expected)
  })
})

describe('an alert on somebody', () => {
  const apart = [
    at('A', '09:30', { story: 'pont' }),
    at('B', '09:40', { story: 'gare' }),
    at('B', '09:45', { story: 'mairie' }),
    at('C', '10:00', { story: 'gare' }),
  ]

  it('rings for three publishers, each with a story of its own', () => {
    expect(ring(apart, clock('10:00'), PERSON)).toMatchObject([
      { isTogether: true, publisherCount: 3, storyIds: ['gare', 'mairie', 'pont'] },
    ])
    expect(ring(apart, clock('10:00'))).toEqual([])
  })

  it('tells one story that alone has enough by itself', () => {
    const articles = [...apart, at('D', '10:00', { story: 'gare' })]
    expect(ring(articles, clock('10:00'), PERSON)).toMatchObject([{ isTogether: false, storyIds: ['gare'] }])
  })

  it.each<[PastAlert, number, string]>([
    [told(clock('09:00'), ['gare', 'mairie', 'pont'], { isTogether: true }), 0, 'told together'],
    [told(clock('09:00'), ['autre'], { isTogether: true }), 0, 'other stories, within the cool-down'],
    [told(clock('03:00'), ['autre'], { isTogether: true }), 1, 'long ago'],
    [told(clock('09:00'), ['gare']), 0, 'one of the stories was told: two publishers are left'],
  ])('is quiet for a while, case %#', (past, expected, _why) => {
    expect(ring(apart, clock('10:00'), PERSON, [past])).toHaveLength(expected)
  })
})
