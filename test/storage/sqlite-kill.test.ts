// A program killed while it writes: what it promised is there, and nothing stands half-way.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { newDatabasePath } from './database-files.ts'
import { EVENING } from './samples.ts'
import { expectSoundFile, expectWholeRounds } from './whole-rounds.ts'

const WRITER = fileURLToPath(new URL('writer-process.ts', import.meta.url))

/** A round of the writer takes about 10 ms: this falls anywhere in the first dozen rounds. */
const LONGEST_LIFE_MILLISECONDS = 120

const LIVES = 5

/** Kills the writer at some moment after its first round; gives the last round that it called done. */
async function writeUntilKilled(path: string): Promise<number> {
  const writer = spawn(process.execPath, [WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(writer, 'close')
  let last = -1
  const lines = createInterface({ input: writer.stdout })
  lines.on('line', (line) => (last = Number(line)))
  await once(lines, 'line')
  await wait(Math.random() * LONGEST_LIFE_MILLISECONDS)
  writer.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
  return last
}

describe('a killed program', () => {
  it('leaves a sound database with all that it promised, life after life', async () => {
    const path = await newDatabasePath()
    for (let life = 0; life < LIVES; life++) {
      const lastPromised = await writeUntilKilled(path)
      expect(lastPromised).toBeGreaterThanOrEqual(life)
      expectSoundFile(path)
      const storage = await openStorage(path, { now: () => EVENING })
      await expectWholeRounds(storage, lastPromised)
      await storage.close()
    }
  }, 120_000)
})
