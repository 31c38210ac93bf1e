// What a feed holds and what to be warned of, before anybody follows it. Follows nothing, stores nothing.
import { ExplainedError } from '../core/failures.ts'
import type { FeedItem } from '../core/feed.ts'
import {
  datedAt,
  distinctFeeds,
  type FeedPreview,
  itemsToSample,
  judgeFeed,
  newestFirst,
  type PageSample,
  type PreviewedArticle,
} from '../core/feed-preview.ts'
import { publisherName } from '../core/publisher-name.ts'
import { webSite } from '../core/web-site.ts'
import type { Clock, FeedReader, FoundFeed } from '../ports.ts'

interface PreviewTools {
  readonly reader: FeedReader
  readonly clock: Clock
}

/** Articles shown of a feed: what issue 3 asks for, and what fits in one message. */
const ARTICLES_SHOWN = 3

/**
 * The feed that an address leads to, or the choice when its page names several that are really different; the chosen
 * one's own address, previewed again, gives that one. Throws ExplainedError `fetch-*`, `feed-*` or `feed-not-found`.
 */
export async function previewFeed(tools: PreviewTools, address: string): Promise<FeedPreview> {
  const found = distinctFeeds(await tools.reader.discover(address))
  const [best] = found
  if (best === undefined) throw new ExplainedError({ code: 'feed-not-found', url: address })
  if (found.length === 1) return previewOf(tools, best)
  return { kind: 'several', found: found.map(({ url, title }) => ({ url, title })) }
}

async function previewOf(tools: PreviewTools, { url, title, ...found }: FoundFeed): Promise<FeedPreview> {
  const reading = found.reading ?? (await tools.reader.readFeed(url, {}))
  // Nothing was asked conditionally, so «unchanged» is the server's mistake.
  if (reading.kind === 'unchanged') throw new ExplainedError({ code: 'feed-empty', url })
  const { items, movedTo, warnings, language } = reading
  const now = tools.clock.now()
  const samples = await Promise.all(itemsToSample(items, now).map((item) => sample(tools.reader, item)))
  const itemUrls = items.flatMap((item) => item.url ?? [])
  const feedUrl = movedTo ?? url
  const publisher = publisherName({ title: reading.title, feedUrl, itemUrls })
  const shownTitle = reading.title === '' ? title : reading.title
  return {
    kind: 'one',
    feed: {
      url: feedUrl,
      title: shownTitle === '' ? webSite(feedUrl).host : shownTitle,
      publisher,
      ...(language === undefined ? {} : { language }),
    },
    articles: newestFirst(items, now)
      .slice(0, ARTICLES_SHOWN)
      .map((item) => articleOf(item, now)),
    itemCount: items.length,
    warnings: judgeFeed({ url, movedTo, items, warnings, samples }, now),
  }
}

function articleOf(item: FeedItem, now: number): PreviewedArticle {
  const publishedAt = datedAt(item, now)
  return {
    title: item.title,
    ...(item.url === undefined ? {} : { url: item.url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
}

async function sample(reader: FeedReader, item: FeedItem): Promise<PageSample> {
  try {
    const { isPaywalled = false } = await reader.readPage(item.url ?? '')
    return { kind: 'read', isPaywalled }
  } catch (error) {
    if (error instanceof ExplainedError) return { kind: 'failed', failure: error.failure }
    throw error
  }
}
