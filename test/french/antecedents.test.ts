import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { antecedentOfOpening } from '../../src/french/antecedents.ts'

/** The name behind the pronoun that opens the last sentence, which begins at `¶`. */
function nameBehind(marked: string): string | undefined {
  const start = marked.indexOf('¶')
  const text = marked.replace('¶', '')
  const found = antecedentOfOpening(text, { start, end: text.length })
  expect(text.slice(start, found?.at ?? start)).toMatch(/^(?:Il|Elle|Ce dernier|Cette dernière)?$/u)
  return found?.name
}

describe('the person behind an opening pronoun', () => {
  it.each([
    [
      'Serge Lormont a quitté Genève lundi. ¶Il a déclaré que tout était dit.',
      'Serge Lormont',
      'the subject',
    ],
    [
      'La maire de Vernay, Claire Dumas, a fermé le pont. ¶Elle a aussi demandé un rapport.',
      'Claire Dumas',
      'an office with a comma',
    ],
    [
      'Le ministre Paul Garnier a reçu les syndicats. ¶Ce dernier a promis une réponse.',
      'Paul Garnier',
      'an office beside the name',
    ],
    [
      'Interrogé mardi, Paul Garnier a nié les faits. ¶Il a dénoncé un complot.',
      'Paul Garnier',
      'behind an adjunct',
    ],
    [
      '« Nous tiendrons », a déclaré Claire Dumas. ¶Elle a salué les pompiers.',
      'Claire Dumas',
      'the speaker',
    ],
    [
      'Paul Garnier est arrivé tôt. « C’est bien », a jugé M. Garnier. ¶Il a affirmé sa foi.',
      'Paul Garnier',
      'a short name is completed',
    ],
    [
      'Paul Garnier a quitté la salle. Il a dénoncé un complot. ¶Il a aussi annoncé un recours.',
      'Paul Garnier',
      'through the same pronoun',
    ],
    ['Paul Garnier est né à Vernay. ¶Il a été élu en 2014.', 'Paul Garnier', 'what is done to people'],
  ])('%s → %s (%s)', (text, name, _why) => {
    expect(nameBehind(text)).toBe(name)
  })

  it.each([
    ['Paul Garnier a reçu Serge Lormont. ¶Il a déclaré sa confiance.', 'two men'],
    ['Paul Garnier a reçu son avocat. ¶Il a déclaré sa confiance.', 'another man without a name'],
    ['Le frère de Paul Garnier a parlé. ¶Il a déclaré sa confiance.', 'the brother speaks'],
    ['Paul Garnier a ouvert le chantier. ¶Elle a déclaré sa confiance.', 'the other gender'],
    ['Camille Garnier a ouvert le chantier. ¶Il a déclaré sa confiance.', 'a name of both genders'],
    ['Paul Garnier a fermé le pont. ¶Il faut en ouvrir un autre.', 'nobody'],
    ['Paul Garnier a fermé le pont. ¶Il avait été construit en 1910.', 'the bridge'],
    ['Le pont a été fermé par Paul Garnier. ¶Il a annoncé un autre chantier.', 'not the subject'],
    ['Paul Garnier a parlé. ¶Il a affirmé que Paul Garnier reviendrait.', 'another man than he'],
    ['« Paul Garnier a menti. ¶Il a affirmé sa foi », a dit le juge.', 'inside a quotation'],
    ['Garnier a parlé. ¶Il a affirmé sa foi.', 'no full name'],
    [
      'Paul Garnier a parlé. Jean Garnier est son père. M. Garnier a ri. ¶Il a affirmé sa foi.',
      'two of a name',
    ],
    ['Un pont fermé\nPaul Garnier et la ville\n¶Il a affirmé sa foi.', 'behind an intertitle'],
    ['¶Il a affirmé sa foi.', 'nothing before'],
    ['Paul Garnier a parlé. ¶Ils ont affirmé leur foi.', 'a plural'],
  ])('leaves «%s» (%s)', (text, _why) => {
    expect(nameBehind(text)).toBeUndefined()
  })

  it('never fails, and names what stands before', () => {
    const pieces = array(
      constantFrom(
        'Il ',
        'Elle ',
        'Paul Garnier ',
        'M. Garnier ',
        'a déclaré ',
        'a dit ',
        '. ',
        ', ',
        '"',
        '« ',
        ' »',
        '\n',
        'le ministre ',
        'Claire Dumas ',
      ),
      { maxLength: 30 },
    ).map((parts) => parts.join(''))
    for (const texts of [pieces, string({ unit: 'binary' })])
      assert(
        property(texts, (text) => {
          const start = Math.floor(text.length / 2)
          const found = antecedentOfOpening(text, { start, end: text.length })
          expect(text.slice(0, start)).toContain(found?.name ?? '')
        }),
        { numRuns: 400 },
      )
  })
})
