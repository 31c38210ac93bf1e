// What people do in Slack: type commands, press, pick, fill forms, mention, open the Home. Each does what the client lets.
import { schemaProblems } from './block-check.ts'
import type { Acknowledgement, Envelope, Retry } from './delivery.ts'
import { carryOutResponseAction, fillView, type Submit } from './forms.ts'
import { followInteraction, type Interaction, type Watched } from './interaction.ts'
import { isRecord, textOf, type Json } from './json.ts'
import type { FieldInput } from './live-views.ts'
import {
  commandPayload,
  conversationNamed,
  eventPayload,
  messageEvent,
  personOf,
  pressPayload,
  suggestionPayload,
  viewPayload,
} from './payloads.ts'
import { Refusal } from './refusal.ts'
import { respond } from './response-address.ts'
import type { State } from './state.ts'
import { actionOf, elementIn, surfaceOf, targetOf, type Place } from './surfaces.ts'
import { suggestionAnswer } from './text-schemas.ts'
import type { InteractionId, ResponseTarget } from './triggers.ts'
import { blameRefusal } from './web-api.ts'
import { addMessage, directConversation } from './workspace.ts'

/** Sends an envelope by whatever way the app listens, with Slack's retries. */
export type Send = (envelope: Envelope, firstRetry?: Retry) => Promise<Acknowledgement>

/** Sent a second time, as Slack does under load (slackapi/bolt-js#2487): same event id, same trigger id. */
interface Doubled {
  readonly isDoubled?: boolean
}

interface TypedCommand extends Doubled {
  readonly user: string
  readonly channel: string
  /** With its slash. */
  readonly command: string
  readonly text?: string
}

interface Press extends Doubled, Place {
  readonly user: string
  readonly actionId: string
  /** Where the same `action_id` could stand twice. */
  readonly blockId?: string
  /** What a menu, date or time was set to; buttons carry their own value. */
  readonly selected?: FieldInput
}

interface Suggest extends Place {
  readonly user: string
  readonly actionId: string
  readonly blockId?: string
  /** What was typed. */
  readonly value: string
}

interface EventOptions extends Doubled {
  /** It happened so long ago; Slack tells of it late. */
  readonly secondsAgo?: number
}

interface Mention extends Doubled {
  readonly user: string
  readonly channel: string
  /** `<@BOT>` is put before it unless it is in it. */
  readonly text: string
  readonly threadTs?: string
  /** As if this were the n-th retry already. */
  readonly retryNum?: number
}

export interface People {
  command(typed: TypedCommand): Interaction
  press(press: Press): Interaction
  suggest(suggest: Suggest): Interaction
  submit(submit: Submit): Interaction
  closeView(close: { readonly user: string; readonly viewId: string }): Interaction
  mention(mention: Mention): Interaction
  directMessage(message: { readonly user: string; readonly text: string } & Doubled): Interaction
  openHome(user: string): Interaction
  event(event: Json, user?: string, options?: EventOptions): Interaction
}

