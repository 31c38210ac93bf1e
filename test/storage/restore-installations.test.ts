// What a restoring does to sealed tokens: the newest stay, since the older ones open nothing any more.
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import type { Installation } from '../../src/core/installation.ts'
import { backUp } from '../../src/storage/backup.ts'
import { openStorage } from '../../src/storage/open.ts'
import { restoreBackup } from '../../src/storage/restore.ts'
import { newDatabasePath } from './database-files.ts'
import { EVENING, MORNING } from './samples.ts'

function renewedAt(instant: number): Installation {
  const workspaceId = 'slack:T1'
  return { workspaceId, sealed: `clos ${instant}`, keyId: 'a1', installedAt: MORNING, renewedAt: instant }
}

async function makeFindable(): Promise<void> {
  // There is nothing to find.
}

async function keep(path: string, installation: Installation): Promise<void> {
  const storage = await openStorage(path, { now: () => EVENING })
  await storage.installations.save(installation)
  await storage.close()
}

it.each<[string, number, number]>([
  ['renewed since the backup', MORNING, EVENING],
  ['of a newer backup', EVENING, MORNING],
])('a restored database has the tokens %s', async (_why, ofBackup, ofReplaced) => {
  const path = await newDatabasePath()
  const file = join(dirname(path), 'sauvegarde.sqlite')
  await keep(path, renewedAt(ofBackup))
  await backUp(path, file, { now: MORNING, version: '1.0.0' })
  await keep(path, renewedAt(ofReplaced))
  await restoreBackup(file, path, { now: EVENING, version: '1.0.0', makeFindable })
  const storage = await openStorage(path, { now: () => EVENING })
  expect(await storage.installations.list()).toEqual([renewedAt(EVENING)])
  await storage.close()
})
