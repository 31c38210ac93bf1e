import { describe, expect, it } from 'vitest'
import { readFiveWs } from '../../src/core/five-ws.ts'

const read = (...texts: readonly string[]) => readFiveWs(texts.map((text) => ({ text })))
const nothing = { who: [], where: [], when: [], figures: [] }

describe('the line Qui · Où · Quand · Chiffres', () => {
  it('takes every value word for word from the sentences', () => {
    expect(
      read(
        'La ministre Claire Valmont a inauguré mardi à Dijon une usine de 3,5 millions d’euros.',
        'Paul Aubin, qui emploie 120 salariés, l’attendait dès 8 h.',
      ),
    ).toEqual({
      who: ['Claire Valmont', 'Paul Aubin'],
      where: ['Dijon'],
      when: ['mardi', '8 h'],
      figures: ['3,5 millions d’euros', '120 salariés'],
    })
  })

  it.each([
    ['Le conseil a voté le budget.', nothing, 'nothing is said'],
    ['Léa a huit ans.', nothing, 'a first name alone tells nobody'],
    ['L’affaire Benalla continue.', nothing, 'an affair is named after somebody else'],
    ['L’accord de 2015 et la présidentielle 2022 divisent.', nothing, 'a year that belongs to a thing'],
    ['L’appel du 18 juin et la loi du 9 décembre divisent.', nothing, 'a date by which a thing is named'],
    ['Le chaland date de l’hiver 168-169.', nothing, 'a season alone is no day'],
    ['', nothing, 'an empty sentence'],
  ])('gives nothing where the text gives none: « %s »', (text, expected, _why) =>
    expect(read(text)).toEqual(expected),
  )

  it('says each person once, under the longest form', () => {
    expect(read('Sergueï Lavrov est à Genève.', 'M. Lavrov y verra John Kerry, Lavrov l’a dit.').who).toEqual(
      ['Sergueï Lavrov', 'John Kerry'],
    )
  })

  it('says a person once whose name is written in two ways', () => {
    expect(
      read('Paul Dammert a été jugé à Dijon.', 'L’avocat de Paul Damert, Claire Valmont, a plaidé.').who,
    ).toEqual(['Paul Dammert', 'Claire Valmont'])
  })

  it('says no day inside of a fuller one', () => {
    expect(read('Le vote aura lieu mercredi.', 'Il est fixé au mercredi 5 octobre.').when).toEqual([
      'mercredi 5 octobre',
    ])
  })

  it('keeps at most three of each', () => {
    const { where, figures } = read(
      'Il va à Lyon, à Metz, à Nancy, à Tours avec 2 amis, 3 chiens, 4 chats et 5 poules.',
    )
    expect(where).toEqual(['Lyon', 'Metz', 'Nancy'])
    expect(figures).toEqual(['2 amis', '3 chiens', '4 chats'])
  })

  it('knows a surname that stands in full only in the article, and shows nothing of the article', () => {
    const context = 'Orvill Tannenk, 51 ans, dirige l’usine de Metz depuis 2011.'
    expect(readFiveWs([{ text: 'Tannenk partira.' }], context)).toEqual({ ...nothing, who: ['Tannenk'] })
    expect(read('Tannenk partira.')).toEqual(nothing)
  })
})
