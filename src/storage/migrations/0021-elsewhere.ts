// Which articles stood in other feeds than their first: of all others, no question looks for that. Never changed once
// released.
import type { Kysely } from 'kysely'

/** An article, and what repeats its first feed so that finding asks one table. */
const PLACED = ['article_people', 'meetings', 'meeting_keys', 'offices', 'statements'] as const

/** What a fact is found by; behind it its feeds, so that no row is read to leave it out. */
const FOUND_BY = {
  article_people_named: ['article_people', 'name', 'published_at desc', 'article_id'],
  meetings_on: ['meetings', 'first_day', 'last_day', 'published_at', 'article_id', 'ordinal'],
  meetings_told: ['meetings', 'published_at desc', 'article_id', 'ordinal'],
  meeting_keys_of: [
    'meeting_keys',
    'kind',
    'key',
    'published_at desc',
    'article_id',
    'ordinal',
    'participant',
  ],
  offices_of: ['offices', 'name', 'office_key', 'is_former', 'published_at', 'article_id'],
  statements_of: ['statements', 'speaker', 'published_at desc', 'article_id', 'ordinal'],
} as const

/** Whoever held an office is counted feed by feed: of 71,000 rows a workspace sees a tenth. */
const COUNTED = ['name', 'is_former', 'published_at', 'article_id'] as const

interface Placed {
  readonly article_id: string
  readonly stood_elsewhere: number
}

type Tables = Readonly<Record<(typeof PLACED)[number], Placed>> & {
  readonly articles: { readonly id: string; readonly stood_elsewhere: number }
  readonly article_appearances: { readonly article_id: string }
}

export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database
  for (const table of ['articles', ...PLACED])
    await schema
      .alterTable(table)
      .addColumn('stood_elsewhere', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  await noteElsewhere(database.withTables<Tables>())

  async function index(name: string, table: string, columns: readonly string[]): Promise<void> {
    await schema.dropIndex(name).ifExists().execute()
    await schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute()
  }
  for (const [name, [table, ...columns]] of Object.entries(FOUND_BY))
    await index(name, table, [...columns, 'feed_id', 'stood_elsewhere'])
  await index('offices_held', 'offices', ['office_key', 'feed_id', ...COUNTED, 'stood_elsewhere'])
  await index('offices_held_elsewhere', 'offices', ['office_key', 'stood_elsewhere', ...COUNTED, 'feed_id'])
  await index('articles_in', 'articles', ['id', 'feed_id', 'stood_elsewhere'])
}

async function noteElsewhere(database: Kysely<Tables>): Promise<void> {
  const elsewhere = database.selectFrom('article_appearances').select('article_id')
  await database.updateTable('articles').set({ stood_elsewhere: 1 }).where('id', 'in', elsewhere).execute()
  for (const table of PLACED)
    await database
      .updateTable(table)
      .set({ stood_elsewhere: 1 })
      .where('article_id', 'in', elsewhere)
      .execute()
}
