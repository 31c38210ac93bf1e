// The first tables. Never changed once released: a change is a new file.
import type { Kysely } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await createFeeds(database)
  await createArticles(database)
  await createEditions(database)
  await createDeliveries(database)
  await createSentences(database)
  await createHeart(database)
}

async function createFeeds({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('feeds')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('rubric', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('feed_states')
    .addColumn('feed_id', 'text', (column) =>
      column.primaryKey().notNull().references('feeds.id').onDelete('cascade'),
    )
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('last_read_at', 'bigint')
    .addColumn('last_success_at', 'bigint')
    .addColumn('next_read_at', 'bigint', (column) => column.notNull())
    .addColumn('failure_count', 'integer', (column) => column.notNull())
    .addColumn('last_failure', 'text')
    .execute()
  await schema.createIndex('feed_states_due').on('feed_states').column('next_read_at').execute()
}

async function createArticles({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('articles')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('rubric', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('author', 'text')
    .addColumn('agency', 'text')
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint')
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('duplicate_of', 'text')
    .execute()
  await schema.createIndex('articles_seen').on('articles').column('first_seen_at').execute()
  await schema
    .createTable('article_versions')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('lead', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_versions_key', ['article_id', 'version'])
    .execute()
  await schema
    .createTable('article_keys')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .execute()
  await schema
    .createTable('article_appearances')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('rubric', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_appearances_key', ['article_id', 'feed_id'])
    .execute()
}

async function createEditions({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('editions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('digest_name', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('slot_at', 'bigint', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('since_at', 'bigint', (column) => column.notNull())
    .addColumn('until_at', 'bigint', (column) => column.notNull())
    .addColumn('article_count', 'integer', (column) => column.notNull())
    .addColumn('folded_count', 'integer', (column) => column.notNull())
    .addColumn('stories', 'text', (column) => column.notNull())
    .addColumn('archived_at', 'bigint')
    .addUniqueConstraint('editions_one_a_slot', ['digest_name', 'slot_at'])
    .execute()
  await schema
    .createTable('edition_articles')
    .addColumn('edition_id', 'text', (column) => column.notNull().references('editions.id'))
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('digest_name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('edition_articles_key', ['digest_name', 'article_id', 'edition_id'])
    .execute()
  await schema
    .createTable('digest_slots')
    .addColumn('digest_name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('announced_at', 'bigint', (column) => column.notNull())
    .addColumn('last_slot_at', 'bigint')
    .addColumn('next_slot_at', 'bigint')
    .execute()
}

async function createDeliveries({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('edition_id', 'text', (column) => column.notNull().references('editions.id'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('handle', 'text')
    .addUniqueConstraint('deliveries_one_a_part', ['edition_id', 'channel', 'part'])
    .execute()
  await schema.createIndex('deliveries_open').on('deliveries').columns(['state', 'next_attempt_at']).execute()
}

async function createSentences({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('sentences')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('start_offset', 'integer', (column) => column.notNull())
    .addColumn('end_offset', 'integer', (column) => column.notNull())
    .addForeignKeyConstraint('sentences_of_a_version', ['article_id', 'version'], 'article_versions', [
      'article_id',
      'version',
    ])
    .execute()
  await schema.createIndex('sentences_of').on('sentences').column('article_id').execute()
}

async function createHeart({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('heart')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('beat_at', 'bigint', (column) => column.notNull())
    .execute()
}
