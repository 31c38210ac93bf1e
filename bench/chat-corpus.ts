// A database of 50,000 articles for the bench of the chat: real articles, repeated under other names on other days, in
// feeds of our own invention. Made once, kept in the temporary folder. Measures nothing.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DAY, type Instant } from '../src/core/calendar.ts'
import { identityKeys } from '../src/core/article-identity.ts'
import type { ArticleDraft } from '../src/core/article.ts'
import type { Feed } from '../src/core/feed.ts'
import { createStoryShelf } from '../src/core/story-shelf.ts'
import { peopleIn } from '../src/french/people-in-text.ts'
import { keepArticles } from '../src/services/keep-articles.ts'
import { openStorage } from '../src/storage/open.ts'

/** A hundred days of five hundred articles: what a hundred papers print. */
const CORPUS_DAYS = 100

/** Articles of one transaction, as the import has it. */
const BATCH = 100

/** When the last article came out: every run of the bench begins here. A Monday, seven in the morning in Paris. */
export const CORPUS_ENDS_AT: Instant = Date.parse('2026-03-02T06:00:00Z')

const TOWNS = (
  'Rouen Nantes Lille Brest Tours Dijon Metz Nancy Reims Amiens Caen Angers Poitiers Limoges Pau Nice Toulon ' +
  'Nîmes Annecy Grenoble Lyon Bourges Orléans Vannes Quimper Bastia Bayonne Colmar Troyes Namur'
).split(' ')
const PAPERS = ['Le Courrier de', 'La Gazette de', 'L’Écho de', 'Le Réveil de']
const RUBRICS = ['International', 'Politique', 'Économie', 'Société', 'Sport', 'Culture']

/** 120 feeds; the first 40 are declared in the file, the others are followed in the chat. */
export const BENCH_FEEDS: readonly Feed[] = PAPERS.flatMap((paper, first) =>
  TOWNS.map((town, second) => ({
    id: `flux-${first}-${second}`,
    url: `https://journal-${first}-${second}.pressoir.example/flux`,
    title: `${paper} ${town}`,
    publisher: `${paper} ${town}`,
    rubric: RUBRICS[(first + second) % RUBRICS.length] ?? '',
    origin: first * TOWNS.length + second < 40 ? ('file' as const) : ('chat' as const),
  })),
)

interface SourceArticle {
  readonly id: string
  readonly date: string
  readonly title: string
  readonly lead: string
  readonly text: string
}

/** The path of the database; `folder` holds `train.jsonl.gz` and `valid.jsonl.gz`. Ends the process when they are missing. */
export async function corpusDatabase(folder: string, count: number): Promise<string> {
  const kept = join(tmpdir(), 'pressoir-bench-chat')
  const path = join(kept, `articles-${count}.sqlite`)
  if (existsSync(path)) return path
  mkdirSync(kept, { recursive: true })
  const sources = readSources(folder)
  const building = `${path}.part`
  for (const end of ['', '-wal', '-shm']) rmSync(building + end, { force: true })
  process.stderr.write(`Je prépare ${count} articles dans ${path}, une fois pour toutes.\n`)
  await fill(building, sources, count)
  renameSync(building, path)
  return path
}

function readSources(folder: string): readonly SourceArticle[] {
  const paths = ['train.jsonl.gz', 'valid.jsonl.gz'].map((name) => join(folder, name))
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) {
    process.stderr.write(`Le fichier ${missing} manque. Donnez le dossier des articles.\n`)
    process.exit(2)
  }
  return paths
    .flatMap((path) => gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean))
    .map((line): SourceArticle => JSON.parse(line))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

async function fill(path: string, sources: readonly SourceArticle[], count: number): Promise<void> {
  const rename = createRenamer(sources)
  const storage = await openStorage(path, { now: () => CORPUS_ENDS_AT })
  const shelf = createStoryShelf()
  await storage.feeds.save(BENCH_FEEDS, CORPUS_ENDS_AT)
  for (let start = 0; start < count; start += BATCH) {
    await storage.inTransaction(async (inner) => {
      for (let position = start; position < Math.min(start + BATCH, count); position++) {
        const source = sources[position % sources.length]
        if (source === undefined) throw new Error('the folder of articles is empty')
        const draft = draftOf(source, {
          round: Math.floor(position / sources.length),
          position,
          count,
          rename,
        })
        await keepArticles(inner, shelf, [draft], { now: draft.publishedAt ?? 0 })
      }
    })
    if (start % 5000 === 0) process.stderr.write(`  ${start}\n`)
  }
  await storage.close()
}

interface Turn {
  readonly round: number
  readonly position: number
  readonly count: number
  readonly rename: (text: string, round: number) => string
}

function draftOf(source: SourceArticle, { round, position, count, rename }: Turn): ArticleDraft {
  const feed = BENCH_FEEDS[numberOf(`${source.id} ${round}`) % BENCH_FEEDS.length]
  if (feed === undefined) throw new Error('there is no feed')
  const id = `${source.id}-${round}`
  const item = {
    guid: id,
    url: `https://journal.pressoir.example/${id}`,
    title: rename(source.title, round),
    lead: rename(source.lead, round),
    text: rename(source.text, round),
  }
  return {
    keys: identityKeys(item, feed.id, feed.publisher).filter((key) => !key.startsWith('print:')),
    id,
    feedId: feed.id,
    publisher: feed.publisher,
    rubric: feed.rubric,
    url: item.url,
    title: item.title,
    lead: item.lead,
    body: item.text,
    publishedAt: CORPUS_ENDS_AT - Math.floor(((count - position) / count) * CORPUS_DAYS * DAY),
  }
}

/** In later rounds every surname is another one that the articles have: the same name everywhere in one round. */
function createRenamer(sources: readonly SourceArticle[]): Turn['rename'] {
  const found = sources.flatMap(({ text }) =>
    peopleIn(text).map(({ name }) => name.split(/\s/u).at(-1) ?? ''),
  )
  const surnames = [...new Set(found.filter((name) => name.length > 3))].toSorted()
  const places = new Map(surnames.map((name, place) => [name, place]))
  return (text, round) =>
    round === 0
      ? text
      : text.replaceAll(/\p{Lu}[\p{L}’'-]{3,}/gu, (word) => {
          const place = places.get(word)
          // Any step that is no divisor of the number of names: here a prime.
          return place === undefined ? word : (surnames[(place + round * 7919) % surnames.length] ?? word)
        })
}

/** A number that depends on the words alone and spreads evenly. */
function numberOf(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0)
}
