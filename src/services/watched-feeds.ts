// Who is to hear of which feed, and where. Tells nobody.
import type { Instant } from '../core/calendar.ts'
import { splitChannel } from '../core/channel.ts'
import type { Feed } from '../core/feed.ts'
import type { Following } from '../core/following.ts'
import type { Workspace } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'

/** A feed as one workspace follows it. */
export interface WatchedFeed {
  readonly workspace: Workspace
  readonly feed: Feed
  readonly since: Instant
  /** Who is told where no channel was named. */
  readonly addedBy: string | undefined
}

/** Workspaces that the bot is in. */
export async function presentWorkspaces({ workspaces }: Storage): Promise<readonly Workspace[]> {
  return (await workspaces.list()).filter(({ leftAt }) => leftAt === undefined)
}

/** What each workspace follows of these feeds, and those of the file for workspaces that named a channel for it. */
export async function watchedFeeds(
  storage: Storage,
  workspaces: readonly Workspace[],
  feedIds: readonly string[],
): Promise<readonly WatchedFeed[]> {
  const declared = (await storage.feeds.get(feedIds)).filter(({ origin }) => origin === 'file')
  return watchedOf(workspaces, await storage.followings.list(feedIds), declared)
}

/** All feeds of one workspace. */
export async function watchedFeedsOf(
  storage: Storage,
  workspace: Workspace,
): Promise<readonly WatchedFeed[]> {
  const declared = (await storage.feeds.shared()).filter(({ origin }) => origin === 'file')
  return watchedOf([workspace], await storage.followings.of(workspace.id), declared)
}

function watchedOf(
  workspaces: readonly Workspace[],
  followings: readonly Following[],
  declared: readonly Feed[],
): readonly WatchedFeed[] {
  const byId = new Map(workspaces.map((workspace) => [workspace.id, workspace]))
  const followed = followings.flatMap((following): readonly WatchedFeed[] => {
    const workspace = byId.get(following.workspaceId)
    if (workspace === undefined || following.suspendedAt !== undefined) return []
    const { feedId: id, url, title, publisher, rubric, addedAt, addedBy } = following
    return [
      { workspace, feed: { id, url, title, publisher, rubric, origin: 'chat' }, since: addedAt, addedBy },
    ]
  })
  const own = new Set(followed.map(({ workspace, feed }) => `${workspace.id}\n${feed.id}`))
  const listening = workspaces.filter(({ settings }) => settings.adminChannel !== undefined)
  const ofFile = listening.flatMap((workspace) =>
    declared
      .filter(({ id }) => !own.has(`${workspace.id}\n${id}`))
      .map((feed) => ({ workspace, feed, since: workspace.joinedAt, addedBy: undefined })),
  )
  return [...followed, ...ofFile]
}

/** The administrators' channel, else whoever added the feed, in private. */
export function channelFor({ workspace, addedBy }: WatchedFeed): string | undefined {
  if (workspace.settings.adminChannel !== undefined) return workspace.settings.adminChannel
  return addedBy === undefined ? undefined : `${splitChannel(workspace.id).platform}:@${addedBy}`
}
