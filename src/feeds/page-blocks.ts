// The paragraphs of a part of a page: text between the breaks that a reader sees. Never judges what they say.
import {
  isElement,
  isSilent,
  type PageElement,
  type PageNode,
  type PageTree,
  walk,
  wordsOf,
} from './page-tree.ts'

export interface PageBlock {
  /** One paragraph; a lone `<br>` inside it is a line break. Never empty. */
  readonly text: string
  /** The innermost block element around it: `p`, `h2`, `li`, `div`… */
  readonly tag: string
  /** Whether every word is bold, as introductions and subtitles are. */
  readonly isEmphasised: boolean
  /** Whether every word belongs to a link. */
  readonly isLink: boolean
}

/** Elements that run inside a line; all others part paragraphs. HTML Living Standard, § 15.3. */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot ' +
    'thead tr ul'
  ).split(' '),
)

const EMPHASIS_ELEMENTS = new Set(['b', 'strong'])

const SENTENCE_END = /[.!?…»"”)]$/

/** Soft hyphens and zero-width marks: invisible, and they break every search for the word around them. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g

/** Spaces folded to one; a no-break space stays when it stands alone. Line breaks stay. */
export function foldSpaces(text: string): string {
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[^\S\n]{2,}/g, (spaces) => (/[ \t\r\f]/.test(spaces) ? ' ' : spaces.charAt(0)))
    .replaceAll(/[\t\r\f\v]/g, ' ')
    .replaceAll(/[^\S\n]?\n[^\S\n]?/g, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
}

/** The blocks under `root` in the order of the page, without the elements that `isLeftOut` names and the silent ones. */
export function readBlocks(
  root: PageElement | PageTree,
  isLeftOut: (element: PageElement) => boolean = () => false,
): readonly PageBlock[] {
  const reader = new BlockReader()
  let skipped: PageElement | undefined
  walk(root, {
    enter: (node) => {
      if (!isElement(node)) return reader.addText(node)
      if (isSilent(node) || isLeftOut(node)) {
        if (isBlock(node)) reader.end()
        skipped = node
        return 'skip'
      }
      return reader.open(node)
    },
    leave: (node) => {
      if (isElement(node) && node !== skipped) reader.close(node)
    },
  })
  reader.end()
  return reader.blocks
}

function isBlock(element: PageElement): boolean {
  return BLOCK_ELEMENTS.has(element.name)
}

class BlockReader {
  readonly blocks: PageBlock[] = []
  private pieces: string[] = []
  private tag = 'div'
  private letters = 0
  private emphasisedLetters = 0
  private linkedLetters = 0
  private emphasisDepth = 0
  private linkDepth = 0
  private hasBreak = false
  private lastMark = ''

  addText(node: PageNode): undefined {
    const text = wordsOf(node)
    if (text === '') return
    if (this.hasBreak && text.trim() === '') return
    this.hasBreak &&= text.trim() === ''
    this.pieces.push(text.replaceAll(/[\n\r]/g, ' '))
    this.lastMark = text.trimEnd().slice(-1) || this.lastMark
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    this.letters += letters
    if (this.emphasisDepth > 0) this.emphasisedLetters += letters
    if (this.linkDepth > 0) this.linkedLetters += letters
  }

  open(element: PageElement): undefined {
    if (element.name === 'br') this.breakLine()
    else if (isBlock(element)) this.begin(element.name)
    else if (element.name === 'td' || element.name === 'th') this.pieces.push(' ')
    if (EMPHASIS_ELEMENTS.has(element.name)) this.emphasisDepth += 1
    if (element.name === 'a') this.linkDepth += 1
  }

  close(element: PageElement): void {
    if (isBlock(element)) this.begin('div')
    if (EMPHASIS_ELEMENTS.has(element.name)) this.emphasisDepth -= 1
    if (element.name === 'a') this.linkDepth -= 1
  }

  /** Two breaks part paragraphs; so does one after a whole sentence, or after a line that is bold from end to end. */
  private breakLine(): void {
    const isBoldLine = this.letters > 0 && this.emphasisedLetters === this.letters
    if (this.hasBreak || isBoldLine || SENTENCE_END.test(this.lastMark)) return this.begin(this.tag)
    this.pieces.push('\n')
    this.hasBreak = true
  }

  private begin(tag: string): void {
    this.end()
    this.tag = tag
  }

  end(): void {
    const text = foldSpaces(this.pieces.join(''))
    if (this.letters > 0) {
      const isEmphasised = this.emphasisedLetters === this.letters
      this.blocks.push({ text, tag: this.tag, isEmphasised, isLink: this.linkedLetters === this.letters })
    }
    this.pieces = []
    this.letters = 0
    this.emphasisedLetters = 0
    this.linkedLetters = 0
    this.hasBreak = false
    this.lastMark = ''
  }
}
