// One of several processes that share the work on a server: beats until it is told to stop. Says on standard error what
// its log says. Ready once it is loaded; the scene begins when its input tells the instant.
import { once } from 'node:events'
import { Readable, Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { openApp } from '../../src/app.ts'
import { ROLES } from '../../src/core/task.ts'
import { DIGEST, FEEDS, HOSTS, sceneTime, SHARING_SLOWNESS } from './process-scene.ts'

const [given = '', database = '', port = '0'] = process.argv.slice(2)
process.stdout.write('prêt\n')
const [told] = await once(process.stdin, 'data')
const bornAt = Number(String(told))
process.stdin.destroy()
const role = ROLES.find((one) => one === given) ?? 'all'
const say = (line: string, data: unknown): void => {
  const isQuotations = typeof data === 'object' && data !== null && 'quotations' in data
  if (!isQuotations) process.stderr.write(`${line} ${JSON.stringify(data ?? {})}\n`)
}
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })
const app = await openApp(
  {
    role,
    // A minute of the scene is over sooner than a beat: a slot that waits for longer would be missed.
    patienceSeconds: SHARING_SLOWNESS / 5,
    configuration: {
      contact: 'essais@pressoir.example',
      zone: 'Europe/Paris',
      database,
      archive: 'digests',
      port: 3000,
      feeds: FEEDS,
      digests: [DIGEST],
      alerts: [],
      tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: undefined },
      platformUrls: { slack: undefined, discord: undefined },
    },
    clock: { now: () => sceneTime(bornAt, Date.now(), SHARING_SLOWNESS) },
    log: { debug: () => undefined, info: say, warn: say, error: say },
    routes: new Map(HOSTS.map((host) => [host, { host: '127.0.0.1', port: Number(port) }])),
  },
  { input: Readable.from([]), output: nowhere(), errors: nowhere() },
)

const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort())
while (!stopping.signal.aborted) {
  await app.beat()
  await pause(200)
}
await app.close()
