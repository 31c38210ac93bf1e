// Who reserved text and data mining, and where: W3C TDM Reservation Protocol (TDMRep), final report of 10 May 2024.
// Never reads a licence: a reserved text is left alone. `noai` is about training, which we do not do, and is not read.
import { Parser } from 'htmlparser2'
import { z } from 'zod'
import { HOUR, type Instant, MINUTE } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Headers } from './caching.ts'
import type { HttpClient } from './http-client.ts'
import { createOriginCache } from './origin-cache.ts'
import { withoutExcess } from './page-depth.ts'

/** How long a site's file holds, in milliseconds; as long as its robots.txt, the report gives no figure. */
const KEPT: Instant = 24 * HOUR

/** How long it counts as absent after a server error, in milliseconds. */
const KEPT_AFTER_FAILURE: Instant = 10 * MINUTE

/** The largest file that we read, in bytes; the robots.txt's limit, RFC 9309 §2.5. */
const FILE_LIMIT_BYTES = 500 * 1024

/** One rule of `/.well-known/tdmrep.json`. */
export interface ReservationRule {
  /** A path, `*` for anything, `$` for the end. */
  readonly location: string
  readonly isReserved: boolean
}

const RULE = z.object({
  location: z.string(),
  'tdm-reservation': z
    .union([z.number(), z.string(), z.boolean()])
    .transform((value) => readValue(String(value))),
})

/** 1 reserves, 0 does not; everything else counts as unset. */
function readValue(text: string | undefined): boolean | undefined {
  const value = text?.trim().toLowerCase()
  if (value === '1' || value === 'true') return true
  return value === '0' || value === 'false' ? false : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** The rules of a TDM file in order, rules that cannot be read left out. What is no TDM file has none. */
export function parseReservationFile(text: string): readonly ReservationRule[] {
  return [parseJson(text)].flat().flatMap((rule) => {
    const { data } = RULE.safeParse(rule)
    const isReserved = data?.['tdm-reservation']
    return data === undefined || isReserved === undefined ? [] : [{ location: data.location, isReserved }]
  })
}

/** `%7E` and `~` are one character; reserved characters and bytes beyond ASCII stay encoded, RFC 9309 §2.2.2. */
function normalisePath(path: string): string {
  const encoded = path.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part.toWellFormed()))
  return encoded.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : code.toUpperCase()
  })
}

/** Prefix match with `*` and a final `$`, as Google reads robots.txt: the report refers to that. */
function matchesLocation(location: string, path: string): boolean {
  const [, rooted = ''] = /^(?:https?:\/\/[^/]*)?(.*)$/s.exec(location.trim()) ?? []
  const pattern = normalisePath(/^[/*]/.test(rooted) ? rooted : `/${rooted}`)
  const isAnchored = pattern.endsWith('$')
  const [start = '', ...parts] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(start)) return false
  if (isAnchored && parts.length === 0) return path === start
  const end = isAnchored ? (parts.pop() ?? '') : ''
  let position = start.length
  for (const part of parts) {
    const found = path.indexOf(part, position)
    if (found === -1) return false
    position = found + part.length
  }
  return path.endsWith(end) && path.length - end.length >= position
}

/** What the first matching rule says of `url`; undefined when none matches. */
export function reservationOfFile(rules: readonly ReservationRule[], url: string): boolean | undefined {
  const { pathname, search } = new URL(url)
  const path = normalisePath(pathname + search)
  return rules.find(({ location }) => matchesLocation(location, path))?.isReserved
}

/** What the `tdm-reservation` header says. */
export function reservationOfHeaders(headers: Headers): boolean | undefined {
  // Sent twice, by the site and by its proxy, it reads «1, 1»; the last word counts.
  return readValue(headers['tdm-reservation']?.split(',').at(-1))
}

/** What `<meta name="tdm-reservation">` says; the last one counts. */
export function reservationOfPage(html: string): boolean | undefined {
  if (!/tdm-reservation/i.test(html)) return undefined
  let isReserved: boolean | undefined
  const parser = new Parser({
    onopentag(name, { name: property = '', content }) {
      if (name === 'meta' && property.trim().toLowerCase() === 'tdm-reservation') {
        isReserved = readValue(content) ?? isReserved
      }
    },
  })
  parser.end(withoutExcess(html))
  return isReserved
}

export interface Reservations {
  /** Throws `fetch-reserved` by tdm when the site's file reserves this address. */
  check(url: string): Promise<void>
}

/**
 * Throws `fetch-reserved` when the headers, or the page they came with, reserve it. The report's order: the page's
 * word stands over the header's. What the site's file reserves is not even asked for, so nothing can lift that.
 */
export function checkAnswer(url: string, headers: Headers, html = ''): void {
  const isReserved = reservationOfPage(html) ?? reservationOfHeaders(headers) ?? false
  if (isReserved) throw new ExplainedError({ code: 'fetch-reserved', url, by: 'tdm' })
}

/** The TDM files of all sites, each kept for a day. A site that cannot give one has none, as the report says. */
export function createReservations(client: HttpClient, now: () => Instant): Reservations {
  const rulesOf = createOriginCache<readonly ReservationRule[]>(now, async (origin, outdated = []) => {
    try {
      const answer = await client.get(`${origin}/.well-known/tdmrep.json`, {
        limitBytes: FILE_LIMIT_BYTES,
        accept: 'application/json, */*;q=0.5',
      })
      const text = answer.kind === 'body' ? new TextDecoder().decode(answer.body) : ''
      return { value: parseReservationFile(text), until: now() + KEPT }
    } catch (error) {
      if (!(error instanceof ExplainedError)) throw error
      const isTold = error.failure.code === 'fetch-status' && error.failure.status < 500
      return isTold
        ? { value: [], until: now() + KEPT }
        : { value: outdated, until: now() + KEPT_AFTER_FAILURE }
    }
  })

  return {
    async check(url) {
      if (reservationOfFile(await rulesOf(url), url) === true) {
        throw new ExplainedError({ code: 'fetch-reserved', url, by: 'tdm' })
      }
    },
  }
}
