// What SQLite says went wrong, in our codes. Leaves alone what is nobody's fault but the program's.
import { ExplainedError, type Failure } from '../core/failures.ts'

/** The low byte of an error number is the kind, the rest the detail; https://sqlite.org/rescode.html */
const KIND_MASK = 0xff
const SQLITE_IOERR = 10

export type DatabaseCode = Extract<Failure, { readonly path: string }>['code'] & `database-${string}`

/** Kinds of https://sqlite.org/rescode.html that whoever runs the program can do something about. */
const CODE_BY_KIND: ReadonlyMap<number, DatabaseCode> = new Map([
  [3, 'database-unopenable'], // SQLITE_PERM
  [5, 'database-locked'], // SQLITE_BUSY
  [6, 'database-locked'], // SQLITE_LOCKED
  [8, 'database-unopenable'], // SQLITE_READONLY
  [11, 'database-damaged'], // SQLITE_CORRUPT
  [13, 'database-full'], // SQLITE_FULL
  [14, 'database-unopenable'], // SQLITE_CANTOPEN
  [23, 'database-unopenable'], // SQLITE_AUTH
  [26, 'database-damaged'], // SQLITE_NOTADB
])

/** Details of SQLITE_IOERR: what fails in writing is a disk without room, what fails in reading a damaged one. */
const CODE_BY_IO_DETAIL: ReadonlyMap<number, DatabaseCode> = new Map([
  [1, 'database-damaged'], // SQLITE_IOERR_READ
  [2, 'database-damaged'], // SQLITE_IOERR_SHORT_READ
  [3, 'database-full'], // SQLITE_IOERR_WRITE
  [4, 'database-full'], // SQLITE_IOERR_FSYNC
  [5, 'database-full'], // SQLITE_IOERR_DIR_FSYNC
  [6, 'database-full'], // SQLITE_IOERR_TRUNCATE
  [18, 'database-full'], // SQLITE_IOERR_SHMOPEN
  [19, 'database-full'], // SQLITE_IOERR_SHMSIZE
  [32, 'database-damaged'], // SQLITE_IOERR_DATA
  [33, 'database-damaged'], // SQLITE_IOERR_CORRUPTFS
])

/** The error to throw instead of `error`: explained when somebody can act on it, else the same. */
export function explainSqliteError(error: unknown, path: string): unknown {
  const number = sqliteNumber(error)
  if (number === undefined) return error
  const kind = number & KIND_MASK
  const code =
    kind === SQLITE_IOERR
      ? (CODE_BY_IO_DETAIL.get(number >> 8) ?? 'database-unopenable')
      : CODE_BY_KIND.get(kind)
  return code === undefined ? error : new ExplainedError({ code, path }, { cause: error })
}

function sqliteNumber(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return undefined
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined
}
