// /reglages: who may change what, where failures are told, the zone. Changes nothing without a proposal.
import type { TypedCommand } from '../core/typed-command.ts'
import type { FormValues } from '../core/form.ts'
import { foldTitle } from '../core/find-titled.ts'
import { readZoneOrPlace } from '../core/read-definition.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { isPersonal, type WorkspaceSettings } from '../core/workspace.ts'
import { explainMistake } from '../locale/configuration.ts'
import { settingsForm } from '../locale/forms.ts'
import { notAllowed } from '../locale/people-and-places.ts'
import {
  ADMINISTRATORS_MISSING,
  ALONE_HERE,
  CHANNEL_PRIVATE,
  CHANNEL_UNREADABLE,
  PERSON_UNREADABLE,
  REPORT_UNREADABLE,
  ROLES_NOWHERE,
  settingsMessage,
  ZONE_MISSING,
  ZONE_OUTLOOK,
} from '../locale/settings.ts'
import { propose } from './change-desk.ts'
import { type DeskTools, privately } from './desk-tools.ts'
import { knownPeople } from './known-people.ts'
import { FIRST_PAGE } from './list-pages.ts'
import { journalPage } from './read-journal.ts'
import { trashPage } from './read-trash.ts'
import { mayManageHere } from './rights.ts'
import { settingsOf } from './visible-feeds.ts'

/** The platforms' ids of people, roles and channels: letters and digits. */
const ID = /^[A-Za-z\d]{1,40}$/

export async function replyToSettings(
  tools: DeskTools,
  from: ChatContext,
  { action, options }: TypedCommand,
): Promise<ChatReply> {
  if (action === 'journal') return privately(await journalPage(tools, from, FIRST_PAGE))
  if (action === 'corbeille') return privately(await trashPage(tools, from, FIRST_PAGE))
  if (action === 'voir') return showSettings(tools, from)
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  if (action === 'administrateurs') return changeManagers(tools, from, options)
  if (action === 'bilan') return changeReport(tools, from, options.bilan)
  if (action === 'canal') return changeChannel(tools, from, options.canal)
  return action === 'fuseau' ? changeZone(tools, from, options.fuseau) : showSettings(tools, from)
}

async function showSettings({ storage }: DeskTools, from: ChatContext): Promise<ChatReply> {
  const { workspaceId, channel: here } = from
  const settings = await settingsOf(storage, workspaceId)
  const people = await knownPeople(storage, from)
  const canManage = await mayManageHere(storage, from)
  return privately(settingsMessage(settings, { workspaceId, here, people, canManage }))
}

/** Somebody who is named already loses the right, and so does a role. */
async function changeManagers(
  tools: DeskTools,
  from: ChatContext,
  { personne, role }: TypedCommand['options'],
): Promise<ChatReply> {
  if (isPersonal(from.workspaceId)) return privately(ALONE_HERE)
  if (personne === undefined && role === undefined) return privately(ADMINISTRATORS_MISSING)
  if (role !== undefined && !from.workspaceId.startsWith('discord:')) return privately(ROLES_NOWHERE)
  if ([personne, role].some((id) => id !== undefined && !ID.test(id))) return privately(PERSON_UNREADABLE)
  return proposeSettings(tools, from, (settings) => ({
    ...settings,
    managers: toggled(settings.managers, personne),
    managerRoles: toggled(settings.managerRoles, role),
  }))
}

function toggled(ids: readonly string[], id: string | undefined): readonly string[] {
  if (id === undefined) return ids
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
}

async function changeChannel(
  tools: DeskTools,
  from: ChatContext,
  typed: string | undefined,
): Promise<ChatReply> {
  const adminChannel = channelOf(from, typed)
  if (adminChannel !== undefined && 'mistake' in adminChannel) return privately(adminChannel.mistake)
  return proposeSettings(tools, from, (settings) => withChannel(settings, adminChannel?.channel))
}

/** Undefined for nowhere. */
function channelOf(
  { workspaceId, channel }: ChatContext,
  typed: string | undefined,
): { readonly channel: string } | { readonly mistake: string } | undefined {
  if (typed === undefined) {
    const isWrong = channel.includes(':@') && !isPersonal(workspaceId)
    return isWrong ? { mistake: CHANNEL_PRIVATE } : { channel }
  }
  if (['aucun', 'nulle part', 'rien', '-'].includes(typed === '-' ? typed : foldTitle(typed)))
    return undefined
  if (isPersonal(workspaceId)) return { mistake: CHANNEL_UNREADABLE }
  const platform = channel.slice(0, channel.indexOf(':') + 1)
  const id = typed.startsWith(platform) ? typed.slice(platform.length) : typed
  return ID.test(id) ? { channel: `${platform}${id}` } : { mistake: CHANNEL_UNREADABLE }
}

