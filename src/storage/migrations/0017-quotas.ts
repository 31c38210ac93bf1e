// What workspaces have used of what they may. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('quota_uses')
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('quota_uses_key', ['workspace_id', 'kind', 'period'])
    .execute()
  await schema.createIndex('quota_uses_expire').on('quota_uses').column('expires_at').execute()
}
