// The verbs that read texts and need no database: brief, sentences, stories.
import { Command } from 'commander'
import type { Instant } from '../core/calendar.ts'
import { sentencesOf } from '../core/sentence.ts'
import { LINE_FORMATS, OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { answerBriefs, type BriefLimits, type BriefTask } from './brief-lines.ts'
import type { InputLine } from './input-lines.ts'
import { answerLines, answerRow, badLine, type Line, readLines, type RowLine, tellOn } from './jsonl.ts'
import { answerOnCores } from './on-cores.ts'
import { ARTICLE, type ArticleRow, DATED_TEXT, MAYBE_DATED_TEXT, TEXT } from './text-rows.ts'
import { jsonlOption, positiveInteger } from './options.ts'
import { readInstant } from './instants.ts'
import { EXIT, write, type ExitStatus, type Terminal } from './terminal.ts'

/** Words and sentences of a brief when nothing is said: those of a digest that says nothing either. */
const BRIEF_WORDS = 60
const BRIEF_SENTENCES = 2

const BRIEF_WORKER = new URL('./brief-worker.ts', import.meta.url)

export function sentencesVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('sentences')
    .description(VERB_DESCRIPTIONS.sentences)
    .addOption(jsonlOption())
    .addHelpText('after', `\n${LINE_FORMATS.sentences}`)
    .action(async () => {
      exit(await answerLines(terminal, TEXT, ({ text }) => ({ sentences: sentencesOf(text) })))
    })
}

export function peopleVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('people')
    .description(VERB_DESCRIPTIONS.people)
    .addOption(jsonlOption())
    .addHelpText('after', `\n${LINE_FORMATS.people}`)
    .action(async () => {
      const { peopleOf } = await import('../core/people.ts')
      exit(await answerLines(terminal, TEXT, ({ text }) => ({ people: peopleOf(text) })))
    })
}

export function datesVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('dates')
    .description(VERB_DESCRIPTIONS.dates)
    .addOption(jsonlOption())
    .addHelpText('after', `\n${LINE_FORMATS.dates}`)
    .action(async () => {
      const { datesOf } = await import('../core/dates.ts')
      exit(await answerLines(terminal, DATED_TEXT, ({ text, day }) => ({ dates: datesOf(text, day) })))
    })
}

export function meetingsVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('meetings')
    .description(VERB_DESCRIPTIONS.meetings)
    .addOption(jsonlOption())
    .addHelpText('after', `\n${LINE_FORMATS.meetings}`)
    .action(async () => {
      const { meetingsOf } = await import('../core/meetings.ts')
      const { meetingRecord } = await import('./meeting-record.ts')
      exit(
        await answerLines(terminal, MAYBE_DATED_TEXT, ({ text, day, title }) => ({
          meetings: meetingsOf(text, { published: day, title }).map(meetingRecord),
        })),
      )
    })
}

export function briefVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('brief')
    .description(VERB_DESCRIPTIONS.brief)
    .addOption(jsonlOption())
    .option('--max-words <nombre>', OPTION_DESCRIPTIONS.maxWords, positiveInteger, BRIEF_WORDS)
    .option('--max-sentences <nombre>', OPTION_DESCRIPTIONS.maxSentences, positiveInteger, BRIEF_SENTENCES)
    .addHelpText('after', `\n${LINE_FORMATS.brief}`)
    .action(async (limits: BriefLimits) => {
      const taskOf = (lines: readonly InputLine[]): BriefTask => ({ lines, limits })
      exit(await answerOnCores(terminal, { worker: BRIEF_WORKER, taskOf, here: answerBriefs }))
    })
}

export function storiesVerb(terminal: Terminal, exit: (status: ExitStatus) => void): Command {
  return new Command('stories')
    .description(VERB_DESCRIPTIONS.stories)
    .addOption(jsonlOption())
    .addHelpText('after', `\n${LINE_FORMATS.stories}`)
    .action(async () => exit(await groupStories(terminal)))
}

/** A whole period is needed before the first line can be answered: articles join in the order they came out. */
async function groupStories(terminal: Terminal): Promise<ExitStatus> {
  const { createStoryShelf } = await import('../core/story-shelf.ts')
  const lines = await Array.fromAsync(readLines(terminal.input, ARTICLE))
  const shelf = createStoryShelf()
  const answers = new Map<number, object>()
  const storyOf = new Map<number, string>()
  /** Stories that ended, with the one that each became part of. */
  const successors = new Map<string, string>()
  // The shelf knows texts only; an id that came as a number goes back as one.
  const givenIds = new Map(lines.map(({ id }) => [String(id), id]))
  for (const bad of lines) if (bad.kind === 'bad') answers.set(bad.number, badLine(bad))
  for (const { line, at } of inOrderOfTime(lines)) {
    const place = ({ title, lead, text }: ArticleRow): object => {
      const article = { id: String(line.id), title, lead, text, publishedAt: at }
      const { storyId, duplicateOf, unites = [] } = shelf.place(article)
      for (const ended of unites) successors.set(ended, storyId)
      storyOf.set(line.number, storyId)
      return {
        story: storyId,
        ...(duplicateOf === undefined ? {} : { duplicateOf: givenIds.get(duplicateOf) }),
      }
    }
    answers.set(line.number, await answerRow(line, place, tellOn(terminal)))
  }
  for (const [number, storyId] of storyOf)
    answers.set(number, { ...answers.get(number), story: lastOf(storyId, successors) })
  for (const { number } of lines) await write(terminal.output, `${JSON.stringify(answers.get(number))}\n`)
  const hasFailed = [...answers.values()].some((answer) => 'error' in answer)
  return hasFailed ? EXIT.someLinesFailed : EXIT.allRead
}

/** The story that this one is part of in the end. */
function lastOf(storyId: string, successors: ReadonlyMap<string, string>): string {
  let last = storyId
  for (let next = successors.get(last); next !== undefined; next = successors.get(last)) last = next
  return last
}

type ArticleLine = RowLine<ArticleRow>

/** Oldest first; articles without a date come with the newest, so that they can join what is there. */
function inOrderOfTime(
  lines: readonly Line<ArticleRow>[],
): readonly { readonly line: ArticleLine; readonly at: Instant }[] {
  const dated = lines
    .filter((line) => line.kind === 'row')
    .map((line) => ({ line, at: readInstant(line.row.date) }))
  const newestAt = dated.reduce((newest, { at }) => Math.max(newest, at ?? 0), 0)
  return dated
    .map(({ line, at }) => ({ line, at: at ?? newestAt, isDated: at !== undefined }))
    .toSorted((one, other) => one.at - other.at || Number(other.isDated) - Number(one.isDated))
}
