// OPML, the lists of feeds that readers of feeds exchange: read whatever their faults, and written. Asks for no feed.
import { feedId } from '../core/article-identity.ts'
import {
  foldersOf,
  MOST_OUTLINE_FEEDS,
  type Outline,
  type OutlineFeed,
  type OutlineWarning,
  type RefusedOutline,
  rubricOf,
} from '../core/outline.ts'
import { foldTitle } from '../core/find-titled.ts'
import { shortenedTitle } from '../core/feed-title.ts'
import { withoutCredentials } from '../core/web-address.ts'
import { webSite } from '../core/web-site.ts'
import { type CutOutlines, cutOutlines, type OutlinePart } from './cut-outlines.ts'
import { decodeFeed, type DecodedText } from './decode.ts'
import { isHttp, outlineAddress } from './outline-address.ts'
import { plainLine } from './plain-text.ts'

/** The longest list that is read, in bytes: as the longest feed. A list of 2,000 feeds has half a megabyte. */
export const OPML_LIMIT_BYTES = 10_000_000

/** Folders one in another of which the names count; no reader shows more. */
const DEEPEST_FOLDER = 5

/** Refused outlines that are told of; the rest of a broken list is like them. */
const MOST_REFUSED = 1000

/** What readers write where the user made no folder: Feedly, FreshRSS, Liferea, older exports of Google Reader. */
const NO_FOLDER = new Set(['uncategorized', 'sans categorie', 'non classe', 'non classes', 'subscriptions'])

/** Ours alone: who answers for a feed, and whether it is quoted, have no place in OPML 2.0. */
const NAMESPACE = 'urn:pressoir:opml'

