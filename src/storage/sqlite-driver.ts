// node:sqlite in the shape that Kysely's SqliteDialect expects. Never decides what is asked of the database.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import { explainSqliteError } from './explain.ts'
import type { IdentityWatch } from './identity.ts'

/**
 * Statements kept prepared: about 60 texts, and one more for each number of rows that an insert has had. Measured on
 * 5,000 articles of 20 sentences: 0.62 ms to store and index one, 0.82 ms when each statement is prepared anew.
 */
const PREPARED_STATEMENTS = 300

interface DialectOptions {
  /** A second connection to the same file, which reads beside a transaction of the first; without it, reading waits too. */
  readonly openReader?: (() => DatabaseSync) | undefined
  /** Asked before and after the lock for writing is taken: nothing is written into what was restored meanwhile. */
  readonly watch: IdentityWatch
}

/** `path` names the database in failures. Closing Kysely closes `database`. */
export function sqliteDialect(
  database: DatabaseSync,
  path: string,
  { openReader, watch }: DialectOptions,
): SqliteDialect {
  const reading =
    openReader && new SqliteDriver({ database: async () => new SqliteConnection(openReader(), path) })
  return new OneWriterDialect({ writer: new SqliteConnection(database, path), reading, watch })
}

interface DriverParts {
  readonly writer: SqliteConnection
  readonly reading: SqliteDriver | undefined
  readonly watch: IdentityWatch
}

class OneWriterDialect extends SqliteDialect {
  readonly #parts: DriverParts

  constructor(parts: DriverParts) {
    super({ database: parts.writer })
    this.#parts = parts
  }

