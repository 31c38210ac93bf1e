// /flux importer, exporter and packs: lists of feeds in and out of a workspace. Follows nothing before it is confirmed.
import { ExplainedError } from '../core/failures.ts'
import { outlineFeedOf, type Outline } from '../core/outline.ts'
import { closestPack, findPack, PACK_KEYS, PACKS } from '../core/pack.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { explain } from '../locale/failures.ts'
import {
  exportMessage,
  LIST_MISSING,
  listPreface,
  nothingNew,
  packsMessage,
  packUnknown,
} from '../locale/feed-lists.ts'
import { FIRST_EDITION } from '../locale/feeds.ts'
import { NO_FEED_FOLLOWED } from '../locale/feed-check.ts'
import { notAllowed } from '../locale/people-and-places.ts'
import { propose } from './change-desk.ts'
import { type DeskTools, privately } from './desk-tools.ts'
import { planImport } from './import-outline.ts'
import { mayManageHere } from './rights.ts'
import { followedFeeds } from './visible-feeds.ts'

/** Where the list is: the first of these that is given. */
interface WantedList {
  readonly pack?: string
  readonly fichier?: string
  /** An address, or the name of a pack that somebody typed there. */
  readonly adresse?: string
}

/** Says what a list would bring, with «Confirmer». */
export async function offerList(tools: DeskTools, from: ChatContext, wanted: WantedList): Promise<ChatReply> {
  if (!(await mayManageHere(tools.storage, from))) return privately(notAllowed(from))
  try {
    const outline = await outlineOf(tools, wanted)
    return typeof outline === 'string' ? privately(outline) : await proposeList(tools, from, outline)
  } catch (error) {
    if (error instanceof ExplainedError) return privately(explain(error.failure))
    throw error
  }
}

/** A sentence where no list is meant. Throws ExplainedError `fetch-*` or `outline-unreadable`. */
async function outlineOf(
  { outlines, reader }: DeskTools,
  { pack, fichier, adresse }: WantedList,
): Promise<Outline | string> {
  const key = findPack(pack ?? adresse ?? '')
  if (key !== undefined) return outlines.pack(key)
  if (pack !== undefined) return packUnknown(pack, closestPack(pack))
  const address = fichier ?? adresse
  return address === undefined ? LIST_MISSING : reader.readOutline(address)
}

async function proposeList(tools: DeskTools, from: ChatContext, outline: Outline): Promise<ChatReply> {
  const { followings, alreadyCount, rubrics, subject } = await planImport(tools, from, outline)
  if (followings.length === 0) return privately(nothingNew(outline, alreadyCount))
  const preface = listPreface({ outline, rubrics, alreadyCount })
  return propose(tools, from, subject, { preface, outlook: [FIRST_EDITION] })
}

/** Every feed that this workspace reads, those of the configuration too, as a file. */
export async function exportFeeds(tools: DeskTools, from: ChatContext): Promise<ChatReply> {
  const feeds = (await followedFeeds(tools.storage, from.workspaceId)).map(({ feed }) => outlineFeedOf(feed))
  if (feeds.length === 0) return privately(NO_FEED_FOLLOWED)
  const title = from.workspaceName === '' ? 'Pressoir' : from.workspaceName
  const text = tools.outlines.write({ title, feeds }, tools.clock.now())
  return privately(exportMessage(feeds.length, new TextEncoder().encode(text)))
}

export async function listPacks(tools: DeskTools, from: ChatContext): Promise<ChatReply> {
  const packs = PACK_KEYS.map((key) => {
    const { feeds } = tools.outlines.pack(key)
    const publishers = [...new Set(feeds.map(({ publisher }) => publisher))]
    return { key, name: PACKS[key], count: feeds.length, publishers }
  })
  return privately(packsMessage(packs, await mayManageHere(tools.storage, from)))
}
