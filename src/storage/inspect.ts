// How a database is: whole, how large, how much room there is. Looks, and mends nothing.
import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { DatabaseCondition, FileCondition } from '../core/database-condition.ts'
import { explainSqliteError } from './explain-sqlite.ts'
import { missingMigrations } from './migrate.ts'
import { inspectServer } from './postgres-storage.ts'
import { isServer } from '../core/database-address.ts'
import { appliedMigrations, BUSY_TIMEOUT_MILLISECONDS, existingPath } from './sqlite-file.ts'

/** Throws ExplainedError `database-*`. */
export async function inspectDatabase(url: string): Promise<DatabaseCondition> {
  return isServer(url) ? inspectServer(url) : inspectFile(existingPath(url))
}

/** Reads every page once, without comparing indexes: a second for a gigabyte. */
export async function inspectFile(path: string): Promise<FileCondition> {
  const { bavail, bsize } = await statfs(dirname(resolve(path)))
  let connection: DatabaseSync | undefined
  try {
    connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MILLISECONDS })
    connection.exec('pragma query_only = on')
    return {
      kind: 'file',
      isWhole: connection.prepare('pragma quick_check(1)').get()?.['quick_check'] === 'ok',
      orphans: connection.prepare('pragma foreign_key_check').all().length,
      bytes: statSync(path).size,
      logBytes: existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0,
      freeDiskBytes: bavail * bsize,
      missingMigrations: missingMigrations(appliedMigrations(connection)),
    }
  } catch (error) {
    throw explainSqliteError(error, path)
  } finally {
    connection?.close()
  }
}
