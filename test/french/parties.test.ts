// The phrases of a sentence that stand for people: names with offices, offices alone, groups, pronouns, pairs.
import { describe, expect, it } from 'vitest'
import { isGroupPhrase } from '../../src/french/party-words.ts'
import type { Party } from '../../src/french/party.ts'
import { readUnits } from '../../src/french/parties.ts'
import { findPeople } from '../../src/french/people.ts'
import { sentenceWords } from '../../src/french/sentence-words.ts'

/** `kind [preposition] words`, with `person Paul Kerbrat = maire` for somebody beside an office. */
function partiesOf(text: string): readonly string[] {
  const people = findPeople(text)
  const cuts = new Set(people.flatMap(({ start, end }) => [start, end]))
  return readUnits(text, sentenceWords(text, { start: 0, end: text.length }, cuts), people).flatMap((unit) =>
    'party' in unit ? [told(unit.party)] : [],
  )
}

function told({ kind, preposition, name, pronoun, words, isPossessive, isIndefinite }: Party): string {
  const own = name ?? pronoun ?? words ?? ''
  const beside = name !== undefined && words !== undefined ? ` = ${words}` : ''
  const marks = `${isPossessive ? ' (whose)' : ''}${isIndefinite ? ' (any)' : ''}`
  return `${kind}${preposition === undefined ? '' : ` ${preposition}`}: ${own}${beside}${marks}`
}

describe('phrases for people', () => {
  it.each([
    [
      'Le maire de Vernay, Paul Kerbrat, est là.',
      ['person: Paul Kerbrat = maire de Vernay'],
      'an office, a name',
    ],
    [
      'Le ministre russe des Affaires étrangères Paul Kerbrat est là.',
      ['person: Paul Kerbrat = ministre russe des Affaires étrangères'],
      'without a comma',
    ],
    [
      'Paul Kerbrat, ministre de la Défense, est là.',
      ['person: Paul Kerbrat = ministre de la Défense'],
      'behind the name',
    ],
    [
      'Le ministre et maire de Vernay Paul Kerbrat est là.',
      ['person: Paul Kerbrat = ministre et maire de Vernay'],
      'two offices of one',
    ],
    [
      'Le président du Mali Paul Kerbrat est là.',
      ['person: Paul Kerbrat = président du Mali'],
      'of a country',
    ],
    ['L’ancien président Paul Kerbrat est là.', ['person: Paul Kerbrat = ancien président'], 'a former one'],
    ['L’armateur Paul Kerbrat est là.', ['person: Paul Kerbrat = armateur'], 'a noun that no list has'],
    ['Paul Kerbrat, 52 ans, est là.', ['person: Paul Kerbrat'], 'an age'],
    ['Paul Kerbrat (PS) est là.', ['person: Paul Kerbrat'], 'a party'],
    [
      'M. Kerbrat est là avec MM. Morin et Delisle.',
      ['person: Kerbrat', 'person avec: Morin', 'person: Delisle'],
      'civilities',
    ],
    [
      'Le ministre, Paul Kerbrat et Luc Morin sont là.',
      ['office: ministre', 'person: Paul Kerbrat', 'person: Luc Morin'],
      'three, no apposition',
    ],
    ['Le conseiller de Paul Kerbrat est là.', ['office: conseiller de Paul Kerbrat'], 'somebody’s adviser'],
    ['Son homologue turc est là.', ['office: homologue turc (whose)'], 'a possessive'],
    ['Des élus sont chez le préfet.', ['group: élus (any)', 'office chez: préfet'], 'a preposition'],
    ['Le maire a parlé au préfet.', ['office: maire', 'office à: préfet'], 'a joined preposition'],
    ['Il a reçu le maire.', ['pronoun: il', 'office: maire'], 'a verb that is written like a preposition'],
    [
      'Les chefs de la diplomatie russe et américaine sont là.',
      ['office: chef de la diplomatie russe', 'office: chef de la diplomatie américaine'],
      'shared by adjectives',
    ],
    [
      'Les présidents du Tchad, du Niger et du Mali sont là.',
      ['office: président du Tchad', 'office: président du Niger', 'office: président du Mali'],
      'shared by countries',
    ],
    ['Une trentaine de pêcheurs en colère sont là.', ['group: trentaine de pêcheurs (any)'], 'a quantity'],
    ['Les 150 membres de la convention sont là.', ['group: 150 membres de la convention'], 'a number'],
    [
      'Les responsables des « gilets jaunes » sont là.',
      ['group: responsables des « gilets jaunes »'],
      'quotation marks',
    ],
    ['Les deux hommes sont là.', ['pair: deux'], 'a pair'],
    ['Tous deux sont là.', ['pair: deux'], 'tous deux'],
    ['Ce dernier est là avec elle.', ['pronoun: celui-ci', 'pronoun avec: elle'], 'pronouns'],
    ['Les pro-Kerbrat sont là.', [], 'not somebody but his followers'],
    ['Le pont est là.', [], 'nobody'],
  ])('%s %j (%s)', (text, expected, _why) => expect(partiesOf(text)).toEqual(expected))

  it('hold their whole phrase', () => {
    const text = 'Hier, le maire de Vernay, Paul Kerbrat, est venu.'
    const words = sentenceWords(text, { start: 0, end: text.length })
    const [party] = readUnits(text, words, findPeople(text)).flatMap((unit) =>
      'party' in unit ? [unit.party] : [],
    )
    expect(text.slice(party?.start, party?.end)).toBe('le maire de Vernay, Paul Kerbrat')
  })
})

describe('phrases as people type them', () => {
  it.each([
    ['les syndicats', true],
    ['la famille de Steve', true],
    ['urgentistes', true],
    ['Paul Kerbrat', false],
    ['le maire', false],
    ['le pont', false],
    ['', false],
  ])('«%s» names several: %j', (phrase, expected) => expect(isGroupPhrase(phrase)).toBe(expected))
})

describe('the words of a sentence', () => {
  it.each([
    ['L’ami d’Anne', ["l'", 'ami', "d'", 'anne'], 'elisions'],
    ['Grand-Bourg, puis', ['grand-bourg', ',', 'puis'], 'a hyphen, a mark'],
    ['5\u202F000 euros', ['5\u202F000', 'euros'], 'a number with a narrow space'],
    ['« Oui »', ['«', 'oui', '»'], 'quotation marks'],
    ['', [], 'nothing'],
  ])('of «%s» (%s)', (text, expected, _why) =>
    expect(sentenceWords(text, { start: 0, end: text.length }).map(({ key }) => key)).toEqual(expected),
  )

  it('keep their accents beside their key, and their place in the text', () => {
    const [word] = sentenceWords('Il a été reçu.', { start: 9, end: 13 })
    expect(word).toEqual({ key: 'recu', lower: 'reçu', start: 9, end: 13, isCapital: false, isMark: false })
  })

  it('are cut where a name ends', () => {
    const text = 'Kerbrat-Postec'
    const words = sentenceWords(text, { start: 0, end: text.length }, new Set([7, 8]))
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['Kerbrat', '-', 'Postec'])
  })
})
