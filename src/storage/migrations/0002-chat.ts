// What the chat brought: workspaces, what they set up, what they are told. Never changed once released.
import type { Kysely } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await createWorkspaces(database)
  await createChanges(database)
  await createNotices(database)
  await createReactions(database)
  await createPeople(database)
  await extendEditions(database)
  await indexArticles(database)
  await countSentences(database)
  await rememberDeclared(database)
}

async function createWorkspaces({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('workspaces')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('left_at', 'bigint')
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('followings')
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull().references('feeds.id'))
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('rubric', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('added_by_name', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('suspended_at', 'bigint')
    .addPrimaryKeyConstraint('followings_key', ['workspace_id', 'feed_id'])
    .execute()
  await schema.createIndex('followings_of_a_feed').on('followings').column('feed_id').execute()
  await schema
    .createTable('chat_digests')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('definition', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('chat_digests_of').on('chat_digests').column('workspace_id').execute()
}

async function createChanges({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('changes')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('person_name', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('undoes', 'text')
    .addColumn('undone_at', 'bigint')
    .execute()
  await schema.createIndex('changes_of').on('changes').columns(['workspace_id', 'made_at']).execute()
  await schema
    .createTable('memos')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('memos_expired').on('memos').column('expires_at').execute()
}

async function createNotices({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('doubtful_since', 'bigint')
    .addColumn('handle', 'text')
    .execute()
  await schema.createIndex('notices_open').on('notices').columns(['state', 'next_attempt_at']).execute()
  await schema
    .createTable('alarms')
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('since_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('alarms_key', ['workspace_id', 'subject'])
    .execute()
}

async function createReactions({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('mutes')
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('until_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('mutes_key', ['audience', 'story_id'])
    .execute()
  await schema
    .createTable('ratings')
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('is_useful', 'integer', (column) => column.notNull())
    .addColumn('rated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('ratings_key', ['story_id', 'person'])
    .execute()
}

async function createPeople({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('article_people')
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_people_key', ['article_id', 'name'])
    .execute()
  // The feed stands last: of thousands of names in thousands of feeds, no database shall look up each pair.
  await schema
    .createIndex('article_people_named')
    .on('article_people')
    .columns(['name', 'article_id', 'feed_id'])
    .execute()
  await schema
    .createTable('people_words')
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('people_words_key', ['words', 'name'])
    .execute()
  await schema.createIndex('people_words_of').on('people_words').column('name').execute()
}

/** Feeds of before were declared, or imported: there was no chat to follow any in. */
async function rememberDeclared(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('declared_feeds')
    .addColumn('feed_id', 'text', (column) => column.primaryKey().notNull())
    .execute()
  await database
    .withTables<KnownTables>()
    .insertInto('declared_feeds')
    .columns(['feed_id'])
    .expression((build) =>
      build.selectFrom('articles').select('feed_id').union(build.selectFrom('feeds').select('id as feed_id')),
    )
    .execute()
}

/** What this migration reads and writes of the tables that were there. */
type KnownTables = {
  feeds: { id: string }
  articles: { feed_id: string }
  declared_feeds: { feed_id: string }
  deliveries: { edition_id: string; state: string; doubtful_since: number | null }
  editions: { id: string; made_at: number }
  sentences: { id: number }
  sentence_total: { total: number }
}

/**
 * A delivery that stood as `sending` was doubtful. When it began nobody had noted: not before its edition was made,
 * and who looks for it in its channel from there on finds it.
 */
async function extendEditions(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('editions').addColumn('choice', 'text').execute()
  await database.schema.alterTable('deliveries').addColumn('doubtful_since', 'bigint').execute()
  await database
    .withTables<KnownTables>()
    .updateTable('deliveries')
    .set((build) => ({
      doubtful_since: build
        .selectFrom('editions')
        .select('made_at')
        .whereRef('editions.id', '=', 'deliveries.edition_id'),
    }))
    .where('state', '=', 'sending')
    .execute()
}

async function indexArticles({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex('edition_articles_of').on('edition_articles').column('article_id').execute()
  await schema.createIndex('articles_of_story').on('articles').column('story_id').execute()
  await schema
    .createIndex('articles_of_feed')
    .on('articles')
    .columns(['feed_id', 'first_seen_at', 'id'])
    .execute()
  await schema
    .createIndex('article_appearances_in')
    .on('article_appearances')
    .columns(['feed_id', 'article_id'])
    .execute()
}

async function countSentences(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('sentence_total')
    .addColumn('total', 'integer', (column) => column.notNull())
    .execute()
  await database
    .withTables<KnownTables>()
    .insertInto('sentence_total')
    .columns(['total'])
    .expression((build) =>
      build.selectFrom('sentences').select((columns) => columns.fn.countAll<number>().as('total')),
    )
    .execute()
}
