// HTML made plain text: what a reader would see, nothing of how it looked. Never fetches, never judges what is worth keeping.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** Elements that stand alone on the page: a blank line before and after. HTML Living Standard, § 15.3. */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section ' +
    'summary table tbody tfoot thead tr ul'
  ).split(' '),
)

/** Elements without a word for the reader: code, players, and what a browser shows when they are missing. */
const SILENT_ELEMENTS = new Set(
  'audio button canvas head iframe noembed noframes noscript object script select style svg template textarea video'.split(
    ' ',
  ),
)

/** Elements that only part words, like the cells of a row. */
const SPACE_ELEMENTS = new Set(['td', 'th', 'option'])

/**
 * The words of some HTML: blocks apart by a blank line, `<br>` a line break, inline tags joined, scripts, styles and
 * comments dropped, entities decoded, runs of spaces folded to one (a no-break space stays one when it stands alone).
 * Text without any markup comes back folded; `''` when nothing is left to read. Linear in the length, whatever the nesting.
 */
export function plainText(html: string): string {
  const silent = new Set(SILENT_ELEMENTS)
  for (;;) {
    const reader = new TextReader(html, silent)
    const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: true }, reader)
    tokenizer.write(html)
    tokenizer.end()
    if (reader.unclosed === undefined) return tidy(reader.pieces.join(''))
    // A silent element that is never closed would hush the rest of the article: its tag is ignored instead.
    silent.delete(reader.unclosed)
  }
}

/** Plain text on one line, as a title is. Entities that were escaped twice are decoded too. */
export function plainLine(html: string): string {
  const once = plainText(html)
  const text = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(once) ? plainText(once) : once
  return text.replaceAll(/\n+/g, ' ')
}

class TextReader implements TokenizerCallbacks {
  readonly pieces: string[] = []
  private readonly html: string
  private readonly silent: ReadonlySet<string>
  private name = ''
  private hushedBy: string | undefined
  private hushedDepth = 0

  constructor(html: string, silent: ReadonlySet<string>) {
    this.html = html
    this.silent = silent
  }

  get unclosed(): string | undefined {
    return this.hushedBy === 'script' || this.hushedBy === 'style' ? undefined : this.hushedBy
  }

  ontext(start: number, end: number): void {
    if (this.hushedBy === undefined) this.pieces.push(this.html.slice(start, end).replaceAll('\n', ' '))
  }

  ontextentity(codePoint: number): void {
    if (this.hushedBy === undefined)
      this.pieces.push(codePoint === 10 ? ' ' : String.fromCodePoint(codePoint))
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.hushedBy === undefined) this.pieces.push(plainText(this.html.slice(start, end - endOffset)))
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase()
    if (this.hushedBy === undefined) this.part(this.name)
    if (!this.silent.has(this.name)) return
    this.hushedBy ??= this.name
    if (this.hushedBy === this.name) this.hushedDepth += 1
  }

  onselfclosingtag(): void {
    this.close(this.name)
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase()
    if (this.hushedBy === undefined && name !== 'br') this.part(name)
    this.close(name)
  }

  private close(name: string): void {
    if (this.hushedBy !== name) return
    this.hushedDepth -= 1
    if (this.hushedDepth === 0) this.hushedBy = undefined
  }

  private part(name: string): void {
    if (name === 'br') this.pieces.push('\n')
    else if (BLOCK_ELEMENTS.has(name)) this.pieces.push('\n\n')
    else if (SPACE_ELEMENTS.has(name)) this.pieces.push(' ')
  }

  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onopentagend(): void {}
  onprocessinginstruction(): void {}
}

/** Soft hyphens and zero-width marks: invisible, and they break every search for the word around them. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g

function tidy(text: string): string {
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[^\S\n]{2,}/g, (spaces) => (/[ \t\r\f]/.test(spaces) ? ' ' : spaces.charAt(0)))
    .replaceAll(/[\t\r\f\v]/g, ' ')
    .replaceAll(/[^\S\n]?\n[^\S\n]?/g, '\n')
    .replaceAll(/\n{2,}/g, '\n\n')
    .trim()
}
