import { describe, expect, it } from 'vitest'
import { readDate } from '../../src/feeds/dates.ts'

const iso = (text: string, zone?: string): string | undefined => {
  const instant = readDate(text, zone === undefined ? {} : { zone })
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

describe('readDate', () => {
  it.each([
    ['Tue, 04 Mar 2025 08:15:30 +0100', '2025-03-04T07:15:30.000Z', 'RFC 822'],
    ['Tue, 4 Mar 2025 08:15 CET', '2025-03-04T07:15:00.000Z', 'no seconds, a zone by name'],
    ['4 Mar 25 08:15:30 GMT', '2025-03-04T08:15:30.000Z', 'two digits, no weekday'],
    ['Tue,04 Mar 2025 08:15:30 -0000', '2025-03-04T08:15:30.000Z', 'no space after the comma'],
    [
      'Tue, 04 March 2025 08:15:30 CEST',
      '2025-03-04T06:15:30.000Z',
      'summer time in winter means what it says',
    ],
    ['Tue, 04 Mar 2025 08:15:30 GMT+01:00', '2025-03-04T07:15:30.000Z', 'an offset behind a name'],
    ['Tue, 04 Mar 2025 08:15:30 Europe/Paris', '2025-03-04T07:15:30.000Z', 'a zone of IANA'],
    ['Tue, 04 Mar 2025 10:15 PM PT', '2025-03-05T06:15:00.000Z', 'twelve hours, Pacific time'],
    ['Tue Mar  4 08:15:30 CET 2025', '2025-03-04T07:15:30.000Z', 'the Unix command'],
    [
      'Tue Mar 04 2025 08:15:30 GMT+0100 (heure normale d’Europe centrale)',
      '2025-03-04T07:15:30.000Z',
      'JavaScript',
    ],
    ['04-Mar-99 08:15:30 Z', '1999-03-04T08:15:30.000Z', 'RFC 850, last century'],
    ['Tue, 04 Mar 2025 08:15:30', '2025-03-04T08:15:30.000Z', 'a machine without a zone: UTC'],
    ['2025-03-04T08:15:30.250+01:00', '2025-03-04T07:15:30.250Z', 'ISO 8601'],
    ['2025-03-04t08:15z', '2025-03-04T08:15:00.000Z', 'small letters, no seconds'],
    ['2025-03-04 08:15:30', '2025-03-04T08:15:30.000Z', 'SQL'],
    ['20250304T081530Z', '2025-03-04T08:15:30.000Z', 'ISO 8601 without signs'],
    ['2025-03-04T24:00:00+01:00', '2025-03-04T23:00:00.000Z', 'midnight at the end of the day'],
    ['2025-03-04', '2025-03-04T00:00:00.000Z', 'a day alone'],
    ['25-03-04', '2025-03-04T00:00:00.000Z', 'a day of two digits each'],
    ['2025-063', '2025-03-04T00:00:00.000Z', 'the day of the year'],
    ['2025-03', '2025-03-01T00:00:00.000Z', 'a month'],
    ['2025', '2025-01-01T00:00:00.000Z', 'a year'],
    ['Tue, 4 Mar 2025 8:5:3 +0100', '2025-03-04T07:05:03.000Z', 'no zero before minutes'],
    ['Tue, 04 Mar 2025 08.15.30 +0100', '2025-03-04T07:15:30.000Z', 'dots in the hour'],
    ['Tue, 04 Mar 2025 08:15:30 --0500', '2025-03-04T13:15:30.000Z', 'a sign written twice'],
    ['Tue&#44; 04 Mar 2025 08:15:30 GMT', '2025-03-04T08:15:30.000Z', 'a reference left in it'],
    ['Tue, 04 Mar 125 08:15:30 GMT', '2025-03-04T08:15:30.000Z', 'years since 1900'],
    ['Tue, 04 Mar 2025 08:15:30 WAT', '2025-03-04T07:15:30.000Z', 'West Africa'],
    ['Tue, 04 Mar 2025 08:15:30 CAT', '2025-03-04T06:15:30.000Z', 'Central Africa'],
    ['Mar. 2025', '2025-03-01T00:00:00.000Z', 'a month in words'],
    ['1741072530.75', '2025-03-04T07:15:30.750Z', 'Unix seconds with decimals'],
    ['Tue, 2025/03/04 08:15:30 EDT', '2025-03-04T12:15:30.000Z', 'Perforce'],
    ['1741072530', '2025-03-04T07:15:30.000Z', 'Unix seconds'],
    ['1741072530000', '2025-03-04T07:15:30.000Z', 'Unix milliseconds'],
  ])('reads « %s »', (text, expected, _why) => expect(iso(text)).toBe(expected))

  it.each([
    ['mar., 04 mars 2025 08:15:30 +0100', '2025-03-04T07:15:30.000Z', 'mardi and mars'],
    ['mardi 4 mars 2025 08:15:30 +0100', '2025-03-04T07:15:30.000Z', 'whole words'],
    ['mar, 05 aoû 2025 08:15:30 +0200', '2025-08-05T06:15:30.000Z', 'three letters of août'],
    ['jeu. 25 déc. 2025 08:15:30 +0100', '2025-12-25T07:15:30.000Z', 'accents'],
    ['4 mars 2025 à 8h15', '2025-03-04T07:15:00.000Z', 'hours as in France, winter'],
    ['le 4 juillet 2025 à 8 h 15', '2025-07-04T06:15:00.000Z', 'hours as in France, summer'],
    ['1er mars 2025', '2025-02-28T23:00:00.000Z', 'the first'],
    ['Publié le mardi 4 mars 2025 à 8h', '2025-03-04T07:00:00.000Z', 'inside a phrase, a bare hour'],
    ['04/03/2025', '2025-03-03T23:00:00.000Z', 'day first'],
    ['04/03/25 08:15', '2025-03-04T07:15:00.000Z', 'day first, two digits'],
    ['04.03.2025 08:15', '2025-03-04T07:15:00.000Z', 'dots, as in Switzerland'],
    ['03/14/2025', '2025-03-14T00:00:00.000Z', 'month first only where nothing else is possible'],
    ['04 03 2025 08:15:30 +0100', '2025-03-04T07:15:30.000Z', 'spaces between numbers'],
    ['Publié le 04/03/2025 à 08:15', '2025-03-04T07:15:00.000Z', 'words before numbers'],
    ['4 nov. 2025 à 8:15', '2025-11-04T07:15:00.000Z', 'a month of both tongues, « à » before the hour'],
    ['lun. 3 nov. 2025', '2025-11-02T23:00:00.000Z', 'a month of both tongues, a French weekday'],
    ['4 juill. 2025 à midi', '2025-07-04T10:00:00.000Z', 'five letters of juillet, noon'],
    ['4 mars 2025 à 8h15:30', '2025-03-04T07:15:30.000Z', 'two ways of writing an hour'],
    ['4 mars 2025 à 8 h 15 (TU)', '2025-03-04T08:15:00.000Z', 'universal time'],
    ['4 mars 2025 à 8 h 15, heure de Montréal', '2025-03-04T13:15:00.000Z', 'the hour of a city'],
    ['mars 2025', '2025-02-28T23:00:00.000Z', 'a month alone'],
    ['4 f\uFFFDvrier 2025 08:15', '2025-02-04T07:15:00.000Z', 'an accent lost'],
    ['4 f?vrier 2025 08:15', '2025-02-04T07:15:00.000Z', 'an accent asked for'],
    ['4 fÃ©vrier 2025 08:15', '2025-02-04T07:15:00.000Z', 'an accent encoded twice'],
    ['4 fvrier 2025 08:15', '2025-02-04T07:15:00.000Z', 'an accent dropped with its letter'],
    ['4 f&eacute;vrier 2025 08:15', '2025-02-04T07:15:00.000Z', 'an accent as a reference'],
    ['lun, 4 ao\uFFFDt 2025 08:15:30 +0200', '2025-08-04T06:15:30.000Z', 'août without û'],
    ['4 aoÃ»t 2025 08:15', '2025-08-04T06:15:00.000Z', 'août encoded twice'],
    ['lun, 4 ao\uFFFD 2025 08:15:30 +0200', '2025-08-04T06:15:30.000Z', 'three letters of it'],
    ['jeu, 4 d\uFFFDc 2025 08:15:30 +0100', '2025-12-04T07:15:30.000Z', 'déc. without é'],
    ['30 mars 2025 à 2h30', '2025-03-30T01:30:00.000Z', 'an hour that the clocks skip'],
  ])('reads « %s » as a French hand wrote it', (text, expected, _why) => expect(iso(text)).toBe(expected))

  it.each([
    ['2025-07-04 08:15:30', 'America/Toronto', '2025-07-04T12:15:30.000Z'],
    ['4 juillet 2025 à 8h15', 'Indian/Reunion', '2025-07-04T04:15:00.000Z'],
    ['2025-07-04T08:15:30Z', 'America/Toronto', '2025-07-04T08:15:30.000Z'],
  ])('reads « %s » in the zone %s unless it tells its own', (text, zone, expected) =>
    expect(iso(text, zone)).toBe(expected),
  )

  it.each([
    ['Tue, 99 Mar 2025 08:15:30 GMT', 'no such day'],
    ['30 février 2025', 'no such day in February'],
    ['2025-13-04', 'no such month'],
    ['0000-00-00 00:00:00', 'the zero of databases'],
    ['0001-01-01T00:00:00Z', 'the zero of .NET'],
    ['2025-03-04T25:00:00Z', 'no such hour'],
    ['Sun, 16 Dec 2012 1:2:3:4 GMT', 'no such time'],
    ['2025-03-04T08:15:30+99:00', 'no such zone'],
    ['Tue, 04 zzz 2025 08:15:30 GMT', 'no such month'],
    ['4 mars', 'no year'],
    ['ven, 4 jui 2025 08:15:30 +0200', 'juin or juillet'],
    ['hier', 'no date'],
    ['', 'nothing'],
    ['2025-03-04'.padEnd(10_000, ' x'), 'a text, not a date'],
  ])('finds no date in « %s »', (text, _why) => expect(readDate(text)).toBeUndefined())
})
