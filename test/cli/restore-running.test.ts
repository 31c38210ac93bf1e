// A backup restored into the database of a bot that runs: it goes on by itself, and posts nothing twice.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { openStorage } from '../../src/storage/open.ts'
import { newFolder, plain, runProcess } from './command.ts'
import { answerScene, simulatedNow } from './kill-scene.ts'

const CHILD = join(import.meta.dirname, 'restore-child.ts')

interface Posted {
  readonly key: string
}

it('restores while the bot posts, and nothing is posted twice', { timeout: 90_000 }, async () => {
  const folder = newFolder()
  const bornAt = Date.now()
  const press = await startLoopbackPress((host, path) =>
    answerScene(host, path, simulatedNow(bornAt, Date.now())),
  )
  onTestFinished(() => press.close())
  const bot = spawn(process.execPath, [CHILD, folder, String(press.port), String(bornAt)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void bot.kill('SIGKILL'))
  const said = text(bot.stderr)
  await posts(folder, 1)
  const backedUp = await pressoir(folder, ['backup', 's.sqlite'])
  expect(backedUp).toMatchObject({ status: 0 })
  const before = readPosted(folder).length
  await posts(folder, before + 3)
  const restored = await pressoir(folder, ['restore', 's.sqlite'])
  expect(restored).toMatchObject({ status: 0 })
  expect(plain(restored.output)).toMatch(/éditions? faites? depuis la sauvegarde/)
  await posts(folder, readPosted(folder).length + 3)
  bot.kill('SIGTERM')
  expect(await once(bot, 'exit')).toEqual([0, null])
  const posted = readPosted(folder)
  expect(new Set(posted.map(({ key }) => key)).size, 'no part is posted twice').toBe(posted.length)
  const shown = await shownArticles(join(folder, 'essai.sqlite'))
  expect(shown.length).toBeGreaterThan(10)
  expect(new Set(shown).size, 'no article is shown twice').toBe(shown.length)
  expect(plain(await said).match(/Je la rouvre/g)).toHaveLength(1)
})

function pressoir(folder: string, words: readonly string[]): ReturnType<typeof runProcess> {
  return runProcess([...words, '--database', 'essai.sqlite'], folder)
}

async function posts(folder: string, count: number): Promise<void> {
  await expect.poll(() => readPosted(folder).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count)
}

function readPosted(folder: string): readonly Posted[] {
  const path = join(folder, 'essai.console.jsonl')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line))
}

/** Addresses of what all editions of all digests show. */
async function shownArticles(database: string): Promise<readonly string[]> {
  const storage = await openStorage(database, { now: () => Date.now() })
  try {
    const editions = await storage.editions.madeSince(0)
    return editions.flatMap(({ stories }) => stories.flatMap(({ sources }) => sources.map(({ url }) => url)))
  } finally {
    await storage.close()
  }
}
