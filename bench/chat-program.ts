// The real program in a process of its own, for the bench of the chat: does what it is ordered over its channel.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openApp } from '../src/app.ts'
import type { Digest } from '../src/core/digest.ts'
import type { Log } from '../src/ports.ts'
import { silentTerminal } from './silent-terminal.ts'
import { stageConfiguration, type StageOptions } from './stage-configuration.ts'

export interface ProgramOptions extends StageOptions {
  /** By how much its clock is ahead of the machine's, in milliseconds. */
  readonly ahead: number
}

export type Order =
  | { readonly kind: 'beat'; readonly ahead: number }
  /** One edition of the digest now. */
  | { readonly kind: 'publish'; readonly digest: Digest }
  /** After a collection of garbage. */
  | { readonly kind: 'report' }
  | { readonly kind: 'stop' }

/** What the program says of itself. */
export interface ProgramReport {
  readonly residentBytes: number
  readonly heapBytes: number
  /** Turns of the event loop since the last report, in milliseconds. */
  readonly loop: { readonly p99: number; readonly most: number }
  readonly cpuSeconds: number
  /** Deliveries neither posted nor abandoned. */
  readonly openCount: number
  /** Warnings and errors of the log since the start. */
  readonly troubleCount: number
  readonly troubles: readonly string[]
  /** Editions and compositions of each making, as the log tells them. */
  readonly makings: readonly Readonly<Record<string, unknown>>[]
}

const options: ProgramOptions = JSON.parse(process.argv[2] ?? '')
let { ahead } = options
const troubles: string[] = []
const makings: Readonly<Record<string, unknown>>[] = []
const note: Log['warn'] = (line, data) => {
  troubles.push(`${line} ${JSON.stringify(data ?? {})}`)
}
const log: Log = {
  debug: (_line, data) => {
    if (data !== undefined && 'composed' in data) makings.push(data)
  },
  info: () => undefined,
  warn: note,
  error: note,
}
const loop = monitorEventLoopDelay({ resolution: 5 })
const app = await openApp(
  {
    configuration: stageConfiguration(options),
    clock: { now: () => Date.now() + ahead },
    log,
  },
  silentTerminal(),
)
loop.enable()
process.on('message', (order: Order) => void obey(order))
// Whoever ordered is gone.
process.on('disconnect', () => process.exit())
process.send?.({ done: 'ready' })

async function obey(order: Order): Promise<void> {
  process.send?.({ done: order.kind, report: await carryOut(order) })
  if (order.kind === 'stop') process.disconnect()
}

async function carryOut(order: Order): Promise<ProgramReport | undefined> {
  switch (order.kind) {
    case 'beat':
      ;({ ahead } = order)
      await app.beat()
      return undefined
    case 'publish':
      await app.publishNow(order.digest)
      return undefined
    case 'report':
      return report()
    case 'stop':
      await app.close()
      return undefined
    default:
      return order satisfies never
  }
}

async function report(): Promise<ProgramReport> {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const open = await app.storage.editions.openDeliveries(Number.MAX_SAFE_INTEGER)
  const made: ProgramReport = {
    residentBytes: rss,
    heapBytes: heapUsed,
    loop: { p99: loop.percentile(99) / 1e6, most: loop.max / 1e6 },
    cpuSeconds: (user + system) / 1e6,
    openCount: open.length,
    troubleCount: troubles.length,
    troubles: troubles.slice(0, 5),
    makings: [...makings],
  }
  loop.reset()
  return made
}
