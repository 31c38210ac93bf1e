// Whose turn it is on the database: transactions, and transactions inside them. Knows no table.
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'
import type { Wording } from './wording.ts'

/** A way to the database, outside any transaction or inside one. */
export interface Session {
  /**
   * Where queries go. Throws when used in the midst of a transaction that was opened on this session (there is one
   * writer: the query would wait for the transaction that waits for it, or not see it), or after its own has ended.
   */
  readonly database: Kysely<Tables>
  readonly wording: Wording
  /**
   * All or nothing. Inside a transaction: a savepoint, so that what fails and is caught leaves nothing behind. `ahead` comes
   * first, in the same transaction and before its turn to write, where writers take turns on a server.
   */
  within<T>(work: (inner: Session) => Promise<T>, ahead?: (inner: Session) => Promise<void>): Promise<T>
  /**
   * The same where nobody goes on after a failure. Inside a transaction there is no savepoint, which would be two more ways
   * to the server: what fails and is caught all the same fails the whole transaction, or the savepoint that it is in, and so
   * does every further query of it.
   */
  together<T>(work: (inner: Session) => Promise<T>): Promise<T>
}

/** What is rolled back as a whole. */
interface Unit {
  /** Of the first part that failed. */
  failure?: { readonly error: unknown }
}

/** A piece of work in a transaction; `level` 0 stands for outside. */
interface Scope {
  readonly level: number
  readonly parent?: Scope
  readonly unit: Unit
  isOpen: boolean
}

/** What all sessions on one database share. */
interface SharedParts {
  readonly innermost: AsyncLocalStorage<Scope>
  readonly wording: Wording
}

export function openSession(database: Kysely<Tables>, wording: Wording): Session {
  const shared: SharedParts = { innermost: new AsyncLocalStorage(), wording }
  const outside: Scope = { level: 0, unit: {}, isOpen: true }
  const within: Session['within'] = async (work, ahead) => {
    const transaction = checked(database, outside, shared).transaction()
    const begin = (begun: Kysely<Tables>, all: typeof work) =>
      asUnit((unit) => inScope(begun, { parent: outside, unit }, shared, all))
    if (ahead === undefined) return transaction.execute((begun) => begin(begun, work))
    const beforeTurn = inOrder(ahead, wording.takeTurn)
    return transaction
      .setAccessMode(TURN_COMES_LATER)
      .execute((begun) => begin(begun, inOrder(beforeTurn, work)))
  }
  return {
    get database() {
      return checked(database, outside, shared)
    },
    wording,
    within,
    together: (work) => within(work),
  }
}

/** Kysely passes this on to the driver, and it changes nothing of the transaction itself. */
export const TURN_COMES_LATER = 'read write'

/** In a transaction that somebody else began and ends. */
export function sessionInside(database: Kysely<Tables>, wording: Wording): Session {
  return innerSession(
    database,
    { level: 1, unit: {}, isOpen: true },
    { innermost: new AsyncLocalStorage(), wording },
  )
}

function innerSession(database: Kysely<Tables>, scope: Scope, shared: SharedParts): Session {
  // Savepoints are nested by nature: two at once on one level would end each other, so they take turns.
  let previous: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = previous.then(work)
    previous = turn.catch(() => undefined)
    return turn
  }
  return {
    get database() {
      return checked(database, scope, shared)
    },
    wording: shared.wording,
    within: async (work, ahead) => {
      const mine = checked(database, scope, shared)
      return inTurn(() =>
        withSavepoint(mine, `level_${scope.level}`, () =>
          asUnit((unit) => inScope(mine, { parent: scope, unit }, shared, inOrder(ahead, work))),
        ),
      )
    },
    together: async (work) => {
      const mine = checked(database, scope, shared)
      return inTurn(() => inScope(mine, { parent: scope, unit: scope.unit }, shared, work))
    },
  }
}

type Work<T> = (inner: Session) => Promise<T>

const inOrder =
  <T>(ahead: Work<void> | undefined, work: Work<T>): Work<T> =>
  async (inner) => {
    await ahead?.(inner)
    return work(inner)
  }

/** What failed inside and was caught is not kept: half of it might be there. */
async function asUnit<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
  const unit: Unit = {}
  const result = await work(unit)
  if (unit.failure !== undefined) throw unit.failure.error
  return result
}

async function inScope<T>(
  database: Kysely<Tables>,
  { parent, unit }: Required<Pick<Scope, 'parent' | 'unit'>>,
  shared: SharedParts,
  work: (inner: Session) => Promise<T>,
): Promise<T> {
  const scope: Scope = { level: parent.level + 1, parent, unit, isOpen: true }
  try {
    return await shared.innermost.run(scope, () => work(innerSession(database, scope, shared)))
  } catch (error) {
    unit.failure ??= { error }
    throw error
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

function checked(database: Kysely<Tables>, scope: Scope, { innermost }: SharedParts): Kysely<Tables> {
  if (scope.unit.failure !== undefined) throw scope.unit.failure.error
  if (!scope.isOpen) throw new Error('This transaction is over: use the storage that it was opened on.')
  let current = innermost.getStore()
  while (current !== undefined && !current.isOpen) current = current.parent
  if (current !== undefined && current !== scope)
    throw new Error('Inside a transaction, use the storage that inTransaction hands to its work.')
  return database
}
