// Connections to a PostgreSQL server: how many, how patient, what they say of themselves. Knows no table.
import { Pool, type PoolConfig, types } from 'pg'

/** Of one process; PostgreSQL allows 100 in all unless told otherwise. */
const CONNECTIONS = 10

/** How long a server may take to let us in, in milliseconds. */
const CONNECTING_TIMEOUT = 5_000

/** How long a writer waits for those before it, of all processes, in milliseconds. */
const LOCK_TIMEOUT = 45_000

/**
 * A query without an answer for so long stands on a connection that is cut, in milliseconds: longer than waiting for the
 * lock, and than any query of ours. Nobody else would notice for a quarter of an hour.
 */
const QUERY_TIMEOUT = 60_000

/**
 * How soon the server gives up a connection whose other end is silent, and with it the lock of a machine that lost its
 * power, in seconds. Its own patience is two hours.
 */
const KEEPALIVE = { tcp_keepalives_idle: 10, tcp_keepalives_interval: 5, tcp_keepalives_count: 3 }

/**
 * What is asked finds few rows among many, again and again. A server that takes it for more compiles its plan or starts
 * processes for it: 10 to 50 ms each for what takes 5.
 */
const PLANNING = { jit: 'off', max_parallel_workers_per_gather: 0 }

export interface PoolOptions {
  readonly lockTimeoutMilliseconds?: number | undefined
  /** For what takes as long as it takes, such as an index on a large table. */
  readonly isPatient?: boolean
}

/** Nothing is connected yet. */
export function openPool(url: string, options: PoolOptions = {}): Pool {
  const { lockTimeoutMilliseconds = LOCK_TIMEOUT, isPatient = false } = options
  const config: PoolConfig = {
    connectionString: url,
    application_name: 'pressoir',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTING_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE.tcp_keepalives_idle * 1000,
    types: { getTypeParser },
    options: Object.entries({ ...KEEPALIVE, ...PLANNING })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    ...(isPatient
      ? {}
      : {
          lock_timeout: lockTimeoutMilliseconds,
          query_timeout: QUERY_TIMEOUT,
          idle_in_transaction_session_timeout: QUERY_TIMEOUT,
        }),
  }
  const pool = new Pool(config)
  // Of a connection that nobody is using: the pool takes it away by itself, and the next query opens another.
  pool.on('error', () => undefined)
  return pool
}

/** https://www.postgresql.org/docs/current/catalog-pg-type.html: integers of 64 bits, and what sums of them give. */
const [INT8, NUMERIC] = [20, 1700]

/** Numbers as numbers: of instants, counts and sizes, none is beyond 2^53. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8 || oid === NUMERIC ? Number : types.getTypeParser(oid, format ?? 'text')
