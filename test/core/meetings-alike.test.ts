// Which meetings of several articles are one: names, offices, days and ways that agree. Reads no text.
import { describe, expect, it } from 'vitest'
import { chooseMeetings } from '../../src/core/answer-meetings.ts'
import { isMeant, partyOfPerson } from '../../src/core/meant-party.ts'
import { groupMeetings } from '../../src/core/meeting.ts'
import { article, group, person, tell, term } from './found-meetings.ts'

type Telling = NonNullable<Parameters<typeof tell>[0]>
const grouped = (tellings: readonly Telling[]) => groupMeetings(tellings.map((telling) => tell(telling)))

describe('meetings that several articles tell', () => {
  it.each<[string, number, readonly Telling[]]>([
    [
      'spouses of one surname are two people',
      2,
      [{ who: ['Jean Vasseur', 'Luc Morin'] }, { who: ['Odile Vasseur', 'Luc Morin'] }],
    ],
    [
      'brothers who met each other',
      1,
      [{ who: ['Jean Vasseur', 'Odile Vasseur'] }, { who: ['Jean Vasseur', 'Odile Vasseur'] }],
    ],
    [
      'an article without a day joins no two days',
      2,
      [{ from: '2016-08-20' }, { day: 0 }, { from: '2016-08-24' }],
    ],
    [
      'days in a row join no week',
      2,
      [{ from: '2016-08-20' }, { from: '2016-08-21' }, { from: '2016-08-22' }, { from: '2016-08-23' }],
    ],
    ['a day inside of a longer visit', 1, [{ from: '2016-08-20', to: '2016-08-25' }, { from: '2016-08-23' }]],
    [
      'a month that holds the day',
      1,
      [{ from: '2016-08-01', to: '2016-08-31', status: 'planned' }, { from: '2016-08-23' }],
    ],
    [
      'spellings that sound alike',
      1,
      [{ who: ['Volodymyr Zelensky', 'Luc Morin'] }, { who: ['Volodymyr Zelenskyy', 'Luc Morin'] }],
    ],
    ['the family name first', 1, [{ who: ['Xi Jinping', 'Luc Morin'] }, { who: ['Xi', 'Luc Morin'] }]],
    [
      'a talk that nobody says how, and the same by telephone',
      1,
      [
        { kind: 'talk', mode: 'unknown', from: '2016-08-23' },
        { kind: 'talk', mode: 'telephone', from: '2016-08-23' },
      ],
    ],
    [
      'an office and who holds it',
      1,
      [
        {
          who: ['Luc Morin', person('Paul Kerbrat', { officeKey: 'foreign-minister@belgique' })],
          from: '2016-08-23',
        },
        {
          who: ['Luc Morin', group('ministre belge', { officeKey: 'foreign-minister@belgique' })],
          from: '2016-08-23',
        },
      ],
    ],
  ])('%s: %i', (_name, expected, tellings) => {
    expect(grouped(tellings)).toHaveLength(expected)
  })

  it('a plan made anew after it was called off is planned', () =>
    expect(
      grouped([{ status: 'planned' }, { status: 'cancelled', day: 1 }, { status: 'planned', day: 2 }])[0]
        ?.status,
    ).toBe('planned'))

  it('a day that was put off is not shown as its day', () =>
    expect(
      grouped([
        { status: 'postponed', day: 1 },
        { status: 'planned', from: '2016-08-26' },
      ])[0]?.from,
    ).toBeUndefined())

  it('finds a two-letter surname in an article', () => {
    const party = partyOfPerson('Xi', ['Chen Xi'], [term('Chen Xi', 'foreign-minister@chine')])
    const told = article('a', { text: 'Le ministre Xi est là.' })
    expect(isMeant(party, group('ministre', { officeKey: 'foreign-minister@' }), told, [])).toBe(true)
  })

  it('ranks what is to come before what was called off', () => {
    const answer = chooseMeetings(
      { about: ['Kerbrat'], with: [], asks: 'either', ways: [], status: 'any' },
      {
        about: [partyOfPerson('K', ['Paul Kerbrat'], [])],
        with: [],
        terms: [],
        told: [
          tell({ status: 'cancelled', day: 1 }),
          tell({ who: ['Paul Kerbrat', 'Luc Morin'], status: 'planned' }),
        ],
      },
    )
    expect(answer.kind === 'found' && answer.answers.map(({ text }) => text)).toEqual([
      'Luc Morin',
      'Anne Postec',
    ])
  })
})
