// Files that are there whole or not at all, however large: made beside their place, flushed, then renamed.
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ExplainedError } from '../core/failures.ts'

/** For whoever runs the program alone: what is inside was not written for others. */
const PRIVATE = 0o600

/** SQLite may leave these beside a file. */
const COMPANIONS = ['', '-journal', '-wal', '-shm'] as const

/**
 * Lets `make` fill a draft, which is an empty file, and gives it its name once all of it is on the disk. Throws what
 * `make` throws, and ExplainedError `file-unwritable`.
 */
export async function makeWhole<Made>(path: string, make: (draft: string) => Promise<Made>): Promise<Made> {
  const draft = `${path}.${randomUUID()}.part`
  try {
    await asWritable(path, async () => (await open(draft, 'wx', PRIVATE)).close())
    const made = await make(draft)
    await asWritable(path, async () => {
      await flush(draft)
      await rename(draft, path)
      await flush(dirname(path))
    })
    return made
  } catch (error) {
    await removeSqlite(draft)
    throw error
  }
}

/** A file of SQLite with what stands beside it; nothing happens where there is none. */
export async function removeSqlite(path: string): Promise<void> {
  for (const companion of COMPANIONS) await rm(`${path}${companion}`, { force: true }).catch(() => undefined)
}

export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function asWritable(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new ExplainedError({ code: 'file-unwritable', path }, { cause: error })
  }
}
