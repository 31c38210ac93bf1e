// What articles, questions and editions cost in worlds of growing size: 10,000 feeds, 1,000 workspaces, 5,000 channels.
// Makes the worlds, measures each part in a process of its own, and draws the growth. Judges no answer.
//   npm run bench:scale -- [SHARED_FOLDER] [--articles 10000] [--kept FOLDER] [--parts start,read,slot,send,ask,cold,workers,pages,slots]
//   npm run bench:scale -- --server --articles 10000     the same on a PostgreSQL server, which the worlds are moved to first
//   npm run bench:scale -- --server --share 0.5 --parts workers,pages     each reading process held to half a core
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { archiveDatabase } from './question-archive.ts'
import { corpusFile } from './scale-corpus.ts'
import { at, COST } from './scale-cost.ts'
import { drawGrowth } from './scale-growth.ts'
import { addMeasured, type Measured, readMeasured } from './scale-measured.ts'
import { ARTICLES_A_DAY, worldPlan } from './scale-plan.ts'
import { keptServer } from './scale-server.ts'

/** Of npm start. */
const AS_STARTED = ['--max-semi-space-size=2', '--max-old-space-size=384']

/** Each workspace asks once, and each question ten times. */
const QUESTIONS = '1010'

/** Each question once: the first that anybody asks. */
const COLD_QUESTIONS = '101'

const STARTED = z.object({
  opening: COST,
  reconciling: COST,
  firstBeat: COST,
  laterBeat: COST,
  megabytes: z.number(),
})
const READ = COST.extend({
  articleCount: z.number(),
  restored: z.object({ cost: COST, articleCount: z.number() }),
  pace: z.number(),
  peakMegabytes: z.number(),
})
const MADE = z.object({
  cost: COST,
  editionCount: z.number(),
  storyCount: z.number(),
  pace: z.number(),
  peakMegabytes: z.number(),
})
const SENT = z.object({
  archiving: COST,
  sending: COST,
  messageCount: z.number(),
  peakMegabytes: z.number(),
})
const SHARED_READING = z.object({
  alone: z.array(z.number()),
  together: z.array(z.number()),
})
const SHARED_SLOT = z.object({ seconds: z.number(), editionCount: z.number() })
const ASKED = z.object({
  milliseconds: z.array(z.number()),
  busyMilliseconds: z.array(z.number()),
  pace: z.number(),
  peakMegabytes: z.number(),
})

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', multiple: true, default: ['10000', '100000'] },
    kept: { type: 'string', default: join(tmpdir(), 'pressoir-bench-scale') },
    server: { type: 'boolean', default: false },
    parts: { type: 'string', default: 'start,read,slot,ask,cold,workers,pages,slots' },
    days: { type: 'string', default: '2' },
    share: { type: 'string', default: '1' },
  },
})
const shared = positionals[0] ?? join(import.meta.dirname, '..', '..', 'shared')
const parts = new Set(values.parts.split(','))
if (!existsSync(corpusFile(shared))) {
  process.stderr.write(
    `Le fichier ${corpusFile(shared)} manque. Donnez le dossier des données et des mesures.\n`,
  )
  process.exit(2)
}

/** What a part prints, in a process of its own. */
function run<Result>(schema: z.ZodType<Result>, part: string, url: string, count = '0'): Result {
  const words = [
    ...AS_STARTED,
    join(import.meta.dirname, 'scale-run.ts'),
    part,
    url,
    shared,
    values.kept,
    count,
    values.share,
  ]
  process.stderr.write(`${part} ${url}\n`)
  const { status, stdout } = spawnSync(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`The part «${part}» failed.`)
  return schema.parse(JSON.parse(stdout.toString()))
}

/** A copy that is lived in: the world itself stays as it was made. */
async function worldOf(count: number): Promise<string> {
  const world = await archiveDatabase(corpusFile(shared), count, worldPlan(values.kept))
  if (server !== undefined) return server.moved(world, count)
  const lived = `${world}.lived`
  if (existsSync(lived)) return lived
  copyFileSync(world, `${lived}.part`)
  renameSync(`${lived}.part`, lived)
  return lived
}

