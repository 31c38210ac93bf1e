// The changes of a new version, tried on a copy; and the backup before they are made.
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { inspectDatabase } from '../../src/storage/inspect.ts'
import { openStorage } from '../../src/storage/open.ts'
import { backUpBeforeMigrating, tryMigrations } from '../../src/storage/try-migrations.ts'
import { newDatabasePath } from './database-files.ts'
import { LAST_MIGRATION, makeOlder } from './older-database.ts'
import { addFindable, EVENING } from './samples.ts'

const OPTIONS = { now: EVENING, version: '1.0.0' }

let path = ''

beforeEach(async () => {
  path = await newDatabasePath()
  const storage = await openStorage(path, { now: () => EVENING })
  await addFindable(storage, 'gel', 'Le gel touche la vallée.')
  await storage.close()
})

it('a database that is up to date has nothing to try, and needs no backup', async () => {
  expect(await tryMigrations(path, OPTIONS)).toMatchObject({
    names: [],
    losses: [],
    isWhole: true,
    orphans: 0,
  })
  expect(await backUpBeforeMigrating(path, OPTIONS)).toBeUndefined()
})

it('an older one is changed as a copy, which is taken away; the database stays', async () => {
  makeOlder(path)
  const trial = await tryMigrations(path, OPTIONS)
  expect(trial).toMatchObject({ names: [LAST_MIGRATION], losses: [], isWhole: true, orphans: 0 })
  expect(trial.bytesAfter).toBeGreaterThan(0)
  expect((await inspectDatabase(path)).missingMigrations).toEqual([LAST_MIGRATION])
  expect(readdirSync(dirname(path)).filter((name) => !name.startsWith(`${basename(path)}-`))).toEqual([
    'pressoir.sqlite',
  ])
})

it('an older one is backed up before it is changed', async () => {
  makeOlder(path)
  const saved = (await backUpBeforeMigrating(path, OPTIONS)) ?? ''
  expect(saved).toMatch(/pressoir\.sqlite\.avant-migration-2026-11-20T170000Z\.sqlite$/)
  expect(existsSync(saved)).toBe(true)
  expect((await inspectDatabase(saved)).missingMigrations).toEqual([LAST_MIGRATION])
})
