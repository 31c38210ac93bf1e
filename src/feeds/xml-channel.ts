// The channel of an XML feed: what it tells about itself and what its items inherit. Never reads an item.
import type { Zone } from '../core/calendar.ts'
import type { CutFeed } from './cut-feed.ts'
import type { FeedDocument } from './feed-document.ts'
import { announcementOf } from './hub-links.ts'
import { moveBase, urlOf } from './links.ts'
import { localName } from './namespaces.ts'
import { plainLine } from './plain-text.ts'
import type { ReferenceDecoder } from './references.ts'
import { readXml, textOf, type XmlElement, type XmlNode } from './xml.ts'
import {
  authorOf,
  childrenOf,
  datesOf,
  idOf,
  lineOf,
  linkOf,
  titleOf,
  type FieldContext,
} from './xml-fields.ts'

export interface XmlSource {
  /** Absolute: relative links are read from here. */
  readonly base: string
  /** Whether the server said itself where the document stands: Content-Location. */
  readonly isBaseTold: boolean
  /** Of the HTTP answer. */
  readonly language: string | undefined
}

/** The channel, the root around it, and what they declare for the items. */
export interface Head {
  readonly channel: XmlElement
  /** Outermost first. */
  readonly around: readonly XmlElement[]
}

const NOTHING: XmlElement = {
  kind: 'element',
  name: '',
  tag: '',
  attributes: new Map(),
  children: [],
  namespaces: new Map(),
}

/** Finds the root, and the channel in it, whatever stands around. An empty channel when there is none. */
export function readHead(cut: CutFeed, decode: ReferenceDecoder): Head {
  const root = findRoot(readXml(cut.head, { decode }).nodes, cut.root)
  if (root === undefined) return { channel: NOTHING, around: [] }
  const channel = childrenOf(root).find(({ name }) => name === 'channel')
  return channel === undefined ? { channel: root, around: [root] } : { channel, around: [root, channel] }
}

function findRoot(nodes: readonly XmlNode[], name: string | undefined): XmlElement | undefined {
  let level = nodes
  while (level.length > 0) {
    const elements = level.filter((node) => node.kind === 'element')
    const found = elements.find(({ tag }) => localName(tag) === name)
    if (found !== undefined) return found
    level = elements.flatMap(({ children }) => children)
  }
  return undefined
}

/** What the fields of the channel and of its items are read with. */
export function contextOf(
  { channel, around }: Head,
  cut: CutFeed,
  { base, language, isBaseTold }: XmlSource,
): { readonly ofChannel: FieldContext; readonly ofItems: FieldContext } {
  const dialect = cut.root === 'feed' ? 'atom' : 'rss'
  const zone = zoneOf(language)
  const moved = around.reduce((at, { attributes }) => moveBase(at, attributes.get('xml:base')), base)
  const ofChannel = { dialect, base: moved, zone } as const
  // A relative link of RSS means the site, which is not always where its feed is served.
  const isSite =
    dialect === 'rss' && moved === base && !isBaseTold && /<(?:[\w.-]+:)?link[\s>]/i.test(cut.preamble)
  const site = isSite ? linkOf(channel, ofChannel) : undefined
  return { ofChannel, ofItems: site?.kind === 'page' ? { ...ofChannel, base: site.url } : ofChannel }
}

/** Where the clocks of a feed's readers stand, when its dates do not say: French outside Canada keeps the time of Paris. */
export function zoneOf(language: string | undefined): Zone | undefined {
  if (!/^fr\b/i.test(language ?? '')) return undefined
  return /^fr-ca\b/i.test(language ?? '') ? 'America/Toronto' : 'Europe/Paris'
}

/** No tag of a language is longer, in characters: RFC 5646, § 4.4.1, asks for 35. */
const LANGUAGE_LIMIT = 35

/** The language that the feed tells, as BCP 47 writes it. */
export function languageOf({ channel, around }: Head): string | undefined {
  const told = childrenOf(channel).find(({ name }) => name === 'language' || name === 'dc:language')
  const words = told === undefined ? '' : textOf(told)
  const inherited = around
    .map(({ attributes }) => attributes.get('xml:lang'))
    .findLast((lang) => lang !== undefined)
  const language = (words.trim() === '' ? (inherited ?? '') : words).trim().replaceAll('_', '-')
  return language.length <= LANGUAGE_LIMIT && /^[a-z]{2,8}(?:-[a-z\d]+)*$/i.test(language)
    ? language
    : undefined
}

const SUBTITLES = 'subtitle description tagline abstract itunes:subtitle itunes:summary dc:description'.split(
  ' ',
)

/** The feed without its items. */
export function channelOf(
  { channel }: Head,
  context: FieldContext,
  language: string | undefined,
): Omit<FeedDocument, 'items' | 'warnings'> {
  const link = linkOf(channel, context)
  const subtitle = lineOf(channel, SUBTITLES, context)
  const ttl = childrenOf(channel).find(({ name }) => name === 'ttl')
  const ttlMinutes = ttl === undefined ? 0 : Number(textOf(ttl).trim())
  const id = idOf(channel, context)
  const author = authorOf(channel)
  return {
    title: plainLine(titleOf(channel, context)),
    link: urlOf(link),
    ...(language === undefined ? {} : { language }),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(Number.isFinite(ttlMinutes) && ttlMinutes > 0 ? { ttlMinutes } : {}),
    ...(id === '' ? {} : { id }),
    ...(author === undefined ? {} : { author }),
    ...announcementOf(channel, context),
    ...datesOf(channel, context),
  }
}
