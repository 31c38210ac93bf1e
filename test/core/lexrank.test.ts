// Centrality of sentences by likeness.
import { describe, expect, it } from 'vitest'
import { lexRank } from '../../src/core/lexrank.ts'
import { sharedWords } from '../../src/core/shared-words.ts'

const rank = (sentences: readonly string[]): readonly number[] => lexRank(sharedWords(sentences, 60))

describe('lexRank', () => {
  it('puts first the sentence that resembles the others', () => {
    const scores = rank([
      'Le volcan islandais menace les pêcheurs.',
      'Le volcan islandais a craché des cendres sur les pêcheurs du port.',
      'Des cendres couvrent le port.',
      'Une girafe traverse la savane.',
    ])
    expect(scores.indexOf(Math.max(...scores))).toBe(1)
    expect(scores.indexOf(Math.min(...scores))).toBe(3)
  })

  it('sums to 1', () => {
    const sum = rank(['Le volcan gronde.', 'Le volcan dort.', 'La mer monte.']).reduce((a, b) => a + b, 0)
    expect(sum).toBeCloseTo(1, 6)
  })

  it('gives equal scores to sentences that share nothing', () => {
    const [one = 0, other = 1] = rank(['Le volcan gronde.', 'La girafe dort.'])
    expect(one).toBeCloseTo(other, 6)
  })

  it.each([[[]], [['']], [['le de la']]])('does not stumble over %j', (sentences) => {
    const scores = rank(sentences)
    expect(scores).toHaveLength(sentences.length)
    expect(scores.every((score) => score === 1)).toBe(true)
  })
})

describe('sharedWords', () => {
  it('is the cosine of the shared words, the same both ways', () => {
    const { cosines, count } = sharedWords(['Le volcan gronde.', 'Le volcan gronde.', 'La mer.'], 60)
    expect(count).toBe(3)
    expect(cosines[0 * 3 + 1]).toBeCloseTo(1, 6)
    expect(cosines[1 * 3 + 0]).toBeCloseTo(1, 6)
    expect(cosines[0 * 3 + 2]).toBe(0)
  })

  it('looks at no more sentences than it is told', () => {
    expect(sharedWords(['Un volcan.', 'Un volcan.', 'Un volcan.'], 2).cosines).toHaveLength(4)
  })
})
