// What became of each article of an edition, read back from its trace.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { composeEdition } from '../../src/core/compose-edition.ts'
import type { PlacedArticle } from '../../src/core/importance.ts'
import { importanceOf, sumOf } from '../../src/core/importance.ts'
import { fateOf, rankOf, storyThen, traceOf } from '../../src/core/trace.ts'

const NOW = Date.UTC(2026, 10, 20, 7)
const TEXT = 'La halle de Pontrouet accueillera samedi le marché aux plants, dit la mairie. '.repeat(8)

function article(id: string, storyId: string, changes: Partial<PlacedArticle> = {}): PlacedArticle {
  return {
    id,
    feedId: 'phare',
    publisher: 'Le Phare',
    rubric: 'Culture',
    url: `https://phare.example/${id}`,
    version: 1,
    title: `Titre de ${id}`,
    lead: '',
    text: TEXT,
    publishedAt: NOW - 3 * HOUR,
    firstSeenAt: NOW - 2 * HOUR,
    appearances: [],
    placement: { articleId: id, storyId },
    ...changes,
  }
}

const ECHO = { publisher: 'L’Écho', feedId: 'echo' }

/** One article for each thing that can become of one. */
const ARTICLES = [
  article('cité', 'halle', { text: TEXT.repeat(2) }),
  article('lié', 'halle', ECHO),
  article('repris', 'halle', {
    publisher: 'Radio Rivage',
    placement: { articleId: 'repris', storyId: 'halle', duplicateOf: 'cité' },
  }),
  article('muet', 'brume', { ...ECHO, publishedAt: NOW - 4 * HOUR }),
  article('coupé', 'pétanque', { publishedAt: NOW - 20 * HOUR }),
  article('sport', 'match', { rubric: 'Sports' }),
  article('ailleurs', 'digue', { feedId: 'vigie' }),
  article('mot', 'foire', { title: 'La publicité de la foire' }),
  article('paru', 'pont'),
  article('masqué', 'procès'),
  article('vieux', 'gare', { publishedAt: NOW - 9 * DAY }),
]

const INPUT = {
  digest: {
    feeds: ['phare', 'echo'],
    rubrics: ['Culture'],
    withWords: [],
    withoutWords: ['publicité'],
    maxStories: 2,
  },
  feeds: [],
  shown: new Set(['paru']),
  muted: new Set(['procès']),
  told: new Map(),
  since: NOW - DAY,
  now: NOW,
} as const

function compose(articles: readonly PlacedArticle[], maxStories = 2) {
  const composed = composeEdition({
    ...INPUT,
    digest: { ...INPUT.digest, maxStories, maxWords: 60 },
    candidates: articles,
    brief: ({ id }) => (id === 'muet' ? [] : [[{ start: 0, end: 40 }]]),
  })
  return { composed, trace: traceOf(composed, { madeAt: NOW, limit: maxStories }) }
}

describe('a story that became part of another since', () => {
  const { composed, trace } = compose(ARTICLES, 1)
  const all = ARTICLES.map(({ id }) => id)

  it.each([
    ['cité', ['cité', 'muet'], 'halle', 'told: as its story was called there'],
    ['muet', ['muet', 'brume'], 'brume', 'cut: the one part that was ranked'],
    ['muet', ['muet', 'brume', 'pétanque'], undefined, 'two parts were ranked, none is known for its own'],
    ['brume', ['brume', 'pétanque'], 'brume', 'it gave a ranked part its name'],
    ['paru', all, 'nouvelle', 'nothing was ranked'],
  ])('%s of %j was called %s: %s', (id, memberIds, expected, _why) => {
    expect(storyThen({ id, storyId: 'nouvelle' }, memberIds, composed, trace)).toBe(expected)
  })

  it('is known by its present name where no trace is kept', () => {
    expect(storyThen({ id: 'muet', storyId: 'brume' }, ['muet'], composed, undefined)).toBe('brume')
  })
})

