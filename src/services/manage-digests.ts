// /programme and the buttons and form of digests: what is published where and when. Publishes nothing.
import type { TypedCommand } from '../core/typed-command.ts'
import {
  defaultDefinition,
  definitionOf,
  newDigest,
  redefined,
  withoutChoices,
} from '../core/digest-definition.ts'
import type { Digest } from '../core/digest.ts'
import { foldTitle } from '../core/find-titled.ts'
import type { FormValues } from '../core/form.ts'
import type { MessageText } from '../core/message.ts'
import { type Definition, DEFINITION_FIELDS, readDefinition } from '../core/read-definition.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { nextSlot } from '../core/schedule.ts'
import { isPersonal } from '../core/workspace.ts'
import { digestForm, insteadOfForm } from '../locale/forms.ts'
import { notAllowed } from '../locale/people-and-places.ts'
import { DEFAULT_TITLE, digestList, NOT_IN_PRIVATE } from '../locale/programme.ts'
import { propose } from './change-desk.ts'
import {
  definitionOfForm,
  definitionOfOptions,
  initialChoices,
  knownNames,
  type TypedDefinition,
} from './definition-desk.ts'
import { type DeskTools, privately } from './desk-tools.ts'
import { digestByName, digestsHere, findDigest } from './find-digest.ts'
import { FIRST_PAGE, pageOf, type WantedPage } from './list-pages.ts'
import { mayManageHere } from './rights.ts'
import { replyWithTrial, trialOfChange } from './trial-desk.ts'
import { settingsOf } from './visible-feeds.ts'
import { DIGEST_SENTENCES } from '../locale/titled-things.ts'

/** Each comes with a row of buttons, and platforms bear five rows. */
const DIGESTS_A_PAGE = 4

export async function replyToProgramme(
  tools: DeskTools,
  from: ChatContext,
  { action, options }: TypedCommand,
): Promise<ChatReply> {
  if (action === 'essayer') return replyWithTrial(tools, from, { options })
  if (action === 'lister') return privately(await digestListPage(tools, from, FIRST_PAGE))
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  if (action === 'ajouter') {
    if (Object.keys(options).length === 0) return openDigestForm(tools, from, undefined)
    return proposeDefinition(tools, from, undefined, definitionOfOptions(options))
  }
  const digest = await findDigest(tools, from, options.revue)
  if (typeof digest === 'string') return privately(digest)
  if (action !== 'modifier') return proposeStep(tools, from, digest, action)
  if (Object.keys(options).length === 1) return openDigestForm(tools, from, digest)
  return proposeDefinition(tools, from, digest, definitionOfOptions(options))
}

export async function digestListPage(
  tools: DeskTools,
  from: ChatContext,
  wanted: WantedPage,
): Promise<MessageText> {
  const { storage, clock } = tools
  const now = clock.now()
  const canAdd = await mayManageHere(storage, from)
  const items = (await digestsHere(tools, from)).map((digest) => ({
    digest,
    nextSlotAt: digest.suspendedAt === undefined ? nextSlot(digest.schedule, now) : undefined,
    canManage: canAdd && digest.workspaceId !== undefined,
  }))
  const page = await pageOf(tools, from, { items, kind: { of: 'digests', perPage: DIGESTS_A_PAGE }, wanted })
  const { zone } = await settingsOf(storage, from.workspaceId)
  return digestList(page, { time: { now, zone }, here: from.channel, canAdd })
}

async function proposeDefinition(
  tools: DeskTools,
  from: ChatContext,
  before: Digest | undefined,
  { words, isWhole, refuse }: TypedDefinition,
): Promise<ChatReply> {
  const { storage, clock } = tools
  if (before === undefined && isAmongOthersInPrivate(from)) return privately(NOT_IN_PRIVATE)
  const base = await baseOf(tools, from, before)
  const known = await knownNames(storage, from.workspaceId, before)
  const read = readDefinition(words, isWhole ? withoutChoices(base) : base, known)
  if (read.kind === 'mistakes') return refuse(read.mistakes)
  const { definition } = read
  if (await isTitleTaken(tools, from, definition.title, before))
    return refuse({ titre: { code: 'title-taken', given: definition.title } })
  const after =
    before === undefined ? newDigest(definition, from, clock.now()) : redefined(before, definition)
  const preface = await trialOfChange(tools, from, before, after)
  return propose(tools, from, { kind: 'digest', before, after }, { preface })
}

async function baseOf(
  { storage }: DeskTools,
  { workspaceId }: ChatContext,
  digest: Digest | undefined,
): Promise<Definition> {
  if (digest !== undefined) return definitionOf(digest)
  return defaultDefinition(DEFAULT_TITLE, (await settingsOf(storage, workspaceId)).zone)
}

/** Titles name digests in commands. */
async function isTitleTaken(
  tools: DeskTools,
  from: ChatContext,
  title: string,
  before: Digest | undefined,
): Promise<boolean> {
  const others = (await digestsHere(tools, from)).filter(({ name }) => name !== before?.name)
  return others.some((digest) => foldTitle(digest.title) === foldTitle(title))
}

/** A team's digest appears in a channel; whoever is alone has no other place. */
function isAmongOthersInPrivate({ workspaceId, channel }: ChatContext): boolean {
  return channel.includes(':@') && !isPersonal(workspaceId)
}

/** `action` as the command names it; one that is unknown takes nothing away. */
async function proposeStep(
  tools: DeskTools,
  from: ChatContext,
  digest: Digest,
  action: string,
): Promise<ChatReply> {
  if (action === 'retirer') return propose(tools, from, { kind: 'digest', before: digest, after: undefined })
  const isSuspended = digest.suspendedAt !== undefined
  if (isSuspended === (action === 'suspendre'))
    return privately(DIGEST_SENTENCES.untouched(digest.title, isSuspended))
  const { suspendedAt: _since, ...running } = digest
  const after = isSuspended ? running : { ...digest, suspendedAt: tools.clock.now() }
  return propose(tools, from, { kind: 'digest', before: digest, after })
}

async function openDigestForm(
  tools: DeskTools,
  from: ChatContext,
  digest: Digest | undefined,
): Promise<ChatReply> {
  if (digest === undefined && isAmongOthersInPrivate(from)) return privately(NOT_IN_PRIVATE)
  const definition = await baseOf(tools, from, digest)
  const known = await knownNames(tools.storage, from.workspaceId, digest)
  const command = digest === undefined ? '/programme ajouter' : `/programme modifier revue:${digest.title}`
  return {
    kind: 'form',
    form: digestForm(digest?.name ?? '', definition, initialChoices(definition, known)),
    instead: insteadOfForm(command, DEFINITION_FIELDS),
  }
}

/** The buttons of a list; a name of `''` asks for a new digest. */
export async function pressDigest(
  tools: DeskTools,
  from: ChatContext,
  name: string,
  press: 'edit' | 'remove',
): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  if (name === '') return openDigestForm(tools, from, undefined)
  const digest = await digestByName(tools, from, name)
  if (typeof digest === 'string') return privately(digest)
  return press === 'edit' ? openDigestForm(tools, from, digest) : proposeStep(tools, from, digest, 'retirer')
}

/** What came back of the form of a digest; a target of `''` makes a new one. */
export async function submitDigest(
  tools: DeskTools,
  from: ChatContext,
  target: string,
  values: FormValues,
): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  const digest = target === '' ? undefined : await digestByName(tools, from, target)
  if (typeof digest === 'string') return privately(digest)
  return proposeDefinition(tools, from, digest, definitionOfForm(values))
}
