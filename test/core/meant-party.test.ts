// Whether somebody who met is whom a question means: by name, by office, by the words of a group.
import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/core/calendar.ts'
import {
  holderThen,
  isMeant,
  officeKeysOf,
  partyOfOffice,
  partyOfPerson,
  partyOfWords,
} from '../../src/core/meant-party.ts'
import { article, group, NOON, person, term } from './found-meetings.ts'

const MINISTER = 'foreign-minister@belgique'
const HEAD = 'head-of-state@belgique'
const KERBRAT = partyOfPerson('Kerbrat', ['Paul Kerbrat', 'Kerbrat'], [term('Paul Kerbrat', MINISTER)])
const unnamed = (officeKey: string) => group('ministre', { officeKey })

describe('a person', () => {
  it.each([
    [person('Paul Kerbrat'), true, 'the name'],
    [person('Kerbrat'), true, 'another spelling'],
    [person('Jean Kerbrat'), false, 'a namesake'],
    [person('paul kerbrat'), false, 'spellings are compared as they stand'],
    [unnamed(MINISTER), true, 'the office'],
    [unnamed('foreign-minister@turquie'), false, 'the office elsewhere'],
    [unnamed('defence-minister@belgique'), false, 'another office'],
    [group('ministre'), false, 'no office that anybody knows'],
    [group('proches de Paul Kerbrat'), false, 'people around'],
  ])('%j: %j (%s)', (participant, expected, _why) =>
    expect(isMeant(KERBRAT, participant, article('a'), [])).toBe(expected),
  )

  it.each([
    [0, true],
    [199, true],
    [-199, true],
    [201, false],
    [-201, false],
  ])('holds an office %i days from when articles say so: %j', (days, expected) => {
    const told = article('a', { publishedAt: NOON + days * DAY })
    expect(isMeant(KERBRAT, unnamed(MINISTER), told, [])).toBe(expected)
  })

  it('holds no office that articles call a former one', () => {
    const party = partyOfPerson(
      'Kerbrat',
      ['Paul Kerbrat'],
      [term('Paul Kerbrat', MINISTER, { isFormer: true })],
    )
    expect(party.offices).toEqual([])
    expect(isMeant(party, unnamed(MINISTER), article('a'), [])).toBe(false)
  })

  it('is not meant where somebody else held the office then', () => {
    const terms = [term('Luc Morin', MINISTER)]
    expect(isMeant(KERBRAT, unnamed(MINISTER), article('a'), terms)).toBe(false)
    expect(isMeant(KERBRAT, unnamed(MINISTER), article('a'), [term('Paul Kerbrat', MINISTER)])).toBe(true)
  })

  it.each([
    ['Le ministre Kerbrat est à Genève.', true, 'the article names him'],
    ['La Belgique attend. Le roi des Belges aussi.', true, 'the article is of his country'],
    ['La Turquie attend. Ankara aussi.', false, 'of another one'],
    ['Il pleut.', false, 'of none'],
  ])('holds an office without a country where «%s»: %j (%s)', (text, expected, _why) =>
    expect(isMeant(KERBRAT, unnamed('foreign-minister@'), article('a', { text, title: '' }), [])).toBe(
      expected,
    ),
  )

  it('is the president of whom the head of state is one', () => {
    const party = partyOfPerson('Kerbrat', ['Paul Kerbrat'], [term('Paul Kerbrat', HEAD)])
    const told = article('a', { text: 'Le président Kerbrat est là.' })
    expect(isMeant(party, unnamed('president@'), told, [])).toBe(true)
    expect(isMeant(party, unnamed('mayor@'), told, [])).toBe(false)
  })
})

describe('an office that was typed', () => {
  it('is whoever holds it, by name or unnamed', () => {
    const party = partyOfOffice('le ministre belge', MINISTER, [term('Paul Kerbrat', MINISTER)])
    expect(isMeant(party, person('Paul Kerbrat'), article('a'), [])).toBe(true)
    expect(isMeant(party, unnamed(MINISTER), article('a'), [])).toBe(true)
    expect(isMeant(party, person('Luc Morin'), article('a'), [])).toBe(false)
  })

  it('is nobody by name where articles say nothing, and no former holder', () => {
    const former = term('Paul Kerbrat', MINISTER, { isFormer: true })
    expect(partyOfOffice('le ministre belge', MINISTER, [former]).names.size).toBe(0)
    expect(partyOfOffice('le ministre belge', MINISTER, []).names.size).toBe(0)
  })
})

