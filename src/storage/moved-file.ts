// The mark in a file whose database was moved to a server: nobody publishes from it any more. Moves nothing.
import type { DatabaseSync } from 'node:sqlite'
import { ExplainedError } from '../core/failures.ts'

const MARK = 'pressoir_moved'

export function markMoved(connection: DatabaseSync, server: string): void {
  connection.exec(`create table if not exists ${MARK} (server text not null); delete from ${MARK}`)
  connection.prepare(`insert into ${MARK} values (?)`).run(server)
}

/** Two programs that publish the same digests from two databases would post everything twice. */
export function refuseMoved(connection: DatabaseSync, path: string): void {
  const table = connection.prepare('select 1 from sqlite_master where name = ?').get(MARK)
  if (table === undefined) return
  const server = connection.prepare(`select server from ${MARK}`).get()?.['server']
  if (typeof server === 'string') throw new ExplainedError({ code: 'moved-away', path, server })
}
