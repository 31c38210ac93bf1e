// The buttons under a story: where its sentences stand, why it is there, useful or not, no more of it.
import type { Action } from '../core/action.ts'
import type { Article } from '../core/article.ts'
import type { Edition, EditionStory } from '../core/edition.ts'
import type { Zone } from '../core/calendar.ts'
import { splitChannel } from '../core/channel.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { MessageText } from '../core/message.ts'
import { surroundingText } from '../core/paragraph.ts'
import { MUTE_TIME } from '../core/reaction.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { rankOf } from '../core/trace.ts'
import { isPersonal, mayManage, type WorkspaceId } from '../core/workspace.ts'
import { sentenceMessage } from '../locale/blocks.ts'
import { notAllowed } from '../locale/people-and-places.ts'
import {
  mutedHereMessage,
  mutedMessage,
  proofMessage,
  type Proof,
  ratedMessage,
  reasonMessage,
  STORY_GONE,
} from '../locale/story.ts'
import type { Storage } from '../ports.ts'
import type { DeskTools } from './desk-tools.ts'
import { findMemo } from './keep-memo.ts'
import { privateChannelOf } from './scope.ts'
import { settingsOf, visibleFeedIds } from './visible-feeds.ts'

interface FoundStory {
  /** Undefined for the story of an alert. */
  readonly edition?: Edition
  readonly story: EditionStory
  /** 1 for the first. */
  readonly position: number
  readonly zone: Zone
  /** The stories whose sentences stand in the same message; its own where it is alone. */
  readonly together: readonly EditionStory[]
  /** Whose feeds it was made of; undefined for a digest of the file. */
  readonly workspaceId: WorkspaceId | undefined
}

/** Undefined for a verb that is about no story. */
export async function pressStory(
  tools: DeskTools,
  from: ChatContext,
  action: Action,
): Promise<ChatReply | undefined> {
  const press = PRESSES.get(action.verb)
  if (press === undefined) return undefined
  const found = await findStory(tools, from, action)
  const message = found === undefined ? STORY_GONE : await press(tools, from, found, action)
  const isReplacing = action.verb === 'mute-here'
  return isReplacing ? { kind: 'replacement', message } : { kind: 'message', audience: 'person', message }
}

type Press = (tools: DeskTools, from: ChatContext, found: FoundStory, action: Action) => Promise<MessageText>

const PRESSES: ReadonlyMap<Action['verb'], Press> = new Map<Action['verb'], Press>([
  ['prove', prove],
  ['explain', explain],
  ['mute', mute],
  ['mute-here', muteHere],
  ['useful', (tools, from, found) => rate(tools, from, found, true)],
  ['useless', (tools, from, found) => rate(tools, from, found, false)],
])

/**
 * A delivery counts in its own channel only: the key of another channel's message opens nothing here. Of a channel that
 * two workspaces share, each opens what is its own.
 */
async function findStory(
  tools: DeskTools,
  from: ChatContext,
  { target, detail }: Action,
): Promise<FoundStory | undefined> {
  const { editions, digests } = tools.storage
  if (detail !== '') {
    const memo = await findMemo(tools, from, target)
    if (memo?.kind !== 'edition') return undefined
    const story = memo.edition.stories[Number(detail)]
    const { edition, workspaceId } = memo
    const position = Number(detail) + 1
    return story && { edition, story, position, zone: edition.zone, together: [story], workspaceId }
  }
  const delivery = await editions.getDelivery(target)
  if (delivery === undefined) return storyOfAlert(tools, from, target)
  if (delivery.channel !== from.channel) return undefined
  const edition = await editions.get(delivery.editionId)
  const story = edition?.stories[delivery.part - 1]
  if (edition === undefined || story === undefined) return undefined
  const digest = await digests.get(edition.digestName)
  const { zone } = edition
  const workspaceId = digest?.workspaceId
  if (!isOfWorkspace(workspaceId, from)) return undefined
  return { edition, story, position: delivery.part, zone, together: [story], workspaceId }
}

