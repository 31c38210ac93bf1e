import { describe, expect, it } from 'vitest'
import { findTimeExpressions } from '../../src/french/time-expressions.ts'

const times = (text: string): readonly string[] =>
  findTimeExpressions(text).map(({ start, end }) => text.slice(start, end))

describe('time expressions, without preposition or article', () => {
  it.each([
    ['Il viendra mardi.', ['mardi'], 'a weekday'],
    [
      'Réunion jeudi soir, puis ce vendredi.',
      ['jeudi soir', 'ce vendredi'],
      'a part of the day, a demonstrative',
    ],
    [
      'Le mercredi 5 octobre à 18 h, tout change.',
      ['mercredi 5 octobre à 18 h'],
      'day, date and hour are one',
    ],
    ['Depuis le 27 février 2016, rien.', ['27 février 2016'], 'a date'],
    [
      'Du 19 au 24 avril, puis les 12 et 13 juin.',
      ['19 au 24 avril', '12 et 13 juin'],
      'a range and a list share their month',
    ],
    ['En 2015, puis de 1991 à 2013.', ['2015', '1991 à 2013'], 'years'],
    ['Fin juillet ou début du mois d’août.', ['Fin juillet', 'début du mois d’août'], 'parts of a month'],
    ['L’été 2014, les années 80 et 90.', ['été 2014', 'années 80 et 90'], 'a season, decades'],
    [
      'Il y a plus de trois ans ; depuis cinq jours.',
      ['Il y a plus de trois ans', 'depuis cinq jours'],
      'counted times keep their anchor',
    ],
    [
      'La semaine dernière, dans les dernières 24 heures.',
      ['semaine dernière', 'dernières 24 heures'],
      'last week, last hours',
    ],
    ['La nuit de mardi à mercredi.', ['nuit de mardi à mercredi'], 'a night between two days'],
    ['Hier soir, rendez-vous à 8h30.', ['Hier soir', '8h30'], 'yesterday, an hour alone'],
    [
      'La veille, au premier trimestre 2019.',
      ['veille', 'premier trimestre 2019'],
      'the day before, a quarter',
    ],
  ])('in « %s »', (text, expected, _why) => expect(times(text)).toEqual(expected))

  it.each([
    ['Il a été élu pendant trois heures.', 'a participle, a length'],
    ['Le Journal du dimanche, 20 Minutes, les 24 Heures du Mans.', 'titles'],
    ['Bruno Mars chante au Champ-de-Mars.', 'names with a month inside'],
    ['Depuis des mois, ces derniers jours.', 'vague times'],
    ['Un homme de 44 ans, 2 500 euros, 49.3, 110 km/h.', 'ages and amounts'],
    ['L’institut de veille sanitaire a alerté.', 'a watch'],
    ['Une journée de 12 heures.', 'a length'],
  ])('finds none in « %s »: %s', (text, _why) => expect(times(text)).toEqual([]))
})
