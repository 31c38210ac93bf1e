// One life of the real program for the kill test: opens the database, beats until it is killed. Its clock runs fast.
import { join } from 'node:path'
import { openApp } from '../../src/app.ts'
import { KILL_DIGEST, KILL_FEEDS, KILL_HOSTS, simulatedNow } from './kill-scene.ts'

const [folder = '', port = '0', bornAt = '0'] = process.argv.slice(2)
const now = (): number => simulatedNow(Number(bornAt), Date.now())
const silent = (): void => undefined
const complain = (line: string, data?: object): void => {
  process.stderr.write(`${line} ${JSON.stringify(data ?? {})}\n`)
}

const app = await openApp(
  {
    configuration: {
      contact: 'essais@pressoir.example',
      zone: KILL_DIGEST.schedule.zone,
      database: join(folder, 'essai.sqlite'),
      archive: join(folder, 'digests'),
      port: 3000,
      feeds: KILL_FEEDS,
      digests: [KILL_DIGEST],
      alerts: [],
      tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: undefined },
      platformUrls: { slack: undefined, discord: undefined },
    },
    clock: { now },
    log: { debug: silent, info: silent, warn: complain, error: complain },
    routes: new Map(KILL_HOSTS.map((host) => [host, { host: '127.0.0.1', port: Number(port) }])),
  },
  { input: process.stdin, output: process.stdout, errors: process.stderr },
)
process.stdout.write('prêt\n')

const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort())
while (!stopping.signal.aborted) await app.beat()
await app.close()