async function storyOfAlert(
  { storage }: DeskTools,
  from: ChatContext,
  id: string,
): Promise<FoundStory | undefined> {
  const raised = await storage.raisedAlerts.get(id)
  const [story] = raised?.told.stories ?? []
  if (raised === undefined || story === undefined || raised.channel !== from.channel) return undefined
  const { zone, workspaceId, told } = raised
  if (!isOfWorkspace(workspaceId, from)) return undefined
  return { story, position: 1, zone, together: told.stories, workspaceId }
}

/** Somebody alone in private gets there what they ordered in a server. */
function isOfWorkspace(workspaceId: WorkspaceId | undefined, from: ChatContext): boolean {
  return workspaceId === undefined || workspaceId === from.workspaceId || isPersonal(from.workspaceId)
}

async function prove(tools: DeskTools, _from: ChatContext, found: FoundStory): Promise<MessageText> {
  const { storage, clock } = tools
  const feedIds = await visibleFeedIds(storage, found.workspaceId)
  const articles: PlacedArticle[] = []
  for (const { storyId } of found.together) articles.push(...(await storage.articles.ofStory(storyId)))
  const sources = articles.filter(
    ({ feedId, appearances }) =>
      feedIds.has(feedId) || appearances.some((appearance) => feedIds.has(appearance.feedId)),
  )
  const brief = found.together.flatMap((story) => story.brief)
  const proofs = await proofsOf(storage, brief)
  if (proofs.length === 0 && sources.length === 0) return STORY_GONE
  return proofMessage(proofs, sources, { now: clock.now(), zone: found.zone })
}

/** One a sentence; two sentences of one paragraph are shown in it together when they follow each other. */
async function proofsOf(storage: Storage, brief: EditionStory['brief']): Promise<readonly Proof[]> {
  const articles = new Map<string, Article>(
    (await storage.articles.get([...new Set(brief.map(({ articleId }) => articleId))])).map((article) => [
      article.id,
      article,
    ]),
  )
  const proofs: Proof[] = []
  for (const { articleId, version, start, end } of brief) {
    const article = articles.get(articleId)
    const text = await storage.articles.textOf(articleId, version)
    if (article === undefined || text === undefined) continue
    proofs.push({ article: { ...article, version }, around: surroundingText(text, start, end) })
  }
  return proofs
}

async function explain(tools: DeskTools, _from: ChatContext, found: FoundStory): Promise<MessageText> {
  const { edition, story, position } = found
  if (edition === undefined) return STORY_GONE
  // A review that somebody asked for has no trace, nor has an edition of an older version.
  const trace = await tools.storage.traces.get(edition.id)
  const rank = trace && rankOf(story.storyId, trace)
  return reasonMessage(edition, { story, position, rank }, { now: tools.clock.now(), zone: edition.zone })
}

async function mute(
  tools: DeskTools,
  from: ChatContext,
  { story, zone }: FoundStory,
  action: Action,
): Promise<MessageText> {
  const until = tools.clock.now() + MUTE_TIME
  await tools.storage.reactions.mute({ audience: privateChannelOf(from), storyId: story.storyId, until })
  // Offered to all, and refused to whoever may not: who that is, is asked of the platform for such presses only.
  const canMuteHere = !splitChannel(from.channel).channel.startsWith('@') && action.detail === ''
  return mutedMessage(story.title, until, zone, action, canMuteHere)
}

async function muteHere(
  tools: DeskTools,
  from: ChatContext,
  { story, zone }: FoundStory,
): Promise<MessageText> {
  if (!(await isManager(tools, from))) return sentenceMessage(notAllowed(from))
  const until = tools.clock.now() + MUTE_TIME
  await tools.storage.reactions.mute({ audience: from.channel, storyId: story.storyId, until })
  return mutedHereMessage(story.title, until, zone)
}

async function isManager({ storage }: DeskTools, from: ChatContext): Promise<boolean> {
  return mayManage(await settingsOf(storage, from.workspaceId), from)
}

async function rate(
  { storage, clock }: DeskTools,
  from: ChatContext,
  { story }: FoundStory,
  isUseful: boolean,
): Promise<MessageText> {
  await storage.reactions.rate({
    workspaceId: from.workspaceId,
    person: privateChannelOf(from),
    storyId: story.storyId,
    isUseful,
    ratedAt: clock.now(),
  })
  return ratedMessage(isUseful)
}
