// The real program in a process of its own, for the benches of faults and of endurance: beats until it is told to stop. Its
// clock may be wrong.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { openApp } from '../src/app.ts'
import type { Role } from '../src/core/task.ts'
import type { Log } from '../src/ports.ts'
import type { SceneTime } from './fault-clock.ts'
import { sceneNow } from './fault-clock.ts'
import { silentTerminal } from './silent-terminal.ts'
import { stageConfiguration, type StageOptions } from './stage-configuration.ts'

export interface FaultProgramOptions extends StageOptions {
  readonly role: Role
  readonly hosts: readonly string[]
  readonly pressPort: number
  readonly time: SceneTime
  /** By how much its clock is wrong, in milliseconds. */
  readonly error: number
}

export type FaultOrder =
  | { readonly kind: 'clock'; readonly time: SceneTime; readonly error: number }
  /** After a collection of garbage, where it is within reach. */
  | { readonly kind: 'report' }
  | { readonly kind: 'stop' }

export type FaultWord =
  | { readonly kind: 'ready' }
  /** After each beat; how often the clock was asked while it was wrong. */
  | { readonly kind: 'beat'; readonly wrongHours: number }
  | { readonly kind: 'report'; readonly report: ProcessReport }

/** What a process says of itself. */
export interface ProcessReport {
  readonly residentBytes: number
  readonly heapBytes: number
  /** What V8 holds for the heap, in use or not. */
  readonly heapPagesBytes: number
  /** Outside of the heap: buffers. */
  readonly externalBytes: number
  /** Timers, sockets and whatever else keeps a program alive, by kind. */
  readonly resources: Readonly<Record<string, number>>
  /** Turns of the event loop since the last report, in milliseconds. */
  readonly loop: { readonly p99: number; readonly most: number }
  readonly cpuSeconds: number
}

const options: FaultProgramOptions = JSON.parse(process.argv[2] ?? '')
let { time, error } = options
let wrongHours = 0
const silent = (): void => undefined
const complain: Log['warn'] = (line, data) => {
  const isQuotations = data !== undefined && 'quotations' in data
  if (!isQuotations) process.stderr.write(`${line} ${JSON.stringify(data ?? {})}\n`)
}
const now = (): number => {
  if (error !== 0) wrongHours += 1
  return sceneNow(time) + error
}

const app = await openApp(
  {
    role: options.role,
    configuration: stageConfiguration(options),
    clock: { now },
    log: { debug: silent, info: silent, warn: complain, error: complain },
    routes: new Map(options.hosts.map((host) => [host, { host: '127.0.0.1', port: options.pressPort }])),
  },
  silentTerminal(),
)

const stopping = new AbortController()
const loop = monitorEventLoopDelay({ resolution: 5 })
loop.enable()
process.on('message', (order: FaultOrder) => {
  if (order.kind === 'clock') ({ time, error } = order)
  else if (order.kind === 'report') say({ kind: 'report', report: report() })
  else stopping.abort()
})
// Whoever ordered is gone.
process.on('disconnect', () => process.exit())
say({ kind: 'ready' })
while (!stopping.signal.aborted) {
  await app.beat()
  say({ kind: 'beat', wrongHours })
  await pause(1000, undefined, { signal: stopping.signal }).catch(() => undefined)
}
await app.close()
process.disconnect()

function report(): ProcessReport {
  globalThis.gc?.()
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const resources = Map.groupBy(process.getActiveResourcesInfo(), (kind) => kind)
  const made = {
    residentBytes: rss,
    heapBytes: heapUsed,
    heapPagesBytes: heapTotal,
    externalBytes: external,
    resources: Object.fromEntries([...resources].map(([kind, all]) => [kind, all.length])),
    loop: { p99: loop.percentile(99) / 1e6, most: loop.max / 1e6 },
    cpuSeconds: (user + system) / 1e6,
  }
  loop.reset()
  return made
}

function say(word: FaultWord): void {
  if (process.connected) process.send?.(word)
}