/** Each part is written down when it is done: those of a million articles take their time. */
async function measure(count: number): Promise<void> {
  const url = await worldOf(count)
  run(z.unknown(), 'people', url)
  const database = url.includes('://') ? url.slice(0, url.indexOf(':')) : 'embedded'
  const note = (part: Partial<Measured>): void => addMeasured({ database, articles: count, ...part })
  if (parts.has('start')) note({ start: startOf(run(STARTED, 'start', url)) })
  for (let day = 0; day < Number(values.days); day++) {
    if (parts.has('read')) note({ reading: readingOf(run(READ, 'read', url)) })
    if (parts.has('slot')) note({ slot: slotOf(run(MADE, 'slot', url)) })
    if (parts.has('send')) note({ sending: sendingOf(run(SENT, 'send', url)) })
  }
  if (server !== undefined) measureShared(url, count, note)
  if (parts.has('ask')) note({ questions: timesOf(run(ASKED, 'ask', url, QUESTIONS)) })
  if (!parts.has('cold') || database !== 'embedded') return
  forgetPages(url)
  note({ coldQuestions: timesOf(run(ASKED, 'ask', url, COLD_QUESTIONS)) })
}

/** What a second process adds. */
function measureShared(url: string, count: number, note: (part: Partial<Measured>) => void): void {
  const isHeld = Number(values.share) < 1
  const read = (part: string) => run(SHARED_READING, part, url, String(count))
  if (parts.has('workers')) note({ [isHeld ? 'heldReading' : 'sharedReading']: read('workers') })
  if (parts.has('pages')) note({ [isHeld ? 'heldPages' : 'sharedPages']: read('pages') })
  if (parts.has('slots')) note({ sharedSlot: run(SHARED_SLOT, 'slots', url) })
}

/** The disk gives every page anew: none is kept in memory by the system. */
function forgetPages(path: string): void {
  spawnSync('sync', [path])
  spawnSync('dd', [`of=${path}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'])
}

const busy = ({ busySeconds }: z.infer<typeof COST>): number => busySeconds * 1000

function startOf(started: z.infer<typeof STARTED>): NonNullable<Measured['start']> {
  const { opening, reconciling, firstBeat, laterBeat, megabytes } = started
  return {
    milliseconds: (opening.seconds + reconciling.seconds + firstBeat.seconds) * 1000,
    busyMilliseconds: busy(opening) + busy(reconciling) + busy(firstBeat),
    beatMilliseconds: busy(laterBeat),
    megabytes,
  }
}

function readingOf(read: z.infer<typeof READ>): NonNullable<Measured['reading']> {
  return {
    milliseconds: (read.seconds * 1000) / read.articleCount,
    busyMilliseconds: busy(read) / read.articleCount,
    shelfSeconds: read.restored.cost.busySeconds,
    shelfArticles: read.restored.articleCount,
    pace: read.pace,
    megabytes: read.peakMegabytes,
  }
}

function slotOf(made: z.infer<typeof MADE>): NonNullable<Measured['slot']> {
  return {
    editions: made.editionCount,
    stories: made.storyCount,
    seconds: made.cost.seconds,
    busySeconds: made.cost.busySeconds,
    pace: made.pace,
    megabytes: made.peakMegabytes,
  }
}

function sendingOf(sent: z.infer<typeof SENT>): NonNullable<Measured['sending']> {
  return {
    messages: sent.messageCount,
    archivingSeconds: sent.archiving.busySeconds,
    busySeconds: sent.sending.busySeconds,
    megabytes: sent.peakMegabytes,
  }
}

function spread(times: readonly number[]): readonly number[] {
  return [0.5, 0.95, 1].map((share) => at(share, times))
}

function timesOf(asked: z.infer<typeof ASKED>): NonNullable<Measured['questions']> {
  const { milliseconds, busyMilliseconds, pace, peakMegabytes } = asked
  const mean = busyMilliseconds.reduce((sum, time) => sum + time, 0) / busyMilliseconds.length
  return {
    milliseconds: spread(milliseconds),
    busyMilliseconds: spread(busyMilliseconds),
    meanBusyMilliseconds: mean,
    pace,
    megabytes: peakMegabytes,
  }
}

process.stderr.write(`${ARTICLES_A_DAY} articles par jour, ${values.days} jours vécus par monde.\n`)
const server = values.server ? await keptServer(values.kept) : undefined
try {
  for (const count of values.articles.map(Number)) await measure(count)
} finally {
  await server?.stop()
}
await drawGrowth(readMeasured())
