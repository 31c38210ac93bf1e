// What is looked at every ten seconds of a soak, and whether it stays flat. Causes no traffic.
import { readdirSync, readlinkSync, statSync } from 'node:fs'
import { Client } from 'pg'
import { isServer } from '../src/core/database-address.ts'
import type { SoakProgram, SoakStage } from './soak-stage.ts'

/** One look at one process. Sizes in megabytes, times in milliseconds. */
export interface Sample {
  readonly role: string
  /** Since the soak began. */
  readonly seconds: number
  readonly resident: number
  /** After a forced collection. */
  readonly heap: number
  /** What V8 holds for the heap, in use or not. */
  readonly heapPages: number
  readonly external: number
  /** Files and sockets that the system counts. */
  readonly handles: number
  readonly sockets: number
  /** What keeps the program alive: timers, requests under way. */
  readonly resources: number
  readonly loopP99: number
  readonly loopMost: number
  readonly cpuSeconds: number
  readonly database: number
  /** The log of what is written and not yet moved into the file; 0 on a server. */
  readonly log: number
  /** To the server, of all processes; 0 without one. */
  readonly connections: number
}

export type Measure = Exclude<keyof Sample, 'role' | 'seconds' | 'cpuSeconds'>

const MEGABYTE = 2 ** 20

export async function sampleAll(stage: SoakStage, seconds: number): Promise<readonly Sample[]> {
  const { bytes, logBytes, connections } = await sizesOf(stage.database)
  return Promise.all(
    stage.programs.map(async (program) => {
      const { residentBytes, heapBytes, heapPagesBytes, externalBytes, resources, loop, cpuSeconds } =
        await program.report()
      return {
        role: program.role,
        seconds,
        resident: residentBytes / MEGABYTE,
        heap: heapBytes / MEGABYTE,
        heapPages: heapPagesBytes / MEGABYTE,
        external: externalBytes / MEGABYTE,
        ...handlesOf(program),
        resources: Object.values(resources).reduce((sum, count) => sum + count, 0),
        loopP99: loop.p99,
        loopMost: loop.most,
        cpuSeconds,
        database: bytes / MEGABYTE,
        log: logBytes / MEGABYTE,
        connections,
      }
    }),
  )
}

function handlesOf({ pid }: SoakProgram): Pick<Sample, 'handles' | 'sockets'> {
  const folder = `/proc/${pid}/fd`
  const targets = readdirSync(folder).map((name) => {
    try {
      return readlinkSync(`${folder}/${name}`)
    } catch {
      // Closed between the two looks.
      return ''
    }
  })
  return { handles: targets.length, sockets: targets.filter((target) => target.startsWith('socket:')).length }
}

interface Sizes {
  readonly bytes: number
  readonly logBytes: number
  readonly connections: number
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

async function sizesOf(database: string): Promise<Sizes> {
  if (!isServer(database)) {
    return { bytes: sizeOf(database), logBytes: sizeOf(`${database}-wal`), connections: 0 }
  }
  const client = new Client({ connectionString: database })
  await client.connect()
  try {
    const { rows } = await client.query<{ readonly bytes: string; readonly connections: string }>(
      `select pg_database_size(current_database()) as bytes,
        (select count(*) from pg_stat_activity where application_name = 'pressoir') as connections`,
    )
    return { bytes: Number(rows[0]?.bytes), logBytes: 0, connections: Number(rows[0]?.connections) }
  } finally {
    await client.end()
  }
}

export interface Trend {
  readonly measure: Measure
  readonly mean: number
  readonly least: number
  readonly most: number
  /** Least squares, for an hour. */
  readonly slope: number
  /** Its standard error. */
  readonly slopeError: number
  /** What the slope may be for an hour; undefined for what is told and not judged. */
  readonly limit: number | undefined
  readonly isFlat: boolean
}

/**
 * At fifty times a day's traffic a month is 14.4 hours. A program that is started once a month, with each new version, has
 * some 150 MB of room under the 384 that `npm start` allows: 10 MB an hour, half of it for the heap. Handles and timers come
 * and go by tens and must not grow at all: one that is lost with each reading of a feed would be thousands an hour.
 */
const LIMITS: Readonly<Partial<Record<Measure, number>>> = {
  resident: 10,
  heap: 5,
  external: 5,
  handles: 20,
  sockets: 20,
  resources: 20,
  connections: 20,
}

const MEASURES: readonly Measure[] = [
  'resident',
  'heap',
  'heapPages',
  'external',
  'handles',
  'sockets',
  'resources',
  'connections',
  'loopP99',
  'loopMost',
  'log',
  'database',
]

/**
 * Of one process once it is warm. A slope is too steep when it is beyond its limit by more than twice its error, which chance
 * does once in forty; one with an error beyond the limit tells nothing, and is not flat either.
 */
export function trendsOf(samples: readonly Sample[]): readonly Trend[] {
  return MEASURES.map((measure) => {
    const points = samples.map((sample) => [sample.seconds / 3600, sample[measure]] as const)
    const { slope, slopeError, mean } = leastSquares(points)
    const values = points.map(([, value]) => value)
    const limit = LIMITS[measure]
    return {
      measure,
      mean,
      least: Math.min(...values),
      most: Math.max(...values),
      slope,
      slopeError,
      limit,
      isFlat: limit === undefined || (slopeError <= limit && slope - 2 * slopeError <= limit),
    }
  })
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function leastSquares(points: readonly (readonly [x: number, y: number])[]): {
  readonly slope: number
  readonly slopeError: number
  readonly mean: number
} {
  const meanX = meanOf(points.map(([x]) => x))
  const mean = meanOf(points.map(([, y]) => y))
  const across = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  if (across === 0) return { slope: 0, slopeError: 0, mean }
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - mean), 0) / across
  const rest = points.reduce((sum, [x, y]) => sum + (y - mean - slope * (x - meanX)) ** 2, 0)
  return { slope, slopeError: Math.sqrt(rest / Math.max(1, points.length - 2) / across), mean }
}
