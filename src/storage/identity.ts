// Which content stands in the file of a database: a number that a restored backup changes. ADR 0033.
import { randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { ExplainedError } from '../core/failures.ts'

/** SQLite keeps `user_version` in 32 bits with a sign; 0 is every database before its first restoring. */
const IDENTITIES = 2 ** 31 - 1

function readIdentity(connection: DatabaseSync): number {
  return Number(connection.prepare('pragma user_version').get()?.['user_version'] ?? 0)
}

/**
 * Whoever had this database open writes to it no more, until it is opened anew. In one transaction: what others were
 * about to write stands before it or is refused.
 */
export function changeIdentity(connection: DatabaseSync): void {
  const before = readIdentity(connection)
  let identity = before
  while (identity === before) identity = randomInt(1, IDENTITIES)
  connection.exec(`pragma user_version = ${identity}`)
}

export interface IdentityWatch {
  /** Throws ExplainedError `database-replaced` when other content stands there than when it was opened. */
  readonly check: () => void
  readonly isReplaced: () => boolean
}

/** `identity` is that of the opening, if it was read earlier: 2 µs a check. */
export function watchIdentity(
  connection: DatabaseSync,
  path: string,
  identity = readIdentity(connection),
): IdentityWatch {
  const statement = connection.prepare('pragma user_version')
  const isReplaced = (): boolean => Number(statement.get()?.['user_version'] ?? 0) !== identity
  return {
    isReplaced,
    check: () => {
      if (isReplaced()) throw new ExplainedError({ code: 'database-replaced', path })
    },
  }
}
