// Thousands of feeds and editions: what a beat asks of them is found without walking them all. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('deliveries_in')
    .on('deliveries')
    .columns(['channel', 'part', 'next_attempt_at'])
    .execute()
  await schema.createIndex('editions_unarchived').on('editions').columns(['archived_at', 'slot_at']).execute()
  await schema.createIndex('feeds_shared').on('feeds').columns(['origin', 'title', 'id']).execute()
  // Each feed is written at its next reading: until then it is looked at as before.
  await schema
    .alterTable('feed_states')
    .addColumn('may_be_in_trouble', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  await schema
    .createIndex('feed_states_troubled')
    .on('feed_states')
    .columns(['may_be_in_trouble', 'feed_id'])
    .execute()
}
