// The workspace behind the fake: its people, channels, messages and views. Answers no request, checks no right.
import { withIdentifiers } from './block-check.ts'
import type { Metadata } from './content-check.ts'
import type { Json } from './json.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly isAdmin: boolean
  readonly isOwner: boolean
  readonly isRestricted: boolean
  readonly isBot: boolean
  /** Another workspace's for somebody who came through a shared channel. */
  readonly teamId: string
  /** IANA name. */
  readonly timeZone: string
  readonly isDeactivated: boolean
}

export interface Conversation {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'direct'
  readonly members: Set<string>
  readonly messages: Map<string, StoredMessage>
  /** The answers under a message, by its `ts`. */
  readonly threads: Map<string, StoredMessage[]>
  isArchived: boolean
  /** Only some may post here. */
  isRestricted: boolean
}

export interface StoredMessage {
  readonly ts: string
  readonly channel: string
  readonly user: string
  readonly isFromBot: boolean
  text: string
  /** As Slack keeps them: with a `block_id` and `action_id` where none was given. */
  blocks: readonly Json[]
  metadata: Metadata | undefined
  readonly threadTs: string | undefined
  readonly isBroadcast: boolean
  /** Whether a preview of the links may be shown: Slack's default is yes for text, no for media of bots. */
  readonly unfurlsLinks: boolean
  readonly unfurlsMedia: boolean
  /** Whether `@name` and `#name` in the text come alive. */
  readonly linksNames: boolean
  isEdited: boolean
  /** Deleted, but kept because answers hang under it. */
  isTombstone: boolean
  /** Shared in it; undefined for none. */
  files?: readonly StoredFile[]
}

export interface StoredFile {
  readonly id: string
  readonly name: string
  /** Octets that were announced, and those that came. */
  readonly length: number
  received: number | undefined
  /** What a screen reader says. */
  readonly alternative: string
  title: string
  isShared: boolean
}

export interface StoredEphemeral {
  readonly ts: string
  readonly channel: string
  readonly user: string
  text: string
  blocks: readonly Json[]
  readonly threadTs: string | undefined
}

export interface Workspace {
  readonly teamId: string
  readonly teamName: string
  readonly appId: string
  readonly botId: string
  readonly botUserId: string
  readonly people: Map<string, Person>
  readonly conversations: Map<string, Conversation>
  readonly ephemerals: StoredEphemeral[]
  readonly files: Map<string, StoredFile>
  readonly now: () => number
  /** A new `ts`, later than every one before. */
  nextTs(): string
  /** A new identifier: a letter and nine more, upper case. */
  nextId(letter: string): string
}

export function createWorkspace(options: {
  readonly now: () => number
  readonly teamId: string
  readonly idsFrom: number
}): Workspace {
  let lastMicroseconds = 0
  let lastId = options.idsFrom
  const nextId = (letter: string): string => {
    lastId++
    return `${letter}0${lastId.toString(36).toUpperCase().padStart(8, '0')}`
  }
  const botUserId = nextId('U')
  const workspace: Workspace = {
    teamId: options.teamId,
    teamName: 'Rédaction d’essai',
    appId: nextId('A'),
    botId: nextId('B'),
    botUserId,
    people: new Map(),
    conversations: new Map(),
    ephemerals: [],
    files: new Map(),
    now: options.now,
    nextTs() {
      lastMicroseconds = Math.max(lastMicroseconds + 1, Math.floor(options.now()) * 1000)
      const seconds = Math.floor(lastMicroseconds / 1_000_000)
      return `${seconds}.${String(lastMicroseconds % 1_000_000).padStart(6, '0')}`
    },
    nextId,
  }
  addPerson(workspace, { id: botUserId, name: 'pressoir', isBot: true })
  return workspace
}

export type NewPerson = Partial<Person> & { readonly name: string }

export function addPerson(workspace: Workspace, person: NewPerson): Person {
  const added: Person = {
    id: workspace.nextId('U'),
    isAdmin: false,
    isOwner: false,
    isRestricted: false,
    isBot: false,
    teamId: workspace.teamId,
    timeZone: 'Europe/Paris',
    isDeactivated: false,
    ...person,
  }
  workspace.people.set(added.id, added)
  return added
}

export interface NewConversation {
  readonly id?: string
  readonly name: string
  readonly isPrivate?: boolean
  /** People in it; the bot is one unless `hasBot` says no. */
  readonly members?: readonly string[]
  readonly hasBot?: boolean
  /** Posting is reserved to some: the bot hears `restricted_action`. */
  readonly isRestricted?: boolean
}

export function addConversation(workspace: Workspace, channel: NewConversation): Conversation {
  const members = new Set(channel.members)
  if (channel.hasBot ?? true) members.add(workspace.botUserId)
  const added: Conversation = {
    id: channel.id ?? workspace.nextId('C'),
    name: channel.name,
    kind: (channel.isPrivate ?? false) ? 'private' : 'public',
    members,
    messages: new Map(),
    threads: new Map(),
    isArchived: false,
    isRestricted: channel.isRestricted ?? false,
  }
  workspace.conversations.set(added.id, added)
  return added
}

/** The private conversation of the bot and somebody, opened if there is none yet. */
export function directConversation(workspace: Workspace, personId: string): Conversation {
  for (const each of workspace.conversations.values()) {
    if (each.kind === 'direct' && each.members.has(personId)) return each
  }
  const opened: Conversation = {
    id: workspace.nextId('D'),
    name: '',
    kind: 'direct',
    members: new Set([personId, workspace.botUserId]),
    messages: new Map(),
    threads: new Map(),
    isArchived: false,
    isRestricted: false,
  }
  workspace.conversations.set(opened.id, opened)
  return opened
}

export type NewMessage = Pick<StoredMessage, 'channel' | 'user' | 'text'> & Partial<StoredMessage>

/** Puts a message into its channel. Posting twice stands twice. */
export function addMessage(workspace: Workspace, message: NewMessage): StoredMessage {
  const added: StoredMessage = {
    ts: workspace.nextTs(),
    isFromBot: false,
    metadata: undefined,
    threadTs: undefined,
    isBroadcast: false,
    unfurlsLinks: true,
    unfurlsMedia: true,
    linksNames: false,
    isEdited: false,
    isTombstone: false,
    ...message,
    blocks: withIdentifiers(message.blocks ?? []),
  }
  const conversation = workspace.conversations.get(message.channel)
  conversation?.messages.set(added.ts, added)
  if (added.threadTs !== undefined) {
    const thread = conversation?.threads.get(added.threadTs) ?? []
    thread.push(added)
    conversation?.threads.set(added.threadTs, thread)
  }
  return added
}

/** The answers under a message, oldest first. */
export function repliesOf(conversation: Conversation, ts: string): readonly StoredMessage[] {
  return (conversation.threads.get(ts) ?? []).filter((message) => conversation.messages.has(message.ts))
}

/** Takes a message away; one with answers leaves a stone in its place, as in Slack. */
export function removeMessage(conversation: Conversation, ts: string): void {
  const message = conversation.messages.get(ts)
  if (message === undefined) return
  if (repliesOf(conversation, ts).length === 0) {
    conversation.messages.delete(ts)
    return
  }
  message.isTombstone = true
  message.text = 'This message was deleted.'
  message.blocks = []
  message.metadata = undefined
}
