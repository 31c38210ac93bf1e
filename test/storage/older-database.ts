// A database as a program without the last migration left it.
import { DatabaseSync } from 'node:sqlite'

export const LAST_MIGRATION = '0016-installations'

export function makeOlder(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(`drop table installations; drop table installation_states;
    delete from pressoir_migration where name = '${LAST_MIGRATION}'`)
  database.close()
}
