// What the running program lacks to do its work for people. Mends nothing.
import type { Lack } from '../core/readiness.ts'
import type { Storage } from '../ports.ts'
import type { TaskQueue } from '../task-queue.ts'
import { atMost } from './at-most.ts'
import type { Platforms } from './send.ts'

/** A database that answers later than this keeps people waiting as well: a platform gives us three seconds. */
const DATABASE_PATIENCE_SECONDS = 2

/** `queue` is absent where nobody shares the work. */
export async function findLacks(
  storage: Storage,
  platforms: Platforms,
  queue?: Pick<TaskQueue, 'isWorking'>,
): Promise<readonly Lack[]> {
  const apart = [...platforms].flatMap(([name, platform]): readonly Lack[] =>
    platform.isConnected() ? [] : [{ code: 'platform', platform: name }],
  )
  if (!(await answers(storage.lastBeat().then(() => true)))) return [{ code: 'database' }, ...apart]
  return queue === undefined || (await answers(queue.isWorking())) ? apart : [{ code: 'queue' }, ...apart]
}

async function answers(asked: Promise<boolean>): Promise<boolean> {
  const answer = asked.catch(() => false)
  return (await atMost(answer, DATABASE_PATIENCE_SECONDS)) ?? false
}