describe('the words of a group', () => {
  it.each([
    ['les syndicats', 'syndicats', true, 'the article left out'],
    ['les syndicats de cheminots', 'syndicats de cheminots du Nord', true, 'more words told'],
    ['les syndicats de cheminots', 'syndicats', false, 'fewer words told'],
    ['le syndicat', 'syndicats', true, 'singular and plural'],
    ['les pêcheurs', 'délégation de pêcheurs', true, 'within'],
    ['les pêcheurs', 'agriculteurs', false, 'others'],
    ['les', 'agriculteurs', false, 'no word'],
  ])('«%s» and «%s»: %j (%s)', (typed, told, expected, _why) =>
    expect(isMeant(partyOfWords(typed), group(told), article('a'), [])).toBe(expected),
  )

  it('mean no person', () =>
    expect(isMeant(partyOfWords('Kerbrat'), person('Paul Kerbrat'), article('a'), [])).toBe(false))
})

/** Told since long ago, or for long to come. */
const until = (days: number) => ({ firstToldAt: NOON - 400 * DAY, lastToldAt: NOON + days * DAY })
const since = (days: number) => ({ firstToldAt: NOON + days * DAY, lastToldAt: NOON + 400 * DAY })

describe('who held an office then', () => {
  const then = (terms: Parameters<typeof holderThen>[1], day = 0): string | undefined =>
    holderThen({ officeKey: MINISTER }, terms, NOON + day * DAY)

  it.each([
    [[], undefined, 'nobody'],
    [[term('Luc Morin', MINISTER)], 'Luc Morin', 'the only one'],
    [[term('Luc Morin', HEAD)], undefined, 'of another office'],
    [[term('Luc Morin', MINISTER, { isFormer: true })], undefined, 'a former one'],
    [
      [term('Luc Morin', MINISTER, until(-30)), term('Eva Bihan', MINISTER, since(-10))],
      'Eva Bihan',
      'the next one had begun',
    ],
    [
      [term('Luc Morin', MINISTER, until(5)), term('Eva Bihan', MINISTER, since(10))],
      'Luc Morin',
      'the next one had not',
    ],
    [[term('Luc Morin', MINISTER), term('Eva Bihan', MINISTER)], undefined, 'two at a time'],
    [
      [term('Luc Morin', MINISTER, { articleCount: 9 }), term('Eva Bihan', MINISTER, { articleCount: 3 })],
      'Luc Morin',
      'three articles in four',
    ],
    [
      [term('Luc Morin', MINISTER, { articleCount: 8 }), term('Eva Bihan', MINISTER, { articleCount: 3 })],
      undefined,
      'not quite three in four',
    ],
    [
      [term('Morin', MINISTER, { articleCount: 1 }), term('Luc Morin', MINISTER, { articleCount: 3 })],
      'Luc Morin',
      'two spellings of one',
    ],
    [[term('Luc Morin', MINISTER, until(-201))], undefined, 'long ago'],
  ])('%#: %s (%s)', (terms, expected, _why) => expect(then(terms)).toBe(expected))

  it('is nobody without an office', () =>
    expect(holderThen({}, [term('Luc Morin', '@')], NOON)).toBeUndefined())
})

it('looks meetings up by the offices and by their roles alone', () => {
  expect(officeKeysOf(KERBRAT)).toEqual([MINISTER, 'foreign-minister@'])
  const head = partyOfPerson('Kerbrat', [], [term('Paul Kerbrat', HEAD), term('Paul Kerbrat', HEAD)])
  expect(officeKeysOf(head)).toEqual([HEAD, 'head-of-state@', 'president@'])
  expect(officeKeysOf(partyOfWords('les syndicats'))).toEqual([])
})
