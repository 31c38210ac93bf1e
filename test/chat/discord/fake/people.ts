// What people do on the fake Discord: press, choose, submit, say. Each act is checked as Discord's client checks it.
import { createAction, interactionAction, type Seen, type UserAction } from './action.ts'
import { allComponents, COMPONENT } from './component-check.ts'
import { INTERACTION_TYPE, type InteractionBook, type InteractionStart } from './interactions.ts'
import { recordOf, recordsOf, textOf, textsOf, type Json } from './json.ts'
import { permissionsIn } from './permissions.ts'
import { directChannel } from './population.ts'
import { store } from './posting.ts'
import { SELECT_TYPES } from './select-check.ts'
import { channelShape, interactionMember, messageShape, userById } from './shapes.ts'
import { wakeThread } from './threads.ts'
import { seenMessage, type SeenModal } from './view.ts'
import { expectIn, historyOf, threadOf } from './world.ts'
import type { FakeChannel, StoredMessage, World } from './world.ts'

/** Who acts, and where: ids. Without a channel: in the private channel with the bot. */
export interface Actor {
  readonly user: string
  readonly channel?: string
  /** In place of what the person's roles grant. */
  readonly memberPermissions?: bigint
}

export interface PressOptions extends Actor {
  /** Id of the message; the channel is then its own. */
  readonly message: string
  /** The button or select: its custom id or, for a button, its label. */
  readonly customId?: string
  readonly label?: string
  /** What is chosen in a select. */
  readonly values?: readonly string[]
}

export interface SubmitOptions extends Actor {
  /** The modal as the act that opened it showed it. */
  readonly modal: SeenModal
  /** By custom id or label; a field without entry keeps the value that it came with. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

export interface SayOptions extends Actor {
  /** Mentions as Discord writes them: `<@id>`. */
  readonly text: string
  /** Id of the message that is answered; its author is mentioned by that. */
  readonly replyTo?: string
}

export interface Stage {
  readonly world: World
  readonly interactions: InteractionBook
}

/** Presses a button, or chooses in a select. Throws when a person could not: not there, disabled, not for them. */
export function press(stage: Stage, options: PressOptions): UserAction {
  const { world } = stage
  const source = expectIn(world.messages, options.message, 'message')
  if (source.isDeleted) throw new Error(`The message ${source.id} was deleted`)
  if (source.ephemeralTo !== undefined && source.ephemeralTo !== options.user)
    throw new Error('An ephemeral message is shown to one person alone')
  const component = componentOf(source, options)
  if (component['disabled'] === true)
    throw new Error(`The component ${textOf(component['custom_id'])} is disabled`)
  const type = Number(component['type'])
  const data = { custom_id: component['custom_id'], component_type: type, id: component['id'] ?? 0 }
  return interact(stage, { ...options, channel: source.channelId }, INTERACTION_TYPE.component, {
    source,
    data: type === COMPONENT.button ? data : { ...data, values: chosen(component, options.values ?? []) },
  })
}

function componentOf(message: StoredMessage, { customId, label }: PressOptions): Json {
  const all = allComponents(message.components).filter(
    (component) => typeof component['custom_id'] === 'string',
  )
  const found = all.find((component) =>
    customId === undefined ? component['label'] === label : component['custom_id'] === customId,
  )
  if (found !== undefined) return found
  const there = all.map((component) => `${textOf(component['custom_id'])} « ${textOf(component['label'])} »`)
  throw new Error(`No component ${customId ?? label ?? ''} on this message; there are: ${there.join(', ')}`)
}

function chosen(select: Json, values: readonly string[]): readonly string[] {
  const known = recordsOf(select['options']).map((option) => option['value'])
  const min = Number(select['min_values'] ?? 1)
  const max = Number(select['max_values'] ?? 1)
  if (values.length < min || values.length > max) throw new Error(`This select takes ${min} to ${max} values`)
  const stray = select['type'] === 3 ? values.find((value) => !known.includes(value)) : undefined
  if (stray !== undefined) throw new Error(`This select has no value ${stray}; it has: ${known.join(', ')}`)
  return values
}

/** Submits a modal. Throws when a required field is empty or a text too long, as the client would not send it. */
export function submitModal(stage: Stage, options: SubmitOptions): UserAction {
  const opener = stage.interactions.byId(options.modal.interactionId)
  if (opener === undefined || opener.userId !== options.user)
    throw new Error('This modal was opened for somebody else')
  const components = recordsOf(options.modal.raw['components']).map((part) => submitted(part, options))
  return interact(stage, { ...options, channel: opener.channelId }, INTERACTION_TYPE.modal, {
    ...(opener.source === undefined ? {} : { source: opener.source }),
    data: { custom_id: options.modal.customId, components },
  })
}

