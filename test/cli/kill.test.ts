// A kill at any moment: the next start continues, nothing twice, nothing lost. The real program, killed for real.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import { slotsBetween } from '../../src/core/schedule.ts'
import { startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { openStorage } from '../../src/storage/open.ts'
import { answerScene, KILL_DIGEST, SCENE, simulatedNow } from './kill-scene.ts'

const KILLS = 10
const CHILD = join(import.meta.dirname, 'kill-child.ts')

/** Moments spread over the life of the program, from the end of its start; the same in every run of the test. */
const LIVES_MILLISECONDS = Array.from({ length: KILLS }, (_, life) => (life * 7919) % 1300)

/** Three seconds of the test: the program may have been told to stop just as the last slot came. */
const LAST_BEAT = 24 * MINUTE

interface Posted {
  readonly key: string
  readonly text: string
}

it('publishes everything once, through ten kills', { timeout: 90_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-kill-'))
  const bornAt = Date.now()
  const press = await startLoopbackPress((host, path) =>
    answerScene(host, path, simulatedNow(bornAt, Date.now())),
  )
  try {
    for (const life of LIVES_MILLISECONDS) {
      const child = await start(folder, press.port, bornAt)
      await pause(life)
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    const last = await start(folder, press.port, bornAt)
    await pause(8000)
    last.kill('SIGTERM')
    const [status] = await once(last, 'exit')
    expect(status).toBe(0)
    await check(folder, simulatedNow(bornAt, Date.now()))
  } finally {
    await press.close()
    rmSync(folder, { recursive: true })
  }
})

/** Resolves when the program says that it is ready. */
async function start(folder: string, port: number, bornAt: number): Promise<ChildProcess> {
  const words = [CHILD, folder, String(port), String(bornAt)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.stdout.resume()
  return child
}

async function check(folder: string, endedAt: number): Promise<void> {
  const storage = await openStorage(join(folder, 'essai.sqlite'), { now: () => endedAt })
  try {
    const posted = readPosted(folder)
    expect(new Set(posted.map(({ key }) => key)).size, 'no part is posted twice').toBe(posted.length)
    // A slot that came before the first life had a beat was announced to nobody.
    const announcedAt = (await storage.editions.announcedAt(KILL_DIGEST.name)) ?? Infinity
    const slots = slotsBetween(KILL_DIGEST.schedule, announcedAt, endedAt - LAST_BEAT)
    const editions = await Promise.all(
      slots.map((slot) => storage.editions.get(`${KILL_DIGEST.name}@${new Date(slot).toISOString()}`)),
    )
    const made = editions.filter((edition) => edition !== undefined)
    expect(made.length, 'every slot of the scene has its edition').toBe(slots.length)
    expect(made.length).toBeGreaterThanOrEqual(2)
    for (const edition of made) {
      const deliveries = await storage.editions.deliveriesOf(edition.id)
      expect(deliveries).toHaveLength(1 + edition.stories.length)
      const keys = new Set(posted.map(({ key }) => key))
      expect(
        deliveries.filter(({ id }) => !keys.has(id)),
        'every part stands in the channel',
      ).toEqual([])
    }
    const shown = made.flatMap(({ stories }) =>
      stories.flatMap(({ sources }) => sources.map(({ url }) => url)),
    )
    expect(new Set(shown).size, 'no article is shown twice').toBe(shown.length)
    const lastSlotAt = made.at(-1)?.slotAt ?? 0
    const due = SCENE.filter(({ publishedAt }) => publishedAt <= lastSlotAt - 30 * MINUTE).map(
      ({ url }) => url,
    )
    expect(
      due.filter((url) => !shown.includes(url)),
      'no article is lost',
    ).toEqual([])
    expect(archived(folder)).toBeGreaterThanOrEqual(made.length)
  } finally {
    await storage.close()
  }
}

function readPosted(folder: string): readonly Posted[] {
  return readFileSync(join(folder, 'essai.console.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

function archived(folder: string): number {
  const files = readdirSync(join(folder, 'digests'), { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.json')).length
}
