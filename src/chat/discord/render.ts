// A message as pieces that Discord takes: Markdown and buttons, each within every limit. Sends nothing.
import { type Attachment, attachmentsOf, type MessageText } from '../../core/message.ts'
import { type Line, linesOf } from './blocks.ts'
import { type ButtonRow, chunks, packButtons, renderRows } from './buttons.ts'
import { DISCORD_LIMITS } from './limits.ts'
import { renderLines } from './spans.ts'

/** One message of Discord. */
export interface Piece {
  readonly content: string
  readonly rows: readonly ButtonRow[]
  readonly files: readonly Attachment[]
  /** Of the message, with the number of the piece from the second on: `key`, `key.1`, … */
  readonly key: string
}

/** In order, at least one. Buttons stand below the last; those that one message does not bear get messages of their own. */
export function renderMessage(message: MessageText, key: string): readonly Piece[] {
  const packed = pack(message.blocks.flatMap(linesOf))
  const contents = packed.length > 0 ? packed : [summaryLine(message)]
  const buttons = message.blocks.flatMap((block) => (block.kind === 'buttons' ? [block.buttons] : []))
  const [below = [], ...others] = chunks(packButtons(buttons), DISCORD_LIMITS.buttonRows)
  const rows = [...contents.slice(1).map(() => []), below, ...others]
  const files = attachmentsOf(message)
  return rows.map((rowsOfPiece, index) => {
    const ownKey = index === 0 ? key : `${key}.${index}`
    const content = contents[index] ?? summaryLine(message)
    // With the last words, above the buttons.
    const shown = index === contents.length - 1 ? files.slice(0, DISCORD_LIMITS.attachments) : []
    return { content, rows: renderRows(rowsOfPiece, ownKey), files: shown, key: ownKey }
  })
}

/** Discord takes no message without words. */
function summaryLine({ summary }: MessageText): string {
  const [line = '…'] = renderLines([{ kind: 'plain', text: summary }], DISCORD_LIMITS.contentCharacters)
  return line
}

/** As many lines as a message bears. What is empty to the eye is no message. */
function pack(lines: readonly Line[]): readonly string[] {
  const pages: Line[][] = []
  let page: Line[] = []
  for (const line of lines) {
    if (page.length > 0 && joined([...page, line]).length > DISCORD_LIMITS.contentCharacters) {
      const kept = keptWith(line, page)
      const goesAlong = joined([...kept, line]).length <= DISCORD_LIMITS.contentCharacters
      const moved = goesAlong ? kept : []
      pages.push(page.slice(0, page.length - moved.length))
      page = [...moved]
    }
    page.push(line)
  }
  pages.push(page)
  return pages.map(joined).filter((content) => VISIBLE.test(content))
}

const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/**
 * What goes along with a line that begins another page: the titles before it, and a source's last sentence with the
 * titles before that. Nothing when the page would hold nothing else.
 */
function keptWith({ isSource }: Line, page: readonly Line[]): readonly Line[] {
  const quoted = isSource === true ? 1 : 0
  const last = page.slice(0, page.length - quoted).findLastIndex(({ kind }) => kind !== 'heading')
  return last === -1 ? [] : page.slice(last + 1)
}

function joined(lines: readonly Line[]): string {
  return lines.map((line, index) => `${glue(lines[index - 1], line)}${line.text}`).join('')
}

/** A blank line between two stretches of text; titles and small print stand apart by their looks. */
function glue(before: Line | undefined, line: Line): string {
  if (before === undefined) return ''
  return line.isFirst && isText(before) && isText(line) ? '\n\n' : '\n'
}

function isText({ kind }: Line): boolean {
  return kind === 'paragraph' || kind === 'quote' || kind === 'list'
}
