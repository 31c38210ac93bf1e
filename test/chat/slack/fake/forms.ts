// Modals that are filled in and sent: what the client checks before, and what the app's answer does. Sends nothing.
import { elementsOf } from './block-check.ts'
import { checkView } from './content-check.ts'
import { isRecord, textOf, type Json } from './json.ts'
import { fieldValue, type FieldInput, type ShownView } from './live-views.ts'
import { Refusal } from './refusal.ts'
import type { State } from './state.ts'
import type { InteractionId } from './triggers.ts'
import { blameRefusal } from './web-api.ts'

export interface Submit {
  readonly user: string
  readonly viewId?: string
  readonly callbackId?: string
  /** By `block_id` or `action_id`; what is left out keeps what stands in the field. */
  readonly values?: Readonly<Record<string, FieldInput>>
}

/** The view with what the person filled in; throws where the client would not let it be sent. */
export function fillView(state: State, { user, viewId, callbackId, values = {} }: Submit): ShownView {
  const view = state.views
    .stack(user)
    .findLast(({ id, callback_id }) => (viewId === undefined ? callback_id === callbackId : id === viewId))
  if (view === undefined) throw new Error(`${user} has no view ${viewId ?? callbackId ?? ''} open`)
  const unused = new Set(Object.keys(values))
  for (const block of view.blocks) {
    const blockId = textOf(block['block_id'])
    for (const element of elementsOf(block)) {
      const actionId = textOf(element['action_id'])
      const key = [blockId, actionId].find((each) => Object.hasOwn(values, each))
      if (key === undefined) continue
      unused.delete(key)
      state.views.fill(view.id, blockId, actionId, fieldValue(element, values[key] ?? null))
    }
  }
  if (unused.size > 0) throw new Error(`The form has no field ${[...unused].join(', ')}`)
  const filled = state.views.find(view.id) ?? view
  for (const block of filled.blocks) checkFilled(filled, block)
  return filled
}

function checkFilled(view: ShownView, block: Json): void {
  if (block['type'] !== 'input' || block['optional'] === true) return
  const blockId = textOf(block['block_id'])
  for (const value of Object.values(view.state.values[blockId] ?? {})) {
    const isEmpty = Object.entries(value).some(
      ([key, part]) => key !== 'type' && (part === null || (Array.isArray(part) && part.length === 0)),
    )
    if (isEmpty) throw new Error(`The field ${blockId} must be filled before the form can be sent`)
  }
}

/** What the acknowledgement of a form asks for: to close, to show errors, another view, or none at all. */
export function carryOutResponseAction(
  state: State,
  view: ShownView,
  userId: string,
  interaction: InteractionId,
  payload: unknown,
): void {
  const answer = isRecord(payload) ? payload : {}
  const action = answer['response_action']
  try {
    if (action === undefined) state.views.close(view.id)
    else if (action === 'clear') state.views.closeAll(userId)
    else if (action === 'errors') checkErrors(view, answer['errors'])
    else if (action === 'update' || action === 'push') {
      const checked = checkView(answer['view'], ['modal'])
      const shown =
        action === 'push'
          ? state.views.push(userId, checked)
          : state.views.update({ viewId: view.id }, checked)
      state.journal.tell({ kind: 'view', via: action, interaction, userId, view: shown })
    } else throw new Refusal('invalid_response_action')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    blameRefusal(state, 'view_submission', error)
  }
}

function checkErrors(view: ShownView, errors: unknown): void {
  const inputs = new Set(view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id))
  const entries = isRecord(errors) ? Object.entries(errors) : []
  const areGood =
    entries.length > 0 && entries.every(([id, text]) => inputs.has(id) && typeof text === 'string')
  if (!areGood) throw new Refusal('invalid_errors', { errors: [JSON.stringify(errors)] })
}
