// One feed from its address to drafts: asks, sorts out what is new, fetches the full text. Stores nothing.
import { type ArticleDraft, NO_DATE_UNTIL } from '../core/article.ts'
import { identityKeys, isTruncated } from '../core/article-identity.ts'
import { furtherNames, isWhollyKnown } from '../core/further-names.ts'
import { archiveOf } from '../core/news.ts'
import { DAY, type Instant } from '../core/calendar.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { addressOf } from '../core/feed-move.ts'
import type { Feed, FeedItem, FeedState } from '../core/feed.ts'
import type { FeedReader, FeedReading, Log, Storage } from '../ports.ts'
import { mapConcurrently } from './map-concurrently.ts'

/** Pages are read for recent articles only: a feed that comes with its whole archive must flood nobody. */
const PAGE_AGE: Instant = 3 * DAY

/** Pages read for one feed in one go; the largest real feed seen has 100 items, a busy quarter of an hour 20. */
const PAGES_AT_MOST = 60

/** Pages on their way at once for one feed; the host's own limit of two still holds. */
const PAGES_AT_ONCE = 4

/**
 * Reads a feed where it is now. When a new address stops working, the one that was given is tried: sites take a move
 * back. Its validators are nobody else's, so the next reading begins afresh. Throws as `readFeed`, for the new address.
 */
export async function readAtAddress(reader: FeedReader, feed: Feed, state: FeedState): Promise<FeedReading> {
  const address = addressOf(feed, state)
  try {
    return await reader.readFeed(address, state.validators)
  } catch (error) {
    if (address === feed.url || !(error instanceof ExplainedError)) throw error
    const { movedTo: _moved, ...reading } = await reader.readFeed(feed.url, {}).catch(() => {
      throw error
    })
    return { ...reading, validators: {} }
  }
}

interface ReadingTools {
  readonly reader: FeedReader
  readonly storage: Storage
  readonly log: Log
}

export interface ReadItems {
  readonly drafts: readonly ArticleDraft[]
  /** Pages that could not be or may not be read: their articles keep the abstract. */
  readonly unreadPageCount: number
}

/**
 * Drafts of the items that are new or edited, oldest first, each with the fullest text that may be had. `wasRead` when
 * the feed was read before.
 */
export async function draftItems(
  tools: ReadingTools,
  { feed, wasRead }: { readonly feed: Feed; readonly wasRead: boolean },
  items: readonly FeedItem[],
  now: Instant,
): Promise<ReadItems> {
  const { fresh, unknown } = await unknownItems(tools.storage, feed, items)
  const archive = archiveOf(
    unknown,
    {
      wasRead,
      lastBroughtAt: unknown.length === 0 ? undefined : await tools.storage.articles.lastBroughtBy(feed.id),
      knownCount: items.length - unknown.length,
    },
    now,
  )
  const candidates = fresh
    .filter(({ item }) => item.text === '' && item.url !== undefined && isRecent(item, now))
    .slice(0, PAGES_AT_MOST)
  const wanted = new Set(candidates.map(({ item }) => item))
  let unreadPageCount = 0
  const drafts = await mapConcurrently(fresh, PAGES_AT_ONCE, async ({ item, keys }) => {
    const draft = draftOf(feed, item, keys, archive.has(item))
    if (!wanted.has(item)) return draft
    const completed = await withPage(tools, draft)
    if (completed.body === '') unreadPageCount++
    return completed
  })
  return { drafts: drafts.toSorted(byPublication), unreadPageCount }
}

interface UnknownItem {
  readonly item: FeedItem
  readonly keys: readonly string[]
}

/** Those that need something, since not all that names them is known; `unknown` are those of which nothing is. */
async function unknownItems(
  storage: Storage,
  feed: Feed,
  items: readonly FeedItem[],
): Promise<{ readonly fresh: readonly UnknownItem[]; readonly unknown: readonly FeedItem[] }> {
  const further = furtherNames(items, feed.id)
  const keyed = items.map((item, at) => ({
    item,
    keys: [...identityKeys(item, feed.id, feed.publisher, items), ...(further[at] ?? [])],
  }))
  const known = await storage.articles.findByKeys(keyed.flatMap(({ keys }) => keys))
  return {
    fresh: keyed.filter(({ keys }) => !isWhollyKnown(keys, (key) => known.has(key))),
    unknown: keyed.filter(({ keys }) => !keys.some((key) => known.has(key))).map(({ item }) => item),
  }
}

function isRecent({ publishedAt }: FeedItem, now: Instant): boolean {
  return publishedAt === undefined || publishedAt <= NO_DATE_UNTIL || now - publishedAt < PAGE_AGE
}

function draftOf(feed: Feed, item: FeedItem, keys: readonly string[], isArchive: boolean): ArticleDraft {
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

/** The draft with the text of its page, if it gives one. The feed's own words win where it has them. */
async function withPage(tools: ReadingTools, draft: ArticleDraft): Promise<ArticleDraft> {
  try {
    const page = await tools.reader.readPage(draft.url)
    return {
      ...draft,
      title: draft.title === '' ? page.title : draft.title,
      lead: (draft.lead === '' || isTruncated(draft.lead)) && page.lead !== '' ? page.lead : draft.lead,
      body: page.text,
      author: draft.author ?? page.author,
      agency: page.agency,
      publishedAt: draft.publishedAt ?? page.publishedAt,
    }
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error
    tools.log.debug('page non lue', { url: draft.url, failure: error.failure })
    if (isReserved(error.failure)) return { ...draft, isReserved: true }
    return isPassing(error.failure) ? withoutPrint(draft) : draft
  }
}

/** A robots.txt only says that the page is not to be fetched. */
function isReserved(failure: Failure): boolean {
  return failure.code === 'fetch-reserved' && failure.by === 'tdm'
}

/** Whether the same page may well be read in a quarter of an hour. */
function isPassing(failure: Failure): boolean {
  if (failure.code === 'fetch-status') return failure.status === 429 || failure.status >= 500
  return ['fetch-timeout', 'fetch-unreachable', 'fetch-damaged'].includes(failure.code)
}

/**
 * Without the name made of its words an article is not wholly known: the next reading of its feed asks for the page
 * again, for as long as the article is recent.
 */
function withoutPrint(draft: ArticleDraft): ArticleDraft {
  const keys = draft.keys.filter((key) => !key.startsWith('print:'))
  return keys.length === 0 ? draft : { ...draft, keys }
}

function byPublication(one: ArticleDraft, other: ArticleDraft): number {
  return (one.publishedAt ?? Infinity) - (other.publishedAt ?? Infinity) || 0
}
