// A message as lines of a terminal. Words of others can neither move the cursor nor colour anything.
import type { Block, OutgoingMessage, Span } from '../../core/message.ts'
import { guillemets } from '../../locale/guillemets.ts'
import { neutralise } from '../../locale/neutralise.ts'
import { CONSOLE_LIMITS } from './limits.ts'

type Style = keyof typeof STYLES

/** Select Graphic Rendition: bold, faint, underlined, ECMA-48, 8.3.117. */
const STYLES = { bold: '\u001B[1m', faint: '\u001B[2m', underlined: '\u001B[4m' } as const
const RESET = '\u001B[0m'

/** One message on its way to the terminal: its colours, and the addresses that its words carry. */
interface Sheet {
  readonly isColour: boolean
  /** In order; an address that comes again keeps its number. */
  readonly addresses: string[]
}

/**
 * The blocks of a message, a blank line between them, without a line end at the end. Addresses would drown the words:
 * they stand below, under the number that the words carry.
 */
export function renderMessage(
  message: Pick<OutgoingMessage, 'summary' | 'blocks'>,
  isColour: boolean,
): string {
  if (message.blocks.length === 0) return wrap(neutralise(message.summary))
  const sheet: Sheet = { isColour, addresses: [] }
  const blocks = message.blocks.map((block) => renderBlock(block, sheet)).filter((block) => block !== '')
  const notes = sheet.addresses.map((url, index) => `[${index + 1}] <${styled(url, 'underlined', isColour)}>`)
  return [...blocks, ...(notes.length === 0 ? [] : [notes.join('\n')])].join('\n\n')
}

function renderBlock(block: Block, sheet: Sheet): string {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, sheet.isColour)
    case 'paragraph':
      return wrap(renderSpans(block.spans, sheet))
    case 'quote':
      return renderQuote(block, sheet)
    case 'list':
      return block.items.map((item) => wrap(renderSpans(item, sheet), '• ', '  ')).join('\n')
    case 'context':
      return wrap(renderSpans(block.spans, sheet, 'faint'))
    case 'picture':
    case 'file':
      return wrap(neutralise(block.alternativeText))
    // Nobody presses anything in a transcript.
    case 'buttons':
      return ''
    default:
      return block satisfies never
  }
}

/** Bold; without colours the title of a message is underlined by a line of its own. */
function renderHeading({ text, level }: Block & { readonly kind: 'heading' }, isColour: boolean): string {
  const title = wrap(styled(neutralise(text), 'bold', isColour))
  if (isColour || level === 2) return title
  const columns = Math.max(...title.split('\n').map(columnsOf))
  return `${title}\n${'─'.repeat(columns)}`
}

/** Each sentence between its own guillemets: two sentences need not stand side by side in the article. */
function renderQuote({ sentences, source }: Block & { readonly kind: 'quote' }, sheet: Sheet): string {
  const quotes = sentences.map((sentence) => wrap(guillemets(neutralise(sentence)), INDENT, INDENT))
  const origin = source.length === 0 ? [] : [wrap(renderSpans(source, sheet, 'faint'), `${INDENT}— `, INDENT)]
  return [...quotes, ...origin].join('\n')
}

const INDENT = ' '.repeat(CONSOLE_LIMITS.indentColumns)

function renderSpans(spans: readonly Span[], sheet: Sheet, around?: Style): string {
  return spans.map((span) => renderSpan(span, sheet, around)).join('')
}

function renderSpan(span: Span, sheet: Sheet, around: Style | undefined): string {
  const { isColour } = sheet
  const text = neutralise(span.text)
  switch (span.kind) {
    case 'plain':
    case 'mention':
    case 'earlier':
      return styled(text, around, isColour)
    case 'strong':
      return styled(text, 'bold', isColour)
    case 'link':
      return `${styled(text, around, isColour)}${noteOf(span.url, text, sheet)}`
    default:
      return span satisfies never
  }
}

/** The number after the words of a link, on their line; none when the words are the address itself. */
function noteOf(given: string, text: string, { addresses }: Sheet): string {
  const url = shownAddress(given)
  if (url === text) return ''
  if (!addresses.includes(url)) addresses.push(url)
  return `\u00A0[${addresses.indexOf(url) + 1}]`
}

/** Spaces and brackets would end the address, or let a text pass for one. */
function shownAddress(url: string): string {
  return neutralise(url).replaceAll(/[\s<>"|]/gu, encodeURIComponent)
}

/** Word by word, so that a line can break anywhere and each line stands alone. */
function styled(text: string, style: Style | undefined, isColour: boolean): string {
  if (!isColour || style === undefined) return text
  return text.replaceAll(/[^ \n]+/g, (word) => `${STYLES[style]}${word}${RESET}`)
}

/** Breaks at ordinary spaces only; a longer word, such as an address, keeps its line. */
function wrap(text: string, first = '', next = first): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? first : next
    let isEmpty = true
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      if (!isEmpty && columnsOf(line) + 1 + columnsOf(word) > CONSOLE_LIMITS.lineColumns) {
        lines.push(line)
        ;[line, isEmpty] = [next, true]
      }
      line += isEmpty ? word : ` ${word}`
      isEmpty = false
    }
    lines.push(line.trimEnd())
  }
  return lines.join('\n')
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u
// oxlint-disable-next-line no-control-regex -- our own colours
const OWN_STYLE = /\u001B\[\d+m/g

/** Columns on a terminal: emoji and East Asian characters take two, UAX 11. */
function columnsOf(text: string): number {
  const visible = text.replaceAll(OWN_STYLE, '')
  if (/^[\u0020-\u024F\u2010-\u202F]*$/u.test(visible)) return visible.length
  return [...graphemes.segment(visible)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0)
}
