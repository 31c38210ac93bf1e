// What came already is known for a while, and no longer.
import { describe, expect, it } from 'vitest'
import { createSeenEvents } from '../../../src/chat/slack/seen-events.ts'
import { MINUTE } from '../../../src/core/calendar.ts'

describe('events that Slack sends again', () => {
  it('are new once, by any of their ids', () => {
    const seen = createSeenEvents(() => 0)
    expect(seen.isNew(['Ev1', 'C1:10.1'])).toBe(true)
    expect(seen.isNew(['Ev2', 'C1:10.1'])).toBe(false)
    expect(seen.isNew(['Ev1'])).toBe(false)
    expect(seen.isNew(['Ev2'])).toBe(false)
    expect(seen.isNew(['Ev3'])).toBe(true)
  })

  it('without an id are always new', () => {
    const seen = createSeenEvents(() => 0)
    expect([seen.isNew(['']), seen.isNew(['']), seen.isNew([])]).toEqual([true, true, true])
  })

  it('are forgotten after ten minutes', () => {
    let now = 0
    const seen = createSeenEvents(() => now)
    seen.isNew(['Ev1'])
    now = 9 * MINUTE
    expect(seen.isNew(['Ev1'])).toBe(false)
    now = 10 * MINUTE
    expect(seen.isNew(['Ev1'])).toBe(true)
  })

  it('take no more memory however many come', () => {
    const seen = createSeenEvents(() => 0)
    for (let index = 0; index < 30_000; index++) seen.isNew([`Ev${index}`])
    expect(seen.isNew(['Ev29999'])).toBe(false)
    expect(seen.isNew(['Ev0'])).toBe(true)
  })
})
