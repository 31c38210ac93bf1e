// Who is only linked and never quoted. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  for (const table of ['feeds', 'followings'])
    await schema
      .alterTable(table)
      .addColumn('is_quoted', 'integer', (column) => column.notNull().defaultTo(1))
      .execute()
  await schema
    .alterTable('articles')
    .addColumn('is_reserved', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
