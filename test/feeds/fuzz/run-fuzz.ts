// The properties of the readers with random seeds, for as long as one likes: `npm run fuzz -- --minutes 20`. Repairs nothing.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { fuzzers } from './properties.ts'
import { FEEDS, PAGES, wildFeeds, wildPages } from './seeds.ts'

/** Runs of one property before its turn is over. */
const RUNS_A_TURN = 200

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, only: { type: 'string' } },
})
const until = performance.now() + Number(values.minutes) * 60_000
const corpus = { feeds: [...FEEDS, ...wildFeeds()], pages: [...PAGES, ...wildPages()] }
const properties = [...fuzzers(corpus)].filter(
  ([name]) => values.only === undefined || name.includes(values.only),
)
const found = new Set<string>()
let turns = 0
while (performance.now() < until) {
  for (const [name, run] of properties) {
    const seed = randomInt(2 ** 31)
    try {
      run({ seed, runs: RUNS_A_TURN })
    } catch (error) {
      const report = error instanceof Error ? error.message : String(error)
      found.add(name)
      process.stdout.write(`\n✗ ${name}, seed ${seed}\n${report.slice(0, 3000)}\n`)
      const cause = error instanceof Error ? error.cause : undefined
      if (cause instanceof Error) process.stdout.write(`${cause.stack?.slice(0, 1500)}\n`)
    }
  }
  turns += 1
  process.stdout.write(
    `${new Date().toISOString()} ${turns} turns, ${turns * RUNS_A_TURN} runs of each property\n`,
  )
}
process.exitCode = found.size === 0 ? 0 : 1
