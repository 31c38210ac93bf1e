// Tells people, once, that a feed or a channel fails, and that it works again. Reads no feed and posts nothing itself.
import { type Alarm, type Breakdown, brokenSince } from '../core/alarm.ts'
import { HOUR, type Instant } from '../core/calendar.ts'
import { splitChannel } from '../core/channel.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition } from '../core/edition.ts'
import type { Failure } from '../core/failures.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import { newNotice } from '../core/notice.ts'
import type { Workspace } from '../core/workspace.ts'
import { channelBrokenMessage, feedBackMessage, feedBrokenMessage } from '../locale/alarms.ts'
import type { Clock, Storage } from '../ports.ts'

export interface HealthTools {
  readonly storage: Storage
  readonly clock: Clock
}

/** With no feed read for so long it is our own network that is down: that counts against nobody. */
const OUR_OUTAGE: Instant = HOUR

/** A feed as one workspace follows it. */
interface Watched {
  readonly workspace: Workspace
  readonly feed: Feed
  readonly since: Instant
  /** Who is told where no channel was named. */
  readonly addedBy: string | undefined
}

/** Raises and clears the alarms of every feed, each with its notice in the same transaction. */
export async function tellFeedHealth({ storage, clock }: HealthTools): Promise<void> {
  const now = clock.now()
  const workspaces = (await storage.workspaces.list()).filter(({ leftAt }) => leftAt === undefined)
  if (workspaces.length === 0) return
  const states = new Map((await storage.feeds.states()).map((state) => [state.feedId, state]))
  const raised = new Map((await storage.alarms.list()).map((alarm) => [nameOf(alarm), alarm]))
  const isOurs = isOurOutage([...states.values()], now)
  for (const watched of await watchedFeeds(storage, workspaces)) {
    const { workspace, feed, since } = watched
    const state = states.get(feed.id)
    if (state === undefined) continue
    const alarm = raised.get(nameOf({ workspaceId: workspace.id, subject: `feed:${feed.id}` }))
    if (alarm !== undefined && state.failureCount === 0) await clearFeed(storage, watched, alarm, now)
    const broken = alarm !== undefined || isOurs ? undefined : brokenSince(state, since, now)
    if (broken !== undefined) await raiseFeed(storage, watched, broken, now)
  }
}

function nameOf({ workspaceId, subject }: Pick<Alarm, 'workspaceId' | 'subject'>): string {
  return `${workspaceId}\n${subject}`
}

function isOurOutage(states: readonly FeedState[], now: Instant): boolean {
  const tried = states.filter(({ lastReadAt }) => lastReadAt !== undefined)
  const lastSuccessAt = Math.max(0, ...tried.map((state) => state.lastSuccessAt ?? 0))
  return tried.length > 1 && now - lastSuccessAt > OUR_OUTAGE
}

/** What each workspace follows, and the feeds of the file for those that named a channel for it. */
async function watchedFeeds(storage: Storage, workspaces: readonly Workspace[]): Promise<readonly Watched[]> {
  const byId = new Map(workspaces.map((workspace) => [workspace.id, workspace]))
  const followed = (await storage.followings.list()).flatMap((following): readonly Watched[] => {
    const workspace = byId.get(following.workspaceId)
    if (workspace === undefined || following.suspendedAt !== undefined) return []
    const { feedId: id, url, title, publisher, rubric, addedAt, addedBy } = following
    return [
      { workspace, feed: { id, url, title, publisher, rubric, origin: 'chat' }, since: addedAt, addedBy },
    ]
  })
  const declared = (await storage.feeds.list()).filter(({ origin }) => origin === 'file')
  const listening = workspaces.filter(({ settings }) => settings.adminChannel !== undefined)
  const ofFile = listening.flatMap((workspace) =>
    declared.map((feed) => ({ workspace, feed, since: workspace.joinedAt, addedBy: undefined })),
  )
  return [...followed, ...ofFile]
}

function channelFor({ workspace, addedBy }: Watched): string | undefined {
  if (workspace.settings.adminChannel !== undefined) return workspace.settings.adminChannel
  return addedBy === undefined ? undefined : `${splitChannel(workspace.id).platform}:@${addedBy}`
}

