// How much of the search index is of sentences that went, so that it is merged when that is much. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  for (const name of ['gone', 'merging'])
    await schema
      .alterTable('sentence_total')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
}
