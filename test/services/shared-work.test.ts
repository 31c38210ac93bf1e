// Processes with a part each share the work on a server: together they do what one does, each thing once.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Role } from '../../src/core/task.ts'
import { startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { openStorage } from '../../src/storage/open.ts'
import { startServer, type TestServer } from '../storage/postgres-server.ts'
import { checkScene } from './check-scene.ts'
import { answerScene, sceneTime, SHARING_SLOWNESS } from './process-scene.ts'

const CHILD = join(import.meta.dirname, 'sharing-process.ts')

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

/** All the news, and some minutes without any. */
const EDITIONS = 5

interface Running {
  readonly child: ChildProcess
  readonly said: readonly string[]
}

it.each<[readonly Role[]]>([[['fetch', 'read', 'publish']], [['all', 'all', 'publish']]])(
  '%j do each thing once between them',
  { timeout: 120_000 },
  async (roles) => {
    const folder = mkdtempSync(join(tmpdir(), 'pressoir-part-'))
    const press = await startLoopbackPress(answerScene)
    const database = await server.newDatabase()
    try {
      const all = await Promise.all(roles.map((role) => start(folder, [role, database, String(press.port)])))
      const bornAt = Date.now()
      for (const { child } of all) child.stdin?.write(String(bornAt))
      await untilMade(database, EDITIONS)
      for (const { child } of all) child.kill('SIGTERM')
      for (const { child } of all) if (child.exitCode === null) await once(child, 'exit')
      const endedAt = sceneTime(bornAt, Date.now(), SHARING_SLOWNESS)
      expect(all.flatMap(({ said }) => said)).toEqual([])
      expect(all.map(({ child }) => child.exitCode)).toEqual(roles.map(() => 0))
      await checkScene({ database, transcript: join(folder, 'pressoir.console.jsonl'), endedAt })
    } finally {
      await press.close()
      rmSync(folder, { recursive: true })
    }
  },
)

/** However busy the machine is. */
async function untilMade(database: string, count: number): Promise<void> {
  const storage = await openStorage(database, { now: () => 0 })
  try {
    for (let tries = 0; tries < 300; tries++) {
      if ((await storage.editions.madeSince(0)).length >= count) return
      await pause(200)
    }
    throw new Error('The editions of the scene do not come.')
  } finally {
    await storage.close()
  }
}

/** Resolves when the process is loaded. */
async function start(folder: string, words: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [CHILD, ...words], { cwd: folder, stdio: 'pipe' })
  const said: string[] = []
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()))
  await once(child.stdout, 'data')
  child.stdout.resume()
  return { child, said }
}
