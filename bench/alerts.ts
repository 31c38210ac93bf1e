// How often an alert on any story would ring over a month of real articles, and for what. The data gives neither hours
// nor publishers: both come from the identifier. Usage: node bench/alerts.ts [DATA_FOLDER] [--show]
import { gunzipSync } from 'node:zlib'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newArticle } from '../src/core/article.ts'
import { ALERT_DEFAULTS, type Alert } from '../src/core/alert.ts'
import { HOUR, MINUTE } from '../src/core/calendar.ts'
import type { PlacedArticle } from '../src/core/importance.ts'
import { rehearseInSteps } from '../src/core/rehearse-alert.ts'
import { createStoryShelf } from '../src/core/story-shelf.ts'
import { inTurns } from '../src/services/in-turns.ts'
import { numberOf } from './replay-articles.ts'

const path = join(process.argv.slice(2).find((word) => !word.startsWith('--')) ?? '../shared/data', 'stories')
const file = join(path, 'dev-articles.jsonl.gz')
if (!existsSync(file)) {
  process.stderr.write(`Le fichier ${file} manque. Donnez le dossier des données.\n`)
  process.exit(2)
}

/** A newsroom that follows the national press reads about so many. */
const PUBLISHERS = 8

/** Articles come between six in the morning and eleven at night. */
const [FIRST_HOUR, LAST_HOUR] = [6, 23]

interface Row {
  readonly id: string
  readonly date: string
  readonly title: string
  readonly lead: string
  readonly text: string
}

const rows: readonly Row[] = gunzipSync(readFileSync(file))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))

function readArticles(): readonly PlacedArticle[] {
  const shelf = createStoryShelf()
  const timed = rows
    .map((row) => {
      const minutes = numberOf(row.id) % ((LAST_HOUR - FIRST_HOUR) * 60)
      const at = Date.parse(`${row.date.slice(0, 10)}T00:00:00+02:00`) + FIRST_HOUR * HOUR + minutes * MINUTE
      return { row, at, publisher: `Titre ${numberOf(`${row.id} éditeur`) % PUBLISHERS}` }
    })
    .toSorted((one, other) => one.at - other.at)
  const into = new Map<string, string>()
  const placed = timed.map(({ row: { id, title, lead, text }, at, publisher }) => {
    const draft = { keys: [`id:${id}`], id, feedId: publisher, publisher, rubric: '', url: '', title, lead }
    const article = newArticle({ ...draft, body: text, publishedAt: at }, at)
    const placement = shelf.place(article)
    for (const ended of placement.unites ?? []) into.set(ended, placement.storyId)
    return { ...article, placement, appearances: [] }
  })
  const present = (storyId: string): string => {
    const next = into.get(storyId)
    return next === undefined ? storyId : present(next)
  }
  return placed.map((article) => {
    const { placement } = article
    return { ...article, placement: { ...placement, storyId: present(placement.storyId) } }
  })
}

const articles = readArticles()
const originals = new Map(articles.map(({ id, publishedAt }) => [id, publishedAt]))
const [since, until] = [articles[0]?.firstSeenAt ?? 0, articles.at(-1)?.firstSeenAt ?? 0]

async function rehearse(publishers: number, minutes: number, mostADay: number): Promise<void> {
  const alert: Alert = {
    name: 'essai',
    title: 'Tous les sujets',
    channel: 'console:terminal',
    watch: { kind: 'any' },
    feeds: [],
    rubrics: [],
    ...ALERT_DEFAULTS,
    publishers,
    minutes,
    mostADay,
    zone: 'Europe/Paris',
  }
  const startedAt = performance.now()
  const rung = await inTurns(rehearseInSteps(alert, { articles, originals, since: since - MINUTE, until }))
  const took = Math.round(performance.now() - startedAt)
  const late = rung.filter(({ isLate }) => isLate).length
  const days = new Set(rung.map(({ at }) => new Date(at).toISOString().slice(0, 10))).size
  process.stdout.write(
    `| ${publishers} | ${minutes} | ${mostADay} | ${rung.length} | ${days} | ${late} | ${took} |\n`,
  )
  if (!process.argv.includes('--show')) return
  for (const { at, title, storyCount, publisherCount } of rung)
    process.stdout.write(
      `    ${new Date(at).toISOString()} ${publisherCount} éd. ${storyCount} s. ${title}\n`,
    )
}

process.stdout.write(
  '| publishers | minutes | a day at most | alerts | days | late | ms |\n|---|---|---|---|---|---|---|\n',
)
for (const [publishers, minutes] of [
  [3, 60],
  [3, 120],
  [2, 120],
  [3, 240],
  [3, 720],
  [4, 720],
] as const)
  await rehearse(publishers, minutes, ALERT_DEFAULTS.mostADay)
