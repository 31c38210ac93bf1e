// Briefs by every ranker of ours and by npm ts-textrank: how close to the abstracts, how clean, how fast; and the whole
// program, from lines of JSON to lines of JSON on every core. Prints two tables.
//   npm run bench:briefs [-- SHARED_FOLDER]
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  AbsoluteSummarizerConfig,
  DefaultTextParser,
  NullLogger,
  SorensenDiceSimilarity,
  Summarizer,
} from 'ts-textrank'
import { z } from 'zod'
import { pressBrief } from '../src/core/brief.ts'
import { rankLead } from '../src/core/lead.ts'
import { rankLearned } from '../src/core/learned-ranker.ts'
import { rankLexRank } from '../src/core/lexrank.ts'
import type { SentenceRanker } from '../src/core/rank-sentences.ts'
import { rankTextRank } from '../src/core/textrank.ts'

/** The same limits for all; 60 words is what the brief of a digest holds. */
const LIMITS = { maxSentences: 2, maxWords: 60 }
const ROUNDS = 3
/** How often the program is given the articles, one after the other: its code grows warm within the first thousand. */
const TIMES_OVER = 8
/** PageRank's damping factor, ts-textrank's own default. */
const DAMPING = 0.85

const PROGRAM = join(import.meta.dirname, '..', 'pressoir.mjs')

const ARTICLE = z.object({ id: z.string(), title: z.string(), text: z.string() })
type BenchedArticle = z.infer<typeof ARTICLE>

interface Stretch {
  readonly text: string
  readonly start: number
  readonly end: number
}
type Presser = (article: BenchedArticle) => readonly Stretch[]

const pressBy =
  (rank: SentenceRanker): Presser =>
  ({ title, text }) =>
    pressBrief({ title, text }, LIMITS, rank).map(({ start, end }) => ({
      text: text.slice(start, end),
      start,
      end,
    }))

/** The peer knows no limit of words: its two sentences as they are. */
const pressByPeer: Presser = ({ text }) => {
  const config = new AbsoluteSummarizerConfig(
    LIMITS.maxSentences,
    new SorensenDiceSimilarity(),
    new DefaultTextParser(),
    DAMPING,
    Summarizer.SORT_OCCURENCE,
  )
  return new Summarizer(config, new NullLogger()).summarize(text, 'fr').map((sentence) => {
    const start = Math.max(0, text.indexOf(sentence))
    const end = start + sentence.length
    return { text: text.slice(start, end), start, end }
  })
}

const PRESSERS: readonly (readonly [name: string, press: Presser])[] = [
  ['Pressoir', pressBy(rankLearned)],
  ['premières phrases (Lead)', pressBy(rankLead)],
  ['LexRank', pressBy(rankLexRank)],
  ['TextRank', pressBy(rankTextRank)],
  ['ts-textrank 1.0.3', pressByPeer],
]

const SCORE = z.object({ f: z.number() })
const REPORT = z.object({
  words: z.number(),
  r1: SCORE,
  r2: SCORE,
  rl: SCORE,
  gates: z.record(z.string(), z.number()),
})

function scoreOf(articles: readonly BenchedArticle[], press: Presser): z.infer<typeof REPORT> {
  const output = join(scratch, 'brèves.jsonl')
  const lines = articles.map((article) => JSON.stringify({ id: article.id, sentences: press(article) }))
  writeFileSync(output, lines.join('\n'))
  const scorer = join(shared, 'tools', 'score-briefs.mjs')
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, reference, output, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(stderr)
  return REPORT.parse(JSON.parse(stdout))
}

/** Articles a second, the median of several rounds. */
function speedOf(articles: readonly BenchedArticle[], press: Presser): number {
  const speeds = Array.from({ length: ROUNDS }, () => {
    const startedAt = performance.now()
    for (const article of articles) press(article)
    return articles.length / ((performance.now() - startedAt) / 1000)
  })
  return speeds.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0
}

/** Articles a second of the whole program, less what it takes to answer nothing. */
function speedOfProgram(articles: readonly BenchedArticle[]): number {
  const rows = articles.map(({ id, title, text }) => `${JSON.stringify({ id, title, text })}\n`).join('')
  const input = join(scratch, 'entrée.jsonl')
  writeFileSync(input, rows.repeat(TIMES_OVER))
  const empty = join(scratch, 'vide.jsonl')
  writeFileSync(empty, '')
  return (TIMES_OVER * articles.length) / (secondsOfProgram(input) - secondsOfProgram(empty))
}

function secondsOfProgram(input: string): number {
  const [source, sink] = [openSync(input, 'r'), openSync(join(scratch, 'sortie.jsonl'), 'w')]
  const startedAt = performance.now()
  const { status } = spawnSync(process.execPath, [PROGRAM, 'brief', '--jsonl'], {
    stdio: [source, sink, 'inherit'],
  })
  const seconds = (performance.now() - startedAt) / 1000
  closeSync(source)
  closeSync(sink)
  if (status !== 0) throw new Error(`pressoir brief: ${status}`)
  return seconds
}

const shared = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared')
const reference = join(shared, 'data', 'articles', 'valid.jsonl.gz')
if (!existsSync(reference)) {
  process.stderr.write(`Le fichier ${reference} manque. Donnez le dossier des données et des mesures.\n`)
  process.exit(2)
}
const scratch = mkdtempSync(join(tmpdir(), 'pressoir-breves-'))
const lines = gunzipSync(readFileSync(reference)).toString('utf8').split('\n')
const articles = lines.filter((line) => line !== '').map((line) => ARTICLE.parse(JSON.parse(line)))
console.log(
  `| ${articles.length} articles, deux phrases, 60 mots | ROUGE-1 / 2 / L | mots | pire garde | articles/s |`,
)
console.log('|---|---|---:|---|---:|')
for (const [name, press] of PRESSERS) {
  const { words, r1, r2, rl, gates } = scoreOf(articles, press)
  const rouge = [r1, r2, rl].map(({ f }) => f.toFixed(1)).join(' / ')
  const [gate = '', share = 0] = Object.entries(gates).toSorted(([, one], [, other]) => other - one)[0] ?? []
  const speed = Math.round(speedOf(articles, press))
  console.log(`| ${name} | ${rouge} | ${words.toFixed(1)} | ${gate} : ${share.toFixed(2)} % | ${speed} |`)
}
console.log('\n| tout le programme, articles/s, démarrage à part | médiane | de | à |')
console.log('|---|---:|---:|---:|')
const speeds = Array.from({ length: ROUNDS }, () => Math.round(speedOfProgram(articles))).toSorted(
  (one, other) => one - other,
)
console.log(`| pressoir brief --jsonl | ${speeds[1]} | ${speeds[0]} | ${speeds.at(-1)} |`)
rmSync(scratch, { recursive: true })
