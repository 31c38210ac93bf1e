// Folding, words and stems: what search and likeness stand on.
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/french/normalise.ts'
import { contentStems, stem } from '../../src/french/stems.ts'
import { countWords, tokenise } from '../../src/french/tokens.ts'

describe('fold', () => {
  it('makes one word of capitals, accents, ligatures and apostrophes', () => {
    expect(fold('L’Œuvre d’ÉTÉ')).toBe("l'oeuvre d'ete")
  })
})

describe('tokenise', () => {
  it('drops elided articles and keeps numbers and hyphens whole', () => {
    const words = tokenise("L'accord de Saint-Malo coûte 25'000 francs").map(({ text }) => text)
    expect(words).toEqual(['accord', 'de', 'Saint-Malo', 'coûte', "25'000", 'francs'])
  })

  it('gives offsets into the text', () => {
    const text = "d'Alep à Genève"
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Alep', 'à', 'Genève'])
  })
})

describe('contentStems', () => {
  it('gives inflections one stem and leaves out words without subject, the second time as the first', () => {
    const stems = contentStems('Les rencontres de Genève ont été rencontrées')
    expect(stems).toEqual([stem('rencontre'), stem('Genève'), stem('rencontre')])
    expect(contentStems('Les rencontres de Genève ont été rencontrées')).toEqual(stems)
  })
})

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  un  deux\ntrois ', 3],
    ['5\u00A0000\u202F€ déjà', 4],
  ])('%j', (text, count) => {
    expect(countWords(text)).toBe(count)
    expect(text.split(/\s+/).filter((word) => word !== '')).toHaveLength(count)
  })
})
