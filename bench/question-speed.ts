// How long reading an article, loading the readers and answering take, and in how much memory. Judges no answer.
//   node bench/question-speed.ts [SHARED_FOLDER] [--articles 1000000]   larger databases are kept, see question-archive
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import { USUAL_ZONE } from '../src/core/calendar.ts'
import { pressBrief } from '../src/core/brief.ts'
import { readInstant } from '../src/cli/instants.ts'
import { factsOf } from '../src/core/fact.ts'
import { rankLead } from '../src/core/lead.ts'
import { archiveDatabase, ARCHIVE_FEEDS } from './question-archive.ts'
import { ASKED } from './question-asking.ts'
import { OWN_QUESTIONS } from './question-list.ts'
import { LOADED } from './question-load.ts'

/** Of npm start. */
const AS_STARTED = ['--max-semi-space-size=2', '--max-old-space-size=384']

/** Each is timed so often; the best counts, and on a machine that others use too it is the truest. */
const ROUNDS = 3

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { articles: { type: 'string', multiple: true, default: ['3000'] } },
})
const shared = positionals[0] ?? join(import.meta.dirname, '..', '..', 'shared')
const corpus = join(shared, 'data/questions/corpus.jsonl.gz')
if (!existsSync(corpus)) {
  process.stderr.write(`Le fichier ${corpus} manque. Donnez le dossier des données et des mesures.\n`)
  process.exit(2)
}

const ROW = z.object({ id: z.string(), date: z.string(), title: z.string(), text: z.string() })
const QUESTION = z.object({ question: z.string() })

function linesOf(path: string): readonly unknown[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
}

/** The value that this share of all is not above. */
function at(share: number, all: readonly number[]): number {
  const sorted = all.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 0)
const spread = (times: readonly number[]): string =>
  [at(0.5, times), at(0.95, times), at(1, times)].map(milliseconds).join(' · ')

/** The best time of each article, in milliseconds. */
function timesOf(articles: readonly z.infer<typeof ROW>[], work: (article: z.infer<typeof ROW>) => void) {
  const best = articles.map(() => Infinity)
  for (let round = 0; round < ROUNDS; round++)
    for (const [place, article] of articles.entries()) {
      const startedAt = performance.now()
      work(article)
      best[place] = Math.min(best[place] ?? Infinity, performance.now() - startedAt)
    }
  return best
}

function printReading(): void {
  const articles = linesOf(corpus).map((row) => ROW.parse(row))
  const facts = timesOf(articles, ({ title, text, date }) =>
    factsOf({ title, text, publishedAt: readInstant(date) ?? 0 }, USUAL_ZONE),
  )
  const lead = timesOf(articles, (article) =>
    pressBrief(article, { maxSentences: 2, maxWords: 60 }, rankLead),
  )
  console.log(
    `\n| ${articles.length} articles, one core, ms: 50 · 95 · 100 % | floor | Pressoir | Lead, two sentences |`,
  )
  console.log('| --- | --- | --- | --- |')
  console.log(
    `| people, offices, meetings and statements of an article | 15 at 50 % | ${spread(facts)} | ${spread(lead)} |`,
  )
}

/** What a process prints that is given these words. */
function run(words: readonly string[], input = ''): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { input, maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(stderr.toString())
  return JSON.parse(stdout.toString())
}

function printLoading(): void {
  const loads = Array.from({ length: 2 * ROUNDS }, () =>
    LOADED.parse(run(['--expose-gc', join(import.meta.dirname, 'question-load.ts')])),
  )
  const least = (of: (load: z.infer<typeof LOADED>) => number): string =>
    Math.min(...loads.map(of)).toFixed(0)
  console.log('\n| readers loaded, a process of its own | floor | Pressoir |')
  console.log('| --- | --- | --- |')
  console.log(
    `| ms · of the processor | 200 | ${least((load) => load.milliseconds)} · ${least((load) => load.busyMilliseconds)} |`,
  )
  console.log(
    `| MB of heap · resident | 40 | ${least((load) => load.heapMegabytes)} · ${least((load) => load.residentMegabytes)} |`,
  )
}

async function printAsking(): Promise<void> {
  const typed = linesOf(join(shared, 'data/questions/questions.jsonl')).map(
    (row) => QUESTION.parse(row).question,
  )
  const questions = JSON.stringify([...typed, ...OWN_QUESTIONS])
  console.log(
    '\n| articles | feeds asked | ask, ms: 50 · 95 · 100 % | of the processor | asked for the first time | process, MB |',
  )
  console.log('| ---: | --- | --- | --- | --- | ---: |')
  for (const count of values.articles.map(Number)) {
    const database = await archiveDatabase(corpus, count)
    for (const feeds of [0, ARCHIVE_FEEDS / 2]) {
      const child = join(import.meta.dirname, 'question-asking.ts')
      const { times, residentMegabytes } = ASKED.parse(
        run([...AS_STARTED, child, database, String(ROUNDS + 1), String(feeds)], questions),
      )
      const first = times.map((time) => time.milliseconds[0] ?? 0)
      const later = times.map((time) => Math.min(...time.milliseconds.slice(1)))
      const busy = times.map((time) => Math.min(...time.busyMilliseconds.slice(1)))
      const asked = feeds === 0 ? 'all' : `${feeds} of ${ARCHIVE_FEEDS}`
      console.log(
        `| ${count} | ${asked} | ${spread(later)} | ${spread(busy)} | ${spread(first)} | ${residentMegabytes.toFixed(0)} |`,
      )
    }
  }
}

printReading()
printLoading()
await printAsking()
