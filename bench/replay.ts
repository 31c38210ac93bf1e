// Replays a period of real articles: serves them as feeds and pages on loopback, runs the real program over them
// with the clock advanced, then checks what it promised. Usage: npm run replay -- FILE.jsonl.gz --days 14 [--from DAY]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openApp } from '../src/app.ts'
import { DAY, type Instant } from '../src/core/calendar.ts'
import type { Digest } from '../src/core/digest.ts'
import type { App } from '../src/cli/toolbox.ts'
import { slotsBetween } from '../src/core/schedule.ts'
import { startPublishers } from './publishers.ts'
import { checkPromises } from './replay-checks.ts'
import { REPLAY_FEEDS, replayRoutes } from './replay-press.ts'
import { dayTable, type DayRow } from './replay-table.ts'
import { readReplayArticles } from './replay-articles.ts'
import { silentTerminal } from './silent-terminal.ts'

const ZONE = 'Europe/Paris'

/** Two editions a day, so that the second of a day must not repeat the first. */
const DIGEST: Digest = {
  name: 'rejeu',
  title: 'La revue rejouée',
  schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00', '18:00'], zone: ZONE },
  channels: ['console:terminal'],
  feeds: [],
  rubrics: [],
  withWords: [],
  withoutWords: [],
  maxStories: 7,
  maxWords: 60,
  onEmpty: 'say',
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    days: { type: 'string', default: '14' },
    from: { type: 'string', default: '2020-06-18' },
    keep: { type: 'boolean' },
  },
})
const [path = '../shared/data/questions/corpus.jsonl.gz'] = positionals
const days = Number(values.days)
const beginsAt = Date.parse(`${values.from}T00:00:00+02:00`)
const endsAt = beginsAt + days * DAY

const folder = mkdtempSync(join(tmpdir(), 'pressoir-replay-'))
let now: Instant = beginsAt
const publishers = await startPublishers(path, beginsAt, endsAt)
let requests = 0
const troubles: string[] = []
const terminal = silentTerminal()
const app = await openApp(
  {
    configuration: {
      contact: 'rejeu@pressoir.example',
      zone: ZONE,
      database: join(folder, 'rejeu.sqlite'),
      archive: join(folder, 'digests'),
      port: 3000,
      feeds: REPLAY_FEEDS,
      digests: [DIGEST],
      alerts: [],
      tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: undefined },
      platformUrls: { slack: undefined, discord: undefined },
    },
    clock: { now: () => now },
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: (line) => troubles.push(line),
      error: (line, data) => troubles.push(`${line} ${JSON.stringify(data ?? {})}`),
    },
    routes: replayRoutes(publishers.port),
    patienceSeconds: 3600,
  },
  terminal,
)

/** The next instant at which a feed or a slot is due; between them a beat would find nothing to do. */
async function nextDue(running: App): Promise<Instant> {
  const feeds = (await running.storage.feeds.states()).map(({ nextReadAt }) => nextReadAt)
  const slots = (await running.storage.editions.nextSlots()).values()
  return Math.max(now + 60_000, Math.min(...feeds, ...slots))
}

const rows: Omit<DayRow, 'published'>[] = []
const startedAt = performance.now()
let memoryPeak = 0
for (let day = beginsAt; day < endsAt; day += DAY) {
  const before = { articles: await app.storage.articles.count(), requests }
  for (; now < day + DAY && now < endsAt; now = await nextDue(app)) {
    requests = await publishers.setNow(now)
    await app.beat()
  }
  memoryPeak = Math.max(memoryPeak, process.memoryUsage.rss())
  const row = await describeDay(app, day, before)
  rows.push(row)
  process.stderr.write(`${row.day}\u00A0: ${row.read} articles lus, ${row.editions} éditions\n`)
}
const seconds = (performance.now() - startedAt) / 1000
const peak = Math.max(memoryPeak, process.resourceUsage().maxRSS * 1024) / 1_000_000
// Only now: what the checks need is no part of the program's memory.
const articles = await readReplayArticles(path, beginsAt, endsAt)
const slots = slotsBetween(DIGEST.schedule, beginsAt, endsAt - 1)
const checks = await checkPromises({
  storage: app.storage,
  articles,
  slots,
  folder,
  troubles,
  digest: DIGEST,
})
await app.close()
publishers.close()

function publishedOn(day: string): number {
  const from = Date.parse(`${day}T00:00:00+02:00`)
  return articles.filter(({ publishedAt }) => publishedAt >= from && publishedAt < from + DAY).length
}

async function describeDay(
  running: App,
  day: Instant,
  before: { readonly articles: number; readonly requests: number },
): Promise<Omit<DayRow, 'published'>> {
  const daySlots = slotsBetween(DIGEST.schedule, day, day + DAY - 1)
  const editions = await Promise.all(
    daySlots.map((slot) => running.storage.editions.get(`${DIGEST.name}@${new Date(slot).toISOString()}`)),
  )
  const made = editions.filter((edition) => edition !== undefined)
  const stories = made.flatMap((edition) => edition.stories)
  return {
    day: new Date(day + DAY / 2).toISOString().slice(0, 10),
    read: (await running.storage.articles.count()) - before.articles,
    requests: requests - before.requests,
    editions: made.length,
    stories: stories.length,
    sentences: stories.flatMap(({ brief }) => brief).length,
    folded: made.reduce((sum, { foldedCount }) => sum + foldedCount, 0),
  }
}

process.stdout.write(dayTable(rows.map((row) => ({ ...row, published: publishedOn(row.day) }))))
process.stdout.write(`\n${checks.map(({ isKept, line }) => `${isKept ? '✓' : '✗'} ${line}`).join('\n')}\n`)
process.stdout.write(`\nDurée ${seconds.toFixed(0)} s, mémoire résidente au plus ${peak.toFixed(0)} Mo.\n`)
if (values.keep === true) process.stdout.write(`Base et archives gardées dans ${folder}\n`)
else rmSync(folder, { recursive: true })
process.exitCode = checks.every(({ isKept }) => isKept) ? 0 : 1
