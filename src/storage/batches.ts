// Long lists in pieces that one statement can carry. Knows nothing of what they hold.

/** SQLite takes 32,766 parameters a statement, PostgreSQL 65,535; our widest row has 13 columns. */
const ROWS_A_STATEMENT = 500

export function inBatches<T>(items: readonly T[], size = ROWS_A_STATEMENT): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
