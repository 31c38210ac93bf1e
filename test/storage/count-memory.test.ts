// Which counts of stems are remembered, and for how long.
import { describe, expect, it } from 'vitest'
import { createCountMemory } from '../../src/storage/count-memory.ts'

describe('what is remembered of a count', () => {
  it.each([
    { count: 1_000_000, later: 0, isKnown: true },
    { count: 1_000_000, later: 1_000, isKnown: true },
    { count: 1_000_000, later: 1_001, isKnown: false },
    { count: 20_000, later: 20, isKnown: true },
    { count: 20_000, later: 21, isKnown: false },
    // Counting it costs nothing.
    { count: 19_999, later: 0, isKnown: false },
  ])('a count of $count, $later sentences later: $isKnown', ({ count, later, isKnown }) => {
    const memory = createCountMemory()
    const counted = { stem: 'franc', count }
    memory.keep([counted], 5_000_000)
    expect(memory.recall(['franc', 'lavrov'], 5_000_000 + later)).toEqual(isKnown ? [counted] : [])
  })

  it('is the last count', () => {
    const memory = createCountMemory()
    memory.keep([{ stem: 'franc', count: 30_000 }], 100_000)
    memory.keep([{ stem: 'franc', count: 31_000 }], 102_000)
    expect(memory.recall(['franc'], 102_001)).toEqual([{ stem: 'franc', count: 31_000 }])
  })
})
