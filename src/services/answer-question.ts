// Questions in the chat: an answer in pages, private until it is shared. Decides nothing about language.
import { NOTHING } from '../core/answer.ts'
import type { CommandName } from '../core/command.ts'
import type { MessageText } from '../core/message.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { answerBlocks } from '../locale/answer.ts'
import { capitalised } from '../locale/sentence.ts'
import { typeset } from '../locale/typography.ts'
import { pagingBlocks, sharedBy } from '../locale/paging.ts'
import { MENTION_EMPTY, QUESTION_MISSING } from '../locale/questions.ts'
import { addressAsked, whyPage } from './answer-why.ts'
import type { DeskTools } from './desk-tools.ts'
import { keepMemo } from './keep-memo.ts'
import { reply } from './reply.ts'
import { workspaceOf } from './scope.ts'
import { settingsOf, visibleFeedIds } from './visible-feeds.ts'

/** Sentences on one page: what a telephone shows without much scrolling. */
const SENTENCES_A_PAGE = 5

/** Questions are cut here: nobody asks more, and a page has to bear it. */
const LONGEST_QUESTION = 300

/** The words that a command stands for: the words after it complete it. */
const ASKING: Readonly<Partial<Record<CommandName, string>>> = {
  qui: 'Qui',
  quand: 'Quand',
  ou: 'Où',
  combien: 'Combien',
  question: '',
}

export function isQuestion(command: CommandName): boolean {
  return ASKING[command] !== undefined
}

/** The question as a sentence; `''` when nothing was asked. */
export function questionOf(command: CommandName, words: string): string {
  // An address is cut nowhere: it would be another one.
  if (command === 'question' && addressAsked(words) !== undefined) return words.trim()
  const rest = words.trim().slice(0, LONGEST_QUESTION)
  return rest === '' ? '' : `${ASKING[command] ?? ''} ${rest}`.trim()
}

/** Private, with a button that shares it. */
export async function replyToQuestion(tools: DeskTools, from: ChatContext, text: string): Promise<ChatReply> {
  if (text === '') return { kind: 'message', audience: 'person', message: QUESTION_MISSING }
  const address = addressAsked(text)
  if (address !== undefined)
    return { kind: 'message', audience: 'person', message: await whyPage(tools, from, address, 'person') }
  const memoId = await keepMemo(tools, from, { kind: 'question', text })
  const message = await answerPage(tools, from, { text, memoId, page: 0 })
  return { kind: 'message', audience: 'person', message }
}

/** Where everybody reads: who asks aloud is answered aloud, and whoever wants more gets it for themselves. */
export async function replyToMention(tools: DeskTools, from: ChatContext, said: string): Promise<ChatReply> {
  const address = addressAsked(said)
  if (address !== undefined)
    return { kind: 'message', audience: 'channel', message: await whyPage(tools, from, address, 'channel') }
  const text = said.trim().slice(0, LONGEST_QUESTION)
  if (text === '') return { kind: 'message', audience: 'channel', message: MENTION_EMPTY }
  const memoId = await keepMemo(tools, { ...from, person: '' }, { kind: 'question', text, isPublic: true })
  const message = await answerPage(tools, from, { text, memoId, page: 0, isPublic: true })
  return { kind: 'message', audience: 'channel', message }
}

/** Another page: in place of the private one, or beside a public one, for whoever pressed. */
export async function turnAnswer(
  tools: DeskTools,
  from: ChatContext,
  asked: {
    readonly text: string
    readonly memoId: string
    readonly page: number
    readonly isPublic?: boolean
  },
): Promise<ChatReply> {
  if (asked.isPublic !== true) return { kind: 'replacement', message: await answerPage(tools, from, asked) }
  const memoId = await keepMemo(tools, from, { kind: 'question', text: asked.text })
  const message = await answerPage(tools, from, { text: asked.text, memoId, page: asked.page })
  return { kind: 'message', audience: 'person', message }
}

/** The same page for everybody, with the name of who shared it and nothing to press. */
export async function shareAnswer(
  tools: DeskTools,
  from: ChatContext,
  { text, page }: { readonly text: string; readonly page: number },
): Promise<ChatReply> {
  const { summary, blocks } = await answerPage(tools, from, { text, page, isPublic: true })
  const message = { summary, blocks: [...blocks, sharedBy(from.personName)] }
  return { kind: 'message', audience: 'channel', message }
}

interface AskedPage {
  readonly text: string
  readonly page: number
  /** Undefined on a page that nobody turns. */
  readonly memoId?: string
  readonly isPublic?: boolean
}

async function answerPage(tools: DeskTools, from: ChatContext, asked: AskedPage): Promise<MessageText> {
  const { storage, clock } = tools
  const workspaceId = await workspaceOf(storage, from)
  const { zone } = await settingsOf(storage, workspaceId)
  const feedIds = await visibleFeedIds(storage, workspaceId)
  const first = asked.page * SENTENCES_A_PAGE
  // One more than shown tells whether there is another page.
  const { answer, knownSince } = await reply(storage, asked.text, first + SENTENCES_A_PAGE + 1, {
    feedIds,
    workspaceId,
    now: clock.now(),
    zone,
  })
  const answers = answer.kind === 'found' ? answer.answers.slice(first) : []
  const shown = answers.slice(0, SENTENCES_A_PAGE)
  const blocks = answerBlocks(
    asked.text,
    answer.kind !== 'found' ? answer : shown.length === 0 ? NOTHING : { kind: 'found', answers: shown },
    knownSince,
    clock.now(),
    zone,
  )
  const summary = capitalised(typeset(asked.text))
  if (asked.memoId === undefined) return { summary, blocks }
  const hasNext = answers.length > SENTENCES_A_PAGE
  const canShare = asked.isPublic !== true && shown.length > 0
  return {
    summary,
    blocks: [...blocks, ...pagingBlocks({ memoId: asked.memoId, page: asked.page, hasNext, canShare })],
  }
}
