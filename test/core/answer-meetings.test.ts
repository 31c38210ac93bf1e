// Who met whom out of stored meetings: who is told, in which order, with what; yes or no; where and when.
import { describe, expect, it } from 'vitest'
import {
  chooseCircumstances,
  chooseMeetings,
  chooseWhether,
  type MeetingEvidence,
} from '../../src/core/answer-meetings.ts'
import type { Answer } from '../../src/core/answer.ts'
import type { MeetingAsked } from '../../src/core/asked-meeting.ts'
import { partyOfPerson, partyOfWords } from '../../src/core/meant-party.ts'
import { group, person, tell, term } from './found-meetings.ts'

const ASKED: MeetingAsked = { about: ['Kerbrat'], with: [], asks: 'either', ways: [], status: 'any' }
const KERBRAT = partyOfPerson('Kerbrat', ['Paul Kerbrat', 'Kerbrat'], [])
const POSTEC = partyOfPerson('Postec', ['Anne Postec'], [])

type Tellings = readonly NonNullable<Parameters<typeof tell>[0]>[]

const evidenceOf = (tellings: Tellings, changes: Partial<MeetingEvidence> = {}): MeetingEvidence => ({
  about: [KERBRAT],
  with: [],
  told: tellings.map((telling) => tell(telling)),
  terms: [],
  ...changes,
})

const entries = (answer: Answer) => (answer.kind === 'found' ? answer.answers : [])
const texts = (answer: Answer): readonly string[] => entries(answer).map(({ text }) => text)

const met = (tellings: Tellings, asked: Partial<MeetingAsked> = {}, changes: Partial<MeetingEvidence> = {}) =>
  chooseMeetings({ ...ASKED, ...asked }, evidenceOf(tellings, changes))

const OBJECT = { side: 'object' } as const

