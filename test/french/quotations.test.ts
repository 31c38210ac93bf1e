// Marks in pairs, and sentences that begin inside a quotation.
import { describe, expect, it } from 'vitest'
import { areInsideQuotations, isBalanced } from '../../src/french/quotations.ts'
import { splitSentences } from '../../src/french/sentences.ts'
import { straightQuotes } from '../../src/french/straight-quotes.ts'

describe('isBalanced', () => {
  it.each([
    ['no mark', 'Le maire vote.', true],
    ['a pair of straight marks', 'Le maire dit "oui".', true],
    ['one straight mark', 'Le maire dit "oui.', false],
    ['two straight marks the wrong way round', 'oui", dit-il. "Non', false],
    ['guillemets', 'Le maire dit « oui ».', true],
    ['a guillemet without its pair', 'Le maire dit « oui.', false],
    ['a bracket without its pair', 'Le maire (PS vote.', false],
    ['marks that cross', 'Le maire « dit (oui » et non).', false],
  ])('%s', (_reason, text, expected) => {
    expect(isBalanced(text)).toBe(expected)
  })
})

describe('areInsideQuotations', () => {
  it.each([
    ['straight marks', '"Il pleut. Nous restons", dit Anne. Paul sort.', [false, true, false]],
    ['guillemets', '« Il pleut. Nous restons », dit Anne. Paul sort.', [false, true, false]],
    ['a line end closes a lost mark', '"Il pleut.\nPaul sort.', [false, false]],
  ])('%s', (_reason, text, expected) => {
    expect(areInsideQuotations(text, splitSentences(text))).toEqual(expected)
  })
})

describe('straightQuotes', () => {
  it('takes the opposite of the mark before it where blanks say nothing', () => {
    const text = 'Il dit "non."Elle dit "oui".'
    expect([...straightQuotes(text).values()]).toEqual(['opens', 'closes', 'opens', 'closes'])
  })
})
