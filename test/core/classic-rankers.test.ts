// The classics beside the learned ranker: the first sentences, and centrality by likeness.
import { describe, expect, it } from 'vitest'
import { rankLead } from '../../src/core/lead.ts'
import { rankLexRank } from '../../src/core/lexrank.ts'
import type { SentenceRanker } from '../../src/core/rank-sentences.ts'
import { RANKER_WEIGHTS } from '../../src/core/ranker-weights.ts'
import { type SentenceLikeness, sentenceLikeness } from '../../src/core/sentence-likeness.ts'
import { rankTextRank } from '../../src/core/textrank.ts'
import { numberWords } from '../../src/core/vocabulary.ts'
import { readWords } from '../../src/french/words.ts'

const scoresBy = (rank: SentenceRanker, sentences: readonly string[]): readonly number[] =>
  rank({ title: '', sentences }).scores

function likeness(sentences: readonly string[], most: number): SentenceLikeness {
  const words = readWords(sentences)
  const vocabulary = numberWords(
    words,
    sentences.map(() => false),
  )
  return sentenceLikeness(words, vocabulary, RANKER_WEIGHTS.lexicon, most)
}

describe.each([
  ['LexRank', rankLexRank],
  ['TextRank', rankTextRank],
])('%s', (_name, rank) => {
  it('puts first the sentence that resembles the others', () => {
    const scores = scoresBy(rank, [
      'Le volcan islandais menace les pêcheurs.',
      'Le volcan islandais a craché des cendres sur les pêcheurs du port.',
      'Des cendres couvrent le port.',
      'Une girafe traverse la savane.',
    ])
    expect(scores.indexOf(Math.max(...scores))).toBe(1)
    expect(scores.indexOf(Math.min(...scores))).toBe(3)
  })

  it('sums to 1', () => {
    const scores = scoresBy(rank, ['Le volcan gronde.', 'Le volcan dort.', 'La mer monte.'])
    expect(scores.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
  })

  it('gives equal scores to sentences that share nothing', () => {
    const [one = 0, other = 1] = scoresBy(rank, ['Le volcan gronde.', 'La girafe dort.'])
    expect(one).toBeCloseTo(other, 6)
  })

  it.each([[[]], [['']], [['le de la']]])('does not stumble over %j', (sentences) => {
    const scores = scoresBy(rank, sentences)
    expect(scores).toHaveLength(sentences.length)
    expect(scores.every((score) => score === 1)).toBe(true)
  })
})

describe('Lead', () => {
  it('takes the first sentences that there is room for', () => {
    const ranking = rankLead({ title: '', sentences: ['Une.', 'Deux.', 'Trois.', 'Quatre.'] })
    const [firstTwo = 0, firstAndThird = 0, first = 0, others = 0] = Array.from(
      ranking.worths([[0, 1], [0, 2], [0], [1, 2, 3]]),
    )
    expect(firstTwo).toBeGreaterThan(firstAndThird)
    expect(first).toBeGreaterThan(others)
  })
})

describe('sentenceLikeness', () => {
  it('is the cosine of the shared words, the same both ways', () => {
    const { cosines, count } = likeness(['Le volcan gronde.', 'Le volcan gronde.', 'La mer.'], 60)
    expect(count).toBe(3)
    expect(cosines[0 * 3 + 1]).toBeCloseTo(1, 6)
    expect(cosines[1 * 3 + 0]).toBeCloseTo(1, 6)
    expect(cosines[0 * 3 + 2]).toBe(0)
  })

  it('looks at no more sentences than it is told', () => {
    expect(likeness(['Un volcan.', 'Un volcan.', 'Un volcan.'], 2).cosines).toHaveLength(4)
  })
})
