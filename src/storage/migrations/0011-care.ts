// Care of the data: which texts were given up, what upkeep did last, who changed what outside the chat. Never changed
// once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('articles').addColumn('thinned_at', 'bigint').execute()
  await schema
    .createIndex('articles_to_thin')
    .on('articles')
    .columns(['thinned_at', 'first_seen_at'])
    .execute()
  await schema
    .createTable('upkeep')
    .addColumn('task', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('audit_at').on('audit').column('at').execute()
}
