import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bringsAFact,
  isOfSameMatter,
  shareOfNew,
  tellsSameFact,
  traceFact,
} from '../../src/core/same-fact.ts'

const DERAILED = 'Un train a déraillé mercredi soir près de la gare de Vernay, dans le sud de Valmer.'

describe('two sentences', () => {
  it.each([
    [
      DERAILED,
      'Mercredi soir, un train a déraillé aux abords de la gare de Vernay, au sud de Valmer.',
      true,
      true,
      'turned round',
    ],
    [DERAILED, 'Le train a déraillé mercredi soir.', true, true, 'said shorter'],
    [
      'Les voyageurs de 15 pays pourront entrer dans l’Union dès mercredi.',
      'Canadiens, Marocains, Japonais : le feu vert de l’Union vaut pour les habitants de 15 pays.',
      false,
      true,
      'the same count in other words',
    ],
    [
      DERAILED,
      'La ministre Claire Valmont se rendra à Vernay jeudi matin.',
      false,
      false,
      'the same place, another fact',
    ],
    [DERAILED, 'Le budget de la région sera voté lundi.', false, false, 'nothing in common'],
    [DERAILED, '', false, false, 'nothing at all'],
  ])('« %s » and « %s »', (one, other, isSame, mayBeSame, _why) => {
    const [first, second] = [traceFact(one), traceFact(other)]
    expect([tellsSameFact(first, second), isOfSameMatter(first, second)]).toEqual([isSame, mayBeSame])
    expect([tellsSameFact(second, first), isOfSameMatter(second, first)]).toEqual([isSame, mayBeSame])
  })

  it('are new to each other as far as they share no words', () => {
    const trace = traceFact(DERAILED)
    expect(shareOfNew(trace, [])).toBe(1)
    expect(shareOfNew(trace, [trace])).toBe(0)
    expect(shareOfNew(traceFact(''), [])).toBe(0)
    expect(shareOfNew(traceFact('Le train sera relevé lundi.'), [trace])).toBeGreaterThan(0.4)
  })

  it.each([
    ['La commission poursuit son travail.', false, 'few words that anybody could write'],
    ['La commission entendra Paul Aubin.', true, 'a name'],
    ['La commission a tenu 14 séances.', true, 'a number'],
    [
      'La commission reproche aux exploitants des freins usés, des signaux muets et une vitesse excessive.',
      true,
      'words enough',
    ],
  ])('« %s » brings a fact: %s', (sentence, expected, _why) =>
    expect(bringsAFact(traceFact(sentence), [traceFact('La commission enquête.')])).toBe(expected),
  )

  it('are compared whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const [first, second] = [traceFact(one), traceFact(other)]
        expect(tellsSameFact(first, second)).toBe(tellsSameFact(second, first))
        expect(shareOfNew(first, [second])).toBeLessThanOrEqual(1)
      }),
    )
  })
})
