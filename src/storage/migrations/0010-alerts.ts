// Alerts of the chat, and what alerts have told. Never changed once released.
import type { Kysely } from 'kysely'

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('chat_alerts')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('definition', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('chat_alerts_of').on('chat_alerts').columns(['workspace_id', 'name']).execute()
  await createRaisedAlerts(schema)
}

async function createRaisedAlerts(schema: Kysely<unknown>['schema']): Promise<void> {
  await schema
    .createTable('raised_alerts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('alert_name', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text')
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('episode', 'integer', (column) => column.notNull())
    .addColumn('raised_at', 'bigint', (column) => column.notNull())
    .addColumn('told', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('shown_revision', 'integer', (column) => column.notNull())
    .addColumn('edit_attempts', 'integer', (column) => column.notNull())
    .addColumn('next_edit_at', 'bigint', (column) => column.notNull())
    .addColumn('edits', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('doubtful_since', 'bigint')
    .addColumn('handle', 'text')
    .addUniqueConstraint('raised_alerts_once', ['alert_name', 'story_id', 'episode'])
    .execute()
  await schema
    .createIndex('raised_alerts_open')
    .on('raised_alerts')
    .columns(['state', 'next_attempt_at'])
    .execute()
  await schema
    .createIndex('raised_alerts_since')
    .on('raised_alerts')
    .columns(['alert_name', 'raised_at'])
    .execute()
}