async function raiseFeed(
  storage: Storage,
  watched: Watched,
  breakdown: Breakdown,
  now: Instant,
): Promise<void> {
  const { since } = breakdown
  const { workspace, feed } = watched
  const channel = channelFor(watched)
  if (channel === undefined) return
  const message = feedBrokenMessage(feed, breakdown, { now, zone: workspace.settings.zone })
  await storage.inTransaction(async (inner) => {
    await inner.alarms.raise({ workspaceId: workspace.id, subject: `feed:${feed.id}`, since })
    await inner.notices.add(newNotice(workspace.id, channel, `broken ${feed.id} ${since}`, message, now))
  })
}

async function clearFeed(storage: Storage, watched: Watched, { since }: Alarm, now: Instant): Promise<void> {
  const { workspace, feed } = watched
  const channel = channelFor(watched)
  await storage.inTransaction(async (inner) => {
    await inner.alarms.clear(workspace.id, `feed:${feed.id}`)
    if (channel === undefined) return
    const message = feedBackMessage(feed)
    await inner.notices.add(newNotice(workspace.id, channel, `back ${feed.id} ${since}`, message, now))
  })
}

/** A digest that cannot be posted in its channel, told where the administrators read; once. */
export async function tellChannelFailure(
  { storage, clock }: HealthTools,
  broken: {
    readonly edition: Pick<Edition, 'digestName' | 'title'>
    readonly channel: string
    readonly failure: Failure
  },
): Promise<void> {
  const { edition, channel, failure } = broken
  const digest = await storage.digests.get(edition.digestName)
  const workspace = await homeOf(storage, digest, channel)
  if (workspace === undefined || digest?.owner !== undefined) return
  const place = await placeToTell(storage, workspace, edition.digestName, channel)
  if (place === undefined) return
  const now = clock.now()
  const subject = `channel:${channel}` as const
  await storage.inTransaction(async (inner) => {
    const isTold = (await inner.alarms.list()).some(
      (alarm) => nameOf(alarm) === nameOf({ workspaceId: workspace.id, subject }),
    )
    if (isTold) return
    await inner.alarms.raise({ workspaceId: workspace.id, subject, since: now })
    const message = channelBrokenMessage(edition.title, channel, failure, place)
    await inner.notices.add(newNotice(workspace.id, place, `${subject} ${now}`, message, now))
  })
}

/**
 * The workspace where the digest was set up. Of one of the file it is the only one that there is: a token of Slack
 * serves one workspace; on Discord nobody says which server a channel of the file belongs to.
 */
async function homeOf(
  { workspaces }: Storage,
  digest: Digest | undefined,
  channel: string,
): Promise<Workspace | undefined> {
  if (digest?.workspaceId !== undefined) return workspaces.get(digest.workspaceId)
  if (splitChannel(channel).platform !== 'slack') return undefined
  const [only, ...others] = (await workspaces.list()).filter(
    ({ id, leftAt }) => leftAt === undefined && id.startsWith('slack:'),
  )
  return others.length === 0 ? only : undefined
}

/** Changes looked through for the last one of a digest: a workspace makes a few a week. */
const MOST_CHANGES = 500

/** The administrators' channel; whoever set the digest last, in private, where none is named or that one is shut. */
async function placeToTell(
  { changes }: Storage,
  { id, settings: { adminChannel } }: Workspace,
  digestName: string,
  shut: string,
): Promise<string | undefined> {
  if (adminChannel !== undefined && adminChannel !== shut) return adminChannel
  const last = (await changes.latest(id, MOST_CHANGES, 0)).find(
    ({ subject }) => subject.kind === 'digest' && (subject.after ?? subject.before)?.name === digestName,
  )
  return last === undefined ? undefined : `${splitChannel(id).platform}:@${last.person}`
}

/** The next digest in the channel says by itself that it works again. */
export async function forgetChannelFailure({ storage }: HealthTools, channel: string): Promise<void> {
  for (const { workspaceId, subject } of await storage.alarms.list())
    if (subject === `channel:${channel}`) await storage.alarms.clear(workspaceId, subject)
}
