// The tables and the curve of a soak, for the terminal, bench/RESULTS.md and bench/data. Measures nothing.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawSoak } from './soak-drawing.ts'
import type { Measure, Sample, Trend } from './soak-samples.ts'
import { DAY_OF_A_TEAM } from './soak-traffic.ts'

export interface SoakRun {
  readonly minutes: number
  /** Of these, those that are not judged. */
  readonly warmMinutes: number
  readonly times: number
  readonly database: string
  readonly node: string
  readonly articles: number
  readonly fetched: number
  readonly messages: number
  readonly acts: number
  readonly unanswered: number
  /** Warnings and errors of the log. */
  readonly troubles: number
  readonly samples: readonly Sample[]
  readonly trends: readonly { readonly role: string; readonly trends: readonly Trend[] }[]
}

const NAMES: Readonly<Record<Measure, string>> = {
  resident: 'resident, MB',
  heap: 'heap after a forced collection, MB',
  heapPages: 'pages of the heap, MB',
  external: 'buffers outside of it, MB',
  handles: 'open files and sockets',
  sockets: 'sockets',
  resources: 'timers and requests of Node',
  connections: 'connections to the server',
  loopP99: 'event loop, 99 %, ms',
  loopMost: 'event loop, longest, ms',
  log: 'log of the database, MB',
  database: 'database, MB',
}

const KEPT = join(import.meta.dirname, 'data', 'soak.jsonl')
const RESULTS = join(import.meta.dirname, 'RESULTS.md')
const [BEGIN, END] = ['<!-- soak: begin', '<!-- soak: end']

export function soakTable(run: SoakRun): string {
  return [trafficTable(run), ...run.trends.map(({ role, trends }) => trendTable(role, trends, run))].join(
    '\n\n',
  )
}

function trafficTable(run: SoakRun): string {
  const { feeds, articles, hours, channels, acts } = DAY_OF_A_TEAM
  const aDay = acts.reduce((sum, [, count]) => sum + count, 0)
  return [
    `| | a team’s day | in ${run.minutes.toFixed(0)} minutes at ${run.times} times its pace |`,
    '| --- | ---: | ---: |',
    `| articles, of ${feeds} feeds | ${articles} | ${run.articles} |`,
    `| requests to publishers | | ${run.fetched} |`,
    `| messages posted: ${hours.length} reviews of 8 messages in ${2 * channels} channels | ${hours.length * 8 * 2 * channels} | ${run.messages} |`,
    `| questions, commands, suggestions, buttons | ${aDay} | ${run.acts}, ${run.unanswered} unanswered |`,
    `| warnings and errors in the log | | ${run.troubles} |`,
  ].join('\n')
}

function trendTable(role: string, trends: readonly Trend[], { minutes, warmMinutes }: SoakRun): string {
  const shown = trends.filter(({ most }) => most > 0)
  return [
    `| role ${role}, minutes ${warmMinutes.toFixed(0)} to ${minutes.toFixed(0)} | mean | largest − smallest | slope an hour | at most | flat |`,
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...shown.map(
      ({ measure, mean, least, most, slope, slopeError, limit, isFlat }) =>
        `| ${NAMES[measure]} | ${figure(mean)} | ${figure(most - least)} | ${figure(slope)} ± ${figure(slopeError)} | ${limit ?? ''} | ${limit === undefined ? '' : isFlat ? 'yes' : '**no**'} |`,
    ),
  ].join('\n')
}

const figure = (value: number): string => (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0))

/** In place of the last run on such a database. */
export function keepSoak(run: SoakRun): void {
  appendFileSync(KEPT, `${JSON.stringify(run, rounded)}\n`)
  const text = readFileSync(RESULTS, 'utf8')
  const [begin, end] = [`${BEGIN} ${run.database} -->`, `${END} ${run.database} -->`]
  const [from, until] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || until < 0) throw new Error(`${RESULTS} has no place for the table.`)
  writeFileSync(RESULTS, `${text.slice(0, from)}${begin}\n\n${soakTable(run)}\n\n${text.slice(until)}`)
  if (run.database === 'embedded') drawSoak(run.samples, run.warmMinutes)
}

/** Four figures: more would be noise. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value
}
