// A feed cut into its items before anything is parsed, so that damage in one never reaches its neighbours. Never reads a field.

export interface CutItem {
  readonly source: string
  /**
   * `closed` by its own end tag, `open` when the next item or the end of the channel came first or its start tag is lost,
   * `cut` by the end of the file.
   */
  readonly end: 'closed' | 'open' | 'cut'
}

export interface CutFeed {
  /** Everything outside the items: the channel. */
  readonly head: string
  /** What stands before the first item. */
  readonly preamble: string
  readonly items: readonly CutItem[]
  /** Lower case, without prefix: `rss`, `rdf`, `feed`, `channel`, `urlset`, `html`; undefined without any. */
  readonly root?: string
  /** The file ends before its root does. */
  readonly isTruncated: boolean
  /** The file begins after its root. */
  readonly isBeheaded: boolean
}

/** Namespaces whose items are items, whatever their prefix. */
const FEED_NAMESPACE =
  /(?:purl\.org\/(?:rss|net\/rss|atom)|w3\.org\/2005\/atom|userland\.com\/rss|netscape\.com\/|sitemaps\.org\/)/i

const TAG = /<(\/?)(?:([\w.-]+):)?(item|entry|url|channel|rss|feed|rdf|urlset|html)(?=[\s/>])/iy

interface Cutting {
  readonly source: string
  readonly items: CutItem[]
  readonly head: string[]
  readonly prefixes: Set<string>
  /** The next `>` that was looked for: without it, tags that never end would each be followed to the end of the file. */
  closeAt: number
  /** How far the start of an item whose tag is broken was looked for in vain. */
  searchedTo: number
  /** Whether the source is a news sitemap without its root, once that was asked. */
  isNews: boolean | undefined
  root: string | undefined
  isRootClosed: boolean
  headFrom: number
  itemFrom: number | undefined
  isBeheaded: boolean
}

/** Cuts at `<item>` and `<entry>` (`<url>` of a sitemap) outside CDATA and comments. Linear in the length. */
export function cutFeed(source: string): CutFeed {
  const cutting: Cutting = {
    source,
    items: [],
    head: [],
    prefixes: new Set(),
    closeAt: -1,
    searchedTo: 0,
    isNews: undefined,
    root: undefined,
    isRootClosed: false,
    headFrom: 0,
    itemFrom: undefined,
    isBeheaded: false,
  }
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const hidden = source.startsWith('<!', at) ? endOfHidden(source, at) : undefined
    if (hidden !== undefined) at = hidden - 1
    else readTag(cutting, at)
  }
  const isCut = cutting.itemFrom !== undefined
  endItem(cutting, source.length, 'cut')
  cutting.head.push(source.slice(cutting.headFrom))
  const isTruncated =
    isCut || (cutting.root !== undefined && cutting.root !== 'html' && !cutting.isRootClosed)
  const { items, head, root } = cutting
  return {
    items,
    head: head.join(''),
    preamble: head[0] ?? '',
    isTruncated,
    isBeheaded: cutting.isBeheaded || (root === undefined && items.length > 0),
    ...(root === undefined ? {} : { root }),
  }
}

/** Where a comment or a CDATA section ends; undefined when there is none at `at`. */
export function endOfHidden(source: string, at: number): number | undefined {
  const end = source.startsWith('<!--', at) ? '-->' : source.startsWith('<![CDATA[', at) ? ']]>' : undefined
  if (end === undefined) return undefined
  const found = source.indexOf(end, at + 4)
  return found < 0 ? undefined : found + end.length
}

function readTag(cutting: Cutting, at: number): void {
  TAG.lastIndex = at
  const [, slash, prefix = '', written = ''] = TAG.exec(cutting.source) ?? []
  const name = written.toLowerCase()
  if (name === 'item' || name === 'entry' || name === 'url') readItemTag(cutting, at, { name, prefix, slash })
  else if (name !== '') readRootTag(cutting, at, { name, prefix, slash })
}

