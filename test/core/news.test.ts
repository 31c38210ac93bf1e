import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import type { FeedItem } from '../../src/core/feed.ts'
import { archiveOf, countArchived, type FeedPast, isNews } from '../../src/core/news.ts'

const NOW: Instant = Date.parse('2026-03-17T08:10:00+01:00')

const items = (count: number, publishedAt?: Instant): readonly FeedItem[] =>
  Array.from({ length: count }, (_, number) => ({
    title: `Article ${number}`,
    lead: '',
    text: '',
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }))

const past = (more: Partial<FeedPast>): FeedPast => ({
  wasRead: true,
  lastBroughtAt: NOW - HOUR,
  knownCount: 0,
  ...more,
})
const NEVER = { lastBroughtAt: undefined }
const LONG_AGO = { lastBroughtAt: NOW - 365 * DAY }

describe('what comes with an archive', () => {
  it.each<readonly [why: string, unknown: readonly FeedItem[], past: FeedPast, archived: number]>([
    ['a feed that lives, undated', items(40), past({}), 0],
    ['a feed that is read for the first time, undated', items(3), past({ wasRead: false, ...NEVER }), 3],
    ['a feed that is read for the first time, dated', items(40, NOW), past({ wasRead: false, ...NEVER }), 0],
    ['a feed that was empty', items(10), past(NEVER), 0],
    ['a feed that was empty, a great many', items(11), past(NEVER), 11],
    ['after a silence, nothing known', items(3), past(LONG_AGO), 3],
    ['after a silence, where it stopped', items(10), past({ ...LONG_AGO, knownCount: 1 }), 0],
    ['after a silence, an archive with what we have', items(11), past({ ...LONG_AGO, knownCount: 1 }), 11],
    ['after a silence, dated', items(9, NOW), past(LONG_AGO), 0],
    ['after a silence, one instant for all', items(10, NOW), past(LONG_AGO), 10],
    ['six days are no silence', items(40), past({ lastBroughtAt: NOW - 6 * DAY }), 0],
  ])('%s', (_why, unknown, known, archived) => expect(archiveOf(unknown, known, NOW).size).toBe(archived))
})

describe('news', () => {
  it.each([
    [NOW, true, 'of now'],
    [NOW - 2 * DAY + MINUTE, true, 'a day late: feeds lag'],
    [NOW - 2 * DAY - MINUTE, false, 'later than that'],
  ])('published at %d since yesterday is %s', (publishedAt, expected, _why) =>
    expect(isNews({ publishedAt }, NOW - DAY)).toBe(expected),
  )

  it('counts an archive, and not the usual tail of a feed', () => {
    const old = (count: number) =>
      Array.from({ length: count }, () => ({ publishedAt: NOW - 30 * DAY, firstSeenAt: NOW }))
    expect(countArchived(old(9))).toBe(0)
    expect(countArchived([...old(12), { publishedAt: NOW, firstSeenAt: NOW }])).toBe(12)
  })
})
