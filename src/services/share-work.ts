// The heart of one of several processes: a beat says where there is work, and whoever is free does it. As `heart`, cut
// into tasks; what is to be done in each lane, the database says.
import { laneOf, laneOfAddress, LANES } from '../core/lane.ts'
import { kindsOf, type Role, type Task, type TaskKind } from '../core/task.ts'
import type { TaskQueue, WorkOptions } from '../task-queue.ts'
import type { Digest } from '../core/digest.ts'
import { atMost } from './at-most.ts'
import { awaitNews } from './await-news.ts'
import { deliverAlerts } from './deliver-alerts.ts'
import { deliverOpen } from './deliver.ts'
import type { Heart, HeartOptions } from './heart.ts'
import { type IngestTools, refreshDueFeeds } from './ingest.ts'
import { readOldFacts } from './keep-facts.ts'
import { isDatabaseFailure, logFailure } from './log-failure.ts'
import { archiveAndTell, dueDigests, makeDue, type PublishTools } from './publish.ts'
import { createRaiseDueAlerts } from './raise-alerts.ts'
import { readDrafts } from './read-drafts.ts'
import { createFeedTeller } from './report-feeds.ts'
import { takeCare } from './take-care.ts'
import { tellTasks } from './tell-tasks.ts'
import { tellOutage } from './tell-outage.ts'
import { wakeFeeds } from './wake-feeds.ts'

/**
 * Lanes taken at once, and calls side by side. Reading goes through one shelf of stories, and editions made together share
 * what they have in common: one call, of many lanes. A platform that is slow holds up a few lanes, not all.
 */
const SHARES: Readonly<Record<TaskKind, WorkOptions>> = {
  plan: { together: 1, side: 1 },
  fetch: { together: 16, side: 2 },
  read: { together: 16, side: 1 },
  facts: { together: 1, side: 1 },
  alert: { together: 1, side: 1 },
  // Editions are made one after the other, whoever makes them: two processes have all of them in one call each.
  publish: { together: LANES / 2, side: 1 },
  deliver: { together: 8, side: 8 },
  care: { together: 1, side: 1 },
  // Old texts that go may take hours: no notice waits for them.
  upkeep: { together: 1, side: 1 },
}

/** What is under way may end, in milliseconds, before others take it over: less than containers are given to stop. */
const DRAINING_TIME = 20_000

/** How long a beat waits for the server, and an edition for its news: until the next beat. */
const PATIENCE_SECONDS = 60

type SharedTools = IngestTools & PublishTools

interface Sharing extends Required<Pick<HeartOptions, 'digests' | 'alerts' | 'patienceSeconds'>> {
  readonly tools: SharedTools
  readonly queue: TaskQueue
  readonly duties: readonly (() => Promise<void>)[]
}

/** Works from now on. */
export async function shareWork(
  tools: SharedTools,
  queue: TaskQueue,
  { role, ...options }: HeartOptions & { readonly role: Role },
): Promise<Heart> {
  const usual = { alerts: async () => [], duties: [], patienceSeconds: PATIENCE_SECONDS }
  const sharing: Sharing = { ...usual, ...options, tools, queue }
  const handlers = handlersOf(sharing)
  for (const kind of kindsOf(role)) await queue.work(kind, SHARES[kind], telling(tools, handlers[kind]))
  return {
    beat: () => beat(sharing),
    rest: () => queue.stop(DRAINING_TIME),
  }
}

/** A server that says nothing stops no heart: a process that is started anew would not be answered either. */
async function beat({ tools, queue }: Sharing): Promise<void> {
  const offered = queue
    .offer([{ kind: 'plan', lane: 0 }])
    .catch((error: unknown) => logFailure(tools.log, error))
  await atMost(offered, PATIENCE_SECONDS)
}

/**
 * The queue tries again what fails, and says nothing of it. A database that is away or full says nothing against the task:
 * the next beat offers the lane anew, and nobody has to send it again after an outage.
 */
function telling({ log }: SharedTools, handle: Handler): Handler {
  return async (lanes) => {
    try {
      await handle(lanes)
    } catch (error) {
      logFailure(log, error)
      if (!isDatabaseFailure(error)) throw error
    }
  }
}

type Handler = (lanes: ReadonlySet<number>) => Promise<void>

