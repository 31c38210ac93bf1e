// A PostgreSQL server as a dialect of Kysely: readers beside each other, one writer at a time of all processes. Never
// decides what is asked of the database.
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  type QueryResult,
} from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { explainPostgresError, isConnectionLost, isPlanOutdated } from './explain-postgres.ts'
import { PostgresCompiler } from './postgres-compiler.ts'
import { TURN_COMES_LATER } from './session.ts'
import { createQueue } from './turns.ts'

/** Ours, among the advisory locks of a database: any number that nobody else takes there. */
const WRITER_LOCK = 7_731_677_001

/** In a transaction: it has its turn until its end. */
export const TAKE_TURN = `select pg_advisory_xact_lock(${WRITER_LOCK})`

/** `name` names the database in failures. Closing Kysely closes `pool`. */
export function postgresDialect(pool: Pool, name: string): Dialect {
  return {
    createDriver: () => oneWriterDriver(pool, name),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresCompiler(),
    createIntrospector: (database: Kysely<unknown>): DatabaseIntrospector =>
      new PostgresIntrospector(database),
  }
}

function oneWriterDriver(pool: Pool, name: string): Driver {
  // Writers of this process wait here, not each on a connection of its own: there are always some left for readers.
  const queue = createQueue()
  return {
    init: async () => undefined,
    acquireConnection: async () => new LentConnection(pool, name),

    /**
     * As with a file: whoever writes several things reads what nobody changes meanwhile. Each statement sees what was
     * committed before it, so what the writer before has done is there once the lock is.
     */
    beginTransaction: async (connection, { accessMode, isolationLevel }) => {
      if (accessMode === 'read only') {
        await execute(connection, `start transaction isolation level ${isolationLevel} read only`)
        // What is read stands from the first query on.
        await execute(connection, 'select 1')
        return
      }
      const isTurnLater = accessMode === TURN_COMES_LATER
      if (connection instanceof LentConnection)
        connection.noteWriting(isTurnLater ? () => undefined : await queue.take())
      try {
        // One way to the server. The statements of it do not see the same: what is read later is read under the lock.
        await execute(connection, isTurnLater ? 'begin' : `begin; ${TAKE_TURN}`)
      } catch (error) {
        await rollBack(connection)
        throw error
      }
    },

    commitTransaction: async (connection) => {
      const { rows } = await execute(connection, 'commit')
      // A transaction in which a statement failed ends so without a word.
      if (rows.length > 0) throw new Error('PostgreSQL has rolled back what was to be committed.')
    },

    rollbackTransaction: rollBack,

    releaseConnection: async (connection) => {
      if (connection instanceof LentConnection) connection.giveBack()
    },

    /** A transaction that is under way ends first; whoever still waits behind it is refused. */
    destroy: async () => {
      const leave = await queue.take()
      await pool.end()
      leave()
    },
  }
}

const execute = (connection: DatabaseConnection, sql: string): Promise<QueryResult<unknown>> =>
  connection.executeQuery(CompiledQuery.raw(sql))

/** A connection on which this fails is lost, and what stood on it is rolled back by the server. */
async function rollBack(connection: DatabaseConnection): Promise<void> {
  await execute(connection, 'rollback').catch(() => {
    if (connection instanceof LentConnection) connection.markLost()
  })
}

/** What one user of the database has until they are done: a connection of the pool, from the first query on. */
class LentConnection implements DatabaseConnection {
  readonly #pool: Pool
  readonly #name: string
  #client: PoolClient | undefined
  #isLost = false
  /** Present from the beginning of a transaction on. */
  #leave: (() => void) | undefined
  readonly #noteLoss = (): void => this.markLost()

  constructor(pool: Pool, name: string) {
    this.#pool = pool
    this.#name = name
  }

  /** `leave` is called when the transaction is over. */
  noteWriting(leave: () => void): void {
    this.#leave = leave
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      this.#client ??= await this.#connect()
      const values = [...parameters]
      const isPrepared = this.#leave !== undefined && isOften(values)
      const { command, rowCount, rows } = await (isPrepared
        ? this.#client.query({ name: nameOf(sql), text: sql, values })
        : this.#client.query(sql, values))
      return {
        rows: command === 'ROLLBACK' && sql === 'commit' ? [command] : rows,
        ...(CHANGING.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
      }
    } catch (error) {
      if (isConnectionLost(error) || isPlanOutdated(error)) this.markLost()
      throw explainPostgresError(error, this.#name)
    }
  }

  async #connect(): Promise<PoolClient> {
    const client = await this.#pool.connect()
    // Without somebody who hears it, the loss of a connection would end the program.
    client.on('error', this.#noteLoss)
    return client
  }

  /** It goes back to no pool: a query may still be under way on it. */
  markLost(): void {
    this.#isLost = true
  }

  giveBack(): void {
    this.#client?.off('error', this.#noteLoss)
    this.#client?.release(this.#isLost)
    this.#client = undefined
    this.#leave?.()
    this.#leave = undefined
  }

  streamQuery(): never {
    throw new Error('Streaming holds a connection: a query beside it might wait for ever.')
  }
}

/**
 * Writers say the same things again and again: the server reads and plans each of them once a connection. Longer lists are
 * of every length, and readers ask about many articles and about few, which are not found the same way.
 */
const isOften = ({ length }: readonly unknown[]): boolean => length > 0 && length <= MOST_PARAMETERS
const MOST_PARAMETERS = 20

/** By text, the same on all connections. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? `pressoir_${names.size}`
  names.set(text, name)
  return name
}

const CHANGING: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
