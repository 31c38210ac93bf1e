// What the running program lacks to do its work for people. Mends nothing.
import type { Lack } from '../core/readiness.ts'
import type { Storage } from '../ports.ts'
import { atMost } from './at-most.ts'
import type { Platforms } from './send.ts'

/** A database that answers later than this keeps people waiting as well: a platform gives us three seconds. */
const DATABASE_PATIENCE_SECONDS = 2

export async function findLacks(storage: Storage, platforms: Platforms): Promise<readonly Lack[]> {
  const apart = [...platforms].flatMap(([name, platform]): readonly Lack[] =>
    platform.isConnected() ? [] : [{ code: 'platform', platform: name }],
  )
  return (await answers(storage)) ? apart : [{ code: 'database' }, ...apart]
}

async function answers(storage: Storage): Promise<boolean> {
  const asked = storage.lastBeat().then(
    () => true,
    () => false,
  )
  return (await atMost(asked, DATABASE_PATIENCE_SECONDS)) ?? false
}
