// The folder of an export: there whole or not at all, for whoever runs the program alone. Knows nothing of what is inside.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { EXPORT_FILES, MANIFEST_FILE } from '../core/export.ts'
import { ExplainedError } from '../core/failures.ts'
import type { ExportTarget } from '../services/write-export.ts'

/** For whoever runs the program alone: what is inside was not written for others. */
const [PRIVATE_FILE, PRIVATE_FOLDER] = [0o600, 0o700]

/** What tells the folder of an export from any other. */
const MANIFEST = z.object({ program: z.literal('Pressoir'), format: z.number() })

interface FolderOptions {
  /** Whether an export that has this name may go. Nothing else ever does. */
  readonly mayReplace: boolean
}

/**
 * Lets `fill` write into a folder beside, which gets its name once all of it is on the disk. After a kill, what remains
 * is called `….part` and has no manifest. Throws what `fill` throws, and ExplainedError `folder-*`, `disk-full`; then
 * nothing has changed.
 */
export async function writeWholeFolder<Made>(
  given: string,
  { mayReplace }: FolderOptions,
  fill: (target: ExportTarget) => Promise<Made>,
): Promise<Made> {
  const path = resolve(given)
  refuseTaken(path, given, mayReplace)
  const draft = `${path}.${randomUUID()}.part`
  try {
    await explained(given, () => mkdir(draft, { mode: PRIVATE_FOLDER }))
    const made = await fill({ write: (name, pieces) => writeFile(join(draft, name), pieces, given) })
    await explained(given, () => flush(draft))
    refuseTaken(path, given, mayReplace)
    await explained(given, () => giveName(draft, path))
    return made
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

function refuseTaken(path: string, given: string, mayReplace: boolean): void {
  if (!existsSync(path)) return
  if (!mayReplace) throw new ExplainedError({ code: 'folder-taken', path: given })
  if (!isExport(path)) throw new ExplainedError({ code: 'folder-foreign', path: given })
}

/** Every file in it is one of ours, and its manifest says so; an empty folder does no harm either. */
function isExport(path: string): boolean {
  try {
    const names = readdirSync(path)
    if (names.length === 0) return true
    if (!names.every((name) => EXPORT_FILES.includes(name))) return false
    return MANIFEST.safeParse(JSON.parse(readFileSync(join(path, MANIFEST_FILE), 'utf8'))).success
  } catch {
    return false
  }
}

async function writeFile(
  path: string,
  pieces: AsyncIterable<string>,
  folder: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await explained(folder, () => open(path, 'wx', PRIVATE_FILE))
  try {
    for await (const piece of pieces) {
      const octets = Buffer.from(piece)
      hash.update(octets)
      bytes += octets.length
      await explained(folder, () => file.writeFile(octets))
    }
    await explained(folder, () => file.sync())
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** The export that is replaced stands aside until the new one is in its place. */
async function giveName(draft: string, path: string): Promise<void> {
  const replaced = existsSync(path) ? `${path}.${randomUUID()}.old` : undefined
  if (replaced !== undefined) await rename(path, replaced)
  try {
    await rename(draft, path)
  } catch (error) {
    if (replaced !== undefined) await rename(replaced, path)
    throw error
  }
  await flush(dirname(path))
  if (replaced !== undefined) await rm(replaced, { recursive: true })
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function explained<Made>(folder: string, work: () => Promise<Made>): Promise<Made> {
  try {
    return await work()
  } catch (error) {
    throw explainDiskError(error, folder)
  }
}

/** No room left, for anybody or for this user: https://man7.org/linux/man-pages/man3/errno.3.html */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export function explainDiskError(error: unknown, path: string): ExplainedError {
  const isFull = error instanceof Error && 'code' in error && FULL.has(error.code)
  return new ExplainedError({ code: isFull ? 'disk-full' : 'folder-unwritable', path }, { cause: error })
}
