// A database as a program without the last migration left it.
import { DatabaseSync } from 'node:sqlite'

export const LAST_MIGRATION = '0018-scale'

export function makeOlder(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(`drop index feed_states_troubled;
    alter table feed_states drop column may_be_in_trouble;
    drop index feeds_shared; drop index deliveries_in; drop index editions_unarchived;
    delete from pressoir_migration where name = '${LAST_MIGRATION}'`)
  database.close()
}
