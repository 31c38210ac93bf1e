// Since when the first draft of each turn waits, without looking at all of them. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex('drafts_waiting').on('drafts').columns(['turn', 'waiting_since']).execute()
}
