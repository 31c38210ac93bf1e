// What holds an article to its story, in words that a reader can check.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import type { PlacedArticle } from '../../src/core/importance.ts'
import { tieOf } from '../../src/core/story-tie.ts'

const NOW = Date.UTC(2026, 2, 17, 7)

function article(id: string, title: string, text: string, firstSeenAt = NOW): PlacedArticle {
  return {
    id,
    feedId: 'phare',
    publisher: 'Le Phare',
    rubric: '',
    url: '',
    version: 1,
    title,
    lead: '',
    text,
    publishedAt: firstSeenAt,
    firstSeenAt,
    appearances: [],
    placement: { articleId: id, storyId: 'crue' },
  }
}

const FLOOD = article(
  'crue',
  'Crue de la Vilaine à Pontrouet',
  'Samedi, en France, des personnes ont quitté le quai.',
  NOW - HOUR,
)
const HALL = article('halle', 'La halle de Pontrouet', 'La halle a été inaugurée samedi.', NOW - 2 * HOUR)

describe('the tie of an article', () => {
  it('is the earlier member that has most in common with it', () => {
    const later = article(
      'decrue',
      'Décrue à Pontrouet',
      'La Vilaine redescend, samedi, et les personnes rentrent.',
    )
    const tie = tieOf(later, [HALL, FLOOD, later])
    expect(tie?.article.id).toBe('crue')
    expect(tie?.words).toEqual(['Pontrouet', 'Vilaine'])
  })

  it.each([
    ['Samedi en France', ['Samedi'], 'everyday words are named only where there is nothing else'],
    ['Pontrouet, samedi', ['Pontrouet'], 'else they are left out'],
    ['Rien de tel', [], 'no word at all: a later article held them together'],
    ['', [], 'no words'],
  ])('by « %s » is %j: %s', (title, words, _why) => {
    const later = article('autre', title, '')
    expect(tieOf(later, [FLOOD, later])?.words).toEqual(words)
  })

  it('is none for the first article, whatever came with it', () => {
    expect(tieOf(FLOOD, [FLOOD])).toBeUndefined()
    expect(tieOf(HALL, [HALL, FLOOD])).toBeUndefined()
    const together = article('ensemble', 'Crue de la Vilaine', '', NOW - HOUR)
    expect(tieOf(FLOOD, [FLOOD, together])).toBeUndefined()
    expect(tieOf(together, [FLOOD, together])?.article.id).toBe('crue')
  })

  it('holds for any words: each stands in the article, none twice, at most six', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, text) => {
        const later = article('autre', title, text)
        const { words = [] } = tieOf(later, [article('crue', text, title, NOW - HOUR), later]) ?? {}
        expect(words.length).toBeLessThanOrEqual(6)
        expect(new Set(words).size).toBe(words.length)
        for (const word of words) expect(`${title}\n${text}`).toContain(word)
      }),
    )
  })
})
