// What questions reach: the scorers of people, days, meetings and questions, the judged meetings and our own cases, each
// beside what was reached before and what is asked. Judges nothing.
//   node bench/questions.ts [SHARED_FOLDER]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import { QUESTION_ARTICLES } from '../test/fixtures/question-articles.ts'
import { ASKED_AT, QUESTION_CASES } from '../test/services/question-cases.ts'
import { askAll, importAll } from '../test/services/question-cases/ask-all.ts'
import { scoreCase } from '../test/services/question-cases/score.ts'
import { sumByKind, sumSides, verbatimShare } from '../test/services/question-cases/sums.ts'
import { countMeetings, type Half, type Measure, readArticles, TITLES } from './judged-meetings.ts'
import { openScorers, type Scorers } from './scorers.ts'

const shared = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared')
if (!existsSync(join(shared, 'tools'))) {
  process.stderr.write(`Le dossier ${shared}/tools manque. Donnez le dossier des données et des mesures.\n`)
  process.exit(2)
}

/** The last article of the corpus is of the day before. */
const ASKED_ON = '2020-07-03'

/** Measure, before, floor, aim, reached. Before is word search, best sentences only, or what stands in brackets. */
type Row = readonly [string, string, string, string, string]

const GROUP = z.object({
  n: z.number(),
  score: z.number(),
  P: z.number().nullable(),
  R: z.number().nullable(),
  F1: z.number().nullable(),
  strict: z.number().nullable(),
  refused: z.number(),
})
/** What `score-questions --json` prints; a share of nothing is null. */
const SCORES = z.object({
  table: z.record(z.string(), GROUP),
  unanswerableAccuracy: z.number(),
  falseRefusal: z.number(),
  statusAccuracy: z.number().optional(),
  modeAccuracy: z.number().optional(),
  verbatimEvidence: z.number().optional(),
})
type Scores = z.infer<typeof SCORES>

function scoreQuestions(scorers: Scorers): Scores {
  const packed = join(shared, 'data/questions/corpus.jsonl.gz')
  const corpus = join(scorers.folder, 'articles.jsonl')
  writeFileSync(corpus, gunzipSync(readFileSync(packed)))
  const database = join(scorers.folder, 'questions.sqlite')
  scorers.pressoir(['import', packed, '--database', database])
  const questions = join(shared, 'data/questions/questions.jsonl')
  const said = scorers.score({
    scorer: 'score-questions.mjs',
    gold: questions,
    inputs: questions,
    verb: ['ask', '--jsonl', '--database', database, '--now', ASKED_ON],
    more: ['--corpus', corpus, '--json'],
  })
  return SCORES.parse(JSON.parse(said))
}

const two = (share: number | null | undefined): string =>
  share === undefined || share === null ? '–' : share.toFixed(2)
const whole = (share: number | undefined): string =>
  share === undefined ? '–' : `${(100 * share).toFixed(0)} %`

function questionRows({ table, ...scores }: Scores): readonly Row[] {
  return [
    ['questions, overall score (71)', '0.37 · 0.63', '0.70', '0.85', two(table['ALL']?.score)],
    ['who met whom, F1', '0.18 · 0.46', '0.60', '0.80', two(table['type a_who']?.F1)],
    ['unanswerable refused', '0.14', '0.85', '1.00', two(scores.unanswerableAccuracy)],
    ['answerable refused', '0.14', '', '', two(scores.falseRefusal)],
    ['evidence verbatim', '', '100 %', '', whole(scores.verbatimEvidence)],
    [
      'status · mode of the meetings found',
      '',
      '0.85',
      '0.95',
      `${two(scores.statusAccuracy)} · ${two(scores.modeAccuracy)}`,
    ],
  ]
}

/** What a scorer says of the gold of its name: the groups of `said`, apart by points. */
function readingRow(
  scorers: Scorers,
  [name, gold, said]: readonly ['people' | 'dates' | 'meetings', string, RegExp],
  [title, before, floor, aim]: readonly [string, string, string, string],
): Row {
  const output = scorers.score({
    scorer: `score-${name}.mjs`,
    gold: join(shared, 'data/french', gold),
    verb: [name, '--jsonl'],
  })
  const [, ...groups] = said.exec(output) ?? []
  return [title, before, floor, aim, groups.join(' · ')]
}

const readingRows = (scorers: Scorers): readonly Row[] => [
  readingRow(
    scorers,
    ['people', 'people-dev.jsonl', /F1 ([\d.]+)/u],
    ['people, exact spans', '92.6', '92', '96'],
  ),
  readingRow(
    scorers,
    ['dates', 'dates-dev.jsonl', /F1 ([\d.]+)[^]*exact range ([\d.]+)/u],
    ['time expressions found, F1 · days right among them', '69 · 80 (chrono-node)', '90 · 88', '95 · 95'],
  ),
  readingRow(
    scorers,
    ['meetings', 'meetings-seeds.jsonl', /found (\d+) of.*(\d+) where there is none/u],
    ['meetings of the five seeds, of thirteen · where there is none', '4', '11', '13 · 0'],
  ),
]

function judgedRows(): readonly Row[] {
  const articles = readArticles(shared)
  const shown: readonly Measure[] = ['found', 'precision', 'people', 'status', 'mode', 'place', 'days']
  const title = shown.map((measure) => TITLES[measure]).join(' · ')
  return (['development', 'held-out'] satisfies readonly Half[]).map((half): Row => {
    const { articleCount, tallies } = countMeetings(half, articles)
    const shares = shown.map((measure) => {
      const { right, all } = tallies.get(measure) ?? { right: 0, all: 0 }
      return ((100 * right) / (all || 1)).toFixed(0)
    })
    return [
      `judged meetings, ${half}, ${articleCount} articles: ${title}`,
      '',
      '',
      '',
      `${shares.join(' · ')} %`,
    ]
  })
}

async function caseRows(): Promise<readonly Row[]> {
  const storage = await importAll(QUESTION_ARTICLES, ASKED_AT)
  const scored = (await askAll(storage, QUESTION_CASES, ASKED_AT)).map((answered) => {
    return { ...answered, ...scoreCase(answered) }
  })
  await storage.close()
  const kinds = sumByKind(scored).map(({ name, count, score }): Row => [
    `our own cases, ${name} (${count})`,
    '',
    '',
    '',
    two(score),
  ])
  const sides = sumSides(scored).map(({ side, right, of }) => `${side} ${right} of ${of}`)
  const verbatim = whole(verbatimShare(scored, QUESTION_ARTICLES))
  return [
    ...kinds,
    [
      'our own cases, verbatim; what is said of the people found',
      '',
      '',
      '',
      [verbatim, ...sides].join(' · '),
    ],
  ]
}

function printDetails({ table }: Scores): void {
  console.log('\n| kind, difficulty | n | score | precision | recall | F1 | right and well cited | refused |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, { n, score, P, R, F1, strict, refused }] of Object.entries(table))
    console.log(`| ${[name, n, ...[score, P, R, F1, strict, refused].map(two)].join(' | ')} |`)
}

const scorers = openScorers(shared)
const scores = scoreQuestions(scorers)
const rows = [...questionRows(scores), ...readingRows(scorers), ...judgedRows(), ...(await caseRows())]
scorers.close()
console.log('| | before | floor | aim | reached |')
console.log('| --- | --- | --- | --- | --- |')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
printDetails(scores)
