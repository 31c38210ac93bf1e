// One of several processes on one database: beats until it is told to stop. Says on standard error what its log says.
import { setTimeout as pause } from 'node:timers/promises'
import { openMortalApp } from './mortal-app.ts'
import { DIGEST, FEEDS, HOSTS, sceneTime } from './process-scene.ts'

/** Messages take their time, each its own: from 5 to 61 ms. */
const travel = (key: string): Promise<void> => pause(5 + (key.charCodeAt(0) % 8) * 8)

const [folder = '', port = '0', bornAt = '0'] = process.argv.slice(2)
const app = await openMortalApp({
  folder,
  port: Number(port),
  hosts: HOSTS,
  feeds: FEEDS,
  digests: [DIGEST],
  now: () => sceneTime(Number(bornAt), Date.now()),
  travel,
  log: (line, data) => process.stderr.write(`${line} ${JSON.stringify(data ?? {})}\n`),
})
process.stdout.write('prêt\n')

const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort())
while (!stopping.signal.aborted) {
  await app.beat()
  await pause(5)
}
await app.bury()
