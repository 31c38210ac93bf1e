// The bytes of a feed become a document, whatever its format and its faults. Never fetches, never decides what is kept.
import { ExplainedError } from '../core/failures.ts'
import { decodeFeed, headerOf } from './decode.ts'
import type { FeedDocument } from './feed-document.ts'
import { parseJson } from './json-feed.ts'
import { parseXml } from './parse-xml.ts'
import { zoneOf } from './xml-channel.ts'

export type { FeedDocument, ParsedItem } from './feed-document.ts'

/** Where a feed was read, with the headers of the answer. */
export interface FeedSource {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Reads RSS, RDF, Atom, JSON Feed or a news sitemap. Every complete item comes back, in the order of the feed; what was
 * mended is in `warnings`. Throws ExplainedError `feed-empty`, `feed-is-html` or `feed-unreadable`, nothing else.
 */
export function parseFeed(body: Uint8Array, source: FeedSource): FeedDocument {
  const { text, warnings } = decodeFeed(body, source.headers)
  const { url } = source
  if (!/\S/.test(text)) throw new ExplainedError({ code: 'feed-empty', url })
  const document = readText(text, source)
  if (document === 'html') throw new ExplainedError({ code: 'feed-is-html', url })
  if (document === undefined) throw new ExplainedError({ code: 'feed-unreadable', url })
  return { ...document, warnings: [...warnings, ...document.warnings] }
}

function readText(text: string, { url, headers }: FeedSource): FeedDocument | 'html' | undefined {
  const location = URL.parse(headerOf(headers, 'content-location') ?? '', url)?.href
  const isBaseTold = headerOf(headers, 'content-location') !== undefined && location !== undefined
  const base = isBaseTold ? location : url
  if (/^\s*[{[]/.test(text)) return parseJson(text, base, zoneOf)
  return parseXml(text, { base, isBaseTold, language: headerOf(headers, 'content-language') })
}
