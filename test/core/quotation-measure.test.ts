import { describe, expect, it } from 'vitest'
import { createQuotationMeasure } from '../../src/core/quotation-measure.ts'

const words = (count: number): string => 'mot '.repeat(count).trim()

function article(
  id: string,
  wordCount: number,
  more: { readonly publisher?: string; readonly url?: string; readonly isReserved?: true } = {},
) {
  return { id, publisher: 'Le Phare', text: words(wordCount), url: `https://phare.test/${id}`, ...more }
}

describe('what may be quoted of an article', () => {
  it.each([
    [article('a', 1000), { maxSentences: 3, maxWords: 60 }, 'a long one: sixty words'],
    [article('a', 120), { maxSentences: 3, maxWords: 40 }, 'a short one: a third'],
    [article('a', 30), { maxSentences: 3, maxWords: 35 }, 'a dispatch: one sentence'],
    [
      article('a', 1000, { url: '' }),
      { maxSentences: 0, maxWords: 0 },
      'without an address nothing can be linked',
    ],
    [article('a', 1000, { isReserved: true }), { maxSentences: 0, maxWords: 0 }, 'reserved'],
  ])('%#', (given, room, _why) => expect(createQuotationMeasure().roomFor(given)).toEqual(room))

  it('shrinks with what is quoted of it', () => {
    const measure = createQuotationMeasure()
    measure.spend(article('a', 1000), [words(20), words(15)])
    expect(measure.roomFor(article('a', 1000))).toEqual({ maxSentences: 1, maxWords: 25 })
    expect(measure.roomFor(article('b', 1000))).toEqual({ maxSentences: 3, maxWords: 60 })
  })
})

describe('what may be quoted of a publisher', () => {
  it('is 300 words in an edition, all its articles together', () => {
    const measure = createQuotationMeasure()
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      expect(measure.roomFor(article(id, 1000)).maxWords).toBe(60)
      measure.spend(article(id, 1000), [words(56)])
    }
    expect(measure.roomFor(article('f', 1000))).toEqual({ maxSentences: 3, maxWords: 20 })
    measure.spend(article('f', 1000), [words(20)])
    expect(measure.roomFor(article('g', 1000))).toEqual({ maxSentences: 0, maxWords: 0 })
    expect(measure.roomFor(article('h', 1000, { publisher: 'L’Écho' })).maxWords).toBe(60)
  })
})
