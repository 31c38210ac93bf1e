// What a PostgreSQL server says went wrong, in our codes. Leaves alone what is nobody's fault but the program's.
import { DatabaseError } from 'pg'
import { ExplainedError } from '../core/failures.ts'
import type { DatabaseCode } from './explain-sqlite.ts'

/** Conditions of https://www.postgresql.org/docs/current/errcodes-appendix.html that somebody can do something about. */
const CODE_BY_STATE: ReadonlyMap<string, DatabaseCode> = new Map([
  ['28000', 'database-refused'], // invalid_authorization_specification
  ['28P01', 'database-refused'], // invalid_password
  ['3D000', 'database-absent'], // invalid_catalog_name
  ['42501', 'database-forbidden'], // insufficient_privilege
  ['25006', 'database-forbidden'], // read_only_sql_transaction, as on a standby
  ['53100', 'database-full'], // disk_full
  ['53300', 'database-crowded'], // too_many_connections
  ['53400', 'database-crowded'], // configuration_limit_exceeded
  ['55P03', 'database-locked'], // lock_not_available
  ['40P01', 'database-locked'], // deadlock_detected
  ['25P03', 'database-unreachable'], // idle_in_transaction_session_timeout
  ['57P01', 'database-unreachable'], // admin_shutdown
  ['57P02', 'database-unreachable'], // crash_shutdown
  ['57P03', 'database-unreachable'], // cannot_connect_now
  ['XX001', 'database-damaged'], // data_corrupted
  ['XX002', 'database-damaged'], // index_corrupted
])

/** Class 08: whatever befalls a connection. */
const CONNECTION_CLASS = '08'

/** The error to throw instead of `error`: explained when somebody can act on it, else the same. */
export function explainPostgresError(error: unknown, path: string): unknown {
  const code = codeOf(error)
  return code === undefined ? error : new ExplainedError({ code, path }, { cause: error })
}

function codeOf(error: unknown): DatabaseCode | undefined {
  if (!(error instanceof Error) || error instanceof ExplainedError) return undefined
  if (error instanceof DatabaseError) {
    const { code: state = '' } = error
    return state.startsWith(CONNECTION_CLASS) ? 'database-unreachable' : CODE_BY_STATE.get(state)
  }
  return isConnectionLost(error) ? 'database-unreachable' : undefined
}

/**
 * What the driver says without a condition of the server: codes of the operating system, and its own sentences, which
 * have none. A host without any address that answers is an AggregateError with such a code.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DatabaseError) return false
  if ('syscall' in error || ('code' in error && /^E[A-Z]+$/u.test(String(error.code)))) return true
  return LOST.test(error.message)
}

const LOST =
  /^Connection terminated|^timeout e|timeout exceeded when trying to connect|^Query read timeout|not queryable|^Client was closed/u

/**
 * A newer program has changed a table that a prepared statement of this connection reads: it fails there for ever. The
 * server calls it feature_not_supported.
 */
export const isPlanOutdated = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === '0A000'
