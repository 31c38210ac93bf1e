// /flux and the buttons of feeds: the list, a trial, what is added, put to rest and taken away. Reads no feed itself.
import type { ChangeSubject } from '../core/change.ts'
import type { TypedCommand } from '../core/typed-command.ts'
import { ExplainedError } from '../core/failures.ts'
import { findTitled } from '../core/find-titled.ts'
import { afterTrial } from '../core/feed-rhythm.ts'
import type { Feed } from '../core/feed.ts'
import type { Following } from '../core/following.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import type { MessageText } from '../core/message.ts'
import {
  ADDRESS_MISSING,
  digestsLosing,
  FEED_GONE,
  FEED_MISSING,
  feedBecamePage,
  feedFails,
  feedList,
  feedQuotedAlready,
  feedWorks,
  quotingOutlook,
} from '../locale/feeds.ts'
import { addFeedForm, replaceFeedForm } from '../locale/forms.ts'
import { sentenceMessage } from '../locale/blocks.ts'
import { notAllowed } from '../locale/people-and-places.ts'
import type { Storage } from '../ports.ts'
import { propose } from './change-desk.ts'
import { type DeskTools, privately, replacing } from './desk-tools.ts'
import { exportFeeds, listPacks, offerList } from './exchange-feeds.ts'
import { offerFeed } from './follow-feed.ts'
import { FIRST_PAGE, pageOf, type WantedPage } from './list-pages.ts'
import { previewFeed } from './preview-feed.ts'
import { mayManageHere } from './rights.ts'
import { feedStateMessage, feedStatesPage } from './show-feed-states.ts'
import { type FollowedFeed, followedFeeds, settingsOf, statesOf } from './visible-feeds.ts'
import { FEED_SENTENCES } from '../locale/titled-things.ts'

/** Lines that a telephone shows without much turning. */
const FEEDS_A_PAGE = 10

/** What can be done to a feed that is followed. */
export type FeedStep = 'suspend' | 'resume' | 'remove' | 'quote' | 'link'

const STEPS: ReadonlyMap<string, FeedStep> = new Map([
  ['suspendre', 'suspend'],
  ['reprendre', 'resume'],
  ['retirer', 'remove'],
  ['citer', 'quote'],
  ['signaler', 'link'],
])

export async function replyToFeeds(
  tools: DeskTools,
  from: ChatContext,
  { action, options }: TypedCommand,
): Promise<ChatReply> {
  if (action === 'ajouter')
    return options.adresse === undefined
      ? openFeedForm(tools, from)
      : offerFeed(tools, from, { address: options.adresse, rubric: options.rubrique ?? '' })
  if (action === 'importer') return offerList(tools, from, options)
  if (action === 'exporter') return exportFeeds(tools, from)
  if (action === 'packs') return listPacks(tools, from)
  if (action === 'etat') return showState(tools, from, options.flux)
  const step = STEPS.get(action)
  if (step === undefined && action !== 'tester') return privately(await feedListPage(tools, from, FIRST_PAGE))
  if (step !== undefined && !(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  const found = await findFeed(tools.storage, from, options.flux)
  if (typeof found === 'string') return privately(found)
  if (step !== undefined) return proposeStep(tools, from, found, step)
  return privately((await tryFeed(tools, from, found)).message)
}

/** All feeds, or the one that is named. */
async function showState(tools: DeskTools, from: ChatContext, typed: string | undefined): Promise<ChatReply> {
  if (typed === undefined) return privately(await feedStatesPage(tools, from, FIRST_PAGE))
  const found = await findFeed(tools.storage, from, typed)
  if (typeof found === 'string') return privately(found)
  return privately((await feedStateMessage(tools, from, found.feed.id)) ?? FEED_GONE)
}

/** The feed that is meant, or a sentence that says why none is. */
async function findFeed(
  storage: Storage,
  { workspaceId }: ChatContext,
  typed: string | undefined,
): Promise<FollowedFeed | string> {
  if (typed === undefined) return FEED_MISSING
  const followed = await followedFeeds(storage, workspaceId)
  const titled = followed.map((item) => ({ id: item.feed.id, title: item.feed.title, item }))
  const found = findTitled(titled, typed)
  switch (found.kind) {
    case 'one':
      return found.found.item
    case 'several':
      return FEED_SENTENCES.ambiguous(typed, found.titles)
    case 'unknown':
      return FEED_SENTENCES.unknown(typed, found.closest)
    default:
      return found satisfies never
  }
}

/** A page of the feeds of this workspace, with how each one fares. */
export async function feedListPage(
  tools: DeskTools,
  from: ChatContext,
  wanted: WantedPage,
): Promise<MessageText> {
  const { storage, clock } = tools
  const followed = await followedFeeds(storage, from.workspaceId)
  const states = await statesOf(storage, followed)
  const items = followed.map(({ feed, following }) => ({
    title: feed.title,
    rubric: feed.rubric,
    isDeclared: following === undefined,
    suspendedAt: following?.suspendedAt,
    isQuoted: feed.isQuoted !== false,
    state: states.get(feed.id),
  }))
  const page = await pageOf(tools, from, { items, kind: { of: 'feeds', perPage: FEEDS_A_PAGE }, wanted })
  const { zone } = await settingsOf(storage, from.workspaceId)
  return feedList(page, await mayManageHere(storage, from), { now: clock.now(), zone })
}

/** What came of reading a feed now; `isWell` when it answers with articles. */
interface Trial {
  readonly isWell: boolean
  readonly message: MessageText
}

async function tryFeed(
  tools: DeskTools,
  from: ChatContext,
  { feed, following }: FollowedFeed,
): Promise<Trial> {
  const { storage, clock } = tools
  const canManage = following !== undefined && (await mayManageHere(storage, from))
  try {
    const preview = await previewFeed(tools, feed.url)
    if (preview.kind === 'several')
      return { isWell: false, message: feedBecamePage(feed.title, feed.id, canManage) }
    const { zone } = await settingsOf(storage, from.workspaceId)
    const message = feedWorks(feed.title, preview, { now: clock.now(), zone })
    return { isWell: preview.itemCount > 0, message }
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error
    return { isWell: false, message: feedFails(feed.title, feed.id, error.failure, canManage) }
  }
}

/**
 * As `tester`, for the button under a failure; a feed that fails waits no longer for its next reading. When it answers,
 * that takes the place of the message of its trouble, which is over here: nobody is told once more in an hour.
 */
export async function retryFeed(tools: DeskTools, from: ChatContext, feedId: string): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  const found = await feedById(tools.storage, from, feedId)
  if (found === undefined) return privately(FEED_GONE)
  await readSoon(tools, found.feed)
  const { isWell, message } = await tryFeed(tools, from, found)
  if (!isWell) return privately(message)
  await endTrouble(tools, from, found.feed)
  return replacing(message)
}

/** The trouble of a feed that failed; one that was empty or silent is judged by its next reading. */
async function endTrouble({ storage, clock }: DeskTools, from: ChatContext, { id }: Feed): Promise<void> {
  await storage.inTransaction(async ({ alarms, feeds }) => {
    const state = (await feeds.states([id])).at(0)
    if (state === undefined || state.failureCount === 0) return
    await feeds.saveState(afterTrial(state, clock.now()))
    await alarms.clear(from.workspaceId, `feed:${id}`)
  })
}

async function readSoon({ storage, clock }: DeskTools, { id }: Feed): Promise<void> {
  await storage.inTransaction(async ({ feeds }) => {
    const state = (await feeds.states([id])).at(0)
    const now = clock.now()
    if (state !== undefined && state.nextReadAt > now) await feeds.saveState({ ...state, nextReadAt: now })
  })
}

/** For the buttons, which name a feed by its id. */
export async function stepFeed(
  tools: DeskTools,
  from: ChatContext,
  feedId: string,
  step: FeedStep,
): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  const found = await feedById(tools.storage, from, feedId)
  return found === undefined ? privately(FEED_GONE) : proposeStep(tools, from, found, step)
}

