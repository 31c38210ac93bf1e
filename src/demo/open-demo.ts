// Opens the demo: its publishers on loopback, its own database, a clock that stands where the day is told.
import { rmSync } from 'node:fs'
import type { App, AppOptions, Demo } from '../cli/toolbox.ts'
import type { Configuration } from '../config/load.ts'
import type { Instant } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import type { Feed } from '../core/feed.ts'
import type { Log } from '../ports.ts'
import { DEMO_NOW, DEMO_ROUNDS, demoPress } from './demo-press.ts'
import { startLoopbackPress } from './loopback-press.ts'

const ZONE = 'Europe/Paris'
const ARCHIVE = 'digests'

/** The demo starts afresh each time: these files are its own. */
const DATABASE = 'pressoir-demo.sqlite'
const FILES = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, 'pressoir-demo.console.jsonl']

/** Seven stories are what a reader takes in on the way to work. */
const DIGEST: Digest = {
  name: 'matin',
  title: 'La revue du matin',
  schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00'], zone: ZONE },
  channels: ['console:terminal'],
  feeds: [],
  rubrics: [],
  withWords: [],
  withoutWords: [],
  maxStories: 7,
  maxWords: 60,
  onEmpty: 'say',
}

export type OpenApp = (options: AppOptions) => Promise<App>

/** Serves, opens and stands still: nothing is read before `startRound`. */
export async function openDemo(openApp: OpenApp, log: Log): Promise<Demo> {
  for (const file of FILES) rmSync(file, { force: true })
  const press = demoPress()
  const server = await startLoopbackPress(press.answer)
  let now: Instant = DEMO_ROUNDS[0]
  const app = await openApp({
    configuration: configurationOf(press.feeds),
    clock: { now: () => now },
    log,
    routes: new Map(press.hosts.map((host) => [host, { host: '127.0.0.1', port: server.port }])),
  })
  // The digest has waited for its hour since the day before.
  await app.storage.editions.saveNextSlot(DIGEST.name, DEMO_NOW)
  return {
    app,
    feeds: press.feeds,
    rounds: DEMO_ROUNDS,
    archiveFolder: ARCHIVE,
    database: DATABASE,
    zone: ZONE,
    startRound: (round) => {
      now = DEMO_ROUNDS[round] ?? now
      press.setRound(round === 0 ? 1 : 2)
    },
    startEdition: () => {
      now = DEMO_NOW
    },
    close: async () => {
      await app.close()
      await server.close()
    },
  }
}

function configurationOf(feeds: readonly Feed[]): Configuration {
  return {
    contact: 'demo@pressoir.example',
    zone: ZONE,
    database: DATABASE,
    archive: ARCHIVE,
    port: 3000,
    feeds,
    alerts: [],
    digests: [DIGEST],
    tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: undefined },
    platformUrls: { slack: undefined, discord: undefined },
  }
}
