// The verb ask: one question for a person, or a file of questions for a program.
import { Command } from 'commander'
import * as z from 'zod'
import type { Evidence } from '../core/answer.ts'
import type { Instant } from '../core/calendar.ts'
import { QUESTION_MISSING } from '../locale/command-line.ts'
import { answerBlocks } from '../locale/answer.ts'
import type { Storage } from '../ports.ts'
import { reply } from '../services/reply.ts'
import { answerLines } from './jsonl.ts'
import { databaseOption, jsonlOption, nowOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { withStorage } from './with-storage.ts'

/** Sentences shown to a person; the others are one more question away. */
const SHOWN = 5

/** Sentences given to a program. */
const LISTED = 10

interface AskOptions {
  readonly database?: string
  readonly json?: true
  readonly jsonl?: true
  readonly now?: Instant
  readonly config: string
}

export function askVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('ask')
    .description('répond à une question par des phrases des articles')
    .argument('[question]', 'la question, entre guillemets')
    .option('--json', 'donne la réponse en JSON')
    .addOption(jsonlOption().makeOptionMandatory(false))
    .addOption(databaseOption())
    .addOption(nowOption())
    .action(async (question: string | undefined, options: AskOptions, command: Command) => {
      if (question === undefined && options.jsonl !== true) command.error(QUESTION_MISSING, { exitCode: EXIT.badUsage })
      await withStorage(tools, options, async (storage) => {
        exit(options.jsonl === true ? await answerQuestions(tools, storage) : await answerOne(tools, storage, question ?? '', options))
      })
    })
}

async function answerOne(tools: Toolbox, storage: Storage, question: string, options: AskOptions): Promise<ExitStatus> {
  const { answer, knownSince } = await reply(storage, question, options.json === true ? LISTED : SHOWN)
  const now = options.now ?? Date.now()
  const text =
    options.json === true
      ? JSON.stringify({ question, ...answerRecord(answer.kind === 'found' ? answer.evidence : []) })
      : tools.renderMessage({ summary: question, blocks: answerBlocks(question, answer, knownSince, now) })
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
      date: new Date(article.publishedAt).toISOString().slice(0, 10),
      confidence: Math.round(confidence * 100) / 100,
    })),
  }
}
