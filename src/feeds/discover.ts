// From what people type to the feeds there: the address itself, those that its page names, the usual places of its site.
// Asks little and stops at the first that answers; never asks where robots or reservations forbid, never keeps anything.
import { MINUTE, type Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { NamedFeed } from '../core/feed-preview.ts'
import type { FoundFeed } from '../ports.ts'
import { type FeedLinks, readFeedLinks } from './feed-links.ts'
import { typedAddresses } from './typed-address.ts'
import { webAddress } from './web-visit.ts'

/** What one address holds. */
export type Visit =
  | { readonly kind: 'feed'; readonly reading: NonNullable<FoundFeed['reading']> }
  /** `url` is where the page was in the end. */
  | {
      readonly kind: 'page'
      readonly url: string
      readonly html: string
      readonly linkHeader?: string | undefined
    }

export interface DiscoveryTools {
  /** One guarded request. Throws ExplainedError `fetch-*` or `feed-*`. */
  readonly visit: (url: string) => Promise<Visit>
  readonly now: () => Instant
}

/** Feeds that are told of at most: nobody chooses among more in a chat. */
const FOUND_LIMIT = 10

/** Named feeds that are read until one answers. */
const READ_LIMIT = 3

/** Requests of one search, robots files apart: an address, three named feeds, a page of feeds and ten usual places fit. */
const REQUEST_LIMIT = 16

/** After this long no new request is begun: whoever waits is in front of a chat. */
const PATIENCE: Instant = MINUTE

/** So many links to feeds beside what the head declares are a list that somebody made. */
const LIST_LENGTH = 2

/**
 * Where feeds usually are: WordPress and most frameworks, then the file names of static sites, Blogger, SPIP. Each costs
 * a request, so those that name no software come first.
 */
const USUAL_PLACES = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feeds/posts/default',
  '/spip.php?page=backend',
]

/** The feeds that an address leads to, best first, the first one read. Throws as `FeedReader.discover` promises. */
export async function discoverFeeds(typed: string, tools: DiscoveryTools): Promise<readonly FoundFeed[]> {
  const search = createSearch(tools)
  const addresses = typedAddresses(typed)
  const entry = await enter(addresses, search)
  if (entry === undefined) throw notFound(typed.trim().slice(0, 200))
  if (entry.kind === 'feed') return [entry.feed]
  const found = entry.kind === 'page' ? await fromSite(entry, search) : await fromClosedDoor(entry, search)
  if (found.length > 0) return found.slice(0, FOUND_LIMIT)
  if (entry.kind === 'failed') throw entry.error
  throw search.namedFailure() ?? notFound(entry.url)
}

function notFound(url: string): ExplainedError {
  return new ExplainedError({ code: 'feed-not-found', url })
}

interface FeedSeen {
  readonly kind: 'feed'
  readonly feed: FoundFeed
}

interface PageSeen {
  readonly kind: 'page'
  readonly url: string
  readonly links: FeedLinks
}

interface FailureSeen {
  readonly kind: 'failed'
  readonly url: string
  readonly error: ExplainedError
}

type Seen = FeedSeen | PageSeen | FailureSeen

interface Search {
  /** What is at an address; undefined when the search has asked or waited long enough. */
  readonly look: (feed: NamedFeed) => Promise<Seen | undefined>
  /** Why a feed that a page declared could not be read. */
  readonly noteNamedFailure: (error: ExplainedError) => void
  readonly namedFailure: () => ExplainedError | undefined
}

function createSearch(tools: DiscoveryTools): Search {
  const deadline = tools.now() + PATIENCE
  let requestCount = 0
  let failure: ExplainedError | undefined
  return {
    look: async (feed) => {
      if (requestCount >= REQUEST_LIMIT || tools.now() > deadline) return undefined
      requestCount += 1
      return look(feed, tools)
    },
    noteNamedFailure: (error) => (failure ??= error),
    namedFailure: () => failure,
  }
}

async function look({ url: address, title }: NamedFeed, tools: DiscoveryTools): Promise<Seen> {
  let url = address
  try {
    url = webAddress(address).href
    const visit = await tools.visit(url)
    if (visit.kind === 'page')
      return { kind: 'page', url: visit.url, links: readFeedLinks(visit.html, visit.url, visit.linkHeader) }
    const { reading } = visit
    return { kind: 'feed', feed: { url, title: reading.title === '' ? title : reading.title, reading } }
  } catch (error) {
    if (error instanceof ExplainedError) return { kind: 'failed', url, error }
    throw error
  }
}

/** The first meaning of a typed address that leads somewhere; when none does, what was wrong with the first. */
async function enter(addresses: readonly string[], search: Search): Promise<Seen | undefined> {
  let first: Seen | undefined
  for (const url of addresses) {
    const seen = await search.look({ url, title: '' })
    if (seen !== undefined && !isUnreached(seen)) return seen
    first ??= seen
  }
  return first
}

