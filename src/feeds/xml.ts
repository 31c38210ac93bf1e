// A tolerant reader of small XML: a stretch of a feed as a tree. Never throws, never opens an external entity.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { localName, namespaceName, qualify, withHome, type Namespaces } from './namespaces.ts'
import { decodeReferences, type ReferenceDecoder } from './references.ts'

export interface XmlElement {
  readonly kind: 'element'
  /** Lower case; without prefix in the feed's own namespace, with a canonical prefix (`dc:creator`) in a known one. */
  readonly name: string
  /** As written, prefix included. */
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** Those in force inside it. */
  readonly namespaces: Namespaces
}

interface XmlText {
  readonly kind: 'text'
  readonly text: string
}

export type XmlNode = XmlElement | XmlText

export interface XmlReading {
  readonly nodes: readonly XmlNode[]
  /** End tags missing or in disorder. */
  readonly isDamaged: boolean
}

/** No feed nests deeper; what does is read as words of the element at this depth, so that no input exhausts the stack. */
const DEEPEST_LEVEL = 200

/** Fields that hold words or an address: an element of the feed that starts inside one means that its end tag is missing. */
const LEAVES = new Set('title link guid id pubdate published updated'.split(' '))
const FIELDS = new Set(
  (
    'title link guid id pubdate published updated author description content summary category enclosure comments ' +
    'source language image'
  ).split(' '),
)

/** Elements that may still be read; shared by the stretches of one feed. */
interface XmlBudget {
  left: number
}

/** Elements read of one feed. A long one has 100,000; five million fit into ten megabytes, and not into our memory. */
export const ELEMENT_LIMIT = 300_000

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

export interface XmlOptions {
  readonly budget?: XmlBudget

  readonly namespaces?: Namespaces
  readonly decode?: ReferenceDecoder
  /** The source breaks off: its last open field is dropped, being cut in the middle. */
  readonly isCut?: boolean
}

/** Attributes of one element that are read; real ones have a dozen. */
const ATTRIBUTE_LIMIT = 200

/** Namespaces bound at once; real feeds bind twenty. Each element that binds another copies them all. */
const NAMESPACE_LIMIT = 32

/** White space before a field that lost its first sign, in characters: an end tag alone looks no further for its start. */
const RESCUE_REACH = 200

/** « <<< » is drawn by hand; what is longer is an attack on our time, in characters. */
const LONGEST_RUN = 3

/** CDATA sections, which stay, and each `<` that opens nothing: « moins de <3 ans ». */
const SECTION_OR_STRAY = /<!\[CDATA\[[\s\S]*?\]\]>|<+(?=<[A-Za-z_/!?])|<+(?![A-Za-z_/!?<])/g

/** Reads a stretch of XML whatever its faults: bare `&` and `<`, unquoted attributes, missing end tags. Linear in the length. */
export function readXml(source: string, options: XmlOptions = {}): XmlReading {
  const escaped = source.replaceAll(SECTION_OR_STRAY, (found) =>
    found.startsWith('<!') ? found : '&lt;'.repeat(Math.min(found.length, LONGEST_RUN)),
  )
  const builder = new TreeBuilder(escaped, options)
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder)
  tokenizer.write(escaped)
  tokenizer.end()
  return builder.finish(options.isCut ?? false)
}

interface OpenElement extends XmlElement {
  readonly children: XmlNode[]
  /** The tag in lower case, as end tags are compared with it. */
  readonly lowerTag: string
}

class TreeBuilder implements TokenizerCallbacks {
  private readonly source: string
  private readonly decode: ReferenceDecoder
  private readonly budget: XmlBudget
  private readonly root: OpenElement
  private readonly stack: OpenElement[]
  private tooDeep = 0
  private isDamaged = false
  private text = ''
  private tag = ''
  private attributeName = ''
  private attributeValue = ''
  private attributes: ReadonlyMap<string, string> = NO_ATTRIBUTES
  private writtenAttributes = new Map<string, string>()

  constructor(source: string, options: XmlOptions) {
    const { namespaces = new Map(), decode = decodeReferences, budget = { left: ELEMENT_LIMIT } } = options
    this.budget = budget
    this.source = source
    this.decode = decode
    this.root = {
      kind: 'element',
      name: '',
      tag: '',
      attributes: new Map(),
      children: [],
      namespaces,
      lowerTag: '',
    }
    this.stack = [this.root]
  }

  finish(isCut: boolean): XmlReading {
    this.flush()
    const [, item, field] = this.stack
    if (item !== undefined || this.budget.left <= 0) this.isDamaged = true
    if (isCut && item !== undefined && field !== undefined) item.children.pop()
    return { nodes: this.root.children, isDamaged: this.isDamaged }
  }

