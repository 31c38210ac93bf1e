// The table of the bench of faults, for the terminal, bench/RESULTS.md and bench/data. Counts nothing itself.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Struck } from './fault-kinds.ts'

export interface FaultRow {
  readonly fault: string
  readonly drawn: number
  /** Those that struck nothing are not counted. */
  readonly struck: number
  readonly what: Struck
  /** Messages that were taken while such a fault lasted. */
  readonly deliveries: number
}

export interface FaultRun {
  readonly seed: string
  readonly minutes: number
  readonly speed: number
  readonly versions: Readonly<Record<string, string>>
  readonly rows: readonly FaultRow[]
  readonly editions: number
  readonly deliveries: number
  readonly articles: number
  readonly lost: number
  readonly twice: number
  readonly givenUp: number
  readonly dead: number
  readonly ownDeaths: number
  readonly refusedStarts: number
}

const KEPT = join(import.meta.dirname, 'data', 'faults.jsonl')
const RESULTS = join(import.meta.dirname, 'RESULTS.md')
const [BEGIN, END] = ['<!-- faults: begin -->', '<!-- faults: end -->']

export function faultTable(run: FaultRun): string {
  const { seed, minutes, speed, versions, rows } = run
  const total = (field: 'drawn' | 'struck'): number => rows.reduce((sum, row) => sum + row[field], 0)
  const cells = [
    ['fault', 'drawn', 'struck', 'what it hit', 'messages posted meanwhile'],
    ...rows.map((row) => [row.fault, row.drawn, row.struck, whatOf(row.what), row.deliveries]),
    ['**all**', total('drawn'), `**${total('struck')}**`, '', ''],
  ]
  const [head = '', ...lines] = cells.map((line) => `| ${line.join(' | ')} |`)
  return [
    [head, '| --- | ---: | ---: | --- | ---: |', ...lines].join('\n'),
    `${run.editions} editions, ${run.deliveries} deliveries, ${run.articles} articles: **lost ${run.lost}, twice ${run.twice}**, given up ${run.givenUp}, tasks given up ${run.dead}, processes that ended by themselves ${run.ownDeaths}, starts put off for want of a database ${run.refusedStarts}.`,
    `Seed \`${seed}\`, ${minutes.toFixed(0)} minutes, ${speed} s of the scene in a second; ${Object.entries(
      versions,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
  ].join('\n\n')
}

function whatOf(what: Struck): string {
  return Object.entries(what)
    .filter(([, times]) => times > 0)
    .map(([name, times]) => `${name} ${times.toLocaleString('en')}`)
    .join(' · ')
}

/** In place of the last run that was kept. */
export function keepRun(run: FaultRun): void {
  appendFileSync(KEPT, `${JSON.stringify(run)}\n`)
  const text = readFileSync(RESULTS, 'utf8')
  const [from, until] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || until < 0) throw new Error(`${RESULTS} has no place for the table.`)
  writeFileSync(RESULTS, `${text.slice(0, from)}${BEGIN}\n\n${faultTable(run)}\n\n${text.slice(until)}`)
}
