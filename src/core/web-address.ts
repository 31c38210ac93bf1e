// One page, one address: what only tells where a reader came from is dropped, and what people paste is read. Never fetches
// anything.

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

/** Without the name and the password that stand before a host: they are nobody else's, or lie about where an address leads. */
export function withoutCredentials(address: string): string {
  return address.replace(/^(\s*[a-z][a-z\d+.-]*:[\\/]*)[^\\/?#]*@/iu, '$1')
}

/** As browsers write it, so that one page has one address. */
export function cleanAddress(link: string): string {
  const clean = withoutTracking(link)
  return withoutCredentials(URL.parse(clean)?.href ?? clean)
}

/** What people paste around an address: angle brackets, guillemets; Slack writes `<https://…|words>`. */
const PASTED = /^[\s<«"'“(]*(.*?)(?:\|[^>]*)?[\s>»"'”)]*$/su

/** The address that somebody typed or pasted, absolute and clean; undefined for what is none. */
export function typedAddress(typed: string): string | undefined {
  const [, bare = ''] = PASTED.exec(typed) ?? []
  if (bare === '' || /\s/u.test(bare)) return undefined
  const written = /^https?:\/\//iu.test(bare)
    ? bare
    : /^[\w-]+(?:\.[\w-]+)+\//u.test(bare)
      ? `https://${bare}`
      : ''
  return URL.canParse(written) ? cleanAddress(written) : undefined
}

/** The same page under the names that people and sites give it: with and without `www.`, a final slash, http and https. */
export function likelyAddresses(url: string): readonly string[] {
  const parsed = URL.parse(url)
  if (parsed === null) return [url]
  const { host, pathname, search, hash } = parsed
  const bareHost = host.replace(/^www\./u, '')
  const barePath = pathname.replace(/\/$/u, '')
  const [scheme, otherScheme] = parsed.protocol === 'http:' ? ['http', 'https'] : ['https', 'http']
  const hosts = host === bareHost ? [host, `www.${host}`] : [host, bareHost]
  const paths = pathname === barePath ? [barePath, `${barePath}/`] : [pathname, barePath]
  const ends = hash === '' ? [search] : [`${search}${hash}`, search]
  return [
    ...new Set([
      url,
      ...[scheme, otherScheme].flatMap((protocol) =>
        hosts.flatMap((name) =>
          paths.flatMap((path) => ends.map((end) => `${protocol}://${name}${path}${end}`)),
        ),
      ),
    ]),
  ]
}
