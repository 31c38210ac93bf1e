// How SQLite comes to the counts of what waits: by its indexes, never by a whole table.
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { watchIdentity } from '../../src/storage/identity.ts'
import { measureStore } from '../../src/storage/measures.ts'
import { openStorage } from '../../src/storage/open.ts'
import { openSession } from '../../src/storage/session.ts'
import { sqliteDialect } from '../../src/storage/sqlite-driver.ts'
import { sqliteWording } from '../../src/storage/sqlite-wording.ts'
import type { Tables } from '../../src/storage/tables.ts'
import { newDatabasePath } from './database-files.ts'
import { EVENING } from './samples.ts'

it('asks indexes alone, however many articles there are', async () => {
  const path = await newDatabasePath()
  await (await openStorage(path, { now: () => EVENING })).close()
  const connection = new DatabaseSync(path)
  const asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = []
  const database = new Kysely<Tables>({
    dialect: sqliteDialect(connection, path, { watch: watchIdentity(connection, path) }),
    log: ({ query: { sql, parameters } }) => void asked.push({ sql, parameters }),
  })
  const measures = measureStore(openSession(database, sqliteWording))
  await measures.feeds('', 10)
  await measures.drafts()
  await measures.openMessages()
  await measures.undelivered(EVENING)
  expect(asked.length).toBeGreaterThan(8)
  for (const { sql, parameters } of asked) {
    const values = parameters.map((value) => (typeof value === 'number' ? value : String(value)))
    const steps = connection.prepare(`explain query plan ${sql}`).all(...values)
    for (const { detail } of steps)
      expect(String(detail)).toMatch(/^SEARCH .* USING (?:COVERING )?INDEX|^LIST SUBQUERY/)
  }
  await database.destroy()
})
