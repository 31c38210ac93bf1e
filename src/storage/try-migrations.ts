// Tries the changes of a new version on a copy of a database, and takes the copy away. Never changes the database.
import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { MigrationTrial } from '../core/database-condition.ts'
import { backupName } from '../core/backup.ts'
import type { Instant } from '../core/calendar.ts'
import { backUp } from './backup.ts'
import { countRows } from './backup-manifest.ts'
import { explainSqliteError } from './explain-sqlite.ts'
import { inspectFile } from './inspect.ts'
import { openStorage } from './open.ts'
import { missingMigrations } from './migrate.ts'
import { appliedMigrations, BUSY_TIMEOUT_MILLISECONDS, existingPath } from './sqlite-file.ts'
import { removeSqlite } from './whole-file.ts'

interface TrialOptions {
  readonly now: Instant
  readonly version: string
}

/** Beside the database, where the room is that it would need anyway. Throws as `backUp` and `openStorage`. */
export async function tryMigrations(url: string, options: TrialOptions): Promise<MigrationTrial> {
  const copy = `${existingPath(url)}.essai-${randomUUID()}`
  try {
    const { manifest, bytes } = await backUp(url, copy, options)
    const { missingMigrations: names } = await inspectFile(copy)
    const beganAt = performance.now()
    await (await openStorage(copy, { now: () => options.now })).close()
    const milliseconds = Math.round(performance.now() - beganAt)
    const { isWhole, orphans, bytes: bytesAfter } = await inspectFile(copy)
    return {
      names,
      milliseconds,
      bytesBefore: bytes,
      bytesAfter,
      losses: lossesSince(manifest.rows, copy),
      isWhole,
      orphans,
    }
  } finally {
    await removeSqlite(copy)
  }
}

function lossesSince(before: Readonly<Record<string, number>>, copy: string): MigrationTrial['losses'] {
  const database = new DatabaseSync(copy)
  try {
    const after = countRows(database)
    return Object.entries(before)
      .map(([table, rows]) => ({ table, before: rows, after: after[table] ?? 0 }))
      .filter((counted) => counted.after < counted.before)
  } finally {
    database.close()
  }
}

/** Few pages are read: every verb asks. An empty database misses nothing that could be lost. */
function missingIn(path: string): readonly string[] {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MILLISECONDS })
    const isEmpty = database.prepare('select 1 from sqlite_master').get() === undefined
    return isEmpty ? [] : missingMigrations(appliedMigrations(database))
  } catch (error) {
    throw explainSqliteError(error, path)
  } finally {
    database?.close()
  }
}

/**
 * Before a new version changes a database: a backup beside it, `pressoir.sqlite.avant-migration-….sqlite`. Gives its
 * path; undefined where nothing is missing, or there is no database yet.
 */
export async function backUpBeforeMigrating(url: string, options: TrialOptions): Promise<string | undefined> {
  const path = existingPath(url)
  if (missingIn(path).length === 0) return undefined
  const target = `${path}.avant-migration-${backupName(options.now).replace('pressoir-', '')}`
  await backUp(url, target, options)
  return target
}
