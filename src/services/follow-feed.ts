// From an address to a feed that is followed: what it leads to, a look at it, and the proposal. Follows nothing itself.
import { feedId } from '../core/article-identity.ts'
import { ExplainedError } from '../core/failures.ts'
import type { FeedPreview } from '../core/feed-preview.ts'
import { freeTitle, knownSpelling, LONGEST_RUBRIC, LONGEST_TITLE } from '../core/feed-title.ts'
import type { FormValues } from '../core/form.ts'
import { foldTitle } from '../core/find-titled.ts'
import type { Following } from '../core/following.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { shorten } from '../locale/blocks.ts'
import { explain } from '../locale/failures.ts'
import {
  ADDRESS_MISSING,
  FEED_GONE,
  feedAlreadyDeclared,
  feedAlreadyFollowed,
  feedChoice,
  FIRST_EDITION,
  previewBlocks,
  RUBRIC_LONG,
} from '../locale/feeds.ts'
import { PROPOSAL_GONE } from '../locale/changes.ts'
import { notAllowed } from '../locale/people-and-places.ts'
import { propose } from './change-desk.ts'
import { type DeskTools, privately, replacing } from './desk-tools.ts'
import { findMemo, keepMemo } from './keep-memo.ts'
import { previewFeed } from './preview-feed.ts'
import { mayManageHere } from './rights.ts'
import { type FollowedFeed, followedFeeds, settingsOf } from './visible-feeds.ts'

/** Two rows of buttons. */
const MOST_CHOICES = 10

/** What somebody wants to follow. */
export interface WantedFeed {
  readonly address: string
  /** `''` when none was given. */
  readonly rubric: string
  /** The feed whose address it takes. */
  readonly replaces?: Following | undefined
}

/** Reads the address and shows what it holds, with «Confirmer», or the choice where there are several. */
export async function offerFeed(tools: DeskTools, from: ChatContext, wanted: WantedFeed): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  if (wanted.address.trim() === '') return privately(ADDRESS_MISSING)
  if (wanted.rubric.length > LONGEST_RUBRIC) return privately(RUBRIC_LONG)
  const known = await followedFeeds(tools.storage, from.workspaceId)
  const already = alreadyThere(known, wanted.address)
  if (already !== undefined) return privately(already)
  try {
    const preview = await previewFeed(tools, wanted.address.trim())
    return preview.kind === 'several'
      ? await offerChoice(tools, from, preview, wanted)
      : await offerOne(tools, from, preview, { wanted, known })
  } catch (error) {
    if (error instanceof ExplainedError) return privately(explain(error.failure))
    throw error
  }
}

