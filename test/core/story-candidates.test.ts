// Candidates: who shares telling words, and a cost that does not grow with what is held.
import { describe, expect, it } from 'vitest'
import { createCandidateIndex, type Subject } from '../../src/core/story-candidates.ts'

const subjectOf = (...entries: readonly (readonly [key: number, weight: number])[]): Subject => ({
  keys: new Uint32Array(entries.map(([key]) => key)),
  weights: new Float32Array(entries.map(([, weight]) => weight)),
})
const found = (index: ReturnType<typeof createCandidateIndex<string>>, subject: Subject): readonly string[] =>
  index.find(subject).map(({ member }) => member)

describe('candidates', () => {
  it.each([
    [subjectOf([1, 0.8], [2, 0.6]), ['both', 'one'], 'best first'],
    [subjectOf([3, 1]), [], 'a word that nobody has'],
    [subjectOf([2, 0.05]), [], 'a word too light to lead anywhere'],
  ])('are found by their telling words', (subject, expected, _why) => {
    const index = createCandidateIndex<string>()
    index.add('one', subjectOf([1, 1]))
    index.add('both', subjectOf([1, 0.6], [2, 0.8]))
    expect(found(index, subject)).toEqual(expected)
    expect(found(index, subject)).toEqual(expected)
  })

  it('are the newest where a word has too many', () => {
    const index = createCandidateIndex<string>()
    for (let number = 0; number < 5000; number++) index.add(String(number), subjectOf([1, 1]))
    const names = found(index, subjectOf([1, 1]))
    expect(names.length).toBeLessThan(100)
    expect(names.every((name) => Number(name) >= 4000)).toBe(true)
  })

  it('are forgotten when they are not kept', () => {
    const index = createCandidateIndex<string>()
    index.add('old', subjectOf([1, 1]))
    index.add('new', subjectOf([1, 1]))
    index.keep((member) => member === 'new')
    expect([found(index, subjectOf([1, 1])), index.size]).toEqual([['new'], 1])
  })
})
