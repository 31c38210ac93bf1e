// What a start of the program costs, and a beat with nothing to do. Reads no feed.
import type { Instant } from '../src/core/calendar.ts'
import { createStoryShelf, type StoryShelf } from '../src/core/story-shelf.ts'
import { SILENT_METER } from '../src/meter.ts'
import type { Storage } from '../src/ports.ts'
import { reconcile } from '../src/services/administer.ts'
import { currentAlerts, currentDigests } from '../src/services/current.ts'
import { createHeart } from '../src/services/heart.ts'
import { restoreRunningShelf } from '../src/services/restore-shelf.ts'
import { createOutageWatch } from '../src/services/watch-outage.ts'
import { openStorage } from '../src/storage/open.ts'
import { type Cost, costOf } from './scale-cost.ts'
import { type MovedClock, NO_READER } from './scale-day.ts'
import { SILENT_LOG } from './scale-log.ts'
import { acceptingPlatforms } from './scale-platforms.ts'
import { feedsOfFile } from './scale-world.ts'

export interface Started {
  readonly opening: Cost
  readonly reconciling: Cost
  readonly firstBeat: Cost
  /** Of the beats after, the mean. */
  readonly laterBeat: Cost
}

const LATER_BEATS = 5

/** As `openApp` does it. The beats find nothing to do. */
export async function start(
  url: string,
  clock: MovedClock,
): Promise<{ readonly storage: Storage; readonly started: Started }> {
  const { cost: opening, result: storage } = await costOf(() => openStorage(url, clock))
  const { cost: reconciling } = await costOf(async () => {
    await reconcile({ storage, clock }, { file: 'bench', feeds: feedsOfFile, digests: [], alerts: [] })
    await storage.drafts.takeUpAgain()
  })
  const heart = quietHeart(storage, clock, await heldShelf(storage, clock.now()))
  const { cost: firstBeat } = await costOf(heart.beat)
  const { cost: all } = await costOf(async () => {
    for (let beat = 0; beat < LATER_BEATS; beat++) await heart.beat()
  })
  await heart.rest()
  const laterBeat = { seconds: all.seconds / LATER_BEATS, busySeconds: all.busySeconds / LATER_BEATS }
  return { storage, started: { opening, reconciling, firstBeat, laterBeat } }
}

/** As after the first minutes: nothing is read, so that one article stands for all, and nobody has placed any since. */
async function heldShelf(storage: Storage, now: Instant): Promise<StoryShelf> {
  const shelf = createStoryShelf()
  shelf.place({
    id: 'mesure',
    title: 'Le pont rouvre',
    lead: '',
    text: 'Le pont rouvre lundi.',
    publishedAt: now,
  })
  shelf.position = await storage.placements.last()
  return shelf
}

function quietHeart(storage: Storage, clock: MovedClock, shelf: StoryShelf) {
  const { signal } = new AbortController()
  return createHeart(
    {
      storage,
      shelf,
      clock,
      signal,
      reader: NO_READER,
      log: SILENT_LOG,
      meter: SILENT_METER,
      outage: createOutageWatch(),
      zone: 'Europe/Paris',
      platforms: acceptingPlatforms(),
      writeArchive: async () => undefined,
    },
    { digests: () => currentDigests(storage, []), alerts: () => currentAlerts(storage, []) },
  )
}

export interface RestoredShelf {
  readonly cost: Cost
  readonly articleCount: number
}

export async function restore(
  storage: Storage,
  now: Instant,
): Promise<{ readonly shelf: StoryShelf; readonly restored: RestoredShelf }> {
  const shelf = createStoryShelf()
  const { cost } = await costOf(() => restoreRunningShelf(storage, shelf, now))
  return { shelf, restored: { cost, articleCount: shelf.size } }
}
