// Folding, words and stems: what search and likeness stand on.
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/french/normalise.ts'
import { contentStems, stem } from '../../src/french/stems.ts'
import { countWords, tokenise } from '../../src/french/tokens.ts'
import { visitWordKeys } from '../../src/french/word-keys.ts'

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

function keysOf(text: string): readonly number[] {
  const keys: number[] = []
  visitWordKeys(text, (key) => keys.push(key))
  return keys
}

describe('visitWordKeys', () => {
  it.each([
    ['inflections', 'ministre', 'MINISTRES'],
    ['accents', 'élections', 'election'],
    ['accents written apart', 'é'.normalize('NFD') + 'lection', 'élection'],
    ['long words with one beginning', 'gouvernement', 'gouvernemental'],
    ['stop words and elision', "l'accord", 'un accord'],
  ])('%s share a key', (_reason, one, other) => {
    expect(keysOf(one)).toEqual(keysOf(other))
    expect(keysOf(one)).toHaveLength(1)
  })

  it('keeps other words apart and weighs rare ones more', () => {
    const weights = new Map<number, number>()
    visitWordKeys('président ornithorynque', (key, weigh) => weights.set(key, weigh()))
    const [common = 0, rare = 0] = [...weights.values()]
    expect(weights.size).toBe(2)
    expect(rare).toBeGreaterThan(common)
    expect(keysOf('cœur')).not.toEqual(keysOf('cour'))
  })
})
