// An OPML document cut into its tags before anything is read, so that damage in one never reaches its neighbours.
// Decides nothing about feeds.
import { closeSections } from './close-sections.ts'
import { endOfHidden } from './cut-feed.ts'
import { readDoctype } from './references.ts'

/** One tag of an OPML document, or the words of its title. */
export type OutlinePart =
  | {
      readonly kind: 'outline'
      /** Lower case, decoded; the first of two that are called the same. */
      readonly attributes: ReadonlyMap<string, string>
      readonly line: number
      /** What follows stands inside it, up to its end tag. */
      readonly isOpen: boolean
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'title'; readonly text: string }

export interface CutOutlines {
  /** Lazily: a list may have more than anybody wants. */
  readonly parts: Iterable<OutlinePart>
  /** Whether it is an OPML document at all. */
  readonly isOutline: boolean
  /** Known once all parts were read. */
  readonly damage: OutlineDamage
}

interface OutlineDamage {
  /** Outlines with a quote or a bracket missing. */
  mendedCount: number
  isTruncated: boolean
  areEntitiesRefused: boolean
}

const TAG = /<(\/?)(?:[\w.-]+:)?(outline|title|body|opml)(?=[\s/>])/gi

/** Cuts at each `<outline>`, outside of comments. Linear in the length. */
export function cutOutlines(text: string): CutOutlines {
  const doctype = readDoctype(text)
  const { source, repairs } = closeSections(doctype.source)
  const damage: OutlineDamage = { mendedCount: repairs, isTruncated: false, areEntitiesRefused: false }
  const isOutline = /<(?:[\w.-]+:)?(?:opml|outline)[\s/>]/i.test(source)
  const lines = createLineCounter(source, countLines(text) - countLines(doctype.source))
  function* parts(): Generator<OutlinePart> {
    let isBodyClosed = false
    for (const tag of tagsOf(source)) {
      if (tag.isEnd && tag.name === 'outline') yield { kind: 'end' }
      else if (tag.isEnd && tag.name !== 'title') isBodyClosed = true
      else if (tag.name === 'title' && !tag.isEnd)
        yield { kind: 'title', text: doctype.decode(titleWords(source.slice(tag.end, tag.limit))) }
      else if (tag.name === 'outline') {
        const read = readAttributes(source.slice(tag.end, tag.limit))
        if (read.isMended) damage.mendedCount += 1
        // Cut in the middle of its address, it would lead elsewhere.
        if (read.isUnclosed && tag.limit === source.length) continue
        const attributes = new Map([...read.attributes].map(([name, value]) => [name, doctype.decode(value)]))
        yield { kind: 'outline', attributes, line: lines.at(tag.start), isOpen: !read.isSelfClosed }
      }
    }
    damage.isTruncated = !isBodyClosed
    damage.areEntitiesRefused = doctype.isRefused()
  }
  return { parts: { [Symbol.iterator]: parts }, isOutline, damage }
}

interface Tag {
  readonly isEnd: boolean
  readonly name: string
  readonly start: number
  /** Behind its name. */
  readonly end: number
  /** Where the next tag of the document begins. */
  readonly limit: number
}

function* tagsOf(source: string): Generator<Tag> {
  let previous: Omit<Tag, 'limit'> | undefined
  for (const found of visibleTags(source)) {
    if (previous !== undefined) yield { ...previous, limit: found.start }
    previous = found
  }
  if (previous !== undefined) yield { ...previous, limit: source.length }
}

function* visibleTags(source: string): Generator<Omit<Tag, 'limit'>> {
  const pattern = new RegExp(`<!(?=--|\\[CDATA\\[)|${TAG.source}`, TAG.flags)
  for (let found = pattern.exec(source); found !== null; found = pattern.exec(source)) {
    const [written, slash, name] = found
    if (name === undefined) pattern.lastIndex = endOfHidden(source, found.index) ?? pattern.lastIndex
    else
      yield {
        isEnd: slash === '/',
        name: name.toLowerCase(),
        start: found.index,
        end: found.index + written.length,
      }
  }
}

/** What is written in `<title>…</title>`, with or without CDATA. */
function titleWords(stretch: string): string {
  const words = stretch.slice(stretch.indexOf('>') + 1)
  return words.replace(/^\s*<!\[CDATA\[/, '').replace(/\]\]>\s*$/, '')
}

interface ReadAttributes {
  readonly attributes: ReadonlyMap<string, string>
  readonly isSelfClosed: boolean
  /** It ends without `>`. */
  readonly isUnclosed: boolean
  readonly isMended: boolean
}

const ATTRIBUTE = /\s*([^\s=>/"'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y

/** Behind the name of a tag, up to its `>`; what stands there that is no attribute is passed over. */
function readAttributes(stretch: string): ReadAttributes {
  const attributes = new Map<string, string>()
  let [at, isMended] = [0, false]
  const ended = (isSelfClosed: boolean): ReadAttributes => ({
    attributes: isMended ? withLostAddress(attributes, stretch) : attributes,
    isSelfClosed,
    isUnclosed: false,
    isMended,
  })
  for (;;) {
    at = afterBlanks(stretch, at)
    const mark = stretch[at]
    if (mark === undefined) break
    if (mark === '>') return ended(false)
    if (mark === '/' && stretch[afterBlanks(stretch, at + 1)] === '>') return ended(true)
    ATTRIBUTE.lastIndex = at
    const [written, name = '', double, single, bare] = ATTRIBUTE.exec(stretch) ?? []
    if (written === undefined) isMended = true
    else if (!attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
    at += written?.length ?? 1
  }
  const rescued = withLostAddress(attributes, stretch)
  return { attributes: rescued, isSelfClosed: true, isUnclosed: !isAddress(rescued), isMended: true }
}

/** A quote that is never closed has swallowed the rest: the address at least is worth saving. */
function withLostAddress(
  attributes: ReadonlyMap<string, string>,
  stretch: string,
): ReadonlyMap<string, string> {
  const address = isAddress(attributes) ? undefined : LOST_ADDRESS.exec(stretch)?.[1]
  if (address === undefined) return attributes
  const freed = [...attributes].map(([name, value]) => [name, value.replace(SWALLOWED_NAME, '')] as const)
  return new Map([...freed, ['xmlurl', address]])
}

/** The beginning of the next attribute, at the end of a value whose quote was missing: `Le Quai xmlUrl=`. */
const SWALLOWED_NAME = /\s[\w:.-]{1,40}=$/

function isAddress(attributes: ReadonlyMap<string, string>): boolean {
  return /^(?:https?|feed):/i.test(attributes.get('xmlurl') ?? '')
}

/** Ended by a quote, a blank or a bracket: an address that breaks off is none. */
const LOST_ADDRESS = /\bxmlurl\s*=\s*["']?\s*((?:https?|feed):[^\s"'<>]+)["'\s<>]/i

function afterBlanks(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The line of a place, for places that are asked in order; `before` lines were taken out ahead of all. */
function createLineCounter(source: string, before: number) {
  let [line, next] = [before + 1, source.indexOf('\n')]
  return {
    at: (place: number): number => {
      while (next >= 0 && next < place) {
        line += 1
        next = source.indexOf('\n', next + 1)
      }
      return line
    },
  }
}
