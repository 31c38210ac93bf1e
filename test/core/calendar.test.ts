// Days and wall clocks in the zones where our readers live.
import { describe, expect, it } from 'vitest'
import { dayOf, daysBetween, isoIn, isZone, wallClock } from '../../src/core/calendar.ts'

describe('the calendar', () => {
  it.each([
    ['2026-03-17T07:00:12Z', 'Europe/Paris', '2026-03-17T08:00:12+01:00', 'winter'],
    ['2026-07-01T22:30:00Z', 'Europe/Paris', '2026-07-02T00:30:00+02:00', 'after midnight, summer'],
    ['2026-01-01T02:00:00Z', 'America/St_Johns', '2025-12-31T22:30:00-03:30', 'half an hour, the day before'],
    ['2026-01-01T02:00:00Z', 'Africa/Dakar', '2026-01-01T02:00:00+00:00', 'none'],
  ])('writes %s in %s as %s: %s', (utc, zone, expected, _why) => {
    expect(isoIn(Date.parse(utc), zone)).toBe(expected)
  })

  it.each([
    ['2026-03-29T00:59Z', 'Europe/Paris', '2026-03-29', 1, 59, 'the last minute of winter'],
    ['2026-03-29T01:00Z', 'Europe/Paris', '2026-03-29', 3, 0, 'the first of summer'],
    ['2026-10-25T00:30Z', 'Europe/Paris', '2026-10-25', 2, 30, 'the hour that comes twice'],
    ['2026-10-25T01:30Z', 'Europe/Paris', '2026-10-25', 2, 30, 'for the second time'],
    ['2026-03-28T21:59Z', 'Asia/Beirut', '2026-03-28', 23, 59, 'before a change at midnight'],
    ['2026-03-28T22:00Z', 'Asia/Beirut', '2026-03-29', 1, 0, 'after it'],
    ['2026-03-28T13:00Z', 'Pacific/Noumea', '2026-03-29', 0, 0, 'midnight is 0 h, not 24 h'],
    ['2026-03-29T03:30Z', 'America/Montreal', '2026-03-28', 23, 30, 'still the day before'],
    ['2026-03-29T08:00Z', 'Africa/Dakar', '2026-03-29', 8, 0, 'UTC all year'],
  ])('shows at %s in %s: %s %i h %i', (instant, zone, day, hour, minute, _why) => {
    expect(dayOf(Date.parse(instant), zone)).toBe(day)
    expect(wallClock(Date.parse(instant), zone)).toMatchObject({ hour, minute })
  })

  it('counts weekdays from Sunday, in the zone', () => {
    const instant = Date.parse('2026-03-28T22:00Z')
    expect(['Asia/Beirut', 'Europe/Paris'].map((zone) => wallClock(instant, zone).weekday)).toEqual([0, 6])
  })

  it.each([
    ['2026-03-28', '2026-03-30', 2, 'across the spring change'],
    ['2026-10-24', '2026-10-26', 2, 'across the autumn change'],
    ['2026-03-01', '2026-02-28', -1, 'backwards'],
    ['2024-02-28', '2024-03-01', 2, 'a leap year'],
  ])('counts the days from %s to %s: %i, %s', (from, to, expected, _why) => {
    expect(daysBetween(from, to)).toBe(expected)
  })

  it.each([
    ['Europe/Paris', true, 'a zone'],
    ['America/Montreal', true, 'an old name that people still use'],
    ['Paris', false, 'a town'],
    ['', false, 'nothing'],
    ['Europe/Orléans', false, 'letters outside ASCII'],
  ])('knows whether « %s » is a zone: %s, %s', (name, expected, _why) => {
    expect(isZone(name)).toBe(expected)
  })
})
