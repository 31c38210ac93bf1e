// Puts a backup in the place of a database that may be in use. All or nothing, whatever happens in between. ADR 0033.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { constants, copyFile, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { type BackupManifest, backupName, type RestoreReport } from '../core/backup.ts'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Storage } from '../ports.ts'
import { backUp, refuseDamaged, refuseSmallDisk, sizeOf } from './backup.ts'
import { readManifest, removeManifest } from './backup-manifest.ts'
import { explainSqliteError } from './explain-sqlite.ts'
import { changeIdentity } from './identity.ts'
import { mergeLedger, type MergedLedger } from './ledger.ts'
import { unknownMigrations } from './migrate.ts'
import { openStorage } from './open.ts'
import { takeRestoreLock } from './restore-lock.ts'
import { appliedMigrations, BUSY_TIMEOUT_MILLISECONDS, databasePath, openSqlite } from './sqlite-file.ts'
import { flush, removeSqlite } from './whole-file.ts'

/** Pages copied a step: nobody else may write meanwhile, so that only the bar of progress needs steps. */
const PAGES_A_STEP = 5000

/** The backup, the replaced database as it is kept, and the pages on their way into the file. */
const COPIES = 2

export interface RestoreOptions {
  readonly now: Instant
  /** Of this program. */
  readonly version: string
  /** Makes articles findable whose texts alone were brought over, in the database that is about to be restored. */
  readonly makeFindable: (storage: Storage, articleIds: readonly string[]) => Promise<void>
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Whoever has the database open goes on reading, writes nothing more, and finds what was restored when it opens it
 * again. What was posted after the backup stays posted. Throws ExplainedError `file-*`, `backup-*`, `database-*`,
 * `disk-too-small`; then the database is as it was.
 */
export async function restoreBackup(
  file: string,
  url: string,
  options: RestoreOptions,
): Promise<RestoreReport> {
  const path = databasePath(url)
  if (!existsSync(file)) throw new ExplainedError({ code: 'file-missing', path: file })
  const manifest = inspectBackup(file)
  await refuseSmallDisk(path, sizeOf(file) * COPIES + sizeOf(path))
  const release = takeRestoreLock(path)
  const staged = `${path}.restauration-${randomUUID()}`
  try {
    await removeLeftovers(path)
    await copyFile(file, staged, constants.COPYFILE_FICLONE)
    await migrated(staged, { now: () => options.now })
    // As late as can be: from here on, whoever runs waits.
    const keptAt = existsSync(path) ? await freezeAndKeep(path, options) : undefined
    const merged = await prepare(staged, { path, keptAt, madeAt: manifest.madeAt, options })
    await put(staged, path, options)
    return { manifest, keptAt, laterEditions: merged.editions, laterArticles: merged.articleIds }
  } finally {
    await removeSqlite(staged)
    release()
  }
}

/** What an earlier restoring left when it was killed; the lock says that none is at work. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path)
  for (const name of readdirSync(folder))
    if (name.startsWith(`${basename(path)}.restauration-`)) await removeSqlite(join(folder, name))
}

/** What a backup says of itself, once every page of it was read. */
export function inspectBackup(file: string): BackupManifest {
  let connection: DatabaseSync | undefined
  try {
    connection = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MILLISECONDS })
    const manifest = readManifest(connection)
    if (manifest === undefined) throw new ExplainedError({ code: 'backup-foreign', path: file })
    if (unknownMigrations(appliedMigrations(connection)).length > 0)
      throw new ExplainedError({ code: 'backup-newer', path: file, version: manifest.version })
    refuseDamaged(connection, file)
    return manifest
  } catch (error) {
    throw asBackupFailure(error, file)
  } finally {
    connection?.close()
  }
}

/** A damaged backup says so of itself; a file of another kind is no database at all. */
function asBackupFailure(error: unknown, path: string): unknown {
  const explained = explainSqliteError(error, path)
  if (!(explained instanceof ExplainedError) || explained.failure.code !== 'database-damaged')
    return explained
  const isForeign = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_NOTADB
  return new ExplainedError({ code: isForeign ? 'backup-foreign' : 'backup-damaged', path }, { cause: error })
}

/** https://sqlite.org/rescode.html#notadb */
const SQLITE_NOTADB = 26

/** From here on nobody writes into what is there; what was written before is kept, all of it. */
async function freezeAndKeep(path: string, { now, version }: RestoreOptions): Promise<string> {
  const live = openSqlite(path)
  try {
    changeIdentity(live)
  } catch (error) {
    throw explainSqliteError(error, path)
  } finally {
    live.close()
  }
  const keptAt = `${path}.avant-restauration-${backupName(now).replace('pressoir-', '')}`
  await backUp(path, keptAt, { now, version })
  return keptAt
}

interface Preparing {
  readonly path: string
  readonly keptAt: string | undefined
  /** When the backup was. */
  readonly madeAt: Instant
  readonly options: RestoreOptions
}

/** Where there was no database to replace. */
const NOTHING_MERGED: MergedLedger = { editions: 0, articleIds: [] }

/** With what must not be forgotten. */
async function prepare(staged: string, preparing: Preparing): Promise<MergedLedger> {
  const { path, keptAt, madeAt, options } = preparing
  const merged = keptAt === undefined ? NOTHING_MERGED : await mergedWith(staged, { path, keptAt, options })
  const storage = await openStorage(staged, { now: () => options.now })
  try {
    if (keptAt === undefined) await storage.upkeep.settleUnknown(madeAt, options.now)
    await options.makeFindable(storage, merged.articleIds)
  } finally {
    await storage.close()
  }
  seal(staged)
  return merged
}

/** Given the tables of this program. */
async function migrated(path: string, clock: { readonly now: () => Instant }): Promise<void> {
  await (await openStorage(path, clock)).close()
}

async function mergedWith(
  staged: string,
  { path, keptAt, options }: { path: string; keptAt: string; options: RestoreOptions },
): Promise<MergedLedger> {
  const replaced = `${path}.restauration-${randomUUID()}`
  const connection = new DatabaseSync(staged)
  try {
    // It may be of an older program; what is kept stays as it was.
    await copyFile(keptAt, replaced, constants.COPYFILE_FICLONE)
    await migrated(replaced, { now: () => options.now })
    return mergeLedger(connection, replaced)
  } catch (error) {
    throw explainSqliteError(error, path)
  } finally {
    connection.close()
    await removeSqlite(replaced)
  }
}

/** One file, under an identity that no database had before. */
function seal(staged: string): void {
  const connection = new DatabaseSync(staged)
  try {
    removeManifest(connection)
    changeIdentity(connection)
    connection.exec('pragma journal_mode = delete')
  } finally {
    connection.close()
  }
}

/**
 * Page by page in one transaction of the database itself: whoever has it open sees all of it or nothing, and a kill
 * leaves nothing. Renaming would leave open connections with the log of another file.
 */
async function put(staged: string, path: string, { onProgress }: RestoreOptions): Promise<void> {
  if (!existsSync(path)) {
    await flush(staged)
    await rename(staged, path)
    await flush(dirname(path))
    return
  }
  const source = new DatabaseSync(staged, { readOnly: true })
  try {
    await backup(source, path, {
      rate: PAGES_A_STEP,
      progress: ({ totalPages, remainingPages }) => onProgress?.(totalPages - remainingPages, totalPages),
    })
  } catch (error) {
    throw explainSqliteError(error, path)
  } finally {
    source.close()
  }
}
