// What is kept of removed feeds, what the file declared at the last start, and alerts by their day. Never changed once
// released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('removed_feeds')
    .addColumn('feed_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('removed_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('declarations')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('declarations_key', ['kind', 'name'])
    .execute()
  await schema.createIndex('raised_alerts_at').on('raised_alerts').column('raised_at').execute()
}
