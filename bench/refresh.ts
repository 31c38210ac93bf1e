// How long 2,000 feeds take behind 50 ms of latency, and what bad ones cost the good ones; peers beside. Prints tables.
//   npm run bench:refresh [-- SHARED_FOLDER]
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOUR } from '../src/core/calendar.ts'
import { feedId } from '../src/core/article-identity.ts'
import { SILENT_METER } from '../src/meter.ts'
import { createStoryShelf } from '../src/core/story-shelf.ts'
import type { Feed } from '../src/core/feed.ts'
import { createFeedReader } from '../src/feeds/feed-reader.ts'
import type { Log } from '../src/ports.ts'
import { refreshDueFeeds } from '../src/services/ingest.ts'
import { readDrafts } from '../src/services/read-drafts.ts'
import { createOutageWatch } from '../src/services/watch-outage.ts'
import { openStorage } from '../src/storage/open.ts'
import {
  addressOf,
  hostOf,
  ILLS,
  illOf,
  PEERS,
  type PeerReport,
  type PressMessage,
  type PressOrder,
  type PressPlan,
} from './refresh-plan.ts'

/** How long articles are read afterwards, in seconds: enough to say how many a minute. */
const READING_SECONDS = 30

const shared = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared')
const articles = join(shared, 'data', 'articles', 'train.jsonl.gz')
if (!existsSync(articles)) {
  process.stderr.write(`Le fichier ${articles} manque. Donnez le dossier des données et des mesures.\n`)
  process.exit(2)
}
const plan: PressPlan = {
  articles,
  feedCount: 2000,
  itemsPerFeed: 25,
  newPerEdition: 2,
  minutesApart: 600,
  now: Date.now(),
}
const places = Array.from({ length: plan.feedCount }, (_, place) => place)
const feeds: readonly Feed[] = places.map((place) => ({
  id: feedId(addressOf(place)),
  url: addressOf(place),
  title: `Flux ${place}`,
  publisher: hostOf(place),
  rubric: '',
  origin: 'file',
}))
const silent = (): void => undefined
const log: Log = { debug: silent, info: silent, warn: silent, error: (line) => console.error(line) }

const { press, port } = await startPress()
for (const peer of PEERS) await runPeer(peer)
await runPressoir()
press.disconnect()

async function startPress(): Promise<{ readonly press: ChildProcess; readonly port: number }> {
  const child = fork(join(import.meta.dirname, 'refresh-press.ts'), [JSON.stringify(plan)])
  const [message]: readonly PressMessage[] = await once(child, 'message')
  if (message?.kind !== 'ready') throw new Error('the press did not start')
  return { press: child, port: message.port }
}

async function turn(order: PressOrder): Promise<PressMessage & { readonly kind: 'turned' }> {
  press.send(order)
  const [message]: readonly PressMessage[] = await once(press, 'message')
  if (message?.kind !== 'turned') throw new Error('the press does not turn')
  return message
}

/** In a process of its own, so that nobody pays for the memory of another. */
async function runPeer(peer: string): Promise<void> {
  await turn({ editions: 0, ills: [] })
  const child = fork(join(import.meta.dirname, 'refresh-peers.ts'), [
    peer,
    String(port),
    JSON.stringify(plan),
  ])
  const outcome = await Promise.race([once(child, 'message'), once(child, 'exit')])
  const report: PeerReport | number | null | undefined = outcome[0]
  if (typeof report !== 'object' || report === null) throw new Error(`${peer} failed`)
  const { seconds, cpuSeconds, residentMegabytes, itemCount } = report
  print([peer, seconds, cpuSeconds, residentMegabytes, `${itemCount} items parsed, none kept`])
}

async function runPressoir(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-refresh-'))
  let ahead = 0
  const clock = { now: () => Date.now() + ahead }
  const storage = await openStorage(join(folder, 'refresh.sqlite'), clock)
  const routes = new Map(places.map((place) => [hostOf(place), { host: '127.0.0.1', port }]))
  const reader = createFeedReader({ userAgent: 'Pressoir-mesure', now: clock.now, routes })
  const tools = {
    reader,
    storage,
    clock,
    log,
    meter: SILENT_METER,
    shelf: createStoryShelf(),
    zone: 'Europe/Paris',
    outage: createOutageWatch(),
    signal: new AbortController().signal,
  }
  await storage.feeds.save(feeds, clock.now())

  async function pass(name: string, order: PressOrder): Promise<void> {
    await turn(order)
    ahead += HOUR
    await storage.inTransaction(async (inner) => {
      for (const { id } of feeds) await inner.feeds.makeDue(id, clock.now())
    })
    const bad = new Set(
      places.filter((place) => illOf(place, order.ills) !== undefined).map((at) => feeds[at]?.id),
    )
    let goodSeconds = 0
    let newCount = 0
    const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()]
    const reports = await refreshDueFeeds(tools, {
      onReport: (report) => {
        if (!bad.has(report.feed.id)) goodSeconds = (performance.now() - startedAt) / 1000
        if (report.kind === 'read') newCount += report.newCount
      },
    })
    const seconds = (performance.now() - startedAt) / 1000
    const cpu = process.cpuUsage(cpuBefore)
    const failed = reports.filter(({ kind }) => kind === 'failed').length
    const { mostAtOnce } = await turn({ editions: 0, ills: order.ills })
    print([
      name,
      bad.size === 0 ? seconds : goodSeconds,
      (cpu.user + cpu.system) / 1e6,
      process.resourceUsage().maxRSS / 1000,
      `${newCount} drafts kept, ${failed} of ${bad.size} bad feeds failed${bad.size === 0 ? '' : ` (all over after ${seconds.toFixed(0)} s)`}, ${mostAtOnce} at once to a host`,
    ])
  }
  await pass('pressoir, first reading', { editions: 0, ills: [] })
  await pass('pressoir, nothing new', { editions: 0, ills: [] })
  await pass('pressoir, two new each', { editions: 1, ills: [] })
  for (const ill of ILLS) await pass(`pressoir, two new each, 5 % ${ill}`, { editions: 1, ills: [ill] })
  await pass('pressoir, two new each, all three', { editions: 1, ills: ILLS })

  const stop = AbortSignal.timeout(READING_SECONDS * 1000)
  const before = await storage.drafts.waiting()
  await readDrafts({ ...tools, signal: stop })
  const { count } = await storage.drafts.waiting()
  print([
    'pressoir, articles read meanwhile',
    READING_SECONDS,
    0,
    process.resourceUsage().maxRSS / 1000,
    `${before.count - count} of ${before.count} that wait`,
  ])
  await reader.close()
  await storage.close()
  rmSync(folder, { recursive: true })
}

function print([name, seconds, cpuSeconds, megabytes, remark]: readonly [
  string,
  number,
  number,
  number,
  string,
]): void {
  console.log(
    `| ${name} | ${seconds.toFixed(1)} | ${cpuSeconds.toFixed(1)} | ${megabytes.toFixed(0)} | ${remark} |`,
  )
}
