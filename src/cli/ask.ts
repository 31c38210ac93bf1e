// The verb ask: one question for a person, or a file of questions for a program.
import { Command } from 'commander'
import * as z from 'zod'
import type { Answer, AnswerEntry } from '../core/answer.ts'
import { type Day, dayOf, type Instant, type Zone } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { answerBlocks } from '../locale/answer.ts'
import { formatDay } from '../locale/calendar.ts'
import { MEETING_MODES, MEETING_STATUSES } from '../locale/meeting-terms.ts'
import {
  ARGUMENT_DESCRIPTIONS,
  LINE_FORMATS,
  OPTION_DESCRIPTIONS,
  VERB_DESCRIPTIONS,
} from '../locale/help.ts'
import type { Storage } from '../ports.ts'
import { reply } from '../services/reply.ts'
import { answerLines } from './jsonl.ts'
import { configurationOption, databaseOption, jsonlOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage } from './with-storage.ts'

/** Sentences shown to a person; the others are one more question away. */
const SHOWN = 5

/** Sentences given to a program. */
const LISTED = 10

/** In which a day of publication is told: that of the answers in words. */
const ANSWER_ZONE: Zone = 'Europe/Paris'

interface AskOptions {
  readonly database?: string
  readonly json?: true
  readonly jsonl?: true
  readonly now?: Instant
  readonly config: string
}

export function askVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return (
    new Command('ask')
      .description(VERB_DESCRIPTIONS.ask)
      // Several words are one question: not everybody thinks of quotation marks.
      .argument('[question...]', ARGUMENT_DESCRIPTIONS.question)
      .option('--json', OPTION_DESCRIPTIONS.json)
      .addOption(jsonlOption().makeOptionMandatory(false))
      .addOption(databaseOption())
      .addOption(configurationOption())
      .addOption(nowOption())
      .addHelpText('after', `\n${LINE_FORMATS.ask}`)
      .action(async (words: readonly string[], options: AskOptions) => {
        const question = words.join(' ').trim()
        if (question === '' && options.jsonl !== true) throw new ExplainedError({ code: 'question-missing' })
        await lookingAtStorage(tools, options, async (storage) => {
          const isForProgram = options.jsonl === true
          exit(
            await (isForProgram
              ? answerQuestions(tools, storage, options)
              : answerOne(tools, storage, question, options)),
          )
        })
      })
  )
}

async function answerOne(
  tools: Toolbox,
  storage: Storage,
  question: string,
  options: AskOptions,
): Promise<ExitStatus> {
  const now = options.now ?? Date.now()
  const { answer, knownSince } = await reply(storage, question, options.json === true ? LISTED : SHOWN, {
    now,
  })
  const text =
    options.json === true
      ? JSON.stringify({ question, ...answerRecord(answer) })
      : await tools.renderMessage({
          summary: question,
          blocks: answerBlocks(question, answer, knownSince, now),
        })
  await write(tools.terminal.output, `${text.trimEnd()}\n`)
  return EXIT.allRead
}

async function answerQuestions(tools: Toolbox, storage: Storage, options: AskOptions): Promise<ExitStatus> {
  const schema = z.object({ question: z.string() })
  return answerLines(tools.terminal, schema, async ({ question }) => {
    const { answer } = await reply(storage, question, LISTED, { now: options.now ?? Date.now() })
    return answerRecord(answer)
  })
}

/** The contract's answer; what is not known is left out. */
function answerRecord(answer: Answer): object {
  const entries = answer.kind === 'found' ? answer.answers : []
  return {
    noAnswer: entries.length === 0,
    answers: entries.map(entryRecord),
    ...(answer.kind === 'which' ? { which: answer.persons.map(({ name }) => name) } : {}),
  }
}

function entryRecord({
  text,
  isValue,
  evidence,
  status,
  mode,
  place,
  from,
  to,
  confidence,
}: AnswerEntry): Readonly<Record<string, unknown>> {
  return {
    text: isValue && from !== undefined && from === to && status === undefined ? withDay(text, from) : text,
    doc: evidence.article.id,
    evidence: evidence.text,
    ...(status === undefined ? {} : { status: MEETING_STATUSES[status] }),
    ...(mode === undefined ? {} : { mode: MEETING_MODES[mode] }),
    date: from === undefined ? dayOf(evidence.article.publishedAt, ANSWER_ZONE) : dateOf(from, to),
    ...(place === undefined ? {} : { place }),
    confidence: Math.round(confidence * 100) / 100,
  }
}

/** «lundi (29 juin 2026)»: a day that the words alone do not tell. */
const withDay = (text: string, day: Day): string =>
  /\d{4}/u.test(text) ? text : `${text} (${formatDay(Date.parse(`${day}T12:00Z`), 'UTC')})`

/** As precise as the days: `2016-08-26`, `2016-08`, `2016`. */
function dateOf(from: Day, to: Day = from): string {
  if (from === to) return from
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28)
    return from.slice(0, 7)
  return from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)
    ? from.slice(0, 4)
    : from
}
