// A few faults of the bench of many processes, drawn by a seed, so that the bench itself and what it found stay whole.
import { expect, it } from 'vitest'
import { runFaults } from '../../bench/fault-run.ts'

/** Kills, cuts and clocks among them; see `npm run bench:faults` for hundreds. */
const [FAULTS, SEED] = [5, 'équipe']

it('lose nothing and say nothing twice, however five random faults meet', { timeout: 240_000 }, async () => {
  const { rows, verdict, dead, ownDeaths, isSettled, violations } = await runFaults({
    faults: FAULTS,
    seed: SEED,
    speed: 6,
    gapSeconds: 2,
    onSaid: () => undefined,
    onProgress: () => undefined,
  })
  expect(rows.reduce((sum, { struck }) => sum + struck, 0)).toBe(FAULTS)
  const { lost, twice, givenUp, wrongs, deliveries, articles } = verdict
  expect({ lost, twice, givenUp, wrongs, dead, ownDeaths, isSettled, violations }).toEqual({
    lost: 0,
    twice: 0,
    givenUp: 0,
    wrongs: [],
    dead: 0,
    ownDeaths: [],
    isSettled: true,
    violations: [],
  })
  expect(deliveries).toBeGreaterThan(20)
  expect(articles).toBeGreaterThan(80)
})
