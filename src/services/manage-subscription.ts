// /abonnement: one person's own digest, as a private message. Shown to nobody else.
import type { TypedCommand } from '../core/typed-command.ts'
import {
  defaultDefinition,
  definitionOf,
  newDigest,
  redefined,
  withoutChoices,
} from '../core/digest-definition.ts'
import type { Digest } from '../core/digest.ts'
import type { FormValues } from '../core/form.ts'
import { type Definition, DEFINITION_FIELDS, readDefinition } from '../core/read-definition.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { nextSlot } from '../core/schedule.ts'
import { insteadOfForm, subscriptionForm } from '../locale/forms.ts'
import {
  noSubscription,
  NOTHING_TO_STOP,
  SUBSCRIPTION_TITLE,
  subscriptionMessage,
} from '../locale/subscription.ts'
import { propose } from './change-desk.ts'
import {
  definitionOfForm,
  definitionOfOptions,
  initialChoices,
  knownNames,
  type TypedDefinition,
} from './definition-desk.ts'
import { type DeskTools, privately } from './desk-tools.ts'
import { ownDigest } from './find-digest.ts'
import { privateChannelOf, workspaceOf } from './scope.ts'
import { trialOfChange } from './trial-desk.ts'
import { settingsOf } from './visible-feeds.ts'

/** Somebody and their digest; in private it may belong to a server. */
interface Subscriber {
  readonly from: ChatContext
  readonly workspaceId: string
  readonly digest: Digest | undefined
}

async function subscriberOf({ storage }: DeskTools, from: ChatContext): Promise<Subscriber> {
  const workspaceId = await workspaceOf(storage, from)
  return { from, workspaceId, digest: await ownDigest(storage, workspaceId, from.person) }
}

export async function replyToSubscription(
  tools: DeskTools,
  from: ChatContext,
  { action, options }: TypedCommand,
): Promise<ChatReply> {
  const subscriber = await subscriberOf(tools, from)
  if (action === 'arreter') return stop(tools, subscriber)
  if (action !== 'regler') return show(tools, subscriber)
  if (Object.keys(options).length === 0) return openForm(tools, subscriber)
  return proposeDefinition(tools, subscriber, definitionOfOptions(options))
}

async function show({ storage, clock }: DeskTools, { workspaceId, digest }: Subscriber): Promise<ChatReply> {
  if (digest === undefined) return privately(noSubscription())
  const now = clock.now()
  const { zone } = await settingsOf(storage, workspaceId)
  return privately(subscriptionMessage(digest, nextSlot(digest.schedule, now), { now, zone }))
}

async function stop(tools: DeskTools, { from, digest }: Subscriber): Promise<ChatReply> {
  if (digest === undefined) return privately(NOTHING_TO_STOP)
  return propose(tools, from, { kind: 'digest', before: digest, after: undefined })
}

async function openForm(tools: DeskTools, subscriber: Subscriber): Promise<ChatReply> {
  const definition = await baseOf(tools, subscriber)
  const known = await knownNames(tools.storage, subscriber.workspaceId, subscriber.digest)
  return {
    kind: 'form',
    form: subscriptionForm(definition, initialChoices(definition, known)),
    instead: insteadOfForm(
      '/abonnement regler',
      DEFINITION_FIELDS.filter((field) => field !== 'titre'),
    ),
  }
}

async function baseOf({ storage }: DeskTools, { workspaceId, digest }: Subscriber): Promise<Definition> {
  if (digest !== undefined) return definitionOf(digest)
  return defaultDefinition(SUBSCRIPTION_TITLE, (await settingsOf(storage, workspaceId)).zone)
}

async function proposeDefinition(
  tools: DeskTools,
  subscriber: Subscriber,
  { words: { titre: _title, ...words }, isWhole, refuse }: TypedDefinition,
): Promise<ChatReply> {
  const { from, workspaceId, digest: before } = subscriber
  const base = await baseOf(tools, subscriber)
  const known = await knownNames(tools.storage, workspaceId, before)
  const read = readDefinition(words, isWhole ? withoutChoices(base) : base, known)
  if (read.kind === 'mistakes') return refuse(read.mistakes)
  const place = { workspaceId, channel: privateChannelOf(from), owner: from.person }
  const after =
    before === undefined
      ? newDigest(read.definition, place, tools.clock.now())
      : redefined(before, read.definition)
  const preface = await trialOfChange(tools, from, before, after)
  return propose(tools, from, { kind: 'digest', before, after }, { preface })
}

/** The buttons: the form, or the end. */
export async function pressSubscription(
  tools: DeskTools,
  from: ChatContext,
  press: 'subscribe' | 'unsubscribe',
): Promise<ChatReply> {
  const subscriber = await subscriberOf(tools, from)
  return press === 'subscribe' ? openForm(tools, subscriber) : stop(tools, subscriber)
}

export async function submitSubscription(
  tools: DeskTools,
  from: ChatContext,
  values: FormValues,
): Promise<ChatReply> {
  return proposeDefinition(tools, await subscriberOf(tools, from), definitionOfForm(values))
}