const NEWS = /<[\w.-]+:news[\s>]/

interface Tag {
  readonly name: string
  readonly prefix: string
  readonly slash: string | undefined
}

function readItemTag(cutting: Cutting, at: number, { name, prefix, slash }: Tag): void {
  // A news sitemap of which the root is broken is known by what its pages hold.
  if (name === 'url' && cutting.root === undefined && (cutting.isNews ??= NEWS.test(cutting.source))) {
    cutting.root = 'urlset'
    cutting.isBeheaded = true
  }
  if ((name === 'url') !== (cutting.root === 'urlset')) return
  if (prefix !== '' && !cutting.prefixes.has(prefix)) return
  const close = closeAfter(cutting, at)
  const end = Math.min(cutting.source.length, close + 1)
  if (slash === '/') {
    if (cutting.itemFrom !== undefined) endItem(cutting, end, 'closed')
    else endUnopened(cutting, at, end, name)
    return
  }
  endItem(cutting, at, 'open')
  cutting.head.push(cutting.source.slice(cutting.headFrom, at))
  cutting.itemFrom = at
  if (cutting.source[close - 1] === '/') endItem(cutting, end, 'closed')
}

/** What every item has, and what is left between two items has not. */
const ITEM_FIELD = /<(?:[\w.-]+:)?(?:title|link|guid|id|loc|description|summary)\b/i

/**
 * An end tag alone: the start tag of its item is broken. The item began where the one before ended; the first one began
 * with the last title, the titles before being those of the channel.
 */
function endUnopened(cutting: Cutting, at: number, end: number, name: string): void {
  const from = Math.max(cutting.headFrom, cutting.searchedTo)
  const between = cutting.source.slice(from, at)
  const isFirst = cutting.items.length === 0 && name !== 'url'
  const fieldAt = isFirst ? between.toLowerCase().lastIndexOf('<title') : between.search(ITEM_FIELD)
  cutting.searchedTo = at
  if (fieldAt < 0) return
  cutting.head.push(cutting.source.slice(cutting.headFrom, from + fieldAt))
  cutting.items.push({
    source: `<${name}>${cutting.source.slice(from + fieldAt, end)}`,
    end: 'open',
  })
  cutting.headFrom = end
}

function readRootTag(cutting: Cutting, at: number, { name, prefix, slash }: Tag): void {
  const isRoot = name === cutting.root
  if (slash === '/') {
    if (isRoot || (name === 'channel' && cutting.root !== 'html')) endItem(cutting, at, 'open')
    if (isRoot) cutting.isRootClosed = true
    return
  }
  // Inside an item there are feeds only as words: <source><feed>…
  if (cutting.itemFrom !== undefined) return
  if (cutting.root === undefined || (cutting.root === 'html' && cutting.items.length === 0))
    cutting.root = name
  if (prefix !== '') cutting.prefixes.add(prefix)
  const next = cutting.source.indexOf('<', at + 1)
  const tag = cutting.source.slice(at, Math.min(closeAfter(cutting, at), next < 0 ? Infinity : next))
  for (const [, bound = '', uri = ''] of tag.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)/g)) {
    if (FEED_NAMESPACE.test(uri)) cutting.prefixes.add(bound)
  }
}

/** Where the tag at `at` ends; the length of the source when it never does. */
function closeAfter(cutting: Cutting, at: number): number {
  if (cutting.closeAt < at) {
    const found = cutting.source.indexOf('>', at)
    cutting.closeAt = found < 0 ? cutting.source.length : found
  }
  return cutting.closeAt
}

function endItem(cutting: Cutting, at: number, end: CutItem['end']): void {
  if (cutting.itemFrom === undefined) return
  cutting.items.push({ source: cutting.source.slice(cutting.itemFrom, at), end })
  cutting.itemFrom = undefined
  cutting.headFrom = at
}