  override createDriver(): SqliteDriver {
    return new OneWriterDriver(this.#parts)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class OneWriterDriver extends SqliteDriver {
  readonly #writer: SqliteConnection
  readonly #reading: SqliteDriver | undefined
  readonly #watch: IdentityWatch
  readonly #queue = createQueue()
  readonly #stretch = createStretch()

  constructor({ writer, reading, watch }: DriverParts) {
    super({ database: writer })
    this.#writer = writer
    this.#reading = reading
    this.#watch = watch
  }

  override async init(): Promise<void> {
    await super.init()
    await this.#reading?.init()
  }

  override async acquireConnection(): Promise<LentConnection> {
    const writer = await super.acquireConnection()
    const reader = await this.#reading?.acquireConnection()
    return new LentConnection(writer, reader, {
      queue: this.#queue,
      stretch: this.#stretch,
      watch: this.#watch,
      forgetLost: () => this.#writer.forgetLostTransaction(),
    })
  }

  /** Takes the write lock at once: a transaction that reads first and writes later cannot wait for another process. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof LentConnection) await connection.takeWriter()
    await beginWriting(connection, this.#watch)
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (!this.#writer.forgetLostTransaction()) await super.rollbackTransaction(connection)
  }

  override async releaseConnection(connection?: DatabaseConnection): Promise<void> {
    if (connection instanceof LentConnection) connection.giveBack()
  }

  /** A transaction that is under way ends first; whoever still waits behind it is refused. */
  override async destroy(): Promise<void> {
    const leave = await this.#queue.take()
    await this.#reading?.destroy()
    await super.destroy()
    leave()
  }
}

/** First without the lock: while a backup is being put here, waiting for it would stop the whole program. */
async function beginWriting(connection: DatabaseConnection, watch: IdentityWatch): Promise<void> {
  watch.check()
  await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  try {
    watch.check()
  } catch (error) {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
    throw error
  }
}

/** What all users of the database share. */
interface SharedParts {
  readonly queue: Queue
  readonly stretch: Stretch
  readonly watch: IdentityWatch
  /** Whether SQLite has ended the transaction by itself: then there is none to roll back. */
  readonly forgetLost: () => boolean
}

/** What one user of the database has until they are done: the writer in their turn, and the reader at any time. */
class LentConnection implements DatabaseConnection {
  readonly #writer: DatabaseConnection
  readonly #reader: DatabaseConnection | undefined
  readonly #queue: Queue
  readonly #stretch: Stretch
  readonly #watch: IdentityWatch
  readonly #forgetLost: () => boolean
  /** Present from the beginning of a transaction on. */
  #leave: (() => void) | undefined

  constructor(
    writer: DatabaseConnection,
    reader: DatabaseConnection | undefined,
    { queue, stretch, watch, forgetLost }: SharedParts,
  ) {
    this.#writer = writer
    this.#reader = reader
    this.#queue = queue
    this.#stretch = stretch
    this.#watch = watch
    this.#forgetLost = forgetLost
  }

  async takeWriter(): Promise<void> {
    this.#leave ??= await this.#queue.take()
  }

  giveBack(): void {
    this.#leave?.()
    this.#leave = undefined
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    await this.#stretch.rest()
    if (this.#leave !== undefined) return this.#writer.executeQuery(query)
    if (this.#reader !== undefined && READING.test(query.sql)) return this.#reader.executeQuery(query)
    const leave = await this.#queue.take()
    try {
      return await (CHANGING.test(query.sql) ? this.#change(query) : this.#writer.executeQuery(query))
    } finally {
      leave()
    }
  }

  /** A statement that stands alone: in a transaction of its own, so that it is checked under the lock. */
  async #change<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    await beginWriting(this.#writer, this.#watch)
    try {
      const result = await this.#writer.executeQuery<Row>(query)
      await this.#writer.executeQuery(CompiledQuery.raw('commit'))
      return result
    } catch (error) {
      if (!this.#forgetLost()) await this.#writer.executeQuery(CompiledQuery.raw('rollback'))
      throw error
    }
  }

  streamQuery(): never {
    throw new Error('Streaming holds a connection: a query beside it would wait for ever.')
  }
}

const READING = /^\s*select\b/iu
const CHANGING = /^\s*(?:insert|update|delete)\b/iu

interface Queue {
  /** Resolves when everybody before has left; gives the way to leave. */
  take(): Promise<() => void>
}

function createQueue(): Queue {
  let last: Promise<void> = Promise.resolve()
  return {
    take: async () => {
      const before = last
      const { promise, resolve } = Promise.withResolvers<undefined>()
      last = promise.then(() => undefined)
      await before
      return () => resolve(undefined)
    },
  }
}

/**
 * How long queries may follow each other before everything else gets its turn, in milliseconds. They answer at once, so
 * that whoever awaits one after the other holds the event loop: 500 digests looked at in one beat kept a command
 * waiting for three seconds.
 */
const LONGEST_STRETCH = 8

interface Stretch {
  /** Resolves at once, or after a turn of the event loop when queries have had it for long. */
  rest(): Promise<void>
}

function createStretch(): Stretch {
  let turnAt = performance.now()
  return {
    rest: async () => {
      if (performance.now() - turnAt <= LONGEST_STRETCH) return
      await new Promise(setImmediate)
      turnAt = performance.now()
    },
  }
}

/** SQLite does create tables inside transactions, so a migration that is killed half-way leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }

  /** The driver sees to it that there is one writer; without this, Kysely lets nobody read beside it. */
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class SqliteConnection implements SqliteDatabase {
  readonly #database: DatabaseSync
  readonly #path: string
  readonly #prepared = new Map<string, StatementSync>()
  /**
   * Why SQLite ended the transaction by itself, as it does when the disk is full. Until that transaction is rolled
   * back here too, every query fails: each would stand alone, outside any transaction.
   */
  #lostTransaction: unknown

  constructor(database: DatabaseSync, path: string) {
    this.#database = database
    this.#path = path
  }

  close(): void {
    this.#database.close()
  }

  prepare(sql: string): SqliteStatement {
    if (this.#lostTransaction !== undefined) throw this.#lostTransaction
    const statement = this.#explained(() => this.#statement(sql))
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => this.#explained(() => statement.all(...bound(parameters))),
      run: (parameters) => this.#explained(() => statement.run(...bound(parameters))),
      iterate: () => {
        throw new Error('Streaming holds the only connection: a query beside it would wait for ever.')
      },
    }
  }

  /** Whether there was a transaction that SQLite has ended by itself. */
  forgetLostTransaction(): boolean {
    const wasLost = this.#lostTransaction !== undefined
    this.#lostTransaction = undefined
    return wasLost
  }

  #statement(sql: string): StatementSync {
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql)
    this.#prepared.delete(sql)
    this.#prepared.set(sql, statement)
    for (const [longestUnused] of this.#prepared) {
      if (this.#prepared.size <= PREPARED_STATEMENTS) break
      this.#prepared.delete(longestUnused)
    }
    return statement
  }

  #explained<T>(work: () => T): T {
    const wasInTransaction = this.#database.isTransaction
    try {
      return work()
    } catch (error) {
      const explained = explainSqliteError(error, this.#path)
      if (wasInTransaction && !this.#database.isTransaction) this.#lostTransaction = explained
      throw explained
    }
  }
}

function bound(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((parameter) => {
    if (parameter === null || typeof parameter === 'string' || typeof parameter === 'number') return parameter
    throw new TypeError(`SQLite keeps text, numbers and null; convert before storing a ${typeof parameter}.`)
  })
}
