// Takes one interaction through: acknowledges it within the time that Discord gives, asks, and answers. Decides nothing.
import type { ActionVerb } from '../../core/action.ts'
import { type ChatReply, type ChatRequest, mayOpenForm } from '../../core/request.ts'
import { formMistakes, OLD_BUTTON, OLD_COMMAND, SHARED } from '../../locale/discord.ts'
import type { Inbox } from '../../ports.ts'
import type { Answers } from './answers.ts'
import { keyOf } from './buttons.ts'
import { labelOf } from './label.ts'
import { DISCORD_LIMITS, EPHEMERAL } from './limits.ts'
import type { InteractionPayload } from './payloads.ts'
import { renderForm } from './render-form.ts'

export interface Attendance {
  readonly answers: Answers
  readonly inbox: Inbox
  /** Puts a message in place of one that stands in a channel. */
  readonly replace: (
    message: Replaced,
    by: Extract<ChatReply, { readonly kind: 'replacement' }>,
  ) => Promise<void>
}

interface Replaced {
  readonly id: string
  readonly channelId: string
  /** By which it can be found again. */
  readonly key: string
}

/** Buttons whose answer takes the place of the message they stand under, or goes to everybody. */
const REPLACING: ReadonlySet<ActionVerb> = new Set([
  'turn',
  'share',
  'confirm',
  'dismiss',
  'undo',
  'mute-here',
  'pick-feed',
])

/** What may be a form must be the first answer: after this long we say that one will come. Discord gives 3 s. */
const FORM_PATIENCE = 2000

/** Never slower than the inbox. Throws as the API. */
export async function attend(
  { answers, inbox, replace }: Attendance,
  payload: InteractionPayload,
  request: ChatRequest | undefined,
): Promise<void> {
  if (request === undefined) {
    if (payload.type === 4) return answers.suggest([])
    return answers.replyAtOnce(payload.type === 3 ? OLD_BUTTON : OLD_COMMAND)
  }
  if (request.kind === 'suggestion') return suggest(answers, await inbox(request))
  if (mayOpenForm(request)) return attendForm(answers, inbox(request))
  const pressed = payload.type === 3 ? payload : undefined
  const isUpdate = request.kind === 'press' && REPLACING.has(request.action.verb)
  await (isUpdate ? answers.deferUpdate() : answers.defer())
  const reply = await inbox(request)
  if (isUpdate) return afterUpdate(answers, reply, keyOf(pressed?.data.custom_id ?? ''))
  const isPublic = pressed !== undefined && (pressed.message.flags & EPHEMERAL) === 0
  if (reply.kind !== 'replacement' || !isPublic) return afterDefer(answers, reply)
  const { id, channel_id: channelId = pressed.channel_id ?? '' } = pressed.message
  await replace({ id, channelId, key: keyOf(pressed.data.custom_id) }, reply)
  return answers.drop()
}

async function suggest(answers: Answers, reply: ChatReply): Promise<void> {
  const choices = reply.kind === 'suggestions' ? reply.choices : []
  // A value that is too long would choose something else, or nothing.
  const fitting = choices.filter(
    ({ value }) => value !== '' && value.length <= DISCORD_LIMITS.suggestionCharacters,
  )
  await answers.suggest(
    fitting.slice(0, DISCORD_LIMITS.suggestions).map(({ label, value }) => ({
      name: labelOf(label, DISCORD_LIMITS.suggestionCharacters),
      value,
    })),
  )
}

async function attendForm(answers: Answers, replying: Promise<ChatReply>): Promise<void> {
  const reply = await Promise.race([replying, later(FORM_PATIENCE)])
  if (reply === undefined) {
    await answers.defer()
    return afterDefer(answers, await replying)
  }
  if (reply.kind !== 'form') return firstAnswer(answers, reply)
  const modal = renderForm(reply.form)
  return modal === undefined ? answers.replyAtOnce(reply.instead) : answers.openForm(modal)
}

async function later(milliseconds: number): Promise<undefined> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
  return undefined
}

async function firstAnswer(answers: Answers, reply: ChatReply): Promise<void> {
  if (reply.kind === 'message' && reply.audience === 'person') return answers.replyAtOnce(reply.message)
  await answers.defer()
  return afterDefer(answers, reply)
}

/** An answer for whoever asked is announced, and must come or be taken back. */
async function afterDefer(answers: Answers, reply: ChatReply): Promise<void> {
  switch (reply.kind) {
    case 'message':
      await answers.fill(reply.audience === 'person' ? reply.message : SHARED)
      return reply.audience === 'person' ? undefined : answers.follow(reply.message, false)
    case 'replacement':
      return answers.fill(reply.message)
    case 'form':
      return answers.fill(reply.instead)
    case 'mistakes':
      return answers.fill(formMistakes(Object.values(reply.mistakes)))
    case 'suggestions':
    case 'home':
    case 'nothing':
      return answers.drop()
    default:
      return reply satisfies never
  }
}

/** The message whose button was pressed stays as it is unless something takes its place. */
async function afterUpdate(answers: Answers, reply: ChatReply, key: string): Promise<void> {
  switch (reply.kind) {
    case 'message':
      return answers.follow(reply.message, reply.audience === 'person')
    case 'replacement':
      return answers.fill(reply.message, key)
    case 'form':
      return answers.follow(reply.instead, true)
    case 'mistakes':
      return answers.follow(formMistakes(Object.values(reply.mistakes)), true)
    case 'suggestions':
    case 'home':
    case 'nothing':
      return undefined
    default:
      return reply satisfies never
  }
}
