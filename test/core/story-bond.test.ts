// How well articles and stories fit, and stories that turn out to be one.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldStory, present, uniteWith } from '../../src/core/held-story.ts'
import { bondOf, fitsOf, MIN_SCORE, rivalsOf } from '../../src/core/story-bond.ts'

/** The fit of an article with these chances in a story of so many members that could be compared. */
function scoreIn(chances: readonly number[], nearCount: number): number {
  const all = chances.map((chance) => ({ story: 'histoire', chance }))
  return fitsOf(all, (_story, count) => count <= nearCount)[0]?.score ?? 0
}

describe('the fit of an article', () => {
  it.each([
    ['one member', [0.6], 1, 0.6],
    ['two members that agree', [0.6, 0.6], 2, 0.6],
    ['one of two', [0.6], 2, 0.45],
    ['one of many', [0.6], 9, 0.4],
    ['the best three of many', [0.1, 0.9, 0.6, 0.6, 0.2], 5, 0.8],
  ])('with %s', (_what, chances, nearCount, expected) => {
    expect(scoreIn(chances, nearCount)).toBeCloseTo(expected, 12)
  })

  it('puts the best story first', () => {
    const chances = [
      { story: 'a', chance: 0.2 },
      { story: 'b', chance: 0.7 },
      { story: 'a', chance: 0.5 },
    ]
    const fits = fitsOf(chances, () => false)
    expect(fits.map(({ story, chance }) => [story, chance])).toEqual([
      ['b', 0.7],
      ['a', 0.5],
    ])
  })

  it('never falls when a chance rises', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 6 }), fc.nat(5), chance, (all, at, risen) => {
        const better = all.map((value, index) => (index === at % all.length ? Math.max(value, risen) : value))
        const before = scoreIn(all, all.length)
        expect(scoreIn(better, all.length)).toBeGreaterThanOrEqual(before - 1e-12)
        expect(before).toBeLessThanOrEqual(Math.max(...all) + 1e-12)
      }),
    )
  })
})

describe('rivals', () => {
  it('are the next three that fit nearly well enough, not the one that was joined', () => {
    const fits = [0.9, 0.8, 0.7, 0.6, 0.5].map((score) => ({ story: String(score), chance: score, score }))
    expect(rivalsOf(fits)).toEqual(['0.8', '0.7', '0.6'])
    expect(rivalsOf(fits.map((fit) => ({ ...fit, score: fit.score / 2 })))).toEqual(['0.8'])
    expect(rivalsOf([])).toEqual([])
  })
})

/** Undefined for pairs that are not named: they lie too far apart. */
function by(chances: Readonly<Record<string, number | undefined>>) {
  return (one: string, other: string): number | undefined =>
    chances[`${one}${other}`] ?? chances[`${other}${one}`]
}

describe('the bond of two stories', () => {
  it.each([
    ['all alike', ['a', 'b'], ['c'], { ac: 0.8, bc: 0.8 }, 0.8],
    ['the members of the smaller one are asked', ['a'], ['b', 'c'], { ab: 0.9, ac: 0.1 }, 0.7],
    [
      'one bridge between two pairs is half a bond',
      ['a', 'b'],
      ['c', 'd'],
      { ac: 1, ad: 0, bc: 0, bd: 0 },
      0.375,
    ],
    ['who is too far off in time is not asked', ['a', 'b'], ['c', 'd'], { ac: 0.6, ad: 0.6 }, 0.6],
    ['nobody can be compared', ['a'], ['b'], {}, 0],
  ])('%s', (_what, one, other, chances, expected) => {
    expect(bondOf(one, other, by(chances))).toBeCloseTo(expected, 12)
    expect(bondOf(other, one, by(chances))).toBeCloseTo(expected, 12)
  })

  it('asks the newest only, however long the stories are', () => {
    let asked = 0
    const long = Array.from({ length: 500 }, (_, at) => at)
    bondOf(long, long, () => asked++)
    expect(asked).toBe(8 * 16)
  })
})

describe('stories that turn out to be one', () => {
  const stories = ['première', 'deuxième', 'troisième'].map((id, number) => {
    const story = heldStory<number>(id, number)
    story.members.push(10 - number, 20 + number)
    return story
  })
  const [first, second, third] = stories
  if (first === undefined || second === undefined || third === undefined) throw new Error('three stories')

  it('stay apart below the score that joining takes', () => {
    expect(uniteWith(third, [first], () => MIN_SCORE - 0.01, Math.sign)).toEqual([])
    expect(stories.map((story) => present(story).id)).toEqual(['première', 'deuxième', 'troisième'])
  })

  it('go on as the one that opened first, with the members of all in the order of time', () => {
    const ended = uniteWith(
      third,
      [second, first],
      () => 0.9,
      (one, other) => one - other,
    )
    expect(ended.map(({ storyId }) => storyId)).toEqual(['troisième', 'deuxième'])
    expect(stories.map((story) => present(story))).toEqual([first, first, first])
    expect(first.members).toEqual([8, 9, 10, 20, 21, 22])
    expect([second.members, third.members]).toEqual([[], []])
  })
})
