// Questions asked through the real inbox, each as of another workspace. Judges no answer.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Instant } from '../src/core/calendar.ts'
import { SILENT_METER } from '../src/meter.ts'
import { outlines } from '../src/outlines.ts'
import { drawPng } from '../src/pictures/draw.ts'
import type { Inbox, Storage } from '../src/ports.ts'
import { createInbox } from '../src/services/inbox.ts'
import { OWN_QUESTIONS } from './question-list.ts'
import type { Corpus } from './scale-corpus.ts'
import { costOf } from './scale-cost.ts'
import { NO_READER } from './scale-day.ts'
import { SILENT_LOG } from './scale-log.ts'
import { channelOf, feedsOfFile, workspaceId } from './scale-world.ts'
import { WORKSPACES } from './scale-plan.ts'

const QUESTION = z.object({ question: z.string() })

/** Every other time a question is about people of another round: whoever asks it finds other pages of the disk. */
const FAMILIES_ASKED = 9

export interface AskedQuestion {
  readonly workspace: number
  readonly text: string
}

/** Every question of the list in turn, `count` in all, each as of the next workspace; the same each time. */
export function questionsAsked(shared: string, { renamer }: Corpus, count: number): readonly AskedQuestion[] {
  const typed = readFileSync(join(shared, 'data/questions/questions.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => QUESTION.parse(JSON.parse(line)).question)
  const list = [...typed, ...OWN_QUESTIONS]
  return Array.from({ length: count }, (_, at) => {
    const turn = Math.floor(at / list.length)
    const text = list[at % list.length] ?? ''
    // Any step that is no divisor of the number of workspaces.
    const workspace = (at * 7) % WORKSPACES
    return { workspace, text: turn % 2 === 0 ? text : renamer(1 + (turn % FAMILIES_ASKED))(text) }
  })
}

/** Milliseconds of each question, of the processor alone too. */
export interface AskedTimes {
  readonly milliseconds: readonly number[]
  readonly busyMilliseconds: readonly number[]
}

export async function askAll(
  storage: Storage,
  now: () => Instant,
  questions: readonly AskedQuestion[],
): Promise<AskedTimes> {
  const inbox = createInbox({
    storage,
    reader: NO_READER,
    outlines,
    clock: { now },
    log: SILENT_LOG,
    meter: SILENT_METER,
    draw: drawPng,
    declared: { feeds: feedsOfFile, digests: [], alerts: [] },
  })
  const milliseconds: number[] = []
  const busyMilliseconds: number[] = []
  for (const question of questions) {
    const { cost } = await costOf(() => ask(inbox, question))
    milliseconds.push(cost.seconds * 1000)
    busyMilliseconds.push(cost.busySeconds * 1000)
  }
  return { milliseconds, busyMilliseconds }
}

async function ask(inbox: Inbox, { workspace, text }: AskedQuestion): Promise<void> {
  const reply = await inbox({
    kind: 'command',
    command: 'question',
    action: '',
    options: { question: text },
    from: {
      workspaceId: workspaceId(workspace),
      workspaceName: '',
      channel: channelOf(workspace, 0),
      person: `U${workspace}`,
      personName: 'Camille',
      isAdministrator: false,
      roles: [],
    },
  })
  if (reply.kind !== 'message') throw new Error(`A question was replied to with ${reply.kind}.`)
}
