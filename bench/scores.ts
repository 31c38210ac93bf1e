// Every scorer over the development data, through the real command line. Usage: npm run bench:scores [-- SHARED_FOLDER]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openScorers } from './scorers.ts'

const STORY_ROW = z.object({ story: z.string() })

const shared = process.argv[2] ?? '../shared'
if (!existsSync(join(shared, 'tools'))) {
  process.stderr.write(`Le dossier ${shared}/tools manque. Donnez le dossier des données et des mesures.\n`)
  process.exit(2)
}
const scorers = openScorers(shared)

interface Measure {
  readonly title: string
  readonly scorer: string
  /** What the scorer compares with, below the shared folder. */
  readonly gold: string
  /** Compares with all but the story that has most articles. */
  readonly withoutLargestStory?: boolean
  readonly verb: readonly string[]
  /** What the verb reads when the scorer does not print it. */
  readonly inputs?: string
  readonly more?: readonly string[]
}

const MEASURES: readonly Measure[] = [
  {
    title: 'Phrases, actualité',
    scorer: 'score-sentences.mjs',
    gold: 'data/french/sentences-dev.jsonl',
    verb: ['sentences', '--jsonl'],
  },
  {
    title: 'Phrases, cas difficiles',
    scorer: 'score-sentences.mjs',
    gold: 'data/french/sentences-challenge-dev.txt',
    verb: ['sentences', '--jsonl'],
  },
  {
    title: 'Flux',
    scorer: 'score-feeds.mjs',
    gold: 'data/feeds/dev.jsonl.gz',
    verb: ['feed', 'parse', '--jsonl'],
  },
  {
    title: 'Pages',
    scorer: 'score-pages.mjs',
    gold: 'data/pages/orange-60.jsonl.gz',
    verb: ['article', 'extract', '--jsonl'],
  },
  {
    title: 'Brèves, deux phrases et 60 mots au plus (en face : les deux premières phrases)',
    scorer: 'score-briefs.mjs',
    gold: 'data/articles/valid.jsonl.gz',
    verb: ['brief', '--jsonl', '--max-words', '60', '--max-sentences', '2'],
    more: ['--vs', join(shared, 'data/articles/valid-lead2.jsonl')],
  },
  {
    title: 'Jours dont parlent les textes',
    scorer: 'score-dates.mjs',
    gold: 'data/french/dates-dev.jsonl',
    verb: ['dates', '--jsonl'],
  },
  {
    title: 'Sujets, jours entiers',
    scorer: 'score-story-windows.mjs',
    gold: 'data/stories/dev-windows.jsonl',
    verb: ['stories', '--jsonl'],
    inputs: 'data/stories/dev-articles.jsonl.gz',
  },
  {
    title: 'Sujets, jours entiers sans la plus grande affaire',
    scorer: 'score-story-windows.mjs',
    gold: 'data/stories/dev-windows.jsonl',
    withoutLargestStory: true,
    verb: ['stories', '--jsonl'],
    inputs: 'data/stories/dev-articles.jsonl.gz',
  },
  {
    title: 'Sujets, paires',
    scorer: 'score-stories.mjs',
    gold: 'data/stories/dev-pairs.jsonl',
    verb: ['stories', '--jsonl'],
    inputs: 'data/stories/dev-articles.jsonl.gz',
  },
]

const storyOf = (row: string): string => STORY_ROW.parse(JSON.parse(row)).story

/** One long affair may hold most of the pairs of a window: what is left when the story with most articles is taken out. */
function withoutLargestStory(gold: string): string {
  const rows = readFileSync(gold, 'utf8').split('\n').filter(Boolean)
  const sizes = Object.entries(Object.groupBy(rows, storyOf)).map(
    ([story, own]) => [story, own?.length ?? 0] as const,
  )
  const [largest] = sizes.toSorted(([, one], [, other]) => other - one)[0] ?? []
  const path = join(scorers.folder, 'jours.jsonl')
  writeFileSync(path, rows.filter((row) => storyOf(row) !== largest).join('\n'))
  return path
}

for (const { title, scorer, gold, withoutLargestStory: isWithout, verb, inputs, more } of MEASURES) {
  const path = join(shared, gold)
  const said = scorers.score({
    scorer,
    gold: isWithout === true ? withoutLargestStory(path) : path,
    verb,
    ...(inputs === undefined ? {} : { inputs: join(shared, inputs) }),
    ...(more === undefined ? {} : { more }),
  })
  process.stdout.write(`${title}\n${said.trimEnd().replace(/^/gm, '  ')}\n\n`)
}
scorers.close()
