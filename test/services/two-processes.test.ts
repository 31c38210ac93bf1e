// Two processes beat on one database: one edition a slot, each part once, in order, whoever does it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { checkScene } from './check-scene.ts'
import { answerScene, sceneTime } from './process-scene.ts'

const CHILD = join(import.meta.dirname, 'beating-process.ts')

interface Running {
  readonly child: ChildProcess
  readonly said: readonly string[]
}

it('do each thing once between them', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-deux-'))
  const press = await startLoopbackPress(answerScene)
  const bornAt = Date.now()
  try {
    const both = await Promise.all([0, 1].map(() => start(folder, press.port, bornAt)))
    await pause(5500)
    for (const { child } of both) child.kill('SIGTERM')
    for (const { child } of both) if (child.exitCode === null) await once(child, 'exit')
    const endedAt = sceneTime(bornAt, Date.now())
    expect(both.flatMap(({ said }) => said)).toEqual([])
    const database = join(folder, 'essai.sqlite')
    await checkScene({ database, transcript: join(folder, 'essai.console.jsonl'), endedAt })
  } finally {
    await press.close()
    rmSync(folder, { recursive: true })
  }
})

/** Resolves when the process beats. */
async function start(folder: string, port: number, bornAt: number): Promise<Running> {
  const words = [CHILD, folder, String(port), String(bornAt)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()))
  await once(child.stdout, 'data')
  child.stdout.resume()
  return { child, said }
}
