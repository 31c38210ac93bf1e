// Shared work on pg-boss: one queue for each kind of task, one for what was given up. Knows no task's meaning.
import { PgBoss } from 'pg-boss'
import { ExplainedError } from '../core/failures.ts'
import { type QueueState, type Task, TASK_KINDS, type TaskKind } from '../core/task.ts'
import { queueFailed } from '../locale/tasks.ts'
import type { Log } from '../ports.ts'
import { explainPostgresError } from '../storage/explain-postgres.ts'
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
  /** What is done stays so long, and is cleared away as often; pg-boss itself clears once a day. */
  readonly done: number
}

const USUAL_PACE: Pace = {
  heartbeat: 30,
  supervise: 10,
  polling: 10,
  retry: 5,
  attempts: 5,
  done: 10 * MINUTE,
}

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
    maintenanceIntervalSeconds: pace.done,
  })
  boss.on('error', createTeller(log, name))
  try {
    await boss.start()
    await makeQueues(boss, pace)
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    throw new ExplainedError({ code: 'database-unreachable', path: name }, { cause: error })
  }
  return {
    offer: (tasks) => explaining(name, () => offer(boss, tasks)),
    work: (kind, options, handle) => work(boss, kind, { ...options, polling: pace.polling }, handle),
    isWorking: () => isWorking(boss),
    states: () => explaining(name, () => states(boss)),
    resend: () => explaining(name, () => boss.redrive(DEAD)),
    stop: (timeout) => boss.stop({ graceful: true, timeout }),
  }
}

/** A server that is away fails some hundred times a minute: in milliseconds, as a beat comes. */
const TOLD_AGAIN_AFTER = 60_000

/** pg-boss hands over errors, and copies of them that are none. */
function createTeller(log: Log, name: string): (error: Partial<Error> & { readonly code?: unknown }) => void {
  let toldAt = -Infinity
  return ({ message, code }) => {
    const now = performance.now()
    if (now - toldAt < TOLD_AGAIN_AFTER) return
    toldAt = now
    // Refused at several addresses of one host: the sum of it has a code and no words.
    log.warn(queueFailed(name), { error: message || String(code) })
  }
}

async function makeQueues(boss: PgBoss, { heartbeat, retry, attempts, done }: Pace): Promise<void> {
  await boss.createQueue(DEAD, DEAD_QUEUE)
  const own = {
    ...QUEUE,
    heartbeatSeconds: heartbeat,
    retryDelay: retry,
    retryLimit: attempts - 1,
    deleteAfterSeconds: done,
  }
  for (const kind of TASK_KINDS) await boss.createQueue(kind, own)
}

/** What the server says of our queues is told as what it says of our tables. */
async function explaining<Result>(name: string, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (error) {
    throw explainPostgresError(error, name)
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

/** A process that has lost its server asks again and again; what it was given last says whether it was answered. */
async function isWorking(boss: PgBoss): Promise<boolean> {
  const isThere = (await boss.schemaVersion()) !== null
  const isAnswered = boss
    .getWipData()
    .every(({ lastFetchedOn, lastErrorOn }) => (lastFetchedOn ?? 0) >= (lastErrorOn ?? 0))
  return isThere && isAnswered
}

/**
 * Asked at each scrape: pg-boss itself would be asked twice a kind, and gives whole jobs, done ones included. Those that
 * wait come before `active` in its list of states; what it counts as given up, it names by where it comes from.
 */
const COUNTING = `
  select case when name = '${DEAD}' then source_name else name end as kind, name = '${DEAD}' as is_dead,
    count(*) filter (where state < 'active') as waiting,
    count(*) filter (where state = 'active') as running,
    extract(epoch from min(created_on) filter (where state < 'active')) * 1000 as since
  from ${SCHEMA}.job group by 1, 2`

interface CountedRow {
  readonly kind: string
  readonly is_dead: boolean
  readonly waiting: string
  readonly running: string
  readonly since: string | null
}

async function states(boss: PgBoss): Promise<readonly QueueState[]> {
  const { rows }: { rows: readonly CountedRow[] } = await boss.getDb().executeSql(COUNTING)
  return TASK_KINDS.map((kind) => {
    const own = rows.find((row) => row.kind === kind && !row.is_dead)
    const dead = rows.find((row) => row.kind === kind && row.is_dead)
    return {
      kind,
      waiting: Number(own?.waiting ?? 0),
      running: Number(own?.running ?? 0),
      ...(own !== undefined && own.since !== null && { waitingSince: Math.round(Number(own.since)) }),
      dead: Number(dead?.waiting ?? 0),
    }
  })
}
