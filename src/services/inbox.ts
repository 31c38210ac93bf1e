// The one door for everything that people ask in a chat: finds who answers. Never rejects.
import type { ChatContext, ChatReply, ChatRequest } from '../core/request.ts'
import type { Action } from '../core/action.ts'
import { requestTrace } from '../core/log-trace.ts'
import type { MessageText } from '../core/message.ts'
import { ExplainedError } from '../core/failures.ts'
import { DEFAULT_SETTINGS, isPersonal } from '../core/workspace.ts'
import { sentenceMessage } from '../locale/blocks.ts'
import { helpBlocks } from '../locale/commands.ts'
import { explain } from '../locale/failures.ts'
import { REQUEST_REPLIED } from '../locale/log.ts'
import { MESSAGE_TOO_OLD, MISHAP } from '../locale/questions.ts'
import type { RequestNature, RequestOutcome } from '../meter.ts'
import type { Inbox } from '../ports.ts'
import {
  isQuestion,
  questionOf,
  replyToMention,
  replyToQuestion,
  shareAnswer,
  turnAnswer,
} from './answer-question.ts'
import type { DeskTools } from './desk-tools.ts'
import { findMemo } from './keep-memo.ts'
import { logFailure } from './log-failure.ts'
import { replyToAlert } from './manage-alerts.ts'
import { replyToFeeds } from './manage-feeds.ts'
import { replyToProgramme } from './manage-digests.ts'
import { replyToSettings } from './manage-settings.ts'
import { replyToSubscription } from './manage-subscription.ts'
import { pressManagement, submitForm } from './management.ts'
import { pressStory } from './press-story.ts'
import { questionRefused } from './quotas.ts'
import { replyWithReview, shareReview, turnReview } from './read-review.ts'
import { homePage } from './home.ts'
import { pressFacts } from './press-facts.ts'
import { replyWithMeetings } from './show-meetings.ts'
import { replyWithPerson } from './show-person.ts'
import { suggest } from './suggest.ts'
import { tracedLog } from './traced-log.ts'

/** One of the three edges where failures are caught: one request that fails is said to whoever asked. */
export function createInbox(tools: DeskTools): Inbox {
  let count = 0
  return async (request) => {
    const startedAt = performance.now()
    const log = tracedLog(tools.log, requestTrace(request.from, tools.clock.now(), count++))
    const { reply, outcome } = await replyOrSay({ ...tools, log }, request)
    const of = natureOf(request)
    const seconds = (performance.now() - startedAt) / 1000
    tools.meter({ kind: 'request', of, outcome, seconds })
    // Neither who asked nor what: a log is read by others than a channel.
    log.debug(REQUEST_REPLIED, { request: of, outcome, seconds })
    return reply
  }
}

async function replyOrSay(
  tools: DeskTools,
  request: ChatRequest,
): Promise<{ readonly reply: ChatReply; readonly outcome: RequestOutcome }> {
  try {
    return { reply: await replyTo(tools, request), outcome: 'answered' }
  } catch (error) {
    if (error instanceof ExplainedError)
      return { reply: privately(sentenceMessage(explain(error.failure))), outcome: 'explained' }
    logFailure(tools.log, error, { request: request.kind })
    return { reply: privately(MISHAP), outcome: 'mishap' }
  }
}

function natureOf(request: ChatRequest): RequestNature {
  switch (request.kind) {
    case 'command':
      return isQuestion(request.command) ? 'question' : 'command'
    case 'mention':
      return 'question'
    case 'submission':
      return request.form === 'question' ? 'question' : 'submission'
    case 'joined':
    case 'left':
      return 'membership'
    case 'press':
    case 'suggestion':
    case 'home':
      return request.kind
    default:
      return request satisfies never
  }
}

