import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPeople } from '../../src/french/people.ts'
import { findStatements } from '../../src/french/statements.ts'

const told = (text: string): readonly string[] =>
  findStatements(text, findPeople(text)).map(
    ({ speaker, isQuoted, start, end }) => `${speaker}${isQuoted ? ' « »' : ''} : ${text.slice(start, end)}`,
  )
/** The speaker of each sentence that has one. */
const speakers = (text: string): readonly string[] =>
  findStatements(text, findPeople(text)).map(({ speaker }) => speaker)

describe('who says what', () => {
  it.each([
    ['« Tout va bien », a déclaré la maire Claire Valmont.', ['Claire Valmont'], 'behind a quotation'],
    ['"Tout va bien", explique Claire Valmont.', ['Claire Valmont'], 'straight marks, present'],
    [
      '« Tout va bien », a expliqué mardi sur Radio Brive le maire, Marc Delisle.',
      ['Marc Delisle'],
      'a day and a listener between',
    ],
    ['« Tout va bien », a-t-on lu. Rien de plus.', [], 'nobody'],
    [
      '« Tout va bien », loue Claire Valmont, ravie.',
      ['Claire Valmont'],
      'any verb between a quotation and a name',
    ],
    ['« Tout va bien », a fait valoir le maire, Marc Delisle.', ['Marc Delisle'], 'a verb of two words'],
    ['Claire Valmont a dit que le pont ouvrirait.', ['Claire Valmont'], 'reported with que'],
    ['Claire Valmont a annoncé sa démission.', ['Claire Valmont'], 'reported with an object'],
    ['Claire Valmont, maire de Brive, affirme ne pas savoir.', ['Claire Valmont'], 'an infinitive behind'],
    [
      'Claire Valmont, qui a assuré que le pont ouvrirait, est partie.',
      ['Claire Valmont'],
      'a relative clause',
    ],
    ['Selon Claire Valmont, le pont ouvrira.', ['Claire Valmont'], 'selon'],
    ['Pour Claire Valmont, maire de Brive, rien ne presse.', ['Claire Valmont'], 'pour at the head'],
    ['Le pont ouvrira, selon la préfecture du Nord.', ['la préfecture du Nord'], 'a group'],
    [
      'Les deux hommes se verront, a annoncé mercredi le ministère russe des Affaires étrangères.',
      ['le ministère russe des Affaires étrangères'],
      'an unnamed speaker behind',
    ],
    [
      'Le parquet a indiqué que l’enquête continue.',
      ['le parquet'],
      'an unnamed speaker before, small letters',
    ],
    ['« C’est grave », raconte une voisine.', ['une voisine'], 'anybody behind a quotation'],
    [
      'Le porte-parole de la chancelière Anne Delorme, Marc Delisle, a souligné que rien ne presse.',
      ['Marc Delisle'],
      'an office within an office',
    ],
    [
      '« C’est tout », a précisé la directrice de l’agence, Zora Belkem.',
      ['Zora Belkem'],
      'a name that only its title gives away',
    ],
    ['Marc Delisle dort. Il rêve d’un pont.', [], 'nobody speaks'],
    ['Les mesures varient selon les régions.', [], 'what it depends on'],
    [
      'Le site, que suivait Marc Delisle, a annoncé sa fermeture, attendue depuis lundi.',
      [],
      'an object behind the verb',
    ],
    ['Le nombre de cas confirmés par Marc Delisle baisse.', [], 'a participle'],
    ['La ville a reçu les « gilets jaunes ».', [], 'a turn of phrase in quotation marks'],
    ['Le roman parle pour Claire Valmont et les siens.', [], 'pour in the middle'],
  ])('in «%s»', (text, expected, _why) => expect(speakers(text)).toEqual(expected))
})

describe('quotations over several sentences', () => {
  it('belong to their speaker, each sentence', () =>
    expect(told('« C’est faux. Tout est faux. Je le dis », a affirmé Claire Valmont.')).toEqual([
      'Claire Valmont « » : « C’est faux.',
      'Claire Valmont « » : Tout est faux.',
      'Claire Valmont « » : Je le dis », a affirmé Claire Valmont.',
    ]))

  it.each([
    [
      'Claire Valmont a prévenu : « Tout ferme. Rien n’ouvre. »',
      ['Claire Valmont', 'Claire Valmont'],
      'told before',
    ],
    [
      '« Tout ferme », dit Claire Valmont. « Rien n’ouvre. »',
      ['Claire Valmont', 'Claire Valmont'],
      'goes on behind',
    ],
    [
      '« Tout ferme », dit Claire Valmont.\n« Rien n’ouvre »\nLe pont est vieux.',
      ['Claire Valmont'],
      'an intertitle goes on nothing',
    ],
    [
      '« Marc Delisle a dit que tout ferme », explique Claire Valmont.',
      ['Claire Valmont'],
      'who is quoted within',
    ],
  ])('in «%s»', (text, expected, _why) => expect(speakers(text)).toEqual(expected))

  it('tells quotations from reported words', () =>
    expect(
      told('Claire Valmont a dit que le pont ouvrirait. Elle a jugé « ce retard très fâcheux ».')[0],
    ).toBe('Claire Valmont : Claire Valmont a dit que le pont ouvrirait.'))
})

describe('the longest name and pronouns', () => {
  it.each([
    ['Claire Valmont est là. « Oui », dit Mme Valmont.', ['Claire Valmont'], 'a surname behind a civility'],
    [
      'Le ministre de la Santé Marc Delisle est là. Le ministre a assuré que tout va bien.',
      ['Marc Delisle'],
      'the office that he holds there',
    ],
    [
      '« Oui, tout va bien », dit Claire Valmont. « C’est grave », a-t-elle ajouté.',
      ['Claire Valmont', 'Claire Valmont'],
      'who spoke last',
    ],
    [
      '« Oui, tout va bien », dit Claire Valmont. Marc Delisle sort. « C’est grave », a-t-elle ajouté.',
      ['Claire Valmont'],
      'somebody else between',
    ],
    [
      '« Oui, tout va bien », dit Claire Valmont. « C’est grave », a-t-il ajouté.',
      ['Claire Valmont'],
      'not of that gender',
    ],
    ['« C’est grave », a-t-il ajouté.', [], 'nobody before'],
    [
      'Son frère Luc Valmont et Marc Valmont sont là. M. Valmont a dit que tout va bien.',
      ['Valmont'],
      'two of one surname',
    ],
    ['Luc Ferrand dort. Son ministre a dit que tout va bien.', ['son ministre'], 'somebody’s minister'],
  ])('in «%s»', (text, expected, _why) => expect(speakers(text)).toEqual(expected))
})

it('reads any text without failing, one statement a sentence, in order', () => {
  const words = constantFrom(
    '«',
    '»',
    '"',
    ' ',
    ', a dit ',
    'Jean Dupré',
    ' que ',
    '. ',
    '\n',
    'Selon ',
    'le maire',
    'a-t-il dit',
    'Il ',
  )
  assert(
    property(array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const found = findStatements(text, findPeople(text))
      expect(found.every(({ start }, at) => start > (found[at - 1]?.start ?? -1))).toBe(true)
      expect(found.every(({ end }) => end <= text.length)).toBe(true)
    }),
  )
})
