// The feeds that a page names: in its head, then in its links. Reads tags alone, bounded; never fetches, never judges a feed.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { isCommentsFeed, type NamedFeed } from '../core/feed-preview.ts'
import { bareAddress, isSameSite } from '../core/web-site.ts'
import { isFeedAddress, isFeedText, isForeign, readableTitle } from './feed-marks.ts'
import { readLinkHeader } from './link-header.ts'
import { moveBase, resolveLink } from './links.ts'
import { withoutFeedScheme } from './typed-address.ts'

export interface FeedLinks {
  /** What the page's head declares, best first. */
  readonly declared: readonly NamedFeed[]
  /** Links whose address is a feed's, best first. */
  readonly addressed: readonly NamedFeed[]
  /** Links that only speak of feeds: often to the page that lists them. */
  readonly mentioned: readonly NamedFeed[]
  /** Where the page sends its visitors by itself. */
  readonly refreshTo?: string
}

/** Links of one kind that are kept of a page: ten times what is shown. */
const KEPT = 100

/** How much of an attribute or of a link's text is read, in characters: an address may have 2,000 and work everywhere. */
const VALUE_LIMIT = 2000
const TEXT_LIMIT = 200

/** What hides the rest of a page when it is never closed; so many times its tag is ignored instead. */
const HIDING = new Set(['title', 'textarea', 'style', 'noframes', 'iframe', 'xmp'])
const RESCUES = 3

/**
 * Any text gives links, perhaps none; addresses are absolute, http or https. `linkHeader` is what the server said beside
 * the page. Linear in the length of the page.
 */
export function readFeedLinks(html: string, url: string, linkHeader = ''): FeedLinks {
  const reader = new LinkReader(html)
  let start = 0
  for (let rescue = 0; rescue <= RESCUES; rescue += 1) {
    const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: true }, reader)
    reader.offset = start
    tokenizer.write(html.slice(start))
    tokenizer.end()
    reader.finish()
    if (reader.hidden === undefined) break
    start = reader.hidden
  }
  const told = readLinkHeader(linkHeader).filter((link) => isDeclared(link, link.get('href') ?? ''))
  return linksOf(reader, url, told.map(foundOf))
}

type Attributes = ReadonlyMap<string, string>

/** A link as written. */
interface Found {
  readonly href: string
  readonly title: string
}

const READ_TAGS = new Set(['a', 'area', 'base', 'html', 'img', 'link', 'meta'])

class LinkReader implements TokenizerCallbacks {
  readonly declared: Found[] = []
  readonly addressed: Found[] = []
  readonly mentioned: Found[] = []
  base: string | undefined
  xmlBase: string | undefined
  refresh: string | undefined
  /** Where the text handed to the tokenizer starts. */
  offset = 0
  private readonly html: string
  private name = ''
  private attributes = new Map<string, string>()
  private attribute = ''
  private value = ''
  private anchor: { readonly attributes: Attributes; text: string } | undefined
  private hiding: { readonly name: string; readonly end: number } | undefined

  constructor(html: string) {
    this.html = html
  }

  /** Where to go on behind a tag that hid the rest of the page. */
  get hidden(): number | undefined {
    return this.hiding?.end
  }

  finish(): void {
    this.endAnchor()
  }

  onopentagname(start: number, end: number): void {
    this.name = this.slice(start, Math.min(end, start + TEXT_LIMIT)).toLowerCase()
    this.attributes = new Map()
    this.hiding = undefined
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.slice(start, Math.min(end, start + TEXT_LIMIT)).toLowerCase()
    this.value = ''
  }

  onattribdata(start: number, end: number): void {
    if (READ_TAGS.has(this.name)) this.addValue(this.slice(start, Math.min(end, start + VALUE_LIMIT)))
  }

  onattribentity(codePoint: number): void {
    this.addValue(String.fromCodePoint(codePoint))
  }

  onattribend(): void {
    if (READ_TAGS.has(this.name) && !this.attributes.has(this.attribute)) {
      this.attributes.set(this.attribute, this.value.trim())
    }
  }

  onopentagend(end: number): void {
    this.tag()
    if (HIDING.has(this.name)) this.hiding = { name: this.name, end: this.offset + end + 1 }
  }

  onselfclosingtag(): void {
    this.tag()
  }

  onclosetag(start: number, end: number): void {
    const name = this.slice(start, Math.min(end, start + TEXT_LIMIT)).toLowerCase()
    if (this.hiding?.name === name) this.hiding = undefined
    if (name === 'a') this.endAnchor()
  }

  ontext(start: number, end: number): void {
    this.addText(this.slice(start, Math.min(end, start + TEXT_LIMIT)))
  }

  ontextentity(codePoint: number): void {
    this.addText(String.fromCodePoint(codePoint))
  }

  private slice(start: number, end: number): string {
    return this.html.slice(this.offset + start, this.offset + end)
  }

  private addValue(text: string): void {
    if (this.value.length < VALUE_LIMIT) this.value += text
  }

  private addText(text: string): void {
    if (this.anchor !== undefined && this.anchor.text.length < TEXT_LIMIT) this.anchor.text += text
  }

