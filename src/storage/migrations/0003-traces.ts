// What became of the articles that editions considered. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('compositions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('trace', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('compositions_made').on('compositions').column('made_at').execute()
  // No reference: a composition goes with age, its editions stay.
  await schema.alterTable('editions').addColumn('composition_id', 'text').execute()
  await schema.createIndex('editions_until').on('editions').column('until_at').execute()
}
