// Articles that tell one meeting, told together: which belong together, what is known of it in the end.
import { describe, expect, it } from 'vitest'
import { groupMeetings, statusOf } from '../../src/core/meeting.ts'
import { group, person, tell } from './found-meetings.ts'

type Telling = NonNullable<Parameters<typeof tell>[0]>

const grouped = (tellings: readonly Telling[]) => groupMeetings(tellings.map((telling) => tell(telling)))

describe('one meeting', () => {
  it.each<[string, readonly Telling[]]>([
    ['the same day', [{ from: '2016-08-23' }, { from: '2016-08-23' }]],
    ['one evening under two days', [{ from: '2016-08-23' }, { from: '2016-08-24' }]],
    ['one of them without a day', [{ from: '2016-08-23' }, { day: 1 }]],
    ['both without a day, in one week', [{}, { day: 3 }]],
    ['the other way round', [{ who: ['Anne Postec', 'Paul Kerbrat'] }, {}]],
    ['a surname alone', [{}, { who: ['Kerbrat', 'Postec'] }]],
    [
      'capitals and accents',
      [{ who: ['Zoé Béranger', 'Luc Morin'] }, { who: ['ZOE BERANGER', 'LUC MORIN'] }],
    ],
    ['particles', [{ who: ['Omar al-Bassir', 'Luc Morin'] }, { who: ['Omar el-Bassir', 'Luc Morin'] }]],
    ['more people in one of them', [{}, { who: ['Paul Kerbrat', 'Anne Postec', 'Luc Morin'] }]],
    [
      'the same unnamed offices',
      [
        { who: ['Luc Morin', group('maire', { officeKey: 'mayor@vernay' })] },
        { who: ['Luc Morin', group('maire de Vernay', { officeKey: 'mayor@vernay' })] },
      ],
    ],
    [
      'the same group',
      [{ who: ['Luc Morin', group('Syndicats')] }, { who: ['Luc Morin', group('syndicats')] }],
    ],
    ['in a room, and nobody says how', [{ mode: 'unknown' }, { mode: 'in-person' }]],
  ])('%s', (_name, tellings) => {
    expect(grouped(tellings)).toHaveLength(1)
    expect(grouped(tellings.toReversed())).toHaveLength(1)
  })
})

describe('two meetings', () => {
  it.each<[string, readonly Telling[]]>([
    ['two days apart', [{ from: '2016-08-23' }, { from: '2016-08-25' }]],
    ['a year apart', [{ from: '2016-08-23' }, { from: '2015-08-23' }]],
    ['without days, a week apart', [{}, { day: 7 }]],
    ['one without a day, told a week later', [{ from: '2016-08-23' }, { day: 7 }]],
    ['by telephone and in a room', [{ mode: 'telephone' }, { mode: 'in-person' }]],
    ['by telephone and by video', [{ mode: 'telephone' }, { mode: 'video' }]],
    ['one person in common', [{}, { who: ['Paul Kerbrat', 'Luc Morin'] }]],
    ['nobody in common', [{}, { who: ['Eva Bihan', 'Luc Morin'] }]],
    ['somebody who met nobody known', [{ who: ['Paul Kerbrat'] }, { who: ['Paul Kerbrat'] }]],
  ])('%s', (_name, tellings) => {
    expect(grouped(tellings)).toHaveLength(2)
    expect(grouped(tellings.toReversed())).toHaveLength(2)
  })
})

