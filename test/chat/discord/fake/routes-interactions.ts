// The routes of the fake Discord that answer interactions: callbacks, follow-ups, the original answer. Starts none.
import { BodyCheck } from './body-check.ts'
import { invalidBody, refusal } from './api-error.ts'
import { checkChoiceList } from './command-check.ts'
import { INTERACTION_TYPE, type Interaction, type InteractionBook } from './interactions.ts'
import { recordOf, recordsOf, type Json } from './json.ts'
import { checkMessage, MESSAGE_FLAG } from './message-check.ts'
import { checkModal } from './modal-check.ts'
import { changeOf, partsOf, type PostedParts } from './posts.ts'
import { change, erase, store } from './posting.ts'
import { noContent, ok, withoutToken, type RestRequest, type Route } from './router.ts'
import { param } from './routes-messages.ts'
import { messageShape } from './shapes.ts'
import { expectIn, type StoredMessage, type World } from './world.ts'

/** Kinds of first answers; discord-api-docs, interactions/receiving-and-responding. */
const CALLBACK = { message: 4, deferMessage: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const

const { ephemeral, loading } = MESSAGE_FLAG
/** The message that answers a command is of this type; an answer to a component is an ordinary reply. */
const COMMAND_ANSWER = 20
const REPLY = 19
const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}'

export function interactionRoutes(world: World, book: InteractionBook): readonly Route[] {
  const context: Context = { world, book }
  const one = (path: string, read: (request: RestRequest) => StoredMessage): readonly Route[] => [
    withoutToken('GET', path, (request) => ok(messageShape(world, read(request)))),
    withoutToken('PATCH', path, (request) => editAnswer(context, request, read(request)), edited(read)),
    withoutToken('DELETE', path, (request) => {
      const message = read(request)
      erase(world, message)
      book.touch(tokenOf(context, request), false)
      return noContent
    }),
  ]
  return [
    withoutToken(
      'POST',
      '/interactions/{interaction_id}/{interaction_token}/callback',
      (request) => callBack(context, request),
      (request) => checkCallback(context, request),
    ),
    withoutToken(
      'POST',
      WEBHOOK,
      (request) => followUp(context, request),
      (request) => checkMessage(recordOf(request.body), 'follow-up', request.files.length),
    ),
    ...one(`${WEBHOOK}/messages/@original`, (request) => originalOf(tokenOf(context, request))),
    ...one(`${WEBHOOK}/messages/{message_id}`, (request) => answerNamed(context, request)),
  ]
}

const edited =
  (read: (request: RestRequest) => StoredMessage): Route['check'] =>
  (request) =>
    checkMessage(recordOf(request.body), 'reply-edit', request.files.length, read(request))

interface Context {
  readonly world: World
  readonly book: InteractionBook
}

/** The interaction of a webhook's address: 10015 for one never acknowledged or unknown, 50027 after 15 minutes. */
function tokenOf({ world, book }: Context, request: RestRequest): Interaction {
  const interaction = book.byToken(param(request, 'webhook_token'))
  if (param(request, 'webhook_id') !== world.applicationId || interaction === undefined)
    throw refusal('unknown-webhook')
  if (!book.isTokenAlive(interaction)) throw refusal('invalid-webhook-token')
  if (interaction.callbackType === undefined) throw refusal('unknown-webhook')
  return interaction
}

function originalOf(interaction: Interaction): StoredMessage {
  const { original } = interaction
  if (original === undefined || original.isDeleted) throw refusal('unknown-message')
  return original
}

function answerNamed(context: Context, request: RestRequest): StoredMessage {
  const interaction = tokenOf(context, request)
  const own = [interaction.original, interaction.source, ...interaction.followUps]
  const message = own.find((candidate) => candidate?.id === param(request, 'message_id'))
  if (message === undefined || message.isDeleted) throw refusal('unknown-message')
  return message
}

function checkCallback({ book }: Context, request: RestRequest): void {
  const body = recordOf(request.body)
  const interaction = book.byId(param(request, 'interaction_id'))
  const check = new BodyCheck()
  check.keys('', body, ['type', 'data'])
  check.whole('type', body['type'], 1, 12, true)
  const type = Number(body['type'])
  const data = recordOf(body['data'])
  if (interaction !== undefined && !fits(interaction, type))
    check.add('type', 'BASE_TYPE_CHOICES', 'This answer does not fit this kind of interaction.')
  if (type === CALLBACK.deferMessage || type === CALLBACK.deferUpdate) {
    check.keys('data', data, ['flags'])
    if ((Number(data['flags'] ?? 0) & ~(ephemeral | MESSAGE_FLAG.layout | MESSAGE_FLAG.silent)) !== 0)
      check.add('data.flags', 'MESSAGE_FLAGS_NOT_SETTABLE', 'These flags cannot be set here.')
  }
  if (type === CALLBACK.choices) checkChoices(check, data)
  if (type === CALLBACK.modal) checkModal(check, 'data', data)
  if (check.problems.length > 0) throw invalidBody(check.tree())
  if (type === CALLBACK.message) checkMessage(data, 'reply', request.files.length)
  if (type === CALLBACK.update) checkMessage(data, 'reply-edit', request.files.length, interaction?.source)
}

