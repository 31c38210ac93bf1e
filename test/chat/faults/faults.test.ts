// Nothing lost and nothing twice, whatever happens: the real program, Bolt and discord.js under every fault we know.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DISCORD, FAULTS, playFaults, type Performance, SLACK } from './play-faults.ts'
import { faultTable } from './table.ts'

/** Ours: some 80 s on two quiet cores, and a machine with much to do. */
const PATIENCE_MILLISECONDS = 400_000

/** What the project promises to prove: over so many deliveries nothing lost and nothing twice. */
const LEAST_DELIVERIES = 1000

const PLATFORMS = { Slack: SLACK, Discord: DISCORD } as const

/** Side by side: Slack waits where Discord works. */
const performances = new Map<string, Performance>()

beforeAll(() => {
  for (const [platform, stage] of Object.entries(PLATFORMS)) performances.set(platform, playFaults(stage))
})
afterAll(async () => {
  for (const performance of performances.values()) await performance.close()
}, PATIENCE_MILLISECONDS)

describe.each(Object.keys(PLATFORMS))('%s under faults', { timeout: PATIENCE_MILLISECONDS }, (platform) => {
  it.each(FAULTS)('has each delivery once, in its order and place: $name', async ({ name, givesUp }) => {
    const played = await performances.get(platform)?.plays.get(name)
    expect(played).toMatchObject({ row: { lost: 0, twice: 0 }, count: { wrongs: [] }, violations: [] })
    expect(played?.row.injected).toBeGreaterThan(0)
    expect((played?.row.givenUp ?? 0) > 0).toBe(givesUp === true)
  })

  it(`lost none of more than ${LEAST_DELIVERIES}`, async () => {
    const plays = [...(performances.get(platform)?.plays.values() ?? [])]
    const rows = (await Promise.all(plays)).map(({ row }) => row)
    process.stdout.write(`${faultTable(rows)}\n`)
    expect(rows.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBeGreaterThan(LEAST_DELIVERIES)
  })
})
