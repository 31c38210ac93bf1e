// Drafts that wait to become articles, so that feeds need not wait for pages. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('waiting_since', 'bigint', (column) => column.notNull())
    .addColumn('wants_page', 'integer', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('drafts_in_turn').on('drafts').columns(['turn', 'published_at', 'id']).execute()
  await schema
    .createTable('draft_keys')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('draft_id', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('draft_keys_key', ['key', 'draft_id'])
    .execute()
  await schema.createIndex('draft_keys_of').on('draft_keys').column('draft_id').execute()
}
