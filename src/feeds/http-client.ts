// The only way out of Pressoir to the web: polite requests, redirects followed by hand. Never parses what it brings back.
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { createHostQueue, createHostRests, createSlowHosts } from './host-queue.ts'
import {
  type BodyAnswer,
  createWebVisitor,
  statusError,
  type UnchangedAnswer,
  type VisitAnswer,
  type VisitRequest,
  webAddress,
  type WebVisitor,
  type WebVisitorOptions,
} from './web-visit.ts'

/** The largest feed that we read, in decoded bytes. Real French feeds of the development set reach 0.14 MB. */
export const FEED_LIMIT_BYTES = 10_000_000

/** The largest page that we read, in decoded bytes. Those of the development set reach 0.07 MB; live blogs are far longer. */
export const PAGE_LIMIT_BYTES = 5_000_000

/** Redirects that we follow: what RFC 9309 §2.3.1.2 asks for robots files is enough for the rest. */
const REDIRECT_LIMIT = 5

/**
 * After so many seconds no further hop of a chain of redirects is begun: each has a patience of its own, and each new site
 * is asked for two files of permission first.
 */
const JOURNEY_SECONDS = 120

export interface HttpClientOptions extends WebVisitorOptions {
  /** In place of JOURNEY_SECONDS. */
  readonly journeySeconds?: number
}

export interface HttpRequest extends VisitRequest {
  /** Asked before each hop, redirects included; throws when we may not go there. */
  readonly checkHop?: (url: string) => Promise<void>
}

export type HttpAnswer = (UnchangedAnswer | BodyAnswer) & {
  /** Where permanent redirects led; absent as soon as one hop was temporary. */
  readonly movedTo?: string
}

export interface HttpClient {
  /** One GET, redirects followed. Throws ExplainedError `fetch-*`, and what `checkHop` throws. */
  get(url: string, request: HttpRequest): Promise<HttpAnswer>
  /**
   * Sends a form; only the redirects that say so carry it on, and never from https to http. Throws ExplainedError
   * `fetch-*`, `fetch-status` for a redirect of another kind.
   */
  post(url: string, form: Readonly<Record<string, string>>): Promise<void>
  /** Ends everything, requests under way included; they fail. */
  close(): Promise<void>
}

/** Goes where redirects lead. Throws `fetch-redirects` after too many, and at once when one leads back. */
async function follow(start: URL, visit: (url: URL) => Promise<VisitAnswer>): Promise<HttpAnswer> {
  const visited = new Set<string>()
  let isPermanent = true
  let url = start
  for (;;) {
    if (visited.has(url.href) || visited.size > REDIRECT_LIMIT) {
      throw new ExplainedError({ code: 'fetch-redirects', url: url.href, limit: REDIRECT_LIMIT })
    }
    visited.add(url.href)
    const answer = await visit(url)
    if (answer.kind !== 'redirect') {
      return visited.size > 1 && isPermanent ? { ...answer, movedTo: url.href } : answer
    }
    isPermanent &&= answer.isPermanent
    url = answer.to
  }
}

/** Takes a form where redirects carry it. What is meant for https is told to no other. */
async function deliver(start: URL, visit: (url: URL) => Promise<VisitAnswer>): Promise<void> {
  let url = start
  for (let hops = 0; hops <= REDIRECT_LIMIT; hops += 1) {
    const answer = await visit(url)
    if (answer.kind !== 'redirect') return
    const isSafe = answer.isSameMethod && (url.protocol === 'http:' || answer.to.protocol === 'https:')
    if (!isSafe) throw statusError(url, answer.isPermanent ? 301 : 302)
    url = answer.to
  }
  throw new ExplainedError({ code: 'fetch-redirects', url: url.href, limit: REDIRECT_LIMIT })
}

/** What somebody who takes a form answers is looked at by nobody. */
const RECEIPT_LIMIT_BYTES = 10_000

/** One visit, unless the host asked for rest, or let us wait in vain again and again: then the answer is known. */
function createPoliteVisit(visitor: WebVisitor, now: () => Instant): WebVisitor['visit'] {
  const rests = createHostRests()
  const slowHosts = createSlowHosts()

  function noteFailure(host: string, { failure }: ExplainedError): void {
    slowHosts.note(host, failure.code === 'fetch-timeout' ? failure : undefined, now())
    if (failure.code !== 'fetch-status') return
    const { status, retryAt } = failure
    const isPlea = status === 429 || status === 503
    if (isPlea && retryAt !== undefined) rests.note(host, { status, retryAt })
  }

  return async (url, request) => {
    const rest = rests.current(url.hostname, now())
    if (rest !== undefined) throw statusError(url, rest.status, rest.retryAt)
    const timeout = slowHosts.current(url.hostname, now())
    if (timeout !== undefined) throw new ExplainedError({ ...timeout, url: url.href })
    try {
      const answer = await visitor.visit(url, request)
      slowHosts.note(url.hostname, undefined, now())
      return answer
    } catch (error) {
      if (error instanceof ExplainedError) noteFailure(url.hostname, error)
      throw error
    }
  }
}

/** Two requests at a time to a host, and none while the host asked for rest. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const visitor = createWebVisitor(options)
  const { journeySeconds = JOURNEY_SECONDS } = options
  const queue = createHostQueue()
  const visit = createPoliteVisit(visitor, options.now)

  return {
    get: async (address, request) => {
      // A clock that never jumps, since it is waiting that is measured.
      const startedAt = performance.now()
      return follow(webAddress(address), async (url) => {
        if (performance.now() - startedAt > journeySeconds * 1000) {
          throw new ExplainedError({ code: 'fetch-timeout', url: url.href, seconds: journeySeconds })
        }
        // Outside the queue: the check asks the same host for its robots file.
        await request.checkHop?.(url.href)
        return queue.run(url.hostname, () => visit(url, request))
      })
    },
    post: async (address, form) =>
      deliver(webAddress(address), (url) =>
        queue.run(url.hostname, () =>
          visit(url, { form, limitBytes: RECEIPT_LIMIT_BYTES, accept: '*/*', isCutAtLimit: true }),
        ),
      ),
    close: () => visitor.close(),
  }
}
