// Asks twenty questions of the real program and writes what a person reads in the terminal to docs/transcripts. Twice
// gives the same file. Judges no answer.
//   node bench/question-transcript.ts [CORPUS.jsonl.gz NOW]   other articles are asked in the terminal only: nothing is written
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { QUESTION_ARTICLES } from '../test/fixtures/question-articles.ts'
import { ASKED_AT } from '../test/services/question-cases.ts'
import { CORPUS_QUESTIONS, TRANSCRIPT_QUESTIONS } from './question-list.ts'

const PAGE = join(import.meta.dirname, '../docs/transcripts/questions.md')
const folder = mkdtempSync(join(tmpdir(), 'pressoir-transcript-'))
const [corpus, now = ''] = process.argv.slice(2)

function pressoir(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['pressoir.mjs', ...words])
  if (status !== 0) throw new Error(stderr.toString())
  return stdout.toString().trim()
}

/** What the terminal shows of one question, without the question itself. */
function answerOf(question: string, database: string, at: string): string {
  const [, ...paragraphs] = pressoir(['ask', question, '--database', database, '--now', at]).split('\n\n')
  return paragraphs.join('\n\n').trim()
}

function databaseOf(path: string, at: string): string {
  const database = join(folder, 'articles.sqlite')
  pressoir(['import', path, '--database', database, '--now', at])
  return database
}

/** The invented articles as the verb import reads them. */
function inventedCorpus(): string {
  const path = join(folder, 'articles.jsonl')
  const rows = QUESTION_ARTICLES.map(({ id, publisher, publishedAt: date, title, text }) =>
    JSON.stringify({ id, url: `https://www.${publisher}/${id}`, date, title, summary: '', text }),
  )
  writeFileSync(path, `${rows.join('\n')}\n`)
  return path
}

function pageOf(answers: readonly (readonly [string, string, string])[]): string {
  const intro = [
    '# Vingt questions',
    'Le vrai programme, par `pressoir ask`, sur les articles de `test/fixtures/question-articles` : journaux, personnes et ' +
      'faits sont inventés. Les questions sont posées le dimanche 15 novembre 2026 au soir, comme on les tape. ' +
      'Refaire ce fichier : `node bench/question-transcript.ts`.',
  ]
  const sections = answers.map(
    ([about, question, answer]) => `## ${about}\n\n> ${question}\n\n\`\`\`text\n${answer}\n\`\`\``,
  )
  return `${[...intro, ...sections].join('\n\n')}\n`
}

try {
  if (corpus === undefined) {
    const at = new Date(ASKED_AT).toISOString()
    const database = databaseOf(inventedCorpus(), at)
    const answers = TRANSCRIPT_QUESTIONS.map(
      ([about, question]) => [about, question, answerOf(question, database, at)] as const,
    )
    writeFileSync(PAGE, pageOf(answers))
  } else {
    const database = databaseOf(corpus, now)
    for (const question of CORPUS_QUESTIONS)
      process.stdout.write(`> ${question}\n\n${answerOf(question, database, now)}\n\n`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
