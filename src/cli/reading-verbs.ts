// The verbs that read texts and need no database: brief, sentences, stories.
import { Command } from 'commander'
import * as z from 'zod'
import { pressBrief } from '../core/brief.ts'
import { createStoryShelf } from '../core/story-shelf.ts'
import { splitSentences } from '../french/sentences.ts'
import { typeset } from '../locale/typography.ts'
import { answerLines, badLine, readLines, type Line } from './jsonl.ts'
import { jsonlOption, positiveInteger } from './options.ts'
import { readInstant } from './instants.ts'
import { EXIT, write, type ExitStatus, type Terminal } from './terminal.ts'

const TEXT = z.object({ text: z.string() })
const ARTICLE = z.object({
  text: z.string(),
  title: z.string().default(''),
  lead: z.string().nullish(),
  date: z.string().nullish(),
})
const DATED_ARTICLE = ARTICLE.extend({ id: z.union([z.string(), z.number()]) })

export function sentencesVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('sentences')
    .description('découpe des textes en phrases')
    .addOption(jsonlOption())
    .action(async () => {
      exit(await answerLines(terminal, TEXT, ({ text }) => ({ sentences: splitSentences(text) })))
    })
}

export function briefVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('brief')
    .description('presse des articles en brèves, citées mot pour mot')
    .addOption(jsonlOption())
    .option('--max-words <nombre>', 'longueur d’une brève, en mots', positiveInteger, 60)
    .option('--max-sentences <nombre>', 'phrases d’une brève', positiveInteger, 2)
    .action(async (limits: { readonly maxWords: number; readonly maxSentences: number }) => {
      exit(await answerLines(terminal, ARTICLE, (article) => briefOf(article, limits)))
    })
}

function briefOf(
  article: z.infer<typeof ARTICLE>,
  limits: { readonly maxWords: number; readonly maxSentences: number },
): object {
  const spans = pressBrief({ title: article.title, text: article.text, lead: article.lead ?? '' }, limits)
  const sentences = spans.map(({ start, end }) => {
    const text = article.text.slice(start, end)
    return { text, start, end, display: typeset(text) }
  })
  const words = sentences.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean).length
  return { sentences, words }
}

export function storiesVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('stories')
    .description('réunit les articles d’un même événement et replie les reprises')
    .addOption(jsonlOption())
    .action(async () => exit(await groupStories(terminal)))
}

/** A whole period is needed before the first line can be answered: articles join in the order they came out. */
async function groupStories(terminal: Terminal): Promise<ExitStatus> {
  const lines = await Array.fromAsync(readLines(terminal.input, DATED_ARTICLE))
  const shelf = createStoryShelf()
  const articles = lines.flatMap((line, position) => (line.kind === 'row' ? [{ line, position, at: dateOf(line) }] : []))
  const answers = new Map<number, object>()
  for (const { line, position, at } of articles.toSorted((one, other) => one.at - other.at)) {
    const { title, lead, text } = line.row
    const placement = shelf.place({ id: String(line.id), title, lead: lead ?? '', text, publishedAt: at })
    const { storyId, duplicateOf } = placement
    answers.set(position, { id: line.id, story: storyId, ...(duplicateOf === undefined ? {} : { duplicateOf }) })
  }
  for (const [position, line] of lines.entries()) {
    const said = line.kind === 'bad' ? badLine(line.id, line.failure) : answers.get(position)
    await write(terminal.output, `${JSON.stringify(said)}\n`)
  }
  return lines.some(({ kind }) => kind === 'bad') ? EXIT.someLinesFailed : EXIT.allRead
}

/** An article without a date stands at the end of the period: it joins what is there. */
function dateOf(line: Line<z.infer<typeof DATED_ARTICLE>> & { readonly kind: 'row' }): number {
  return readInstant(line.row.date ?? '') ?? Number.MAX_SAFE_INTEGER
}
