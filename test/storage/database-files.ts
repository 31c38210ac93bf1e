// Places for the databases of tests, gone after each test.
import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder that lives as long as the test. Call it inside a test or a beforeEach. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pressoir-storage-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A path at which no file is yet. */
export async function newDatabasePath(): Promise<string> {
  return join(await newFolder(), 'pressoir.sqlite')
}

/** Makes a database so large that copying it takes many steps. */
export function addBallast(path: string, megabytes: number): void {
  const database = new DatabaseSync(path)
  try {
    database.exec(`create table ballast as with recursive numbers (number) as
      (select 1 union all select number + 1 from numbers where number < ${megabytes * 250})
      select number, randomblob(4000) as weight from numbers`)
  } finally {
    database.close()
  }
}
