// Addresses in feeds, made absolute. Never fetches anything.
import { withoutCredentials } from '../core/web-address.ts'

/** No longer address is followed, in characters: what a sitemap may hold (sitemaps.org), and more than chats take. */
export const ADDRESS_LIMIT = 2048

/** An absolute http(s) address, or one that nobody may follow: of another scheme (`file:`, `javascript:`), or endless. */
export type Link = { readonly kind: 'page'; readonly url: string } | { readonly kind: 'refused' }

/**
 * A link made absolute; undefined for what is no address. One that is absolute already stays as written, but for the
 * spaces around it.
 */
export function resolveLink(link: string, base: string): Link | undefined {
  // Beyond twice the limit no folding makes an address of it.
  if (link.length > 2 * ADDRESS_LIMIT && link.trim().length > 2 * ADDRESS_LIMIT) return { kind: 'refused' }
  const written = link
    .replaceAll(/[\t\n\r]+\s*/g, '')
    .trim()
    .replaceAll('&amp;', '&')
  if (written === '') return undefined
  if (written.length > ADDRESS_LIMIT) return { kind: 'refused' }
  const candidate = /^www\.[^/]+\.\w/i.test(written) ? `https://${written}` : written
  const parsed = URL.parse(candidate, base)
  if (parsed === null) return undefined
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return { kind: 'refused' }
  if (parsed.href.length > ADDRESS_LIMIT) return { kind: 'refused' }
  const isNamed = parsed.username !== '' || parsed.password !== ''
  const isAsWritten = /^https?:\/\//i.test(candidate) && !candidate.includes(' ') && !isNamed
  return { kind: 'page', url: isAsWritten ? candidate : withoutCredentials(parsed.href) }
}

/** The address of a link; `''` when there is none, or none to follow. */
export function urlOf(link: Link | undefined): string {
  return link?.kind === 'page' ? link.url : ''
}

/** `base` moved by an `xml:base` attribute; unchanged when the attribute is absent or unreadable. */
export function moveBase(base: string, xmlBase: string | undefined): string {
  if (xmlBase === undefined || xmlBase.length > ADDRESS_LIMIT) return base
  return URL.parse(xmlBase.trim(), base)?.href ?? base
}