  private tag(): void {
    const { attributes } = this
    const href = attributes.get('href') ?? ''
    if (this.name === 'html') this.xmlBase ??= attributes.get('xml:base')
    if (this.name === 'base' && href !== '') this.base ??= href
    if (this.name === 'meta') this.refresh ??= refreshOf(attributes)
    if (this.name === 'link' && isDeclared(attributes, href)) {
      keep(this.declared, foundOf(attributes))
    }
    if (this.name === 'img') this.addText(` ${attributes.get('alt') ?? ''} `)
    if (this.name !== 'a' && this.name !== 'area') return
    this.endAnchor()
    this.anchor = { attributes, text: '' }
    if (this.name === 'area') this.endAnchor()
  }

  private endAnchor(): void {
    if (this.anchor === undefined) return
    const { attributes, text } = this.anchor
    this.anchor = undefined
    const href = attributes.get('href') ?? ''
    const told = [text, attributes.get('title'), attributes.get('aria-label')].map((words) =>
      (words ?? '').replaceAll(/\s+/g, ' ').trim(),
    )
    const title = told.find((words) => readableTitle(words) !== '') ?? ''
    if (isDeclared(attributes, href) || isFeedAddress(href)) keep(this.addressed, { href, title })
    else if (href !== '' && told.some(isFeedText)) keep(this.mentioned, { href, title })
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}

function foundOf(attributes: Attributes): Found {
  return { href: attributes.get('href') ?? '', title: attributes.get('title') ?? '' }
}

function keep(list: Found[], found: Found): void {
  if (list.length < KEPT) list.push(found)
}

/** RSS, Atom, RDF, JSON Feed, and XML without saying which. */
const FEED_TYPE = /\b(?:rss|atom|rdf|feed)\b|^(?:text|application)\/xml$/i

/** Whether a tag says that it leads to a feed of this page. */
function isDeclared(attributes: Attributes, href: string): boolean {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  const isRelated = relations.includes('feed') || relations.includes('alternate')
  if (href === '' || !isRelated || relations.includes('stylesheet')) return false
  if (/oembed|wp-json|sitemap/i.test(`${attributes.get('type') ?? ''} ${href}`)) return false
  const type = (attributes.get('type') ?? '').split(';')[0]?.trim() ?? ''
  if (FEED_TYPE.test(type) || relations.includes('feed')) return true
  // A bare JSON or no type at all is as often an application's door, or the page in another language.
  return /^(?:application\/json|)$/i.test(type) && !attributes.has('hreflang') && isFeedAddress(href)
}

function refreshOf(attributes: Attributes): string | undefined {
  if (attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return undefined
  return /^[\d.]*\s*[;,]?\s*url\s*=\s*["']?([^"']+)/i.exec(attributes.get('content') ?? '')?.[1]
}

function linksOf(reader: LinkReader, url: string, told: readonly Found[]): FeedLinks {
  const base = moveBase(moveBase(url, reader.xmlBase), reader.base)
  const named = (found: readonly Found[]): readonly NamedFeed[] => distinct(absolute(found, base), url)
  // Those of the header know no base but the page's own address.
  const declared = distinct([...absolute(reader.declared, base), ...absolute(told, url)], url)
  const known = new Set(declared.map((feed) => bareAddress(feed.url)))
  const isNew = (feed: NamedFeed): boolean => !known.has(bareAddress(feed.url)) && !isForeign(feed.url)
  const refresh = reader.refresh === undefined ? undefined : resolveLink(reader.refresh, base)
  return {
    declared,
    addressed: named(reader.addressed).filter(isNew),
    mentioned: named(reader.mentioned).filter((feed) => isNew(feed) && isSameSite(feed.url, url)),
    ...(refresh?.kind === 'page' ? { refreshTo: refresh.url } : {}),
  }
}

function absolute(found: readonly Found[], base: string): readonly NamedFeed[] {
  return found.flatMap(({ href, title }) => {
    const link = resolveLink(withoutFeedScheme(href), base)
    if (link?.kind !== 'page') return []
    const { href: address } = new URL(link.url)
    return [{ url: address.replace(/#.*$/s, ''), title: readableTitle(title).slice(0, TEXT_LIMIT) }]
  })
}

/** Each address once, without the page itself; best first, otherwise in the order of the page. */
function distinct(feeds: readonly NamedFeed[], pageUrl: string): readonly NamedFeed[] {
  const seen = new Set([bareAddress(pageUrl)])
  const once = feeds.filter((feed) => {
    const address = bareAddress(feed.url)
    const isNew = !seen.has(address)
    seen.add(address)
    return isNew
  })
  return once.toSorted((one, other) => rankOf(one, pageUrl) - rankOf(other, pageUrl))
}

/** The page's own rubric, then articles of the site, then of elsewhere, then sound and film, then readers' comments. */
function rankOf(feed: NamedFeed, pageUrl: string): number {
  if (isCommentsFeed(feed)) return 4
  if (/podcast|vid[eé]o|photo|agenda/i.test(`${feed.title} ${feed.url}`)) return 3
  const path = URL.parse(pageUrl)?.pathname.replace(/\/+$/, '') ?? ''
  const isOfRubric = path !== '' && (URL.parse(feed.url)?.pathname ?? '').startsWith(`${path}/`)
  if (isOfRubric) return 0
  return isSameSite(feed.url, pageUrl) || isFeedCarrier(feed.url) ? 1 : 2
}

function isFeedCarrier(url: string): boolean {
  return /(?:^|\.)(?:feedburner\.com|feedproxy\.google\.com)$/.test(URL.parse(url)?.hostname ?? '')
}
