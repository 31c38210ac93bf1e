// Where a person presses: finds the message or view, the element in it, and what the client would send. Sends nothing.
import { elementsOf } from './block-check.ts'
import type { Json } from './json.ts'
import { fieldValue, type FieldInput } from './live-views.ts'
import { blocksOf, conversationNamed, type Surface } from './payloads.ts'
import type { State } from './state.ts'
import type { InteractionId, ResponseTarget } from './triggers.ts'

/** Where a button or menu stands; without any, in the topmost modal, else in the Home. */
export interface Place {
  /** The channel of `message`. */
  readonly channel?: string
  /** The `ts` of a message for all or for this person. */
  readonly message?: string
  readonly viewId?: string
}

/** Where answers to a press go; a view has no place for them. */
export function targetOf(
  surface: Surface,
  userId: string,
  interaction: InteractionId,
): ResponseTarget | undefined {
  if (surface.kind === 'view') return undefined
  const isEphemeral = surface.kind === 'ephemeral'
  const { ts, threadTs } = surface.kind === 'message' ? surface.message : surface
  return { userId, channel: surface.channel.id, interaction, original: { ts, isEphemeral }, threadTs }
}

/** Throws when the person cannot see it. */
export function surfaceOf(state: State, userId: string, place: Place): Surface {
  const { workspace, views } = state
  if (place.message === undefined) {
    const view =
      place.viewId === undefined
        ? (views.stack(userId).at(-1) ?? views.home(userId))
        : views.find(place.viewId)
    if (view === undefined || views.ownerOf(view.id) !== userId)
      throw new Error(`${userId} has no such view open`)
    return { kind: 'view', view }
  }
  const ephemeral = workspace.ephemerals.find(({ ts, user }) => ts === place.message && user === userId)
  const channel = conversationNamed(state, ephemeral?.channel ?? place.channel ?? '')
  if (ephemeral !== undefined) return { kind: 'ephemeral', ...ephemeral, channel }
  if (!channel.members.has(userId)) throw new Error(`${userId} is not in ${channel.id}`)
  const message = channel.messages.get(place.message)
  if (message === undefined) throw new Error(`No message ${place.message} in ${channel.id}`)
  return { kind: 'message', channel, message }
}

/** The element, with the `block_id` of its block beside its own parts. */
export function elementIn(surface: Surface, actionId: string, blockId?: string): Json {
  for (const block of blocksOf(surface)) {
    if (blockId !== undefined && block['block_id'] !== blockId) continue
    const element = elementsOf(block).find((each) => each['action_id'] === actionId)
    if (element !== undefined) return { ...element, block_id: block['block_id'] }
  }
  throw new Error(`Nothing with the action_id «${actionId}» to be seen`)
}

/** What Slack tells about the element that was pressed or set. */
export function actionOf(element: Json, selected: FieldInput | undefined): Json {
  const { action_id, block_id, text, value, type } = element
  if (type === 'button') return { action_id, block_id, text, ...(value === undefined ? {} : { value }), type }
  if (type === 'overflow') {
    const chosen = fieldValue({ ...element, type: 'static_select' }, selected ?? null)
    return { ...chosen, action_id, block_id, type }
  }
  return { ...fieldValue(element, selected ?? null), action_id, block_id }
}