describe('what is known in the end', () => {
  it.each<[string, string, readonly Telling[]]>([
    ['done', 'a plan that was held', [{ status: 'planned' }, { status: 'done', day: 2 }]],
    ['done', 'a rumour that was held', [{ status: 'possible' }, { status: 'done', day: 2 }]],
    ['done', 'held, and an older article plans it', [{ status: 'done', day: 2 }, { status: 'planned' }]],
    ['cancelled', 'a plan that was called off', [{ status: 'planned' }, { status: 'cancelled', day: 1 }]],
    ['postponed', 'a plan that was put off', [{ status: 'planned' }, { status: 'postponed', day: 1 }]],
    ['refused', 'a wish that was refused', [{ status: 'possible' }, { status: 'refused', day: 1 }]],
    ['planned', 'a wish that became a plan', [{ status: 'possible' }, { status: 'planned', day: 1 }]],
    ['planned', 'a plan beside a newer rumour', [{ status: 'planned' }, { status: 'possible', day: 1 }]],
    ['cancelled', 'put off, then called off', [{ status: 'postponed' }, { status: 'cancelled', day: 1 }]],
    [
      'postponed',
      'called off, then only put off',
      [{ status: 'cancelled' }, { status: 'postponed', day: 1 }],
    ],
    ['possible', 'a rumour', [{ status: 'possible' }]],
  ])('%s: %s', (status, _name, tellings) => {
    expect(grouped(tellings).map((meeting) => meeting.status)).toEqual([status])
    expect(statusOf(tellings.toReversed().map((telling) => tell(telling)))).toBe(status)
  })

  it('shows a sentence of that status first, the surest of them', () => {
    const [meeting] = grouped([
      { id: 'plan', status: 'planned', confidence: 1 },
      { id: 'weak', status: 'done', confidence: 0.5, day: 1 },
      { id: 'sure', status: 'done', confidence: 0.8, day: 1 },
    ])
    expect(meeting?.proofs.map((proof) => proof.article.id)).toEqual(['sure', 'weak', 'plan'])
  })

  it('puts together what each article knows', () => {
    const [meeting] = grouped([
      { confidence: 1, mode: 'unknown' },
      { confidence: 0.8, place: 'Genève', day: 1 },
      { confidence: 0.7, from: '2016-08-23', to: '2016-08-24', attribution: 'Luc Morin' },
    ])
    expect(meeting).toMatchObject({
      mode: 'in-person',
      place: 'Genève',
      from: '2016-08-23',
      to: '2016-08-24',
    })
    expect(meeting?.proofs[2]).toMatchObject({ attribution: 'Luc Morin', start: 0, end: 37 })
  })

  it('leaves out what nobody knows', () => {
    const [meeting] = grouped([{}])
    expect(Object.keys(meeting ?? {})).not.toContain('place')
    expect(Object.keys(meeting ?? {})).not.toContain('from')
    expect(Object.keys(meeting?.proofs[0] ?? {})).not.toContain('attribution')
  })

  it.each<[number, string, readonly Telling[]]>([
    [2, 'two articles', [{}, {}]],
    [1, 'two sentences of one article', [{ id: 'a' }, { id: 'a' }]],
    [1, 'a dispatch and its reprints', [{ id: 'a' }, { duplicateOf: 'a' }, { duplicateOf: 'a' }]],
    [2, 'a reprint and somebody else', [{ duplicateOf: 'a' }, {}]],
  ])('counts %i for %s', (sources, _name, tellings) =>
    expect(grouped(tellings).map(({ sourceCount }) => sourceCount)).toEqual([sources]),
  )
})

describe('many', () => {
  it('stand in the order in which each is first found', () =>
    expect(
      grouped([
        { who: ['Eva Bihan', 'Luc Morin'] },
        {},
        { who: ['Luc Morin', 'Eva Bihan'], day: 1 },
        { who: ['Eva Bihan', person('Odile Vasseur')] },
      ]).map(({ participants }) => participants.map(({ name }) => name).join(' ')),
    ).toEqual(['Eva Bihan Luc Morin', 'Paul Kerbrat Anne Postec', 'Eva Bihan Odile Vasseur']))

  it('are none where nothing is found', () => expect(groupMeetings([])).toEqual([]))

  it('are grouped in time: 600 of one pair, each on a day of its own', () => {
    const found = Array.from({ length: 600 }, (_, at) => {
      const day = new Date(Date.UTC(2010, 0, 1 + 3 * at)).toISOString().slice(0, 10)
      return tell({ from: day })
    })
    const started = process.cpuUsage()
    expect(groupMeetings(found)).toHaveLength(600)
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2)
  })
})
