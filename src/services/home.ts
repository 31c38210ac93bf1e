// The bot's own page: this workspace's digests and feeds, how they fare, and one's own review. Changes nothing.
import type { Block } from '../core/message.ts'
import type { ChatContext } from '../core/request.ts'
import { nextSlot } from '../core/schedule.ts'
import { homeBlocks } from '../locale/home.ts'
import type { DeskTools } from './desk-tools.ts'
import { digestsHere, ownDigest } from './find-digest.ts'
import { mayManageHere } from './rights.ts'
import { followedFeeds, settingsOf, statesOf } from './visible-feeds.ts'

export async function homePage(tools: DeskTools, from: ChatContext): Promise<readonly Block[]> {
  const { storage, clock } = tools
  const now = clock.now()
  const followed = await followedFeeds(storage, from.workspaceId)
  const states = await statesOf(storage, followed)
  const feeds = followed.map(({ feed, following }) => ({
    title: feed.title,
    rubric: feed.rubric,
    isDeclared: following === undefined,
    suspendedAt: following?.suspendedAt,
    isQuoted: feed.isQuoted !== false,
    state: states.get(feed.id),
  }))
  const digests = (await digestsHere(tools, from)).map((digest) => ({
    digest,
    nextSlotAt: digest.suspendedAt === undefined ? nextSlot(digest.schedule, now) : undefined,
  }))
  const { zone } = await settingsOf(storage, from.workspaceId)
  return homeBlocks({
    workspaceName: from.workspaceName,
    digests,
    feeds,
    own: await ownDigest(storage, from.workspaceId, from.person),
    canManage: await mayManageHere(storage, from),
    time: { now, zone },
  })
}
