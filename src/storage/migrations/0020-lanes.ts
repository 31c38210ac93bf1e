// In which lane a draft waits, for processes that share the reading. Never changed once released.
import type { Kysely } from 'kysely'

/** What waits from before is in one lane: it was one process that read it. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('drafts')
    .addColumn('lane', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema
    .createIndex('drafts_in_lane')
    .on('drafts')
    .columns(['lane', 'turn', 'published_at', 'id'])
    .execute()
}
