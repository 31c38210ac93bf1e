// A payload of Slack's → a request of ours. Pure: looks nothing up, answers nothing.
import { parseAction } from '../../core/action.ts'
import { COMMANDS, type Command } from '../../core/command.ts'
import { readTypedCommand, type TypedCommand } from '../../core/typed-command.ts'
import type { CommandPayload, EventPayload, PressPayload, SuggestionPayload } from './payloads.ts'
import { IGNORED, type Place, type Received, type RequestContent, type Sender } from './received.ts'
import { readOrigin } from './form-origin.ts'
import { suggestName } from './render-form.ts'
import { readId, readWords } from './slack-words.ts'

export function receiveCommand(payload: CommandPayload): Received {
  const command = COMMANDS.find(({ name }) => `/${name}` === payload.command)
  if (command === undefined) return IGNORED
  const sender = {
    id: payload.user_id,
    name: payload.user_name,
    teamId: payload.team_id,
  }
  const place = {
    conversation: payload.channel_id,
    ...withKeys(payload.response_url, payload.trigger_id),
  }
  const ids = [payload.trigger_id]
  const typed = readTypedCommand(command.name, payload.text)
  if (typed === undefined)
    return { kind: 'refused', sender, place, why: { kind: 'unknown-action', command: command.name }, ids }
  return { kind: 'request', sender, place, content: { kind: 'command', ...unmarked(typed, command) }, ids }
}

/** Options without Slack's marks: people and channels by their ids, anything else as it was typed. */
function unmarked(typed: TypedCommand, command: Command): TypedCommand {
  const known = command.actions.find(({ name }) => name === typed.action)?.options ?? []
  const read: Partial<Record<string, string>> = {}
  for (const { name, kind } of known) {
    const words = typed.options[name]
    if (words === undefined) continue
    const value =
      kind === 'person' ? readId(words, '@') : kind === 'channel' ? readId(words, '#') : readWords(words)
    if (value !== '') read[name] = value
  }
  return { ...typed, options: read }
}

export function receivePress(payload: PressPayload): Received {
  const [pressed] = payload.actions
  const sender = senderOf(payload)
  const thread = payload.message?.thread_ts || payload.container?.thread_ts || ''
  const place: Place = {
    conversation: payload.channel?.id ?? '',
    ...(thread === '' ? {} : { thread }),
    ...withKeys(payload.response_url, payload.trigger_id),
    ...(payload.container?.type === 'view' ? { isHome: true } : {}),
    ...(payload.container?.is_ephemeral === true ? { isForOne: true } : {}),
  }
  const ids = [payload.trigger_id]
  const action = parseAction(pressed?.value ?? '')
  if (action === undefined) return { kind: 'refused', sender, place, why: { kind: 'old-button' }, ids }
  return { kind: 'request', sender, place, content: { kind: 'press', action }, ids }
}

/** What is offered while somebody types in a form; ignored when no field of ours asks. */
export function receiveSuggestion(payload: SuggestionPayload): Received {
  const suggests = SUGGESTED.find((kind) => payload.action_id.startsWith(suggestName(kind, '')))
  if (suggests === undefined) return IGNORED
  return {
    kind: 'request',
    sender: senderOf(payload),
    place: { conversation: readOrigin(payload.view?.private_metadata ?? '').conversation },
    content: { kind: 'suggestion', suggests, typed: payload.value.trim() },
    ids: [],
  }
}

const SUGGESTED = ['feed', 'person', 'digest', 'rubric', 'zone'] as const

/** Events give the person's id alone, and the workspace that they are about. */
function by(id: string, teamId: string): Sender {
  return { id, name: '', teamId }
}

/** `botUser` is ours: what it says is not for us, where it comes in is. */
export function receiveEvent(payload: EventPayload, botUser: string, isRetry: boolean): Received {
  const { event, team_id: teamId } = payload
  const ids = [payload.event_id]
  const asked = (sender: Sender, place: Place, content: RequestContent): Received => ({
    kind: 'request',
    sender,
    place,
    content,
    ids,
  })
  switch (event.type) {
    case 'app_mention':
    case 'message':
      return receiveWords(payload, event, isRetry, botUser)
    case 'app_home_opened':
      if (event.tab !== 'home') return IGNORED
      return asked(by(event.user, teamId), { conversation: '', isHome: true }, { kind: 'home' })
    case 'member_joined_channel':
      if (event.user !== botUser) return IGNORED
      // A user of ours is in no other workspace; who invited it may be from one.
      return asked(by(event.inviter, ''), { conversation: event.channel }, { kind: 'joined' })
    case 'app_uninstalled':
      return asked(by('', teamId), { conversation: '' }, { kind: 'left' })
    case 'tokens_revoked':
      if ((event.tokens?.bot ?? []).length === 0) return IGNORED
      return asked(by('', teamId), { conversation: '' }, { kind: 'left' })
    default:
      return event satisfies never
  }
}

type SaidEvent = Extract<EventPayload['event'], { readonly ts: string }>

/** Said with a picture, or in a thread and beside it: docs.slack.dev, reference/events/message, subtypes. */
const SAID = new Set(['', 'file_share', 'thread_broadcast'])

/** A mention in a channel, or anything said to the bot alone; edits, bots and notices are not for us. */
function receiveWords(payload: EventPayload, event: SaidEvent, isRetry: boolean, botUser: string): Received {
  const isForUs = event.type === 'app_mention' ? !event.channel.startsWith('D') : event.channel_type === 'im'
  const isPlain = SAID.has(event.subtype) && event.bot_id === '' && event.edited === undefined
  if (!isForUs || !isPlain || event.user === '' || event.user === botUser) return IGNORED
  const isAlone = event.type === 'message'
  // In private a thread for each answer would bury it; in a channel it keeps the others undisturbed.
  const thread = event.thread_ts || (isAlone ? '' : event.ts)
  return {
    kind: 'request',
    sender: {
      id: event.user,
      name: '',
      teamId: event.user_team || event.team,
    },
    place: {
      conversation: event.channel,
      ...(thread === '' ? {} : { thread }),
      event: { id: payload.event_id, isRetry, saidAt: Math.floor(Number(event.ts) * 1000) },
    },
    content: { kind: 'mention', text: readWords(event.text) },
    ids: [payload.event_id, `${event.channel}:${event.ts}`],
  }
}

export function senderOf(payload: Pick<PressPayload, 'user' | 'team'>): Sender {
  const { user, team } = payload
  return {
    id: user.id,
    name: user.name || user.username,
    teamId: user.team_id || (team?.id ?? ''),
  }
}

function withKeys(responseUrl: string, triggerId: string): Pick<Place, 'responseUrl' | 'triggerId'> {
  return {
    ...(responseUrl === '' ? {} : { responseUrl }),
    ...(triggerId === '' ? {} : { triggerId }),
  }
}
