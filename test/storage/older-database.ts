// A database as a program without the last migration left it.
import { DatabaseSync } from 'node:sqlite'

export const LAST_MIGRATION = '0021-elsewhere'

/** The indexes that it replaces, as they were. */
const REPLACED = {
  article_people_named: 'article_people (name, published_at desc, article_id, feed_id)',
  meetings_on: 'meetings (first_day, last_day, published_at, article_id, ordinal, feed_id)',
  meetings_told: 'meetings (published_at desc, article_id, ordinal, feed_id)',
  meeting_keys_of: 'meeting_keys (kind, key, published_at desc, article_id, ordinal, participant, feed_id)',
  offices_of: 'offices (name, office_key, is_former, published_at, article_id, feed_id)',
  offices_held: 'offices (office_key, name, is_former, published_at, article_id, feed_id)',
  statements_of: 'statements (speaker, published_at desc, article_id, ordinal, feed_id)',
}

export function makeOlder(path: string): void {
  const database = new DatabaseSync(path)
  database.exec('begin; drop index articles_in; drop index offices_held_elsewhere')
  for (const [name, columns] of Object.entries(REPLACED))
    database.exec(`drop index ${name}; create index ${name} on ${columns}`)
  for (const table of ['articles', 'article_people', 'meetings', 'meeting_keys', 'offices', 'statements'])
    database.exec(`alter table ${table} drop column stood_elsewhere`)
  database.exec(`delete from pressoir_migration where name = '${LAST_MIGRATION}'; commit`)
  database.close()
}
