// Addresses in feeds: made absolute, freed of tracking. Never fetches anything.

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

/**
 * Parameters that follow a reader and never name a page: Google and Matomo (`utm_`, `mtm_`, `pk_`), AT Internet (`xtor`,
 * `at_`), advertisers' click ids, mailing tools, Echobox. Each was seen in feeds of the French press or their newsletters.
 */
const TRACKING =
  /^(?:utm_\w*|xtor|xtref|at_[a-z]\w*|mtm_\w+|pk_(?:campaign|kwd|source|medium|content|cid)|piwik_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|_ga|_gl|cmpid|s_cid|wt_mc|wt\.mc_id|ns_(?:campaign|mchannel|source|linkname|fee)|ens_id|echobox|vero_id|oly_enc_id|oly_anon_id|_hsenc|_hsmi|actid|m_i)$/i

/** The address without what only tells where its reader came from. What remains is not re-encoded. */
export function withoutTracking(url: string): string {
  const [, page = url, query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? []
  const kept = (query ?? '').split('&').filter((pair) => pair !== '' && !isTracking(pair))
  const isFragmentTracking =
    fragment === undefined || fragment === '' || fragment.split('&').every(isTracking)
  return page + (kept.length > 0 ? `?${kept.join('&')}` : '') + (isFragmentTracking ? '' : `#${fragment}`)
}

function isTracking(pair: string): boolean {
  return TRACKING.test(pair.split('=', 1)[0] ?? '')
}
