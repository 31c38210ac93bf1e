// A page without the tags that go too deep or are too many. Reads tags alone; never builds a tree.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** Tags of elements deeper than this are taken out: the parser's time grows with the square. Real pages nest about 40 deep. */
const NESTING_LIMIT = 300

/** Start tags that are kept of one page. Real pages have a few thousand; a tree of half a million takes all our memory. */
const ELEMENT_LIMIT = 50_000

/** Elements without an end tag. HTML Living Standard, § 13.1.2, and the old ones that the parser knows. */
const VOID_ELEMENTS = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Elements whose content is no markup outside of drawings and formulas: they hold no others, and without their tags their code would be read as words. */
const RAW_ELEMENTS = new Set('script style title textarea xmp iframe noembed noframes plaintext'.split(' '))

const PARAGRAPH = new Set(['p'])
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p'])

/** Open elements that a start tag ends by itself when they are innermost: what the parser does, and no more than that. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...(
    'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol ' +
    'pre section table ul'
  )
    .split(' ')
    .map((name) => [name, PARAGRAPH] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, HEADINGS] as const),
  ...['dd', 'dt'].map((name) => [name, new Set(['dd', 'dt'])] as const),
  ...['rt', 'rp'].map((name) => [name, new Set(['rt', 'rp'])] as const),
  ...['tbody', 'tfoot'].map((name) => [name, new Set(['thead', 'tbody'])] as const),
  ...['a', 'li', 'option', 'th'].map((name) => [name, new Set([name])] as const),
  ['td', new Set(['thead', 'th', 'td'])],
  ['tr', new Set(['tr', 'th', 'td'])],
])

/** Inside these a tag that ends in `/>` is whole; inside those it is a start tag again. */
const FOREIGN_ELEMENTS = new Set(['svg', 'math'])
const HTML_INSIDE_FOREIGN = new Set('mi mo mn ms mtext annotation-xml foreignobject desc title'.split(' '))

/**
 * The page with a line break in the place of tags below 300 others or after 50,000; as it was when there are none. Linear
 * in the length.
 */
export function withoutExcess(html: string): string {
  const reader = new DepthReader(html)
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader)
  tokenizer.write(html)
  tokenizer.end()
  return reader.rest()
}

function isContext(name: string): boolean {
  return FOREIGN_ELEMENTS.has(name) || HTML_INSIDE_FOREIGN.has(name)
}

class DepthReader implements TokenizerCallbacks {
  private readonly html: string
  private readonly open: string[] = []
  /** Those of the open elements that change what a tag in `/>` means. */
  private readonly contexts: string[] = []
  /** Start tags that were taken out and whose end tags are still to come. */
  private readonly missing = new Map<string, number>()
  private readonly pieces: string[] = []
  private from = 0
  private name = ''
  private start = 0
  private elements = 0
  private isExcess = false

  constructor(html: string) {
    this.html = html
  }

  rest(): string {
    return this.pieces.length === 0 ? this.html : this.pieces.join('') + this.html.slice(this.from)
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase()
    this.start = start - 1
    this.elements += 1
    this.isExcess = VOID_ELEMENTS.has(this.name) && this.elements > ELEMENT_LIMIT
    if (VOID_ELEMENTS.has(this.name) || (RAW_ELEMENTS.has(this.name) && !this.isInForeignContext())) return
    const ended = ENDED_BY.get(this.name)
    while (ended?.has(this.open.at(-1) ?? '') === true) this.close(this.open.length - 1)
    this.isExcess = this.open.length >= NESTING_LIMIT || this.elements > ELEMENT_LIMIT
    if (this.isExcess) this.missing.set(this.name, (this.missing.get(this.name) ?? 0) + 1)
    else this.push(this.name)
  }

  onopentagend(end: number): void {
    if (this.isExcess) this.cut(this.start, end + 1)
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end)
    if (!this.isInForeignContext()) return
    if (this.isExcess) this.missing.set(this.name, (this.missing.get(this.name) ?? 1) - 1)
    else if (this.open.at(-1) === this.name) this.close(this.open.length - 1)
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase()
    const missing = this.missing.get(name) ?? 0
    const at = this.open.lastIndexOf(name)
    // Among tags that are taken out, end tags of nothing would part the breaks that stand for them.
    const isIdle = missing > 0 || (at < 0 && this.pieces.length > 0 && !RAW_ELEMENTS.has(name))
    if (isIdle) {
      if (missing > 0) this.missing.set(name, missing - 1)
      const close = this.html.indexOf('>', end)
      return this.cut(start - 2, close < 0 ? this.html.length : close + 1)
    }
    if (at >= 0) this.close(at)
  }

  /** Asked by the tokenizer too: a `<title>` in a drawing is an element as others. */
  isInForeignContext(): boolean {
    return FOREIGN_ELEMENTS.has(this.contexts.at(-1) ?? '')
  }

  private push(name: string): void {
    this.open.push(name)
    if (isContext(name)) this.contexts.push(name)
  }

  private close(from: number): void {
    for (const name of this.open.splice(from)) if (isContext(name)) this.contexts.pop()
  }

  private cut(start: number, end: number): void {
    // One break for tags in a row: each would be an element again.
    const isApart = start > this.from || this.pieces.length === 0
    if (isApart)
      this.pieces.push(this.html.slice(this.from, start), this.elements > ELEMENT_LIMIT ? ' ' : '<br>')
    this.from = end
  }

  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}
}
