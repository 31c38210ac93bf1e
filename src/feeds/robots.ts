// What a site's robots.txt lets us read, RFC 9309. Obeyed for feeds and pages alike; never for robots.txt itself.
import { createRequire } from 'node:module'
import { HOUR, type Instant, MINUTE } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { HttpClient } from './http-client.ts'
import { createOriginCache, type Kept } from './origin-cache.ts'

type ParseRobots = (
  url: string,
  text: string,
) => {
  isAllowed(url: string, userAgent?: string): boolean | undefined
}

/** The package is CommonJS and exports the function itself; its types promise a `default` that is not there. */
const require = createRequire(import.meta.url)
const parseRobots = parserOf(require('robots-parser'))

function parserOf(exported: unknown): ParseRobots {
  if (!isParser(exported)) throw new TypeError('robots-parser exports no function')
  return exported
}

function isParser(exported: unknown): exported is ParseRobots {
  return typeof exported === 'function'
}

/** The name that sites give us in their robots.txt. */
const PRODUCT_TOKEN = 'Pressoir'

/** How long a robots.txt holds, in milliseconds: RFC 9309 §2.4, at most a day. */
const KEPT: Instant = 24 * HOUR

/** How long a server error holds, in milliseconds: long enough for a host's feeds of one round to share one request. */
const KEPT_AFTER_FAILURE: Instant = 10 * MINUTE

/** How much of a robots.txt counts, in bytes: RFC 9309 §2.5 asks for at least 500 kibibytes. */
const ROBOTS_LIMIT_BYTES = 500 * 1024

type Rules =
  | { readonly kind: 'told'; readonly isAllowed: (url: string) => boolean }
  | { readonly kind: 'unreachable'; readonly error: ExplainedError }

const ALL_ALLOWED: Rules = { kind: 'told', isAllowed: () => true }

export interface Robots {
  /** Throws `fetch-reserved` by robots; the failure of the robots.txt when the server could not give it. */
  check(url: string): Promise<void>
}

/**
 * Of rules with a `*`, so many characters are read in all: each is compared with every character of an address. A site of
 * 200 such rules has 6,000; what has more than this wants to keep us busy.
 */
const WILDCARD_BUDGET = 20_000

function withinBudget(text: string): string {
  let left = WILDCARD_BUDGET
  const lines = text.split(/\r\n?|\n/).filter((line) => {
    if (line.includes('*') && !/^\s*user-agent/i.test(line)) left -= line.length
    return left >= 0 || !line.includes('*')
  })
  return lines.join('\n')
}

function readRobots(robotsUrl: string, text: string): Rules {
  const robots = parseRobots(robotsUrl, withinBudget(text))
  // Crawl-delay is no part of RFC 9309; two requests at a time and intervals of minutes are our answer to it.
  return { kind: 'told', isAllowed: (url) => robots.isAllowed(url, PRODUCT_TOKEN) !== false }
}

/**
 * RFC 9309 §2.3.1: «unavailable» (4xx, too many redirects, nonsense) allows everything; «unreachable» (5xx, network)
 * allows nothing. 429 is a 4xx by number and a «not now» by meaning, so it counts as unreachable. We do not claim that
 * the site forbade us then: the failure is the server's, it is told as such, and the feed's own retries ask again.
 */
function isUnreachable({ failure }: ExplainedError): boolean {
  if (failure.code === 'fetch-status') return failure.status >= 500 || failure.status === 429
  return failure.code === 'fetch-unreachable' || failure.code === 'fetch-timeout'
}

function afterFailure(error: unknown, outdated: Rules | undefined, now: Instant): Kept<Rules> {
  if (!(error instanceof ExplainedError)) throw error
  if (!isUnreachable(error)) return { value: ALL_ALLOWED, until: now + KEPT }
  // The last rules known hold on, RFC 9309 §2.4.
  const value: Rules = outdated?.kind === 'told' ? outdated : { kind: 'unreachable', error }
  const retryAt = error.failure.code === 'fetch-status' ? error.failure.retryAt : undefined
  return { value, until: Math.min(now + KEPT_AFTER_FAILURE, retryAt ?? Infinity) }
}

/** The robots files of all sites, each kept for a day. */
export function createRobots(client: HttpClient, now: () => Instant): Robots {
  const rulesOf = createOriginCache<Rules>(now, async (origin, outdated) => {
    const robotsUrl = `${origin}/robots.txt`
    try {
      const request = { limitBytes: ROBOTS_LIMIT_BYTES, accept: 'text/plain, */*;q=0.5', isCutAtLimit: true }
      const answer = await client.get(robotsUrl, request)
      const text = answer.kind === 'body' ? new TextDecoder().decode(answer.body) : ''
      return { value: readRobots(robotsUrl, text), until: now() + KEPT }
    } catch (error) {
      return afterFailure(error, outdated, now())
    }
  })

  return {
    async check(url) {
      const rules = await rulesOf(url)
      if (rules.kind === 'told') {
        if (!rules.isAllowed(url)) throw new ExplainedError({ code: 'fetch-reserved', url, by: 'robots' })
        return
      }
      const { failure } = rules.error
      // The whole host is silent, so the address that was asked for is the one to name.
      const isSilent = failure.code === 'fetch-unreachable' || failure.code === 'fetch-timeout'
      throw new ExplainedError(isSilent ? { ...failure, url } : failure, { cause: rules.error })
    },
  }
}
