// A database as a program without the last migration left it.
import { DatabaseSync } from 'node:sqlite'

export const LAST_MIGRATION = '0014-index-care'

export function makeOlder(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(`alter table sentence_total drop column gone; alter table sentence_total drop column merging;
    delete from pressoir_migration where name = '${LAST_MIGRATION}'`)
  database.close()
}
