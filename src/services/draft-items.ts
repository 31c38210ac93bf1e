// What a feed has that we do not: its new and edited items as drafts that wait to be read. Fetches nothing, stores nothing.
import type { ArticleDraft } from '../core/article.ts'
import { identityKeysOfAll } from '../core/article-identity.ts'
import { furtherNames, isWhollyKnown } from '../core/further-names.ts'
import { archiveOf } from '../core/news.ts'
import type { Instant } from '../core/calendar.ts'
import type { Feed, FeedItem } from '../core/feed.ts'
import { isRecent, type WaitingDraft, waitingDraft } from '../core/waiting-draft.ts'
import type { Storage } from '../ports.ts'

/** Pages wanted of one feed in one go; the largest real feed seen has 100 items, a busy quarter of an hour 20. */
const PAGES_AT_MOST = 60

/** An item with its identity keys. */
export interface KeyedItem {
  readonly item: FeedItem
  readonly keys: readonly string[]
}

/** Takes a few milliseconds a feed: done before anybody has to wait for a transaction. */
export function keyItems({ id, publisher }: Feed, items: readonly FeedItem[]): readonly KeyedItem[] {
  const keys = identityKeysOfAll(items, id, publisher)
  const further = furtherNames(items, id)
  return items.map((item, at) => ({ item, keys: [...(keys[at] ?? []), ...(further[at] ?? [])] }))
}

/** What is new in a feed. */
export interface FreshItems {
  /** Oldest first; edits of articles that we have are among them. */
  readonly drafts: readonly WaitingDraft[]
  /** Items that this feed never had under any words. */
  readonly brought: readonly FeedItem[]
}

/** `wasRead` when the feed was read before. */
export async function draftItems(
  storage: Storage,
  { feed, wasRead }: { readonly feed: Feed; readonly wasRead: boolean },
  items: readonly KeyedItem[],
  now: Instant,
): Promise<FreshItems> {
  const { fresh, unknown } = await unknownItems(storage, items)
  const lastBroughtAt = unknown.length === 0 ? undefined : await storage.articles.lastBroughtBy(feed.id)
  const past = { wasRead, lastBroughtAt, knownCount: items.length - unknown.length }
  const archive = archiveOf(unknown, past, now)
  // One of an archive without a date as well: its page alone says of which day it is, and has its text.
  const wanted = new Set(
    fresh
      .filter(({ item }) => item.text === '' && item.url !== undefined && isRecent(item.publishedAt, now))
      .slice(0, PAGES_AT_MOST),
  )
  const drafts = fresh.map((item) =>
    waitingDraft(draftOf(feed, item, archive.has(item.item)), wanted.has(item), now),
  )
  return {
    drafts: drafts.toSorted(byPublication),
    brought: fresh.filter(({ isNew }) => isNew).map(({ item }) => item),
  }
}

interface FreshItem extends KeyedItem {
  /** Whether this feed never had it. */
  readonly isNew: boolean
}

/** Whether the feed had it before: another one's article has its address or its words, not what this feed calls it. */
function isOfFeed({ keys }: KeyedItem, isKnown: (key: string) => boolean): boolean {
  return keys.some((key, at) => (at === 0 || key.startsWith('dated:')) && isKnown(key))
}

/** Those that need something, since not all that names them is known or waits; `unknown` are those of which nothing is. */
async function unknownItems(
  { articles, drafts }: Storage,
  keyed: readonly KeyedItem[],
): Promise<{ readonly fresh: readonly FreshItem[]; readonly unknown: readonly FeedItem[] }> {
  const known = await articles.knownKeys(keyed.flatMap(({ keys }) => keys))
  const unread = keyed.filter(({ keys }) => !isWhollyKnown(keys, (key) => known.has(key)))
  const waiting = await drafts.waitingKeys(unread.flatMap(({ keys }) => keys))
  const isKnown = (key: string): boolean => known.has(key) || waiting.has(key)
  return {
    fresh: unread
      .filter(({ keys }) => !isWhollyKnown(keys, isKnown))
      .map((item) => ({ ...item, isNew: !isOfFeed(item, isKnown) })),
    unknown: unread.filter(({ keys }) => !keys.some(isKnown)).map(({ item }) => item),
  }
}

function draftOf(feed: Feed, { item, keys }: KeyedItem, isArchive: boolean): ArticleDraft {
  return {
    keys,
    feedId: feed.id,
    publisher: feed.publisher,
    rubric: feed.rubric,
    url: item.url ?? '',
    title: item.title,
    lead: item.lead,
    body: item.text,
    author: item.author,
    // What an archive says is not believed; what its pages say is.
    ...(isArchive ? { isArchive } : { publishedAt: item.publishedAt ?? item.updatedAt }),
  }
}

function byPublication(one: WaitingDraft, other: WaitingDraft): number {
  return (one.draft.publishedAt ?? Infinity) - (other.draft.publishedAt ?? Infinity) || 0
}
