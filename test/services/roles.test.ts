// What each part of the shared work needs to be ready, as whoever watches it is told: on a real server that goes and comes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openApp } from '../../src/app.ts'
import { ROLES, type Role } from '../../src/core/task.ts'
import { openMonitor } from '../../src/open-monitor.ts'
import { startServer, type TestServer } from '../storage/postgres-server.ts'
import { freePort } from '../web/free-port.ts'
import { FEEDS } from './process-scene.ts'
import { testDigest } from './open-test-app.ts'
import { SILENT_LOG } from '../silent-log.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:1/'

interface Watched {
  readonly role: Role
  /** Status and codes of what is missing, as `/readyz` gives them. */
  readonly readiness: () => Promise<string>
  readonly health: () => Promise<number>
  readonly beat: () => Promise<void>
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

/** `slackBot` is a token of a platform that cannot be reached. */
async function start(role: Role, database: string, slackBot?: string): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-role-'))
  const port = await freePort()
  const monitor = await openMonitor({ host: '127.0.0.1', port }, SILENT_LOG)
  const app = await openApp(
    {
      role,
      configuration: {
        contact: 'essais@pressoir.example',
        zone: 'Europe/Paris',
        database,
        archive: join(folder, 'digests'),
        port: 3000,
        feeds: FEEDS,
        digests: [testDigest()],
        alerts: [],
        tokens: { slackBot, slackApp: undefined, slackSigning: undefined, discord: undefined },
        platformUrls: { slack: NOWHERE, discord: NOWHERE },
      },
      clock: { now: () => Date.now() },
      log: SILENT_LOG,
      routes: new Map(),
    },
    { input: Readable.from([]), output: nowhere(), errors: nowhere() },
  )
  monitor.attend(app)
  onTestFinished(async () => {
    await app.close()
    await monitor.close()
    rmSync(folder, { recursive: true })
  })
  const ask = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`)
  return {
    role,
    readiness: async () => {
      const response = await ask('/readyz')
      const { missing }: { missing: readonly { readonly code: string }[] } = JSON.parse(await response.text())
      return [response.status, ...missing.map(({ code }) => code)].join(' ')
    },
    health: async () => (await ask('/healthz')).status,
    beat: async () => {
      await app.beat()
      monitor.noteBeat()
    },
  }
}

const each = (told: string): readonly string[] => ROLES.map((role) => `${role} ${told}`)

describe('a process of the role', () => {
  it.each<[Role, string]>([
    ['all', '503 platform'],
    ['chat', '503 platform'],
    ['fetch', '200'],
    ['read', '200'],
    // Posting needs no connection: what cannot be posted waits in the ledger.
    ['publish', '200'],
  ])('%s with a token of a platform that is away is %s', async (role, expected) => {
    const process = await start(role, await server.clearedDatabase(), 'xoxb-essai')
    expect(await process.readiness()).toBe(expected)
    expect(await process.health()).toBe(200)
  })

  it('is alive, not ready while its database is gone, and ready when it is back, without a restart', async () => {
    const database = await server.newDatabase()
    const name = new URL(database).pathname.slice(1)
    const all: Watched[] = []
    for (const role of ROLES) all.push(await start(role, database))
    const readiness = () => Promise.all(all.map(async (one) => `${one.role} ${await one.readiness()}`))
    await Promise.all(all.map(({ beat }) => beat()))
    expect(await readiness()).toEqual(each('200'))
    await server.ask(`alter database ${name} with allow_connections false`)
    await server.ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
    await expect.poll(readiness, { timeout: 10_000 }).toEqual(each('503 database'))
    await Promise.all(all.map(({ beat }) => beat()))
    expect(await Promise.all(all.map(({ health }) => health()))).toEqual(ROLES.map(() => 200))
    await server.ask(`alter database ${name} with allow_connections true`)
    await expect.poll(readiness, { timeout: 30_000 }).toEqual(each('200'))
  }, 60_000)

  it('is not ready when the tables of the shared work are gone from its database', async () => {
    const database = await server.newDatabase()
    const process = await start('read', database)
    expect(await process.readiness()).toBe('200')
    await server.ask('drop schema pressoir_travail cascade', new URL(database).pathname.slice(1))
    await expect.poll(process.readiness, { timeout: 10_000 }).toBe('503 queue')
  })
})
