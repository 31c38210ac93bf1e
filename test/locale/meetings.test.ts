// A meeting in French: what came of it, when, how and where, in few words.
import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../src/core/meeting.ts'
import { atPlace } from '../../src/locale/place-words.ts'
import { meetingWords } from '../../src/locale/meetings.ts'

const NOW = Date.parse('2016-08-24T10:00:00+02:00')
const MEETING: Meeting = {
  kind: 'encounter',
  status: 'done',
  mode: 'in-person',
  participants: [],
  proofs: [],
  sourceCount: 1,
}
const on = (from: string, to = from): Partial<Meeting> => ({ from, to })

describe('a meeting in words', () => {
  it.each<readonly [Partial<Meeting>, string, string]>([
    [{}, 'rencontre', 'nothing more is known'],
    [on('2016-08-23'), 'rencontre, hier', 'the day before'],
    [
      { status: 'planned', ...on('2016-08-26'), place: 'Genève' },
      'rencontre prévue vendredi 26 août à Genève',
      'to come',
    ],
    [
      { kind: 'talk', mode: 'telephone', ...on('2016-08-24') },
      'entretien par téléphone, aujourd’hui',
      'by telephone',
    ],
    [
      { kind: 'talk', mode: 'video', status: 'planned', ...on('2016-08-25') },
      'entretien par visioconférence prévu demain',
      'by video',
    ],
    [
      { kind: 'visit', status: 'cancelled', ...on('2016-09-01') },
      'visite annulée, d’abord prévue jeudi 1er septembre',
      'cancelled',
    ],
    [{ kind: 'visit', status: 'cancelled' }, 'visite annulée', 'cancelled, no day'],
    [
      { kind: 'summit', status: 'postponed', ...on('2016-09-01') },
      'sommet reporté',
      'old and new day are alike',
    ],
    [{ status: 'refused' }, 'rencontre refusée', 'refused'],
    [{ kind: 'talk', status: 'denied' }, 'entretien démenti', 'denied'],
    [
      { kind: 'visit', status: 'possible', ...on('2016-08-26', '2016-08-28') },
      'visite possible du 26 au 28 août',
      'possible',
    ],
    [on('2016-04-19', '2016-04-24'), 'rencontre, du 19 au 24 avril', 'days of a month'],
    [on('2016-03-30', '2016-04-02'), 'rencontre, du 30 mars au 2 avril', 'days of two months'],
    [on('2015-12-30', '2016-01-02'), 'rencontre, du 30 décembre 2015 au 2 janvier 2016', 'days of two years'],
    [on('2016-07-01', '2016-07-31'), 'rencontre, en juillet', 'a month'],
    [on('2015-02-01', '2015-02-28'), 'rencontre, en février 2015', 'a month of another year'],
    [on('2015-01-01', '2015-12-31'), 'rencontre, en 2015', 'a year'],
    [
      { kind: 'negotiation', ...on('2015-08-24') },
      'négociation, lundi 24 août 2015',
      'a day of another year',
    ],
    [{ kind: 'reception', place: 'Le Caire' }, 'accueil au Caire', 'a name with an article'],
  ])('%j is «%s»', (changes, expected, _why) => {
    const words = meetingWords({ ...MEETING, ...changes }, NOW, 'Europe/Paris')
    expect(words.replaceAll(/[\u00A0\u202F]/gu, ' ')).toBe(expected)
  })

  it.each([
    ['Genève', 'à Genève'],
    ['Russie', 'en Russie'],
    ['Arabie saoudite', 'en Arabie saoudite'],
    ['Maroc', 'au Maroc'],
    ['Iran', 'en Iran'],
    ['États-Unis', 'aux États-Unis'],
    ['Les Sables-d’Olonne', 'aux Sables-d’Olonne'],
    ['La Haye', 'à La Haye'],
  ])('%s: %s', (place, expected) => expect(atPlace(place)).toBe(expected))
})
