// Opens a database and gives its stores. The only file that knows which databases there are.
import type { Instant } from '../core/calendar.ts'
import type { Storage } from '../ports.ts'
import { openPostgresStorage } from './postgres-storage.ts'
import { isServer } from '../core/database-address.ts'
import { databasePath } from './sqlite-file.ts'
import { openSqliteStorage } from './sqlite-storage.ts'

export interface StorageOptions {
  readonly now: () => Instant
  /** How long a write waits for other programs; 5,000 when absent, on a server 45,000. */
  readonly busyTimeoutMilliseconds?: number
}

/**
 * `url` is a path, `sqlite:path`, `:memory:` or `postgres://…`; a file that does not exist is made, a database of a server
 * is not. Missing migrations are applied. Throws ExplainedError `database-*`; a database of a newer program is refused
 * before it is touched.
 */
export async function openStorage(url: string, options: StorageOptions): Promise<Storage> {
  return isServer(url) ? openPostgresStorage(url, options) : openSqliteStorage(databasePath(url), options)
}
