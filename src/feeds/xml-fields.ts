// The fields of RSS, RDF, Atom and news sitemaps, by name. Never decides what an article is.
import type { Instant, Zone } from '../core/calendar.ts'
import { readDate } from './dates.ts'
import type { Enclosure, ParsedItem, ReadItem } from './feed-document.ts'
import { moveBase, resolveLink, urlOf, type Link } from './links.ts'
import { markedText } from './marked-text.ts'
import { plainLine } from './plain-text.ts'
import { textOf, type XmlElement } from './xml.ts'

/** What an element inherits from those around it. */
export interface FieldContext {
  readonly dialect: 'rss' | 'atom'
  /** Absolute; relative links are read from here. */
  readonly base: string
  /** Of dates without a zone. */
  readonly zone: Zone | undefined
}

const TITLES = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title', 'news:title']
const SUMMARIES = words(
  'description summary abstract dc:description atom:summary itunes:summary dcterms:abstract media:description itunes:subtitle ' +
    'googleplay:description',
)
const CONTENTS = words('content:encoded content fullitem atom:content xhtml:body body xhtml:div')
const IDS = ['guid', 'id', 'atom:id', 'dc:identifier']
const AUTHORS = [
  'author',
  'dc:creator',
  'dc:author',
  'atom:author',
  'itunes:author',
  'googleplay:author',
  'managingeditor',
]
const PUBLISHED = words(
  'pubdate published issued atom:published dcterms:issued created dcterms:created dc:date date news:publication_date prism:publicationdate',
)
const UPDATED = [
  'updated',
  'modified',
  'atom:updated',
  'dcterms:modified',
  'lastbuilddate',
  'dc:date',
  'lastmod',
]

function words(names: string): readonly string[] {
  return names.split(' ')
}

export function childrenOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child.kind === 'element')
}

/** The children of these names, by order of the names, then of the document. */
function named(element: XmlElement, names: readonly string[]): readonly XmlElement[] {
  const children = childrenOf(element)
  return names.flatMap((name) => children.filter((child) => child.name === name))
}

/** The first that says something, as HTML; `''` without any. */
function firstText(element: XmlElement, names: readonly string[], { dialect }: FieldContext): string {
  for (const child of named(element, names)) {
    const text = markedText(child, dialect)
    if (text !== '') return text
  }
  return ''
}

/** The first date that can be read; many feeds leave one empty and give another. */
function firstDate(
  element: XmlElement,
  names: readonly string[],
  { zone }: FieldContext,
): Instant | undefined {
  for (const child of named(element, names)) {
    const instant = readDate(textOf(child), zone === undefined ? {} : { zone })
    if (instant !== undefined) return instant
  }
  return undefined
}

/** Both dates of an element, without the keys that it does not tell. */
export function datesOf(
  element: XmlElement,
  context: FieldContext,
): { readonly published?: Instant; readonly updated?: Instant } {
  const published = firstDate(element, PUBLISHED, context)
  const updated = firstDate(element, UPDATED, context)
  return { ...(published === undefined ? {} : { published }), ...(updated === undefined ? {} : { updated }) }
}

export function titleOf(element: XmlElement, context: FieldContext): string {
  return firstText(element, TITLES, context)
}

/** Plain text of the first of these that says something; undefined when there are none. */
export function lineOf(
  element: XmlElement,
  names: readonly string[],
  context: FieldContext,
): string | undefined {
  if (named(element, names).length === 0) return undefined
  return plainLine(firstText(element, names, context))
}

export function idOf(element: XmlElement, { base, dialect }: FieldContext): string {
  const texts = named(element, IDS).map((child) => textOf(child).trim())
  const written = texts.find((text) => text !== '') ?? ''
  const id = written === '' ? (element.attributes.get('rdf:about') ?? '').trim() : written
  // An identifier is never made absolute, but a bare path of Atom stands for the address it is on this server.
  const isPath = dialect === 'atom' && id.startsWith('/')
  return isPath ? urlOf(resolveLink(id, base)) : id
}

/** The names of those who wrote, addresses left out where there is a name; undefined without any. */
export function authorOf(element: XmlElement): string | undefined {
  for (const name of AUTHORS) {
    const names = named(element, [name])
      .map((author) => personName(named(author, ['name', 'atom:name', 'email'])[0] ?? author))
      .filter((person) => person !== '')
    if (names.length > 0) return [...new Set(names)].join(', ')
  }
  return undefined
}

/** A longer signature is an attack on our time, in characters; an editorial office of twenty people has 400. */
const LONGEST_SIGNATURE = 2000

/** `Anne Dupont (anne@exemple.fr)`, `anne@exemple.fr (Anne Dupont)`, `Anne Dupont <anne@exemple.fr>`. */
function personName(element: XmlElement): string {
  const text = textOf(element)
    .slice(0, LONGEST_SIGNATURE)
    .replace(/<([^<>\s@]+@[^<>\s@]+)>/, '($1)')
    .trim()
  const [, before = '', inside = ''] = /^([^()]*)\(([^()]*)\)\s*$/.exec(text) ?? []
  const name = before.includes('@') ? inside : inside.includes('@') ? before : ''
  return plainLine(name.trim() === '' ? text : name)
}

/** The address of a page: link, then the alternate Atom link, then a guid or an id that is one. */
export function linkOf(element: XmlElement, context: FieldContext): Link | undefined {
  const candidates = [...writtenLinks(element), ...identityLinks(element, context)]
  let refused: Link | undefined
  for (const { written, from } of candidates) {
    const link = resolveLink(written, moveBase(context.base, from.attributes.get('xml:base')))
    if (link?.kind === 'page') return link
    refused ??= link
  }
  return refused
}

