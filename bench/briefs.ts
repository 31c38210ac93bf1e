// How many articles a second pressBrief reads, next to npm ts-textrank. Prints a table; keeps and changes nothing.
//   npm exec -- node bench/briefs.ts [DATA_FOLDER]
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  AbsoluteSummarizerConfig,
  DefaultTextParser,
  NullLogger,
  SorensenDiceSimilarity,
  Summarizer,
} from 'ts-textrank'
import { pressBrief } from '../src/core/brief.ts'

/** The same two sentences for both; 60 words is what the brief of a digest holds. */
const LIMITS = { maxSentences: 2, maxWords: 60 }
const ROUNDS = 3
/** PageRank's damping factor, ts-textrank's own default. */
const DAMPING = 0.85

interface BenchedArticle {
  readonly title: string
  readonly text: string
}

function readArticles(path: string): readonly BenchedArticle[] {
  if (!existsSync(path)) {
    console.error(`Données introuvables : ${path}. Indiquez le dossier qui contient articles/valid.jsonl.gz.`)
    process.exit(2)
  }
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => articleOf(JSON.parse(line)))
}

function articleOf(row: unknown): BenchedArticle {
  const has = (name: string): string =>
    String(typeof row === 'object' && row !== null ? Reflect.get(row, name) : '')
  return { title: has('title'), text: has('text') }
}

function readWithUs(articles: readonly BenchedArticle[]): void {
  for (const article of articles) pressBrief(article, LIMITS)
}

function readWithTextRank(articles: readonly BenchedArticle[]): void {
  const config = new AbsoluteSummarizerConfig(
    LIMITS.maxSentences,
    new SorensenDiceSimilarity(),
    new DefaultTextParser(),
    DAMPING,
    Summarizer.SORT_OCCURENCE,
  )
  const summarizer = new Summarizer(config, new NullLogger())
  for (const { text } of articles) summarizer.summarize(text, 'fr')
}

/** Articles a second of one pass. */
function speedOf(
  read: (articles: readonly BenchedArticle[]) => void,
  articles: readonly BenchedArticle[],
): number {
  const startedAt = performance.now()
  read(articles)
  return articles.length / ((performance.now() - startedAt) / 1000)
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const folder = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared', 'data')
const articles = readArticles(join(folder, 'articles', 'valid.jsonl.gz'))
const [ours, theirs]: [number[], number[]] = [[], []]
for (let round = 0; round < ROUNDS; round++) {
  ours.push(speedOf(readWithUs, articles))
  theirs.push(speedOf(readWithTextRank, articles))
}
const [our, their] = [median(ours), median(theirs)]
console.log(`| ${articles.length} articles, médiane de ${ROUNDS} tours | articles par seconde |`)
console.log('|---|---:|')
console.log(`| pressBrief | ${Math.round(our)} |`)
console.log(`| ts-textrank 1.0.3 | ${Math.round(their)} |`)
console.log(`| rapport | ${(our / their).toFixed(1)} |`)
