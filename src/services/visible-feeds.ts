// Which feeds and settings a workspace has. What another one follows is never among them. Changes nothing.
import type { Feed, FeedState } from '../core/feed.ts'
import { feedOf, type Following } from '../core/following.ts'
import { DEFAULT_SETTINGS, type WorkspaceId, type WorkspaceSettings } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'

/** A feed as one workspace has it. */
export interface FollowedFeed {
  readonly feed: Feed
  /** Undefined for a feed of the file, which is read-only in the chat. */
  readonly following?: Following
}

/**
 * The feeds that a workspace reads: those of the file, and those that it follows and has not suspended, under its own
 * titles and rubrics. Undefined stands for the file: its digests, and the command line.
 */
export async function visibleFeeds(
  storage: Storage,
  workspaceId: WorkspaceId | undefined,
): Promise<readonly Feed[]> {
  // What was imported came from nobody's feed: it is there for all, as what the file declares.
  const declared = await storage.feeds.shared()
  return workspaceId === undefined ? declared : feedsRead(declared, await storage.followings.of(workspaceId))
}

/** What there is for all, and what a workspace follows, as it reads them. */
export function feedsRead(declared: readonly Feed[], followings: readonly Following[]): readonly Feed[] {
  const unquoted = new Set(declared.filter(({ isQuoted }) => isQuoted === false).map(({ id }) => id))
  const followed = followings
    .filter(({ suspendedAt }) => suspendedAt === undefined)
    .map(feedOf)
    // What the file declares, no chat can lift.
    .map((feed): Feed => (unquoted.has(feed.id) ? { ...feed, isQuoted: false } : feed))
  const own = new Set(followed.map(({ id }) => id))
  return [...declared.filter(({ id }) => !own.has(id)), ...followed]
}

/** Ids of the feeds whose articles a workspace may see: see `feedIdsSeen`. */
export async function visibleFeedIds(
  storage: Storage,
  workspaceId: WorkspaceId | undefined,
): Promise<ReadonlySet<string>> {
  const everDeclared = await storage.feeds.everDeclared()
  return workspaceId === undefined
    ? everDeclared
    : feedIdsSeen(everDeclared, await visibleFeeds(storage, workspaceId))
}

/** Those that a workspace reads, and those that left the file: what was read while everybody could see it stays. */
export function feedIdsSeen(everDeclared: ReadonlySet<string>, read: readonly Feed[]): ReadonlySet<string> {
  return everDeclared.union(new Set(read.map(({ id }) => id)))
}

/** Who is only linked for the readers of a workspace: no sentence of theirs is shown. */
export async function unquotedPublishers(
  storage: Storage,
  workspaceId: WorkspaceId | undefined,
): Promise<ReadonlySet<string>> {
  const feeds = await visibleFeeds(storage, workspaceId)
  return new Set(feeds.filter(({ isQuoted }) => isQuoted === false).map(({ publisher }) => publisher))
}

/** Everything to manage or to see in a list: suspended feeds as well. Those of the file first, then by title. */
export async function followedFeeds(
  storage: Storage,
  workspaceId: WorkspaceId,
): Promise<readonly FollowedFeed[]> {
  const followings = await storage.followings.of(workspaceId)
  const own = new Set(followings.map(({ feedId }) => feedId))
  const declared = (await declaredFeeds(storage)).filter(({ id }) => !own.has(id))
  return [
    ...declared.map((feed) => ({ feed })).toSorted(byTitle),
    ...followings.map((following) => ({ feed: feedOf(following), following })).toSorted(byTitle),
  ]
}

/** Where we stand with each of these feeds, by its id. */
export async function statesOf(
  { feeds }: Storage,
  followed: readonly FollowedFeed[],
): Promise<ReadonlyMap<string, FeedState>> {
  const states = await feeds.states(followed.map(({ feed }) => feed.id))
  return new Map(states.map((state) => [state.feedId, state]))
}

/** As a French reader looks a title up: É beside E. Databases sort by code, É after Z. */
function byTitle(one: FollowedFeed, other: FollowedFeed): number {
  return one.feed.title.localeCompare(other.feed.title, 'fr')
}

async function declaredFeeds(storage: Storage): Promise<readonly Feed[]> {
  return (await storage.feeds.shared()).filter(({ origin }) => origin === 'file')
}

export async function settingsOf(storage: Storage, workspaceId: WorkspaceId): Promise<WorkspaceSettings> {
  return (await storage.workspaces.get(workspaceId))?.settings ?? DEFAULT_SETTINGS
}
