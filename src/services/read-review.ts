// A digest for one person, now: what it would tell of the last day, in pages. Posts nothing and settles no slot.
import { DAY } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition, ShownEdition } from '../core/edition.ts'
import { findTitled } from '../core/find-titled.ts'
import type { MessageText } from '../core/message.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import { editionMessage, storyButtons } from '../locale/digest.ts'
import { pagingBlocks, sharedBy } from '../locale/paging.ts'
import { ALL_FEEDS_TITLE, unknownReview } from '../locale/review.ts'
import { createCompositions } from './compositions.ts'
import type { DeskTools } from './desk-tools.ts'
import { digestsHere, ownDigest } from './find-digest.ts'
import { keepMemo } from './keep-memo.ts'
import { composeSince, showEdition } from './make-edition.ts'
import { privateChannelOf, workspaceOf } from './scope.ts'
import { settingsOf } from './visible-feeds.ts'

/** Stories on a page after the first, which has their titles: buttons below two stories would say which is meant on no platform. */
const STORIES_A_PAGE = 1

/** What a review of one's own looks like when nobody defined any. */
const DEFAULT_SIZE = { maxStories: 7, maxWords: 60 } as const

/** `wanted` is a title or a name; without one, the person's own digest, or that of the channel, or all feeds. */
export async function replyWithReview(
  tools: DeskTools,
  from: ChatContext,
  wanted: string | undefined,
): Promise<ChatReply> {
  const workspaceId = await workspaceOf(tools.storage, from)
  const scoped = { ...from, workspaceId }
  const own = await ownDigest(tools.storage, workspaceId, from.person)
  const digests = [...(own === undefined ? [] : [own]), ...(await digestsHere(tools, scoped))]
  const digest =
    wanted === undefined ? await digestFor(tools, from, workspaceId, digests) : named(digests, wanted)
  if (digest === undefined)
    return {
      kind: 'message',
      audience: 'person',
      message: unknownReview(
        wanted ?? '',
        digests.map(({ title }) => title),
      ),
    }
  const edition = await editionNow(tools, from, digest)
  const memoId = await keepMemo(tools, from, {
    kind: 'edition',
    edition,
    ...(digest.workspaceId === undefined ? {} : { workspaceId: digest.workspaceId }),
  })
  return {
    kind: 'message',
    audience: 'person',
    message: await reviewPage(tools, { edition, memoId, page: 0 }),
  }
}

export async function turnReview(
  tools: DeskTools,
  asked: { readonly edition: Edition; readonly memoId: string; readonly page: number },
): Promise<ChatReply> {
  return { kind: 'replacement', message: await reviewPage(tools, asked) }
}

/** The titles for everybody; their stories stay a press away for whoever asks for the review. */
export async function shareReview(tools: DeskTools, from: ChatContext, edition: Edition): Promise<ChatReply> {
  const { summary, blocks } = editionMessage(await showEdition(tools.storage, edition), 0)
  return {
    kind: 'message',
    audience: 'channel',
    message: { summary, blocks: [...blocks, sharedBy(from.personName)] },
  }
}

function named(digests: readonly Digest[], wanted: string): Digest | undefined {
  const found = findTitled(
    digests.map((digest) => ({ id: digest.name, title: digest.title, digest })),
    wanted,
  )
  return found.kind === 'one' ? found.found.digest : undefined
}

async function digestFor(
  { storage }: DeskTools,
  from: ChatContext,
  workspaceId: WorkspaceId,
  digests: readonly Digest[],
): Promise<Digest> {
  const own = digests.find(({ owner }) => owner === from.person)
  const here = digests.find(({ channels }) => channels.includes(from.channel))
  const { zone } = await settingsOf(storage, workspaceId)
  return own ?? here ?? allFeeds(workspaceId, zone)
}

function allFeeds(workspaceId: WorkspaceId, zone: string): Digest {
  return {
    name: '',
    title: ALL_FEEDS_TITLE,
    schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00'], zone },
    channels: [],
    feeds: [],
    rubrics: [],
    withWords: [],
    withoutWords: [],
    ...DEFAULT_SIZE,
    onEmpty: 'say',
    workspaceId,
  }
}

/** Of no slot and under no name: what earlier editions told is told again, and later ones forget nothing for it. */
async function editionNow(
  { storage, clock }: DeskTools,
  from: ChatContext,
  digest: Digest,
): Promise<Edition> {
  const now = clock.now()
  const since = now - DAY
  const nameless = { ...digest, name: '', channels: [...digest.channels, privateChannelOf(from)] }
  const { until, composed } = await composeSince(storage, nameless, since, {
    now,
    compositions: createCompositions(),
  })
  return {
    id: `@${new Date(now).toISOString()}`,
    digestName: '',
    title: digest.title,
    zone: digest.schedule.zone,
    slotAt: now,
    madeAt: now,
    since,
    until,
    articleCount: composed.articleCount,
    foldedCount: composed.foldedCount,
    stories: composed.stories,
  }
}

/** Page 0 has the titles, the others three stories each. */
async function reviewPage(
  { storage }: DeskTools,
  { edition, memoId, page }: { readonly edition: Edition; readonly memoId: string; readonly page: number },
): Promise<MessageText> {
  const shown: ShownEdition = await showEdition(storage, edition)
  const lead = editionMessage(shown, 0)
  const first = (page - 1) * STORIES_A_PAGE
  const positions =
    page === 0 ? [] : shown.stories.map((_story, index) => index).slice(first, first + STORIES_A_PAGE)
  const stories = positions.flatMap((index) => {
    const story = shown.stories[index]
    const buttons = story && storyButtons(story, { target: memoId, detail: String(index) })
    return [...editionMessage(shown, index + 1).blocks, ...(buttons === undefined ? [] : [buttons])]
  })
  const hasNext = page * STORIES_A_PAGE < shown.stories.length
  const canShare = page === 0 && shown.stories.length > 0
  return {
    summary: lead.summary,
    blocks: [...(page === 0 ? lead.blocks : stories), ...pagingBlocks({ memoId, page, hasNext, canShare })],
  }
}