/** Nobody answers under this scheme or name; another may. */
function isUnreached(seen: Seen): boolean {
  if (seen.kind !== 'failed') return false
  return ['fetch-unreachable', 'fetch-timeout'].includes(seen.error.failure.code)
}

async function fromSite(page: PageSeen, search: Search): Promise<readonly FoundFeed[]> {
  const named = await fromPage(page, search)
  if (named.length > 0) return named
  const { refreshTo } = page.links
  const next = refreshTo === undefined ? undefined : await search.look({ url: refreshTo, title: '' })
  if (next?.kind === 'feed') return [next.feed]
  const further = next?.kind === 'page' ? await fromPage(next, search) : []
  return further.length > 0 ? further : fromUsualPlaces(page.url, search)
}

/** The page could not be read: its site may have feeds all the same. */
async function fromClosedDoor({ url, error }: FailureSeen, search: Search): Promise<readonly FoundFeed[]> {
  const { failure } = error
  const isRefused = failure.code === 'fetch-status' && [401, 403].includes(failure.status)
  if (isRefused || failure.code === 'fetch-reserved') return fromUsualPlaces(url, search)
  const isGone = failure.code === 'fetch-status' && [404, 410].includes(failure.status)
  const home = new URL('/', url).href
  if (!isGone || home === new URL(url).href) return []
  const seen = await search.look({ url: home, title: '' })
  if (seen?.kind === 'feed') return [seen.feed]
  return seen?.kind === 'page' ? fromSite(seen, search) : []
}

/** What a page names: its head first, then its links, then the page of feeds that it speaks of. */
async function fromPage(page: PageSeen, search: Search): Promise<readonly FoundFeed[]> {
  const { declared, addressed, mentioned } = page.links
  const told = await readBest(declared, search, { onFailure: search.noteNamedFailure })
  if (told.length > 0) return addressed.length >= LIST_LENGTH ? [...told, ...addressed] : told
  const linked = await readBest(addressed, search, { followsPages: true })
  return linked.length > 0 ? linked : readBest(mentioned.slice(0, 1), search, { followsPages: true })
}

/** A page that lists feeds: what its own links are counts before what the whole site's head declares. */
async function fromList({ links }: PageSeen, search: Search): Promise<readonly FoundFeed[]> {
  return readBest([...links.addressed, ...links.declared], search, {})
}

interface ReadingHabits {
  readonly onFailure?: (error: ExplainedError) => void
  /** Whether a page found instead of a feed is read as a list of feeds. */
  readonly followsPages?: boolean
}

/** The first that reads, then the others unread, those that failed left out. Empty when none of the first few reads. */
async function readBest(
  feeds: readonly NamedFeed[],
  search: Search,
  { onFailure, followsPages = false }: ReadingHabits,
): Promise<readonly FoundFeed[]> {
  for (const [index, feed] of feeds.slice(0, READ_LIMIT).entries()) {
    const seen = await search.look(feed)
    if (seen?.kind === 'feed') return [seen.feed, ...feeds.slice(index + 1)]
    if (seen?.kind === 'failed') onFailure?.(seen.error)
    const listed = seen?.kind === 'page' && followsPages ? await fromList(seen, search) : []
    if (listed.length > 0) return listed
  }
  return []
}

/** Below the page's folder, then at the root of its site; the first that answers as a feed, or as a list of feeds. */
async function fromUsualPlaces(pageUrl: string, search: Search): Promise<readonly FoundFeed[]> {
  const { pathname, origin } = new URL(pageUrl)
  // The first folder is a blog or a rubric; deeper ones are articles, whose own feed brings comments.
  const folder = /^\/[^/.]*[^/.\d][^/.]*(?=\/|$)/.exec(pathname)?.[0]
  const places = [...(folder === undefined ? [] : [`${folder}/feed`, `${folder}/index.xml`]), ...USUAL_PLACES]
  let refusals = 0
  for (const place of places) {
    const seen = await search.look({ url: origin + place, title: '' })
    if (seen === undefined) return []
    if (seen.kind === 'feed') return [seen.feed]
    const listed = seen.kind === 'page' && seen.url !== pageUrl ? await fromList(seen, search) : []
    if (listed.length > 0) return listed
    if (seen.kind === 'failed' && isPlea(seen.error)) return []
    if (seen.kind === 'failed' && isRefusal(seen.error)) refusals += 1
    if (refusals >= REFUSALS_LIMIT) return []
  }
  return []
}

/** Refusals after which a site has said that it wants no guesses. */
const REFUSALS_LIMIT = 3

function isRefusal({ failure }: ExplainedError): boolean {
  return failure.code === 'fetch-status' && [401, 403, 451].includes(failure.status)
}

/** The server is down, slow or asks for rest: no time for guesses. */
function isPlea({ failure }: ExplainedError): boolean {
  if (failure.code === 'fetch-status') return failure.status === 429 || failure.status >= 500
  return failure.code === 'fetch-unreachable' || failure.code === 'fetch-timeout'
}
