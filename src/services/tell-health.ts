// Tells people, once, that a feed or a channel fails, and that it works again. Reads no feed and posts nothing itself.
import type { Alarm } from '../core/alarm.ts'
import type { Instant } from '../core/calendar.ts'
import { splitChannel } from '../core/channel.ts'
import type { Edition } from '../core/edition.ts'
import type { Failure } from '../core/failures.ts'
import { conditionOf, type FeedCondition } from '../core/feed-condition.ts'
import { articlesPerDay } from '../core/feed-history.ts'
import { addressOf } from '../core/feed-move.ts'
import { type FeedNews, feedNews } from '../core/feed-news.ts'
import type { FeedState } from '../core/feed.ts'
import type { MessageText } from '../core/message.ts'
import { newNotice } from '../core/notice.ts'
import type { RaisedAlert } from '../core/raised-alert.ts'
import type { Workspace, WorkspaceId } from '../core/workspace.ts'
import { alertBrokenMessage, channelBrokenMessage, feedNewsMessage, type ToldFeed } from '../locale/alarms.ts'
import type { Clock, Storage } from '../ports.ts'
import { channelFor, presentWorkspaces, watchedFeeds, type WatchedFeed } from './watched-feeds.ts'

export interface HealthTools {
  readonly storage: Storage
  readonly clock: Clock
}

/** A feed of one workspace, how it fares, and what was told of it. */
interface Observed {
  readonly watched: WatchedFeed
  readonly state: FeedState
  readonly url: string
  readonly condition: FeedCondition
  readonly alarm: Alarm | undefined
}

/**
 * Tells what is new about feeds, one message a place, each with its alarms in the same transaction. Nothing while our
 * own network is down: that counts against nobody.
 */
export async function tellFeedHealth({ storage, clock }: HealthTools): Promise<void> {
  const now = clock.now()
  const workspaces = await presentWorkspaces(storage)
  if (workspaces.length === 0) return
  const alarms = await storage.alarms.list()
  if (alarms.some(({ subject }) => subject === 'network')) return
  const raised = new Map(alarms.map((alarm) => [nameOf(alarm), alarm]))
  const states = await statesOfConcern(storage, alarms)
  const places = new Map<string, Observed[]>()
  for (const watched of await watchedFeeds(storage, workspaces, [...states.keys()])) {
    const { workspace, feed, since } = watched
    const state = states.get(feed.id)
    if (state === undefined) continue
    const name = nameOf({ workspaceId: workspace.id, subject: `feed:${feed.id}` })
    const alarm = raised.get(name)
    raised.delete(name)
    const condition = conditionOf(feed, state, since, now)
    const place = `${workspace.id}\n${channelFor(watched) ?? ''}`
    const observed = { watched, state, url: addressOf(feed, state), condition, alarm }
    places.set(place, [...(places.get(place) ?? []), observed])
  }
  for (const observed of places.values()) await tellPlace(storage, observed, now)
  // Taken away, or put to rest: when it comes back, its troubles are news again.
  for (const { workspaceId, subject } of raised.values())
    if (subject.startsWith('feed:')) await storage.alarms.clear(workspaceId, subject)
}

/** Of the feeds that may be news, by feed: those in trouble, and those of which people were told that they are. */
async function statesOfConcern(
  { feeds }: Storage,
  alarms: readonly Alarm[],
): Promise<ReadonlyMap<string, FeedState>> {
  const troubled = await feeds.troubled()
  const told = alarms.flatMap(({ subject }) =>
    subject.startsWith('feed:') ? [subject.slice('feed:'.length)] : [],
  )
  const states = [...troubled, ...(await feeds.states([...new Set(told)]))]
  return new Map(states.map((state) => [state.feedId, state]))
}

function nameOf({ workspaceId, subject }: Pick<Alarm, 'workspaceId' | 'subject'>): string {
  return `${workspaceId}\n${subject}`
}

