// How many articles a second the shelf of stories takes, from 1,000 to 100,000, next to npm ml-hclust. Prints a table.
//   node bench/story-speed.ts [SHARED_FOLDER]; real articles, repeated under other names in other months
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { agnes } from 'ml-hclust'
import { z } from 'zod'
import { DAY, type Instant } from '../src/core/calendar.ts'
import { createStoryShelf } from '../src/core/story-shelf.ts'
import type { StoryArticle } from '../src/core/story.ts'
import { isTelling, readWords } from '../src/french/words.ts'

/** The peer compares every pair: ten times as many articles would take it a hundred times as long. */
const MOST_FOR_PEER = 1000
const SIZES = [1000, 10_000, 100_000]

const ARTICLE = z.object({
  id: z.string(),
  date: z.string(),
  title: z.string(),
  lead: z.string().default(''),
  text: z.string(),
})

const shared = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared')
const path = join(shared, 'data', 'articles', 'train.jsonl.gz')
if (!existsSync(path)) {
  process.stderr.write(`Le fichier ${path} manque. Donnez le dossier des données et des mesures.\n`)
  process.exit(2)
}

/** In the order of their days: 9,000 articles of many months, told over and over, each time years later. */
function streamOf(size: number): readonly StoryArticle[] {
  const rows = gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ARTICLE.parse(JSON.parse(line)))
    .map((row) => ({ ...row, publishedAt: Date.parse(row.date) }))
    .filter(({ publishedAt }) => Number.isFinite(publishedAt))
    .toSorted((one, other) => one.publishedAt - other.publishedAt)
  const first = rows[0]?.publishedAt ?? 0
  const period: Instant = (rows.at(-1)?.publishedAt ?? 0) - first + DAY
  // Nearer together than they were: 150 a day, as a team of thirty feeds has them.
  const pace = (rows.length / 150) * (DAY / period)
  return Array.from({ length: size }, (_, order) => {
    const round = Math.floor(order / rows.length)
    const { id, title, lead, text, publishedAt } = rows[order % rows.length] ?? rows[0] ?? missing()
    const at = first + Math.round((publishedAt - first + round * period) * pace)
    return { id: `${id}-${round}`, title, lead, text, publishedAt: at }
  })
}

function missing(): never {
  throw new Error(`${path} holds no article`)
}

function speedOfShelf(articles: readonly StoryArticle[]): number {
  const shelf = createStoryShelf()
  const startedAt = performance.now()
  for (const article of articles) shelf.place(article)
  return articles.length / ((performance.now() - startedAt) / 1000)
}

/** Agglomerative clustering with a single link over cosines of words, as the package's documentation does it. */
function speedOfPeer(articles: readonly StoryArticle[]): number {
  const startedAt = performance.now()
  const bags = articles.map(({ title, lead, text }) => bagOf([title, lead, text]))
  const distances = bags.map((one) => bags.map((other) => 1 - cosine(one, other)))
  agnes(distances, { method: 'single', isDistanceMatrix: true }).cut(0.8)
  return articles.length / ((performance.now() - startedAt) / 1000)
}

function bagOf(texts: readonly string[]): ReadonlyMap<number, number> {
  const words = readWords(texts)
  const counts = new Map<number, number>()
  for (let word = 0; word < words.count; word++) {
    const key = words.keys[word] ?? 0
    if (isTelling(words, word)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const length = Math.hypot(...counts.values()) || 1
  return new Map([...counts].map(([key, count]) => [key, count / length]))
}

function cosine(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [key, weight] of one) sum += weight * (other.get(key) ?? 0)
  return sum
}

console.log('| articles | Pressoir, articles/s | mémoire, Mo | ml-hclust 4.0.0, articles/s |')
console.log('|---:|---:|---:|---:|')
// Compiled code first.
speedOfShelf(streamOf(1000))
for (const size of SIZES) {
  const articles = streamOf(size)
  const speed = speedOfShelf(articles)
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
  const peer = size <= MOST_FOR_PEER ? String(Math.round(speedOfPeer(articles))) : '—'
  console.log(`| ${size} | ${Math.round(speed)} | ${memory} | ${peer} |`)
}
