// Any verb that opens a database of an older version backs it up first.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inspectDatabase } from '../../src/storage/inspect.ts'
import { openStorage } from '../../src/storage/open.ts'
import { LAST_MIGRATION, makeOlder } from '../storage/older-database.ts'
import { newFolder, plain, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'

it('a database of an older version is backed up before a verb changes it, and only then', async () => {
  const folder = newFolder()
  const database = join(folder, 'essai.sqlite')
  await (await openStorage(database, { now: () => Date.parse(NOW) })).close()
  const ask = () => run(['ask', 'qui a rencontré Lavrov ?', '--database', database, '--now', NOW])
  const kept = () => readdirSync(folder).filter((name) => name.includes('avant-migration'))
  await ask()
  expect(kept()).toEqual([])
  makeOlder(database)
  const { errors } = await ask()
  expect(kept()).toHaveLength(1)
  expect(plain(errors)).toContain(kept()[0])
  expect((await inspectDatabase(join(folder, kept()[0] ?? ''))).missingMigrations).toEqual([LAST_MIGRATION])
  expect((await inspectDatabase(database)).missingMigrations).toEqual([])
})
