// The verb run, for real, over the scene of the kill test: its clock runs fast and its heart never rests.
import { join } from 'node:path'
import { runCommandLine } from '../../src/cli/command-line.ts'
import type { App } from '../../src/cli/toolbox.ts'
import { toolbox } from '../../src/toolbox.ts'
import { KILL_DIGEST, KILL_FEEDS, KILL_HOSTS, simulatedNow } from './kill-scene.ts'

const [folder = '', port = '0', bornAt = '0'] = process.argv.slice(2)
const tools = toolbox({ input: process.stdin, output: process.stdout, errors: process.stderr })
const routes = new Map(KILL_HOSTS.map((host) => [host, { host: '127.0.0.1', port: Number(port) }]))

const now = (): number => simulatedNow(Number(bornAt), Date.now())

process.exitCode = await runCommandLine(['run'], {
  ...tools,
  loadConfiguration: async () => ({
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
  }),
  openApp: async (options) => tireless(await tools.openApp({ ...options, clock: { now }, routes })),
})

/** Beats without a pause, where the program beats once a minute. */
function tireless(app: App): App {
  const closing = new AbortController()
  const beat = async (): Promise<void> => {
    while (!closing.signal.aborted) await app.beat()
  }
  const close = async (): Promise<void> => {
    closing.abort()
    await app.close()
  }
  return { ...app, beat, close }
}
