// The fault tests of one platform: nothing lost, nothing twice, whatever happens. Called by one test file a platform.
import { afterAll, describe, expect, it } from 'vitest'
import { FAULTS, playFaults, type Performance, type Stage } from './play-faults.ts'
import { faultTable } from './table.ts'

/** Ours: some 80 s on two quiet cores for both platforms side by side, and a machine with much to do. */
const PATIENCE_MILLISECONDS = 400_000

/** What the project promises to prove: over so many deliveries nothing lost and nothing twice. */
const LEAST_DELIVERIES = 1000

export function testFaults(platform: string, stage: Stage): void {
  describe(`${platform} under faults`, { timeout: PATIENCE_MILLISECONDS }, () => {
    let performance: Performance | undefined
    const plays = (): Performance['plays'] => (performance ??= playFaults(stage)).plays
    afterAll(() => performance?.close(), PATIENCE_MILLISECONDS)

    it.each(FAULTS)('has each delivery once, in its order and place: $name', async ({ name, givesUp }) => {
      const played = await plays().get(name)
      expect(played).toMatchObject({ row: { lost: 0, twice: 0 }, count: { wrongs: [] }, violations: [] })
      expect(played?.row.injected).toBeGreaterThan(0)
      expect((played?.row.givenUp ?? 0) > 0).toBe(givesUp === true)
    })

    it(`lost none of more than ${LEAST_DELIVERIES}`, async () => {
      const rows = (await Promise.all(plays().values())).map(({ row }) => row)
      process.stdout.write(`${faultTable(rows)}\n`)
      expect(rows.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBeGreaterThan(LEAST_DELIVERIES)
    })
  })
}
