// The backup that comes before a new version changes a database, whoever opens it. A part of the composition root.
import { existsSync } from 'node:fs'
import { backedUpBeforeLine } from './locale/doctor-database.ts'
import type { Clock } from './ports.ts'
import { isServer } from './core/database-address.ts'
import { databasePath } from './storage/sqlite-file.ts'
import { backUpBeforeMigrating } from './storage/try-migrations.ts'
import { VERSION } from './version.ts'

/** A new version never changes a database that nobody could bring back. */
export async function saveBeforeMigrating(
  url: string,
  { now }: Clock,
  tell: (line: string) => void,
): Promise<void> {
  // The tools of a server save what is on it: docs/operations.md.
  if (isServer(url)) return
  const path = databasePath(url)
  if (!existsSync(path)) return
  const saved = await backUpBeforeMigrating(path, { now: now(), version: VERSION })
  if (saved !== undefined) tell(backedUpBeforeLine(saved))
}
