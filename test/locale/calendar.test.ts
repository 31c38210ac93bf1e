// Instants in French words, in the zone of the reader.
import { describe, expect, it } from 'vitest'
import { formatDay, formatHour, formatMoment } from '../../src/locale/calendar.ts'

const at = (iso: string): number => Date.parse(iso)
const paris = 'Europe/Paris'

describe('French words for instants', () => {
  it.each([
    ['2026-03-17T07:00Z', paris, 'mardi 17\u00A0mars 2026', 'a day'],
    ['2026-03-01T07:00Z', paris, 'dimanche 1er\u00A0mars 2026', 'only the first is an ordinal'],
    ['2026-02-02T07:00Z', paris, 'lundi 2\u00A0février 2026', 'not the second'],
    ['2026-12-31T23:30Z', paris, 'vendredi 1er\u00A0janvier 2027', 'the day of the zone, not of UTC'],
    ['2026-08-15T20:00Z', 'Pacific/Noumea', 'dimanche 16\u00A0août 2026', 'eleven hours ahead'],
    ['2026-03-17T02:00Z', 'America/Montreal', 'lundi 16\u00A0mars 2026', 'four hours behind'],
  ])('writes the day of %s in %s as « %s »', (instant, zone, expected, _why) => {
    expect(formatDay(at(instant), zone)).toBe(expected)
  })

  it.each([
    ['2026-03-17T07:00Z', paris, '8\u00A0h', 'no minutes on the hour'],
    ['2026-03-17T07:30Z', paris, '8\u00A0h\u00A030', 'minutes'],
    ['2026-03-17T17:05Z', paris, '18\u00A0h\u00A005', 'two digits'],
    ['2026-03-29T06:00Z', paris, '8\u00A0h', 'summer time begins that day'],
    ['2026-03-16T23:00Z', paris, '0\u00A0h', 'midnight'],
    ['2026-03-17T07:00Z', 'America/Montreal', '3\u00A0h', 'elsewhere'],
  ])('writes the hour of %s in %s as « %s »', (instant, zone, expected, _why) => {
    expect(formatHour(at(instant), zone)).toBe(expected)
  })

  it.each([
    ['2026-03-17T07:05Z', 'aujourd’hui à 8\u00A0h\u00A005', 'same day'],
    ['2026-03-16T17:05Z', 'hier à 18\u00A0h\u00A005', 'the day before'],
    ['2026-03-16T23:10Z', 'aujourd’hui à 0\u00A0h\u00A010', 'yesterday in UTC, today in Paris'],
    ['2026-03-18T08:00Z', 'demain à 9\u00A0h', 'the day after'],
    ['2026-03-15T08:00Z', 'dimanche 15\u00A0mars à 9\u00A0h', 'two days before'],
    ['2026-03-31T07:00Z', 'mardi 31\u00A0mars à 9\u00A0h', 'across the spring change'],
    ['2025-12-31T08:00Z', 'mercredi 31\u00A0décembre 2025 à 9\u00A0h', 'another year'],
  ])('writes %s, seen on 17 March 2026, as « %s »', (instant, expected, _why) => {
    expect(formatMoment(at(instant), at('2026-03-17T12:00Z'), paris)).toBe(expected)
  })

  it.each([
    ['2026-03-28T23:30Z', '2026-03-29T21:59Z', 'a day of 23 hours'],
    ['2026-10-24T22:30Z', '2026-10-25T22:30Z', 'a day of 25 hours'],
  ])('knows that %s and %s are one day in Paris: %s', (instant, now, _why) => {
    expect(formatMoment(at(instant), at(now), paris)).toMatch(/^aujourd’hui/)
  })
})
