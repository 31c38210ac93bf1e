// What an administrator sees of a feed before following it: a few articles, and what to be warned of. Reads no feed.
import { NO_DATE_UNTIL } from './article.ts'
import { DAY, HOUR, type Instant } from './calendar.ts'
import type { Failure } from './failures.ts'
import type { FeedItem, FeedWarning } from './feed.ts'
import { bareAddress } from './web-site.ts'

export interface NamedFeed {
  readonly url: string
  /** As the feed or the link to it says; `''` without any. */
  readonly title: string
}

export type FeedPreview =
  | {
      readonly kind: 'one'
      readonly feed: PreviewedFeed
      /** The newest, at most three. */
      readonly articles: readonly PreviewedArticle[]
      readonly itemCount: number
      /** The gravest first. */
      readonly warnings: readonly FeedConcern[]
    }
  /** A page names several that are really different: somebody has to choose. Best first, at most ten. */
  | { readonly kind: 'several'; readonly found: readonly NamedFeed[] }

interface PreviewedFeed {
  /** Where to follow it: the new address of a feed that has moved. */
  readonly url: string
  /** Never empty: the host when the feed has no title. */
  readonly title: string
  /** A guess, for the administrator to correct. */
  readonly publisher: string
  /** As BCP 47 writes it: `fr`, `fr-BE`. */
  readonly language?: string
}

export interface PreviewedArticle {
  readonly title: string
  /** Undefined when the feed gives none. */
  readonly url?: string
  /** Undefined when the feed gives none, or an impossible one. */
  readonly publishedAt?: Instant
}

/** What to know before following a feed. */
export type FeedConcern =
  /** A feed, and nothing in it today. */
  | { readonly kind: 'empty' }
  /** Nothing new for much longer than usual here. */
  | { readonly kind: 'silent'; readonly since: Instant }
  /** A permanent redirect to really another address. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The publisher forbids reading its pages: only titles and abstracts are quoted. */
  | { readonly kind: 'reserved'; readonly by: 'robots' | 'tdm' }
  /** The server refuses its pages to us (403, 451): only titles and abstracts are quoted. */
  | { readonly kind: 'pages-refused'; readonly status: number }
  /** Articles for subscribers; `isPartial` when the other page looked at is free. */
  | { readonly kind: 'paywall'; readonly isPartial: boolean }
  /** Neither the feed nor the pages looked at give a text. */
  | { readonly kind: 'abstracts-only' }
  /** The pages looked at could not be read just now; perhaps later. */
  | { readonly kind: 'pages-unread'; readonly failure: Failure }
  /** No item has a date. */
  | { readonly kind: 'no-dates' }
  /** What the reader mended; the sentence is in locale/warnings.ts. */
  | { readonly kind: 'mended'; readonly warning: FeedWarning }

