import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../src/french/places.ts'

const places = (text: string): readonly string[] =>
  findPlaces(text).map(({ start, end }) => text.slice(start, end))

describe('places behind a locative', () => {
  it.each([
    ['Il arrive à Paris mardi.', ['Paris'], 'a town'],
    ['À Marchebois, la crue monte.', ['Marchebois'], 'an unknown town behind à'],
    ['Elle vit en Arabie saoudite.', ['Arabie saoudite'], 'a country of two words'],
    ['Un séisme en Corée du Nord et au Japon.', ['Corée du Nord', 'Japon'], 'en and au'],
    ['Il revient aux États-Unis.', ['États-Unis'], 'aux'],
    ['Le feu progresse dans le Gard et dans les Landes.', ['Gard', 'Landes'], 'departments'],
    ['Un vol entre Londres et Nice.', ['Londres', 'Nice'], 'a pair behind one preposition'],
    ['A New York, la bourse ferme.', ['New York'], 'A without its accent'],
    ['Le drame a eu lieu près de Villebrun (Ain).', ['Villebrun'], 'près de'],
    ['Au large de Brest, un cargo dérive.', ['Brest'], 'au large de'],
    ['La crue recule en Asie du Sud.', ['Asie du Sud'], 'a part of a continent'],
    [
      'La grippe gagne l’est, en Afrique de l’Ouest et en Europe centrale.',
      ['Afrique de l’Ouest', 'Europe centrale'],
      'parts',
    ],
    ['Cent personnes ont défilé devant la préfecture de Vernay.', ['Vernay'], 'a building of the town'],
    ['La statue, en plein centre de Vernay, a été taguée.', ['Vernay'], 'en plein centre de'],
    [
      'L’armée a frappé dans le nord de l’Irak et dans la province de Kérat.',
      ['Irak', 'Kérat'],
      'within a part',
    ],
    ['Le sinistre à Fontenelle-sous-Bois est éteint.', ['Fontenelle-sous-Bois'], 'the shape of a town'],
  ])('in « %s »', (text, expected, _why) => expect(places(text)).toEqual(expected))

  it.each([
    ['Il rentre à Noël.', 'a feast'],
    ['Elle part en septembre, en baisse.', 'a month, a trend'],
    ['Il l’a dit à Libération et à Europe 1.', 'media'],
    ['Le juge a donné raison à Delmas.', 'somebody'],
    ['Il succède à Claire Valmont.', 'a person'],
    ['Paris a condamné Moscou.', 'capitals that act'],
    ['Le maire de Lyon a voté.', 'a place that is only named'],
    ['Il croit en Dieu et travaille à la SNCF, à RTL.', 'neither God nor an acronym'],
    ['Les débats à Matignon durent.', 'a building that stands for a power'],
  ])('finds none in « %s »: %s', (text, _why) => expect(places(text)).toEqual([]))
})
