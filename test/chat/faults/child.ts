// One life of the real program for the fault tests: its clock is the test's, and it beats when it is told to.
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { openApp } from '../../../src/app.ts'
import type { LifeOptions, Order } from './life.ts'

const options: LifeOptions = JSON.parse(process.argv[2] ?? '')
let { ahead } = options
const bornAhead = ahead
const machineTime = performance.now.bind(performance)
// Pauses that are measured on the clock which never jumps belong to the scene as well.
Object.defineProperty(performance, 'now', { value: () => machineTime() + ahead - bornAhead })

const silent = (): void => undefined
const complain = (line: string, data?: object): void => {
  process.stderr.write(`${line} ${JSON.stringify(data ?? {})}\n`)
}
const { folder, feeds, digests, tokens, platformUrls, hosts, pressPort } = options
const app = await openApp(
  {
    configuration: {
      contact: 'essais@pressoir.example',
      zone: 'Europe/Paris',
      database: join(folder, 'essai.sqlite'),
      archive: join(folder, 'digests'),
      port: 3000,
      feeds,
      digests,
      alerts: [],
      tokens,
      platformUrls,
    },
    clock: { now: () => Date.now() + ahead },
    log: { debug: silent, info: silent, warn: complain, error: complain },
    routes: new Map(hosts.map((host) => [host, { host: '127.0.0.1', port: pressPort }])),
  },
  { input: process.stdin, output: process.stdout, errors: process.stderr },
)
// Whoever is killed keeps nothing: the compiled code is kept now, so that the next life begins sooner.
flushCompileCache()

process.on('message', (order: Order) => {
  ahead = order.ahead
  void obey(order)
})
process.send?.('ready')

async function obey({ kind }: Order): Promise<void> {
  if (kind === 'beat') await app.beat()
  else await app.close()
  process.send?.(kind)
  if (kind === 'stop') process.disconnect()
}