function checkChoices(check: BodyCheck, data: Json): void {
  check.keys('data', data, ['choices'])
  const choices = check.records('data.choices', data['choices'], 0, 25)
  checkChoiceList(
    check,
    'data.choices',
    choices,
    choices.every(({ value }) => typeof value === 'string'),
  )
}

function fits(interaction: Interaction, type: number): boolean {
  const { type: kind, source } = interaction
  if (kind === INTERACTION_TYPE.autocomplete) return type === CALLBACK.choices
  switch (type) {
    case CALLBACK.message:
    case CALLBACK.deferMessage:
      return true
    case CALLBACK.deferUpdate:
    case CALLBACK.update:
      return source !== undefined
    case CALLBACK.modal:
      return kind !== INTERACTION_TYPE.modal
    default:
      return false
  }
}

function callBack(context: Context, request: RestRequest): ReturnType<Route['handle']> {
  const { book } = context
  const interaction = book.byId(param(request, 'interaction_id'))
  if (interaction === undefined || interaction.token !== param(request, 'interaction_token'))
    throw refusal('unknown-interaction')
  if (interaction.callbackType !== undefined) throw refusal('already-acknowledged')
  if (!book.isInTime(interaction)) throw refusal('unknown-interaction')
  const body = recordOf(request.body)
  interaction.callbackType = Number(body['type'])
  const isAnswer = act(context, interaction, recordOf(body['data']), request)
  book.touch(interaction, isAnswer)
  return request.query.get('with_response') === 'true' ? ok(callbackShape(context, interaction)) : noContent
}

/** Does what the first answer asks; true when a person sees more than « réfléchit… ». */
function act(context: Context, interaction: Interaction, data: Json, request: RestRequest): boolean {
  const { world } = context
  const parts = partsOf(data, request.files)
  const type: number = interaction.callbackType ?? 0
  switch (type) {
    case CALLBACK.message:
      interaction.original = answerWith(context, interaction, parts)
      return true
    case CALLBACK.deferMessage:
      interaction.isWaiting = true
      interaction.original = answerWith(context, interaction, { ...parts, flags: parts.flags | loading })
      return false
    case CALLBACK.deferUpdate:
    case CALLBACK.update: {
      const { source } = interaction
      if (source !== undefined) interaction.original = source
      if (type === CALLBACK.deferUpdate || source === undefined) return false
      change(world, source, changeOf({ ...request, body: data }, source))
      interaction.hasUpdated = true
      return true
    }
    case CALLBACK.choices:
      interaction.choices = recordsOf(data['choices'])
      return true
    default:
      interaction.modal = data
      return true
  }
}

/** Posts an answer of the app; an ephemeral one is for the person alone. */
function answerWith({ world }: Context, interaction: Interaction, parts: PostedParts): StoredMessage {
  const { id, type, userId, commandName, source } = interaction
  return store(world, {
    channel: expectIn(world.channels, interaction.channelId, 'channel'),
    authorId: world.botId,
    ...parts,
    type: commandName === undefined ? (source === undefined ? 0 : REPLY) : COMMAND_ANSWER,
    interaction: { id, type, userId, ...(commandName === undefined ? {} : { commandName }) },
    ...(source === undefined || source.isDeleted ? {} : { referenceId: source.id }),
    ...((parts.flags & ephemeral) === 0 ? {} : { ephemeralTo: userId }),
  })
}

/** The first follow-up of a deferred answer takes its place, and its privacy; discord-api-docs, same page. */
function followUp(context: Context, request: RestRequest): ReturnType<Route['handle']> {
  const interaction = tokenOf(context, request)
  if (interaction.isWaiting) return editAnswer(context, request, originalOf(interaction))
  if (interaction.callbackType === CALLBACK.choices) throw refusal('unknown-webhook')
  const message = answerWith(context, interaction, partsOf(recordOf(request.body), request.files))
  interaction.followUps.push(message)
  context.book.touch(interaction, true)
  return ok(messageShape(context.world, message))
}

function editAnswer(
  context: Context,
  request: RestRequest,
  message: StoredMessage,
): ReturnType<Route['handle']> {
  const interaction = tokenOf(context, request)
  const wasWaiting = interaction.isWaiting && message === interaction.original
  const changes = changeOf(request, { flags: message.flags & ~ephemeral })
  const flags = (changes.flags ?? message.flags) & ~(wasWaiting ? loading : 0) & ~ephemeral
  change(context.world, message, { ...changes, flags: flags | (message.flags & ephemeral) }, !wasWaiting)
  if (wasWaiting) interaction.isWaiting = false
  if (message === interaction.source) interaction.hasUpdated = true
  context.book.touch(interaction, true)
  return ok(messageShape(context.world, message))
}

function callbackShape({ world }: Context, interaction: Interaction): Json {
  const { original, callbackType } = interaction
  const hasMessage = original !== undefined && callbackType !== CALLBACK.modal
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(hasMessage
        ? {
            response_message_id: original.id,
            response_message_loading: (original.flags & loading) !== 0,
            response_message_ephemeral: (original.flags & ephemeral) !== 0,
          }
        : {}),
    },
    resource: { type: callbackType, ...(hasMessage ? { message: messageShape(world, original) } : {}) },
  }
}
