// RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0 and news sitemaps: a text becomes a feed. Never throws, never loses an item silently.
import type { FeedWarning } from '../ports.ts'
import { closeSections } from './close-sections.ts'
import { cutFeed, type CutFeed, type CutItem } from './cut-feed.ts'
import { complaints, type FeedDocument, keepEnds, omission } from './feed-document.ts'
import { readDoctype, type Doctype } from './references.ts'
import { newsOf, publicationOf } from './sitemap-news.ts'
import { ELEMENT_LIMIT, readXml, type XmlElement, type XmlOptions } from './xml.ts'
import { channelOf, contextOf, languageOf, readHead, type XmlSource } from './xml-channel.ts'
import { readItem } from './xml-fields.ts'

/** A page without `<html>`: its first tag is one of those with which pages and error messages begin. */
const PAGE_START = /^[^<]*(?:<[!?][^>]*>[^<]*)*<(?:head|body|title|meta|script|center|div|h1|h2|p|br|b)\b/i

/** How far a page may take to begin, in characters. Declarations by the million exhaust the stack of a pattern. */
const START_REACH = 10_000

/** The feed in a text; `'html'` for a web page, undefined for anything else. */
export function parseXml(text: string, source: XmlSource): FeedDocument | 'html' | undefined {
  const doctype = readDoctype(text)
  const closed = closeSections(doctype.source)
  const cut = cutFeed(closed.source)
  if (cut.items.length === 0 && (cut.root === undefined || cut.root === 'html')) {
    return cut.root === 'html' || PAGE_START.test(text.slice(0, START_REACH)) ? 'html' : undefined
  }
  const head = readHead(cut, doctype.decode)
  const budget = { left: ELEMENT_LIMIT }
  const elements = keepEnds(cut.items)
    .map((item) => readElement(item, head.channel, { decode: doctype.decode, budget }))
    .filter(isWorthReading)
    .flatMap(apart)
  const isSitemap = cut.root === 'urlset'
  const news = isSitemap ? elements.flatMap((read) => newsOf(read)) : elements
  // A sitemap of ordinary pages is no feed; one whose news ran out is an empty feed.
  if (news.length === 0 && elements.length > 0) return undefined
  const publication = isSitemap ? publicationOf(news[0]?.element) : {}
  const language = publication.language ?? languageOf(head) ?? source.language
  const { ofChannel, ofItems } = contextOf(head, cut, { ...source, language })
  const items = news.map(({ element }) => readItem(element, ofItems))
  return {
    ...channelOf(head, ofChannel, language),
    ...(publication.title === undefined ? {} : { title: publication.title }),
    items: items.map(({ item }) => item),
    warnings: [
      ...omission(cut.items.length),
      ...mendings({ elements: news, closed, cut, doctype }),
      ...complaints(items),
    ],
  }
}

/** An item's element, and how whole it came. */
interface ReadElement {
  readonly element: XmlElement
  readonly isDamaged: boolean
  readonly isCut: boolean
}

function readElement(
  cut: CutItem,
  channel: XmlElement,
  options: Pick<XmlOptions, 'decode' | 'budget'>,
): ReadElement {
  const isCut = cut.end === 'cut'
  const { nodes, isDamaged } = readXml(cut.source, { ...options, namespaces: channel.namespaces, isCut })
  const element = nodes.find((node) => node.kind === 'element') ?? { ...channel, children: [] }
  return { element, isDamaged: isDamaged || cut.end !== 'closed', isCut }
}

/** An item has one of each; the first three are its names. */
const SINGLE_FIELDS = ['guid', 'id', 'loc', 'title', 'link', 'pubdate', 'published', 'news:news']

/** Two items that became one when the tags between them were lost: two names, and something else twice. */
function apart(read: ReadElement): readonly ReadElement[] {
  const { children } = read.element
  const names = children.map((child) => (child.kind === 'element' ? child.name : ''))
  const twice = SINGLE_FIELDS.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
  const hasTwoNames = twice.some((name) => SINGLE_FIELDS.indexOf(name) < 3)
  if (!hasTwoNames || twice.length < 2) return [read]
  const at = Math.min(...twice.map((name) => names.indexOf(name, names.indexOf(name) + 1)))
  const [one, other] = [children.slice(0, at), children.slice(at)]
  return [one, other].map((own) => ({
    ...read,
    element: { ...read.element, children: own },
    isDamaged: true,
  }))
}

/** A last item of which no field arrived whole is nothing. */
function isWorthReading({ element, isCut }: ReadElement): boolean {
  return !isCut || element.children.some((child) => child.kind === 'element')
}

function mendings(read: {
  readonly elements: readonly ReadElement[]
  readonly closed: { readonly repairs: number }
  readonly cut: CutFeed
  readonly doctype: Doctype
}): readonly FeedWarning[] {
  const recovered = read.elements.filter(({ isDamaged }) => isDamaged).length
  return [
    ...(recovered + read.closed.repairs > 0 || read.cut.isBeheaded
      ? [{ code: 'read-tolerantly', recovered } as const]
      : []),
    ...(read.cut.isTruncated ? [{ code: 'truncated' } as const] : []),
    ...(read.doctype.isRefused() ? [{ code: 'entities-refused' } as const] : []),
  ]
}
