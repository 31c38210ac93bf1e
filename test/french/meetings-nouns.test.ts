// Nouns that tell a meeting, what is said on the occasion of one, and meetings that no such word tells.
import { describe, expect, it } from 'vitest'
import { kindsOf, whoMet } from './told-lines.ts'

const PAIR = ['Paul Kerbrat → Anne Postec']
const EQUALS = ['Paul Kerbrat + Anne Postec']

describe('a noun with its people', () => {
  it.each([
    ['Une rencontre entre Paul Kerbrat et Anne Postec a eu lieu mardi.', EQUALS, 'entre'],
    [
      'La rencontre, mardi à Genève, entre Paul Kerbrat et Anne Postec a été brève.',
      EQUALS,
      'over a day and a place',
    ],
    ['La rencontre de Paul Kerbrat avec Anne Postec a été cordiale.', PAIR, 'de … avec'],
    ['La rencontre de Paul Kerbrat et Anne Postec a été cordiale.', EQUALS, 'de … et'],
    [
      'Une réunion de Paul Kerbrat, Anne Postec et Luc Morin est prévue.',
      ['Paul Kerbrat + Anne Postec + Luc Morin'],
      'de, three',
    ],
    ['Paul Kerbrat a eu un entretien avec Anne Postec.', PAIR, 'avec, the subject before'],
    ['Paul Kerbrat a eu mardi un bref entretien téléphonique avec Anne Postec.', PAIR, 'over an adjective'],
    ['Avant sa rencontre avec Anne Postec, Paul Kerbrat a visité le port.', PAIR, 'sa, the subject behind'],
    [
      'Après son entretien avec Anne Postec, Paul Kerbrat s’est dit confiant.',
      PAIR,
      'son, the subject behind',
    ],
    ['Paul Kerbrat s’est dit confiant après sa rencontre avec Anne Postec.', PAIR, 'sa, the subject before'],
    [
      'La préparation de Paul Kerbrat pour sa première rencontre avec Anne Postec a duré.',
      PAIR,
      'sa, its owner behind de',
    ],
    ['« Tout va bien », a dit Paul Kerbrat à l’issue d’un entretien avec Anne Postec.', PAIR, 'the speaker'],
    ['Au cours d’une visioconférence avec Anne Postec, Paul Kerbrat a promis une aide.', PAIR, 'au cours de'],
    ['Lors d’un déjeuner avec Anne Postec, Paul Kerbrat a promis une aide.', PAIR, 'lors de'],
    [
      'Luc Morin a commenté l’entretien de Paul Kerbrat avec Anne Postec.',
      PAIR,
      'not whoever comments on it',
    ],
    [
      'Luc Morin a organisé une rencontre entre Paul Kerbrat et Anne Postec.',
      EQUALS,
      'not whoever arranges it',
    ],
    ['Une photo de la rencontre entre Paul Kerbrat et Anne Postec circule.', EQUALS, 'within another noun'],
  ])('«%s» (%s)', (text, expected, _why) => expect(whoMet(text)).toEqual(expected))

  it.each([
    ['Le tête-à-tête entre Paul Kerbrat et Anne Postec est prévu jeudi.', 'encounter'],
    ['Le face-à-face entre Paul Kerbrat et Anne Postec a été tendu.', 'encounter'],
    ['L’entrevue entre Paul Kerbrat et Anne Postec a été tendue.', 'encounter'],
    ['Le déjeuner entre Paul Kerbrat et Anne Postec a été tendu.', 'encounter'],
    ['Le rendez-vous entre Paul Kerbrat et Anne Postec a été tendu.', 'encounter'],
    ['L’entretien entre Paul Kerbrat et Anne Postec a duré deux heures.', 'talk'],
    ['La conversation entre Paul Kerbrat et Anne Postec a duré deux heures.', 'talk'],
    ['Les pourparlers entre Paul Kerbrat et Anne Postec ont repris lundi.', 'negotiation'],
    ['Les négociations entre Paul Kerbrat et Anne Postec ont repris lundi.', 'negotiation'],
    ['Un sommet entre Paul Kerbrat et Anne Postec se tiendra vendredi.', 'summit'],
  ])('«%s» is one %s', (text, kind) => {
    expect(whoMet(text)).toEqual(EQUALS)
    expect(kindsOf(text)).toEqual([kind])
  })

  it('reads two surnames with a dash between', () =>
    expect(
      whoMet('Paul Kerbrat et Anne Postec sont à Genève. La rencontre Kerbrat – Postec est finie.'),
    ).toEqual(EQUALS))
})

describe('on the occasion of a meeting', () => {
  it.each([
    [
      'Paul Kerbrat a assuré Anne Postec de son soutien lors d’un entretien téléphonique.',
      PAIR,
      'the object of its verb',
    ],
    [
      'Paul Kerbrat a dit à Anne Postec, lors d’une rencontre à Genève, que tout allait bien.',
      PAIR,
      'à somebody',
    ],
    [
      'Paul Kerbrat et Luc Morin ont exhorté Anne Postec à agir lors d’un entretien.',
      ['Paul Kerbrat + Luc Morin → Anne Postec'],
      'two of them',
    ],
  ])('«%s» (%s)', (text, expected, _why) => expect(whoMet(text)).toEqual(expected))
})

describe('no word for a meeting', () => {
  it.each([
    ['Paul Kerbrat a inauguré le pont aux côtés d’Anne Postec.', PAIR, 'aux côtés de'],
    ['Aux côtés de la ministre Anne Postec, Paul Kerbrat a signé l’accord.', PAIR, 'opening'],
    [
      'Paul Kerbrat a inauguré le pont en présence d’Anne Postec et de Luc Morin.',
      ['Paul Kerbrat → Anne Postec + Luc Morin'],
      'en présence de, two',
    ],
    ['En présence d’Anne Postec, Paul Kerbrat a inauguré le pont.', PAIR, 'opening'],
    ['Paul Kerbrat s’est rendu à Nantes pour soutenir Anne Postec.', PAIR, 'a journey for somebody'],
    ['Paul Kerbrat est venu saluer Anne Postec.', PAIR, 'a journey without a place'],
    ['Paul Kerbrat s’est rendu à Nantes pour inaugurer un pont.', [], 'a journey for something'],
    ['Paul Kerbrat a inauguré le pont en présence d’élus et de riverains.', [], 'people whom nobody knows'],
    ['Paul Kerbrat a signalé la présence d’Anne Postec.', [], 'a presence, not «en présence»'],
  ])('«%s» (%s)', (text, expected, _why) => expect(whoMet(text)).toEqual(expected))
})
