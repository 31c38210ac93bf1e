// The work that processes share on a server; where there is none, each has its own. A part of the composition root.
import { isServer, serverName } from './core/database-address.ts'
import { ExplainedError } from './core/failures.ts'
import type { Role } from './core/task.ts'
import type { Log } from './ports.ts'
import { openBoss } from './queue/boss.ts'
import type { TaskQueue } from './task-queue.ts'

/** Whether there are others to share with. Throws ExplainedError `queue-needs-server` for a part of what is in a file. */
export function isWorkShared(url: string, role: Role): boolean {
  if (!isServer(url) && role !== 'all') throw new ExplainedError({ code: 'queue-needs-server' })
  return isServer(url)
}

/** Throws ExplainedError `queue-needs-server` for a database in a file, `database-unreachable`. */
export function openQueue(url: string, log: Log): Promise<TaskQueue> {
  if (!isServer(url)) throw new ExplainedError({ code: 'queue-needs-server' })
  return openBoss(url, serverName(url), log)
}
