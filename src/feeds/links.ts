// Addresses in feeds, made absolute. Never fetches anything.

/** An absolute http(s) address, or one of another scheme (`file:`, `javascript:`) that nobody may follow. */
export type Link = { readonly kind: 'page'; readonly url: string } | { readonly kind: 'refused' }

/**
 * A link made absolute; undefined for what is no address. One that is absolute already stays as written, but for the
 * spaces around it.
 */
export function resolveLink(link: string, base: string): Link | undefined {
  const written = link
    .replaceAll(/[\t\n\r]+\s*/g, '')
    .trim()
    .replaceAll('&amp;', '&')
  if (written === '') return undefined
  const candidate = /^www\.[^/]+\.\w/i.test(written) ? `https://${written}` : written
  const parsed = URL.parse(candidate, base)
  if (parsed === null) return undefined
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return { kind: 'refused' }
  const isAsWritten = /^https?:\/\//i.test(candidate) && !candidate.includes(' ')
  return { kind: 'page', url: isAsWritten ? candidate : parsed.href }
}

/** The address of a link; `''` when there is none, or none to follow. */
export function urlOf(link: Link | undefined): string {
  return link?.kind === 'page' ? link.url : ''
}

/** `base` moved by an `xml:base` attribute; unchanged when the attribute is absent or unreadable. */
export function moveBase(base: string, xmlBase: string | undefined): string {
  return (xmlBase === undefined ? undefined : URL.parse(xmlBase.trim(), base)?.href) ?? base
}
