// A feed and a page in the words of the command line's contract. Fetches nothing.
import { type Instant, isoIn } from '../core/calendar.ts'
import { extractPage } from './extract.ts'
import { parseFeed } from './parse.ts'

interface Source {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** `{ok, feed, items, warnings}`; instants as ISO 8601. Throws ExplainedError `feed-*`. */
export function describeFeed(body: Uint8Array, source: Source): object {
  const { items, warnings, ttlMinutes: _ttl, hubs: _hubs, self: _self, ...feed } = parseFeed(body, source)
  return { ok: true, feed: withIsoDates(feed), items: items.map(withIsoDates), warnings }
}

interface Dated {
  readonly published?: Instant
  readonly updated?: Instant
}

function withIsoDates(dated: Dated): object {
  const { published, updated, ...rest } = dated
  return { ...rest, ...iso('published', published), ...iso('updated', updated) }
}

/** A page dated by its day, or half an hour after midnight, must not show the day before. */
const PRESS_ZONE = 'Europe/Paris'

/** `{title, publishedAt, author, agency, canonicalUrl, language, lead, text, isPaywalled}`. Throws ExplainedError `page-without-text`. */
export function describePage(html: string, url: string): object {
  const { publishedAt, isPaywalled = false, ...page } = extractPage(html, url)
  const date = publishedAt === undefined ? {} : { publishedAt: isoIn(publishedAt, PRESS_ZONE) }
  return { ...page, ...date, isPaywalled }
}

function iso(name: string, instant: Instant | undefined): object {
  return instant === undefined ? {} : { [name]: new Date(instant).toISOString() }
}
