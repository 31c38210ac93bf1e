// What a list brings to a workspace: new feeds alone, each under a title of its own, spread over time.
import { describe, expect, it } from 'vitest'
import { feedId } from '../../src/core/article-identity.ts'
import { MINUTE } from '../../src/core/calendar.ts'
import type { Feed } from '../../src/core/feed.ts'
import { firstReadings } from '../../src/core/first-readings.ts'
import { importOutline } from '../../src/core/outline-import.ts'
import { foldersOf, type OutlineFeed, rubricOf } from '../../src/core/outline.ts'

const importer = { workspaceId: 'slack:T1', person: 'U1', personName: 'Awa Diop' }
const NOW = 1_000_000

function known(url: string, more: Partial<Feed> = {}): Feed {
  return {
    id: feedId(url),
    url,
    title: 'Le Phare',
    publisher: 'Le Phare',
    rubric: 'Une',
    origin: 'chat',
    ...more,
  }
}

function listed(address: string, more: Partial<OutlineFeed> = {}): OutlineFeed {
  return { title: 'Le Quai', address, site: '', rubric: '', language: '', publisher: '', line: 1, ...more }
}

function bring(feeds: readonly OutlineFeed[], there: readonly Feed[] = []) {
  const outline = { title: '', feeds, refused: [], repeatedCount: 0, warnings: [] }
  return importOutline(outline, there, { importer, now: NOW })
}

describe('a list that is imported', () => {
  it.each([
    [known('https://quai.example/rss'), 'https://quai.example/rss', 'the same address'],
    [
      known('https://quai.example/rss'),
      'http://quai.example/rss/',
      'the same but for what makes no other feed',
    ],
    [
      known('https://quai.example/rss', { id: 'vieux' }),
      'https://quai.example/rss',
      'a feed that has moved there',
    ],
  ])('leaves out %j: %s', (feed, address, _why) => {
    expect(bring([listed(address)], [feed])).toEqual({ followings: [], alreadyCount: 1 })
  })

  it('gives a title of its own to each, and the spelling of a rubric that is there', () => {
    const { followings } = bring(
      [
        listed('https://a.example/rss', { title: 'LE PHARE', rubric: 'une', publisher: 'Le Grand Phare' }),
        listed('https://b.example/rss', { title: 'Le Phare', publisher: 'Le Phare' }),
        listed('https://c.example/rss', { title: 'Le Phare', publisher: 'Le Grand Phare' }),
      ],
      [known('https://phare.example/rss')],
    )
    expect(followings.map(({ title, rubric }) => [title, rubric])).toEqual([
      ['LE PHARE (Le Grand Phare)', 'Une'],
      ['Le Phare (b.example)', ''],
      ['Le Phare (2)', ''],
    ])
  })
})

describe('first readings', () => {
  it('come forty a minute, the first feed of every host before the second of any', () => {
    const urls = [
      ...Array.from({ length: 60 }, (_, at) => `https://grand.example/${at}`),
      ...Array.from({ length: 30 }, (_, at) => `https://petit${at}.example/rss`),
    ]
    const spread = firstReadings(
      urls.map((url) => ({ url })),
      NOW,
    )
    const first = spread.filter(({ at }) => at === NOW).map(({ item }) => item.url)
    expect(first).toHaveLength(40)
    expect(first.filter((url) => url.includes('petit'))).toHaveLength(30)
    expect(spread.at(-1)?.at).toBe(NOW + 2 * MINUTE)
  })
})

describe('a rubric of folders', () => {
  it.each([
    [['Presse', 'Régions'], 'Presse / Régions', 'one in another'],
    [[' Presse  du matin '], 'Presse du matin', 'blanks'],
    [[], '', 'none'],
    [
      ['Toute la presse que je lis le matin', 'Régions de l’Ouest'],
      'Régions de l’Ouest',
      'too long: the inner one',
    ],
  ])('%j is «%s»', (folders, rubric, _why) => expect(rubricOf(folders)).toBe(rubric))

  it('is folders again', () => expect(foldersOf('Presse / Régions')).toEqual(['Presse', 'Régions']))
})
