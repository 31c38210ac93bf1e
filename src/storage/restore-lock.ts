// One restoring at a time, and nobody opens a database meanwhile. The lock goes with the process that holds it.
import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { ExplainedError } from '../core/failures.ts'
import { explainSqliteError } from './explain-sqlite.ts'

/** Beside the database while it is being restored; empty, only locked. */
function lockPath(path: string): string {
  return `${path}-restauration`
}

/** Gives the way to let go. Throws ExplainedError `database-restoring` when somebody else is at it. */
export function takeRestoreLock(path: string): () => void {
  const lock = openLock(path)
  try {
    lock.exec('begin exclusive')
    // Whoever held it before has just taken the file away: the lock would be on nothing.
    if (!existsSync(lockPath(path))) throw new ExplainedError({ code: 'database-restoring', path })
  } catch (error) {
    lock.close()
    throw isBusy(error) ? new ExplainedError({ code: 'database-restoring', path }) : error
  }
  return () => {
    rmSync(lockPath(path), { force: true })
    lock.close()
  }
}

/**
 * Throws ExplainedError `database-restoring`. To be asked after the identity of the database was read: what is
 * restored from here on has another one.
 */
export function refuseWhileRestoring(path: string): void {
  if (path === ':memory:' || !existsSync(lockPath(path))) return
  const lock = openLock(path)
  try {
    lock.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    if (isBusy(error)) throw new ExplainedError({ code: 'database-restoring', path })
    throw error
  } finally {
    lock.close()
  }
}

function openLock(path: string): DatabaseSync {
  try {
    return new DatabaseSync(lockPath(path), { timeout: 0 })
  } catch (error) {
    throw explainSqliteError(error, path)
  }
}

function isBusy(error: unknown): boolean {
  const explained = explainSqliteError(error, '')
  return explained instanceof ExplainedError && explained.failure.code === 'database-locked'
}
