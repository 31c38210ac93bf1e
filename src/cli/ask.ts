// The verb ask: one question for a person, or a file of questions for a program.
import { Command } from 'commander'
import * as z from 'zod'
import type { Evidence } from '../core/answer.ts'
import { dayOf, type Instant, type Zone } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { answerBlocks } from '../locale/answer.ts'
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
              ? answerQuestions(tools, storage)
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
  const { answer, knownSince } = await reply(storage, question, options.json === true ? LISTED : SHOWN)
  const now = options.now ?? Date.now()
  const text =
    options.json === true
      ? JSON.stringify({ question, ...answerRecord(answer.kind === 'found' ? answer.evidence : []) })
      : await tools.renderMessage({
          summary: question,
          blocks: answerBlocks(question, answer, knownSince, now),
        })
  await write(tools.terminal.output, `${text.trimEnd()}\n`)
  return EXIT.allRead
}

async function answerQuestions(tools: Toolbox, storage: Storage): Promise<ExitStatus> {
  const schema = z.object({ question: z.string() })
  return answerLines(tools.terminal, schema, async ({ question }) => {
    const { answer } = await reply(storage, question, LISTED)
    return answerRecord(answer.kind === 'found' ? answer.evidence : [])
  })
}

/** The contract's answer. Status, mode and place are unknown while no meeting is read: they are left out. */
function answerRecord(evidence: readonly Evidence[]): object {
  return {
    noAnswer: evidence.length === 0,
    answers: evidence.map(({ text, article, confidence }) => ({
      text,
      doc: article.id,
      evidence: text,
      date: dayOf(article.publishedAt, ANSWER_ZONE),
      confidence: Math.round(confidence * 100) / 100,
    })),
  }
}
