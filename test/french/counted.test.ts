import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCounted } from '../../src/french/counted.ts'

const read = (text: string) =>
  findCounted(text).map(({ start, end, value, kind, isLeast }) => [
    text.slice(start, end),
    value,
    kind,
    ...(isLeast ? ['least'] : []),
  ])

describe('what a figure counts', () => {
  it.each([
    ['L’incendie a fait 12 morts.', [['12 morts', 12, 'dead']], 'a toll'],
    [
      'Douze personnes ont été tuées.',
      [['Douze personnes ont été tuées', 12, 'dead']],
      'spelled, with its fate',
    ],
    ['22 personnes ont péri.', [['22 personnes ont péri', 22, 'dead']], 'a verb of dying'],
    ['Les corps de 14 mineurs sont remontés.', [['corps de 14 mineurs', 14, 'dead']], 'bodies'],
    ['Trois blessés, dont un grave.', [['Trois blessés', 3, 'injured']], 'injured are no dead'],
    ['30 blessés graves.', [['30 blessés graves', 30, 'injured graves']], 'badly injured are counted apart'],
    ['Six gardes à vue ont débuté.', [['Six gardes à vue', 6, 'gard a vu']], 'a noun with its complement'],
    ['Au moins 12 morts.', [['12 morts', 12, 'dead', 'least']], 'or more'],
    ['Le séisme a fait 2 345 morts.', [['2 345 morts', 2345, 'dead']], 'grouped digits'],
    [
      'Quatre-vingt-dix personnes interpellées.',
      [['Quatre-vingt-dix personnes interpellées', 90, 'arrested']],
      'compound numbers',
    ],
    ['Une dizaine de morts.', [], 'about'],
    ['12 à 15 morts.', [], 'between'],
    ['Environ 200 blessés.', [], 'a hedge'],
    ['12 morts par jour.', [], 'a rate'],
    ['Elle a 12 ans et court 10 km.', [], 'an age and a measure'],
    ['Une amende de 300 euros.', [], 'money: each sentence has its own'],
    ['Trois personnes parlent.', [], 'people of whom nothing is said'],
    ['', [], 'nothing'],
  ])('« %s »', (text, expected, _why) => expect(read(text)).toEqual(expected))

  it('stands in the text, in order, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('12 morts', ' de ', 'deux ', '1 000 ')),
        ),
        (parts) => {
          const text = parts.join('')
          let from = 0
          for (const { start, end, value } of findCounted(text)) {
            expect(start).toBeGreaterThanOrEqual(from)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(value).not.toBeNaN()
            from = start
          }
        },
      ),
    )
  })
})
