import { describe, expect, it } from 'vitest'
import { countryOfAdjective, countryOfCapital, countryOfName } from '../../src/french/demonyms.ts'

describe('countries', () => {
  it.each([
    ['russe', 'russie', 'two forms'],
    ['Américaines', 'etats-unis', 'a feminine plural with a capital'],
    ['nord-coréen', 'coree-du-nord', 'a compound'],
    ['sud-africaine', 'afrique-du-sud', 'a compound, feminine'],
    ['grecque', 'grece', 'an irregular feminine'],
    ['lettone', 'lettonie', 'another'],
    ['guinéenne', 'guinee', 'a double n'],
    ['international', undefined, 'no country'],
  ])('%s', (word, country, _why) => expect(countryOfAdjective(word)).toBe(country))

  it.each([
    ['États-Unis', 'etats-unis', 'accents'],
    ['Côte d’Ivoire', 'cote-d-ivoire', 'an apostrophe'],
    ['Corée du Nord', 'coree-du-nord', 'blanks'],
    ['Brive', undefined, 'a town'],
  ])('%s', (name, country, _why) => expect(countryOfName(name)).toBe(country))

  it('knows capitals', () => expect(countryOfCapital('Téhéran')).toBe('iran'))
})
