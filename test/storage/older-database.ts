// A database as a program without the last migration left it.
import { DatabaseSync } from 'node:sqlite'

export const LAST_MIGRATION = '0020-lanes'

export function makeOlder(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(`drop index drafts_in_lane; alter table drafts drop column lane;
    delete from pressoir_migration where name = '${LAST_MIGRATION}'`)
  database.close()
}
