// A database as a program without the last migration left it.
import { DatabaseSync } from 'node:sqlite'

export const LAST_MIGRATION = '0019-placements'

export function makeOlder(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(`drop table placements;
    delete from pressoir_migration where name = '${LAST_MIGRATION}'`)
  database.close()
}
