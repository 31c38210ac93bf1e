import { describe, expect, it } from 'vitest'
import { LANES, laneOf, laneOfAddress } from '../../src/core/lane.ts'

describe('lanes', () => {
  it.each([
    ['', 25],
    ['matin', 16],
    ['slack:C0123', 40],
  ])('%j has the same one for ever: it stands in databases', (name, lane) => expect(laneOf(name)).toBe(lane))

  it('are filled alike', () => {
    const counts = new Map<number, number>()
    for (let number = 0; number < 64_000; number++) {
      const lane = laneOf(`flux-${number}.example`)
      counts.set(lane, (counts.get(lane) ?? 0) + 1)
    }
    expect(counts.size).toBe(LANES)
    expect(Math.max(...counts.values())).toBeLessThan(1_300)
    expect(Math.min(...counts.values())).toBeGreaterThan(700)
  })

  it('have all addresses of one host together', () => {
    expect(laneOfAddress('https://nantes.example/rss.xml')).toBe(
      laneOfAddress('https://nantes.example/une/1'),
    )
    expect(laneOfAddress('pas une adresse')).toBe(laneOf('pas une adresse'))
  })
})