async function replyTo(tools: DeskTools, request: ChatRequest): Promise<ChatReply> {
  const { from } = request
  const refused = await questionRefused(tools, request)
  if (refused !== undefined) return privately(sentenceMessage(refused))
  switch (request.kind) {
    case 'command':
      return replyToCommand(tools, request)
    case 'press':
      return replyToPress(tools, from, request.action)
    case 'submission': {
      const { form, target, values } = request
      const [text = ''] = values['question'] ?? []
      if (form === 'question') return replyToQuestion(tools, from, text)
      return (await submitForm(tools, from, form, target, values)) ?? privately(MESSAGE_TOO_OLD)
    }
    case 'mention':
      return replyToMention(tools, from, request.text)
    case 'suggestion':
      return { kind: 'suggestions', choices: await suggest(tools, from, request.suggests, request.typed) }
    case 'home':
      return { kind: 'home', blocks: await homePage(tools, from) }
    case 'joined':
    case 'left':
      await noteMembership(tools, from, request.kind === 'joined')
      return { kind: 'nothing' }
    default:
      return request satisfies never
  }
}

function privately(message: MessageText): ChatReply {
  return { kind: 'message', audience: 'person', message }
}

function replyToCommand(
  tools: DeskTools,
  request: ChatRequest & { readonly kind: 'command' },
): Promise<ChatReply> {
  const { from, command, options } = request
  switch (command) {
    case 'qui':
    case 'quand':
    case 'ou':
    case 'combien':
    case 'question':
      return replyToQuestion(tools, from, questionOf(command, options.question ?? ''))
    case 'fiche':
      return replyWithPerson(tools, from, options.personne)
    case 'rencontres':
      return replyWithMeetings(tools, from, request)
    case 'revue':
      return replyWithReview(tools, from, options.revue)
    case 'flux':
      return replyToFeeds(tools, from, request)
    case 'programme':
      return replyToProgramme(tools, from, request)
    case 'alerte':
      return replyToAlert(tools, from, request)
    case 'abonnement':
      return replyToSubscription(tools, from, request)
    case 'reglages':
      return replyToSettings(tools, from, request)
    case 'aide':
      return Promise.resolve(privately({ summary: 'Ce que je sais faire', blocks: helpBlocks() }))
    default:
      return command satisfies never
  }
}

async function replyToPress(tools: DeskTools, from: ChatContext, action: Action): Promise<ChatReply> {
  const reply =
    (await pressStory(tools, from, action)) ??
    (await pressMemo(tools, from, action)) ??
    (await pressFacts(tools, from, action)) ??
    (await pressManagement(tools, from, action))
  return reply ?? privately(MESSAGE_TOO_OLD)
}

/** Pages of answers and reviews, and sharing them. Undefined for memos of other kinds. */
async function pressMemo(
  tools: DeskTools,
  from: ChatContext,
  action: Action,
): Promise<ChatReply | undefined> {
  if (action.verb !== 'turn' && action.verb !== 'share') return undefined
  const memo = await findMemo(tools, from, action.target)
  if (memo === undefined) return privately(MESSAGE_TOO_OLD)
  const page = Math.max(0, Math.trunc(Number(action.detail)) || 0)
  const isTurning = action.verb === 'turn'
  if (memo.kind === 'question') {
    return isTurning
      ? turnAnswer(tools, from, { ...memo, memoId: action.target, page })
      : shareAnswer(tools, from, { ...memo, page })
  }
  if (memo.kind !== 'edition') return undefined
  return isTurning
    ? turnReview(tools, { edition: memo.edition, memoId: action.target, page })
    : shareReview(tools, from, memo.edition)
}

/** A workspace that comes back finds everything as it was. */
async function noteMembership(
  { storage, clock }: DeskTools,
  { workspaceId, workspaceName }: ChatContext,
  isIn: boolean,
): Promise<void> {
  if (isPersonal(workspaceId)) return
  const now = clock.now()
  await storage.inTransaction(async ({ workspaces }) => {
    const known = await workspaces.get(workspaceId)
    const { leftAt, ...kept } = known ?? {
      id: workspaceId,
      name: workspaceName,
      joinedAt: now,
      settings: DEFAULT_SETTINGS,
      leftAt: undefined,
    }
    if (known === undefined && !isIn) return
    const name = workspaceName === '' ? kept.name : workspaceName
    await workspaces.save({ ...kept, name, ...(isIn ? {} : { leftAt: leftAt ?? now }) })
  })
}
