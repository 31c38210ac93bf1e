// The ways to answer one interaction: at once, put off, with more messages after. Decides nothing about words.
import type { MessageText } from '../../core/message.ts'
import type { DiscordApi } from './api.ts'
import { codeOf } from './api-errors.ts'
import { messageBody, type MessageRequest, requestOf } from './bodies.ts'
import { EPHEMERAL } from './limits.ts'
import { type Piece, renderMessage } from './render.ts'
import type { Modal } from './render-form.ts'

/** What names an interaction, of any kind. */
export interface InteractionHandle {
  readonly id: string
  readonly token: string
  readonly application_id: string
}

export interface Answers {
  /** Says that an answer will come, to whoever asked alone. Within three seconds, as all first answers. */
  defer(): Promise<void>
  /** Says that the message whose button was pressed may change. */
  deferUpdate(): Promise<void>
  openForm(modal: Modal): Promise<void>
  suggest(choices: readonly { readonly name: string; readonly value: string }[]): Promise<void>
  /** First answer, to whoever asked alone. */
  replyAtOnce(message: MessageText): Promise<void>
  /** In place of what was put off: the answer to come, or the message whose button was pressed, which has a key. */
  fill(message: MessageText, key?: string): Promise<void>
  /** Takes back the announcement of an answer. */
  drop(): Promise<void>
  /** Another message. */
  follow(message: MessageText, isPrivate: boolean): Promise<void>
}

/** Kinds of first answers; interactions/receiving-and-responding. */
const CALLBACK = { message: 4, defer: 5, deferUpdate: 6, suggestions: 8, modal: 9 } as const

/**
 * The first answer is there: it was sent once more, after its connection was cut or a 5xx, and had been taken the first
 * time. topics/opcodes-and-status-codes, JSON.
 */
const ACKNOWLEDGED = 40_060

/** Nobody looks for what answers an interaction: it needs no key. */
const NO_KEY = ''

/** All throw as the API. */
export function answersTo(handle: InteractionHandle, api: Pick<DiscordApi, 'call'>): Answers {
  const hook = `/webhooks/${handle.application_id}/${handle.token}` as const
  const original = `${hook}/messages/@original` as const
  const callBack = (type: number, data?: unknown): Promise<void> =>
    answerFirst({ body: data === undefined ? { type } : { type, data } })
  const answerFirst = async (request: MessageRequest): Promise<void> => {
    try {
      await api.call('POST', `/interactions/${handle.id}/${handle.token}/callback`, request)
    } catch (error) {
      if (codeOf(error) !== ACKNOWLEDGED) throw error
    }
  }
  const followWith = async (pieces: readonly Piece[], isPrivate: boolean): Promise<void> => {
    for (const piece of pieces) await api.call('POST', hook, requestOf(piece, messageBody(piece, isPrivate)))
  }
  return {
    defer: () => callBack(CALLBACK.defer, { flags: EPHEMERAL }),
    deferUpdate: () => callBack(CALLBACK.deferUpdate),
    openForm: (modal) => callBack(CALLBACK.modal, modal),
    suggest: (choices) => callBack(CALLBACK.suggestions, { choices }),
    replyAtOnce: async (message) => {
      const [first, ...others] = renderMessage(message, NO_KEY)
      if (first === undefined) return
      await answerFirst(
        requestOf(first, messageBody(first, true), (data) => ({ type: CALLBACK.message, data })),
      )
      await followWith(others, true)
    },
    fill: async (message, key = NO_KEY) => {
      const [first, ...others] = renderMessage(message, key)
      if (first !== undefined) await api.call('PATCH', original, requestOf(first, messageBody(first)))
      await followWith(others, true)
    },
    drop: async () => {
      await api.call('DELETE', original)
    },
    follow: (message, isPrivate) => followWith(renderMessage(message, NO_KEY), isPrivate),
  }
}
