// Which days a text speaks of: found, and resolved against the day of publication and the tense.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/french/dates.ts'

/** A Tuesday. */
const TUESDAY = '2026-03-17'

const rangesOf = (text: string, published = TUESDAY): readonly string[] =>
  findDates(text, published).map(({ start, end, from, to }) => {
    const days = from === to ? from : `${from}..${to}`
    return `${text.slice(start, end)}: ${days}`
  })

describe('findDates', () => {
  it.each([
    ['Le maire a reçu les élus lundi.', 'lundi: 2026-03-16', 'a past before the publication'],
    ['Le maire recevra les élus vendredi.', 'vendredi: 2026-03-20', 'a future after it'],
    ['Le maire a reçu les élus mardi matin.', 'mardi matin: 2026-03-17', 'its own day'],
    ['Le vote aura lieu samedi prochain.', 'samedi prochain: 2026-03-21', 'next'],
    ['Il a parlé lundi dernier aux élus.', 'lundi dernier: 2026-03-09', 'yesterday is never «dernier»'],
    ['Le marché est ouvert jusqu’à 18h samedi.', '18h samedi: 2026-03-21', 'until'],
    [
      'Dans la nuit de samedi à dimanche, il a neigé.',
      'nuit de samedi à dimanche: 2026-03-14..2026-03-15',
      'a night',
    ],
    ['La gare a rouvert le 27 février.', '27 février: 2026-02-27', 'nearest year'],
    ['Le pont a fermé le lundi 22 décembre.', 'lundi 22 décembre: 2025-12-22', 'the year by the weekday'],
    ['La foire se tient du 19 au 24 avril.', '19 au 24 avril: 2026-04-19..2026-04-24', 'days of one month'],
    [
      'Le stage ira du 30 mars au 2 avril 2027.',
      '30 mars au 2 avril 2027: 2027-03-30..2027-04-02',
      'two months',
    ],
    ['Il est né le 6 mai 1954.', '6 mai 1954: 1954-05-06', 'a full date'],
    [
      'Le chantier a commencé fin juillet.',
      'fin juillet: 2025-07-21..2025-07-31',
      'part of a month, by tense',
    ],
    ['Le chantier commencera mi-juillet.', 'mi-juillet: 2026-07-11..2026-07-20', 'part of a month ahead'],
    ['Elle a été élue en novembre 2015.', 'novembre 2015: 2015-11-01..2015-11-30', 'a month'],
    ['Il vit là depuis mars 2011.', 'mars 2011: 2011-03-01..2011-03-31', 'since a month'],
    ['Elle a ouvert début 2014.', 'début 2014: 2014-01-01..2014-04-30', 'part of a year'],
    ['Le prix a baissé l’année dernière.', 'année dernière: 2025-01-01..2025-12-31', 'last year'],
    ['Le vote est prévu la semaine prochaine.', 'semaine prochaine: 2026-03-23..2026-03-29', 'next week'],
    ['Il a plu cette semaine.', 'cette semaine: 2026-03-16..2026-03-22', 'this week'],
    [
      'Les élus se sont vus le week-end dernier.',
      'week-end dernier: 2026-03-14..2026-03-15',
      'last week-end',
    ],
    ['Le musée fermera l’été prochain.', 'été prochain: 2026-06-21..2026-09-22', 'next summer'],
    ['Il travaille depuis trois ans.', 'depuis trois ans: 2023-03-17..2026-03-17', 'since so long'],
    [
      'Il est arrivé il y a plus de deux semaines.',
      'il y a plus de deux semaines: 2026-02-28..2026-03-06',
      'weeks give or take',
    ],
    [
      'Elle est partie il y a quinze jours.',
      'il y a quinze jours: 2026-02-28..2026-03-06',
      'fifteen days are two weeks',
    ],
    ['Il a gagné il y a 30 ans.', 'Il y a 30 ans: 1996-01-01..1996-12-31', 'a year of the calendar'],
    ['La mairie votera dans deux jours.', 'dans deux jours: 2026-03-19', 'in so many days'],
    [
      'On a compté 12 cas ces dernières 24 heures.',
      'dernières 24 heures: 2026-03-16..2026-03-17',
      'last hours',
    ],
    ['La mode des années 80 revient.', 'années 80: 1980-01-01..1989-12-31', 'a decade'],
    ['Le château date du XVIIe siècle.', 'XVIIe siècle: 1601-01-01..1700-12-31', 'a century'],
    ['Il a chuté au premier semestre.', 'premier semestre: 2026-01-01..2026-06-30', 'half a year'],
    ['Le train part demain.', 'demain: 2026-03-18', 'tomorrow'],
  ])('«%s» has %s: %s', (text, wanted, _why) => {
    expect(rangesOf(text).map((one) => one.toLowerCase())).toEqual([wanted.toLowerCase()])
  })

  it.each([
    ['Le journal de 20 heures en a parlé.', 'a programme'],
    ['Il a marché pendant trois heures.', 'a length'],
    ['Elle lit le Journal du dimanche.', 'a title'],
    ['Il y a 300000 ans, ici, la mer montait.', 'before all calendars'],
  ])('finds no day in «%s»: %s', (text, _why) => {
    expect(rangesOf(text)).toEqual([])
  })

  it('takes the year that was told just before', () => {
    expect(rangesOf('Tout a commencé en novembre 2015. En décembre, la ville a voté.')).toEqual([
      'novembre 2015: 2015-11-01..2015-11-30',
      'décembre: 2015-12-01..2015-12-31',
    ])
  })

  it('counts from the day that was named', () => {
    expect(rangesOf('Le pont a fermé le 3 mars. La veille, une fissure avait été vue.')).toEqual([
      '3 mars: 2026-03-03',
      'veille: 2026-03-02',
    ])
  })

  it('tells two weekdays apart', () => {
    expect(rangesOf('Le conseil siégera jeudi et vendredi.')).toEqual([
      'jeudi: 2026-03-19',
      'vendredi: 2026-03-20',
    ])
  })

  it('finds nothing without a day of publication', () => {
    expect(findDates('Il a plu lundi.', 'hier')).toEqual([])
  })

  it('reads any text: in order, within it, first day not after the last, the same each time', () => {
    const words = fc.constantFrom(
      'lundi',
      'mi-',
      'fin',
      'le 31',
      'février',
      '2016',
      'il y a',
      '9',
      'ans',
      'nuit de',
      'à',
      '99e siècle',
      'h',
      ' ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(TUESDAY, '2024-02-29', '1999-12-31'), (some, published) => {
        const found = findDates(some, published)
        expect(findDates(some, published)).toEqual(found)
        let last = 0
        for (const { start, end, from, to } of found) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(from <= to).toBe(true)
          expect(from).toMatch(/^\d{4}-\d\d-\d\d$/u)
          last = end
        }
        expect(last).toBeLessThanOrEqual(some.length)
      }),
    )
  })
})
