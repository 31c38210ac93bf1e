// Peoples a large archive: 10,000 feeds, 1,000 workspaces that each follow some, and their digests. Goes through the ports.
import type { Instant } from '../src/core/calendar.ts'
import type { Digest } from '../src/core/digest.ts'
import type { Feed } from '../src/core/feed.ts'
import { DEFAULT_SETTINGS, type WorkspaceId } from '../src/core/workspace.ts'
import type { Storage } from '../src/ports.ts'
import { reviewOf } from './chat-digests.ts'
import {
  chance,
  CHANNELS,
  feedId,
  FEEDS,
  FEEDS_OF_FILE,
  publisherName,
  skewed,
  WORKSPACES,
  WORLD_ENDS_AT,
} from './scale-plan.ts'

/** Popular feeds that a workspace follows, beside its share of all: thirty in the mean, as lists of readers have. */
const POPULAR_FEEDS = 20

/** Feeds are read in the hour after the world begins: the bench reads none. */
const READ_WITHIN: Instant = 365 * 24 * 3_600_000

const CHANNELS_OF_EACH = CHANNELS / WORKSPACES

/** The third digest goes where the first one goes too, shorter. */
const DIGESTS = [
  { name: 'matin', channels: [0, 1] },
  { name: 'midi', channels: [2, 3], stories: 10 },
  { name: 'bref', channels: [4, 0], stories: 5 },
] as const

const worldFeeds: readonly Feed[] = Array.from({ length: FEEDS }, (_, feed) => ({
  id: feedId(feed),
  url: `https://journal-${feed}.pressoir.example/flux`,
  title: `Flux n° ${feed}`,
  publisher: publisherName(feed),
  rubric: '',
  origin: feed < FEEDS_OF_FILE ? ('file' as const) : ('chat' as const),
}))

export const feedsOfFile = worldFeeds.slice(0, FEEDS_OF_FILE)

export const workspaceId = (workspace: number): WorkspaceId =>
  workspace % 2 === 0 ? `slack:T${workspace}` : `discord:${workspace}`

export const channelOf = (workspace: number, channel: number): string =>
  `${workspace % 2 === 0 ? 'slack:C' : 'discord:9'}${workspace * CHANNELS_OF_EACH + channel}`

/** Does nothing to a world that is peopled. */
export async function people(storage: Storage): Promise<void> {
  if ((await storage.workspaces.list()).length >= WORKSPACES) return
  await storage.inTransaction(async (inner) => {
    await inner.feeds.save(worldFeeds, WORLD_ENDS_AT)
    for (const { id } of worldFeeds)
      await inner.feeds.saveState({
        feedId: id,
        validators: { etag: `"${id}"` },
        lastReadAt: WORLD_ENDS_AT,
        lastSuccessAt: WORLD_ENDS_AT,
        nextReadAt: WORLD_ENDS_AT + READ_WITHIN,
        failureCount: 0,
      })
    for (let workspace = 0; workspace < WORKSPACES; workspace++) await settle(inner, workspace)
  })
}

async function settle(storage: Storage, workspace: number): Promise<void> {
  const id = workspaceId(workspace)
  await storage.workspaces.save({
    id,
    name: `Équipe n° ${workspace}`,
    joinedAt: WORLD_ENDS_AT,
    settings: {
      ...DEFAULT_SETTINGS,
      ...(workspace % 2 === 0 ? { adminChannel: channelOf(workspace, 0) } : {}),
    },
  })
  for (const feed of followedBy(workspace)) {
    const { id: followed, url, title, publisher } = feed
    const by = { addedBy: 'U1', addedByName: 'Camille', addedAt: WORLD_ENDS_AT }
    await storage.followings.save(
      { workspaceId: id, feedId: followed, url, title, publisher, rubric: '', ...by },
      WORLD_ENDS_AT,
    )
  }
  for (const digest of digestsOf(workspace)) await storage.digests.save(digest)
}

/** Each feed of the chat is somebody's; the popular ones are many people's. */
function followedBy(workspace: number): readonly Feed[] {
  const ofChat = worldFeeds.slice(FEEDS_OF_FILE)
  const share = ofChat.length / WORKSPACES
  const own = ofChat.slice(Math.round(workspace * share), Math.round((workspace + 1) * share))
  const popular = Array.from({ length: POPULAR_FEEDS }, (_, at) =>
    skewed(chance(`${workspace} suit ${at}`)),
  ).flatMap((feed) => (feed < FEEDS_OF_FILE ? [] : (worldFeeds[feed] ?? [])))
  return [...new Set([...own, ...popular])]
}

function digestsOf(workspace: number): readonly Digest[] {
  return DIGESTS.map(({ name, channels, ...stories }) =>
    reviewOf({
      name: `${name}-${workspace}`,
      hour: '08:00',
      channels: channels.map((channel) => channelOf(workspace, channel)),
      workspaceId: workspaceId(workspace),
      ...stories,
    }),
  )
}