async function feedById(
  storage: Storage,
  { workspaceId }: ChatContext,
  feedId: string,
): Promise<FollowedFeed | undefined> {
  return (await followedFeeds(storage, workspaceId)).find(({ feed }) => feed.id === feedId)
}

async function proposeStep(
  tools: DeskTools,
  from: ChatContext,
  { feed, following }: FollowedFeed,
  step: FeedStep,
): Promise<ChatReply> {
  if (following === undefined) return privately(FEED_SENTENCES.readOnly(feed.title))
  if (step === 'quote' || step === 'link') return proposeQuoting(tools, from, following, step === 'quote')
  const isSuspended = following.suspendedAt !== undefined
  if (step !== 'remove' && isSuspended === (step === 'suspend'))
    return privately(FEED_SENTENCES.untouched(feed.title, isSuspended))
  const { suspendedAt: _since, ...running } = following
  const after = step === 'suspend' ? { ...following, suspendedAt: tools.clock.now() } : running
  const subject: ChangeSubject = {
    kind: 'following',
    before: following,
    after: step === 'remove' ? undefined : after,
  }
  const outlook = step === 'resume' ? [] : await lossesOf(tools.storage, from, feed)
  return propose(tools, from, subject, { outlook })
}

/** Whether the publisher is quoted in this workspace, or only linked. */
async function proposeQuoting(
  tools: DeskTools,
  from: ChatContext,
  following: Following,
  isQuoted: boolean,
): Promise<ChatReply> {
  const { isQuoted: was = true, ...quoted } = following
  if (was === isQuoted) return privately(feedQuotedAlready(following.title, isQuoted))
  const after: Following = isQuoted ? quoted : { ...quoted, isQuoted }
  const subject: ChangeSubject = { kind: 'following', before: following, after }
  return propose(tools, from, subject, { outlook: [quotingOutlook(following.publisher, isQuoted)] })
}

/** Digests of the workspace that name the feed. Nobody hears of somebody's own. */
async function lossesOf(
  { digests }: Storage,
  { workspaceId }: ChatContext,
  { title }: Feed,
): Promise<readonly string[]> {
  const naming = (await digests.of(workspaceId)).filter(
    ({ owner, feeds }) => owner === undefined && feeds.includes(title),
  )
  return naming.length === 0 ? [] : [digestsLosing(naming.map((digest) => digest.title))]
}

export async function openFeedForm(tools: DeskTools, from: ChatContext): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  return { kind: 'form', form: addFeedForm(), instead: sentenceMessage(ADDRESS_MISSING) }
}

export async function openReplacementForm(
  tools: DeskTools,
  from: ChatContext,
  feedId: string,
): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  const found = await feedById(tools.storage, from, feedId)
  if (found === undefined) return privately(FEED_GONE)
  if (found.following === undefined) return privately(FEED_SENTENCES.readOnly(found.feed.title))
  return {
    kind: 'form',
    form: replaceFeedForm(feedId, found.feed.title),
    instead: sentenceMessage(ADDRESS_MISSING),
  }
}