  ontext(start: number, end: number): void {
    this.text += this.source.slice(start, end)
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.flush()
    this.append(this.source.slice(start, end - endOffset))
  }

  onopentagname(start: number, end: number): void {
    this.flush()
    this.tag = this.source.slice(start, end)
    this.attributes = NO_ATTRIBUTES
  }

  onattribname(start: number, end: number): void {
    this.attributeName = this.source.slice(start, end).toLowerCase()
  }

  onattribdata(start: number, end: number): void {
    this.attributeValue += this.source.slice(start, end)
  }

  onattribend(): void {
    // Made for those that have any: most elements have none.
    if (this.attributes.size === 0) this.attributes = this.writtenAttributes = new Map()
    if (this.attributes.size < ATTRIBUTE_LIMIT && !this.attributes.has(this.attributeName)) {
      this.writtenAttributes.set(this.attributeName, this.decode(this.attributeValue))
    }
    this.attributeValue = ''
  }

  onopentagend(): void {
    if (this.stack.length > DEEPEST_LEVEL || this.budget.left <= 0) this.tooDeep += 1
    else this.stack.push(this.open())
  }

  onselfclosingtag(): void {
    if (this.budget.left > 0) this.open()
  }

  onclosetag(start: number, end: number): void {
    this.flush()
    if (this.tooDeep > 0) {
      this.tooDeep -= 1
      return
    }
    const tag = this.source.slice(start, end).toLowerCase()
    const at = this.stack.findLastIndex(({ lowerTag }) => lowerTag === tag)
    if (at !== this.stack.length - 1) this.isDamaged = true
    if (at > 0) this.stack.length = at
    else this.rescue(this.source.slice(start, end))
  }

  /** An end tag alone: when its start tag only lost its `<` (`description>…</description>`), the field is made whole. */
  private rescue(tag: string): void {
    const last = this.top.children.at(-1)
    if (last?.kind !== 'text' || !FIELDS.has(qualify(tag, this.top.namespaces))) return
    const at = last.text.slice(0, RESCUE_REACH).search(/\S/)
    if (at < 0 || !last.text.startsWith(`${tag}>`, at)) return
    this.top.children.pop()
    this.tag = tag
    this.attributes = NO_ATTRIBUTES
    const child: XmlText = { kind: 'text', text: last.text.slice(at + tag.length + 1) }
    this.open().children.push(child)
  }

  private get top(): OpenElement {
    return this.stack.at(-1) ?? this.root
  }

  private open(): OpenElement {
    const namespaces = withHome(bind(this.top.namespaces, this.attributes), this.tag)
    const name = qualify(this.tag, namespaces)
    if (LEAVES.has(this.top.name) && FIELDS.has(name) && this.stack.length > 2) {
      this.isDamaged = true
      this.stack.pop()
    }
    const { tag, attributes } = this
    this.budget.left -= 1
    const lowerTag = tag.toLowerCase()
    const element: OpenElement = {
      kind: 'element',
      name,
      tag,
      attributes,
      children: [],
      namespaces,
      lowerTag,
    }
    this.top.children.push(element)
    return element
  }

  private flush(): void {
    if (this.text === '') return
    this.append(this.decode(this.text))
    this.text = ''
  }

  private append(text: string): void {
    if (text === '') return
    const last = this.top.children.at(-1)
    // Words around tags that are not read stay one text.
    if (last?.kind === 'text') this.top.children.splice(-1, 1, { kind: 'text', text: last.text + text })
    else this.top.children.push({ kind: 'text', text })
  }

  onattribentity(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}

function bind(namespaces: Namespaces, attributes: ReadonlyMap<string, string>): Namespaces {
  let bound: Map<string, string> | undefined
  for (const [name, uri] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    bound ??= new Map(namespaces)
    if (bound.size >= NAMESPACE_LIMIT) break
    bound.set(name.slice(6), namespaceName(uri, name.slice(6)))
  }
  return bound ?? namespaces
}

/** All words in an element, markup dropped. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : textOf(child))).join('')
}

/** What is in an element, with its markup. `isEscaped` when its text is words only, as in XHTML. */
export function markupOf(element: XmlElement, isEscaped: boolean): string {
  return element.children
    .map((child) => {
      if (child.kind === 'text') return isEscaped ? escapeMarkup(child.text) : child.text
      const attributes = [...child.attributes].map(
        ([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`,
      )
      const tag = localName(child.tag)
      const inside = markupOf(child, isEscaped)
      const isVoid = /^(?:br|hr|img|wbr|input|source|track|embed|area|col)$/i.test(tag)
      return `<${tag}${attributes.join('')}>${inside}${isVoid ? '' : `</${tag}>`}`
    })
    .join('')
}

/** Words made markup: `<` and `&` of the text itself are no tags. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
