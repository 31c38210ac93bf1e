// The modals and Homes that people have open, and what stands in their fields. Checks no view, talks to nobody.
import { elementsOf, withIdentifiers } from './block-check.ts'
import { VIEW_STACK } from './block-limits.ts'
import { isRecord, recordsOf, textOf, type Json } from './json.ts'
import { Refusal } from './refusal.ts'
import type { Workspace } from './workspace.ts'

/** A view as Slack shows it in its answers and payloads. */
export interface ShownView extends Json {
  readonly id: string
  readonly type: 'modal' | 'home'
  readonly hash: string
  readonly callback_id: string
  readonly private_metadata: string
  readonly external_id: string
  readonly root_view_id: string
  readonly previous_view_id: string | null
  readonly blocks: readonly Json[]
  readonly state: { readonly values: FieldValues }
}

/** `block_id` → `action_id` → what stands there, in Slack's form. */
type FieldValues = Readonly<Record<string, Readonly<Record<string, Json>>>>

interface Slot {
  view: ShownView
  readonly userId: string
}

export interface LiveViews {
  /** Closes what was open; a new modal alone. */
  open(userId: string, view: Json): ShownView
  /** On top of what is open; throws `push_limit_reached`. */
  push(userId: string, view: Json): ShownView
  /** Throws `not_found` or `hash_conflict`. */
  update(
    target: { viewId?: string | undefined; externalId?: string | undefined },
    view: Json,
    hash?: string,
  ): ShownView
  publish(userId: string, view: Json, hash?: string): ShownView
  home(userId: string): ShownView | undefined
  /** The modals that somebody has open, the lowest first. */
  stack(userId: string): readonly ShownView[]
  find(viewId: string): ShownView | undefined
  ownerOf(viewId: string): string | undefined
  close(viewId: string): void
  closeAll(userId: string): void
  /** Puts a value into a field. */
  fill(viewId: string, blockId: string, actionId: string, value: Json): void
}

export function createLiveViews(workspace: Workspace): LiveViews {
  const slots = new Map<string, Slot>()
  const stacks = new Map<string, string[]>()
  const homes = new Map<string, string>()
  let hashes = 0

  const show = (
    userId: string,
    view: Json,
    previous: Partial<ShownView> & { readonly id: string },
  ): ShownView => {
    hashes++
    const shown = shownView(workspace, view, previous, `${Math.floor(workspace.now() / 1000)}.h${hashes}`)
    const externalId = shown.external_id
    if (externalId !== '') {
      for (const [id, slot] of slots) {
        if (slot.view.external_id === externalId && id !== shown.id)
          throw new Refusal('duplicate_external_id')
      }
    }
    slots.set(shown.id, { view: shown, userId })
    return shown
  }
  const forget = (id: string): void => {
    const userId = slots.get(id)?.userId
    slots.delete(id)
    if (userId !== undefined)
      stacks.set(
        userId,
        (stacks.get(userId) ?? []).filter((each) => each !== id),
      )
  }
  const views: LiveViews = {
    open(userId, view) {
      views.closeAll(userId)
      const shown = show(userId, view, { id: workspace.nextId('V') })
      stacks.set(userId, [shown.id])
      return shown
    },
    push(userId, view) {
      const stack = stacks.get(userId) ?? []
      if (stack.length >= VIEW_STACK) throw new Refusal('push_limit_reached')
      const below = stack.at(-1)
      const shown = show(userId, view, {
        id: workspace.nextId('V'),
        ...(below === undefined ? {} : { root_view_id: stack[0] ?? below, previous_view_id: below }),
      })
      stacks.set(userId, [...stack, shown.id])
      return shown
    },
    update({ viewId, externalId }, view, hash) {
      const slot = [...slots.values()].find(
        (each) =>
          each.view.id === viewId || (externalId !== undefined && each.view.external_id === externalId),
      )
      if (slot === undefined) throw new Refusal('not_found')
      if (hash !== undefined && hash !== slot.view.hash) throw new Refusal('hash_conflict')
      return show(slot.userId, view, slot.view)
    },
    publish(userId, view, hash) {
      const current = homes.get(userId)
      const before = current === undefined ? undefined : slots.get(current)?.view
      if (hash !== undefined && before !== undefined && hash !== before.hash)
        throw new Refusal('hash_conflict')
      const shown = show(userId, view, before ?? { id: workspace.nextId('V') })
      homes.set(userId, shown.id)
      return shown
    },
    home: (userId) => slots.get(homes.get(userId) ?? '')?.view,
    stack: (userId) => (stacks.get(userId) ?? []).flatMap((id) => slots.get(id)?.view ?? []),
    find: (viewId) => slots.get(viewId)?.view,
    ownerOf: (viewId) => slots.get(viewId)?.userId,
    close: forget,
    closeAll(userId) {
      for (const id of stacks.get(userId) ?? []) slots.delete(id)
      stacks.set(userId, [])
    },
    fill(viewId, blockId, actionId, value) {
      const slot = slots.get(viewId)
      if (slot === undefined) return
      const { values } = slot.view.state
      const filled = { ...values, [blockId]: { ...values[blockId], [actionId]: value } }
      slot.view = { ...slot.view, state: { values: filled } }
    },
  }
  return views
}

