// The composition root of the bot: knows every implementation; `toolbox.ts` knows those of the other verbs. Holds no rule of its own.
import { openPlatforms } from './open-platforms.ts'
import { DEFAULT_CONFIGURATION } from './cli/options.ts'
import type { Terminal } from './cli/terminal.ts'
import type { App, AppOptions } from './cli/toolbox.ts'
import { createStoryShelf } from './core/story-shelf.ts'
import { isAnswering, NOTHING_SHARED, type QueueState } from './core/task.ts'
import type { Door } from './door.ts'
import { createHttpClient } from './feeds/http-client.ts'
import { besideHubs, openHubs } from './open-hubs.ts'
import { SILENT_METER } from './meter.ts'
import { outlines } from './outlines.ts'
import { openReader, visitorOf } from './open-reader.ts'
import { drawPng } from './pictures/draw.ts'
import type { Storage } from './ports.ts'
import type { WriteArchive } from './services/archive.ts'
import { atMost } from './services/at-most.ts'
import { reconcile } from './services/administer.ts'
import { connectPlatforms } from './services/connect.ts'
import { currentAlerts, currentDigests } from './services/current.ts'
import { findLacks } from './services/find-lacks.ts'
import { createHeart, type Heart, type HeartOptions } from './services/heart.ts'
import { createInbox } from './services/inbox.ts'
import { ingest } from './services/ingest.ts'
import { isWorkShared, openQueue } from './open-queue.ts'
import { publishDue, publishNow } from './services/publish.ts'
import type { Platforms } from './services/send.ts'
import { shareWork } from './services/share-work.ts'
import { createMeasuring } from './services/take-measures.ts'
import { createOutageWatch } from './services/watch-outage.ts'
import type { TaskQueue } from './task-queue.ts'
import { writeArchive } from './storage/archive.ts'
import { openStorage } from './storage/open.ts'
import { saveBeforeMigrating } from './save-before-migrating.ts'
import { dutiesOf } from './upkeep.ts'
import { createDoor } from './web/door.ts'

/** A platform that is slow to let us in keeps no edition waiting: posting needs no connection. */
const CONNECTING_PATIENCE_SECONDS = 5

/** The whole program, connected, its feeds reconciled with the configuration, and quiet until its first beat. */
export async function openApp(options: AppOptions, terminal: Terminal): Promise<App> {
  const { configuration, clock, log, role = 'all' } = options
  const isShared = isWorkShared(configuration.database, role)
  await saveBeforeMigrating(configuration.database, clock, (line) => log.info(line))
  const storage = await openStorage(configuration.database, clock)
  let queue: TaskQueue | undefined
  try {
    await reconcile({ storage, clock }, { file: DEFAULT_CONFIGURATION, ...configuration })
    // Today's readers may do better.
    await storage.drafts.takeUpAgain()
    const door = createDoor({ port: configuration.port, log })
    const platforms = await openPlatforms(options, terminal, { door, storage })
    queue = isShared ? await openQueue(configuration.database, log) : undefined
    return await connectedApp(options, { storage, platforms, door, queue })
  } catch (error) {
    await queue?.stop(0)
    await storage.close()
    throw error
  }
}

interface World {
  readonly storage: Storage
  readonly platforms: Platforms
  readonly door: Door
  /** Undefined where nobody shares the work. */
  readonly queue: TaskQueue | undefined
}

async function connectedApp(options: AppOptions, world: World): Promise<App> {
  const { storage, platforms, door, queue } = world
  const { configuration, clock, log, meter = SILENT_METER } = options
  const { archive, zone, quotas } = configuration
  const declared = declaredOf(configuration)
  const closing = new AbortController()
  const writeFiles: WriteArchive = (files) => writeArchive(archive, files)
  const { signal } = closing
  const publishing = { storage, platforms, writeArchive: writeFiles, clock, log, meter, signal, quotas }
  const reader = openReader(options)
  const tools = { ...publishing, ...newMemory(), reader, zone, isReachable: isReachable(configuration) }
  const digests = () => currentDigests(storage, declared.digests)
  const alerts = () => currentAlerts(storage, declared.alerts)
  const duties = dutiesOf(options, storage, signal)
  const beats = { digests, alerts, duties, ...patienceOf(options) }
  const beating = await openHeart(options, tools, queue, beats)
  const answering = isAnswering(options.role ?? 'all') ? { platforms, door } : NOT_ANSWERING
  const heart = besideHubs(beating, hubsOf(options, { storage, door: answering.door, signal }))
  const inbox = createInbox({ storage, reader, outlines, clock, log, meter, draw: drawPng, declared, quotas })
  const connecting = connectPlatforms({ platforms: answering.platforms, log, signal }, inbox)
  await atMost(connecting, CONNECTING_PATIENCE_SECONDS)
  return {
    storage,
    ask: inbox,
    ingest: (onReport) => ingest(tools, { onReport }),
    publish: async () => publishDue(publishing, await digests()),
    publishNow: (digest) => publishNow(publishing, digest),
    beat: heart.beat,
    lacks: () => findLacks(storage, answering.platforms, queue),
    measure: createMeasuring({ storage, clock, digests, tasks: countingOf(queue) }),
    connections: () => connectionsOf(answering.platforms),
    close: async () => {
      closing.abort()
      await reader.close()
      await heart.rest()
      await connecting
      await closeWorld(world)
    },
  }
}

/** A process whose part is another: it posts, and nobody reaches it. */
const NOT_ANSWERING: { readonly platforms: Platforms; readonly door: Door | undefined } = {
  platforms: new Map(),
  door: undefined,
}

/** Where people are answered: that is the process which the Internet reaches. */
function hubsOf(
  options: AppOptions,
  { storage, door, signal }: { storage: Storage; door: Door | undefined; signal: AbortSignal },
): ReturnType<typeof openHubs> {
  if (door === undefined) return undefined
  return openHubs(options, { storage, door, http: createHttpClient(visitorOf(options)), signal })
}

/** Of one of the processes that share the work, whichever. */
function isReachable({ publicAddress }: AppOptions['configuration']): boolean {
  return publicAddress !== undefined
}

function connectionsOf(platforms: Platforms): ReadonlyMap<string, boolean> {
  return new Map([...platforms].map(([name, platform]) => [name, platform.isConnected()]))
}

async function closeWorld({ storage, platforms }: World): Promise<void> {
  for (const platform of platforms.values()) await platform.stop()
  await storage.close()
}

/** On a server the work is shared, even while nobody else is there to share it. */
async function openHeart(
  { role = 'all' }: AppOptions,
  tools: Parameters<typeof createHeart>[0],
  queue: TaskQueue | undefined,
  options: HeartOptions,
): Promise<Heart> {
  return queue === undefined ? createHeart(tools, options) : shareWork(tools, queue, { ...options, role })
}

function countingOf(queue: TaskQueue | undefined): () => Promise<readonly QueueState[]> {
  return queue === undefined ? async () => NOTHING_SHARED : () => queue.states()
}

/** What the chat reads and does not change. */
function declaredOf({ feeds, digests, alerts, slackInstall }: AppOptions['configuration']) {
  return { feeds, digests, alerts, isSlackShared: slackInstall !== undefined }
}

/** What the program keeps in mind while it runs. */
function newMemory() {
  return { shelf: createStoryShelf(), outage: createOutageWatch() }
}

function patienceOf({ patienceSeconds }: AppOptions): { readonly patienceSeconds?: number } {
  return patienceSeconds === undefined ? {} : { patienceSeconds }
}