/** The list in some bytes; of more than `OPML_LIMIT_BYTES` the beginning. Undefined for what is no OPML. Never throws. */
export function readOpml(
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Outline | undefined {
  const decoded = decodeFeed(body.subarray(0, OPML_LIMIT_BYTES), headers)
  const cut = cutOutlines(decoded.text)
  if (!cut.isOutline) return undefined
  const reading = new OutlineReading()
  for (const part of cut.parts) reading.take(part)
  return { ...reading.finish(), warnings: warningsOf(decoded, cut, body.length > OPML_LIMIT_BYTES) }
}

function warningsOf(
  { warnings }: DecodedText,
  { damage }: CutOutlines,
  isCut: boolean,
): readonly OutlineWarning[] {
  return [
    ...warnings.flatMap((warning) => (warning.code === 'encoding-lies' ? [warning] : [])),
    ...(damage.mendedCount > 0 ? [{ code: 'mended', count: damage.mendedCount } as const] : []),
    ...(damage.isTruncated || isCut ? [{ code: 'truncated' } as const] : []),
    ...(damage.areEntitiesRefused ? [{ code: 'entities-refused' } as const] : []),
  ]
}

type OutlineTag = Extract<OutlinePart, { readonly kind: 'outline' }>

/** The list as far as it has been read. */
class OutlineReading {
  private title = ''
  private repeatedCount = 0
  private readonly feeds = new Map<string, OutlineFeed>()
  private readonly refused: RefusedOutline[] = []
  /** The folders around the next outline, by each outline that is open. */
  private readonly open: (readonly string[])[] = []

  take(part: OutlinePart): void {
    if (part.kind === 'end') this.open.pop()
    else if (part.kind === 'title') this.title ||= shortenedTitle(plainLine(part.text))
    else this.takeOutline(part)
  }

  finish(): Omit<Outline, 'warnings'> {
    const { title, repeatedCount, refused } = this
    return { title, feeds: [...this.feeds.values()], refused, repeatedCount }
  }

  private takeOutline(tag: OutlineTag): void {
    const around = this.open.at(-1) ?? []
    const name = nameOf(tag)
    const isFolder = !isFeedLike(tag)
    if (!isFolder) this.takeFeed(tag, name, around)
    if (!tag.isOpen) return
    const isNamed =
      isFolder && name !== '' && around.length < DEEPEST_FOLDER && !NO_FOLDER.has(foldTitle(name))
    this.open.push(isNamed ? [...around, name] : around)
  }

  private takeFeed(tag: OutlineTag, name: string, around: readonly string[]): void {
    const given = addressOf(tag)
    const read = outlineAddress(given, typeOf(tag))
    if (read.kind === 'refused')
      return this.refuse({
        title: name,
        given: withoutCredentials(given),
        line: tag.line,
        reason: read.reason,
      })
    const rubric = rubricOf(around.length > 0 ? around : categoryOf(tag))
    const id = feedId(read.address)
    const known = this.feeds.get(id)
    if (known !== undefined) {
      this.repeatedCount += 1
      if (known.rubric === '') this.feeds.set(id, { ...known, rubric })
    } else if (this.feeds.size >= MOST_OUTLINE_FEEDS) {
      this.refuse({ title: name, given, line: tag.line, reason: 'too-many' })
    } else this.feeds.set(id, feedOf(tag, { title: name, address: read.address, rubric }))
  }

  private refuse(refused: RefusedOutline): void {
    if (this.refused.length < MOST_REFUSED) this.refused.push(refused)
  }
}

function feedOf(
  { attributes, line }: OutlineTag,
  { title, address, rubric }: Pick<OutlineFeed, 'title' | 'address' | 'rubric'>,
): OutlineFeed {
  const site = attributes.get('htmlurl')?.trim() ?? ''
  const feed: OutlineFeed = {
    title: title === '' ? webSite(address).host : title,
    address,
    site: isHttp(site) ? site : '',
    rubric,
    language: attributes.get('language')?.trim() ?? '',
    publisher: shortenedTitle(plainLine(attributes.get('pressoir:publisher') ?? '')),
    line,
  }
  return attributes.get('pressoir:quoted') === 'false' ? { ...feed, isQuoted: false } : feed
}

/** What its reader showed. Liferea and Thunderbird write only one of the two, and some leave the other one empty. */
function nameOf({ attributes }: OutlineTag): string {
  const [text, title] = ['text', 'title'].map((key) => plainLine(attributes.get(key) ?? ''))
  return shortenedTitle(text || title || '')
}

function typeOf({ attributes }: OutlineTag): string {
  return attributes.get('type')?.trim().toLowerCase() ?? ''
}

const FEED_TYPES = new Set([
  'rss',
  'rss1',
  'rss2',
  'atom',
  'rdf',
  'json',
  'jsonfeed',
  'feed',
  'link',
  'include',
])

/** A folder has neither an address nor the type of a feed. A link to a page is what OPML makes of a bookmark. */
function isFeedLike(tag: OutlineTag): boolean {
  const { attributes, isOpen } = tag
  return attributes.has('xmlurl') || (FEED_TYPES.has(typeOf(tag)) && !(isOpen && !attributes.has('url')))
}

function addressOf({ attributes }: OutlineTag): string {
  return (attributes.get('xmlurl') || attributes.get('url') || '').trim()
}

/** `/Presse/Régions,/Le matin`: the first of them, as OPML 2.0 writes folders in an attribute. */
function categoryOf({ attributes }: OutlineTag): readonly string[] {
  const [first = ''] = (attributes.get('category') ?? '').split(',')
  return first
    .split('/')
    .map(plainLine)
    .filter((name) => name !== '')
    .slice(0, DEEPEST_FOLDER)
}

type WrittenFeed = Omit<OutlineFeed, 'line'>

/** OPML 2.0, in folders by rubric, as `readOpml` reads it back; `now` is when it was made. */
export function writeOpml(
  { title, feeds }: { readonly title: string; readonly feeds: readonly WrittenFeed[] },
  now: number,
): string {
  const tree = newFolder()
  for (const feed of feeds) folderOf(tree, foldersOf(feed.rubric)).feeds.push(feed)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:pressoir="${NAMESPACE}">`,
    '  <head>',
    `    <title>${escaped(title)}</title>`,
    `    <dateCreated>${new Date(now).toUTCString()}</dateCreated>`,
    '    <docs>https://opml.org/spec2.opml</docs>',
    '  </head>',
    '  <body>',
    ...folderLines(tree, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

interface Folder {
  readonly feeds: WrittenFeed[]
  readonly folders: Map<string, Folder>
}

function newFolder(): Folder {
  return { feeds: [], folders: new Map() }
}

function folderOf(tree: Folder, path: readonly string[]): Folder {
  return path.reduce((around, name) => {
    const folder = around.folders.get(name) ?? newFolder()
    around.folders.set(name, folder)
    return folder
  }, tree)
}

function folderLines({ feeds, folders }: Folder, indent: string): readonly string[] {
  return [
    ...feeds.map((feed) => `${indent}${feedTag(feed)}`),
    ...[...folders].flatMap(([name, folder]) => [
      `${indent}<outline text="${escaped(name)}" title="${escaped(name)}">`,
      ...folderLines(folder, `${indent}  `),
      `${indent}</outline>`,
    ]),
  ]
}

function feedTag({ title, address, site, language, publisher, isQuoted }: WrittenFeed): string {
  const attributes = [
    ['text', title],
    ['title', title],
    ['type', 'rss'],
    ['xmlUrl', address],
    ['htmlUrl', site],
    ['language', language],
    ['pressoir:publisher', publisher],
    ['pressoir:quoted', isQuoted === false ? 'false' : ''],
  ] as const
  const written = attributes.filter(([name, value]) => value !== '' || name === 'text')
  return `<outline ${written.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}/>`
}

/** Characters that XML 1.0 cannot carry are left out; line ends would come back as blanks. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{C}\p{Cf}\s]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/\s+/gu, (blanks) => (/[\n\r\t]/.test(blanks) ? ' ' : blanks))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
