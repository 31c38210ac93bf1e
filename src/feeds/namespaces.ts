// Namespaces of feeds: which vocabulary a prefix stands for. Never trusts the prefix when the address says otherwise.

/** Prefix to canonical name of its vocabulary; the prefix `''` is the default namespace. */
export type Namespaces = ReadonlyMap<string, string>

/** A vocabulary that says nothing to us. */
const FOREIGN = '?'

/** Addresses as feeds write them: with and without slash, `http` or `https`, in any case. */
const VOCABULARIES: readonly (readonly [RegExp, string])[] = [
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [/purl\.org\/dc\/elements\/1\.[01]/, 'dc'],
  [/purl\.org\/dc\/terms/, 'dcterms'],
  [/itunes\.com\/dtds\/podcast/, 'itunes'],
  [/search\.yahoo\.com\/mrss/, 'media'],
  [/w3\.org\/1999\/xhtml/, 'xhtml'],
  [/w3\.org\/1999\/02\/22-rdf-syntax-ns/, 'rdf'],
  [/w3\.org\/xml\/1998\/namespace/, 'xml'],
  [/google\.com\/schemas\/sitemap-news/, 'news'],
  [/sitemaps\.org\/schemas\/sitemap|google\.com\/schemas\/sitemap\//, 'sitemap'],
  [/feedburner\.org\/ns|rssnamespace\.org\/feedburner/, 'feedburner'],
  [/google\.com\/schemas\/play-podcasts/, 'googleplay'],
  [/prismstandard\.org\/namespaces/, 'prism'],
  [
    /(?:w3\.org\/2005\/atom|purl\.org\/(?:atom|echo|pie)|example\.com\/(?:newformat|necho)|uri\/of\/echo)/,
    'atom',
  ],
  [/purl\.org\/rss\/1\.0\/modules\//, FOREIGN],
  [/userland\.com\/rss|netscape\.com\/|purl\.org\/(?:net\/)?rss|harvard\.edu\/tech\/rss/, 'rss'],
]

/** The canonical name of a namespace; the prefix itself for an unknown address under a prefix. */
export function namespaceName(uri: string, prefix: string): string {
  const address = uri.trim().toLowerCase()
  if (address === '') return 'rss'
  const known = VOCABULARIES.find(([pattern]) => pattern.test(address))?.[1]
  return known ?? (prefix === '' ? FOREIGN : prefix)
}

/** The binding under which the namespace of the feed itself is kept. It is no XML name, so that no document can bind it. */
const HOME_BINDING = '<home>'

/** The namespaces below a feed's root: the root's own namespace is that of the feed. Those below have it already. */
export function withHome(namespaces: Namespaces, tag: string): Namespaces {
  if (namespaces.has(HOME_BINDING) || !ROOT_NAMES.has(localName(tag))) return namespaces
  const home = namespaces.get(prefixOf(tag)) ?? 'rss'
  return new Map([...namespaces, [HOME_BINDING, home === 'rdf' ? 'rss' : home]])
}

const ROOT_NAMES = new Set(['rss', 'rdf', 'feed', 'channel', 'urlset'])

/** A tag without its prefix, in lower case. */
export function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1).toLowerCase()
}

/** The canonical name of an element: `title`, `dc:creator`, `?:description`. Lower case. */
export function qualify(tag: string, namespaces: Namespaces): string {
  const prefix = prefixOf(tag)
  const local = localName(tag)
  const home = namespaces.get(HOME_BINDING) ?? 'rss'
  const vocabulary = namespaces.get(prefix) ?? (prefix === '' ? home : prefix.toLowerCase())
  return vocabulary === home || vocabulary === 'rss' ? local : `${vocabulary}:${local}`
}

function prefixOf(tag: string): string {
  const colon = tag.indexOf(':')
  return colon < 0 ? '' : tag.slice(0, colon).toLowerCase()
}
