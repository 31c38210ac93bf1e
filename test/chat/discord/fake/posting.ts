// Stores, changes and deletes messages of the fake Discord, and tells the gateway. Checks no body and no permission.
import type { Json } from './json.ts'
import { MESSAGE_FLAG } from './message-check.ts'
import { memberShape, messageShape, numberComponents } from './shapes.ts'
import { threadOf, INTENT } from './world.ts'
import type { FakeChannel, StoredMessage, World } from './world.ts'

export interface Draft {
  /** The first message of a thread in a forum has the thread's id. */
  readonly id?: string
  readonly channel: FakeChannel
  readonly authorId: string
  readonly type?: number
  readonly content?: string
  readonly embeds?: readonly Json[]
  readonly components?: readonly Json[]
  readonly attachments?: readonly Json[]
  readonly flags?: number
  readonly nonce?: string
  readonly allowedMentions?: Json
  readonly referenceId?: string
  readonly interaction?: NonNullable<StoredMessage['interaction']>
  readonly ephemeralTo?: string
}

/** Places the message in the channel; an ephemeral one is kept aside. */
export function store(world: World, draft: Draft): StoredMessage {
  const { channel, nonce, allowedMentions, referenceId, interaction, ephemeralTo } = draft
  const message: StoredMessage = {
    id: draft.id ?? world.clock.nextId(),
    channelId: channel.id,
    authorId: draft.authorId,
    type: draft.type ?? 0,
    createdAt: world.clock.now(),
    content: (draft.content ?? '').trim(),
    embeds: (draft.embeds ?? []).map((embed) => ({ ...embed, type: 'rich' })),
    components: numberComponents(draft.components ?? []),
    attachments: draft.attachments ?? [],
    flags: draft.flags ?? 0,
    isDeleted: false,
    ...(nonce === undefined ? {} : { nonce }),
    allowedMentions,
    ...(referenceId === undefined ? {} : { referenceId }),
    ...(interaction === undefined ? {} : { interaction }),
    ...(ephemeralTo === undefined ? {} : { ephemeralTo }),
  }
  world.messages.set(message.id, message)
  if (ephemeralTo !== undefined) return message
  const history = world.history.get(channel.id) ?? []
  history.push(message)
  world.history.set(channel.id, history)
  channel.lastMessageId = message.id
  emitMessage(world, message, 'MESSAGE_CREATE')
  return message
}

export interface Change {
  /** Absent: as before; `undefined`: nothing said, so all is allowed. */
  readonly allowedMentions?: Json | undefined
  readonly content?: string
  readonly embeds?: readonly Json[]
  readonly components?: readonly Json[]
  readonly attachments?: readonly Json[]
  readonly flags?: number
}

/** Changes a message; `isEdit` false: the answer that a deferred message was waiting for. */
export function change(world: World, message: StoredMessage, changes: Change, isEdit = true): void {
  if (changes.content !== undefined) message.content = changes.content.trim()
  if (changes.embeds !== undefined)
    message.embeds = changes.embeds.map((embed) => ({ ...embed, type: 'rich' }))
  if (changes.components !== undefined) message.components = numberComponents(changes.components)
  if (changes.attachments !== undefined) message.attachments = changes.attachments
  if (changes.flags !== undefined) message.flags = changes.flags
  if ('allowedMentions' in changes) message.allowedMentions = changes.allowedMentions
  if (isEdit) message.editedAt = world.clock.now()
  if (message.ephemeralTo === undefined) emitMessage(world, message, 'MESSAGE_UPDATE')
}

export function erase(world: World, message: StoredMessage): void {
  message.isDeleted = true
  const history = world.history.get(message.channelId)
  const place = history?.indexOf(message) ?? -1
  if (place >= 0) history?.splice(place, 1)
  const channel = world.channels.get(message.channelId)
  if (message.ephemeralTo !== undefined || channel === undefined) return
  world.emit({
    name: 'MESSAGE_DELETE',
    data: { id: message.id, channel_id: message.channelId, ...guildKey(channel) },
    intent: intentOf(channel),
    ...scopeOf(channel),
  })
}

/** Tells the sessions; the nonce travels with the first telling only. */
function emitMessage(world: World, message: StoredMessage, name: string): void {
  const channel = world.channels.get(message.channelId)
  if (channel === undefined) return
  const member = world.guilds.get(channel.guildId ?? '')?.members.get(message.authorId)
  world.emit({
    name,
    data: {
      ...messageShape(world, message),
      ...guildKey(channel),
      channel_type: channel.type,
      ...(member === undefined ? {} : { member: memberShape(member) }),
      ...(name === 'MESSAGE_CREATE' && message.nonce !== undefined ? { nonce: message.nonce } : {}),
    },
    intent: intentOf(channel),
    message,
    ...scopeOf(channel),
  })
}

const intentOf = (channel: FakeChannel): number =>
  channel.guildId === undefined ? INTENT.directMessages : INTENT.messages
const guildKey = (channel: FakeChannel): Json =>
  channel.guildId === undefined ? {} : { guild_id: channel.guildId }
const scopeOf = (channel: FakeChannel): { readonly guildId?: string } =>
  channel.guildId === undefined ? {} : { guildId: channel.guildId }

/** Marks the message on which a thread hangs. */
export function markThread(world: World, message: StoredMessage): void {
  if (threadOf(world, message) === undefined) return
  message.flags |= MESSAGE_FLAG.hasThread
  emitMessage(world, message, 'MESSAGE_UPDATE')
}
