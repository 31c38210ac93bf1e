// Numbers for keys: the same as a Map would give, whatever the keys.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NumberTable } from '../../src/core/number-table.ts'

const KEY = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.constantFrom(0, 8, 16, 24, -1))

describe('NumberTable', () => {
  it('numbers keys in the order of their coming, as a Map would', () => {
    fc.assert(
      fc.property(fc.array(KEY), fc.array(KEY), (keys, others) => {
        const [table, map] = [new NumberTable(keys.length), new Map<number, number>()]
        for (const key of keys) {
          if (!map.has(key)) map.set(key, map.size)
          expect(table.add(key)).toBe(map.get(key))
        }
        expect(table.size).toBe(map.size)
        for (const key of [...keys, ...others]) expect(table.numberOf(key)).toBe(map.get(key) ?? -1)
      }),
    )
  })

  it('holds as many keys as it has room for, however they collide', () => {
    const keys = Array.from({ length: 100 }, (_, at) => at * 1024)
    const table = NumberTable.of(keys)
    expect(keys.map((key) => table.numberOf(key))).toEqual([...keys.keys()])
    expect(table.numberOf(7)).toBe(-1)
  })

  it('knows nothing when it is empty', () => {
    expect(new NumberTable(0).numberOf(0)).toBe(-1)
  })
})
