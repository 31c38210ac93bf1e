// One writer and one reader beside it, as a dialect of Kysely. Never decides what is asked of the database.
import type { DatabaseSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import type { IdentityWatch } from './identity.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { createQueue, createStretch, type Queue, type Stretch } from './turns.ts'

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
