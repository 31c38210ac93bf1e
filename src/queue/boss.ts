// Shared work on pg-boss: one queue for each kind of task, one for what was given up. Knows no task's meaning.
import { PgBoss } from 'pg-boss'
import { ExplainedError } from '../core/failures.ts'
import { type QueueState, type Task, TASK_KINDS, type TaskKind } from '../core/task.ts'
import { queueFailed } from '../locale/tasks.ts'
import type { Log } from '../ports.ts'
import type { TaskQueue, WorkOptions } from '../task-queue.ts'

/** Tables of pg-boss stand beside ours, in a schema of their own. */
const SCHEMA = 'pressoir_travail'

/** Where tasks go that were given up. */
const DEAD = 'dead'

const MINUTE = 60

/**
 * The whole of a task may take long: an archive of thousands of articles.
 */
const QUEUE = {
  // Waiting or under way, a lane is there once.
  policy: 'exclusive',
  notify: true,
  expireInSeconds: 6 * 60 * MINUTE,
  retryBackoff: true,
  retryDelayMax: 5 * MINUTE,
  // The next beat offers it anew.
  retentionSeconds: 60 * MINUTE,
  deleteAfterSeconds: 10 * MINUTE,
  deadLetter: DEAD,
} as const

const DEAD_QUEUE = { policy: 'standard', retryLimit: 0, retentionSeconds: 14 * 24 * 60 * MINUTE } as const

/** For asking and for being called; the rest of the program has its own. */
const CONNECTIONS = 4

/** In seconds. */
export interface Pace {
  /** A process that gives no sign of life for so long is dead; it gives two in this time. 10 at least. */
  readonly heartbeat: number
  /** How often dead processes are looked for. */
  readonly supervise: number
  /** A notice of the server wakes who waits for work; when it is lost, this does. */
  readonly polling: number
  /** Before the second attempt; twice as long before each further one. */
  readonly retry: number
  /** After so many attempts a task is put aside; a number. */
  readonly attempts: number
}

const USUAL_PACE: Pace = { heartbeat: 30, supervise: 10, polling: 10, retry: 5, attempts: 5 }

interface Lane {
  readonly lane: number
}

/** Tables are made when missing. Throws ExplainedError `database-unreachable`. */
export async function openBoss(
  url: string,
  name: string,
  log: Log,
  pace: Pace = USUAL_PACE,
): Promise<TaskQueue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'pressoir',
    schema: SCHEMA,
    max: CONNECTIONS,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: pace.supervise,
    monitorIntervalSeconds: pace.supervise,
    queueCacheIntervalSeconds: pace.supervise,
  })
  boss.on('error', (error) => log.warn(queueFailed(name), { error: String(error) }))
  try {
    await boss.start()
    await boss.createQueue(DEAD, DEAD_QUEUE)
    for (const kind of TASK_KINDS)
      await boss.createQueue(kind, {
        ...QUEUE,
        heartbeatSeconds: pace.heartbeat,
        retryDelay: pace.retry,
        retryLimit: pace.attempts - 1,
      })
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    throw new ExplainedError({ code: 'database-unreachable', path: name }, { cause: error })
  }
  return {
    offer: (tasks) => offer(boss, tasks),
    work: (kind, options, handle) => work(boss, kind, { ...options, polling: pace.polling }, handle),
    states: () => states(boss),
    resend: () => boss.redrive(DEAD),
    stop: (timeout) => boss.stop({ graceful: true, timeout }),
  }
}

async function offer(boss: PgBoss, tasks: readonly Task[]): Promise<void> {
  for (const [kind, ofKind] of Map.groupBy(tasks, (task) => task.kind))
    await boss.insert(
      kind,
      ofKind.map(({ lane }) => ({ data: { lane }, singletonKey: String(lane) })),
    )
}

async function work(
  boss: PgBoss,
  kind: TaskKind,
  { together, side, polling }: WorkOptions & { readonly polling: number },
  handle: (lanes: ReadonlySet<number>) => Promise<void>,
): Promise<void> {
  // Where there was a full share there is more: nobody waits for the next notice.
  const polls = { pollingIntervalSeconds: Math.min(polling, 2), notifyPollingIntervalSeconds: polling }
  const burst = together > 1 ? { burstWhenBatchFull: true } : {}
  await boss.work<Lane>(kind, { batchSize: together, localConcurrency: side, ...burst, ...polls }, (jobs) =>
    handle(new Set(jobs.map(({ data }) => data.lane))),
  )
}

/** A queue has as many tasks as lanes, and those that were done in the last minutes. */
async function states(boss: PgBoss): Promise<readonly QueueState[]> {
  const found: QueueState[] = []
  for (const kind of TASK_KINDS) {
    const jobs = await boss.findJobs<Lane>(kind)
    const { total: dead } = await boss.previewRedrive(DEAD, { sourceName: kind })
    const count = (...counted: readonly string[]): number =>
      jobs.filter(({ state }) => counted.includes(state)).length
    found.push({ kind, waiting: count('created', 'retry'), running: count('active'), dead })
  }
  return found
}