/** What goes to one channel, or to one person. */
async function tellPlace(storage: Storage, items: readonly Observed[], now: Instant): Promise<void> {
  const news = feedNews(items, now)
  const [first] = news
  if (first === undefined) return
  const { watched } = first[0]
  const { workspace } = watched
  const channel = channelFor(watched)
  if (channel === undefined) return
  const worthTelling = news.filter(([, what]) => what.kind === 'fell' || what.told !== 'moved')
  const told = worthTelling.map(([{ watched: one, state, url }, what]): ToldFeed => ({
    feed: one.feed,
    address: url,
    news: what,
    perDay: state.history && articlesPerDay(state.history, now),
  }))
  await storage.inTransaction(async (inner) => {
    for (const [{ watched: one }, what] of news) await noteNews(inner, one, what)
    // That a move is no news any more is none.
    if (told.length === 0) return
    const message = feedNewsMessage(told, { now, zone: workspace.settings.zone })
    const occasion = worthTelling.map(([{ watched: one }, what]) => occasionOf(one, what)).join('\n')
    await inner.notices.add(newNotice(workspace.id, channel, occasion, message, now))
  })
}

async function noteNews(
  { alarms }: Storage,
  { workspace, feed }: WatchedFeed,
  news: FeedNews,
): Promise<void> {
  const subject = `feed:${feed.id}` as const
  await alarms.clear(workspace.id, subject)
  if (news.kind === 'returned') return
  const { kind, since } = news.condition
  await alarms.raise({ workspaceId: workspace.id, subject, since, condition: kind })
}

function occasionOf({ feed }: WatchedFeed, news: FeedNews): string {
  return news.kind === 'returned'
    ? `returned ${feed.id} ${news.told} ${news.since}`
    : `fell ${feed.id} ${news.condition.kind} ${news.condition.since}`
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
  const workspace = await homeOf(storage, digest?.workspaceId, channel)
  if (workspace === undefined || digest?.owner !== undefined) return
  const place = await placeToTell(storage, workspace, edition.digestName, channel)
  if (place === undefined) return
  const message = channelBrokenMessage(edition.title, channel, failure, place)
  await raiseChannel(storage, { workspace, place, channel, message }, clock.now())
}

/** The same for an alert. */
export async function tellAlertFailure(
  { storage, clock }: HealthTools,
  {
    alertName,
    title,
    channel,
    workspaceId,
  }: Pick<RaisedAlert, 'alertName' | 'title' | 'channel' | 'workspaceId'>,
  failure: Failure,
): Promise<void> {
  const workspace = await homeOf(storage, workspaceId, channel)
  if (workspace === undefined) return
  const place = await placeToTell(storage, workspace, alertName, channel)
  if (place === undefined) return
  const message = alertBrokenMessage(title, channel, failure, place)
  await raiseChannel(storage, { workspace, place, channel, message }, clock.now())
}

async function raiseChannel(
  storage: Storage,
  { workspace, place, channel, message }: ShutChannel,
  now: Instant,
): Promise<void> {
  const subject = `channel:${channel}` as const
  await storage.inTransaction(async (inner) => {
    const isTold = (await inner.alarms.list()).some(
      (alarm) => nameOf(alarm) === nameOf({ workspaceId: workspace.id, subject }),
    )
    if (isTold) return
    await inner.alarms.raise({ workspaceId: workspace.id, subject, since: now })
    await inner.notices.add(newNotice(workspace.id, place, `${subject} ${now}`, message, now))
  })
}

interface ShutChannel {
  readonly workspace: Workspace
  /** Where it is told. */
  readonly place: string
  readonly channel: string
  readonly message: MessageText
}

/**
 * The workspace where the digest or the alert was set up. Of one of the file it is the only one that there is: a token of Slack
 * serves one workspace; on Discord nobody says which server a channel of the file belongs to.
 */
async function homeOf(
  { workspaces }: Storage,
  workspaceId: WorkspaceId | undefined,
  channel: string,
): Promise<Workspace | undefined> {
  if (workspaceId !== undefined) return workspaces.get(workspaceId)
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
  name: string,
  shut: string,
): Promise<string | undefined> {
  if (adminChannel !== undefined && adminChannel !== shut) return adminChannel
  const last = (await changes.latest(id, MOST_CHANGES, 0)).find(
    ({ subject }) =>
      (subject.kind === 'digest' || subject.kind === 'alert') &&
      (subject.after ?? subject.before)?.name === name,
  )
  return last === undefined ? undefined : `${splitChannel(id).platform}:@${last.person}`
}

/** The next digest in the channel says by itself that it works again. */
export async function forgetChannelFailure({ storage }: HealthTools, channel: string): Promise<void> {
  for (const { workspaceId, subject } of await storage.alarms.list())
    if (subject === `channel:${channel}`) await storage.alarms.clear(workspaceId, subject)
}
