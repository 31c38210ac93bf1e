// Which of the articles that repeat another one nearly to the word are folded, by a measure of its own: runs of five
// words, counted without the project's reader. Prints a line, and with --misses the pairs that were not folded, to read.
//   node bench/reprints.ts [SHARED_FOLDER] [--misses]
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { HOUR, type Instant } from '../src/core/calendar.ts'
import { createStoryShelf } from '../src/core/story-shelf.ts'

const RUN_WORDS = 5
/** Fewer runs are a notice, not an article. */
const FEWEST_RUNS = 20
/** Share of the newer text's runs that the older one has: as the findings count reprints. */
const MIN_SHARE = 0.7
const SPAN: Instant = 72 * HOUR

const ARTICLE = z.object({
  id: z.coerce.string(),
  date: z.string(),
  title: z.string(),
  lead: z.string().default(''),
  text: z.string(),
})

interface Printed {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly text: string
  readonly publishedAt: Instant
  readonly runs: ReadonlySet<string>
}

const shared =
  process.argv.slice(2).find((word) => !word.startsWith('--')) ??
  join(import.meta.dirname, '..', '..', 'shared')
const paths = ['articles/train.jsonl.gz', 'articles/valid.jsonl.gz', 'questions/corpus.jsonl.gz'].map(
  (path) => join(shared, 'data', path),
)
const missing = paths.find((path) => !existsSync(path))
if (missing !== undefined) {
  process.stderr.write(`Le fichier ${missing} manque. Donnez le dossier des données et des mesures.\n`)
  process.exit(2)
}

function readPrinted(): readonly Printed[] {
  const byId = new Map<string, Printed>()
  for (const path of paths) {
    for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean)) {
      const { id, date, title, lead, text } = ARTICLE.parse(JSON.parse(line))
      const publishedAt = Date.parse(date)
      if (!Number.isFinite(publishedAt)) continue
      byId.set(id, { id, title, lead, text, publishedAt, runs: runsOf(text) })
    }
  }
  return [...byId.values()].toSorted((one, other) => one.publishedAt - other.publishedAt)
}

function runsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(RUN_WORDS - 1).map((_, at) => words.slice(at, at + RUN_WORDS).join(' ')))
}

/** The article of the days before that has most of its runs, when it has enough of them. */
function originalOf(articles: readonly Printed[], order: number): Printed | undefined {
  const newer = articles[order]
  if (newer === undefined || newer.runs.size < FEWEST_RUNS) return undefined
  let best: { readonly share: number; readonly older?: Printed } = { share: MIN_SHARE }
  for (let at = order - 1; at >= 0; at--) {
    const older = articles[at]
    if (older === undefined || newer.publishedAt - older.publishedAt > SPAN) break
    if (older.runs.size < FEWEST_RUNS) continue
    let common = 0
    for (const run of newer.runs) if (older.runs.has(run)) common++
    const share = common / newer.runs.size
    if (share >= best.share) best = { share, older }
  }
  return best.older
}

const articles = readPrinted()
const shelf = createStoryShelf()
const isFolded = new Set(
  articles.filter((article) => shelf.place(article).duplicateOf !== undefined).map(({ id }) => id),
)
const reprints = articles.flatMap((newer, order) => {
  const older = originalOf(articles, order)
  return older === undefined ? [] : [{ newer, older }]
})
const folded = reprints.filter(({ newer }) => isFolded.has(newer.id)).length
console.log(
  `${folded} reprises repliées sur ${reprints.length} ; ${isFolded.size} articles repliés sur ${articles.length}`,
)
if (process.argv.includes('--misses'))
  for (const { newer, older } of reprints)
    if (!isFolded.has(newer.id))
      console.log(`- ${newer.id} ${newer.title.trim()}\n  ${older.id} ${older.title.trim()}`)
