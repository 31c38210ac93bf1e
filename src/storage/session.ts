// Whose turn it is on the database: transactions, and transactions inside them. Knows no table.
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** A way to the database, outside any transaction or inside one. */
export interface Session {
  /**
   * Where queries go. Throws when used in the midst of a transaction that was opened on this session (there is one
   * connection: the query would wait for the transaction that waits for it), or after its own transaction has ended.
   */
  readonly database: Kysely<Tables>
  /** All or nothing. Inside a transaction: a savepoint, so that what fails and is caught leaves nothing behind. */
  within<T>(work: (inner: Session) => Promise<T>): Promise<T>
}

/** One transaction or savepoint; `level` 0 stands for outside. */
interface Scope {
  readonly level: number
  readonly parent?: Scope
  isOpen: boolean
}

type Innermost = AsyncLocalStorage<Scope>

export function openSession(database: Kysely<Tables>): Session {
  const innermost: Innermost = new AsyncLocalStorage()
  const outside: Scope = { level: 0, isOpen: true }
  return {
    get database() {
      return checked(database, outside, innermost)
    },
    within: async (work) =>
      checked(database, outside, innermost)
        .transaction()
        .execute((transaction) => inScope(transaction, outside, innermost, work)),
  }
}

function innerSession(database: Kysely<Tables>, scope: Scope, innermost: Innermost): Session {
  // Savepoints are nested by nature: two at once on one level would end each other, so they take turns.
  let previous: Promise<unknown> = Promise.resolve()
  return {
    get database() {
      return checked(database, scope, innermost)
    },
    within: async (work) => {
      const mine = checked(database, scope, innermost)
      const turn = previous.then(() =>
        withSavepoint(mine, `level_${scope.level}`, () => inScope(mine, scope, innermost, work)),
      )
      previous = turn.catch(() => undefined)
      return turn
    },
  }
}

async function inScope<T>(
  database: Kysely<Tables>,
  parent: Scope,
  innermost: Innermost,
  work: (inner: Session) => Promise<T>,
): Promise<T> {
  const scope: Scope = { level: parent.level + 1, parent, isOpen: true }
  try {
    return await innermost.run(scope, () => work(innerSession(database, scope, innermost)))
  } finally {
    scope.isOpen = false
  }
}

async function withSavepoint<T>(database: Kysely<Tables>, name: string, work: () => Promise<T>): Promise<T> {
  await sql`savepoint ${sql.id(name)}`.execute(database)
  try {
    const result = await work()
    await sql`release savepoint ${sql.id(name)}`.execute(database)
    return result
  } catch (error) {
    // Fails when the database has ended the whole transaction: no use saying so, `error` tells why.
    await sql`rollback to savepoint ${sql.id(name)}`.execute(database).catch(() => undefined)
    throw error
  }
}

function checked(database: Kysely<Tables>, scope: Scope, innermost: Innermost): Kysely<Tables> {
  if (!scope.isOpen) throw new Error('This transaction is over: use the storage that it was opened on.')
  let current = innermost.getStore()
  while (current !== undefined && !current.isOpen) current = current.parent
  if (current !== undefined && current !== scope)
    throw new Error('Inside a transaction, use the storage that inTransaction hands to its work.')
  return database
}
