// Feeds and pages of the web: asks whether we may, fetches, and hands over to the parsers. Never decides what is news.
import { ExplainedError } from '../core/failures.ts'
import type { Validators } from '../core/feed.ts'
import type { Outline } from '../core/outline.ts'
import type { FeedReader, FeedReading, FeedWarning, Page } from '../ports.ts'
import { type Headers, termsOf } from './caching.ts'
import { decodeHtml } from './decode.ts'
import { discoverFeeds, type Visit } from './discover.ts'
import {
  createHttpClient,
  FEED_LIMIT_BYTES,
  type HttpAnswer,
  type HttpClient,
  type HttpClientOptions,
  PAGE_LIMIT_BYTES,
} from './http-client.ts'
import { mayBeFeed } from './feed-beginning.ts'
import { hubOfferOf } from './hub-links.ts'
import { feedItems } from './items.ts'
import { OPML_LIMIT_BYTES, readOpml } from './opml.ts'
import { parseFeed } from './parse.ts'
import { checkAnswer, createReservations } from './reservation.ts'
import { createRobots } from './robots.ts'
import { headline } from './text-limits.ts'
import { typedAddresses } from './typed-address.ts'

export type FeedReaderOptions = HttpClientOptions

/** Some servers answer 406 to a reader that does not say that it takes the rest too. */
const FEED_ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'

const PAGE_ACCEPT = 'text/html, application/xhtml+xml, */*;q=0.1'

/** Nobody knows yet which of the two an address holds. */
const DISCOVERY_ACCEPT =
  'text/html, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5'

const OUTLINE_ACCEPT = 'text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'

type BodyAnswer = Extract<HttpAnswer, { readonly kind: 'body' }>

/** Pictures, PDF and the like. A type that is missing or wrong about being text is no reason to refuse. */
function isOtherThanText(headers: Headers): boolean {
  const type = headers['content-type']?.trim().toLowerCase() ?? ''
  return /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|msword|vnd\.|epub)/.test(type)
}

function warningsOf(warnings: readonly FeedWarning[], isTruncated: boolean): readonly FeedWarning[] {
  const isKnown = warnings.some(({ code }) => code === 'truncated')
  return isTruncated && !isKnown ? [...warnings, { code: 'truncated' }] : warnings
}

type Reading = Extract<FeedReading, { kind: 'read' }>

function readingOf(answer: BodyAnswer, now: number): Reading {
  const { url, headers, body, isTruncated, validators, movedTo, seconds } = answer
  checkAnswer(url, headers)
  const document = parseFeed(body, { url, headers })
  const hubOffer = hubOfferOf(document, url, headers)
  const { items, warnings } = feedItems(document)
  return {
    kind: 'read',
    title: headline(document.title),
    ...(document.language === undefined ? {} : { language: document.language }),
    items,
    validators,
    ...termsOf(headers, now, document.ttlMinutes),
    ...(movedTo === undefined ? {} : { movedTo }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(hubOffer === undefined ? {} : { hubOffer }),
    warnings: warningsOf([...document.warnings, ...warnings], isTruncated),
  }
}

/** A feed, or a page that may name some. Throws `feed-*` for what is neither, and `fetch-reserved`. */
function visitOf(answer: BodyAnswer, now: number): Visit {
  const { url, headers, body } = answer
  if (isOtherThanText(headers)) throw new ExplainedError({ code: 'feed-unreadable', url })
  const html = decodeHtml(body.subarray(0, PAGE_LIMIT_BYTES), headers)
  const isCalledPage = /html/i.test(headers['content-type'] ?? '')
  // Of a feed this long `readFeed` would say the same each time.
  if (body.length >= FEED_LIMIT_BYTES && !isCalledPage && !startsAsPage(html)) {
    throw new ExplainedError({ code: 'fetch-too-large', url, limitBytes: FEED_LIMIT_BYTES })
  }
  if (body.length < FEED_LIMIT_BYTES && !startsAsPage(html)) {
    try {
      return { kind: 'feed', reading: readingOf(answer, now) }
    } catch (error) {
      const code = error instanceof ExplainedError ? error.failure.code : ''
      if (code !== 'feed-is-html' && !(isCalledPage && code === 'feed-unreadable')) throw error
    }
  }
  checkAnswer(url, headers, html)
  return { kind: 'page', url, html, linkHeader: headers['link'] }
}

/** Pages may hold elements called `<item>` or `<entry>`, so what begins as a page is one. */
function startsAsPage(html: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,5000}-->\s*){0,20}<(?:!doctype\s+html|html[\s>])/i.test(
    html,
  )
}

async function pageOf({ url, headers, body }: BodyAnswer): Promise<Page> {
  if (isOtherThanText(headers)) throw new ExplainedError({ code: 'page-without-text', url })
  const html = decodeHtml(body, headers)
  checkAnswer(url, headers, html)
  // Loaded with the first page: what reads pages takes longer to load than everything else together.
  const { extractPage } = await import('./extract.ts')
  return extractPage(html, url)
}

/** Noise is not listened to until it has filled the largest feed. */
function checkHeadOf(url: string): (head: readonly Uint8Array[]) => void {
  return (head) => {
    if (!mayBeFeed(head)) throw new ExplainedError({ code: 'feed-unreadable', url })
  }
}

/** Somebody handed us this very document: robots and reservations are about what nobody asked for. */
async function fetchOutline(client: HttpClient, given: string): Promise<Outline> {
  const [address = given] = typedAddresses(given)
  const answer = await client.get(address, { limitBytes: OPML_LIMIT_BYTES, accept: OUTLINE_ACCEPT })
  const outline = answer.kind === 'body' ? readOpml(answer.body, answer.headers) : undefined
  if (outline === undefined) throw new ExplainedError({ code: 'outline-unreadable', url: address })
  return outline
}

/** The web as the services see it. robots.txt and TDM reservations are obeyed for feeds and pages, redirects included. */
export function createFeedReader(options: FeedReaderOptions): FeedReader {
  const client = createHttpClient(options)
  const robots = createRobots(client, options.now)
  const reservations = createReservations(client, options.now)

  async function checkHop(url: string): Promise<void> {
    await robots.check(url)
    await reservations.check(url)
  }

  return {
    async readFeed(url: string, validators: Validators): Promise<FeedReading> {
      const checkHead = checkHeadOf(url)
      const request = { validators, limitBytes: FEED_LIMIT_BYTES, accept: FEED_ACCEPT, checkHop, checkHead }
      const answer = await client.get(url, request)
      return answer.kind === 'unchanged' ? answer : readingOf(answer, options.now())
    },
    async readPage(url: string): Promise<Page> {
      const answer = await client.get(url, { limitBytes: PAGE_LIMIT_BYTES, accept: PAGE_ACCEPT, checkHop })
      // Nothing was asked conditionally, so an empty 304 is the server's mistake.
      if (answer.kind === 'unchanged') throw new ExplainedError({ code: 'page-without-text', url })
      return pageOf(answer)
    },
    discover: (address) =>
      discoverFeeds(address, {
        now: options.now,
        visit: async (url) => {
          const request = {
            limitBytes: FEED_LIMIT_BYTES,
            accept: DISCOVERY_ACCEPT,
            isCutAtLimit: true,
            checkHop,
          }
          const answer = await client.get(url, request)
          if (answer.kind === 'unchanged') throw new ExplainedError({ code: 'feed-empty', url })
          return visitOf(answer, options.now())
        },
      }),
    readOutline: (address) => fetchOutline(client, address),
    close: () => client.close(),
  }
}