/** A sentence that says so, when the address is followed or declared. */
function alreadyThere(known: readonly FollowedFeed[], address: string): string | undefined {
  const id = feedId(/^https?:\/\//iu.test(address.trim()) ? address : `https://${address.trim()}`)
  // A feed that moved keeps its name, and is found at its new address as well.
  const found = known.find(({ feed }) => feed.id === id || feedId(feed.url) === id)
  if (found === undefined) return undefined
  return found.following === undefined
    ? feedAlreadyDeclared(found.feed.title)
    : feedAlreadyFollowed(found.feed.title, found.following.suspendedAt !== undefined)
}

async function offerChoice(
  tools: DeskTools,
  from: ChatContext,
  preview: Extract<FeedPreview, { readonly kind: 'several' }>,
  { rubric, replaces }: WantedFeed,
): Promise<ChatReply> {
  const found = preview.found.slice(0, MOST_CHOICES)
  const memoId = await keepMemo(tools, from, {
    kind: 'feed-choice',
    addresses: found.map(({ url }) => url),
    rubric,
    ...(replaces === undefined ? {} : { replaces: replaces.feedId }),
  })
  return privately(feedChoice(found, memoId))
}

/** The choice stays: somebody may look at one feed, and then at another. */
export async function pickFeed(
  tools: DeskTools,
  from: ChatContext,
  memoId: string,
  position: string,
): Promise<ChatReply> {
  const memo = await findMemo(tools, from, memoId)
  const address = memo?.kind === 'feed-choice' ? memo.addresses[Number(position)] : undefined
  if (memo?.kind !== 'feed-choice' || address === undefined) return privately(PROPOSAL_GONE)
  const { rubric } = memo
  if (memo.replaces === undefined) return offerFeed(tools, from, { address, rubric })
  const replaces = await tools.storage.followings.get(from.workspaceId, memo.replaces)
  if (replaces === undefined) return replacing(FEED_GONE)
  return offerFeed(tools, from, { address, rubric, replaces })
}

async function offerOne(
  tools: DeskTools,
  from: ChatContext,
  preview: Extract<FeedPreview, { readonly kind: 'one' }>,
  { wanted, known }: { readonly wanted: WantedFeed; readonly known: readonly FollowedFeed[] },
): Promise<ChatReply> {
  const already = alreadyThere(known, preview.feed.url)
  if (already !== undefined) return privately(already)
  const { replaces } = wanted
  const after =
    replaces === undefined
      ? newFollowing(tools, from, preview, { wanted, known })
      : readdressed(replaces, preview)
  const { zone } = await settingsOf(tools.storage, from.workspaceId)
  return propose(
    tools,
    from,
    { kind: 'following', before: replaces, after },
    { preface: previewBlocks(preview, { now: tools.clock.now(), zone }), outlook: [FIRST_EDITION] },
  )
}

function newFollowing(
  { clock }: DeskTools,
  from: ChatContext,
  { feed }: Extract<FeedPreview, { readonly kind: 'one' }>,
  { wanted, known }: { readonly wanted: WantedFeed; readonly known: readonly FollowedFeed[] },
): Following {
  return {
    workspaceId: from.workspaceId,
    feedId: feedId(feed.url),
    url: feed.url,
    title: freeTitle(feed, new Set(known.map((other) => foldTitle(other.feed.title)))),
    publisher: shorten(feed.publisher, LONGEST_TITLE),
    rubric: knownSpelling(
      wanted.rubric,
      known.map((other) => other.feed.rubric),
    ),
    addedBy: from.person,
    addedByName: from.personName,
    addedAt: clock.now(),
  }
}

/** Everything that was set stays: digests go on naming the feed by its title. */
function readdressed(
  following: Following,
  { feed }: Extract<FeedPreview, { readonly kind: 'one' }>,
): Following {
  return {
    ...following,
    feedId: feedId(feed.url),
    url: feed.url,
    publisher: shorten(feed.publisher, LONGEST_TITLE),
  }
}

/** What came back of the form that asks for an address. */
export async function submitAddress(
  tools: DeskTools,
  from: ChatContext,
  values: FormValues,
): Promise<ChatReply> {
  const [address = ''] = values['adresse'] ?? []
  const [rubric = ''] = values['rubrique'] ?? []
  if (address.trim() === '') return { kind: 'mistakes', mistakes: { adresse: ADDRESS_MISSING } }
  if (rubric.length > LONGEST_RUBRIC) return { kind: 'mistakes', mistakes: { rubrique: RUBRIC_LONG } }
  return offerFeed(tools, from, { address, rubric })
}

/** The same for a feed that takes another address. */
export async function submitReplacement(
  tools: DeskTools,
  from: ChatContext,
  idOfFeed: string,
  values: FormValues,
): Promise<ChatReply> {
  const [address = ''] = values['adresse'] ?? []
  if (address.trim() === '') return { kind: 'mistakes', mistakes: { adresse: ADDRESS_MISSING } }
  const replaces = await tools.storage.followings.get(from.workspaceId, idOfFeed)
  if (replaces === undefined) return privately(FEED_GONE)
  return offerFeed(tools, from, { address, rubric: replaces.rubric, replaces })
}
