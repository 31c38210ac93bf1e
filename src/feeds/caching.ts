// What a server says about coming back: validators, Retry-After, freshness. Knows headers; never asks what time it is.
import { HOUR, type Instant } from '../core/calendar.ts'
import type { Validators } from '../core/feed.ts'

/** Header names in lower case; a header sent several times is joined by `, `. */
export type Headers = Readonly<Record<string, string>>

/** The longest Retry-After that we believe, in milliseconds: a feed told to wait for a year is asked again tomorrow. */
const RETRY_LIMIT: Instant = 24 * HOUR

/**
 * The longest freshness that we believe, in milliseconds, as of any other term (issue 6). Feeds are often served under
 * the site's rule for pictures, a month in the h5bp server configurations.
 */
const FRESHNESS_LIMIT: Instant = 24 * HOUR

/**
 * How much of a freshness counts when an edition waits for the news, in milliseconds: a conditional request costs a
 * server next to nothing, and a rule for pictures must not keep the morning's news from its readers.
 */
const FRESHNESS_BEFORE_EDITION: Instant = HOUR

/** A validator longer than this is not worth keeping, in characters. Entity tags seen in the wild stay under 100. */
const VALIDATOR_LIMIT = 1000

/** An instant from an HTTP date: IMF-fixdate, RFC 850 or asctime (RFC 9110 §5.6.7), all in GMT. */
function httpDate(text: string | undefined): Instant | undefined {
  if (text === undefined || !/[a-z]{3}/i.test(text)) return undefined
  const instant = Date.parse(/(?:GMT|UTC|Z|[+-]\d{4})\s*$/.test(text) ? text : `${text} GMT`)
  return Number.isNaN(instant) ? undefined : instant
}

/** Milliseconds from the server's own clock to a date that it names: its clock may be wrong, its differences are not. */
function untilDate(text: string | undefined, headers: Headers, now: Instant): number | undefined {
  const instant = httpDate(text)
  return instant === undefined ? undefined : instant - (httpDate(headers['date']) ?? now)
}

function later(now: Instant, wait: number | undefined, limit: number): Instant | undefined {
  return wait !== undefined && wait > 0 ? now + Math.min(wait, limit) : undefined
}

/** When Retry-After lets us come back, seconds or date, at most 24 hours ahead. Undefined when absent, past or unreadable. */
export function retryAfter(headers: Headers, now: Instant): Instant | undefined {
  const text = headers['retry-after']?.trim()
  const wait = text !== undefined && /^\d+$/.test(text) ? Number(text) * 1000 : untilDate(text, headers, now)
  return later(now, wait, RETRY_LIMIT)
}

function directives(cacheControl: string): ReadonlyMap<string, string> {
  const read = cacheControl.split(',').map((part): [string, string] => {
    const [name = '', value = ''] = part.split('=', 2)
    return [name.trim().toLowerCase(), value.trim().replaceAll('"', '')]
  })
  // The first of two contradictory directives counts, RFC 9111 §4.2.1.
  return new Map(read.toReversed())
}

/** Until when the answer is fresh: `max-age` less `Age`, else Expires (RFC 9111 §4.2), at most a day ahead. */
function freshUntil(headers: Headers, now: Instant): Instant | undefined {
  const told = directives(headers['cache-control'] ?? '')
  if (told.has('no-store') || told.has('no-cache')) return undefined
  const maxAge = told.get('max-age')
  // `s-maxage` is for caches that many people share; we are none.
  const wait =
    maxAge !== undefined && /^\d+$/.test(maxAge)
      ? (Number(maxAge) - (Number(headers['age']) || 0)) * 1000
      : untilDate(headers['expires'], headers, now)
  return later(now, wait, FRESHNESS_LIMIT)
}

function latest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.filter((instant) => instant !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

/** What a server asks of whoever comes back. */
export interface Terms {
  /** Not before this instant again: the latest of Retry-After, freshness and the feed's own `ttl`. */
  readonly retryAt?: Instant
  /** Not even for an edition: Retry-After in full, the others for an hour. */
  readonly restUntil?: Instant
}

/** `ttlMinutes` is what the document says. */
export function termsOf(headers: Headers, now: Instant, ttlMinutes?: number): Terms {
  const ttl = later(now, ttlMinutes === undefined ? undefined : ttlMinutes * 60_000, FRESHNESS_LIMIT)
  const fresh = latest(freshUntil(headers, now), ttl)
  const asked = retryAfter(headers, now)
  const retryAt = latest(asked, fresh)
  if (retryAt === undefined) return {}
  const restUntil = latest(asked, fresh && Math.min(fresh, now + FRESHNESS_BEFORE_EDITION)) ?? retryAt
  return { retryAt, restUntil }
}

/** A validator goes back in a header, word for word: one that no header may carry would break every later request. */
function usable(validator: string | undefined): string | undefined {
  if (validator === undefined || validator.length > VALIDATOR_LIMIT) return undefined
  return /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(validator) ? validator : undefined
}

/** The validators of an answer. A 304 that does not repeat one keeps the `known` one. */
export function validatorsOf(headers: Headers, known: Validators = {}): Validators {
  const etag = usable(headers['etag']?.trim()) ?? known.etag
  const lastModified = usable(headers['last-modified']?.trim()) ?? known.lastModified
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) }
}

/** The headers that ask «anything new since?». */
export function conditionalHeaders(validators: Validators): Headers {
  const etag = usable(validators.etag)
  const lastModified = usable(validators.lastModified)
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
}
