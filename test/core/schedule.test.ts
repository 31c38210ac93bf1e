// Slots around the changes of hour, and what becomes of those that were missed.
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import type { Schedule } from '../../src/core/digest.ts'
import { MISSED_SLOT_LIMIT, nextSlot, settleSlots, slotsBetween } from '../../src/core/schedule.ts'

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const at = (iso: string): Instant => Date.parse(iso)
const iso = (instant: Instant): string => new Date(instant).toISOString().slice(0, 16)
const daily = (zone: string, ...hours: string[]): Schedule => ({ days: EVERY_DAY, hours, zone })
const paris = daily('Europe/Paris', '08:00')

describe('slots', () => {
  it.each([
    ['Europe/Paris', '08:00', '2026-03-28T12:00Z', ['2026-03-29T06:00', '2026-03-30T06:00'], 'spring change'],
    ['Europe/Paris', '08:00', '2026-03-27T12:00Z', ['2026-03-28T07:00', '2026-03-29T06:00'], 'its eve'],
    [
      'Europe/Paris',
      '02:30',
      '2026-03-28T12:00Z',
      ['2026-03-29T01:00', '2026-03-30T00:30'],
      'an hour skipped',
    ],
    ['Europe/Paris', '08:00', '2026-10-24T12:00Z', ['2026-10-25T07:00', '2026-10-26T07:00'], 'autumn change'],
    [
      'Europe/Paris',
      '02:30',
      '2026-10-24T12:00Z',
      ['2026-10-25T00:30', '2026-10-26T01:30'],
      'an hour repeated',
    ],
    [
      'America/Montreal',
      '07:30',
      '2026-03-07T17:00Z',
      ['2026-03-08T11:30', '2026-03-09T11:30'],
      'its own spring',
    ],
    [
      'America/Montreal',
      '07:30',
      '2026-03-28T17:00Z',
      ['2026-03-29T11:30', '2026-03-30T11:30'],
      'not that of Paris',
    ],
    [
      'America/Montreal',
      '07:30',
      '2026-10-24T17:00Z',
      ['2026-10-25T11:30', '2026-10-26T11:30'],
      'not that of Paris',
    ],
    [
      'America/Montreal',
      '01:30',
      '2026-10-31T12:00Z',
      ['2026-11-01T05:30', '2026-11-02T06:30'],
      'an hour repeated',
    ],
    [
      'Pacific/Noumea',
      '06:00',
      '2026-03-28T12:00Z',
      ['2026-03-28T19:00', '2026-03-29T19:00'],
      'never changes',
    ],
    [
      'Pacific/Noumea',
      '06:00',
      '2026-10-24T12:00Z',
      ['2026-10-24T19:00', '2026-10-25T19:00'],
      'never changes',
    ],
    ['Africa/Dakar', '08:00', '2026-03-28T12:00Z', ['2026-03-29T08:00', '2026-03-30T08:00'], 'never changes'],
    ['Africa/Dakar', '08:00', '2026-10-24T12:00Z', ['2026-10-25T08:00', '2026-10-26T08:00'], 'never changes'],
    [
      'Asia/Beirut',
      '08:00',
      '2026-03-28T12:00Z',
      ['2026-03-29T05:00', '2026-03-30T05:00'],
      'changes at midnight',
    ],
    [
      'Asia/Beirut',
      '00:30',
      '2026-03-28T12:00Z',
      ['2026-03-28T22:00', '2026-03-29T21:30'],
      'the first hour skipped',
    ],
    [
      'Asia/Beirut',
      '23:30',
      '2026-10-24T12:00Z',
      ['2026-10-24T20:30', '2026-10-25T21:30'],
      'the last hour repeated',
    ],
  ])('in %s at %s after %s', (zone, hour, after, expected, _why) => {
    const schedule = daily(zone, hour)
    const first = nextSlot(schedule, at(after))
    expect([first, nextSlot(schedule, first)].map(iso)).toEqual(expected)
  })

  it('keeps one slot of two hours that the spring change brings together', () => {
    const schedule = daily('Europe/Paris', '02:30', '03:00')
    const slots = slotsBetween(schedule, at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'))
    expect(slots.map(iso)).toEqual(['2026-03-29T01:00'])
  })

  it.each([
    ['2026-03-29', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 'a day of 23 hours'],
    ['2026-10-25', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 'a day of 25 hours'],
  ])('offers each hour between 5 and 23 exactly once on %s', (_day, from, until, _why) => {
    const hours = Array.from({ length: 19 }, (_, index) => `${String(index + 5).padStart(2, '0')}:00`)
    expect(slotsBetween(daily('Europe/Paris', ...hours), at(from), at(until))).toHaveLength(19)
  })

  it.each([
    ['Europe/Paris', '2026-03-28T20:00Z', 'spring'],
    ['Europe/Paris', '2026-10-24T20:00Z', 'autumn'],
    ['Asia/Beirut', '2026-03-28T20:00Z', 'spring at midnight'],
    ['Asia/Beirut', '2026-10-24T20:00Z', 'autumn at midnight'],
  ])('gives in %s the same slots from wherever one looks, %s', (zone, start, _why) => {
    const schedule = daily(zone, '00:00', '00:30', '02:00', '02:30', '03:00')
    const from = at(start)
    const slots = slotsBetween(schedule, from, from + 36 * HOUR)
    for (let now = from; now < from + 12 * HOUR; now += 5 * MINUTE) {
      expect(iso(nextSlot(schedule, now))).toBe(iso(slots.find((slot) => slot > now) ?? NaN))
    }
  })

  it.each([
    [-1001, '2026-03-17T07:00', 'more than a second before'],
    [-1, '2026-03-17T07:00', 'a millisecond before'],
    [0, '2026-03-18T07:00', 'at the slot itself: the next one is later'],
    [1, '2026-03-18T07:00', 'a millisecond after'],
  ])('is exact %i ms from a slot', (offset, expected, _why) => {
    expect(iso(nextSlot(paris, at('2026-03-17T07:00Z') + offset))).toBe(expected)
  })

  it('keeps to the days of the week in the zone, not in UTC', () => {
    const sunday = { days: [0], hours: ['06:00'], zone: 'Pacific/Noumea' }
    expect(iso(nextSlot(sunday, at('2026-03-25T00:00Z')))).toBe('2026-03-28T19:00')
  })

  it('refuses a schedule without hours rather than wait for ever', () => {
    expect(() => nextSlot(daily('Europe/Paris'), at('2026-03-17T07:00Z'))).toThrow(RangeError)
  })
})

describe('settling slots', () => {
  const slot = at('2026-03-17T07:00Z')
  const nextDay = at('2026-03-18T07:00Z')

  it.each([
    [{}, 0, undefined, 'first start on the very hour: no catch-up'],
    [{}, 20 * MINUTE, undefined, 'first start just after the hour: no catch-up'],
    [{ nextSlotAt: slot }, 0, false, 'on the hour'],
    [{ nextSlotAt: slot }, 59_000, false, 'the heartbeat that follows'],
    [{ nextSlotAt: slot }, 80 * MINUTE, true, 'a late start publishes and says so'],
    [{ nextSlotAt: slot }, MISSED_SLOT_LIMIT, true, 'as late as can be'],
    [{ nextSlotAt: slot, lastSlotAt: slot }, 1000, undefined, 'killed between the edition and its next slot'],
    [{ lastSlotAt: slot }, 1000, undefined, 'a restored copy without the announcement'],
    [{ lastSlotAt: slot - 24 * HOUR }, 80 * MINUTE, true, 'the same, a slot later'],
    [{ nextSlotAt: slot - HOUR }, 10 * MINUTE, undefined, 'the hour was moved from 7 to 8: starts afresh'],
    [
      { nextSlotAt: slot + HOUR },
      10 * MINUTE,
      undefined,
      'the hour was moved from 9 to 8, too late for today',
    ],
    [
      { nextSlotAt: slot, lastSlotAt: slot + 2000 * HOUR },
      1000,
      false,
      'an edition made while the clock was wrong',
    ],
  ])('decides about %j after %i ms', (memory, delay, isLate, _why) => {
    const settled = settleSlots(paris, { ...memory, now: slot + delay })
    const due = isLate === undefined ? {} : { due: { slotAt: slot, isLate } }
    expect(settled).toEqual({ ...due, dropped: [], nextSlotAt: nextDay })
  })

  it('drops a slot older than the limit and goes on with the next', () => {
    const settled = settleSlots(paris, { nextSlotAt: slot, now: slot + MISSED_SLOT_LIMIT + 1 })
    expect(settled).toEqual({ dropped: [slot], nextSlotAt: nextDay })
  })

  it('publishes one edition for a week of silence and drops the others', () => {
    const weekBefore = slot - 7 * 24 * HOUR
    const { due, dropped } = settleSlots(paris, { nextSlotAt: weekBefore, now: slot + HOUR })
    expect(due).toEqual({ slotAt: slot, isLate: true })
    expect(dropped).toEqual(Array.from({ length: 7 }, (_, day) => weekBefore + day * 24 * HOUR))
  })

  it('is never due for a slot to come', () => {
    const settled = settleSlots(paris, { nextSlotAt: slot, now: slot - 1 })
    expect(settled).toEqual({ dropped: [], nextSlotAt: slot })
  })

  it('adds an hour to a schedule without catching up on it', () => {
    const twice = daily('Europe/Paris', '08:00', '12:00')
    const settled = settleSlots(twice, { lastSlotAt: slot, nextSlotAt: nextDay, now: slot + 5 * HOUR })
    expect(settled).toEqual({ dropped: [], nextSlotAt: nextDay })
  })

  it.each([
    ['2026-03-28T20:00Z', 'spring'],
    ['2026-10-24T20:00Z', 'autumn'],
  ])('makes one edition a slot when the heartbeat goes through the change of %s', (start, _why) => {
    const schedule = daily('Europe/Paris', '02:00', '02:30', '08:00')
    const made: Instant[] = []
    let nextSlotAt: Instant | undefined
    for (let now = at(start); now < at(start) + 30 * HOUR; now += MINUTE) {
      const settled = settleSlots(schedule, { nextSlotAt, now })
      if (settled.due !== undefined) made.push(settled.due.slotAt)
      nextSlotAt = settled.nextSlotAt
    }
    const slots = slotsBetween(schedule, at(start), at(start) + 30 * HOUR)
    expect(made.map(iso)).toEqual(slots.map(iso))
  })
})