describe('who met whoever is asked about', () => {
  it.each<[string, readonly string[], Tellings]>([
    ['everybody else', ['Anne Postec'], [{}]],
    ['nobody where he met nobody', [], [{ who: ['Eva Bihan', 'Luc Morin'] }]],
    ['nobody where nothing is told', [], []],
    ['all of several', ['Anne Postec', 'Luc Morin'], [{ who: ['Paul Kerbrat', 'Anne Postec', 'Luc Morin'] }]],
    [
      'one person in two spellings once, the longer name',
      ['Recep Tayyip Ozan'],
      [
        { who: ['Paul Kerbrat', 'Recep Tayyip Ozan'] },
        { who: ['Paul Kerbrat', 'Tayyip Ozan'], from: '2016-08-01' },
      ],
    ],
    [
      'not whoever was received one after the other',
      ['Luc Morin'],
      [{ who: ['Luc Morin', person('Paul Kerbrat', OBJECT), person('Anne Postec', OBJECT)] }],
    ],
    [
      'a group that says who it is',
      ['représentants des syndicats'],
      [{ who: ['Paul Kerbrat', group('représentants des syndicats')] }],
    ],
    [
      'a group of one plain word alone',
      ['représentants'],
      [{ who: ['Paul Kerbrat', group('représentants')] }],
    ],
    [
      'no group of one plain word beside somebody',
      ['Anne Postec'],
      [{ who: ['Paul Kerbrat', 'Anne Postec', group('représentants')] }],
    ],
    [
      'not whoever received together with him',
      ['Luc Morin'],
      [{ kind: 'reception', who: ['Paul Kerbrat', 'Anne Postec', person('Luc Morin', OBJECT)] }],
    ],
    [
      'the group with more words only',
      ['150 membres de la convention'],
      [
        { who: ['Paul Kerbrat', group('150 membres de la convention')] },
        { who: ['Paul Kerbrat', group('membres de la convention')] },
      ],
    ],
    ['not those of a denial', [], [{ status: 'denied' }]],
    ['not those of a refusal', [], [{ status: 'refused' }]],
    [
      'those of a plan behind those met',
      ['Luc Morin', 'Anne Postec'],
      [{ status: 'planned' }, { who: ['Paul Kerbrat', 'Luc Morin'] }],
    ],
    [
      'whoever more sources tell first',
      ['Luc Morin', 'Anne Postec'],
      [{}, { who: ['Paul Kerbrat', 'Luc Morin'] }, { who: ['Paul Kerbrat', 'Luc Morin'] }],
    ],
    [
      'an old story behind the recent one',
      ['Luc Morin', 'Anne Postec'],
      [{ from: '2012-03-01' }, { who: ['Paul Kerbrat', 'Luc Morin'], from: '2016-08-23' }],
    ],
  ])('tells %s', (_name, expected, tellings) => expect(texts(met(tellings))).toEqual(expected))

  it.each([
    ['subject', ['Anne Postec'], 'who received him'],
    ['object', ['Luc Morin'], 'whom he received'],
    ['either', ['Anne Postec', 'Luc Morin'], 'both'],
  ] as const)('asks for the %s: %j (%s)', (asks, expected, _why) => {
    const told: Tellings = [
      { kind: 'reception', who: ['Anne Postec', person('Paul Kerbrat', OBJECT)] },
      { kind: 'reception', who: ['Paul Kerbrat', person('Luc Morin', OBJECT)] },
    ]
    expect(texts(met(told, { asks, ways: ['received'] })).toSorted()).toEqual(expected)
  })

  it('asks for both sides of a reception where «rencontrer» is asked', () => {
    const told: Tellings = [{ kind: 'reception', who: ['Paul Kerbrat', person('Luc Morin', OBJECT)] }]
    expect(texts(met(told, { asks: 'subject' }))).toEqual(['Luc Morin'])
    expect(texts(met(told, { asks: 'subject', ways: ['received'] }))).toEqual([])
  })

  it.each([
    ['any', ['done', 'planned', 'possible', 'cancelled', 'postponed']],
    ['done', ['done', 'planned']],
    ['held', ['done', 'planned']],
    ['planned', ['planned', 'possible', 'postponed', 'cancelled']],
    ['possible', ['possible']],
    ['cancelled', ['cancelled', 'postponed']],
    ['postponed', ['postponed']],
    ['refused', ['refused']],
  ] as const)('asked for %s, tells those that are %j', (status, expected) => {
    const all = ['done', 'planned', 'possible', 'cancelled', 'postponed', 'refused', 'denied'] as const
    const told = all.map((own, at) => ({
      status: own,
      who: ['Paul Kerbrat', `Luc Morin${'abcdefg'.charAt(at)}`],
    }))
    const found = entries(met(told, { status })).map((entry) => entry.status)
    expect(new Set(found)).toEqual(new Set(expected))
  })

  it('tells an unnamed holder of an office by name', () => {
    const key = 'foreign-minister@belgique'
    const told: Tellings = [{ who: ['Paul Kerbrat', group('ministre belge', { officeKey: key })] }]
    expect(texts(met(told, {}, { terms: [term('Luc Morin', key)] }))).toEqual(['Luc Morin'])
    expect(texts(met(told))).toEqual(['ministre belge'])
  })

  it('shows a verbatim sentence with what it says', () => {
    const text = 'Il pleut. Paul Kerbrat a reçu Anne Postec à Genève. Rien de plus.'
    const [entry] = entries(met([{ text, start: 10, end: 51, place: 'Genève', from: '2016-08-23' }]))
    expect(entry?.evidence.text).toBe('Paul Kerbrat a reçu Anne Postec à Genève.')
    expect(entry).toMatchObject({ place: 'Genève', from: '2016-08-23', to: '2016-08-23', mode: 'in-person' })
    expect(entry?.isBackground).toBeUndefined()
  })

  it('marks what is recalled from long ago', () => {
    expect(entries(met([{ from: '2012-03-01' }]))[0]?.isBackground).toBe(true)
    expect(entries(met([{ from: '2016-08-23' }]))[0]?.isBackground).toBeUndefined()
  })

  it('counts a dispatch and its reprints as one source', () => {
    expect(entries(met([{ id: 'a' }, { duplicateOf: 'a' }, {}]))[0]?.sourceCount).toBe(2)
  })

  it('tells a plan as held once another article confirms it, by the sentence that does', () => {
    const [entry] = entries(met([{ status: 'planned' }, { id: 'held', status: 'done', day: 1 }]))
    expect(entry).toMatchObject({ status: 'done', evidence: { article: { id: 'held' } } })
  })

  it('tells a plan that was called off as such', () =>
    expect(entries(met([{ status: 'planned' }, { status: 'cancelled', day: 1 }]))[0]?.status).toBe(
      'cancelled',
    ))

  it('takes what lies near only where nothing fits better', () => {
    const near = { title: 'Sommet de Genève', who: ['Paul Kerbrat', 'Luc Morin'] }
    expect(texts(met([near], { place: 'Genève' }))).toEqual(['Luc Morin'])
    expect(texts(met([near, { place: 'Genève' }], { place: 'Genève' }))).toEqual(['Anne Postec'])
  })

  it('asks for both of two', () => {
    const about = [KERBRAT, POSTEC]
    const told: Tellings = [
      { who: ['Paul Kerbrat', 'Luc Morin'] },
      { who: ['Paul Kerbrat', 'Anne Postec', 'Eva Bihan'] },
    ]
    expect(texts(met(told, {}, { about }))).toEqual(['Eva Bihan'])
  })
})