function withChannel(settings: WorkspaceSettings, channel: string | undefined): WorkspaceSettings {
  const { adminChannel: _before, ...others } = settings
  return channel === undefined ? others : { ...others, adminChannel: channel }
}

/** Said without a word, the other way round. */
async function changeReport(
  tools: DeskTools,
  from: ChatContext,
  typed: string | undefined,
): Promise<ChatReply> {
  const word = typed === undefined ? undefined : foldTitle(typed)
  if (word !== undefined && !YES.has(word) && !NO.has(word)) return privately(REPORT_UNREADABLE)
  return proposeSettings(tools, from, (settings) =>
    withReport(settings, word === undefined ? settings.weeklyReport === false : YES.has(word)),
  )
}

function withReport(
  { weeklyReport: _before, ...others }: WorkspaceSettings,
  isOn: boolean,
): WorkspaceSettings {
  return isOn ? others : { ...others, weeklyReport: false }
}

const YES: ReadonlySet<string> = new Set(['oui', 'on', 'recevoir'])
const NO: ReadonlySet<string> = new Set(['non', 'off', 'aucun', 'arreter'])

async function changeZone(
  tools: DeskTools,
  from: ChatContext,
  typed: string | undefined,
): Promise<ChatReply> {
  if (typed === undefined) return privately(ZONE_MISSING)
  const zone = readZoneOrPlace(typed)
  if (typeof zone !== 'string') return privately(explainMistake(zone))
  return proposeSettings(tools, from, (settings) => ({ ...settings, zone }))
}

async function proposeSettings(
  tools: DeskTools,
  from: ChatContext,
  change: (settings: WorkspaceSettings) => WorkspaceSettings,
): Promise<ChatReply> {
  const before = await settingsOf(tools.storage, from.workspaceId)
  const after = change(before)
  const outlook = before.zone === after.zone ? [] : [ZONE_OUTLOOK]
  return propose(tools, from, { kind: 'settings', before, after }, { outlook })
}

export async function openSettingsForm(tools: DeskTools, from: ChatContext): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  const settings = await settingsOf(tools.storage, from.workspaceId)
  const people = await knownPeople(tools.storage, from)
  const { workspaceId, channel: here } = from
  const instead = settingsMessage(settings, { workspaceId, here, people, canManage: false })
  return { kind: 'form', form: settingsForm(settings, isPersonal(workspaceId)), instead }
}

/** What came back of the form: a field left empty was emptied. What is not in it stays: roles, and in private the rest. */
export async function submitSettings(
  tools: DeskTools,
  from: ChatContext,
  values: FormValues,
): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  const [channel = 'aucun'] = values['canal'] ?? []
  const adminChannel = channelOf(from, channel)
  if (adminChannel !== undefined && 'mistake' in adminChannel)
    return { kind: 'mistakes', mistakes: { canal: adminChannel.mistake } }
  const managers = [...new Set(values['personnes'] ?? [])]
  if (managers.some((id) => !ID.test(id)))
    return { kind: 'mistakes', mistakes: { personnes: PERSON_UNREADABLE } }
  const [typedZone] = values['fuseau'] ?? []
  const zone = typedZone === undefined ? undefined : readZoneOrPlace(typedZone)
  if (zone !== undefined && typeof zone !== 'string')
    return { kind: 'mistakes', mistakes: { fuseau: explainMistake(zone) } }
  // A form that was opened before an update does not have it.
  const [report] = values['bilan'] ?? []
  return proposeSettings(tools, from, (settings) => ({
    ...(isPersonal(from.workspaceId)
      ? settings
      : {
          ...withReport(
            withChannel(settings, adminChannel?.channel),
            report === undefined ? settings.weeklyReport !== false : report === 'oui',
          ),
          managers: sortedAs(managers, settings.managers),
        }),
    zone: zone ?? settings.zone,
  }))
}

/** In the order that was there: another order alone is no change. */
function sortedAs(ids: readonly string[], before: readonly string[]): readonly string[] {
  return [...before.filter((id) => ids.includes(id)), ...ids.filter((id) => !before.includes(id))]
}