export function createPeople(state: State, send: Send): People {
  let interactions: InteractionId = 0
  const { workspace, journal } = state

  const follow = (
    watched: Omit<Watched, 'id'>,
    start: (id: InteractionId) => Promise<Acknowledgement>,
  ): Interaction => {
    interactions++
    const id = interactions
    // The handle listens before anything is sent, so that nothing is missed.
    const { promise, resolve, reject } = Promise.withResolvers<Acknowledgement>()
    const interaction = followInteraction(journal, { ...watched, id }, promise)
    start(id).then(resolve, reject)
    return interaction
  }
  const sendTwice = async (
    envelope: Envelope,
    isDoubled = false,
    retry?: Retry,
  ): Promise<Acknowledgement> => {
    const [first] = await Promise.all([send(envelope, retry), ...(isDoubled ? [send(envelope, retry)] : [])])
    return first
  }
  const channelsOf = (userId: string, channel?: string): readonly string[] => [
    ...(channel === undefined ? [] : [channel]),
    directConversation(workspace, userId).id,
  ]
  const responseUrl = (target: ResponseTarget): string =>
    `${state.origin}/response/${state.responseUrls.create(target)}`

  const sendEvent = (
    event: Json,
    userId: string | undefined,
    options: EventOptions & { readonly retryNum?: number },
  ) => {
    const { retryNum, isDoubled, secondsAgo } = options
    const payload = eventPayload(state, event, workspace.nextId('Ev'), secondsAgo)
    const retry: Retry | undefined =
      retryNum === undefined ? undefined : { attempt: retryNum, reason: 'timeout' }
    const channels = userId === undefined ? [] : channelsOf(userId, textOf(event['channel']))
    return follow({ userId: userId ?? '', channels }, () =>
      sendTwice({ kind: 'events_api', payload }, isDoubled, retry),
    )
  }

  return {
    command(typed) {
      const person = personOf(state, typed.user)
      const channel = conversationNamed(state, typed.channel)
      return follow(
        { userId: person.id, channels: channelsOf(person.id, channel.id) },
        async (interaction) => {
          const target = { userId: person.id, channel: channel.id, interaction }
          const payload = commandPayload(state, {
            person,
            channel,
            command: typed.command,
            text: typed.text ?? '',
            responseUrl: responseUrl(target),
            triggerId: state.triggers.create(person.id, interaction),
          })
          const acked = await sendTwice({ kind: 'slash_commands', payload }, typed.isDoubled)
          showAcknowledgement(state, target, acked)
          return acked
        },
      )
    },
    press(press) {
      const person = personOf(state, press.user)
      const surface = surfaceOf(state, press.user, press)
      const element = elementIn(surface, press.actionId, press.blockId)
      const action = actionOf(element, press.selected)
      if (surface.kind === 'view' && element['type'] !== 'button') {
        const { action_id: actionId, block_id: blockId, text: _text, ...value } = action
        state.views.fill(surface.view.id, textOf(blockId), textOf(actionId), value)
      }
      const channel = surface.kind === 'view' ? undefined : surface.channel.id
      return follow({ userId: person.id, channels: channelsOf(person.id, channel) }, (interaction) => {
        const target = targetOf(surface, person.id, interaction)
        const payload = pressPayload(state, {
          person,
          surface: surfaceOf(state, press.user, press),
          action,
          responseUrl: target === undefined ? undefined : responseUrl(target),
          triggerId: state.triggers.create(person.id, interaction),
        })
        return sendTwice({ kind: 'interactive', payload }, press.isDoubled)
      })
    },
    suggest(suggest) {
      const person = personOf(state, suggest.user)
      const surface = surfaceOf(state, suggest.user, suggest)
      const element = elementIn(surface, suggest.actionId, suggest.blockId)
      const least = element['min_query_length'] ?? 3
      if (typeof least === 'number' && suggest.value.length < least) {
        throw new Error(`Slack asks the app from ${least} characters on`)
      }
      return follow({ userId: person.id, channels: [] }, async () => {
        const payload = suggestionPayload(state, { person, surface, element, value: suggest.value })
        const acked = await send({ kind: 'interactive', payload })
        if (acked.isAcked) blameSuggestions(state, acked.payload)
        return acked
      })
    },
    submit(submit) {
      const person = personOf(state, submit.user)
      const view = fillView(state, submit)
      return follow({ userId: person.id, channels: channelsOf(person.id) }, async (interaction) => {
        const triggerId = state.triggers.create(person.id, interaction)
        const payload = viewPayload(state, { type: 'view_submission', person, view, triggerId })
        const acked = await send({ kind: 'interactive', payload })
        if (acked.isAcked) carryOutResponseAction(state, view, person.id, interaction, acked.payload)
        return acked
      })
    },
    closeView({ user, viewId }) {
      const person = personOf(state, user)
      const view = state.views.find(viewId)
      if (view === undefined) throw new Error(`No view ${viewId} is open`)
      state.views.close(viewId)
      return follow({ userId: user, channels: channelsOf(user) }, (interaction) => {
        if (view['notify_on_close'] !== true) {
          return Promise.resolve({ isAcked: true, afterMs: 0, payload: undefined, attempts: 0 })
        }
        const triggerId = state.triggers.create(user, interaction)
        const payload = viewPayload(state, { type: 'view_closed', person, view, triggerId })
        return send({ kind: 'interactive', payload })
      })
    },
    mention(mention) {
      const { user, threadTs, retryNum, isDoubled } = mention
      const channel = conversationNamed(state, mention.channel)
      const call = `<@${workspace.botUserId}>`
      const text = mention.text.includes(call) ? mention.text : `${call} ${mention.text}`
      const message = addMessage(workspace, {
        user: personOf(state, user).id,
        channel: channel.id,
        text,
        threadTs,
      })
      const event = messageEvent('app_mention', message, channel)
      return sendEvent(event, user, {
        ...(isDoubled === undefined ? {} : { isDoubled }),
        ...(retryNum === undefined ? {} : { retryNum }),
      })
    },
    directMessage({ user, text, ...options }) {
      const channel = directConversation(workspace, personOf(state, user).id)
      const message = addMessage(workspace, { user, channel: channel.id, text })
      return sendEvent(messageEvent('message', message, channel), user, options)
    },
    openHome(user) {
      const view = state.views.home(personOf(state, user).id)
      const event = {
        type: 'app_home_opened',
        user,
        channel: directConversation(workspace, user).id,
        tab: 'home',
        event_ts: workspace.nextTs(),
        ...(view === undefined ? {} : { view }),
      }
      return sendEvent(event, user, {})
    },
    event: (event, user, options = {}) => sendEvent(event, user, options),
  }
}

function showAcknowledgement(state: State, target: ResponseTarget, acked: Acknowledgement): void {
  if (!isRecord(acked.payload) || Object.keys(acked.payload).length === 0) return
  try {
    respond(state, target, acked.payload, 'ack')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    blameRefusal(state, 'ack', error)
  }
}

function blameSuggestions(state: State, payload: unknown): void {
  const problems = schemaProblems(suggestionAnswer, payload, '')
  if (problems.length === 0) return
  state.journal.blame({ kind: 'refused-content', method: 'block_suggestion', detail: problems.join('; ') })
}
