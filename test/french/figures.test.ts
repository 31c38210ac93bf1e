import { describe, expect, it } from 'vitest'
import { findFigures } from '../../src/french/figures.ts'

const figures = (text: string): readonly string[] =>
  findFigures(text).map(({ start, end }) => text.slice(start, end))

describe('figures with their unit or noun', () => {
  it.each([
    ['L’accident a fait 12 morts et trois blessés.', ['12 morts', 'trois blessés'], 'digits and words'],
    ['Le budget atteint 3,5 millions d’euros.', ['3,5 millions d’euros'], 'a scale and a unit'],
    ['Soit 45 % des voix, contre 38,2% avant.', ['45 %', '38,2%'], 'percent, with and without its space'],
    [
      'Plus de 250.000 habitants et près de 1 900 postes.',
      ['Plus de 250.000 habitants', 'près de 1 900 postes'],
      'hedges and separators',
    ],
    ['Une centaine de maires ont signé.', ['Une centaine de maires'], 'a round number'],
    ['Entre 10 et 15 % des lits.', ['10 et 15 %'], 'a range keeps both ends'],
    ['La route est limitée à 80 km/h.', ['80 km/h'], 'a unit with a slash'],
    ['Deux jeunes avocats plaident.', ['Deux jeunes avocats'], 'the noun behind its adjective'],
    ['Il doit 20 000 € au fisc.', ['20 000 €'], 'a currency sign'],
  ])('in « %s »', (text, expected, _why) => expect(figures(text)).toEqual(expected))

  it.each([
    ['Le 12 mai 2019 à 18 h 30.', 'a date and an hour'],
    ['Un homme de 44 ans, disparu depuis trois jours.', 'an age and a length of time'],
    ['Le 3e tour, le 11e arrondissement, le XXe siècle.', 'ordinals'],
    ['L’article 49.3, la saison 4, le n° 12.', 'numbers that name'],
    ['Les deux hommes et ses trois enfants.', 'people who are known already'],
    ['La présidentielle 2022 et 20 Minutes.', 'a year and a newspaper'],
    ['Il est venu deux fois en 24 heures.', 'times'],
    ['Le Covid-19 et la F1.', 'numbers inside of words'],
  ])('finds none in « %s »: %s', (text, _why) => expect(figures(text)).toEqual([]))
})
