// Instants on the command line and in JSONL.
import { describe, expect, it } from 'vitest'
import { readInstant } from '../../src/cli/instants.ts'

describe('an instant', () => {
  it.each([
    ['2026-03-17T08:00:00+01:00', '2026-03-17T07:00:00.000Z', 'as the help shows it'],
    ['2026-03-17T08:00+0100', '2026-03-17T07:00:00.000Z', 'basic zone, no seconds'],
    ['2026-03-17T07:00:00.250Z', '2026-03-17T07:00:00.250Z', 'milliseconds'],
    ['2026-03-17t07:00:00z', '2026-03-17T07:00:00.000Z', 'RFC 3339 allows small letters'],
    ['2026-03-17 07:00:00', '2026-03-17T07:00:00.000Z', 'as databases write it; UTC without a zone'],
    ['2026-03-17', '2026-03-17T11:00:00.000Z', 'a day is its noon in Paris'],
    [' 2026-03-17 ', '2026-03-17T11:00:00.000Z', 'blanks around'],
    ['2024-02-29', '2024-02-29T11:00:00.000Z', 'a leap day'],
  ])('reads %s', (text, expected, _why) => {
    expect(new Date(readInstant(text) ?? 0).toISOString()).toBe(expected)
  })

  it.each([
    ['', 'nothing'],
    ['hier', 'a word'],
    ['17/03/2026', 'as people write in France: which is the month'],
    ['2026-02-31', 'no such day'],
    ['2025-02-29', 'no leap year'],
    ['2026-13-01', 'no such month'],
    ['2026-03-17T25:00', 'no such hour'],
    ['2026-03-17T08:00:00+1', 'half a zone'],
    ['1773738000', 'seconds since 1970'],
  ])('does not read «%s»', (text, _why) => {
    expect(readInstant(text)).toBeUndefined()
  })
})