/** What came of reading one article's page. */
export type PageSample =
  | { readonly kind: 'read'; readonly isPaywalled: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** All that a feed is judged by. */
export interface FeedEvidence {
  /** As it was asked for. */
  readonly url: string
  /** Where a permanent redirect led. */
  readonly movedTo?: string | undefined
  readonly items: readonly FeedItem[]
  readonly warnings: readonly FeedWarning[]
  /** Of pages of items without a text, `itemsToSample`. */
  readonly samples: readonly PageSample[]
}

/** A date further ahead is a mistake of the feed: a zone at most 14 hours off. */
const PLAUSIBLE_FUTURE: Instant = 14 * HOUR

/** Pages looked at before a feed is followed: enough to see a paywall, few enough to be polite. */
const SAMPLES = 2

/** When the item was published, if its feed says something possible. */
export function datedAt({ publishedAt, updatedAt }: FeedItem, now: Instant): Instant | undefined {
  const at = publishedAt ?? updatedAt
  return at === undefined || at <= NO_DATE_UNTIL || at > now + PLAUSIBLE_FUTURE ? undefined : at
}

/** By publication, those without a date after the others, in the feed's order. */
export function newestFirst(items: readonly FeedItem[], now: Instant): readonly FeedItem[] {
  return items
    .map((item) => ({ item, at: datedAt(item, now) ?? -Infinity }))
    .toSorted((one, other) => (one.at === other.at ? 0 : other.at - one.at))
    .map(({ item }) => item)
}

/** The newest items whose pages tell what the feed does not: none when most items bring their text. */
export function itemsToSample(items: readonly FeedItem[], now: Instant): readonly FeedItem[] {
  const without = newestFirst(items, now).filter(({ text }) => text === '')
  return without.length * 2 <= items.length
    ? []
    : without.filter(({ url }) => url !== undefined).slice(0, SAMPLES)
}

/** What to warn of, the gravest first. */
export function judgeFeed(evidence: FeedEvidence, now: Instant): readonly FeedConcern[] {
  const { items, url, movedTo, warnings } = evidence
  const instants = items.flatMap((item) => datedAt(item, now) ?? [])
  const isUndated = items.length > 0 && instants.length === 0
  const isElsewhere = movedTo !== undefined && bareAddress(movedTo) !== bareAddress(url)
  return [
    ...(items.length === 0 ? [{ kind: 'empty' } as const] : []),
    ...(isSilent(instants, now) ? [{ kind: 'silent', since: Math.max(...instants) } as const] : []),
    ...(isElsewhere ? [{ kind: 'moved', to: movedTo } as const] : []),
    ...judgePages(evidence),
    ...(isUndated ? [{ kind: 'no-dates' } as const] : []),
    ...warnings
      .filter(({ code }) => !(isUndated && code === 'dates-missing'))
      .map((warning) => ({ kind: 'mended', warning }) as const),
  ]
}

function judgePages({ items, samples }: FeedEvidence): readonly FeedConcern[] {
  const closed = samples.filter(isClosed)
  const isPartial = closed.length < samples.length
  const paywall: readonly FeedConcern[] = closed.length === 0 ? [] : [{ kind: 'paywall', isPartial }]
  const concerns = [...samples.flatMap(refusalOf).slice(0, 1), ...paywall]
  const isRead = samples.some(({ kind }) => kind === 'read') || items.some(({ text }) => text !== '')
  if (concerns.length > 0 || isRead || items.length === 0) return concerns
  const [failure] = samples.flatMap((sample) =>
    sample.kind === 'read' || isTextless(sample) ? [] : [sample.failure],
  )
  return [failure === undefined ? { kind: 'abstracts-only' } : { kind: 'pages-unread', failure }]
}

/** What keeps us from every page of the site. */
function refusalOf(sample: PageSample): readonly FeedConcern[] {
  if (sample.kind === 'read') return []
  const { failure } = sample
  if (failure.code === 'fetch-reserved') return [{ kind: 'reserved', by: failure.by }]
  const isRefused = failure.code === 'fetch-status' && (failure.status === 403 || failure.status === 451)
  return isRefused ? [{ kind: 'pages-refused', status: failure.status }] : []
}

/** For subscribers: the page says so, or the server asks for a password or a payment. */
function isClosed(sample: PageSample): boolean {
  if (sample.kind === 'read') return sample.isPaywalled
  const { failure } = sample
  if (failure.code === 'page-without-text') return failure.isPaywalled === true
  return failure.code === 'fetch-status' && (failure.status === 401 || failure.status === 402)
}

function isTextless(sample: PageSample): boolean {
  return sample.kind === 'failed' && sample.failure.code === 'page-without-text'
}

/** So many of its own usual intervals without news are a silence. */
const SILENT_INTERVALS = 4

/** No silence is shorter: from the evening before a Thursday off to the Monday after it a French office is shut 4.6 days. */
const SHORTEST_SILENCE: Instant = 5 * DAY

/** Every silence of this length is one: for a press review, half a year without a word is the end. */
const LONGEST_SILENCE: Instant = 182 * DAY

/** What counts as silence where one or two items tell of no interval. */
const UNKNOWN_SILENCE: Instant = 30 * DAY

/** How long the feed is quiet at most while it lives, as the publications that it shows tell. */
function usualSilence(instants: readonly Instant[]): Instant {
  const sorted = instants.toSorted((one, other) => one - other)
  const gaps = sorted.slice(1).map((at, index) => at - (sorted[index] ?? at))
  if (gaps.length < 2) return UNKNOWN_SILENCE
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  // Nights and weekends are among a feed's usual gaps, and the mean of a busy one hides them.
  const long = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length * 0.9)] ?? mean
  const usual = SILENT_INTERVALS * Math.max(mean, long)
  return Math.min(Math.max(usual, SHORTEST_SILENCE), LONGEST_SILENCE)
}

/** Whether a feed that published at these instants has been quiet for unusually long. False without any instant. */
export function isSilent(instants: readonly Instant[], now: Instant): boolean {
  return instants.length > 0 && now - Math.max(...instants) > usualSilence(instants)
}

/** What formats are called: two feeds that differ in nothing else are one. */
const FORMAT =
  /\b(?:rss(?:[ _-]?(?:0\.9\d?|[12](?:[._]0)?|20))?|atom|rdf|json|xml|feeds?|flux|fil|php|default|alt|format|type)\b/giu

/** Whether it brings readers' comments, not articles. */
export function isCommentsFeed({ url, title }: NamedFeed): boolean {
  return (
    /\b(?:comments|commentaires?)\b/i.test(title) ||
    /[/=._-](?:comments|commentaires)(?:[/=._-]|$)/i.test(url)
  )
}

/** The feeds that are really different, in their order: no comments beside articles, no second format of the same. */
export function distinctFeeds<Found extends NamedFeed>(found: readonly Found[]): readonly Found[] {
  const articles = found.filter((feed) => !isCommentsFeed(feed))
  const kept: Found[] = []
  for (const feed of articles.length === 0 ? found : articles) {
    if (!kept.some((other) => isSameFeed(feed, other))) kept.push(feed)
  }
  return kept
}

function isSameFeed(one: NamedFeed, other: NamedFeed): boolean {
  if (withoutFormat(bareAddress(one.url)) === withoutFormat(bareAddress(other.url))) return true
  const title = withoutFormat(one.title)
  // Titles that are the same to the letter may name a house; those that differ by the format alone name one feed.
  return title !== '' && title === withoutFormat(other.title) && one.title !== other.title
}

function withoutFormat(text: string): string {
  return (
    text
      .toLowerCase()
      .replaceAll(FORMAT, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}
