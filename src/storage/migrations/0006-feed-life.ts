// How feeds live: their history, where they moved, what was told of them. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  for (const column of ['failing_since', 'trouble_since', 'answering_since', 'rest_until'])
    await schema.alterTable('feed_states').addColumn(column, 'bigint').execute()
  for (const column of ['history', 'move'])
    await schema.alterTable('feed_states').addColumn(column, 'text').execute()
  await schema.alterTable('alarms').addColumn('condition', 'text').execute()
  await schema
    .createTable('health_reports')
    .addColumn('workspace_id', 'text', (column) => column.primaryKey())
    .addColumn('week', 'text', (column) => column.notNull())
    .execute()
}
