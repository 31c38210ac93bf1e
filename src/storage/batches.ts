// Long lists in pieces that one statement can carry. Knows nothing of what they hold.

/** SQLite takes 32,766 parameters a statement, PostgreSQL 65,535; our widest row has 13 columns. */
const ROWS_A_STATEMENT = 500

export function inBatches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / ROWS_A_STATEMENT) }, (_, index) =>
    items.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT),
  )
}