interface WrittenLink {
  readonly written: string
  readonly from: XmlElement
}

function writtenLinks(element: XmlElement): readonly WrittenLink[] {
  const links = named(element, ['link', 'loc', 'atom:link'])
  // Where a service that counts readers has put its own address in the place of the publisher's.
  const originals = named(element, ['feedburner:origlink', 'pheedo:origlink'])
  const worded = links.filter((link) => !link.attributes.has('href'))
  const alternates = links
    .filter((link) => link.attributes.has('href') && relationOf(link) === 'alternate')
    .toSorted((a, b) => rankOf(a) - rankOf(b))
  return [
    ...[...originals, ...worded].map((from) => ({ written: textOf(from), from })),
    ...alternates.map((from) => ({ written: from.attributes.get('href') ?? '', from })),
  ]
}

/** `http://www.iana.org/assignments/relation/alternate` is `alternate` too. RFC 4287, § 4.2.7.2. */
export function relationOf(link: XmlElement): string {
  const relation = (link.attributes.get('rel') ?? '').trim().toLowerCase()
  return relation === '' ? 'alternate' : relation.slice(relation.lastIndexOf('/') + 1)
}

/** Pages before everything else that an alternate may be, and among pages those in French. */
function rankOf(link: XmlElement): number {
  const type = (link.attributes.get('type') ?? '').toLowerCase()
  if (type !== '' && !type.includes('html')) return 3
  const language = (link.attributes.get('hreflang') ?? '').toLowerCase()
  return language === '' ? 1 : language.startsWith('fr') ? 0 : 2
}

function identityLinks(element: XmlElement, { dialect }: FieldContext): readonly WrittenLink[] {
  const guids = named(element, ['guid'])
    .filter((guid) => (guid.attributes.get('ispermalink') ?? 'true').trim().toLowerCase() !== 'false')
    .map((from) => ({ written: textOf(from).trim(), from }))
    .filter(({ written }) => /^(?:https?:\/\/|\/|[a-z]+:)/i.test(written))
  const ids = (dialect === 'atom' ? named(element, ['id']) : [])
    .map((from) => ({ written: textOf(from).trim(), from }))
    .filter(({ written }) => /^https?:\/\//i.test(written))
  // Some entries name nothing but themselves; the document of a feed is no page, whatever calls it «self».
  const selves = (dialect === 'atom' && element.name === 'entry' ? named(element, ['link']) : [])
    .filter((link) => relationOf(link) === 'self' && rankOf(link) < 3)
    .map((from) => ({ written: from.attributes.get('href') ?? '', from }))
  const about = (element.attributes.get('rdf:about') ?? element.attributes.get('href') ?? '').trim()
  return [
    ...guids,
    ...ids,
    ...selves,
    ...(/^https?:/i.test(about) ? [{ written: about, from: element }] : []),
  ]
}

/** Description and summary: the first of the two is the summary, the second is taken for the content, as feedparser does. */
function textsOf(element: XmlElement, context: FieldContext): { summary: string; content: string } {
  const pair = childrenOf(element).filter(({ name }) => name === 'description' || name === 'summary')
  const [first = '', second = ''] = pair
    .map((child) => markedText(child, context.dialect))
    .filter((text) => text !== '')
  // Films describe themselves in a group of their versions.
  const groups = named(element, ['media:group'])
  const told = [element, ...groups].map((holder) => firstText(holder, SUMMARIES, context))
  const summary = first === '' ? (told.find((text) => text !== '') ?? '') : first
  const content = firstText(element, CONTENTS, context)
  return { summary, content: content === '' ? second : content }
}

function tagsOf(element: XmlElement): readonly string[] {
  return childrenOf(element).flatMap((child) => {
    const { name, attributes } = child
    if (name === 'tags') return plainLine(textOf(child)).split(/\s*,\s*/)
    if (!/^(?:(?:atom:|media:|itunes:)?category|dc:subject)$/.test(name)) return []
    const tag = plainLine(textOf(child))
    return [tag === '' ? (attributes.get('term') ?? attributes.get('text') ?? '') : tag]
  })
}

function enclosuresOf(element: XmlElement): readonly Enclosure[] {
  return childrenOf(element).flatMap((child) => {
    const { name, attributes } = child
    const isAtom = (name === 'link' || name === 'atom:link') && relationOf(child) === 'enclosure'
    const url = isAtom
      ? attributes.get('href')
      : name === 'enclosure'
        ? (attributes.get('url') ?? attributes.get('href'))
        : undefined
    if (url === undefined || url.trim() === '') return []
    const [type, length] = [attributes.get('type'), attributes.get('length')]
    return [{ url, ...(type === undefined ? {} : { type }), ...(length === undefined ? {} : { length }) }]
  })
}

/** One `<item>`, `<entry>` or `<url>`, as the feed has it. */
export function readItem(element: XmlElement, around: FieldContext): ReadItem {
  const context = { ...around, base: moveBase(around.base, element.attributes.get('xml:base')) }
  const { published, updated } = datesOf(element, context)
  const link = linkOf(element, context)
  const author = authorOf(element)
  const tags = tagsOf(element).filter((tag) => tag !== '')
  const enclosures = enclosuresOf(element)
  const at = published ?? updated
  const item: ParsedItem = {
    title: titleOf(element, context),
    link: urlOf(link),
    id: idOf(element, context),
    ...textsOf(element, context),
    ...(at === undefined ? {} : { published: at }),
    ...(updated === undefined ? {} : { updated }),
    ...(author === undefined ? {} : { author }),
    ...(tags.length > 0 ? { tags } : {}),
    ...(enclosures.length > 0 ? { enclosures } : {}),
  }
  return { item, isLinkRefused: link?.kind === 'refused' }
}
