// Copies a database into one file while others read and write it, and reads the copy again. Never changes the database.
import { existsSync, realpathSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { BackupManifest, BackupReport } from '../core/backup.ts'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { countRows, readManifest, writeManifest } from './backup-manifest.ts'
import { explainSqliteError } from './explain-sqlite.ts'
import { BUSY_TIMEOUT_MILLISECONDS, existingPath } from './sqlite-file.ts'
import { makeWhole } from './whole-file.ts'

/** Pages of 4 kB copied before everything else has its turn: 4 MB, 2 to 4 ms. */
const PAGES_A_STEP = 1000

export interface BackupOptions {
  readonly now: Instant
  /** Of this program. */
  readonly version: string
  /** Of pages. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * The database as it is at this instant, in one file, with its manifest; what was there under that name is replaced if
 * it is a backup. Throws ExplainedError `file-*`, `database-*`, `backup-*`, `disk-too-small`; then nothing has changed.
 */
export async function backUp(url: string, target: string, options: BackupOptions): Promise<BackupReport> {
  const path = existingPath(url)
  refuseTaken(path, target)
  await refuseSmallDisk(target, sizeOf(path))
  return makeWhole(target, async (draft) => {
    const manifest = await copyDatabase(path, draft, options)
    seal(draft, target, manifest)
    return { path: target, manifest, bytes: statSync(draft).size }
  })
}

/** Another backup may go; a database that somebody uses may not. */
function refuseTaken(path: string, target: string): void {
  if (!existsSync(target)) return
  if (realpathSync(target) === realpathSync(path) || !isBackup(target))
    throw new ExplainedError({ code: 'backup-name-taken', path: target })
}

function isBackup(path: string): boolean {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path, { readOnly: true })
    return readManifest(file) !== undefined
  } catch {
    return false
  } finally {
    file?.close()
  }
}

/** The file and what is written but not yet in it. */
export function sizeOf(path: string): number {
  return [path, `${path}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

export async function refuseSmallDisk(path: string, neededBytes: number): Promise<void> {
  const folder = dirname(path)
  if (!existsSync(folder)) throw new ExplainedError({ code: 'file-unwritable', path })
  const { bavail, bsize } = await statfs(folder)
  const freeBytes = bavail * bsize
  if (freeBytes < neededBytes)
    throw new ExplainedError({ code: 'disk-too-small', path, neededBytes, freeBytes })
}

/**
 * A reading transaction holds what was there when it began, so that others may write on: without it, SQLite would begin
 * the copy anew after each of their writes.
 */
async function copyDatabase(path: string, draft: string, options: BackupOptions): Promise<BackupManifest> {
  let source: DatabaseSync | undefined
  try {
    // Opened for reading alone, it could not take away at its end what it put beside the file.
    source = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MILLISECONDS })
    source.exec('pragma query_only = on; begin')
    const rows = countRows(source)
    await backup(source, draft, {
      rate: PAGES_A_STEP,
      progress: ({ totalPages, remainingPages }) =>
        options.onProgress?.(totalPages - remainingPages, totalPages),
    })
    source.exec('rollback')
    return { version: options.version, madeAt: options.now, rows }
  } catch (error) {
    throw explainSqliteError(error, path)
  } finally {
    source?.close()
  }
}

/** One file without companions, its manifest inside, all of it read once. */
function seal(draft: string, target: string, manifest: BackupManifest): void {
  let copy: DatabaseSync | undefined
  try {
    copy = new DatabaseSync(draft)
    copy.exec('pragma journal_mode = delete; pragma synchronous = off')
    writeManifest(copy, manifest)
    refuseDamaged(copy, target)
    if (JSON.stringify(countRows(copy)) !== JSON.stringify(manifest.rows))
      throw new ExplainedError({ code: 'backup-damaged', path: target })
  } catch (error) {
    throw explainSqliteError(error, target)
  } finally {
    copy?.close()
  }
}

/** Reads every page: a second for 400 MB. Throws ExplainedError `backup-damaged`. */
export function refuseDamaged(connection: DatabaseSync, path: string): void {
  const found = connection.prepare('pragma integrity_check(1)').get()
  if (found?.['integrity_check'] !== 'ok') throw new ExplainedError({ code: 'backup-damaged', path })
}