function shownView(
  workspace: Workspace,
  view: Json,
  previous: Partial<ShownView> & { readonly id: string },
  hash: string,
): ShownView {
  const blocks = withIdentifiers(recordsOf(view['blocks']))
  return {
    ...view,
    id: previous.id,
    team_id: workspace.teamId,
    type: view['type'] === 'home' ? 'home' : 'modal',
    blocks,
    private_metadata: textOf(view['private_metadata']),
    callback_id: textOf(view['callback_id']),
    external_id: textOf(view['external_id']),
    state: { values: initialValues(blocks, previous.state?.values) },
    hash,
    title: view['title'] ?? { type: 'plain_text', text: 'View Title', emoji: true },
    close: view['close'] ?? null,
    submit: view['submit'] ?? null,
    clear_on_close: view['clear_on_close'] ?? false,
    notify_on_close: view['notify_on_close'] ?? false,
    previous_view_id: previous.previous_view_id ?? null,
    root_view_id: previous.root_view_id ?? previous.id,
    app_id: workspace.appId,
    app_installed_team_id: workspace.teamId,
    bot_id: workspace.botId,
  }
}

/** What the fields hold at first; what somebody had filled in stays when `block_id` and `action_id` stay. */
function initialValues(blocks: readonly Json[], before: FieldValues | undefined): FieldValues {
  const values: Record<string, Record<string, Json>> = {}
  for (const block of blocks) {
    const blockId = textOf(block['block_id'])
    for (const element of elementsOf(block)) {
      const actionId = textOf(element['action_id'])
      const value = before?.[blockId]?.[actionId] ?? initialValue(element)
      if (value !== undefined) values[blockId] = { ...values[blockId], [actionId]: value }
    }
  }
  return values
}

/** Under which name Slack tells what was chosen, and under which the app gave it at first. */
const FIELDS: Readonly<Record<string, readonly [chosen: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  users_select: ['selected_user', 'initial_user'],
  multi_users_select: ['selected_users', 'initial_users'],
  channels_select: ['selected_channel', 'initial_channel'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
}

function initialValue(element: Json): Json | undefined {
  const type = textOf(element['type'])
  const field = FIELDS[type]
  if (field === undefined) return undefined
  const [chosen, initial] = field
  const isSeveral = chosen.endsWith('s')
  return { type, [chosen]: element[initial] ?? (isSeveral ? [] : null) }
}

/** What somebody types or picks, in the form that Slack sends. Throws when the field does not offer it. */
export function fieldValue(element: Json, given: FieldInput): Json {
  const type = textOf(element['type'])
  const field = FIELDS[type]
  if (field === undefined) throw new Error(`Nothing can be filled into a ${type}`)
  const [chosen] = field
  if (chosen.endsWith('options'))
    return { type, [chosen]: listOf(given).map((each) => optionOf(element, each)) }
  if (chosen === 'selected_option')
    return { type, [chosen]: given === null ? null : optionOf(element, given) }
  if (chosen === 'selected_users') return { type, [chosen]: listOf(given) }
  if (chosen === 'value' && typeof given === 'string') checkLength(element, given)
  return { type, [chosen]: given === '' ? null : given }
}

/** Text, an option's value, an identifier, a date, a time, several of them, or nothing. */
export type FieldInput = string | OptionInput | readonly (string | OptionInput)[] | null

/** An option that an external select offered. */
interface OptionInput {
  readonly text: string
  readonly value: string
}

function listOf(given: FieldInput): readonly (string | OptionInput)[] {
  if (given === null) return []
  if (typeof given === 'string') return [given]
  return isOptionInput(given) ? [given] : given
}

function isOptionInput(given: FieldInput): given is OptionInput {
  return isRecord(given)
}

function optionOf(element: Json, given: FieldInput): Json {
  const groups = recordsOf(element['option_groups']).flatMap(({ options }) => recordsOf(options))
  const options = [...recordsOf(element['options']), ...groups]
  if (given !== null && isOptionInput(given)) {
    return { text: { type: 'plain_text', text: given.text, emoji: true }, value: given.value }
  }
  const found = options.find(({ value }) => value === given)
  if (found !== undefined) return found
  if (typeof given === 'string' && textOf(element['type']).endsWith('external_select')) {
    return { text: { type: 'plain_text', text: given, emoji: true }, value: given }
  }
  throw new Error(`${textOf(element['action_id'])} offers no option ${JSON.stringify(given)}`)
}

function checkLength(element: Json, text: string): void {
  const { min_length: least, max_length: most } = element
  if (typeof most === 'number' && text.length > most) throw new Error(`More than ${most} characters`)
  if (typeof least === 'number' && text.length < least) throw new Error(`Less than ${least} characters`)
}
