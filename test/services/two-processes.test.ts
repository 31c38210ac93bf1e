// Two processes beat on one database: one edition a slot, each part once, in order, whoever does it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import { slotsBetween } from '../../src/core/schedule.ts'
import { startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { openStorage } from '../../src/storage/open.ts'
import { answerScene, BEGINS_AT, DIGEST, ITEMS, sceneTime } from './process-scene.ts'

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
    await check(folder, endedAt)
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

async function check(folder: string, endedAt: number): Promise<void> {
  const lines: readonly { readonly key: string; readonly channel: string }[] = readFileSync(
    join(folder, 'essai.console.jsonl'),
    'utf8',
  )
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  expect(new Set(lines.map(({ key }) => key)).size, 'no part twice').toBe(lines.length)
  const storage = await openStorage(join(folder, 'essai.sqlite'), { now: () => endedAt })
  // The last minute may be under way.
  const slots = slotsBetween(DIGEST.schedule, BEGINS_AT, endedAt - 1.5 * MINUTE)
  const shown: string[] = []
  let made = 0
  for (const slotAt of slots) {
    const edition = await storage.editions.get(`minute@${new Date(slotAt).toISOString()}`)
    if (edition === undefined) continue
    made += 1
    shown.push(...edition.stories.flatMap(({ sources }) => sources.map(({ url }) => url)))
    const deliveries = await storage.editions.deliveriesOf(edition.id)
    for (const channel of ['terminal', 'bureau']) {
      const keys = deliveries.filter((part) => part.channel === `console:${channel}`).map(({ id }) => id)
      expect(
        lines.filter((line) => line.channel === channel && keys.includes(line.key)).map(({ key }) => key),
        'every part, in order',
      ).toEqual(keys)
    }
  }
  await storage.close()
  expect(made).toBeGreaterThan(2)
  expect(shown.toSorted(), 'each article told once').toEqual(
    Object.values(ITEMS)
      .flat()
      .map(({ link }) => link)
      .toSorted(),
  )
}
