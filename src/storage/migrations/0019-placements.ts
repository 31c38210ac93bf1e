// Where articles were placed, in order, for processes that place articles side by side. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('placements')
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('duplicate_of', 'text')
    .addColumn('unites', 'text')
    .addColumn('placed_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('placements_at').on('placements').column('placed_at').execute()
}
