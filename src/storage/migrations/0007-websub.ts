// Hubs that feeds offer, and what we asked them for. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('hub_offers')
    .addColumn('feed_id', 'text', (column) =>
      column.primaryKey().notNull().references('feeds.id').onDelete('cascade'),
    )
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('hubs', 'text', (column) => column.notNull())
    .execute()
  // No reference: a feed that is gone leaves a hub that has to be told.
  await schema
    .createTable('hub_subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('hub', 'text', (column) => column.notNull())
    .addColumn('callback', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('since_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('next_ask_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('debt', 'integer', (column) => column.notNull())
    .addColumn('pushed_at', 'bigint')
    .execute()
  await schema.createIndex('hub_subscriptions_of').on('hub_subscriptions').column('feed_id').execute()
}
