// Composing an edition: what is told, in which order, and why the rest is not.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { composeEdition, type EditionInput } from '../../src/core/compose-edition.ts'
import type { PlacedArticle } from '../../src/core/importance.ts'

const NOW = Date.UTC(2026, 10, 20, 7)
const SENTENCE = 'La ville de Vannes a inauguré jeudi sa nouvelle médiathèque, au bord du port. '

type Changes = Partial<Omit<PlacedArticle, 'placement'>> & { readonly duplicateOf?: string }

function article(id: string, storyId: string, { duplicateOf, ...changes }: Changes = {}): PlacedArticle {
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
    placement: { articleId: id, storyId, ...(duplicateOf === undefined ? {} : { duplicateOf }) },
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

function rubricOf(...rubrics: readonly string[]): string | undefined {
  return compose(rubrics.map((rubric, index) => article(`a${index}`, 'musee', { rubric }))).stories[0]?.rubric
}

describe('an article that stood in several feeds', () => {
  const both = article('a', 'musee', { rubric: '', appearances: [{ feedId: 'echo', rubric: 'Économie' }] })

  it.each([
    [{ feeds: ['L’Écho'], rubrics: [] }, 1, 'asked for by the second feed'],
    [{ feeds: ['Le Phare – À la une'], rubrics: [] }, 1, 'or by the first'],
    [{ feeds: [], rubrics: ['économie'] }, 1, 'by the rubric of the second'],
    [{ feeds: [], rubrics: ['Sports'] }, 0, 'by none'],
  ])('is told for %j in %i stories: %s', (wanted, count, _why) => {
    expect(compose([both], { digest: { ...wanted, maxStories: 5, ...NO_WORDS } }).stories).toHaveLength(count)
  })

  it('takes the rubric of the feed that has one', () => {
    expect(compose([both]).stories[0]?.rubric).toBe('Économie')
  })
})

describe('the stories of an edition', () => {
  it('come in order of importance, each with its sources, best first and reprints last', () => {
    const { stories } = compose([
      article('a', 'musee'),
      article('b', 'mediatheque'),
      article('c', 'mediatheque', { ...ECHO, text: SENTENCE.repeat(20), publishedAt: NOW - HOUR }),
      article('d', 'mediatheque', { ...ECHO, publisher: 'La Vigie', duplicateOf: 'b' }),
    ])
    expect(stories.map(({ storyId }) => storyId)).toEqual(['mediatheque', 'musee'])
    expect(stories[0]).toMatchObject({
      title: 'Titre de b',
      rubric: 'Culture',
      publishedAt: NOW - HOUR,
      publisherCount: 2,
      brief: [{ articleId: 'b', version: 1, start: 0, end: SENTENCE.length - 1 }],
    })
    expect(stories[0]?.sources.map(({ articleId, duplicateOf }) => [articleId, duplicateOf])).toEqual([
      ['b', undefined],
      ['c', undefined],
      ['d', 'b'],
    ])
  })

  it('say which source was edited, and refer to that version', () => {
    const [story] = compose([article('a', 'musee', { version: 3, updatedAt: NOW })]).stories
    expect(story?.sources[0]).toMatchObject({ version: 3, isUpdate: true })
    expect(story?.brief[0]?.version).toBe(3)
  })

  it('are as many as the digest allows, and the rest says why not', () => {
    const candidates = ['a', 'b', 'c'].map((id, index) =>
      article(id, id, { publishedAt: NOW - index * HOUR }),
    )
    const { stories, dropped } = compose(candidates, {
      digest: { feeds: [], rubrics: [], maxStories: 2, ...NO_WORDS },
    })
    expect(stories.map(({ storyId }) => storyId)).toEqual(['a', 'b'])
    expect(dropped).toEqual([
      { articleId: 'c', storyId: 'c', reason: { kind: 'cut-for-length', rank: 3, limit: 2 } },
    ])
  })

  it('take the rubric of most sources, and none only when no source has one', () => {
    expect(rubricOf('Sport', 'Culture', 'Culture')).toBe('Culture')
    expect(rubricOf('', '', 'Sport')).toBe('Sport')
    expect(rubricOf('', '')).toBe('')
  })

  it('are the same when made again from articles in another order', () => {
    const candidates = ['a', 'b', 'c', 'd'].map((id) => article(id, id === 'd' ? 'a' : id, ECHO))
    expect(compose(candidates.toReversed()).stories).toEqual(compose(candidates).stories)
  })

  it('are none on a quiet day', () => {
    expect(compose([])).toEqual({
      stories: [],
      articleCount: 0,
      foldedCount: 0,
      rankedCount: 0,
      ranked: [],
      dropped: [],
      unquoted: [],
    })
  })
})

const brief: EditionInput['brief'] = ({ id }) => (id.startsWith('muet') ? [] : [[{ start: 0, end: 10 }]])

describe('a story without a brief', () => {
  it('is kept as a link, after those that have one', () => {
    const candidates = [
      article('muet', 'un', { publishedAt: NOW }),
      article('b', 'deux', { publishedAt: NOW - DAY }),
    ]
    const { stories, dropped } = compose(candidates, { brief })
    expect(stories.map((story) => [story.storyId, story.brief.length])).toEqual([
      ['deux', 1],
      ['un', 0],
    ])
    expect(dropped).toEqual([])
  })

  it('gives way when there are enough others', () => {
    const candidates = [article('muet', 'un', { publishedAt: NOW }), article('b', 'deux')]
    const { stories, dropped } = compose(candidates, {
      brief,
      digest: { feeds: [], rubrics: [], maxStories: 1, ...NO_WORDS },
    })
    expect(stories.map(({ storyId }) => storyId)).toEqual(['deux'])
    expect(dropped[0]).toMatchObject({ articleId: 'muet', reason: { kind: 'cut-for-length', rank: 1 } })
  })

  it('is looked for in its other sources, whose title then stands above, but not in reprints', () => {
    const [story] = compose(
      [article('muet', 'un', { text: SENTENCE.repeat(30) }), article('b', 'un', ECHO)],
      { brief },
    ).stories
    expect(story).toMatchObject({ title: 'Titre de b', brief: [{ articleId: 'b' }] })
    expect(story?.sources.map(({ articleId }) => articleId)).toEqual(['b', 'muet'])
    const reprinted = compose([article('muet', 'un'), article('b', 'un', { ...ECHO, duplicateOf: 'muet' })], {
      brief,
    })
    expect(reprinted.stories[0]?.brief).toEqual([])
  })

  it('is not even asked for beyond what is told', () => {
    const asked: string[] = []
    compose(
      ['a', 'b', 'c'].map((id) => article(id, id)),
      {
        digest: { feeds: [], rubrics: [], maxStories: 1, ...NO_WORDS },
        brief: ({ id }) => {
          asked.push(id)
          return [[{ start: 0, end: 10 }]]
        },
      },
    )
    expect(asked).toEqual(['a'])
  })
})

describe('what is left out', () => {
  it.each([
    [
      { feeds: ['l’echo'], rubrics: [] },
      {},
      { kind: 'filtered-by', filter: 'feeds' },
      'not of the feeds named',
    ],
    [
      { feeds: [], rubrics: ['Sport'] },
      {},
      { kind: 'filtered-by', filter: 'rubrics' },
      'not of the rubrics named',
    ],
    [
      { feeds: [], rubrics: [] },
      { shown: new Set(['a']) },
      { kind: 'shown-before' },
      'shown in an earlier edition',
    ],
    [
      { feeds: [], rubrics: [] },
      { since: NOW + DAY },
      { kind: 'too-old' },
      'published a day before the time told',
    ],
  ])('with %o: %o', (filters, changes, reason, _why) => {
    const { stories, articleCount, dropped } = compose([article('a', 'musee')], {
      digest: { ...filters, maxStories: 5, ...NO_WORDS },
      ...changes,
    })
    expect([stories, articleCount]).toEqual([[], 0])
    expect(dropped).toEqual([{ articleId: 'a', storyId: 'musee', reason }])
  })

  it.each([
    [{ feeds: ['LE PHARE – A LA UNE'], rubrics: [] }, 'a feed by its title, case and accents apart'],
    [{ feeds: ['phare'], rubrics: [] }, 'a feed by its id'],
    [{ feeds: [], rubrics: ['culture'] }, 'a rubric'],
  ])('is not what %o names', (filters, _why) => {
    expect(
      compose([article('a', 'musee')], { digest: { ...filters, maxStories: 5, ...NO_WORDS } }).stories,
    ).toHaveLength(1)
  })

  it('a reprint of an article that was shown is shown before', () => {
    const { dropped } = compose([article('b', 'musee', { ...ECHO, duplicateOf: 'a' })], {
      shown: new Set(['a']),
    })
    expect(dropped[0]?.reason).toEqual({ kind: 'shown-before' })
  })

  it('a story that was told comes again with its new articles only', () => {
    const candidates = [article('a', 'musee'), article('b', 'musee', ECHO)]
    const [story] = compose(candidates, { shown: new Set(['a']) }).stories
    expect(story?.sources.map(({ articleId }) => articleId)).toEqual(['b'])
    expect(story?.publisherCount).toBe(1)
  })
})

describe('the counts', () => {
  it('are of new articles that passed the filters, and of those among them that repeat another', () => {
    const candidates = [
      article('a', 'musee'),
      article('b', 'musee', { ...ECHO, duplicateOf: 'a' }),
      article('c', 'port', { ...ECHO, duplicateOf: 'ailleurs' }),
      article('d', 'port', { ...ECHO, duplicateOf: 'ailleurs' }),
      article('e', 'halle', { rubric: 'Sport' }),
    ]
    const { articleCount, foldedCount, stories } = compose(candidates, {
      digest: { feeds: [], rubrics: ['Culture'], maxStories: 5, ...NO_WORDS },
    })
    expect([articleCount, foldedCount]).toEqual([4, 2])
    expect(stories.find(({ storyId }) => storyId === 'port')?.sources[1]).toMatchObject({
      articleId: 'd',
      duplicateOf: 'c',
    })
  })

  it('lose no article: each is a source or dropped, once', () => {
    const candidates = ['a', 'b', 'c', 'd', 'e'].map((id, index) =>
      article(id, `s${index % 3}`, { rubric: index === 4 ? 'Sport' : 'Culture' }),
    )
    const { stories, dropped } = compose(candidates, {
      digest: { feeds: [], rubrics: ['Culture'], maxStories: 1, ...NO_WORDS },
      shown: new Set(['b']),
    })
    const found = [...stories.flatMap(({ sources }) => sources), ...dropped].map(({ articleId }) => articleId)
    expect(found.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('what is quoted', () => {
  it('is nothing of a publisher that is switched off, whichever of its feeds says so', () => {
    const { stories, unquoted } = compose([article('a', 'musee'), article('b', 'musee', ECHO)], {
      feeds: [{ id: 'autre', title: 'Le Phare – Sport', rubric: '', publisher: 'Le Phare', isQuoted: false }],
    })
    expect(stories[0]?.brief.map(({ articleId }) => articleId)).toEqual(['b'])
    expect(stories[0]?.title).toBe('Titre de b')
    expect(stories[0]?.sources.map(({ articleId, isUnquoted }) => [articleId, isUnquoted])).toEqual([
      ['b', undefined],
      ['a', true],
    ])
    expect(unquoted).toEqual(['a'])
  })

  it.each([
    [{ isReserved: true } as const, 'its publisher reserves it'],
    [{ url: '' }, 'it cannot be linked'],
  ])('is nothing of an article when %o', (changes, _why) => {
    const [story] = compose([article('a', 'musee', changes)]).stories
    expect(story).toMatchObject({ title: 'Titre de a', brief: [], sources: [{ isUnquoted: true }] })
  })

  it('is no more of one publisher than an edition may hold: the last stories are linked', () => {
    const long = `${'mot '.repeat(59)}mot. `
    const candidates = Array.from({ length: 7 }, (_, index) =>
      article(`a${index}`, `s${index}`, { text: long.repeat(9), publishedAt: NOW - index * HOUR }),
    )
    const { stories } = compose(candidates, {
      digest: { feeds: [], rubrics: [], maxStories: 7, ...NO_WORDS },
      brief: (_article, { maxWords }) => (maxWords < 60 ? [] : [[{ start: 0, end: long.length - 1 }]]),
    })
    expect(stories.map(({ brief: told }) => told.length)).toEqual([1, 1, 1, 1, 1, 0, 0])
  })

  it('is nothing that an earlier edition told', () => {
    const told = new Map([['musee', { slotAt: NOW - DAY, sentences: [SENTENCE] }]])
    expect(compose([article('a', 'musee')], { told }).stories[0]?.brief).toEqual([])
  })
})
