// Whether a stored meeting is one that a question asks for: way, place, period, topic.
import { describe, expect, it } from 'vitest'
import type { MeetingAsked } from '../../src/core/asked-meeting.ts'
import { fitOf, NEAR_FIT } from '../../src/core/meeting-filter.ts'
import { tell } from './found-meetings.ts'

type Telling = Parameters<typeof tell>[0]

const ASKED: MeetingAsked = { about: ['Kerbrat'], with: [], asks: 'either', ways: [], status: 'any' }

const fit = (telling: Telling, asked: Partial<MeetingAsked>): number =>
  fitOf(tell(telling), { ...ASKED, ...asked })

const PAIR = 'Paul Kerbrat a rencontré Anne Postec'

describe('the way', () => {
  it.each<[MeetingAsked['ways'], Telling, number, string]>([
    [[], { mode: 'telephone' }, 1, 'any way'],
    [['telephone'], { mode: 'telephone' }, 1, 'a call'],
    [['telephone'], { mode: 'in-person' }, 0, 'in a room'],
    [['telephone'], { mode: 'unknown' }, 0, 'nobody says how'],
    [['video'], { mode: 'video' }, 1, 'video'],
    [['video'], { mode: 'telephone' }, 0, 'a call is no video'],
    [['telephone', 'video'], { mode: 'video' }, 1, 'either of two'],
    [['received'], { kind: 'reception' }, 1, 'received'],
    [['received'], { place: 'Genève' }, 1, 'met at a place'],
    [['received'], { place: 'Genève', mode: 'telephone' }, 0, 'a call has no host'],
    [['received'], { kind: 'encounter' }, NEAR_FIT, 'met somewhere'],
    [['received'], { kind: 'encounter', confidence: 0.5 }, 0, 'hardly met'],
    [['visited'], { kind: 'visit' }, 1, 'visited'],
    [['visited'], { kind: 'talk', mode: 'in-person' }, NEAR_FIT, 'talked in a room'],
    [['visited'], { kind: 'talk', mode: 'telephone' }, 0, 'talked far away'],
    [['meal'], { text: `${PAIR} lors d’un dîner.` }, 1, 'a meal'],
    [['meal'], { text: 'Paul Kerbrat a déjeuné avec Anne Postec.' }, 1, 'its verb'],
    [['meal'], { text: `${PAIR}.` }, 0, 'no meal'],
    [['tete-a-tete'], { text: `${PAIR} en tête-à-tête.` }, 1, 'tête-à-tête'],
    [['tete-a-tete'], { text: `${PAIR} à huis clos.` }, 1, 'in private'],
    [['tete-a-tete'], { text: `${PAIR} en public.` }, 0, 'in public'],
  ])('%j of %j: %d (%s)', (ways, telling, expected, _why) => expect(fit(telling, { ways })).toBe(expected))
})

describe('the period', () => {
  it.each<[MeetingAsked['period'], Telling, number, string]>([
    [{ from: '2016-08-01', to: '2016-08-31' }, { from: '2016-08-23' }, 1, 'inside'],
    [{ from: '2016-08-24', to: '2016-08-31' }, { from: '2016-08-23' }, 0, 'a day too early'],
    [{ from: '2016-08-01', to: '2016-08-22' }, { from: '2016-08-23' }, 0, 'a day too late'],
    [{ from: '2016-08-25' }, { from: '2016-08-23', to: '2016-08-26' }, 1, 'the end reaches into it'],
    [{ to: '2016-08-23' }, { from: '2016-08-23', to: '2016-08-26' }, 1, 'the beginning does'],
    [{ from: '2016-08-24' }, {}, 1, 'no day: the one of the article'],
    [{ from: '2016-08-25' }, {}, 0, 'no day: an article too early'],
    [{ from: '2016-08-23', to: '2016-08-23' }, { from: '2016-08-23' }, 1, 'that very day'],
    [undefined, { from: '1998-01-01' }, 1, 'no period'],
  ])('%j of %j: %d (%s)', (period, telling, expected, _why) =>
    expect(fit(telling, period === undefined ? {} : { period })).toBe(expected),
  )
})

describe('the place', () => {
  it.each<[string, Telling, number, string]>([
    ['Genève', { place: 'Genève' }, 1, 'as it was told'],
    ['geneve', { place: 'Genève' }, 1, 'without an accent'],
    ['à Genève', { place: 'Genève' }, 1, 'with its preposition'],
    ['genève.', { place: 'Genève' }, 1, 'with a mark'],
    ['l’elysee', { place: 'Élysée' }, 1, 'with an article'],
    ['la Maison Blanche', { place: 'Maison Blanche' }, 1, 'two words'],
    ['Genève', { text: `À Genève, ${PAIR}.` }, 0.9, 'in the sentence'],
    ['Genève', { title: 'Sommet de Genève' }, NEAR_FIT, 'in the title'],
    ['Genève', { text: `${PAIR}. Genève accueille le sommet.`, end: 37 }, NEAR_FIT, 'in the next sentence'],
    ['Genève', { title: 'Sommet de Genève', mode: 'telephone' }, 0, 'a call is nowhere'],
    ['Genève', { title: 'Sommet de Genève', place: 'Bâle' }, 0, 'elsewhere'],
    ['Genève', { place: 'Bâle' }, 0, 'another place'],
    ['Nice', { title: 'Un pas vers la justice' }, 0, 'part of a word'],
  ])('«%s» of %j: %d (%s)', (place, telling, expected, _why) =>
    expect(fit(telling, { place })).toBe(expected),
  )
})

describe('the topic', () => {
  it.each<[string, Telling, number, string]>([
    ['Libye', { text: `${PAIR} pour parler de la Libye.` }, 1, 'in the sentence'],
    ['la réforme des retraites', { text: `${PAIR} sur la réforme des retraites.` }, 1, 'several words'],
    ['Libye', { title: 'La crise en Libye' }, 0.7, 'in the title'],
    ['Libye', { title: 'La crise en Syrie' }, 0, 'another one'],
    ['', {}, 1, 'no word'],
    ['de la', {}, 1, 'no word that means something'],
  ])('«%s» of %j: %d (%s)', (topic, telling, expected, _why) =>
    expect(fit(telling, { topic })).toBe(expected),
  )

  it('weighs with the rest', () =>
    expect(fit({ title: 'La Libye à Genève' }, { topic: 'Libye', place: 'Genève', ways: [] })).toBeCloseTo(
      0.7 * NEAR_FIT,
    ))
})
