// One of several processes that share the work of a world on a server: its part of it, as the program shares it, without
// feeds and with platforms that take everything, not at once. Tells when it is ready, and when it has read its
// first article; each line of its input is what time it is now.
//   node bench/scale-worker.ts read|publish DATABASE [PORT]     PORT: of the press
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { createStoryShelf } from '../src/core/story-shelf.ts'
import { ROLES } from '../src/core/task.ts'
import { createFeedReader } from '../src/feeds/feed-reader.ts'
import { openQueue } from '../src/open-queue.ts'
import { currentAlerts, currentDigests } from '../src/services/current.ts'
import { shareWork } from '../src/services/share-work.ts'
import { createOutageWatch } from '../src/services/watch-outage.ts'
import { openStorage } from '../src/storage/open.ts'
import { movedClock } from './scale-day.ts'
import { SILENT_LOG } from './scale-log.ts'
import { WORLD_ENDS_AT } from './scale-plan.ts'
import { routesTo } from './scale-press.ts'
import { acceptingPlatforms } from './scale-platforms.ts'

/** Milliseconds until a message stands on a platform: a way to a far machine and back, and what is done there. */
const ANSWERED_AFTER = 150

const [given, url = '', port = '0'] = process.argv.slice(2)
const role = ROLES.find((one) => one === given) ?? 'all'
const clock = movedClock(WORLD_ENDS_AT)
const storage = await openStorage(url, clock)
const queue = await openQueue(url, SILENT_LOG)
let hasRead = false
const stopping = new AbortController()
const heart = await shareWork(
  {
    storage,
    clock,
    shelf: createStoryShelf(),
    reader: createFeedReader({
      userAgent: 'Pressoir (mesures)',
      now: clock.now,
      routes: routesTo(Number(port)),
    }),
    platforms: acceptingPlatforms(ANSWERED_AFTER),
    writeArchive: async () => undefined,
    outage: createOutageWatch(),
    zone: 'Europe/Paris',
    log: SILENT_LOG,
    meter: ({ kind }) => {
      if (kind !== 'article' || hasRead) return
      hasRead = true
      process.stdout.write('lu\n')
    },
    signal: stopping.signal,
  },
  queue,
  { role, digests: () => currentDigests(storage, []), alerts: () => currentAlerts(storage, []) },
)

process.once('SIGTERM', () => stopping.abort())
// Whoever began it may be gone without a word.
createInterface({ input: process.stdin })
  .on('line', (instant) => clock.set(Number(instant)))
  .on('close', () => stopping.abort())
process.stdout.write('prêt\n')
// Whoever began it says what there is to do: no beat looks for it.
if (!stopping.signal.aborted) await once(stopping.signal, 'abort')
await heart.rest()
await storage.close()
process.exit(0)
