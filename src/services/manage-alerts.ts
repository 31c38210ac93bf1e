// /alerte and the buttons of alerts: what is told at once, and where. Raises none and posts none.
import { type Alert, alertDefinitionOf, type AlertDefinition, defaultAlert, newAlert } from '../core/alert.ts'
import type { TypedCommand } from '../core/typed-command.ts'
import { foldTitle } from '../core/find-titled.ts'
import type { MessageText } from '../core/message.ts'
import { ALERT_FIELDS, type AlertWords, readAlert } from '../core/read-alert.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { isPersonal } from '../core/workspace.ts'
import {
  ALERT_GONE,
  alertHowTo,
  alertList,
  alertMistakes,
  alertTitleTaken,
  ALERTS_NOT_IN_PRIVATE,
  rehearsalBlocks,
  rehearsalMessage,
} from '../locale/alert-list.ts'
import { notAllowed } from '../locale/people-and-places.ts'
import { propose } from './change-desk.ts'
import { knownNames } from './definition-desk.ts'
import { type DeskTools, privately } from './desk-tools.ts'
import { alertByName, alertsHere, changeable, findAlert } from './find-alert.ts'
import { FIRST_PAGE, pageOf, type WantedPage } from './list-pages.ts'
import { rehearseAlert } from './rehearse-alert.ts'
import { mayManageHere } from './rights.ts'
import { settingsOf } from './visible-feeds.ts'
import { ALERT_SENTENCES } from '../locale/titled-things.ts'

/** Each comes with a row of buttons, and platforms bear five rows. */
const ALERTS_A_PAGE = 4

export async function replyToAlert(
  tools: DeskTools,
  from: ChatContext,
  { action, options }: TypedCommand,
): Promise<ChatReply> {
  if (action === 'lister') return privately(await alertListPage(tools, from, FIRST_PAGE))
  if (action === 'essayer') return tryAlert(tools, from, options)
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  if (action === 'ajouter') return proposeAlert(tools, from, undefined, options)
  const alert = changeable(await findAlert(tools, from, options.alerte))
  if (typeof alert === 'string') return privately(alert)
  if (action === 'modifier') return proposeAlert(tools, from, alert, options)
  return proposeStep(tools, from, alert, action)
}

export async function alertListPage(
  tools: DeskTools,
  from: ChatContext,
  wanted: WantedPage,
): Promise<MessageText> {
  const { storage, clock } = tools
  const canManage = await mayManageHere(storage, from)
  const alerts = await alertsHere(tools, from)
  const page = await pageOf(tools, from, {
    items: alerts.map((alert) => ({ alert, canManage: canManage && alert.workspaceId !== undefined })),
    kind: { of: 'alerts', perPage: ALERTS_A_PAGE },
    wanted,
  })
  const { zone } = await settingsOf(storage, from.workspaceId)
  return alertList(page, { time: { now: clock.now(), zone }, here: from.channel, canAdd: canManage })
}

function wordsOf(options: TypedCommand['options']): AlertWords {
  return Object.fromEntries(
    ALERT_FIELDS.flatMap((field) => {
      const typed = options[field]
      return typed === undefined ? [] : [[field, typed] as const]
    }),
  )
}

async function baseOf(
  { storage }: DeskTools,
  { workspaceId }: ChatContext,
  alert: Alert | undefined,
): Promise<AlertDefinition> {
  if (alert !== undefined) return alertDefinitionOf(alert)
  return defaultAlert((await settingsOf(storage, workspaceId)).zone)
}

/** What was typed as a definition over the one that there is, or a reply that says what is wrong. */
async function readTyped(
  tools: DeskTools,
  from: ChatContext,
  before: Alert | undefined,
  options: TypedCommand['options'],
): Promise<AlertDefinition | ChatReply> {
  const known = await knownNames(tools.storage, from.workspaceId, before)
  const read = readAlert(wordsOf(options), await baseOf(tools, from, before), known)
  return read.kind === 'read' ? read.definition : privately(alertMistakes(read.mistakes))
}

async function proposeAlert(
  tools: DeskTools,
  from: ChatContext,
  before: Alert | undefined,
  options: TypedCommand['options'],
): Promise<ChatReply> {
  if (before === undefined && from.channel.includes(':@') && !isPersonal(from.workspaceId))
    return privately(ALERTS_NOT_IN_PRIVATE)
  const words = wordsOf(options)
  if (Object.keys(words).length === 0) return privately(alertHowTo(before?.title))
  const definition = await readTyped(tools, from, before, options)
  if ('kind' in definition) return definition
  const others = (await alertsHere(tools, from)).filter(({ name }) => name !== before?.name)
  if (others.some(({ title }) => foldTitle(title) === foldTitle(definition.title)))
    return privately(alertTitleTaken(definition.title))
  const now = tools.clock.now()
  const after = before === undefined ? newAlert(definition, from, now) : { ...before, ...definition }
  const rehearsal = await rehearseAlert(tools.storage, after, now)
  const preface = rehearsalBlocks(rehearsal, { now, zone: after.zone })
  return propose(tools, from, { kind: 'alert', before, after }, { preface })
}

/** One that there is, or one that is only typed; nothing is saved. */
async function tryAlert(
  tools: DeskTools,
  from: ChatContext,
  options: TypedCommand['options'],
): Promise<ChatReply> {
  const isNew = options.alerte === undefined
  if (isNew && Object.keys(wordsOf(options)).length === 0) return privately(alertHowTo(undefined, true))
  const found = isNew ? undefined : await findAlert(tools, from, options.alerte)
  if (typeof found === 'string') return privately(found)
  const definition = await readTyped(tools, from, found, options)
  if ('kind' in definition) return definition
  const now = tools.clock.now()
  const tried = found === undefined ? newAlert(definition, from, now) : { ...found, ...definition }
  return privately(
    rehearsalMessage(tried, await rehearseAlert(tools.storage, tried, now), { now, zone: tried.zone }),
  )
}

/** `action` as the command names it; one that is unknown takes nothing away. */
async function proposeStep(
  tools: DeskTools,
  from: ChatContext,
  alert: Alert,
  action: string,
): Promise<ChatReply> {
  if (action === 'retirer') return propose(tools, from, { kind: 'alert', before: alert, after: undefined })
  const isSuspended = alert.suspendedAt !== undefined
  if (isSuspended === (action === 'suspendre'))
    return privately(ALERT_SENTENCES.untouched(alert.title, isSuspended))
  const now = tools.clock.now()
  const { suspendedAt: _since, ...running } = alert
  const after = isSuspended ? { ...running, since: now } : { ...alert, suspendedAt: now }
  return propose(tools, from, { kind: 'alert', before: alert, after })
}

/** The buttons of the list, by the alert's name. */
export async function pressAlert(
  tools: DeskTools,
  from: ChatContext,
  name: string,
  action: 'suspendre' | 'reprendre' | 'retirer' | 'essayer',
): Promise<ChatReply> {
  if (action !== 'essayer' && !(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  const alert = await alertByName(tools, from, name)
  if (typeof alert === 'string') return privately(alert)
  return action === 'essayer'
    ? tryAlert(tools, from, { alerte: alert.name })
    : proposeStep(tools, from, alert, action)
}

/** «Suspendre cette alerte», under a message of it. */
export async function suspendRaised(tools: DeskTools, from: ChatContext, id: string): Promise<ChatReply> {
  const raised = await tools.storage.raisedAlerts.get(id)
  if (raised === undefined || raised.channel !== from.channel) return privately(ALERT_GONE)
  return pressAlert(tools, from, raised.alertName, 'suspendre')
}
