// The power goes while a program writes: what it had promised is on the disk, and what was on its way there is torn.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { openSqlite } from '../../src/storage/sqlite-file.ts'
import { newDatabasePath } from './database-files.ts'
import { EVENING } from './samples.ts'
import { expectSoundFile, expectWholeRounds } from './whole-rounds.ts'

const WRITER = fileURLToPath(new URL('writer-process.ts', import.meta.url))

const CUTS = 16

/** A disk writes whole sectors, and in any order. */
const SECTOR = 512

/** The files as they are at this instant, and what was promised before; the writer goes on afterwards. */
interface Frozen {
  readonly copy: string
  readonly promised: number
  /** The log when the last promise was heard: at least so much of it had reached the disk. */
  readonly safe: LogState
}

/** https://sqlite.org/fileformat2.html#walformat: a header with a salt, then frames of the same salt, each a page. */
interface LogState {
  /** Another one whenever the log begins anew: then all that it held is in the database. */
  readonly salt: string
  /** Up to the end of the last frame of this salt; what is behind it is of an older log. */
  readonly bytes: number
}

const [HEADER, FRAME, SALT_AT, FRAME_SALT_AT, SALT_BYTES] = [32, 24 + 4096, 16, 8, 8]

function logState(path: string): LogState {
  const log = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  const saltAt = (at: number): string => log.toString('hex', at, at + SALT_BYTES)
  const salt = saltAt(SALT_AT)
  let bytes = Math.min(HEADER, log.length)
  while (bytes + FRAME <= log.length && saltAt(bytes + FRAME_SALT_AT) === salt) bytes += FRAME
  return { salt, bytes }
}

class Writing {
  readonly #path: string
  readonly #writer: ChildProcess
  promised = -1
  #safe: LogState = { salt: '', bytes: 0 }

  constructor(path: string) {
    this.#path = path
    this.#writer = spawn(process.execPath, [WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    if (this.#writer.stdout === null) throw new Error('It writes to a pipe.')
    createInterface({ input: this.#writer.stdout }).on('line', (line) => {
      this.promised = Number(line)
      this.#safe = logState(`${path}-wal`)
    })
  }

  freeze(number: number): Frozen {
    this.#writer.kill('SIGSTOP')
    const copy = `${this.#path}.coupure-${number}`
    copyFileSync(this.#path, copy)
    // Without the index in shared memory, which no power loss outlives.
    if (existsSync(`${this.#path}-wal`)) copyFileSync(`${this.#path}-wal`, `${copy}-wal`)
    const frozen = { copy, promised: this.promised, safe: this.#safe }
    this.#writer.kill('SIGCONT')
    return frozen
  }

  async end(): Promise<void> {
    const ended = once(this.#writer, 'close')
    this.#writer.kill('SIGKILL')
    await ended
  }
}

/** Takes away or tears what came after the last promise. Gives whether there was anything. */
function tear({ copy, safe }: Frozen, chance: number): boolean {
  const log = `${copy}-wal`
  const { salt, bytes } = logState(log)
  const from = salt === safe.salt ? safe.bytes : Math.min(HEADER, bytes)
  if (bytes - from < FRAME) return false
  const at = from + Math.floor(chance * (bytes - from))
  if (chance < 0.5) truncateSync(log, at)
  else {
    const file = openSync(log, 'r+')
    writeSync(file, Buffer.alloc(SECTOR), 0, SECTOR, at)
    closeSync(file)
  }
  return true
}

describe('a power cut', () => {
  it('leaves all that was promised, and nothing half-way, wherever it falls', async () => {
    const path = await newDatabasePath()
    const writing = new Writing(path)
    const frozen: Frozen[] = []
    await expect.poll(() => writing.promised, { timeout: 20_000 }).toBeGreaterThan(0)
    for (let cut = 0; cut < CUTS; cut++) {
      await wait(Math.random() * 60)
      frozen.push(writing.freeze(cut))
    }
    await writing.end()
    let torn = 0
    for (const [index, one] of frozen.entries()) {
      if (tear(one, (index + 0.5) / CUTS)) torn++
      const storage = await openStorage(one.copy, { now: () => EVENING })
      await expectWholeRounds(storage, one.promised)
      await storage.close()
      expectSoundFile(one.copy)
    }
    expect(torn).toBeGreaterThan(CUTS / 4)
  }, 120_000)

  it('is counted with: each promise is flushed to the disk before it is given', async () => {
    const connection = openSqlite(await newDatabasePath())
    expect(connection.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    // 2 is `full`: https://sqlite.org/pragma.html#pragma_synchronous
    expect(connection.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 })
    connection.close()
  })
})
