// Editions that share their stories: each story told once, and the same as it would be alone.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { composeEdition, type EditionInput } from '../../src/core/compose-edition.ts'
import type { EditionStory } from '../../src/core/edition.ts'
import type { PlacedArticle } from '../../src/core/importance.ts'

const NOW = Date.UTC(2026, 10, 20, 7)
const SENTENCE = 'La ville de Vannes a inauguré jeudi sa nouvelle médiathèque, au bord du port. '

function article(id: string, storyId: string, changes: Partial<PlacedArticle> = {}): PlacedArticle {
  return {
    id,
    feedId: 'phare',
    publisher: 'Le Phare',
    rubric: 'Culture',
    url: `https://phare.test/${id}`,
    version: 1,
    title: `Titre de ${id}`,
    lead: '',
    text: SENTENCE.repeat(10),
    publishedAt: NOW - 3 * HOUR,
    firstSeenAt: NOW - 2 * HOUR,
    appearances: [],
    ...changes,
    placement: { articleId: id, storyId },
  }
}

const NO_WORDS = { withWords: [], withoutWords: [], maxWords: 60 } as const

const ECHO = { publisher: 'L’Écho', feedId: 'echo' }

function compose(candidates: readonly PlacedArticle[], changes: Partial<EditionInput> = {}) {
  return composeEdition({
    digest: { feeds: [], rubrics: [], maxStories: 5, ...NO_WORDS },
    feeds: [
      { id: 'phare', title: 'Le Phare – À la une', rubric: '' },
      { id: 'echo', title: 'L’Écho', rubric: '' },
    ],
    candidates,
    shown: new Set(),
    muted: new Set(),
    told: new Map(),
    since: NOW - DAY,
    now: NOW,
    brief: () => [[{ start: 0, end: SENTENCE.length - 1 }]],
    ...changes,
  })
}

describe('a story of several editions', () => {
  const candidates = [
    article('a', 'musee'),
    article('b', 'musee', ECHO),
    article('c', 'gare', { publisher: 'La Vigie', feedId: 'vigie' }),
  ]
  const LINKED = [
    { id: 'phare', title: 'Le Phare', rubric: '', publisher: 'Le Phare', isQuoted: false as const },
  ]

  it.each<[readonly PlacedArticle[], Partial<EditionInput>, number, string]>([
    [candidates, {}, 0, 'the very same'],
    [candidates, { digest: { feeds: [], rubrics: [], maxStories: 1, ...NO_WORDS } }, 0, 'fewer stories'],
    [candidates.slice(1), {}, 1, 'one of its articles is not seen there'],
    [
      candidates,
      { digest: { feeds: [], rubrics: [], maxStories: 5, ...NO_WORDS, maxWords: 30 } },
      2,
      'shorter briefs',
    ],
    [candidates, { feeds: LINKED }, 1, 'a publisher is only linked there'],
    [
      candidates,
      { told: new Map([['musee', { slotAt: NOW - DAY, sentences: ['Une médiathèque ouvre.'] }]]) },
      1,
      'its readers know a part',
    ],
    [candidates, { zone: 'America/Montreal' }, 2, 'their days begin at another hour'],
    [
      [article('a', 'musee', { version: 2 }), ...candidates.slice(1)],
      {},
      1,
      'an article was edited meanwhile',
    ],
  ])('is told as it would be alone, and anew where it differs: %#', (seen, changes, anew, _why) => {
    const stories = new Map<string, EditionStory>()
    let told = 0
    const tellOnce: EditionInput['tellOnce'] = (key, tell) => {
      const story = stories.get(key) ?? tell()
      if (!stories.has(key)) told++
      stories.set(key, story)
      return story
    }
    compose(candidates, { tellOnce })
    expect(told).toBe(2)
    expect(compose(seen, { ...changes, tellOnce })).toEqual(compose(seen, changes))
    expect(told).toBe(2 + anew)
  })
})
