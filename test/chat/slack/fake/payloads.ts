// The payloads that Slack sends, as its documentation shows them. Sends none.
import { textOf, type Json } from './json.ts'
import type { ShownView } from './live-views.ts'
import type { State } from './state.ts'
import { messageForm, storedBlocks } from './stored-form.ts'
import type { Conversation, Person, StoredMessage } from './workspace.ts'

/** Legacy, still in every payload. */
const VERIFICATION_TOKEN = 'verification-token'

export function personOf({ workspace }: State, id: string): Person {
  const person = workspace.people.get(id)
  if (person === undefined) throw new Error(`No person ${id}: add one with addUser`)
  return person
}

export function conversationNamed({ workspace }: State, id: string): Conversation {
  const conversation = workspace.conversations.get(id)
  if (conversation === undefined) throw new Error(`No channel ${id}: add one with addChannel`)
  return conversation
}

/** What stands in every payload of an interaction. */
function common(state: State, person: Person, triggerId: string): Json {
  const { workspace } = state
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: workspace.appId,
    token: VERIFICATION_TOKEN,
    trigger_id: triggerId,
    team: { id: workspace.teamId, domain: 'essai' },
    enterprise: null,
    is_enterprise_install: false,
  }
}

function nameOf({ kind, name }: Conversation): string {
  return kind === 'direct' ? 'directmessage' : kind === 'private' ? 'privategroup' : name
}

export function commandPayload(
  state: State,
  parts: {
    readonly person: Person
    readonly channel: Conversation
    readonly command: string
    readonly text: string
    readonly responseUrl: string
    readonly triggerId: string
  },
): Json {
  const { person, channel, command, text, responseUrl, triggerId } = parts
  return {
    token: VERIFICATION_TOKEN,
    team_id: state.workspace.teamId,
    team_domain: 'essai',
    channel_id: channel.id,
    channel_name: nameOf(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: state.workspace.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  }
}

/** Where something was pressed: a message of all, one for a person alone, a modal or a Home. */
export type Surface =
  | { readonly kind: 'message'; readonly channel: Conversation; readonly message: StoredMessage }
  | {
      readonly kind: 'ephemeral'
      readonly channel: Conversation
      readonly ts: string
      readonly threadTs: string | undefined
      readonly blocks: readonly Json[]
    }
  | { readonly kind: 'view'; readonly view: ShownView }

export function blocksOf(surface: Surface): readonly Json[] {
  if (surface.kind === 'view') return surface.view.blocks
  return surface.kind === 'message' ? surface.message.blocks : surface.blocks
}

function surfaceParts(state: State, surface: Surface): Json {
  if (surface.kind === 'view') {
    return { container: { type: 'view', view_id: surface.view.id }, view: viewForm(surface.view) }
  }
  const { channel } = surface
  const ts = surface.kind === 'message' ? surface.message.ts : surface.ts
  const threadTs = surface.kind === 'message' ? surface.message.threadTs : surface.threadTs
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel.id,
      is_ephemeral: surface.kind === 'ephemeral',
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    },
    channel: { id: channel.id, name: nameOf(channel) },
    // Slack sends no text of an ephemeral message back.
    ...(surface.kind === 'message' ? { message: messageForm(state.workspace, surface.message, true) } : {}),
  }
}

function viewForm(view: ShownView): Json {
  return { ...view, blocks: storedBlocks(view.blocks) }
}

export function pressPayload(
  state: State,
  parts: {
    readonly person: Person
    readonly surface: Surface
    readonly action: Json
    readonly responseUrl: string | undefined
    readonly triggerId: string
  },
): Json {
  const { person, surface, action, responseUrl, triggerId } = parts
  return {
    type: 'block_actions',
    ...common(state, person, triggerId),
    ...surfaceParts(state, surface),
    ...(surface.kind === 'view' ? {} : { state: { values: {} } }),
    ...(responseUrl === undefined ? {} : { response_url: responseUrl }),
    actions: [{ ...action, action_ts: state.workspace.nextTs() }],
  }
}

export function suggestionPayload(
  state: State,
  parts: {
    readonly person: Person
    readonly surface: Surface
    readonly element: Json
    readonly value: string
  },
): Json {
  const { person, surface, element, value } = parts
  const { trigger_id: _none, ...rest } = common(state, person, '')
  return {
    type: 'block_suggestion',
    ...rest,
    ...surfaceParts(state, surface),
    action_id: element['action_id'],
    block_id: element['block_id'],
    value,
  }
}

export function viewPayload(
  state: State,
  parts: {
    readonly type: 'view_submission' | 'view_closed'
    readonly person: Person
    readonly view: ShownView
    readonly triggerId: string
  },
): Json {
  const { type, person, view, triggerId } = parts
  return {
    type,
    ...common(state, person, triggerId),
    view: viewForm(view),
    ...(type === 'view_submission' ? { response_urls: [] } : { is_cleared: false }),
  }
}

/** An event in its wrapper; the same `eventId` twice is the same event. */
export function eventPayload(state: State, event: Json, eventId: string, secondsAgo = 0): Json {
  const { workspace } = state
  return {
    token: VERIFICATION_TOKEN,
    team_id: workspace.teamId,
    context_team_id: workspace.teamId,
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(workspace.now() / 1000) - secondsAgo,
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.teamId,
        user_id: workspace.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${textOf(event['type'])}-${eventId}`,
  }
}

/** What a person wrote, as the events `app_mention` and `message` tell it. */
export function messageEvent(
  type: 'app_mention' | 'message',
  message: StoredMessage,
  channel: Conversation,
): Json {
  return {
    type,
    user: message.user,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    channel: channel.id,
    event_ts: message.ts,
    ...(type === 'message' ? { channel_type: channel.kind === 'direct' ? 'im' : 'channel' } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  }
}
