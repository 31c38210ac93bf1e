// Makes threads of the fake Discord, archives and wakes them. Checks no permission.
import { channelShape } from './shapes.ts'
import { emitChannel } from './population.ts'
import { markThread, store } from './posting.ts'
import {
  CHANNEL_TYPE,
  INTENT,
  type FakeChannel,
  type FakeThread,
  type StoredMessage,
  type World,
} from './world.ts'

/** Minutes; discord-api-docs, resources/channel, thread metadata. */
export const AUTO_ARCHIVE_MINUTES: readonly number[] = [60, 1440, 4320, 10_080]
const DEFAULT_ARCHIVE_MINUTES = 4320

export interface ThreadDraft {
  readonly parent: FakeChannel
  readonly name: string
  readonly ownerId: string
  readonly autoArchiveMinutes?: number | undefined
  readonly isPrivate?: boolean
  /** The message on which the thread hangs: the thread takes its id. */
  readonly starter?: StoredMessage
}

export function createThread(world: World, draft: ThreadDraft): FakeChannel {
  const { parent, starter } = draft
  const now = world.clock.now()
  const isNews = parent.type === CHANNEL_TYPE.news
  const channel: FakeChannel = {
    id: starter?.id ?? world.clock.nextId(),
    type:
      draft.isPrivate === true
        ? CHANNEL_TYPE.privateThread
        : isNews
          ? CHANNEL_TYPE.newsThread
          : CHANNEL_TYPE.thread,
    ...(parent.guildId === undefined ? {} : { guildId: parent.guildId }),
    parentId: parent.id,
    name: draft.name,
    position: 0,
    overwrites: new Map(),
    thread: {
      isArchived: false,
      isLocked: false,
      autoArchiveMinutes: draft.autoArchiveMinutes ?? DEFAULT_ARCHIVE_MINUTES,
      changedAt: now,
      createdAt: now,
      ownerId: draft.ownerId,
    },
  }
  world.channels.set(channel.id, channel)
  world.emit({
    name: 'THREAD_CREATE',
    data: { ...channelShape(world, channel), newly_created: true },
    intent: INTENT.guilds,
    ...(parent.guildId === undefined ? {} : { guildId: parent.guildId }),
  })
  if (starter !== undefined) {
    markThread(world, starter)
    store(world, { channel, authorId: starter.authorId, type: 21, referenceId: starter.id })
  }
  return channel
}

export interface ThreadChange {
  readonly isArchived?: boolean
  readonly isLocked?: boolean
  readonly autoArchiveMinutes?: number
  readonly name?: string
}

export function changeThread(world: World, channel: FakeChannel, changes: ThreadChange): void {
  const thread: FakeThread | undefined = channel.thread
  if (thread === undefined) throw new Error(`The channel ${channel.id} is no thread`)
  thread.isArchived = changes.isArchived ?? thread.isArchived
  thread.isLocked = changes.isLocked ?? thread.isLocked
  thread.autoArchiveMinutes = changes.autoArchiveMinutes ?? thread.autoArchiveMinutes
  thread.changedAt = world.clock.now()
  channel.name = changes.name ?? channel.name
  emitChannel(world, channel, 'THREAD_UPDATE')
}

/** A message wakes an archived thread unless it is locked; false: the message is refused with 50083. */
export function wakeThread(world: World, channel: FakeChannel): boolean {
  if (channel.thread?.isArchived !== true) return true
  if (channel.thread.isLocked) return false
  changeThread(world, channel, { isArchived: false })
  return true
}