describe('the fate of an article', () => {
  const { composed, trace } = compose(ARTICLES, 1)
  const storyOf = (id: string): string => ARTICLES.find((one) => one.id === id)?.placement.storyId ?? 'rien'
  const fate = (id: string) => fateOf({ id, storyId: storyOf(id) }, composed, trace)

  it.each([
    ['cité', { kind: 'told', position: 1 }, 'quoted'],
    ['lié', { kind: 'listed', position: 1 }, 'another source of a story that is told'],
    ['repris', { kind: 'folded-into', position: 1, articleId: 'cité' }, 'a reprint'],
    ['muet', { kind: 'cut-for-length', rank: 2, limit: 1 }, 'the next in order'],
    ['coupé', { kind: 'cut-for-length', rank: 3, limit: 1 }, 'the last'],
    ['sport', { kind: 'filtered-by', filter: 'rubrics' }, 'another rubric'],
    ['ailleurs', { kind: 'filtered-by', filter: 'feeds' }, 'another feed'],
    ['mot', { kind: 'filtered-by', filter: 'words' }, 'a word that is not wanted'],
    ['paru', { kind: 'shown-before' }, 'told before'],
    ['masqué', { kind: 'muted' }, 'a story that is hidden'],
    ['vieux', { kind: 'too-old' }, 'came late'],
    ['inconnu', { kind: 'out-of-reach' }, 'was never looked at'],
  ])('of « %s » is %j: %s', (id, expected, _why) => {
    expect(fate(id)).toMatchObject(expected)
  })

  it('says which sentences are quoted', () => {
    expect(fate('cité')).toMatchObject({
      sentences: [{ articleId: 'cité', version: 1, start: 0, end: 40 }],
    })
  })

  it('says that an article of a story that is only linked had nothing to quote', () => {
    const { composed: wide, trace: widely } = compose(ARTICLES, 7)
    expect(fateOf({ id: 'muet', storyId: 'brume' }, wide, widely)).toEqual({
      kind: 'listed',
      position: 3,
      silence: 'not-quotable',
    })
  })

  it('says that the publisher of an article is not quoted, whether or not others are', () => {
    const { composed: wide, trace: widely } = compose(ARTICLES, 7)
    const stories = wide.stories.map((story) => ({
      ...story,
      sources: story.sources.map((source) => ({ ...source, isUnquoted: true as const })),
    }))
    for (const [id, storyId] of [
      ['muet', 'brume'],
      ['lié', 'halle'],
    ] as const)
      expect(fateOf({ id, storyId }, { stories }, widely)).toMatchObject({
        kind: 'listed',
        silence: 'quoting-off',
      })
  })

  it('says that a story before the last was not told for want of a sentence', () => {
    const { composed: narrow, trace: narrowly } = compose(ARTICLES, 2)
    expect(fateOf({ id: 'muet', storyId: 'brume' }, narrow, narrowly)).toMatchObject({
      kind: 'cut-for-length',
      rank: 2,
      silence: 'not-quotable',
    })
  })

  it.each([
    ['cité', { kind: 'told' }, 'the edition itself says it'],
    ['repris', { kind: 'folded-into' }, 'that as well'],
    ['sport', { kind: 'forgotten' }, 'nobody knows any more'],
  ])('without a trace of « %s » is %j: %s', (id, expected, _why) => {
    expect(fateOf({ id, storyId: storyOf(id) }, composed, undefined)).toMatchObject(expected)
  })
})

describe('the rank of a story', () => {
  it('tells its place among all, and points that sum up to its importance', () => {
    const { trace } = compose(ARTICLES)
    const rank = rankOf('halle', trace)
    expect(rank).toMatchObject({ rank: 1, among: 3 })
    const members = ARTICLES.filter(({ placement }) => placement.storyId === 'halle')
    expect(rank && sumOf(rank.score)).toBeCloseTo(importanceOf(members, NOW), 1)
  })

  it.each([['match'], ['inconnu'], ['']])('of « %s » is none: it was not to choose from', (storyId) => {
    expect(rankOf(storyId, compose(ARTICLES).trace)).toBeUndefined()
  })
})

describe('any edition', () => {
  const anyArticle = fc.record({
    id: fc.string({ maxLength: 4 }),
    storyId: fc.constantFrom('un', 'deux', 'trois', '__proto__', ''),
    publisher: fc.string({ maxLength: 3 }),
    rubric: fc.constantFrom('Culture', 'Sports'),
    title: fc.string({ unit: 'binary', maxLength: 20 }),
    age: fc.integer({ min: -HOUR, max: 4 * DAY }),
  })

  it('accounts for each of its articles, the same after it was stored', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyArticle, { selector: ({ id }) => id, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (drawn, maxStories) => {
          const articles = drawn.map(({ id, storyId, age, ...rest }) =>
            article(id, storyId, { ...rest, publishedAt: NOW - age }),
          )
          const { composed, trace } = compose(articles, maxStories)
          const stored = JSON.parse(JSON.stringify(trace))
          for (const { id, placement } of articles) {
            const fate = fateOf({ id, storyId: placement.storyId }, composed, stored)
            expect(['out-of-reach', 'forgotten']).not.toContain(fate.kind)
            expect(fate).toEqual(fateOf({ id, storyId: placement.storyId }, composed, trace))
          }
        },
      ),
    )
  })
})
