// Which service a button or a form of the administration goes to. Does nothing itself.
import type { Action } from '../core/action.ts'
import type { FormName, FormValues } from '../core/form.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { PROPOSAL_GONE } from '../locale/changes.ts'
import { confirmChange, dismissChange, undoChange } from './change-desk.ts'
import { type DeskTools, privately, replacing } from './desk-tools.ts'
import { pickFeed, submitAddress, submitReplacement } from './follow-feed.ts'
import { offerList } from './exchange-feeds.ts'
import { findMemo } from './keep-memo.ts'
import { alertListPage, pressAlert, suspendRaised } from './manage-alerts.ts'
import { digestListPage, pressDigest, submitDigest } from './manage-digests.ts'
import { feedListPage, openFeedForm, openReplacementForm, retryFeed, stepFeed } from './manage-feeds.ts'
import { openSettingsForm, submitSettings } from './manage-settings.ts'
import { pressSubscription, submitSubscription } from './manage-subscription.ts'
import { journalPage } from './read-journal.ts'
import { trashPage } from './read-trash.ts'
import { feedStatesPage } from './show-feed-states.ts'
import { listTrial, turnTrial } from './trial-desk.ts'

/** Undefined for buttons of stories, and for pages of what is no list. */
export function pressManagement(
  tools: DeskTools,
  from: ChatContext,
  { verb, target, detail }: Action,
): Promise<ChatReply | undefined> {
  return PRESSES[verb](tools, from, target, detail)
}

type Press = (
  tools: DeskTools,
  from: ChatContext,
  target: string,
  detail: string,
) => Promise<ChatReply | undefined>

/** The buttons of stories, people and meetings are somebody else's. */
const pressNothing: Press = async () => undefined

const PRESSES: Readonly<Record<Action['verb'], Press>> = {
  prove: pressNothing,
  explain: pressNothing,
  mute: pressNothing,
  'mute-here': pressNothing,
  useful: pressNothing,
  useless: pressNothing,
  share: pressNothing,
  turn: turnList,
  'pick-person': pressNothing,
  'draw-meetings': pressNothing,
  confirm: confirmChange,
  'list-trial': listTrial,
  dismiss: dismissChange,
  undo: (tools, from, target, detail) => undoChange(tools, from, target, detail === 'journal'),
  'add-feed': openFeedForm,
  'pick-feed': pickFeed,
  'retry-feed': retryFeed,
  'replace-feed': openReplacementForm,
  'suspend-feed': (tools, from, target) => stepFeed(tools, from, target, 'suspend'),
  'resume-feed': (tools, from, target) => stepFeed(tools, from, target, 'resume'),
  'remove-feed': (tools, from, target) => stepFeed(tools, from, target, 'remove'),
  'import-pack': (tools, from, target) => offerList(tools, from, { pack: target }),
  'add-digest': (tools, from) => pressDigest(tools, from, '', 'edit'),
  'edit-digest': (tools, from, target) => pressDigest(tools, from, target, 'edit'),
  'try-alert': (tools, from, target) => pressAlert(tools, from, target, 'essayer'),
  'pause-alert': (tools, from, target) => pressAlert(tools, from, target, 'suspendre'),
  'resume-alert': (tools, from, target) => pressAlert(tools, from, target, 'reprendre'),
  'remove-alert': (tools, from, target) => pressAlert(tools, from, target, 'retirer'),
  'suspend-alert': suspendRaised,
  'remove-digest': (tools, from, target) => pressDigest(tools, from, target, 'remove'),
  subscribe: (tools, from) => pressSubscription(tools, from, 'subscribe'),
  unsubscribe: (tools, from) => pressSubscription(tools, from, 'unsubscribe'),
  settings: openSettingsForm,
}

async function turnList(
  tools: DeskTools,
  from: ChatContext,
  target: string,
  detail: string,
): Promise<ChatReply | undefined> {
  const memo = await findMemo(tools, from, target)
  if (memo === undefined) return privately(PROPOSAL_GONE)
  const wanted = { page: Math.max(0, Math.trunc(Number(detail)) || 0), memoId: target }
  if (memo.kind === 'trial') return turnTrial(tools, memo, wanted)
  if (memo.kind !== 'list') return undefined
  switch (memo.of) {
    case 'feeds':
      return replacing(await feedListPage(tools, from, wanted))
    case 'feed-states':
      return replacing(await feedStatesPage(tools, from, wanted))
    case 'digests':
      return replacing(await digestListPage(tools, from, wanted))
    case 'alerts':
      return replacing(await alertListPage(tools, from, wanted))
    case 'changes':
      return replacing(await journalPage(tools, from, wanted))
    case 'trash':
      return replacing(await trashPage(tools, from, wanted))
    default:
      return memo.of satisfies never
  }
}

/** Undefined for the form of a question. */
export async function submitForm(
  tools: DeskTools,
  from: ChatContext,
  form: FormName,
  target: string,
  values: FormValues,
): Promise<ChatReply | undefined> {
  switch (form) {
    case 'question':
      return undefined
    case 'add-feed':
      return submitAddress(tools, from, values)
    case 'replace-feed':
      return submitReplacement(tools, from, target, values)
    case 'digest':
      return submitDigest(tools, from, target, values)
    case 'subscription':
      return submitSubscription(tools, from, values)
    case 'settings':
      return submitSettings(tools, from, values)
    default:
      return form satisfies never
  }
}
