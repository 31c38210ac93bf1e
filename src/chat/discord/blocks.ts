// The blocks of a message as lines of Discord's Markdown, each short enough for a message of its own. Packs nothing.
import type { Block, Span } from '../../core/message.ts'
import { guillemets } from '../../locale/guillemets.ts'
import { plainWords } from './escape.ts'
import { DISCORD_LIMITS } from './limits.ts'
import { renderLines } from './spans.ts'

export interface Line {
  readonly text: string
  readonly kind: Exclude<Block['kind'], 'buttons' | 'picture' | 'file'>
  /** The first line of its block. */
  readonly isFirst: boolean
  /** Where a quotation comes from: says nothing without the sentence before it. */
  readonly isSource?: true
}

/** Subtext; support.discord.com, Markdown Text 101. */
const SMALL_PRINT = '-# '
const QUOTATION = '> '

/** Pictures, files and buttons are no lines: they stand below the message. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return asLines('heading', headingLines(block))
    case 'paragraph':
      return asLines('paragraph', prefixed(block.spans, ''))
    case 'quote':
      return quoteLines(block)
    case 'list':
      return asLines(
        'list',
        block.items.flatMap((item) => prefixed(item, '- ', '  ')),
      )
    case 'context':
      return asLines('context', prefixed(block.spans, SMALL_PRINT))
    case 'picture':
    case 'file':
    case 'buttons':
      return []
    default:
      return block satisfies never
  }
}

function asLines(kind: Line['kind'], texts: readonly string[]): readonly Line[] {
  return texts.map((text, index) => ({ text, kind, isFirst: index === 0 }))
}

function headingLines({ text, level }: Block & { readonly kind: 'heading' }): readonly string[] {
  // Discord takes number signs at the end for a part of the mark: such a title is strong words.
  const isMarkLike = /#\s*$/u.test(plainWords(text))
  if (isMarkLike) return prefixed([{ kind: 'strong', text }], '')
  return prefixed([{ kind: 'plain', text }], level === 1 ? '## ' : '### ')
}

/** Each sentence between its own guillemets: two sentences need not stand side by side in the article. */
function quoteLines({ sentences, source }: Block & { readonly kind: 'quote' }): readonly Line[] {
  const quotes = sentences
    .map((sentence) => plainWords(sentence).trim())
    .filter((sentence) => sentence !== '')
    .flatMap((sentence) => prefixed([{ kind: 'plain', text: guillemets(sentence) }], QUOTATION))
  const origin = prefixed(source, `${QUOTATION}— `, QUOTATION)
  return asLines('quote', [...quotes, ...origin]).map((line, index) =>
    index === quotes.length && index > 0 ? { ...line, isSource: true } : line,
  )
}

function prefixed(spans: readonly Span[], first: string, next = first): readonly string[] {
  const room = DISCORD_LIMITS.contentCharacters - Math.max(first.length, next.length)
  return renderLines(spans, room).map((line, index) => `${index === 0 ? first : next}${line}`)
}
