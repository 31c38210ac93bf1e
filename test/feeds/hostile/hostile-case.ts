// One row of the hostile set: what is sent or typed, and what must come of it. Plays nothing.
import type { LookupAddress } from 'node:dns'
import type { FeedReaderOptions } from '../../../src/feeds/feed-reader.ts'
import { answer, type Page } from '../hostile-server.ts'

export interface HostileCase {
  /** In French, for the table; each once. */
  readonly name: string
  readonly reads: 'feed' | 'page' | 'discovery'
  /** What is asked for; the case's own page at the hostile server when absent. */
  readonly address?: string
  /** What the server does at `address`; `bytes` is how much a case that has no end is to send. */
  readonly page?: (bytes: number) => Page
  /** What the resolver says of every name but the server's; nobody has that name when absent. */
  readonly resolves?: readonly LookupAddress[] | 'never' | 'changing'
  readonly options?: Partial<FeedReaderOptions>
  /** The code of the failure; or `read`, the number of items, `*` when it depends on `bytes`, and the codes of warnings. */
  readonly expected: string
}

/** The host of the hostile server. */
export const HOST = 'piege.example'

const XML = { 'content-type': 'application/rss+xml; charset=utf-8' }

/** An answer whose body is made when it is asked for: ten megabytes a case would fill the memory of the test. */
export function sends(
  body: (bytes: number) => string | Uint8Array,
  headers: Readonly<Record<string, string>> = XML,
): (bytes: number) => Page {
  return (bytes) => (request, response) => answer(200, headers, body(bytes))(request, response)
}

/** `piece` again and again. */
export const fill = (piece: string, bytes: number): string =>
  piece.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(piece))))

export const TEXT =
  'Le conseil municipal de Valmer a adopté mardi soir le budget du port, par 23 voix contre 12, après trois heures de débat.'

export const channel = (inside: string, before = '', root = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>${before}<rss version="2.0"${root}><channel><title>Le Phare</title>${inside}</channel></rss>`

/** A whole item, which the hostile one must not drag along. */
export const GOOD = `<item><title>Budget du port</title><link>http://${HOST}/budget</link><pubDate>Tue, 10 Mar 2026 08:00:00 +0100</pubDate><description>${TEXT}</description></item>`

/** A feed of a good item and one with this in it. */
export const withItem = (inside: string): string =>
  channel(
    `${GOOD}<item><title>Ferries</title><pubDate>Tue, 10 Mar 2026 07:00:00 +0100</pubDate>${inside}</item>`,
  )
