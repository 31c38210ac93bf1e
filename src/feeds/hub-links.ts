// Where a feed's news are announced: hubs and the feed's own name, from the headers and from the document. Asks nobody.
import { type HubOffer, HUBS_AT_MOST } from '../core/hub-offer.ts'
import type { Headers } from './caching.ts'
import type { FeedDocument } from './feed-document.ts'
import { readLinkHeader } from './link-header.ts'
import { moveBase, resolveLink, urlOf } from './links.ts'
import type { XmlElement } from './xml.ts'
import { childrenOf, type FieldContext, relationOf } from './xml-fields.ts'

/** What a document says of itself, absolute. */
type Announcement = Pick<FeedDocument, 'hubs' | 'self'>

/** Longest address that is believed, in characters: it goes into a database and into a form. */
const ADDRESS_LIMIT = 2000

/** `atom:link rel="hub"` and `rel="self"` of a channel. */
export function announcementOf(channel: XmlElement, context: FieldContext): Announcement {
  const links = childrenOf(channel)
    .filter(({ name }) => name === 'link' || name === 'atom:link')
    .map((link) => ({
      relation: relationOf(link),
      url: addressOf(
        link.attributes.get('href') ?? '',
        moveBase(context.base, link.attributes.get('xml:base')),
      ),
    }))
  return announced(links)
}

/** `hubs` and `feed_url` of a JSON Feed. */
export function jsonAnnouncementOf(
  hubs: readonly (string | undefined)[],
  self: string | undefined,
  base: string,
): Announcement {
  return announced([
    ...hubs.map((hub) => ({ relation: 'hub', url: addressOf(hub ?? '', base) })),
    { relation: 'self', url: addressOf(self ?? '', base) },
  ])
}

/** What the headers say counts before what the document says. WebSub § 4. */
export function hubOfferOf(document: Announcement, url: string, headers: Headers): HubOffer | undefined {
  const told = readLinkHeader(headers['link'] ?? '').flatMap((link) =>
    (link.get('rel') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .map((relation) => ({ relation, url: addressOf(link.get('href') ?? '', url) })),
  )
  const header = announced(told)
  const hubs = (header.hubs ?? document.hubs ?? []).slice(0, HUBS_AT_MOST)
  if (hubs.length === 0) return undefined
  const own = header.hubs === undefined ? (document.self ?? header.self) : (header.self ?? document.self)
  return { topic: own ?? url, hubs }
}

interface Related {
  readonly relation: string
  /** `''` for what is no address that anybody may ask. */
  readonly url: string
}

function announced(links: readonly Related[]): Announcement {
  const named = (asked: string): readonly string[] => [
    ...new Set(links.flatMap(({ relation, url }) => (relation === asked && url !== '' ? [url] : []))),
  ]
  const hubs = named('hub')
  const [self] = named('self')
  return { ...(hubs.length === 0 ? {} : { hubs }), ...(self === undefined ? {} : { self }) }
}

function addressOf(href: string, base: string): string {
  const url = urlOf(resolveLink(href, base))
  return url.length > ADDRESS_LIMIT || !URL.canParse(url) ? '' : url
}