function handlersOf(sharing: Sharing): Readonly<Record<TaskKind, Handler>> {
  const { tools, queue, alerts, duties } = sharing
  const { storage, signal, clock, log } = tools
  const tell = createFeedTeller(log)
  const raiseDueAlerts = createRaiseDueAlerts(tools)
  // As where one process does all: editions are made before they are sent. Thousands of messages would slow down both.
  let making: Promise<unknown> = Promise.resolve()
  const turn = (): Promise<unknown> => Promise.allSettled([making])
  return {
    plan: () => plan(sharing),

    fetch: async (lanes) => {
      await refreshDueFeeds(tools, { onReport: tell, isAsked: ({ url }) => lanes.has(laneOfAddress(url)) })
      await tellOutage(tools)
      await queue.offer(tasksOf('read', await storage.drafts.lanes()))
    },

    read: (lanes) => readLanes(sharing, lanes),

    facts: () => readOldFacts(storage, signal),

    alert: async () => {
      await raiseDueAlerts(await alerts())
      await deliverAlerts(tools)
    },

    publish: async (lanes) => {
      const made = makeLanes(sharing, lanes)
      making = made
      await queue.offer(await made)
    },

    deliver: (lanes) => deliverOpen({ ...tools, turn }, (channel) => lanes.has(laneOf(channel))),

    care: async () => {
      await archiveAndTell(tools)
      await takeCare(tools)
      await tellTasks(tools, await queue.states())
      // Where nobody publishes, nothing is well: `health` must see it.
      await storage.noteBeat(clock.now())
    },

    upkeep: async () => {
      for (const duty of duties) if (!signal.aborted) await duty()
    },
  }
}

async function readLanes({ tools, queue }: Sharing, lanes: ReadonlySet<number>): Promise<void> {
  let keptCount = 0
  await readDrafts(tools, {
    lanes,
    onKept: ({ added, updated }) => {
      keptCount += added.length + updated.length
    },
  })
  // Whoever waits for an alert has waited for the reading already.
  if (keptCount > 0) await queue.offer([{ kind: 'alert', lane: 0 }])
}

/** Gives what there is to do with the editions that are made. */
async function makeLanes({ tools, digests }: Sharing, lanes: ReadonlySet<number>): Promise<readonly Task[]> {
  const all = (await digests()).filter(({ name }) => lanes.has(laneOf(name)))
  const made = new Set((await makeDue(tools, all)).map(({ digestName }) => digestName))
  if (made.size === 0) return []
  const channels = all.filter(({ name }) => made.has(name)).flatMap((digest) => digest.channels)
  return [{ kind: 'care', lane: 0 }, ...tasksOf('deliver', channels.map(laneOf))]
}

/** Where there is something to do. A lane that is worked at is not taken a second time, whoever says so. */
async function plan(sharing: Sharing): Promise<void> {
  const { tools, queue, digests } = sharing
  const { storage, clock } = tools
  const now = clock.now()
  const all = await digests()
  await wakeFeeds(tools, all)
  const due = await storage.feeds.due(now)
  await queue.offer([
    ...tasksOf(
      'fetch',
      due.map(({ feed }) => laneOfAddress(feed.url)),
    ),
    ...tasksOf('read', await storage.drafts.lanes()),
    ...tasksOf('deliver', (await storage.editions.openChannels(now)).map(laneOf)),
    { kind: 'facts', lane: 0 },
    { kind: 'alert', lane: 0 },
    { kind: 'care', lane: 0 },
    { kind: 'upkeep', lane: 0 },
  ])
  await planEditions(sharing, all)
}

/** After the rest: an edition waits for the news of feeds that are due, as it does where one process does all. */
async function planEditions(
  { tools, queue, patienceSeconds }: Sharing,
  all: readonly Digest[],
): Promise<void> {
  const due = await dueDigests(tools, all)
  if (due.length === 0) return
  await awaitNews(tools, patienceSeconds)
  // Told to stop: the next process will find them due.
  if (!tools.signal.aborted) await queue.offer(tasksOf('publish', due.map(laneOf)))
}

function tasksOf(kind: TaskKind, lanes: readonly number[]): readonly Task[] {
  return [...new Set(lanes)].map((lane) => ({ kind, lane }))
}
