// What articles tell: meetings, offices, statements; and when who was named. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  // Articles of before are read in the background: their version of the reader is none.
  await schema
    .alterTable('articles')
    .addColumn('facts_version', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  // Nobody knows it of articles of before.
  await schema
    .alterTable('articles')
    .addColumn('is_undated', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema
    .createIndex('articles_to_read')
    .on('articles')
    .columns(['facts_version', 'first_seen_at desc'])
    .execute()
  await datePeople(schema)
  await createMeetings(schema)
  await createOffices(schema)
  await createStatements(schema)
}

/** Who was named before gets the date with the facts of the article. */
async function datePeople(schema: Kysely<unknown>['schema']): Promise<void> {
  await schema
    .alterTable('article_people')
    .addColumn('published_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema.dropIndex('article_people_named').execute()
  // The feed stands last: of thousands of names in thousands of feeds, no database shall look up each pair.
  await schema
    .createIndex('article_people_named')
    .on('article_people')
    .columns(['name', 'published_at desc', 'article_id', 'feed_id'])
    .execute()
}

async function createMeetings(schema: Kysely<unknown>['schema']): Promise<void> {
  await schema
    .createTable('meetings')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('first_day', 'text')
    .addColumn('last_day', 'text')
    .addColumn('meeting', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('meetings_key', ['article_id', 'ordinal'])
    .execute()
  await schema
    .createIndex('meetings_on')
    .on('meetings')
    .columns(['first_day', 'last_day', 'published_at', 'article_id', 'ordinal', 'feed_id'])
    .execute()
  await schema
    .createIndex('meetings_told')
    .on('meetings')
    .columns(['published_at desc', 'article_id', 'ordinal', 'feed_id'])
    .execute()
  await schema
    .createTable('meeting_keys')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('participant', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('meeting_keys_key', ['article_id', 'ordinal', 'participant', 'kind', 'key'])
    .execute()
  await schema
    .createIndex('meeting_keys_of')
    .on('meeting_keys')
    .columns(['kind', 'key', 'published_at desc', 'article_id', 'ordinal', 'participant', 'feed_id'])
    .execute()
}

async function createOffices(schema: Kysely<unknown>['schema']): Promise<void> {
  await schema
    .createTable('offices')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('office_key', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('is_former', 'integer', (column) => column.notNull())
    .addColumn('start_offset', 'integer', (column) => column.notNull())
    .addColumn('end_offset', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('offices_key', ['article_id', 'ordinal'])
    .execute()
  // All that counting asks stands in the index: the rows themselves are wider.
  const counted = ['is_former', 'published_at', 'article_id', 'feed_id'] as const
  await schema
    .createIndex('offices_of')
    .on('offices')
    .columns(['name', 'office_key', ...counted])
    .execute()
  await schema
    .createIndex('offices_held')
    .on('offices')
    .columns(['office_key', 'name', ...counted])
    .execute()
}

async function createStatements(schema: Kysely<unknown>['schema']): Promise<void> {
  await schema
    .createTable('statements')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('is_quoted', 'integer', (column) => column.notNull())
    .addColumn('start_offset', 'integer', (column) => column.notNull())
    .addColumn('end_offset', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('statements_key', ['article_id', 'ordinal'])
    .execute()
  await schema
    .createIndex('statements_of')
    .on('statements')
    .columns(['speaker', 'published_at desc', 'article_id', 'ordinal', 'feed_id'])
    .execute()
}