describe('whether they met', () => {
  const whether = (tellings: Tellings, asked: Partial<MeetingAsked> = {}) =>
    chooseWhether({ ...ASKED, ...asked }, evidenceOf(tellings, { with: [POSTEC] }))

  it.each<[string, readonly string[], MeetingAsked['status'], Tellings]>([
    ['met', ['Oui'], 'done', [{}]],
    ['planned', ['Oui'], 'any', [{ status: 'planned' }]],
    ['only possible', [], 'done', [{ status: 'possible' }]],
    ['denied', ['Non'], 'done', [{ status: 'denied' }]],
    ['refused', ['Non'], 'done', [{ status: 'refused' }]],
    ['called off', ['Non'], 'done', [{ status: 'cancelled' }]],
    ['with somebody else', [], 'done', [{ who: ['Paul Kerbrat', 'Luc Morin'] }]],
    [
      'denied once, met at another time',
      ['Oui'],
      'done',
      [{ status: 'denied', from: '2016-01-02' }, { from: '2016-08-23' }],
    ],
    ['was it called off: yes', ['Oui'], 'cancelled', [{ status: 'cancelled' }]],
    ['was it called off: it was held', ['Non'], 'cancelled', [{ status: 'done' }]],
    ['is one planned', ['Oui'], 'planned', [{ status: 'planned' }]],
    ['is one planned: it is long held', [], 'planned', [{ status: 'done' }]],
    ['nothing is told', [], 'any', []],
  ])('%s: %j', (_name, expected, status, tellings) =>
    expect(texts(whether(tellings, { status }))).toEqual(expected),
  )

  it('shows one answer with all its sources', () => {
    const [only, ...others] = entries(whether([{}, {}, { from: '2015-01-02' }]))
    expect(others).toEqual([])
    expect(only).toMatchObject({ text: 'Oui', isValue: true, sourceCount: 3 })
  })
})

describe('where and when they met', () => {
  const ask = (kind: 'where' | 'when', tellings: Tellings, status: MeetingAsked['status'] = 'any') =>
    texts(
      chooseCircumstances(
        kind === 'where' ? { kind } : { kind, unit: 'any' },
        { ...ASKED, status },
        evidenceOf(tellings, { with: [POSTEC] }),
      ),
    )

  it.each<[string, 'where' | 'when', readonly string[], Tellings]>([
    ['the place', 'where', ['Genève'], [{ place: 'Genève' }]],
    ['nothing without a place', 'where', [], [{}]],
    ['the day', 'when', ['2016-08-23'], [{ from: '2016-08-23' }]],
    ['nothing without a day', 'when', [], [{}]],
    [
      'the place that more tell first',
      'where',
      ['Bâle', 'Genève'],
      [{ place: 'Genève', from: '2016-01-02' }, { place: 'Bâle' }, { place: 'Bâle' }],
    ],
    ['nobody else’s', 'where', [], [{ who: ['Paul Kerbrat', 'Luc Morin'], place: 'Genève' }]],
    ['nothing of a denial', 'where', [], [{ place: 'Genève', status: 'denied' }]],
  ])('%s', (_name, kind, expected, tellings) => expect(ask(kind, tellings)).toEqual(expected))
})

it('means a group by its words', () => {
  const about = [partyOfWords('les pêcheurs')]
  const told: Tellings = [{ who: ['Luc Morin', group('délégation de pêcheurs')] }]
  expect(texts(met(told, {}, { about }))).toEqual(['Luc Morin'])
})