function submitted(part: Json, options: SubmitOptions): Json {
  const type = part['type']
  if (type === COMPONENT.text) return { type, id: part['id'] ?? 0 }
  if (type === COMPONENT.label)
    return {
      type,
      id: part['id'] ?? 0,
      component: answeredInput(recordOf(part['component']), textOf(part['label']), options),
    }
  return {
    type,
    id: part['id'] ?? 0,
    components: recordsOf(part['components']).map((input) =>
      answeredInput(input, textOf(input['label']), options),
    ),
  }
}

function answeredInput(input: Json, label: string, { fields }: SubmitOptions): Json {
  const customId = textOf(input['custom_id'])
  const given = fields[customId] ?? fields[label]
  const base = { type: input['type'], id: input['id'] ?? 0, custom_id: customId }
  if (SELECT_TYPES.includes(Number(input['type'])))
    return { ...base, values: chosen(input, textsOf([given].flat())) }
  const value = typeof given === 'string' ? given : textOf(input['value'])
  const min = Number(input['min_length'] ?? 0)
  if (input['required'] !== false && value === '') throw new Error(`The field « ${label} » is required`)
  if (value !== '' && (value.length < min || value.length > Number(input['max_length'] ?? 4000)))
    throw new Error(`The field « ${label} » refuses a text of ${value.length} characters`)
  return { ...base, value }
}

export interface InteractionExtra {
  readonly data: Json
  readonly source?: StoredMessage
  readonly commandName?: string
}

/** Sends an INTERACTION_CREATE to the bot. */
export function interact(stage: Stage, actor: Actor, type: number, extra: InteractionExtra): UserAction {
  const { world, interactions } = stage
  const channel = placeOf(world, actor)
  const start: InteractionStart = {
    type,
    userId: actor.user,
    channelId: channel.id,
    ...(extra.commandName === undefined ? {} : { commandName: extra.commandName }),
    ...(extra.source === undefined ? {} : { source: extra.source }),
  }
  const interaction = interactions.start(start)
  const { guildId } = channel
  const action = interactionAction(world, interactions, interaction)
  if (world.interactionsUrl !== undefined) return action
  world.emit({
    name: 'INTERACTION_CREATE',
    intent: 0,
    ...(guildId === undefined ? {} : { guildId }),
    data: {
      id: interaction.id,
      application_id: world.applicationId,
      type,
      token: interaction.token,
      version: 1,
      locale: 'fr',
      entitlements: [],
      attachment_size_limit: 10_485_760,
      channel_id: channel.id,
      channel: {
        ...channelShape(world, channel),
        permissions: permissionsIn(world, channel, actor.user).toString(),
      },
      app_permissions: permissionsIn(world, channel, world.botId).toString(),
      authorizing_integration_owners: { 0: guildId ?? '0' },
      context: guildId === undefined ? 1 : 0,
      ...(guildId === undefined
        ? { user: userById(world, actor.user) }
        : {
            guild_id: guildId,
            guild: { id: guildId, locale: 'fr', features: [] },
            guild_locale: 'fr',
            member: interactionMember(world, channel, actor.user, actor.memberPermissions),
          }),
      ...(extra.source === undefined ? {} : { message: messageShape(world, extra.source) }),
      data: extra.data,
    },
  })
  return action
}

export function placeOf(world: World, actor: Actor): FakeChannel {
  expectIn(world.users, actor.user, 'user')
  return actor.channel === undefined
    ? directChannel(world, actor.user)
    : expectIn(world.channels, actor.channel, 'channel')
}

/** Writes in a channel. What the bot answers there, or in a thread on this message, is what is seen. */
export function say(stage: Stage, options: SayOptions): UserAction {
  const { world } = stage
  const channel = placeOf(world, options)
  if (!wakeThread(world, channel)) throw new Error('This thread is locked')
  const startedMs = performance.now()
  let answeredAfterMs: number | undefined
  const message = store(world, {
    channel,
    authorId: options.user,
    content: options.text,
    ...(options.replyTo === undefined ? {} : { referenceId: options.replyTo, type: 19 }),
  })
  const read = (): Seen => {
    const thread = threadOf(world, message)
    const after = historyOf(world, channel.id).slice(historyOf(world, channel.id).indexOf(message) + 1)
    const below = thread === undefined ? [] : historyOf(world, thread.id)
    const answers = [...after, ...below].filter(
      ({ authorId, type }) => authorId === world.botId && type !== 21,
    )
    if (answers.length > 0) answeredAfterMs ??= performance.now() - startedMs
    return {
      hasFailed: false,
      isDeferred: false,
      responses: answers.map((answer) => seenMessage(world, answer)),
      ...(answeredAfterMs === undefined ? {} : { answeredAfterMs }),
    }
  }
  return createAction(message.id, read, (listener) => world.listen(listener))
}
